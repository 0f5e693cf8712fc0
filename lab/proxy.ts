import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { connect as tlsConnect, type TLSSocket } from 'node:tls'
import type { EdgeCode } from './edge/errors.ts'
import { codeOf, dial, type Routes } from './routes.ts'

/**
 * How Cloudflare dials the origin. `off`: always plain HTTP; `flexible`: plain HTTP although the visitor came by
 * HTTPS; `full`: as the visitor came, any certificate will do; `strict`: the certificate must be valid, too.
 */
export type SslMode = 'off' | 'flexible' | 'full' | 'strict'

/** Milliseconds. */
export interface Limits {
  /** Until the connection stands. Cloudflare waits 19 s. */
  readonly connect: number
  /** Until the origin answers. Cloudflare waits 125 s. */
  readonly read: number
}

export interface OriginRequest {
  readonly routes: Routes
  readonly limits: Limits
  readonly address: string
  readonly port: number
  /** Absent: plain HTTP. */
  readonly tls?: {
    readonly serverName: string
    /** PEM of the roots to validate by; absent under `full`, which validates nothing. */
    readonly trusted?: readonly string[]
  }
  readonly method: string
  readonly path: string
  readonly headers: Readonly<IncomingHttpHeaders>
  /** The visitor's request, whose body is passed on. */
  readonly body: IncomingMessage
}

/** The origin's answer with its body still to come, or the code that tells visitors why there is none. */
export type OriginAnswer =
  | { readonly kind: 'answered'; readonly message: IncomingMessage }
  | { readonly kind: 'failed'; readonly code: EdgeCode }

const failed = (code: EdgeCode): OriginAnswer => ({ kind: 'failed', code })

/** Asks the origin as Cloudflare does: connect, shake hands, validate, request. Each step has its own code to fail with. */
export async function askOrigin(order: OriginRequest): Promise<OriginAnswer> {
  let socket: Socket
  try {
    socket = await dial(order.routes, order.address, order.port, order.limits.connect)
  } catch (error) {
    return failed(connectFailure(codeOf(error)))
  }
  if (!order.tls) return exchange(order, socket)

  let secured: TLSSocket
  try {
    secured = await handshake(socket, order.tls, order.limits.connect)
  } catch {
    socket.destroy()
    return failed(525)
  }
  if (order.tls.trusted && !secured.authorized) {
    secured.destroy()
    return failed(526)
  }
  return exchange(order, secured)
}

function connectFailure(code: string): EdgeCode {
  switch (code) {
    case 'ECONNREFUSED':
      return 521
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 523
    case 'ECONNRESET':
      return 520
    default:
      return 522
  }
}

function handshake(
  socket: Socket,
  { serverName, trusted }: NonNullable<OriginRequest['tls']>,
  limit: number,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = tlsConnect({
      socket,
      servername: serverName,
      // The handshake goes on with any certificate, so that 526 can be told from 525. `authorized` has the judgement.
      rejectUnauthorized: false,
      ...(trusted && { ca: [...trusted] }),
    })
    const deadline = setTimeout(() => secured.destroy(new Error('No TLS handshake in time')), limit)
    secured.once('secureConnect', () => {
      clearTimeout(deadline)
      secured.off('error', reject)
      resolve(secured)
    })
    secured.once('error', reject)
    secured.once('close', () => {
      clearTimeout(deadline)
      reject(new Error('Closed during the TLS handshake'))
    })
  })
}

function exchange(order: OriginRequest, socket: Socket): Promise<OriginAnswer> {
  return new Promise((resolve) => {
    const request = httpRequest({
      createConnection: () => socket,
      method: order.method,
      path: order.path,
      headers: order.headers,
      // Beyond this many bytes of headers Cloudflare answers 520.
      maxHeaderSize: 128 * 1024,
    })
    const deadline = setTimeout(() => {
      resolve(failed(524))
      request.destroy()
    }, order.limits.read)
    request.once('response', (message) => {
      clearTimeout(deadline)
      resolve({ kind: 'answered', message })
    })
    // Nothing, a reset, or what is no HTTP: all the same to Cloudflare. A later error finds the promise settled.
    request.on('error', () => {
      clearTimeout(deadline)
      resolve(failed(520))
    })
    order.body.pipe(request)
  })
}
