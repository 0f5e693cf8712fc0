import { connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { SocksClient } from 'socks'
import type { Failure } from '../../domain/exchange.ts'
import { isIP } from '../../shared/ip.ts'
import type { ProxyConnection } from '../types.ts'
import { failureCode } from './failure.ts'
import { outcomeOf, proxyFailure } from './http-connect.ts'
import type { SocksProxy } from './proxy.ts'

/** Milliseconds. The caller's deadline ends the handshake; the client would do so after 30 seconds. */
const CLIENT_TIMEOUT = 600_000
/** Bytes of a destination's name. */
const MAX_HOST = 255

/**
 * Opens a connection through a SOCKS5 proxy (RFC 1928). A reply that the destination refused the connection or can't be
 * reached is the destination's failure. Any other error has the reason `proxy`: with a code such as
 * `PROXY_LOGIN_REJECTED` or `PROXY_ECONNREFUSED` it comes from the proxy. With `PROXY_CLOSED_EARLY` or `PROXY_SILENT`,
 * no one knows whether the proxy reached the destination.
 */
export function connectThroughSocks(
  proxy: SocksProxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<ProxyConnection> {
  // No name is longer than this, and the client can't send a longer one.
  if (Buffer.byteLength(host) > MAX_HOST)
    return Promise.resolve({ ok: false, error: { reason: 'unresolved', code: 'ENOTFOUND', received: 0 } })
  return new Promise((settle) => {
    const socket = connect({ host: proxy.host, port: proxy.port, noDelay: true })
    const received: number[] = []
    let settled = false
    // The client would read past the handshake. So it gets one byte at a time, and the rest stays in the socket.
    const wire = new Duplex({
      read: () => undefined,
      write: (chunk: Uint8Array, _, done) => void socket.write(chunk, () => done()),
    })
    const finish = (connection: ProxyConnection): void => {
      if (settled) return
      settled = true
      signal.removeEventListener('abort', abort)
      socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read)
      wire.destroy()
      settle(outcomeOf(connection, socket, 'CLOSED_EARLY'))
    }
    const failWith = (code: string): void => finish(proxyFailure(code))
    // If it can't connect, OpenSSH closes without a reply. Until then, it sends none.
    const abort = (): void => failWith(isRequested(received) ? 'SILENT' : 'DEADLINE')
    const fail = (error: unknown): void =>
      failWith(isRequested(received) ? 'CLOSED_EARLY' : failureCode(error))
    const closed = (): void => failWith(isRequested(received) ? 'CLOSED_EARLY' : 'CLOSED')
    const read = (): void => {
      for (let byte = readByte(socket); byte !== undefined; byte = settled ? undefined : readByte(socket)) {
        received.push(...byte)
        wire.emit('data', byte)
      }
    }
    const client = new SocksClient({
      command: 'connect',
      proxy: { host: proxy.host, port: proxy.port, type: 5, ...loginOf(proxy) },
      destination: { host, port },
      timeout: CLIENT_TIMEOUT,
    })
    client.once('established', () => {
      const { addressType = 0 } = repliesIn(received)
      // The client does not know how long such a reply is.
      if (!ADDRESS_TYPES.has(addressType)) return failWith('NOT_SOCKS5')
      finish({ ok: true, socket, hasReceived: () => socket.bytesRead > received.length })
    })
    client.on('error', () => finish({ ok: false, error: failureIn(received, proxy, host) }))
    socket.once('error', fail).once('end', closed).once('close', closed).on('readable', read)
    socket.once('connect', () => client.connect(wire))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
  })
}

function readByte(socket: Socket): Buffer | undefined {
  const byte: unknown = socket.read(1)
  return byte instanceof Buffer ? byte : undefined
}

function loginOf({ login }: SocksProxy): { readonly userId?: string; readonly password?: string } {
  return login === undefined ? {} : { userId: login.user, password: login.password }
}

/** IPv4, a name, IPv6. */
const ADDRESS_TYPES: ReadonlySet<number> = new Set([1, 3, 4])
/** The methods that the client offers, and the reply of a proxy that accepts none of them. */
const [NO_LOGIN, LOGIN, NO_METHOD] = [0, 2, 255] as const

interface Replies {
  /** The login that the proxy selected. */
  readonly method: number | undefined
  /** Zero: the proxy accepts the login. Absent: there was none. */
  readonly loginStatus: number | undefined
  /** Of each reply that has one. */
  readonly versions: readonly number[]
  /** Zero: connected. */
  readonly status: number | undefined
  readonly addressType: number | undefined
}

/** The proxy's replies, as far as they have arrived: the method, the result of a login, and the connection. */
function repliesIn(received: readonly number[]): Replies {
  const [greeting, method, ...rest] = received
  const login = method === LOGIN ? rest.slice(0, 2) : []
  const [version, status, , addressType] = rest.slice(login.length)
  const versions = [greeting, version].filter((each) => each !== undefined)
  return { method, loginStatus: login[1], versions, status, addressType }
}

/** Whether the proxy has accepted the login, so that the client has sent the destination. */
function isRequested(received: readonly number[]): boolean {
  const { method, loginStatus } = repliesIn(received)
  return method === NO_LOGIN || (method === LOGIN && loginStatus === 0)
}

/** Why the client gave up. */
function failureIn(received: readonly number[], { login }: SocksProxy, host: string): Failure {
  const { versions, method, loginStatus = 0, status = 0 } = repliesIn(received)
  if (versions.some((version) => version !== 5)) return proxyFailure('NOT_SOCKS5').error
  if (method === NO_METHOD && login === undefined) return proxyFailure('LOGIN_REQUIRED').error
  if (method !== NO_LOGIN && method !== LOGIN) return proxyFailure('LOGIN_UNSUPPORTED').error
  if (loginStatus !== 0) return proxyFailure('LOGIN_REJECTED').error
  // The proxy itself may have no IPv6.
  const unrouted = status === NETWORK_UNREACHABLE && isIP(host) === 6
  return (
    (unrouted ? undefined : DESTINATION_FAILURES[status]) ??
    proxyFailure(STATUSES[status] ?? 'NOT_SOCKS5').error
  )
}

const NETWORK_UNREACHABLE = 3

/** What the replies say about the destination (RFC 1928, section 6). Proxies reply "TTL expired" after a timeout. */
const DESTINATION_FAILURES: Readonly<Record<number, Failure>> = {
  [NETWORK_UNREACHABLE]: { reason: 'unreachable', code: 'ENETUNREACH', received: 0 },
  4: { reason: 'unreachable', code: 'EHOSTUNREACH', received: 0 },
  5: { reason: 'refused', code: 'ECONNREFUSED', received: 0 },
  6: { reason: 'timeout', code: 'ETIMEDOUT', received: 0 },
}

const STATUSES: Readonly<Record<number, string>> = {
  1: 'GENERAL_FAILURE',
  2: 'NOT_ALLOWED',
  [NETWORK_UNREACHABLE]: 'NETWORK_UNREACHABLE',
  7: 'COMMAND_UNSUPPORTED',
  8: 'ADDRESS_UNSUPPORTED',
}
