import type { WhichOrigin } from './address.ts'

/**
 * What the failing rounds of an intermittent site have in common. `period`: `failing` of every `of` rounds. `origin`:
 * one of several, or one address of it. `colo`: one Cloudflare data center. `family`: one IP version.
 */
export type Pattern =
  | { readonly kind: 'none' }
  | { readonly kind: 'period'; readonly failing: number; readonly of: number }
  | ({ readonly kind: 'origin' } & WhichOrigin)
  | { readonly kind: 'colo'; readonly colo: string }
  | { readonly kind: 'family'; readonly family: 4 | 6 }

/** The site's availability over a run. Inconclusive rounds are counted separately. */
export interface Availability {
  readonly rounds: number
  /** Rounds in which the site failed. */
  readonly failed: number
  /** Rounds that couldn't reach the site: the runner was offline or blocked. */
  readonly unknown: number
  /** How often the site changed between up and down. */
  readonly transitions: number
  /** Milliseconds of downtime: from each failing round to the next conclusive one. */
  readonly downtime: number
  /** The first and last failure, in milliseconds since the epoch; absent without a failure. */
  readonly firstFailure?: number
  readonly lastFailure?: number
  /**
   * Milliseconds from the first failure to the final recovery; absent without a failure, or if it failed at the end.
   */
  readonly recoveredAfter?: number
  /** Absent when there were too few rounds. */
  readonly pattern?: Pattern
}

/** A summary of the rounds between two kept rounds of a long run. */
export interface SkippedRounds {
  readonly healthy: number
  readonly unhealthy: number
  readonly inconclusive: number
  /** Between the two kept rounds: milliseconds of downtime, and changes between up and down. */
  readonly downtime: number
  readonly transitions: number
  /** The site's health after the last conclusive round so far; absent if there was none. */
  readonly health?: 'up' | 'down'
  /** All of them had the same evidence as the kept rounds on both sides. */
  readonly identical: boolean
}
