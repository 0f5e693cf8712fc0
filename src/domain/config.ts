/** Inclusive ranges of status codes. */
export type StatusRanges = readonly (readonly [from: number, to: number])[]

/** One origin of the site. */
export interface OriginTarget {
  readonly scheme: 'http:' | 'https:'
  /** A name or an address; an IPv6 address without brackets. Secret unless `showOrigin`. */
  readonly host: string
  readonly port: number
}

/** How Cloudflare connects to the origin and validates it. `auto`: the zone's mode, or else what the URL suggests. */
export type SslMode = 'auto' | 'off' | 'flexible' | 'full' | 'strict'

/** A text that must occur, or a pattern that must match. */
export type Expected =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }

/** A required header. The name is in lower case. */
export interface ExpectedHeader {
  readonly name: string
  readonly value: Expected
}

/** A certificate and its key, as PEM. The key is secret. */
export interface ClientCertificate {
  readonly cert: string
  readonly key: string
}

/** One site: what to request, from where, and what to expect. */
export interface Site {
  /** Normalized, with its scheme and path. */
  readonly url: string
  readonly origins: readonly OriginTarget[]
  /** Host header and TLS server name of the direct probe. */
  readonly originHost: string
  readonly originSni: string
  /** Sent on every probe of the site. The values are secret. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly expectedStatus: StatusRanges
  /** Milliseconds for one request, from connecting to the last byte. */
  readonly timeout: number
  readonly method: 'GET' | 'HEAD'
  readonly sslMode: SslMode
  /**
   * The command that carries the connections to the origins, with `%h`, `%p` and `%%` in it (ProxyCommand in
   * ssh_config(5)). Never printed. There are origins then.
   */
  readonly originProxyCommand?: string
  /** PEM of private roots that Cloudflare trusts for this origin. */
  readonly originCa: readonly string[]
  readonly clientCertificate?: ClientCertificate
  /** A Cloudflare Access service token, sent to the edge only. Secret. */
  readonly access?: { readonly id: string; readonly secret: string }
  readonly expectedBody?: Expected
  readonly expectedHeader?: ExpectedHeader
  /** Also request a script and a stylesheet that the page names. */
  readonly checkAssets?: true
  /** Milliseconds; slower is unhealthy. */
  readonly maxResponseTime?: number
  /** How many redirects are followed; with 0 the redirect itself is judged. */
  readonly followRedirects: number
  /** Warn about a certificate that expires within so many days. */
  readonly certificateDays: number
  /** Addresses of the DNS servers to compare; none: only the runner's own is queried. */
  readonly resolvers: readonly string[]
  /** Reads the zone. The token is secret. */
  readonly zone?: { readonly token: string; readonly id?: string }
  /** Globalping also requests the site. */
  readonly vantage?: Vantage
  /** The site's own schedule; absent: that of the run. */
  readonly schedule?: Schedule
}

/** From where Globalping's probes request the site. */
export interface Vantage {
  readonly points: readonly [VantagePoint, ...VantagePoint[]]
  /** Whether they also request the origins, whose addresses then leave this machine. */
  readonly origin: boolean
  /** Of a Globalping account. Secret. */
  readonly token?: string
}

export interface VantagePoint {
  /** Globalping's `magic`: `Europe`, `Germany+AS24940`. */
  readonly location: string
  /** How many probes. Each costs one test. */
  readonly probes: number
}

/** In milliseconds, except `consecutiveSuccesses`. */
export interface Schedule {
  readonly wait: number
  readonly interval: number
  readonly consecutiveSuccesses: number
  /** How long to keep checking a site after it was healthy. */
  readonly watch: number
}

export type FailOn = 'unhealthy' | 'inconclusive' | 'warning'

/** The validated configuration of a run. `publish` is used by the Action only. */
export interface Config {
  readonly sites: readonly [Site, ...Site[]]
  readonly schedule: Schedule
  readonly failOn: ReadonlySet<FailOn>
  readonly showOrigin: boolean
  /** Path of the JSON report; empty: none. */
  readonly report: string
  /** Path of the JUnit report; empty: none. */
  readonly junit: string
  /** Path of the HTML report; empty: none. */
  readonly html: string
  /** Path of the JSON of a badge; empty: none. */
  readonly badge: string
  /** Path of an earlier JSON report to compare with; empty: none. */
  readonly baseline: string
  /** When the site was deployed, in milliseconds since the epoch, and how long it is monitored, in milliseconds. */
  readonly deployed?: { readonly at: number; readonly monitorFor: number }
  readonly publish: PublishConfig
}

export interface PublishConfig {
  readonly comment: 'always' | 'on-failure' | 'never'
  readonly commentTarget: 'auto' | 'pr' | 'commit'
  readonly commentKey: string
  /** Undefined: found from the event. */
  readonly prNumber: number | undefined
  /** Where the results belong, instead of the event's commit. */
  readonly commitSha: string | undefined
  readonly jobSummary: boolean
  readonly checkRun: boolean
  readonly deploymentStatus: boolean
  readonly githubToken: string
}
