import { request as httpRequest } from 'node:http'
import type { Socket } from 'node:net'
import type { OriginResult, OriginRequest } from './request-origin.ts'
import { errorWithCode, errorCode } from '../../network/routes.ts'

/** Cloudflare takes no more than this many bytes of response headers: beyond is a 520. */
const MAX_HEADERS = 128 * 1024

/**
 * Asks on a connection that stands. 524: no head within the read limit, however slowly it drips. 520: nothing, a
 * reset, or what is no HTTP; also on a kept connection that the origin has closed meanwhile, which is the race that
 * makes a few 520 under load. The edge does not ask again.
 */
export function sendHttp1(order: OriginRequest, socket: Socket, key: string): Promise<OriginResult> {
  const { limits, keepAlive, signal } = order
  return new Promise((resolve) => {
    const fail = (code: 520 | 524 | 525): void => {
      resolve({ kind: 'failed', code })
      request.destroy()
      socket.destroy()
    }
    const request = httpRequest({
      createConnection: () => socket,
      method: order.method,
      path: order.path,
      headers: order.headers,
      maxHeaderSize: MAX_HEADERS,
    })
    const deadline = setTimeout(fail, limits.read, 524)
    const abort = (): void => fail(520)
    signal.addEventListener('abort', abort, { once: true })
    request.on('information', ({ statusCode, headers }) => {
      if (statusCode === 103) order.onHints(headers)
    })
    request.once('upgrade', abort)
    request.once('response', (message) => {
      clearTimeout(deadline)
      socket.setTimeout(limits.read)
      const stall = (): void => {
        message.destroy(errorWithCode('ETIMEDOUT'))
      }
      socket.once('timeout', stall)
      message.once('close', () => socket.off('timeout', stall))
      resolve({
        kind: 'completed',
        message: { status: message.statusCode ?? 0, headers: message.headers, body: message },
      })
    })
    // A later error finds the promise settled. One of TLS, when the handshake seemed over: a client certificate is
    // missed only then (TLS 1.3). That this is a 525, too, is the lab's choice.
    request.on('error', (error) => fail(errorCode(error).startsWith('ERR_SSL_') ? 525 : 520))
    request.once('close', () => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', abort)
      if (!keepAlive) socket.destroy()
    })
    // Node says so when both sides are willing and the answer is complete.
    socket.once('free', () => {
      socket.setTimeout(0)
      keepAlive?.pool.put(key, socket, keepAlive.idle)
    })
    order.body.pipe(request)
  })
}
