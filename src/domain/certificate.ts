import type { Untrusted } from './untrusted.ts'

/**
 * Why a validating client rejects a certificate; each is checked independently. `untrusted`: the chain doesn't end at a
 * known issuer. `chain-incomplete`: the issuer seems to be known, but an intermediate is missing.
 */
export const CERTIFICATE_FAULTS = [
  'expired',
  'not-yet-valid',
  'name-mismatch',
  'untrusted',
  'chain-incomplete',
] as const
export type CertificateFault = (typeof CERTIFICATE_FAULTS)[number]

/** One certificate of a chain. */
export interface ChainLink {
  readonly subject: Untrusted
  readonly issuer: Untrusted
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
  /** Kind and size, such as `RSA 2048` or `EC prime256v1`; empty for an unknown kind. */
  readonly key: string
  /** OpenSSL's name, such as `sha256WithRSAEncryption`; empty if it has none. */
  readonly signature: string
  /** Part of the line from the leaf, in which each is signed by the next. Other certificates are superfluous. */
  readonly linked: boolean
}

/** The leaf certificate that a TLS server presented, and its chain. */
export interface Certificate {
  readonly subject: Untrusted
  readonly issuer: Untrusted
  /** DNS names and addresses of the subjectAltName. */
  readonly names: readonly Untrusted[]
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
  /** The name that it must cover: the requested TLS server name. */
  readonly expectedName: Untrusted
  /** Signed by Cloudflare's Origin CA, which only Cloudflare trusts. */
  readonly cloudflareOriginCa: boolean
  /** Not from a CA in `origin-ca`, the zone's custom origin trust store. Absent without that input. */
  readonly outsideTrustStore?: true
  /** OpenSSL's code for the chain, such as `DEPTH_ZERO_SELF_SIGNED_CERT`; empty when the chain is valid. */
  readonly chainError: string
  readonly faults: readonly CertificateFault[]
  /** As served, the leaf first; ten at most. */
  readonly chain: readonly ChainLink[]
  /** The trusted root that ends the chain, which a server needn't send. Present only if its own dates are at fault. */
  readonly root?: ChainLink
  /** The line from the leaf is served out of order (RFC 5246, section 7.4.2). */
  readonly disordered: boolean
}
