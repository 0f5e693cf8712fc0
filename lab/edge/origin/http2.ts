import { connect, type ClientHttp2Session } from 'node:http2'
import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import type { OriginResult, OriginRequest } from './origin-response.ts'
import { errorWithCode } from '../../network/routes.ts'

/** HTTP/2 replaces these headers (RFC 9113, 8.2.2). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'http2-settings'])

/**
 * Sends the request over HTTP/2, in a new session. 520: the session or stream is reset, or violates the protocol.
 * An origin that offers HTTP/2 is not retried over HTTP/1.1. 524: no headers within the read limit.
 */
export function sendHttp2(originRequest: OriginRequest, socket: Socket): Promise<OriginResult> {
  const { limits, signal } = originRequest
  return new Promise((resolve) => {
    const fail = (code: 520 | 524): void => {
      resolve({ kind: 'failed', code })
      session.destroy()
      socket.destroy()
    }
    // The URL is a placeholder: the socket is connected, and the request names the host.
    const session: ClientHttp2Session = connect('https://origin', { createConnection: () => socket })
    const deadline = setTimeout(fail, limits.read, 524)
    const abort = (): void => fail(520)
    signal.addEventListener('abort', abort, { once: true })
    session.on('error', abort)
    session.once('close', () => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', abort)
      abort()
    })
    const bodiless = originRequest.method === 'GET' || originRequest.method === 'HEAD'
    const stream = session.request(
      {
        ...Object.fromEntries(
          Object.entries(originRequest.headers).filter(([name]) => !NOT_IN_HTTP2.has(name)),
        ),
        ':method': originRequest.method,
        ':path': originRequest.path,
        ':authority': originRequest.headers.host ?? '',
        ':scheme': 'https',
      },
      { endStream: bodiless },
    )
    stream.on('headers', (headers) => {
      if (headers[':status'] === 103) originRequest.onHints(regularHeaders(headers))
    })
    stream.once('response', (headers) => {
      clearTimeout(deadline)
      stream.setTimeout(limits.read, () => stream.destroy(errorWithCode('ETIMEDOUT')))
      resolve({
        kind: 'completed',
        message: { status: headers[':status'] ?? 0, headers: regularHeaders(headers), body: stream },
      })
    })
    stream.on('error', abort)
    stream.once('close', abort)
    if (!bodiless) originRequest.body.pipe(stream)
  })
}

const regularHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))
