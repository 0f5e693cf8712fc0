/** What the first bytes are that come back for a TLS hello. `http` is an answer in plain HTTP. */
export type WireProtocol = 'tls' | 'http' | 'other' | 'nothing'

/** What a server makes of a TLS hello, seen from beneath the TLS library: the bytes in the clear, and how it ended. */
export interface TlsInspection {
  readonly protocol: WireProtocol
  /** A handshake came about. Under TLS 1.3 the server may still turn us down after it. */
  readonly handshakeCompleted: boolean
  /** The number of the alert with which it turned us down, in the handshake or right after it (RFC 8446, section 6). */
  readonly alert?: number
  /** It asked for a client certificate. Seen up to TLS 1.2 only: after that it is encrypted. */
  readonly requestsCertificate: boolean
  /** What comes about when everything is offered that OpenSSL still knows, where our usual offer was turned down. */
  readonly legacy?: { readonly protocol: string; readonly cipher: string }
}
