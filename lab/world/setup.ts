import type { Host } from '../network/addresses.ts'
import type { ApiHost } from '../apis/defaults.ts'
import type { CertificateKind } from '../tls/authorities.ts'
import type { PathState } from '../network/network.ts'
import type { OriginKind } from '../origins/index.ts'
import type { EdgeBehavior, Limits, OriginRecord, SslMode, ZoneSettings } from './zone.ts'

/** Where a name leads: to one host, to several, or nowhere for a reason. */
export type NameTarget = Host | readonly Host[] | 'no-such-host' | 'no-address' | 'server-failure'

export type Resolver = 'runner' | '1.1.1.1' | '8.8.8.8' | '9.9.9.9'

/**
 * How a resolver takes a question about the site; `stale` still gives the answer of `before`. `closed` is a port where
 * nothing listens, `truncated` sends everybody to TCP, `lying` is raced by a forged answer.
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
 * Whether the parent leads to name servers that do their work. `lame`: they know nothing of the zone; `dead`: they do not
 * answer; `moved`: it leads to others, which still have the records of `before`.
 */
export type DelegationState = 'delegated' | 'not-delegated' | 'lame' | 'dead' | 'moved'

/** `data-center-out` is what a status page tells; the others are what becomes of requests. */
export type ServiceState = 'data-center-out' | 'silent' | 'reset' | 'error'

/** Everything that is so on the internet at one moment. Flat: a scenario gives only where it differs from `ALL_WELL`. */
export interface Setup {
  /** What answers at the origin's address. `stopped` does not even hold its port. */
  readonly origin: OriginKind
  /** What answers at the origin's IPv6 address, where something leads to it. */
  readonly ipv6Origin: OriginKind | 'the-same'
  /** What answers at the addresses of the other origins, with a valid certificate. */
  readonly second: OriginKind
  readonly third: OriginKind
  readonly old: OriginKind
  /** What the origin shows in the TLS handshake. */
  readonly certificate: CertificateKind
  /** Whether Cloudflare was told of the company's own authority, which signs `unknown-issuer` (Custom Origin Trust Store). */
  readonly companyCa: 'unknown' | 'trusted'

  /** How Cloudflare dials and judges the origin. */
  readonly ssl: SslMode
  /** What the edge does with a request. */
  readonly edgeBehavior: EdgeBehavior
  /** The host's settings beyond these. */
  readonly zone: Omit<ZoneSettings, 'limits'>
  /** Where Cloudflare's record leads: to one host, to each in turn, or to what `OriginRecord` tells. */
  readonly record: Host | readonly Host[] | OriginRecord
  /** The edge's upstreamTimeout, in milliseconds. */
  readonly limits: Limits

  /** Where the site's name leads in public DNS. */
  readonly resolvesTo: NameTarget
  /** Where it led before: what a stale resolver still says. */
  readonly resolvedTo: NameTarget
  readonly delegation: DelegationState
  /** Those that are not well. */
  readonly resolvers: Readonly<Partial<Record<Resolver, ResolverState>>>
  /** APIs and status pages that are not well. */
  readonly services: Readonly<Partial<Record<ApiHost, ServiceState>>>

  /** The ways to the origins: Cloudflare's may be shut while the runner's is open, and the other way round. */
  readonly edgeToOrigin: PathState
  readonly runnerToOrigin: PathState
  /** The runner's way to Cloudflare. */
  readonly runnerToEdge: PathState
  /** The runner's way to all others but GitHub and its own resolver: public resolvers, name servers, APIs. */
  readonly runnerToOthers: PathState

  /** What becomes different while the Action runs. */
  readonly later: readonly SetupChange[]
}

/** `staged` changes what is so `after` milliseconds from the start of the Action. */
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
  ssl: 'strict',
  edgeBehavior: 'proxy',
  zone: {},
  record: 'origin',
  // As Cloudflare's 19 s and 125 s, for people who wait.
  limits: { connect: 500, read: 800 },
  resolvesTo: 'edge',
  resolvedTo: 'old',
  delegation: 'delegated',
  resolvers: {},
  services: {},
  edgeToOrigin: 'open',
  runnerToOrigin: 'open',
  runnerToEdge: 'open',
  runnerToOthers: 'open',
  later: [],
}

export const completeSetup = (staged: Partial<Setup>): Setup => ({ ...DEFAULT_SETUP, ...staged })
