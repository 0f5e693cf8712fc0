import type { Socket } from 'node:net'
import { errorCode } from '../../network/routes.ts'
import type { ErrorCode5xx } from '../pages/errors.ts'
import type { OriginEndpoint } from './destination.ts'
import { sendHttp1 } from './http1.ts'
import { sendHttp2 } from './http2.ts'
import type { OriginRequest, OriginResult } from './origin-response.ts'
import { startTls } from './tls.ts'

/** Requests the origin as Cloudflare does: connect, TLS, validate, request. Each step fails with its own code. */
export async function requestOrigin(request: OriginRequest): Promise<OriginResult> {
  let code: ErrorCode5xx = 523
  for (const endpoint of request.endpoints) {
    const connection = await connectTo(endpoint, request)
    // Once connected, the visitor's body is being sent: no further endpoint is tried.
    if (typeof connection !== 'number') {
      const { socket, http2 } = connection
      return http2 ? sendHttp2(request, socket) : sendHttp1(request, socket, poolKey(endpoint))
    }
    code = connection
  }
  return { kind: 'failed', code }
}

interface OriginConnection {
  readonly socket: Socket
  readonly http2: boolean
}

/** An open connection, or the code of the step that failed. */
async function connectTo(
  endpoint: OriginEndpoint,
  { dial, keepAlive, limits, tls }: OriginRequest,
): Promise<OriginConnection | ErrorCode5xx> {
  const idle = keepAlive?.pool.take(poolKey(endpoint))
  if (idle) return { socket: idle, http2: false }
  let socket: Socket
  try {
    socket = await dial(endpoint.address, endpoint.port, limits.connect)
  } catch (error) {
    return connectFailure(errorCode(error))
  }
  // Each step handles errors itself. Between two steps an unhandled one would end the process.
  socket.on('error', () => {})
  if (!endpoint.tls) return { socket, http2: false }
  const secured = await startTls(socket, endpoint.tls, tls, limits.connect)
  return typeof secured === 'number' ? secured : { socket: secured, http2: secured.alpnProtocol === 'h2' }
}

const poolKey = ({ address, port, tls }: OriginEndpoint): string =>
  `${address} ${port} ${tls?.serverName ?? ''}`

function connectFailure(code: string): ErrorCode5xx {
  switch (code) {
    case 'ECONNREFUSED':
      return 521
    // No route, or an ICMP error from a router. EACCES is IPv6's "administratively prohibited".
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
