import type { WhichOrigin } from './address.ts'
import type { Evidence } from './evidence.ts'
import type { Cause, Lookalike, Match } from './cause.ts'

export type Verdict = 'healthy' | 'unhealthy' | 'inconclusive'

/** Worst first. */
export const VERDICTS = ['unhealthy', 'inconclusive', 'healthy'] as const satisfies readonly Verdict[]
export type Trend = 'steady' | 'intermittent' | 'recovered'

/** A cause that explains the evidence, with its match. */
export interface Finding {
  readonly cause: Cause
  readonly match: Match
  /** The cause's lookalikes that the evidence leaves open. */
  readonly lookalikes: readonly Lookalike[]
  /** Absent for the only origin. */
  readonly origin?: WhichOrigin
}

/** The conclusion from one round. */
export interface Judgment {
  readonly verdict: Verdict
  /** The best explanation first; empty when healthy. */
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** A run that isn't over: the healthy rounds in a row at its end so far, and how many make the site healthy. */
export interface SoFar {
  readonly streak: number
  readonly needed: number
  /** The first round, if it was cancelled. Probes that this ended look like timeouts. */
  readonly unfinished?: Evidence
}

/** The conclusion from a whole run, or from its rounds so far. `cause` is absent when it is healthy. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly trend: Trend
  readonly cause?: Finding
  readonly alternatives: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notes: readonly Finding[]
  /** The run isn't over, or it was cancelled. Then no site is healthy yet. */
  readonly soFar?: SoFar
  /** The judgment of each round, oldest first. Empty if the run was cancelled before its first round. */
  readonly judgments: readonly Judgment[]
}
