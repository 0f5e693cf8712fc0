import type { Host } from '../network/addresses.ts'
import type { ApiHost } from '../network/addresses.ts'
import type { BastionState } from '../bastion/bastion.ts'
import type { GlobalpingSetup } from '../apis/globalping.ts'
import type { SocksState } from '../bastion/socks.ts'
import type { CertificateKind } from '../tls/authorities.ts'
import type { PathState } from '../network/network.ts'
import type { OriginSetup } from '../origins/index.ts'
import type { EdgeBehavior, Limits, OriginRecord, SslMode, ZoneSettings } from './zone.ts'

/** What a name resolves to: one host, several, or the reason for a failure. */
export type NameTarget =
  | Host
  | readonly Host[]
  | 'no-such-host'
  | 'no-address'
  | 'server-failure'
  /** A CNAME to `GONE_TARGET`, a name that doesn't exist, or to `EMPTY_TARGET`, one without addresses. */
  | 'gone-alias'
  | 'empty-alias'

export type Resolver = 'runner' | '1.1.1.1' | '8.8.8.8' | '9.9.9.9'

/**
 * How a resolver handles queries for the site. `stale` still returns `resolvedTo`. `closed` has no listener,
 * `truncated` sends every client to TCP, and `spoofed` has each answer preceded by a forged one.
 */
export type ResolverState =
  | 'healthy'
  | 'stale'
  | 'nxdomain'
  | 'nodata'
  | 'servfail'
  | 'bogus'
  | 'refused'
  | 'silent'
  | 'closed'
  | 'closed-udp'
  | 'truncated'
  | 'slow'
  | 'spoofed'

/**
 * How the parent zone delegates the site's zone. `lame`: its name servers don't serve the zone. `dead`: they don't
 * respond. `moved`: it still names the old servers, which return `resolvedTo`.
 */
export type DelegationState = 'delegated' | 'not-delegated' | 'lame' | 'dead' | 'moved'

/** `data-center-out` is reported by a status page. The others are what happens to requests. */
export type ServiceState = 'data-center-out' | 'silent' | 'reset' | 'error'

/** The state of the lab's internet at one moment. A scenario gives only what differs from `DEFAULT_SETUP`. */
export interface Setup {
  /** The server at the origin's address. `stopped` has its ports closed. */
  readonly origin: OriginSetup
  /** The server at the origin's IPv6 address, if the name or the record points to it. */
  readonly ipv6Origin: OriginSetup | 'the-same'
  /** The servers at the other origins' addresses. Their certificates are valid. */
  readonly second: OriginSetup
  readonly third: OriginSetup
  readonly old: OriginSetup
  /** The certificate that the origin presents. */
  readonly certificate: CertificateKind
  /**
   * Whether the zone's custom origin trust store has the company's own CA, which signs `unknown-issuer`. Then
   * Cloudflare trusts no other CA.
   */
  readonly companyCa: 'unknown' | 'trusted'

  /** The certificate that visitors get. Without one, Cloudflare ends their handshakes. */
  readonly edgeCertificate: 'valid' | 'none'
  /** How Cloudflare connects to the origin and validates its certificate. */
  readonly ssl: SslMode
  /** How the edge handles requests. */
  readonly edgeBehavior: EdgeBehavior
  /** Other settings of the zone. */
  readonly zone: Omit<ZoneSettings, 'limits'>
  /** What Cloudflare's DNS record points to: one host, several in turn, or any `OriginRecord`. */
  readonly record: Host | readonly Host[] | OriginRecord
  /** The pools of the host's load balancer, by their monitors. Empty: it has none. The last one is the fallback. */
  readonly pools: readonly ('healthy' | 'unhealthy')[]
  /** The edge's timeouts, in milliseconds. */
  readonly limits: Limits

  /** What the site's name resolves to in public DNS. */
  readonly resolvesTo: NameTarget
  /** What it resolved to before. A stale resolver still returns this. */
  readonly resolvedTo: NameTarget
  readonly delegation: DelegationState
  /** Resolvers that are not healthy. */
  readonly resolvers: Readonly<Partial<Record<Resolver, ResolverState>>>
  /** APIs and status pages that are not healthy. */
  readonly services: Readonly<Partial<Record<ApiHost, ServiceState>>>

  /** Globalping: its probes, and what they get. */
  readonly globalping: Partial<GlobalpingSetup>

  /** The network paths to the origins. Cloudflare's may be blocked while the runner's is open, and vice versa. */
  readonly edgeToOrigin: PathState
  readonly runnerToOrigin: PathState
  readonly bastionToOrigin: PathState
  /** The host through which the input `origin-proxy-command` reaches the origin. On loopback, a program. */
  readonly bastion: BastionState
  /** The path of Globalping's probes to the origins. */
  readonly elsewhereToOrigin: PathState
  /** The runner's SOCKS proxy. It has the bastion's address, so there is either one or the other. */
  readonly socks: SocksState
  /** The runner's path to IPv6 addresses of origins. On loopback, `net-unreachable` is a runner without IPv6. */
  readonly runnerToIpv6: PathState
  /** Hosts that drop every packet. */
  readonly silentHosts: readonly Host[]
  /** The runner's network path to Cloudflare. */
  readonly runnerToEdge: PathState
  /** The runner's network path to public resolvers, name servers and APIs, except GitHub and its own resolver. */
  readonly runnerToOthers: PathState

  /** Changes while the Action runs. */
  readonly later: readonly SetupChange[]
}

/** Applies `setup` after this many milliseconds from the start of the Action. */
export interface SetupChange {
  readonly after: number
  readonly setup: Partial<Omit<Setup, 'later'>>
}

export const DEFAULT_SETUP: Setup = {
  origin: 'up',
  ipv6Origin: 'the-same',
  second: 'stopped',
  third: 'stopped',
  old: 'stopped',
  certificate: 'valid',
  companyCa: 'unknown',
  edgeCertificate: 'valid',
  ssl: 'strict',
  edgeBehavior: 'proxy',
  zone: {},
  record: 'origin',
  pools: [],
  // Cloudflare waits 19 s and 125 s. Shorter limits keep the lab fast.
  limits: { connect: 500, read: 800 },
  resolvesTo: 'edge',
  resolvedTo: 'old',
  delegation: 'delegated',
  resolvers: {},
  services: {},
  globalping: {},
  edgeToOrigin: 'open',
  runnerToOrigin: 'open',
  bastionToOrigin: 'open',
  bastion: 'none',
  elsewhereToOrigin: 'open',
  socks: 'none',
  runnerToIpv6: 'open',
  silentHosts: [],
  runnerToEdge: 'open',
  runnerToOthers: 'open',
  later: [],
}

export const completeSetup = (changes: Partial<Setup>): Setup => ({ ...DEFAULT_SETUP, ...changes })
