import type { Cause, Lookalike, Match } from './cause.ts'

export type Verdict = 'healthy' | 'unhealthy' | 'inconclusive'
export type Trend = 'steady' | 'intermittent' | 'recovered'

/** A cause that explains what was seen, with its match. `position` singles out one of several origins, counted from 1. */
export interface Finding {
  readonly cause: Cause
  readonly match: Match
  /** Of the lookalikes of the cause those that what was seen leaves open. */
  readonly lookalikes: readonly Lookalike[]
  readonly origin?: { readonly position: number; readonly of: number }
}

/** What one look comes to. */
export interface Judgment {
  readonly verdict: Verdict
  /** The best explanation first; empty when healthy. */
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** What a whole run comes to. `cause` is absent when the verdict is `healthy`, and when the run was cancelled. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly trend: Trend
  readonly cause?: Finding
  readonly alternatives: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notes: readonly Finding[]
  /** The run was told to stop before it had judged. What was found until then is among the alternatives. */
  readonly cancelled?: boolean
  /** The judgment of each look of the history, oldest first. Of a run that was cancelled before its first look: none. */
  readonly judgments: readonly Judgment[]
}
