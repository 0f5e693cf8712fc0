import { request as httpRequest } from 'node:http'
import type { Socket } from 'node:net'
import type { OriginResult, OriginRequest } from './origin-response.ts'
import { errorWithCode, errorCode } from '../../network/routes.ts'

/** Cloudflare accepts at most this many bytes of response headers. More is a 520. */
const MAX_HEADERS = 128 * 1024

/**
 * Sends the request on an open connection. 524: the headers aren't complete within the read limit, however slowly
 * they arrive. 520: no response, a reset, or not HTTP. A reused connection that the origin has just closed is a 520
 * too, the race that causes a few 520s under load. The edge doesn't retry.
 */
export function sendHttp1(originRequest: OriginRequest, socket: Socket, key: string): Promise<OriginResult> {
  const { limits, keepAlive, signal } = originRequest
  return new Promise((resolve) => {
    const fail = (code: 520 | 524 | 525): void => {
      resolve({ kind: 'failed', code })
      request.destroy()
      socket.destroy()
    }
    const request = httpRequest({
      createConnection: () => socket,
      method: originRequest.method,
      path: originRequest.path,
      headers: originRequest.headers,
      maxHeaderSize: MAX_HEADERS,
    })
    const deadline = setTimeout(fail, limits.read, 524)
    const abort = (): void => fail(520)
    signal.addEventListener('abort', abort, { once: true })
    request.on('information', ({ statusCode, headers }) => {
      if (statusCode === 103) originRequest.onHints(headers)
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
    // Later errors find the promise settled. A TLS error after the handshake means a missing client certificate
    // (TLS 1.3). Cloudflare doesn't document its code; the lab uses 525.
    request.on('error', (error) => fail(errorCode(error).startsWith('ERR_SSL_') ? 525 : 520))
    request.once('close', () => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', abort)
      if (!keepAlive) socket.destroy()
    })
    // Node emits this when both sides keep the connection and the response is complete.
    socket.once('free', () => {
      socket.setTimeout(0)
      keepAlive?.pool.put(key, socket, keepAlive.idle)
    })
    originRequest.body.pipe(request)
  })
}
