export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * Why a name did not resolve. `no-such-host` is NXDOMAIN; `no-address` a name without A and AAAA;
 * `server-failure` a resolver that could not find out; `timeout` no answer before the deadline.
 */
export type ResolutionFailure = 'no-such-host' | 'no-address' | 'server-failure' | 'timeout' | 'other'

/** What the runner's own resolver says about the site's name. `took` is in milliseconds. */
export type Resolution = { readonly host: string; readonly elapsed: number } & (
  | { readonly kind: 'resolved'; readonly addresses: readonly [Address, ...Address[]] }
  | { readonly kind: 'failed'; readonly reason: ResolutionFailure; readonly code: string }
)

/** By which way a DNS server was asked; `https` is DNS over HTTPS (RFC 8484). */
export type Transport = 'udp' | 'tcp' | 'https'

/** An extended DNS error (RFC 8914). The text is the server's, hence hostile, and may hold addresses. */
export interface ExtendedError {
  readonly code: number
  readonly text: string
}

/**
 * What one DNS server says about the addresses of a name, read off the wire. Addresses and names in it may be the
 * origin's: they are counted and never shown.
 */
export type DnsAnswer = {
  /** The address of a resolver, or the name of a name server. */
  readonly server: string
  /** Milliseconds until both its answers were there, A and AAAA. */
  readonly elapsed: number
  readonly transport: Transport
} & (
  | {
      readonly kind: 'resolved'
      readonly addresses: readonly [Address, ...Address[]]
      /** The names that the site's own leads to, from CNAME to CNAME. */
      readonly aliases: readonly string[]
      /** Seconds for which the answer may be kept: those of the record that ends first. */
      readonly ttl: number
    }
  | {
      readonly kind: 'failed'
      /** `timeout` where nothing was heard at all, `other` where the server will not speak with us. */
      readonly reason: ResolutionFailure
      /** The response code, such as `NXDOMAIN`, or Node's code where nothing was heard. */
      readonly code: string
      /** Seconds for which a "no" may be kept, as the zone's SOA says (RFC 2308); absent where nothing says so. */
      readonly ttl?: number
      readonly errors: readonly ExtendedError[]
      /** The server knows the name once it is asked not to check signatures: it is DNSSEC that fails. */
      readonly bogus: boolean
    }
)
