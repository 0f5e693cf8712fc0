import type {
  IdleConnection,
  TlsInspection,
  AddressFamilies,
  Http2Result,
  KeepAliveResult,
  SilentConnection,
} from './recheck.ts'
import type { ChosenAddress, LateAddress, UncheckedAddresses, OtherAddress } from './address.ts'
import type { SkippedRounds } from './availability.ts'
import type { AssetLink, Exchange } from './exchange.ts'
import type { Resolution, DnsAnswer } from './dns.ts'
import type { RouteKind } from './route/route.ts'
import type { VantageMeasurement } from './vantage/vantage.ts'
import type { Site } from './config.ts'
import type { Analytics, Originless, StatusPage, ZoneFacts } from './zone.ts'

/** The observations of every round. A key without a probe, or a probe without a key, doesn't compile. */
export interface Observations {
  /** The site as visitors get it. */
  readonly edge: Exchange
  /** The same request to each origin's address, in the order of the input. */
  readonly origins: readonly Exchange[]
  readonly dns: Resolution
}

/** Further requests to one origin, when its first response leaves a question open. */
export interface Recheck {
  /** The same request, without the headers that only Cloudflare sends. */
  readonly withoutCloudflareHeaders?: Exchange
  /** The same request, also with the headers in which Cloudflare sends the visitor's address. */
  readonly visitorHeaders?: Exchange
  /** The same request with GET, when HEAD failed. */
  readonly withGet?: Exchange
  /** The same request after a TLS handshake without post-quantum groups, so that the ClientHello fits in one packet. */
  readonly classicalKeyExchange?: Exchange
  /** The identical request again, over a new connection: whether it fails every time. */
  readonly repeated?: Exchange
  /** The same request over HTTP/2. */
  readonly http2?: Http2Result
  /** The same request twice, on one connection. */
  readonly keepAlive?: KeepAliveResult
  /**
   * A connection without a request, when one with a request is reset: whether the server closes connections on its
   * own.
   */
  readonly silentConnection?: SilentConnection
  /** Connections over IPv4 and IPv6, if its name has both. */
  readonly addressFamilies?: AddressFamilies
  /** A TLS handshake, observed below the TLS library. */
  readonly tlsInspection?: TlsInspection
  /** The same request to the same port: plain HTTP instead of TLS, or TLS instead of plain HTTP. */
  readonly otherScheme?: Exchange
  /** The same request with the other scheme on its default port: 80 instead of 443, or 443 instead of 80. */
  readonly otherPort?: Exchange
}

/** The rechecks that are requests of their own. `http2` and `keepAlive` have one only if the server agrees to it. */
export const EXCHANGE_RECHECKS = [
  'withoutCloudflareHeaders',
  'visitorHeaders',
  'withGet',
  'classicalKeyExchange',
  'repeated',
  'otherScheme',
  'otherPort',
] as const satisfies readonly {
  [K in keyof Recheck]-?: NonNullable<Recheck[K]> extends Exchange ? K : never
}[keyof Recheck][]

/** Further probes, when a round leaves a question open. Those of a single origin are in `Recheck`. */
export interface FollowUps {
  /**
   * `/cdn-cgi/trace`: Cloudflare responds itself, without the origin. Requested in every round, except with many sites:
   * then only if the page doesn't show that Cloudflare responded.
   */
  readonly trace: Exchange
  /** The site as visitors get it, bypassing the cache. */
  readonly uncached: Exchange
  /** The site as visitors get it, requested with GET when HEAD failed. */
  readonly edgeWithGet: Exchange
  /** Cloudflare's recent analytics. */
  readonly analytics: Analytics
  readonly statusPage: StatusPage
  /**
   * The answer of each compared resolver. Also in the first round and after an unhealthy one, as far as they have
   * answered when the other probes are done.
   */
  readonly resolvers: readonly DnsAnswer[]
  /**
   * The responses at the addresses outside Cloudflare that resolvers return, requested without the site's own headers.
   * Empty if not all of these addresses can be requested.
   */
  readonly lateAddresses: readonly LateAddress[]
  /** The runner's own resolver, queried in the same way; empty when it can't be. */
  readonly ownResolver: readonly DnsAnswer[]
  /** The name servers of the site's zone; empty when they are unknown. */
  readonly nameServers: readonly DnsAnswer[]
  /** A request to an address unrelated to the site: whether the runner is online. */
  readonly connectivity: Exchange
  /** Cloudflare's current ranges; empty when they couldn't be fetched. Then the built-in list applies. */
  readonly ranges: readonly string[]
  /** Connections to the site's name, over IPv4 and IPv6. */
  readonly addressFamilies: AddressFamilies
  /** The first script and stylesheet that the edge's page names. Only in the round that completes the streak. */
  readonly assets: readonly AssetResult[]
  /**
   * What Globalping's probes get elsewhere. Measured when this runner doesn't get a good response from the edge or from
   * an origin, and in the round that completes the streak. Absent if the site has no vantage points.
   */
  readonly vantage: VantageMeasurement
}

