import { createServer, type Socket } from 'node:net'
import { connect } from 'node:net'
import { createServer as createSecureServer, type TlsOptions, type TLSSocket } from 'node:tls'
import { errorWithCode } from '../../lab/network/routes.ts'
import { listen } from '../../lab/network/listen.ts'
import type { Address, Resolution } from '../../src/domain/dns.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { Network, ProbeRequest } from '../../src/probe/types.ts'

export const HOST = 'www.shop.example'

/** What a server does with a connection after a request. */
export type Respond = (socket: Socket) => void

export interface Server {
  readonly port: number
  /** Everything received on all connections, as text. */
  readonly received: () => string
  /** Resolves once every connection is closed. */
  readonly allClosed: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A TCP server that can send malformed responses. `atOnce` runs on the first bytes, without a complete request. */
export function serve(respond: Respond, atOnce?: Respond): Promise<Server> {
  const server = createServer((socket) => {
    if (atOnce !== undefined) socket.once('data', () => atOnce(socket))
  })
  return startServer(server, 'connection', respond)
}

/** The same with TLS. Failed handshakes are ignored: the client reports them. */
export function serveSecurely(options: TlsOptions, respond: Respond): Promise<Server> {
  const server = createSecureServer(options)
  server.on('tlsClientError', () => undefined)
  return startServer(server, 'secureConnection', respond)
}

async function startServer(
  server: ReturnType<typeof createServer>,
  event: 'connection' | 'secureConnection',
  respond: Respond,
): Promise<Server> {
  let text = ''
  const closed: Promise<void>[] = []
  server.on(event, (socket: Socket | TLSSocket) => {
    socket.on('error', () => undefined)
    closed.push(new Promise((resolve) => socket.once('close', () => resolve())))
    let responded = false
    socket.on('data', (chunk: Buffer) => {
      text += String(chunk)
      if (responded || !text.includes('\r\n\r\n')) return
      responded = true
      respond(socket)
    })
  })
  const { port, close } = await listen(server)
  return {
    port,
    close,
    received: () => text,
    allClosed: async () => {
      await Promise.all(closed)
    },
  }
}

/** Sends the text again and again, as fast as it is read. */
export function floodWith(socket: Socket, text: string): void {
  const flood = (): void => {
    while (!socket.destroyed && socket.write(text)) continue
  }
  socket.on('drain', flood)
  flood()
}

const notFound = (): Promise<never> => Promise.reject(errorWithCode('ENOTFOUND'))

/** A network without DNS. Every connection goes to 127.0.0.1, whatever the address. */
export function network(changes: Partial<Network> = {}): Network {
  return {
    lookup: notFound,
    query: notFound,
    dial: (_, port) => connect(port, '127.0.0.1'),
    originCa: [],
    ...changes,
  }
}

export const address = (text: string): Address => ({ address: text, family: text.includes(':') ? 6 : 4 })

/** A name that resolves to these addresses. */
export const resolvedTo = (first: string, ...rest: readonly string[]): Resolution => ({
  host: HOST,
  elapsed: 0,
  kind: 'resolved',
  addresses: [address(first), ...rest.map(address)],
})

export interface RequestOptions {
  readonly tls?: ProbeRequest['tls']
  readonly method?: ProbeRequest['method']
  readonly network?: Partial<Network>
  /** Milliseconds. Default: 2000. */
  readonly timeout?: number
  readonly resolution?: Promise<Resolution>
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends one request to a port on loopback. */
export function requestAt(port: number, options: RequestOptions = {}): Promise<Exchange> {
  const request: ProbeRequest = {
    host: HOST,
    port,
    ...(options.tls !== undefined && { tls: options.tls }),
    method: options.method ?? 'GET',
    path: '/cart?id=1',
    headers: { host: HOST, 'user-agent': 'test', ...options.headers },
  }
  return exchange(request, options.resolution ?? Promise.resolve(resolvedTo('203.0.113.10')), {
    network: network(options.network),
    clock: systemClock,
    signal: options.signal ?? new AbortController().signal,
    timeout: options.timeout ?? 2000,
    onAddresses: () => undefined,
  })
}
