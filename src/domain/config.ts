/** Inclusive ranges of status codes. */
export type StatusRanges = readonly (readonly [from: number, to: number])[]

/** One place where the site lives, behind Cloudflare. */
export interface OriginTarget {
  readonly scheme: 'http:' | 'https:'
  /** A name or an address; an IPv6 address without brackets. Secret unless `showOrigin`. */
  readonly host: string
  readonly port: number
}

/** One site to judge: what to ask, of whom, and what to expect. */
export interface Site {
  /** Normalised, with its scheme and path. */
  readonly url: string
  readonly origins: readonly OriginTarget[]
  /** Host header and TLS server name of the direct probe. */
  readonly originHost: string
  readonly originSni: string
  /** Sent on every probe of the site. The values are secret. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly expectedStatus: StatusRanges
  /** Milliseconds for one request, from dialling to the last byte. */
  readonly timeout: number
}

/** Milliseconds, but for `consecutiveSuccesses`. */
export interface Schedule {
  readonly wait: number
  readonly interval: number
  readonly consecutiveSuccesses: number
}

export type FailOn = 'unhealthy' | 'inconclusive' | 'warning'

/** Everything a run is told, checked. What only the Action uses is in `publish`. */
export interface Config {
  readonly sites: readonly [Site, ...Site[]]
  readonly schedule: Schedule
  readonly failOn: ReadonlySet<FailOn>
  readonly showOrigin: boolean
  /** Path of the JSON report; empty: none. */
  readonly report: string
  readonly publish: PublishConfig
}

export interface PublishConfig {
  readonly comment: 'always' | 'on-failure' | 'never'
  readonly commentTarget: 'auto' | 'pr' | 'commit'
  readonly commentKey: string
  /** Undefined: found from the event. */
  readonly prNumber: number | undefined
  readonly jobSummary: boolean
  readonly githubToken: string
}
