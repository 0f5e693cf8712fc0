import type { WhichOrigin } from './address.ts'
import type { Cause, Lookalike, Match } from './cause.ts'

export type Verdict = 'healthy' | 'unhealthy' | 'inconclusive'
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

/** The conclusion from a whole run. `cause` is absent when it is healthy, and when the run was cancelled. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly trend: Trend
  readonly cause?: Finding
  readonly alternatives: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notes: readonly Finding[]
  /** The run was cancelled before its conclusion. What was found until then is among the alternatives. */
  readonly cancelled?: boolean
  /** The judgment of each round, oldest first. Empty if the run was cancelled before its first round. */
  readonly judgments: readonly Judgment[]
}