/** A file that the edge's page names, and what visitors get for it. */
export interface AssetResult extends AssetLink {
  readonly kind: 'script' | 'stylesheet'
  /** The head and the first bytes. */
  readonly edge: Exchange
  /** The same, bypassing the cache: requested when a cached copy is wrong. */
  readonly uncached?: Exchange
}

/** A question that a round leaves open. `origin` is the position in the order of the input, from 0. */
export type FollowUpQuestion =
  | { readonly probe: keyof FollowUps }
  | { readonly probe: keyof Recheck; readonly origin: number }

/** The settings of a site that its evidence includes. */
export const CHECK_SETTINGS = [
  'url',
  'method',
  'expectedStatus',
  'expectedBody',
  'expectedHeader',
  'checkAssets',
  'maxResponseTime',
  'timeout',
  'sslMode',
  'certificateDays',
] as const satisfies readonly (keyof Site)[]

/** What was requested. With it, evidence is judged without the configuration. Has no origin address and no secret. */
export interface CheckRequest extends Pick<Site, (typeof CHECK_SETTINGS)[number]> {
  readonly host: string
  readonly port: number
  /** How the probe connected to each origin. `named`: it is a name, which this runner resolves. */
  readonly origins: readonly {
    readonly tls: boolean
    readonly port: number
    readonly named?: true
    /** How its connections are carried, if not directly. */
    readonly route?: RouteKind
    /** Its address has a meaning only where `route` ends, such as 127.0.0.1: Cloudflare connects to another one. */
    readonly inner?: true
    /** What it is, if it is not a server of the site's owner: `shop.pages.dev`. */
    readonly originless?: Originless
    /** One of several addresses of its name. Each has its own entry, and those of a name follow each other. */
    readonly address?: ChosenAddress
    /** Addresses of its name that were not requested; in the first entry of the name. */
    readonly unchecked?: UncheckedAddresses
  }[]
  /** The same for the site's name, if visitors connect to it without Cloudflare. */
  readonly siteAddress?: ChosenAddress
  readonly siteUnchecked?: UncheckedAddresses
  /** Kilobytes of a request before its body, if that is more than some servers accept. */
  readonly headKilobytes?: number
  /** A Cloudflare Access service token was sent. */
  readonly serviceToken?: true
  /** Globalping may request the site too. */
  readonly vantage?: true
}

/** The observations of one round. Plain JSON. */
export type Evidence = Readonly<Partial<Observations & FollowUps>> & {
  /** By origin, in the order of the input; absent without further requests. */
  readonly rechecks?: readonly Recheck[]
  /** By origin: the state of the connection that `watch` keeps open and reuses. */
  readonly idleConnections?: readonly IdleConnection[]
  /** By origin: whether the site's name resolves to its address. Absent if the name resolves to Cloudflare. */
  readonly atOrigins?: readonly boolean[]
  /** What visitors get at the other addresses of the site's name. `edge` is the worst. Absent behind Cloudflare. */
  readonly otherAddresses?: readonly OtherAddress[]
  /** The rounds skipped between the previous one in the history and this one. */
  readonly skipped?: SkippedRounds
  /** Not read in every round; absent without a token. */
  readonly zone?: ZoneFacts
  readonly request: CheckRequest
  /** The start of the round, in milliseconds since the epoch. */
  readonly at: number
}

/** The rounds of a run, oldest first. Never empty. */
export type History = readonly [Evidence, ...Evidence[]]
