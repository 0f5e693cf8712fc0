import type { ErrorCode } from '../edge/pages/errors.ts'

/**
 * How Cloudflare dials the origin and judges its certificate.
 * `off`: plain HTTP. `flexible`: plain HTTP at port 80 for visitors of port 443, as `full` for those of other ports.
 * `full`: as the visitor came, and any certificate will do. `strict`: the certificate must be unexpired, of a public
 * authority or Cloudflare's Origin CA, and for the right name. `origin_pull`: as `strict`, also for who came by plain HTTP.
 */
export type SslMode = 'off' | 'flexible' | 'full' | 'strict' | 'origin_pull'

/** What is known of one host in Cloudflare's dashboard. Whatever is not given is off, or as it is in a new zone. */
export interface Zone extends ZoneSettings {
  readonly host: string
  readonly ssl: SslMode
  readonly origin: OriginRecord
  readonly behavior: EdgeBehavior
}

/** Where the proxied DNS record leads. Visitors see Cloudflare's addresses in its place. */
export type OriginRecord =
  | OriginAddress
  /** Several records: the edge takes one after the other. With `failover`, a load balancer that tries once more. */
  | { readonly pool: readonly OriginAddress[]; readonly failover?: boolean }
  /** A CNAME to `<uuid>.cfargotunnel.com`. A connector that is up asks the service at `address` from within. */
  | { readonly tunnel: 'down' }
  | ({ readonly tunnel: 'up'; readonly scheme?: 'http' | 'https' } & OriginAddress)
  /** A CNAME whose target does not resolve: 530 with 1016. */
  | 'unresolvable'
  /** A load balancer none of whose pools, the fallback among them, can be used: the same page as `unresolvable`. */
  | 'no-pool'

export interface OriginAddress {
  readonly address: string
  /** Not given: the port that the visitor came to, or 80 where TLS ends at the edge. */
  readonly port?: number
  /** Target of a CNAME. `strict` takes a certificate for it, too. */
  readonly name?: string
}

/**
 * What the edge does with a request. `proxy` asks the origin; with all others the edge answers by itself.
 * `cached` is short for a fresh copy in the cache. `bare-…`: an error of Cloudflare's own, on the page without its brand.
 * `error-…`: the branded page of that code, 5xx or 1xxx, such as `error-1015` for who asked too often.
 * `blocked`: turned away by a rule. `challenge` says so in a header; `legacy-challenge` is the page of before 2023.
 * `platform-…`: a hosting platform, itself behind Cloudflare, answers in the origin's place with an empty body.
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

export type ErrorBehavior = `bare-${500 | 502 | 503 | 504}` | `error-${ErrorCode}`

export interface ZoneSettings {
  readonly rules?: OriginRules
  /** Milliseconds. Enterprise zones may set the read timeout; a scenario shortens all of them. */
  readonly limits?: Partial<Limits>
  /** Authenticated origin pulls: the edge shows a client certificate where TLS is spoken. */
  readonly clientCertificate?: boolean
  /** PEM of private roots that `strict` accepts beside the public ones: the custom origin trust store. */
  readonly trustStore?: readonly string[]
  /** HTTP/2 to an origin that offers it. On unless false. */
  readonly http2?: boolean
  /**
   * Milliseconds for which an idle connection to the origin is kept, and used again. Cloudflare keeps them 900 s. Not
   * given: each request gets a new connection, so that what a firewall does now is seen at once.
   */
  readonly keepAlive?: number
  /** The origin's own bodies of 502 and 504 pass (`origin_error_page_pass_thru`, Enterprise). */
  readonly passThroughErrorPages?: boolean
  /** `custom`: a page of the customer's, the same for everybody. `text`: `error code: NNN` for who does not ask for more. */
  readonly errorPages?: 'since-2023' | 'until-2022' | 'text' | 'custom'
  /** The challenge platform puts its script into HTML of the origin, healthy or not. */
  readonly injectsScript?: boolean
  readonly cache?: CacheState
  /** What lies in the cache. */
  readonly cachedCopy?: CachedCopy
  /** A cache rule leaves the query string out of the key: nobody can ask past the cache. */
  readonly cacheIgnoresQuery?: boolean
  /** Plain HTTP is redirected to HTTPS. */
  readonly alwaysHttps?: boolean
  readonly access?: AccessPolicy
  /** More than `requests` within `per` milliseconds get 429 with 1015. */
  readonly rateLimit?: { readonly requests: number; readonly per: number }
  /** Each `every`-th request of the host is met with another behavior. */
  readonly intermittent?: { readonly every: number; readonly behavior: EdgeBehavior }
  /** Data centers with a behavior of their own, by IATA code: `{ AMS: 'bare-502' }`. */
  readonly colos?: Readonly<Record<string, EdgeBehavior>>
}

/** Milliseconds. */
export interface Limits {
  /** Until the TCP connection stands, and as long again until TLS does: 522, 525. Cloudflare waits 19 s. */
  readonly connect: number
  /** Until the origin answers, and between two reads of its body: 524. Cloudflare waits 125 s. */
  readonly read: number
}

/** Origin Rules: what is dialed and asked in place of the visitor's host. */
export interface OriginRules {
  /** Host header. Changes the TLS server name as well, unless `sni` is given. */
  readonly host?: string
  readonly sni?: string
  /** DNS override: another address than the record's. */
  readonly address?: string
  readonly port?: number
}

/**
 * What the cache makes of a page. With `fresh` (HIT) and `updating` the origin is not asked; with `revalidated` it is,
 * and the copy served; with `stale-if-error` and `always-online` the copy is served once the origin has failed. In the
 * other states what the origin says is passed on. A query string makes another page of it, which is not in the cache.
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
  /** Seconds since it was fetched. */
  readonly age: number
}

/** Cloudflare Access in front of the host. */
export interface AccessPolicy {
  /** `https://TEAM.cloudflareaccess.com` has the login page. */
  readonly team: string
  /** The service token that is let in. Without one nobody is who does not log in. */
  readonly token?: { readonly id: string; readonly secret: string }
}
