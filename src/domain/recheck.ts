import type { Exchange, Failure } from './exchange.ts'

/**
 * An HTTP/2 request to the origin. Cloudflare uses HTTP/2 if the origin agrees in the TLS handshake, and otherwise
 * HTTP/1.1, which is not a failure.
 */
export type Http2Result = { readonly agreed: false } | { readonly agreed: true; readonly exchange: Exchange }

/**
 * A second request on the same connection, as Cloudflare sends it. `reused` is false when the server announces that it
 * closes the connection after a response, which is not a failure.
 */
export type KeepAliveResult =
  | { readonly reused: false }
  | { readonly reused: true; readonly exchange: Exchange }

/** A connection without a request. */
export type ConnectionAttempt = { readonly ok: true } | { readonly ok: false; readonly error: Failure }

/** How a connection ends on which nothing is sent. `open`: it doesn't, for half a second. */
export interface SilentConnection {
  readonly ended: 'closed' | 'reset' | 'open'
}

/** A connection per address family; both absent when the name doesn't have both. */
export interface AddressFamilies {
  readonly v4?: ConnectionAttempt
  readonly v6?: ConnectionAttempt
}

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

/**
 * How an origin ended a connection that was kept open. `closed`, `reset`: while it was idle. `unanswered`: the next
 * request on it got no response.
 */
export type IdleConnectionEnd = 'closed' | 'reset' | 'unanswered'

/**
 * A connection to an origin that was kept open, idle, and reused. Not for an origin that announces in its response that
 * it closes the connection.
 */
export interface IdleConnection {
  /** The longest idle time in milliseconds after which the origin still responded; 0 if there was none. */
  readonly survived: number
  /** Absent while it is open. `after`: its idle time in milliseconds. */
  readonly ended?: { readonly how: IdleConnectionEnd; readonly after: number }
}
