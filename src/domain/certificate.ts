/**
 * What is wrong with a certificate in the eyes of a client that validates it, each judged on its own.
 * `untrusted` is a chain that does not end at a known issuer: self-signed, unknown, or with its intermediate missing.
 */
export type CertificateFault = 'expired' | 'not-yet-valid' | 'name-mismatch' | 'untrusted'

/** The leaf certificate of a TLS server, as it was shown. All text in it is the server's, hence hostile. */
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
}
