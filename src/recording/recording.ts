import type { Schedule, Site } from '../domain/config.ts'
import type { History } from '../domain/evidence.ts'

/** The evidence of one site. */
export interface RecordedSite {
  readonly site: Site
  readonly history: History
  /** What the names of its origins resolved to. */
  readonly addresses: readonly string[]
  /** When the run was cancelled. With `first-check`, the history is the unfinished first round. */
  readonly stopped?: Stopped
}

/** During the first round, or after at least one that finished. */
export const STOPPED = ['first-check', 'later'] as const
export type Stopped = (typeof STOPPED)[number]

/** All evidence of a run, enough to diagnose and report it again without a network. Plain JSON. */
export interface Recording {
  readonly recording: 3
  readonly version: string
  /** When the run ended, in milliseconds since the epoch. */
  readonly at: number
  readonly schedule: Schedule
  /** The run was cancelled. Then some sites are `stopped`. */
  readonly cancelled?: true
  readonly sites: readonly [RecordedSite, ...RecordedSite[]]
}
