import type { EdgeRequest } from '../edge/edge-request.ts'
import type { ErrorCode } from '../edge/pages/errors.ts'
import type { Page } from '../http/page.ts'

/**
 * How Cloudflare connects to the origin and validates its certificate.
 * - `off`: plain HTTP.
 * - `flexible`: plain HTTP on port 80 for visitors on port 443; on other ports the same as `full`.
 * - `full`: the visitor's scheme, with any certificate.
 * - `strict`: the certificate must be unexpired, issued by a public CA or Cloudflare's Origin CA, and match the
 *   name.
 * - `origin_pull`: `strict`, also for visitors on plain HTTP.
 */
export type SslMode = 'off' | 'flexible' | 'full' | 'strict' | 'origin_pull'

/** Settings of one host in Cloudflare's dashboard. Absent ones are off, or as in a new zone. */
export interface Zone extends ZoneSettings {
  readonly host: string
  readonly ssl: SslMode
  readonly origin: OriginRecord
  readonly behavior: EdgeBehavior
}

/** The target of the proxied DNS record. Visitors see Cloudflare's addresses instead. */
export type OriginRecord =
  | OriginAddress
  /** Several records: the edge uses them in turn. With `failover`, a load balancer that tries a second one. */
  | { readonly pool: readonly OriginAddress[]; readonly failover?: boolean }
  /** A CNAME to `<uuid>.cfargotunnel.com`. A connector that is up requests the service at `address`. */
  | { readonly tunnel: 'down' }
  | ({ readonly tunnel: 'up'; readonly scheme?: 'http' | 'https' } & OriginAddress)
  /** A CNAME whose target does not resolve: 530 with 1016. */
  | 'unresolvable'
  /** A load balancer whose pools are all unusable, including the fallback. Same page as `unresolvable`. */
  | 'no-pool'

export interface OriginAddress {
  readonly address: string
  /** Absent: the visitor's port, or 80 where TLS ends at the edge. */
  readonly port?: number
  /** Target of a CNAME. `strict` also accepts a certificate for it. */
  readonly name?: string
}

/**
 * What the edge does with a request. With `proxy` it requests the origin; otherwise it responds itself.
 * - `cached`: a fresh copy from the cache.
 * - `bare-…`: an error that Cloudflare itself caused, on the unbranded page.
 * - `error-…`: the branded page of that code, 5xx or 1xxx, such as `error-1015` for a rate limit.
 * - `blocked`: blocked by a rule.
 * - `challenge`: marked by a response header. `legacy-challenge`: the page from before 2023, without that header.
 * - `platform-…`: a hosting platform behind Cloudflare responds in the origin's place, with an empty body.
 * - A function responds for the zone's own rules, Workers and redirects. Undefined: the edge requests the origin.
 */
export type EdgeBehavior =
  | 'proxy'
  | 'cached'
  | 'challenge'
  | 'legacy-challenge'
  | 'blocked'
  | 'tunnel-down'
  | 'platform-502'
  | 'platform-503'
  | ErrorBehavior
  | EdgeRule

export type EdgeRule = (request: EdgeRequest) => Page | undefined

export type ErrorBehavior = `bare-${500 | 502 | 503 | 504}` | `error-${ErrorCode}`

export interface ZoneSettings {
  readonly rules?: OriginRules
  /** Milliseconds. Enterprise zones may set the read timeout; scenarios shorten all of them. */
  readonly limits?: Partial<Limits>
  /** Authenticated origin pulls: the edge presents a client certificate. */
  readonly clientCertificate?: boolean
  /** PEM of the roots that `strict` accepts instead of the public ones (custom origin trust store). */
  readonly trustStore?: readonly string[]
  /** Automatic key exchange selected X25519MLKEM768, so that the ClientHello to the origin needs two packets. */
  readonly postQuantum?: boolean
  /** HTTP/2 to an origin that offers it. On by default. */
  readonly http2?: boolean
  /**
   * Milliseconds that an idle connection to the origin stays open for reuse. Cloudflare uses 900 s. Absent: each
   * request opens a new connection, so that a firewall change takes effect at once.
   */
  readonly keepAlive?: number
  /** Bodies of the origin's own 502 and 504 pass (`origin_error_page_pass_thru`, Enterprise). */
  readonly passThroughErrorPages?: boolean
  /**
   * `custom`: the customer's own page, for every client. `text`: `error code: NNN` unless the client requests HTML.
   */
  readonly errorPages?: 'since-2023' | 'until-2022' | 'text' | 'custom'
  /** The challenge platform injects its script into the origin's HTML. */
  readonly injectsScript?: boolean
  readonly cache?: CacheState
  /** The cached response. */
  readonly cachedCopy?: CachedCopy
  /** A cache rule leaves the query string out of the key, so that a query cannot bypass the cache. */
  readonly cacheIgnoresQuery?: boolean
  /** Redirects plain HTTP to HTTPS. */
  readonly alwaysHttps?: boolean
  readonly access?: AccessPolicy
  /** More than `requests` within `per` milliseconds get 429 with 1015. */
  readonly rateLimit?: { readonly requests: number; readonly per: number }
  /** What Cloudflare's analytics say about the last minutes: how many visitors got a status for one of the origin. */
  readonly traffic?: readonly {
    readonly count: number
    readonly edgeStatus: number
    readonly originStatus: number
  }[]
  /** Every `every`-th request of the host gets another behavior. */
  readonly intermittent?: { readonly every: number; readonly behavior: EdgeBehavior }
  /** Data centers with their own behavior, by IATA code: `{ AMS: 'bare-502' }`. */
  readonly colos?: Readonly<Record<string, EdgeBehavior>>
}

/** Milliseconds. */
export interface Limits {
  /** For TCP to connect, and again for TLS: 522, 525. Cloudflare waits 19 s. */
  readonly connect: number
  /** For the response to start, and between two reads of its body: 524. Cloudflare waits 125 s. */
  readonly read: number
}

/** Origin Rules: what the edge uses instead of the visitor's host. */
export interface OriginRules {
  /** Host header. Also changes the TLS server name, unless `sni` is given. */
  readonly host?: string
  readonly sni?: string
  /** DNS override: another address than the record's. */
  readonly address?: string
  readonly port?: number
}

/**
 * How the cache handles a page.
 * - `fresh` (HIT) and `updating`: served without a request to the origin.
 * - `revalidated`: the origin is requested, then the copy is served.
 * - `stale-if-error`, `always-online`: the copy is served if the origin fails.
 * - Otherwise the origin's response is forwarded.
 * A query string makes another cache key, which has no copy.
 */
export type CacheState =
  | 'dynamic'
  | 'bypass'
  | 'miss'
  | 'fresh'
  | 'updating'
  | 'revalidated'
  | 'expired'
  | 'stale-if-error'
  | 'always-online'

export interface CachedCopy {
  readonly body: string
  /** Default: a 200 with HTML, for every path. */
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The only paths that are in the cache. */
  readonly paths?: readonly string[]
  /** Seconds since it was fetched. */
  readonly age: number
}

/** Cloudflare Access in front of the host. */
export interface AccessPolicy {
  /** The login page is at `https://TEAM.cloudflareaccess.com`. */
  readonly team: string
  /** The service token that is accepted. Absent: every client has to log in. */
  readonly token?: { readonly id: string; readonly secret: string }
}
