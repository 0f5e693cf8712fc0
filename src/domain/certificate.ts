/**
 * What is wrong with a certificate in the eyes of a client that validates it, each judged on its own.
 * `untrusted` is a chain that does not end at a known issuer: self-signed or unknown. `chain-incomplete` is one that seems to
 * come from a known issuer and lacks the certificate between.
 */
export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'name-mismatch'
  | 'untrusted'
  | 'chain-incomplete'

/** One certificate of a chain. All text in it is the server's, hence hostile. */
export interface ChainLink {
  readonly subject: string
  readonly issuer: string
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
  /** Kind and size, such as `RSA 2048` or `EC prime256v1`; empty where it is of a kind that we cannot read. */
  readonly key: string
  /** OpenSSL's name, such as `sha256WithRSAEncryption`; empty where it has none. */
  readonly signature: string
  /** In the line from the leaf on in which the next one signed each. Others are served for nothing. */
  readonly linked: boolean
}

/** What a TLS server showed: its leaf certificate, and the chain behind it. All text in it is the server's, hence hostile. */
export interface Certificate {
  readonly subject: string
  readonly issuer: string
  /** DNS names and addresses of the subjectAltName. */
  readonly names: readonly string[]
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
  /** The name it had to cover: the TLS server name that was asked for. */
  readonly expectedName: string
  /** Signed by Cloudflare's Origin CA: valid for Cloudflare, for nobody else. */
  readonly cloudflareOriginCa: boolean
  /** OpenSSL's code for the chain, such as `DEPTH_ZERO_SELF_SIGNED_CERT`; empty when the chain holds. */
  readonly chainError: string
  readonly faults: readonly CertificateFault[]
  /** As it was served, the leaf first; ten at most. */
  readonly chain: readonly ChainLink[]
  /** That line is not served in its order (RFC 5246, section 7.4.2). */
  readonly disordered: boolean
}
