/**
 * What the failing looks of a site that comes and goes have in common. `period`: so many of every so many looks in turn;
 * `origin`: one of several, from 1; `colo`: one data center of Cloudflare; `family`: one version of IP; `none` of these.
 */
export type Pattern =
  | { readonly kind: 'none' }
  | { readonly kind: 'period'; readonly failing: number; readonly of: number }
  | { readonly kind: 'origin'; readonly position: number; readonly of: number }
  | { readonly kind: 'colo'; readonly colo: string }
  | { readonly kind: 'family'; readonly family: 4 | 6 }

/** How a run went over time. Looks that could not see the site say nothing about it, and are counted apart. */
export interface Availability {
  readonly rounds: number
  /** Looks that saw the site fail. */
  readonly failed: number
  /** Looks that could not see the site: the runner was offline, or was turned away. */
  readonly unknown: number
  /** How often it changed from up to down or back. */
  readonly transitions: number
  /** Milliseconds for which it was seen down: from each failing look to the next that saw the site. */
  readonly downtime: number
  /** When it was first and last seen to fail, in milliseconds since the epoch; absent when it never was. */
  readonly firstFailure?: number
  readonly lastFailure?: number
  /** Milliseconds from there until it was seen to be well for good; absent when it never failed, or still did at the end. */
  readonly recoveredAfter?: number
  /** Absent when too little was seen to say. */
  readonly pattern?: Pattern
}

/** Looks of a long run that are not kept: those between two looks that are, in sum. */
export interface SkippedRounds {
  readonly healthy: number
  readonly unhealthy: number
  readonly inconclusive: number
  /** Of the time between the two that are kept: milliseconds down, and how often it changed. */
  readonly downtime: number
  readonly transitions: number
  /** Whether the site was up, by the last of them that saw it, or before; absent when none had. */
  readonly health?: 'up' | 'down'
  /** All of them saw the same as the looks on both sides. */
  readonly identical: boolean
}
