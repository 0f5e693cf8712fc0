import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { OriginEndpoint } from './destination.ts'
import type { ErrorCode5xx } from '../pages/errors.ts'
import { startTls, type OriginTlsOptions } from './tls.ts'
import { sendHttp1 } from './http1.ts'
import { sendHttp2 } from './http2.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { errorCode } from '../../network/routes.ts'
import type { Limits } from '../../world/zone.ts'

export type { Limits, SslMode } from '../../world/zone.ts'

/** Fails with an error that has a code: the kernel's, or ETIMEDOUT after `limit` ms. */
export type Dial = (address: string, port: number, limit: number) => Promise<Socket>

export interface OriginRequest {
  readonly dial: Dial
  /** Idle connections of earlier requests, and for how many milliseconds to keep this one; absent: none are kept. */
  readonly keepAlive?: { readonly pool: ConnectionPool; readonly idle: number }
  readonly limits: Limits
  /** The first is asked, the next only after a failure to connect or shake hands. */
  readonly endpoints: readonly OriginEndpoint[]
  readonly tls: OriginTlsOptions
  readonly method: string
  readonly path: string
  readonly headers: Readonly<IncomingHttpHeaders>
  /** The visitor's request, whose body is passed on. */
  readonly body: IncomingMessage
  /** Called for each 103 that comes before the answer. */
  readonly onHints: (headers: IncomingHttpHeaders) => void
  /** Ends everything, once nobody waits for an answer. */
  readonly signal: AbortSignal
}

/** The origin's answer with its body still to come. The body fails with ETIMEDOUT when it stalls for the read limit. */
export interface OriginResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

/** … or the code that tells visitors why there is none. */
export type OriginResult =
  | { readonly kind: 'completed'; readonly message: OriginResponse }
  | { readonly kind: 'failed'; readonly code: ErrorCode5xx }

/** Asks the origin as Cloudflare does: connect, shake hands, validate, request. Each step has its own code to fail with. */
export async function requestOrigin(order: OriginRequest): Promise<OriginResult> {
  let code: ErrorCode5xx = 523
  for (const stop of order.endpoints) {
    const line = await connectTo(stop, order)
    // From here on the visitor's body is under way, and there is no second try.
    if (typeof line !== 'number')
      return line.http2 ? sendHttp2(order, line.socket) : sendHttp1(order, line.socket, poolKey(stop))
    code = line
  }
  return { kind: 'failed', code }
}

interface OriginConnection {
  readonly socket: Socket
  readonly http2: boolean
}

/** A connection on which to ask, or the code of the step that failed. */
async function connectTo(
  stop: OriginEndpoint,
  { dial, keepAlive, limits, tls }: OriginRequest,
): Promise<OriginConnection | ErrorCode5xx> {
  const idle = keepAlive?.pool.take(poolKey(stop))
  if (idle) return { socket: idle, http2: false }
  let socket: Socket
  try {
    socket = await dial(stop.address, stop.port, limits.connect)
  } catch (error) {
    return connectFailure(errorCode(error))
  }
  // An error is told by whatever waits for this socket. Between two waits there must be someone to hear it.
  socket.on('error', () => {})
  if (!stop.tls) return { socket, http2: false }
  const secured = await startTls(socket, stop.tls, tls, limits.connect)
  return typeof secured === 'number' ? secured : { socket: secured, http2: secured.alpnProtocol === 'h2' }
}

const poolKey = ({ address, port, tls }: OriginEndpoint): string =>
  `${address} ${port} ${tls?.serverName ?? ''}`

function connectFailure(code: string): ErrorCode5xx {
  switch (code) {
    case 'ECONNREFUSED':
      return 521
    // No route, or a router that says so. EACCES is what IPv6 makes of "administratively prohibited".
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EACCES':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return 523
    case 'ECONNRESET':
      return 520
    default:
      return 522
  }
}
