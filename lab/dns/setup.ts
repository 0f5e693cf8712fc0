import type { LabRecord } from './records.ts'

export interface DnsZone {
  readonly apex: string
  /** Includes the apex's SOA and NS records. */
  readonly records: readonly LabRecord[]
  /** `bogus`: the signatures are invalid, so validating resolvers answer SERVFAIL. */
  readonly signatures: 'none' | 'valid' | 'bogus'
}

/** How a DNS server behaves. */
export interface ServerBehavior {
  /** The answer in place of the correct one. `bogus`: SERVFAIL, unless the query disables checking. */
  readonly answer: 'truth' | 'nxdomain' | 'nodata' | 'servfail' | 'refused' | 'bogus'
  /** The names, with everything below them, that get this answer. Empty: all names. */
  readonly names: readonly string[]
  /** `silent` receives queries and never answers. `closed` has no listener. */
  readonly udp: PortState
  readonly tcp: PortState
  /** DNS over HTTPS. Needs names for the certificate. */
  readonly https: PortState
  /** Every UDP answer is truncated, so that clients retry over TCP. */
  readonly truncates: boolean
  /**
   * A forged answer precedes the real one, with another id or another question. It contains 192.0.2.66. A careful
   * client ignores it.
   */
  readonly forged: 'nothing' | 'id' | 'question'
  /** Milliseconds before each answer. */
  readonly delay: number
}

export type PortState = 'open' | 'silent' | 'closed'

export const DEFAULT_BEHAVIOR: ServerBehavior = {
  answer: 'truth',
  names: [],
  udp: 'open',
  tcp: 'open',
  https: 'open',
  truncates: false,
  forged: 'nothing',
  delay: 0,
}

/** Serves only its zones. If a zone is delegated here but missing, that is a lame delegation: REFUSED. */
export interface NameServer {
  readonly address: string
  readonly zones: readonly DnsZone[]
  readonly behavior: ServerBehavior
}

/** Resolves names for clients and caches the answers. */
export interface Resolver {
  /** The first one identifies the server. The same server answers at the others. */
  readonly addresses: readonly [string, ...string[]]
  /** Names and addresses in its certificate for DNS over HTTPS. Empty: no DNS over HTTPS. */
  readonly names: readonly string[]
  readonly behavior: ServerBehavior
  /** Preloaded records. Their TTL counts from the moment when the setup is applied. */
  readonly cachedRecords: readonly LabRecord[]
  /** Names preloaded as nonexistent, with the remaining seconds. */
  readonly cachedDenials: Readonly<Record<string, number>>
  /** True: also caches new answers for their TTL, as real resolvers do. False: changes are visible at once. */
  readonly caches: boolean
}

/** The state of all DNS servers at one moment. */
export interface DnsSetup {
  /**
   * The name servers of each zone, by its apex, as the parent zone lists them. A missing zone is not delegated
   * (NXDOMAIN). A missing server is unreachable.
   */
  readonly delegations: Readonly<Record<string, readonly string[]>>
  /** By name. */
  readonly nameServers: Readonly<Record<string, NameServer>>
  readonly resolvers: readonly Resolver[]
}
