import type { LabRecord } from './records.ts'

export interface Zone {
  readonly apex: string
  /** With a SOA and NS records at the apex. */
  readonly records: readonly LabRecord[]
  /** `bogus`: its signatures do not hold, so that whoever validates answers SERVFAIL. */
  readonly signatures: 'none' | 'valid' | 'bogus'
}

/** How a DNS server behaves. */
export interface ServerBehavior {
  /** What it says instead of the truth. `bogus`: SERVFAIL, unless the question has the bit "checking disabled" set. */
  readonly answer: 'truth' | 'nxdomain' | 'nodata' | 'servfail' | 'refused' | 'bogus'
  /** The names that it says so about, with all below them. Empty: about every name. */
  readonly names: readonly string[]
  /** `silent` takes questions and never answers; `closed` is a port where nothing listens. */
  readonly udp: PortState
  readonly tcp: PortState
  /** DNS over HTTPS. Only a resolver with names for its certificate has it. */
  readonly https: PortState
  /** Answers over UDP have no room: they say that the question is to be asked again over TCP. */
  readonly truncates: boolean
  /**
   * A forged answer comes before its own, as from somebody on the way: with another id, or to another question.
   * It leads to 192.0.2.66. Who takes care never reads it.
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

/** Knows its zones and nothing else. A zone that leads here and is not here is a lame delegation: REFUSED. */
export interface NameServer {
  readonly address: string
  readonly zones: readonly Zone[]
  readonly behavior: ServerBehavior
}

/** Finds out for others, and cachedRecords. */
export interface Resolver {
  /** The first is its identity; at the others the same server answers. */
  readonly addresses: readonly [string, ...string[]]
  /** Names and addresses in its certificate for DNS over HTTPS. Empty: it has none. */
  readonly names: readonly string[]
  readonly behavior: ServerBehavior
  /** What it has learned before, with the seconds that are left of it. Counted from the moment this is staged. */
  readonly cachedRecords: readonly LabRecord[]
  /** Names it has learned not to exist, with the seconds that are left. */
  readonly cachedDenials: Readonly<Record<string, number>>
  /** True: it also keeps what it finds out, for as long as that holds, as real ones do. False: a change is seen at once. */
  readonly caches: boolean
}

/** All of DNS at one moment. */
export interface DnsSetup {
  /**
   * What the parents of zones tell: the names of each zone's servers, by its apex. A zone that is missing is not
   * delegated (NXDOMAIN); a server that is missing cannot be reached.
   */
  readonly delegations: Readonly<Record<string, readonly string[]>>
  /** By name. */
  readonly nameServers: Readonly<Record<string, NameServer>>
  readonly resolvers: readonly Resolver[]
}
