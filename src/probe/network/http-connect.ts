import { hostAndPort } from '../../shared/authority.ts'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Failure } from '../../domain/exchange.ts'
import { failureCode } from './failure.ts'
import type { Proxy } from './proxy.ts'

/** No proxy has more to say before the tunnel stands. */
const LONGEST_HEAD = 16 * 1024

export type ProxyConnection =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly error: Failure }

/**
 * Opens a connection through a proxy, by CONNECT (RFC 9110, section 9.3.6). Whatever goes wrong on the way is the proxy's
 * word, not the site's: it always breaks for the reason `proxy`, with a code such as `PROXY_407` or `PROXY_ECONNREFUSED`.
 */
export function connectThroughProxy(
  proxy: Proxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<ProxyConnection> {
  return new Promise((settle) => {
    const place = { host: proxy.host, port: proxy.port }
    const socket = proxy.tls
      ? connectSecurely({ ...place, ...(isIP(proxy.host) === 0 && { servername: proxy.host }) })
      : connect({ ...place, noDelay: true })
    const finish = (tunnel: ProxyConnection): void => {
      signal.removeEventListener('abort', abort)
      socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read)
      if (!tunnel.ok) socket.on('error', () => undefined).destroy()
      settle(tunnel)
    }
    const broken = (code: string): void => finish(failureOf(code))
    const abort = (): void => broken('DEADLINE')
    const fail = (error: unknown): void => broken(failureCode(error))
    const closed = (): void => broken('CLOSED')
    let head = Buffer.alloc(0)
    const read = (): void => {
      for (let chunk = chunkOf(socket); chunk !== undefined; chunk = chunkOf(socket)) {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0 && head.byteLength > LONGEST_HEAD) return broken('NOT_HTTP')
        if (end < 0) continue
        const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, end))?.[1]
        if (status?.startsWith('2') !== true) return broken(status ?? 'NOT_HTTP')
        const rest = head.subarray(end + 4)
        finish({ ok: true, socket })
        if (rest.byteLength > 0) socket.unshift(rest)
        return
      }
    }
    socket.once('error', fail).once('end', closed).once('close', closed).on('readable', read)
    socket.once(proxy.tls ? 'secureConnect' : 'connect', () => socket.write(connectHead(proxy, host, port)))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
  })
}

/** A proxy that nobody knows how to ask, for one. */
export function failureOf(code: string): ProxyConnection & { readonly ok: false } {
  return { ok: false, error: { reason: 'proxy', code: `PROXY_${code}`, received: 0 } }
}

function chunkOf(socket: Socket): Buffer | undefined {
  const chunk: unknown = socket.read()
  return chunk instanceof Buffer ? chunk : undefined
}

function connectHead({ authorization }: Proxy, host: string, port: number): string {
  const authority = hostAndPort(host, port)
  return [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
    '\r\n',
  ].join('\r\n')
}
