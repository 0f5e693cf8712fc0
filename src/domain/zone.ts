/** What Cloudflare's API tells of a zone and of one host in it. No address is in it: whither records lead is told by yes and no. */
export interface ZoneFacts {
  /** `active`, `pending`, `moved` … */
  readonly status?: string
  /** Nothing of the zone is proxied while this is so. */
  readonly paused?: boolean
  /** How Cloudflare dials and judges origins: `off`, `flexible`, `full`, `strict`, `origin_pull`. */
  readonly ssl?: string
  readonly record?: HostRecord
  /** What Origin Rules of the zone change; whether they concern this host is not known. */
  readonly rules?: { readonly address: boolean; readonly port: boolean; readonly host: boolean }
  /** A route leads this page to a Worker. */
  readonly worker?: boolean
  /** `healthy`, `degraded`, `down`, `inactive`. */
  readonly tunnel?: string
  /** The pools of the host's load balancer, the fallback among them. */
  readonly pools?: readonly PoolHealth[]
  /** What could not be read, and why: a sentence each. */
  readonly unread: readonly string[]
}

/** Whither the host's records lead. `none`: it has no record, as a host of a load balancer. */
export interface HostRecord {
  readonly kind: 'address' | 'name' | 'tunnel' | 'none'
  readonly proxied: boolean
  /** Whether they lead to each origin that was given; null where the two cannot be compared. */
  readonly pointsToOrigins: readonly (boolean | null)[]
}

export interface PoolHealth {
  /** Undefined: nobody monitors it, or its state may not be read. */
  readonly healthy?: boolean
  /** What the monitor says, in the API's words. */
  readonly failures: readonly string[]
}

/**
 * How often visitors of the host were given each pair of statuses, the most frequent first. Cloudflare's figures are sampled,
 * and minutes late. An origin that gave none has 0.
 */
export interface Analytics {
  readonly minutes: number
  readonly rows: readonly { readonly edge: number; readonly origin: number; readonly count: number }[]
  /** Why they could not be read. */
  readonly unread?: string
}

/** What Cloudflare's status page says of a data center, and of the incidents that are not over. All text in it is hostile. */
export interface StatusPage {
  /** `operational`, `partial_outage` …; absent when the data center is not on it. */
  readonly colo?: string
  readonly incidents: readonly string[]
  readonly unread?: string
}
