import { connect, type Socket } from 'node:net'
import { isIP } from '../../shared/ip.ts'
import { connect as connectSecurely } from 'node:tls'
import { hostAndPort } from '../../shared/authority.ts'
import { responseReader } from '../http/reader/response-reader.ts'
import type { ProxyConnection } from '../types.ts'
import { failureCode } from './failure.ts'
import type { HttpProxy } from './proxy.ts'

/** Bytes of the proxy's response head. */
const MAX_HEAD = 16 * 1024

/**
 * Opens a connection through a proxy with CONNECT (RFC 9110, section 9.3.6). Any error comes from the proxy, not from
 * the site: the failure's reason is always `proxy`, with a code such as `PROXY_407` or `PROXY_ECONNREFUSED`.
 */
export function connectThroughProxy(
  proxy: HttpProxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<ProxyConnection> {
  return new Promise((settle) => {
    const endpoint = { host: proxy.host, port: proxy.port }
    const socket = proxy.tls
      ? connectSecurely({ ...endpoint, ...(isIP(proxy.host) === 0 && { servername: proxy.host }) })
      : connect({ ...endpoint, noDelay: true })
    const finish = (connection: ProxyConnection): void => {
      signal.removeEventListener('abort', abort)
      socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read)
      settle(outcomeOf(connection, socket, 'CLOSED'))
    }
    const failWith = (code: string): void => finish(proxyFailure(code))
    const abort = (): void => failWith('DEADLINE')
    const fail = (error: unknown): void => failWith(failureCode(error))
    const closed = (): void => failWith('CLOSED')
    const reader = responseReader('CONNECT', { onBody: () => undefined })
    const read = (): void => {
      for (let chunk = readChunk(socket); chunk !== undefined; chunk = readChunk(socket)) {
        const taken = reader.take(chunk)
        if (reader.state() === 'head' && !reader.isRejected() && reader.received() <= MAX_HEAD) continue
        const status = reader.isRejected() ? undefined : reader.head()?.status
        if (status === undefined || status >= 300) return failWith(String(status ?? 'NOT_HTTP'))
        finish({ ok: true, socket })
        if (taken < chunk.byteLength) socket.unshift(chunk.subarray(taken))
        return
      }
    }
    socket.once('error', fail).once('end', closed).once('close', closed).on('readable', read)
    socket.once(proxy.tls ? 'secureConnect' : 'connect', () => socket.write(connectHead(proxy, host, port)))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
  })
}

/**
 * What a proxy's socket ends as. One that was reset while it was read has failed, and its error may come before
 * the caller listens.
 *
 * @param lost the code of a proxy that closed the connection
 */
export function outcomeOf(connection: ProxyConnection, socket: Socket, lost: string): ProxyConnection {
  socket.on('error', () => undefined)
  if (connection.ok && !socket.destroyed) return connection
  socket.destroy()
  return connection.ok ? proxyFailure(lost) : connection
}

/** A failure of the proxy, or of its configuration. */
export function proxyFailure(code: string): ProxyConnection & { readonly ok: false } {
  return { ok: false, error: { reason: 'proxy', code: `PROXY_${code}`, received: 0 } }
}

function readChunk(socket: Socket): Buffer | undefined {
  const chunk: unknown = socket.read()
  return chunk instanceof Buffer ? chunk : undefined
}

function connectHead({ authorization }: HttpProxy, host: string, port: number): string {
  const authority = hostAndPort(host, port)
  return [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
    '\r\n',
  ].join('\r\n')
}
