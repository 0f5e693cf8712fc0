import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Limits } from '../../world/zone.ts'
import type { ErrorCode5xx } from '../pages/errors.ts'
import type { ConnectionPool } from './connection-pool.ts'
import type { OriginEndpoint } from './destination.ts'
import type { OriginTlsOptions } from './tls.ts'

/** Fails with an error that has a code: the kernel's, or ETIMEDOUT after `limit` ms. */
export type Dial = (address: string, port: number, limit: number) => Promise<Socket>

export interface OriginRequest {
  readonly dial: Dial
  /** Idle connections, and how many milliseconds to keep this one. Absent: connections are closed after use. */
  readonly keepAlive?: { readonly pool: ConnectionPool; readonly idle: number }
  readonly limits: Limits
  /** In order. The next one is tried only when TCP or TLS fails. */
  readonly endpoints: readonly OriginEndpoint[]
  readonly tls: OriginTlsOptions
  readonly method: string
  readonly path: string
  readonly headers: Readonly<IncomingHttpHeaders>
  /** The visitor's request, whose body is forwarded. */
  readonly body: IncomingMessage
  /** Called for each 103 before the response. */
  readonly onHints: (headers: IncomingHttpHeaders) => void
  /** Aborts the request once the visitor has gone. */
  readonly signal: AbortSignal
}

/** The origin's response, its body still unread. The body fails with ETIMEDOUT if it stalls for the read limit. */
export interface OriginResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

/** A failure has the code of the page that visitors get. */
export type OriginResult =
  | { readonly kind: 'completed'; readonly message: OriginResponse }
  | { readonly kind: 'failed'; readonly code: ErrorCode5xx }
