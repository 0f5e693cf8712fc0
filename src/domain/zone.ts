import type { Untrusted } from './untrusted.ts'

/** Cloudflare's API about a zone and one of its hosts. Has no addresses: whether records match is a boolean. */
export interface ZoneFacts {
  /** `active`, `pending`, `moved` … */
  readonly status?: Untrusted
  /** A partial (CNAME) setup: another DNS provider has the zone's records, and no name server is Cloudflare's. */
  readonly partial?: true
  /** While paused, nothing in the zone is proxied. */
  readonly paused?: boolean
  /** How Cloudflare connects to origins and validates them: `off`, `flexible`, `full`, `strict`, `origin_pull`. */
  readonly ssl?: string
  readonly record?: HostRecord
  /** What the zone's Origin Rules change. It is unknown whether they apply to this host. */
  readonly rules?: { readonly address: boolean; readonly port: boolean; readonly host: boolean }
  /** A route sends this page to a Worker. */
  readonly worker?: boolean
  /** `healthy`, `degraded`, `down`, `inactive`. */
  readonly tunnel?: Untrusted
  /** The pools of the host's load balancer, including the fallback. */
  readonly pools?: readonly PoolHealth[]
  /** What couldn't be read and why, as sentences. */
  readonly unread: readonly Untrusted[]
}

/**
 * What a record points to when no server of the site's owner is there: Cloudflare Pages, Workers or R2, or an address
 * that no server has (`100::`, `192.0.2.1`), which a Worker's route needs as a placeholder.
 */
export type Originless = 'pages' | 'workers' | 'r2' | 'placeholder'

/** The target of the host's records. `none`: it has no record, like a host with a load balancer. */
export interface HostRecord {
  readonly kind: 'address' | 'name' | 'tunnel' | 'none'
  readonly proxied: boolean
  /** No record points to a server that could be requested directly. */
  readonly originless?: Originless
  /** For each configured origin, whether the records point to it; null when they can't be compared. */
  readonly pointsToOrigins: readonly (boolean | null)[]
}

export interface PoolHealth {
  /** Undefined: the pool has no monitor, or the token can't read its health. */
  readonly healthy?: boolean
  /** The monitor's failure reasons, from the API. */
  readonly failures: readonly Untrusted[]
}

/**
 * How often visitors of the host got each pair of statuses, the most frequent first. Cloudflare's analytics are sampled
 * and minutes late. `origin` is 0 without a response.
 */
export interface Analytics {
  readonly minutes: number
  readonly rows: readonly { readonly edge: number; readonly origin: number; readonly count: number }[]
  /** Why they could not be read. */
  readonly unread?: Untrusted
}

/** Cloudflare's status page: one data center, and the open incidents. */
export interface StatusPage {
  /** `operational`, `partial_outage` …; absent when the data center is not on it. */
  readonly colo?: Untrusted
  readonly incidents: readonly Untrusted[]
  readonly unread?: Untrusted
}
