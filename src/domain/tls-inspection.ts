/** The protocol of the first bytes after a ClientHello. `http` is a plain HTTP response. */
export type WireProtocol = 'tls' | 'http' | 'other' | 'nothing'

/** A server's reaction to a ClientHello, observed below the TLS library, in the unencrypted records. */
export interface TlsInspection {
  readonly protocol: WireProtocol
  /** The handshake completed. In TLS 1.3 the server can still reject the client after that. */
  readonly handshakeCompleted: boolean
  /** The alert with which the server rejected the client, during the handshake or after it (RFC 8446, section 6). */
  readonly alert?: number
  /** The server requested a client certificate. Visible up to TLS 1.2 only: in TLS 1.3 it is encrypted. */
  readonly requestsCertificate: boolean
  /** What a second handshake with every legacy setting of OpenSSL agreed on, after the first was rejected. */
  readonly legacy?: { readonly protocol: string; readonly cipher: string }
}
