import type { CauseId } from '../cause-id.ts'
import type { Verdict } from '../diagnosis.ts'

/** The result of one run, as later runs remember it. Redacted, like the report that it comes from. */
export interface HistoryEntry {
  /** When that run's report was made; ISO 8601, UTC. */
  readonly at: string
  readonly verdict: Verdict
  /** Empty: healthy, cancelled, or a cause that only a later version knows. */
  readonly cause: CauseId | ''
  /** The id of the workflow run; empty outside GitHub Actions. */
  readonly run: string
  /** Milliseconds of a complete response through Cloudflare, at the slowest site. Absent: there was none. */
  readonly edgeTime?: number
  /** The same for a direct response. */
  readonly originTime?: number
  /** What had changed since the entry before; at most eight, worst site first. */
  readonly changes?: readonly HistoryChange[]
}

/** One difference between two runs. The values come from the wire. */
export interface HistoryChange {
  /** The site's URL. Absent if the run had only one site. */
  readonly site?: string
  /** Of how many sites, if of several. `site` is the worst of them. */
  readonly sites?: number
  /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
  readonly where: string
  /** `certificate`, `server`, `TLS version`. */
  readonly what: string
  readonly before: string
  readonly now: string
}

/** The verdicts of earlier runs and, last, of this one. */
export type VerdictHistory = readonly [HistoryEntry, ...HistoryEntry[]]

/** How long scheduled runs watch over a deploy. */
export interface Monitoring {
  /** When the site was deployed; ISO 8601, UTC. */
  readonly deployedAt: string
  /** When the monitoring ends; ISO 8601, UTC. */
  readonly until: string
}
