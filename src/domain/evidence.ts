import type { SkippedRounds } from './availability.ts'
import type { Exchange, AddressFamilies, Http2Result, KeepAliveResult } from './exchange.ts'
import type { TlsInspection } from './tls-inspection.ts'
import type { IdleConnection } from './idle-connection.ts'
import type { Resolution, DnsAnswer } from './dns.ts'
import type { Expected, ExpectedHeader, Site, SslMode, StatusRanges } from './config.ts'
import type { Analytics, StatusPage, ZoneFacts } from './zone.ts'

/** What every look asks, all at the same moment. A key without a probe, or a probe without a key, does not compile. */
export interface Observations {
  /** The site as visitors get it. */
  readonly edge: Exchange
  /** The same request, dialed at the address of each origin, in the order of the input. */
  readonly origins: readonly Exchange[]
  /** `/cdn-cgi/trace`: answered by Cloudflare itself, without the origin. */
  readonly trace: Exchange
  readonly dns: Resolution
}

export type ProbeId = keyof Observations

/** What is asked of one origin again, where its first answer left a question. */
export interface Recheck {
  /** The same, without the fields that only Cloudflare sends. */
  readonly withoutCloudflareHeaders?: Exchange
  /** The very same, once more: whether it fails every time. */
  readonly repeated?: Exchange
  /** The same over HTTP/2. */
  readonly http2?: Http2Result
  /** The same twice, on one connection. */
  readonly keepAlive?: KeepAliveResult
  /** By IPv4 and by IPv6, where its name has both. */
  readonly addressFamilies?: AddressFamilies
  /** A TLS handshake, seen from beneath. */
  readonly tlsInspection?: TlsInspection
  /** The same request at the same port: in plain HTTP where it was TLS, the other way round where it was not. */
  readonly otherScheme?: Exchange
  /** The same request at the other well-known port and by its scheme: 80 in the place of 443, or the other way round. */
  readonly otherPort?: Exchange
}

/** What is asked again where the first answers left a question, but for what is asked of an origin. */
export interface FollowUps {
  /** The site as visitors get it, in a way that no cache can answer. */
  readonly uncached: Exchange
  /** What Cloudflare counted lately. */
  readonly analytics: Analytics
  readonly statusPage: StatusPage
  /**
   * What each of the resolvers to compare says of the site's name. Also in the first look of a run and after one that
   * was not well, as far as they have answered by the time that all else is known.
   */
  readonly resolvers: readonly DnsAnswer[]
  /** The runner's own resolver, asked as those are; empty where it cannot be. */
  readonly ownResolver: readonly DnsAnswer[]
  /** The name servers of the site's zone; empty where nobody knows them. */
  readonly nameServers: readonly DnsAnswer[]
  /** An address that has nothing to do with the site: whether this runner has a network. */
  readonly connectivity: Exchange
  /** Cloudflare's ranges as it tells them now; empty where it could not be asked: then the built-in list is all there is. */
  readonly ranges: readonly string[]
  /** Where the site's name leads, by IPv4 and by IPv6. */
  readonly addressFamilies: AddressFamilies
}

/** A question that the first answers left. Those about an origin name its place in the order of the input, from 0. */
export type FollowUpQuestion =
  | { readonly ask: keyof FollowUps }
  | { readonly ask: keyof Recheck; readonly origin: number }

/** What was asked, so that evidence can be judged and replayed without the configuration. Holds no address and no secret. */
export interface CheckRequest {
  readonly url: string
  readonly host: string
  readonly port: number
  readonly method: Site['method']
  readonly expectedStatus: StatusRanges
  /** Milliseconds that one request was given. */
  readonly timeout: number
  /** As the user has it: `auto` where he leaves it to the zone. */
  readonly sslMode: SslMode
  /** Days before its end at which a certificate is worth a warning. */
  readonly certificateDays: number
  readonly expectedBody?: Expected
  readonly expectedHeader?: ExpectedHeader
  /** Milliseconds; slower is unhealthy. */
  readonly maxResponseTime?: number
  /** How each origin was dialed. */
  readonly origins: readonly { readonly tls: boolean; readonly port: number }[]
}

/** All that one look found. Plain JSON. */
export type Evidence = Readonly<Partial<Observations & FollowUps>> & {
  /** By origin, in the order of the input; absent when nothing was asked of any again. */
  readonly rechecks?: readonly Recheck[]
  /** By origin: what has become so far of the connection that `watch` keeps and uses again. */
  readonly idleConnections?: readonly IdleConnection[]
  /** Looks between the one before in the history and this, when it was too long to keep them all. */
  readonly skipped?: SkippedRounds
  /** Read once in a while, not at every look; absent without a token. */
  readonly zone?: ZoneFacts
  readonly request: CheckRequest
  /** When the look began, in milliseconds since the epoch. */
  readonly at: number
}

/** The looks of a run, oldest first. Never empty. */
export type History = readonly [Evidence, ...Evidence[]]
