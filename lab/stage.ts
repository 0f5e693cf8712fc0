import type { Host } from './addresses.ts'
import type { CertificateKind } from './authorities.ts'
import type { NameFailure, Way } from './ground.ts'
import type { OriginKind } from './origins/index.ts'
import type { EdgeConduct, Limits, OriginRecord, SslMode, ZoneSettings } from './zone.ts'

export type Resolver = 'runner' | '1.1.1.1' | '8.8.8.8' | '9.9.9.9'

/** How a resolver takes a question; `stale` still gives the answer of `before`. */
export type ResolverState =
  | 'well'
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
  | 'lying'

/** Whether the name servers of the zone do their work. */
export type DelegationState = 'well' | 'not-delegated' | 'lame' | 'dead' | 'moved'

/** Everything that is so on the internet at one moment. Flat: a scenario gives only where it differs from `ALL_WELL`. */
export interface Stage {
  /** What answers at the origin's address. `stopped` does not even hold its port. */
  readonly origin: OriginKind
  /** What answers at the addresses of the other origins. */
  readonly second: OriginKind
  readonly third: OriginKind
  readonly old: OriginKind
  /** What the origin shows in the TLS handshake. */
  readonly certificate: CertificateKind

  /** How Cloudflare dials and judges the origin. */
  readonly ssl: SslMode
  /** What the edge does with a request. */
  readonly conduct: EdgeConduct
  /** The host's settings beyond these. */
  readonly zone: Omit<ZoneSettings, 'limits'>
  /** Where Cloudflare's record leads: to one host, to each in turn, or to what `OriginRecord` tells. */
  readonly record: Host | readonly Host[] | OriginRecord
  /** The edge's patience, in milliseconds. */
  readonly limits: Limits

  /** Where the site's name leads in public DNS. */
  readonly name: Host | readonly Host[] | NameFailure
  /** Where it led before: what a stale resolver still says. */
  readonly before: Host | readonly Host[] | NameFailure
  readonly delegation: DelegationState
  /** Those that are not well. */
  readonly resolvers: Readonly<Partial<Record<Resolver, ResolverState>>>
  /** Services of others that are not well, by their name in `SERVICES`. */
  readonly services: Readonly<Record<string, string>>

  /** The ways to the origins: Cloudflare's may be shut while the runner's is open, and the other way round. */
  readonly fromEdge: Way
  readonly fromRunner: Way
  /** The runner's way to Cloudflare. */
  readonly toEdge: Way

  /** What becomes different while the Action runs. */
  readonly later: readonly Change[]
}

/** `staged` changes what is so `after` milliseconds from the start of the Action. */
export interface Change {
  readonly after: number
  readonly staged: Partial<Omit<Stage, 'later'>>
}

export const ALL_WELL: Stage = {
  origin: 'up',
  second: 'stopped',
  third: 'stopped',
  old: 'stopped',
  certificate: 'valid',
  ssl: 'strict',
  conduct: 'proxy',
  zone: {},
  record: 'origin',
  // As Cloudflare's 19 s and 125 s, for people who wait.
  limits: { connect: 500, read: 800 },
  name: 'edge',
  before: 'old',
  delegation: 'well',
  resolvers: {},
  services: {},
  fromEdge: 'open',
  fromRunner: 'open',
  toEdge: 'open',
  later: [],
}

export const stageOf = (staged: Partial<Stage>): Stage => ({ ...ALL_WELL, ...staged })
