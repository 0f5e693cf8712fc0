import type { Untrusted } from './untrusted.ts'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * Why a name didn't resolve. `no-such-host`: NXDOMAIN. `no-address`: the name has no A or AAAA record.
 * `server-failure`: the resolver failed. `timeout`: no answer before the deadline.
 */
export type ResolutionFailure = 'no-such-host' | 'no-address' | 'server-failure' | 'timeout' | 'other'

/** The runner's own resolution of the site's name. `elapsed` is in milliseconds. */
export type Resolution = { readonly host: string; readonly elapsed: number } & (
  | { readonly kind: 'resolved'; readonly addresses: readonly [Address, ...Address[]] }
  | { readonly kind: 'failed'; readonly reason: ResolutionFailure; readonly code: string }
)

/** The transport of a DNS query; `https` is DNS over HTTPS (RFC 8484). */
export type Transport = 'udp' | 'tcp' | 'https'

/** An extended DNS error (RFC 8914). The text is from the server and may contain addresses. */
export interface ExtendedError {
  readonly code: number
  readonly text: Untrusted
}

/**
 * One DNS server's answer about the addresses of a name. Addresses and names in it may be the origin's, so they are
 * counted and never shown, except the name of an alias that doesn't resolve.
 */
export type DnsAnswer = {
  /** The address of a resolver, or the name of a name server. */
  readonly server: Untrusted
  /** Milliseconds until both answers, A and AAAA, had arrived. */
  readonly elapsed: number
  readonly transport: Transport
} & (
  | {
      readonly kind: 'resolved'
      readonly addresses: readonly [Address, ...Address[]]
      /** The CNAME targets, in order. */
      readonly aliases: readonly Untrusted[]
      /** Seconds for which the answer may be cached: the lowest TTL of its records. */
      readonly ttl: number
    }
  | {
      readonly kind: 'failed'
      /** `timeout`: no reply. `other`: the server refused the query. */
      readonly reason: ResolutionFailure
      /** The CNAME targets, in order: the last one is what doesn't resolve. Absent without a CNAME. */
      readonly aliases?: readonly Untrusted[]
      /** The response code, such as `NXDOMAIN`, or Node's error code without a reply. */
      readonly code: string
      /** Seconds for which a negative answer may be cached, from the SOA record (RFC 2308); absent without one. */
      readonly ttl?: number
      readonly errors: readonly ExtendedError[]
      /** The server resolves the name when signatures are not checked, so DNSSEC is what fails. */
      readonly bogus: boolean
    }
)
