import { createServer, type Socket } from 'node:net'
import { connect } from 'node:net'
import { createServer as createSecureServer, type TlsOptions, type TLSSocket } from 'node:tls'
import { listen } from '../../lab/network/listen.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import type { Address, Resolution } from '../../src/domain/dns.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import type { Network, ProbeRequest } from '../../src/probe/types.ts'

export const HOST = 'www.shop.example'

/** What a server does with a connection, once it has read a request. */
export type Conduct = (socket: Socket) => void

export interface Server {
  readonly port: number
  /** What came over all connections, as text. */
  readonly heard: () => string
  /** Resolves once every connection there was is closed by the other side. */
  readonly released: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A server of plain TCP that says what it is told to say, well-formed or not; `atOnce` does not wait for a whole request. */
export function serve(conduct: Conduct, atOnce?: Conduct): Promise<Server> {
  const server = createServer((socket) => {
    if (atOnce !== undefined) socket.once('data', () => atOnce(socket))
  })
  return watched(server, 'connection', conduct)
}

/** The same behind TLS. A failed handshake is the client's to tell. */
export function serveSecurely(options: TlsOptions, conduct: Conduct): Promise<Server> {
  const server = createSecureServer(options)
  server.on('tlsClientError', () => undefined)
  return watched(server, 'secureConnection', conduct)
}

async function watched(
  server: ReturnType<typeof createServer>,
  event: 'connection' | 'secureConnection',
  conduct: Conduct,
): Promise<Server> {
  let heard = ''
  const closed: Promise<void>[] = []
  server.on(event, (socket: Socket | TLSSocket) => {
    socket.on('error', () => undefined)
    closed.push(new Promise((resolve) => socket.once('close', () => resolve())))
    let asked = false
    socket.on('data', (chunk: Buffer) => {
      heard += String(chunk)
      if (asked || !heard.includes('\r\n\r\n')) return
      asked = true
      conduct(socket)
    })
  })
  const { port, close } = await listen(server)
  return {
    port,
    close,
    heard: () => heard,
    released: async () => {
      await Promise.all(closed)
    },
  }
}

const nobody = (): Promise<never> => Promise.reject(coded('ENOTFOUND'))

/** A resolver and a way that exist on loopback only. Whatever the address, the port is one of 127.0.0.1. */
export function network(changes: Partial<Network> = {}): Network {
  return {
    lookup: nobody,
    query: nobody,
    dial: (_, port) => connect(port, '127.0.0.1'),
    originCa: [],
    ...changes,
  }
}

export const coded = (code: string): Error => Object.assign(new Error(code), { code })

export const address = (text: string): Address => ({ address: text, family: text.includes(':') ? 6 : 4 })

/** A name that leads to these addresses. */
export const resolved = (first: string, ...rest: readonly string[]): Resolution => ({
  host: HOST,
  elapsed: 0,
  kind: 'resolved',
  addresses: [address(first), ...rest.map(address)],
})

export interface Wish {
  readonly tls?: ProbeRequest['tls']
  readonly method?: ProbeRequest['method']
  readonly network?: Partial<Network>
  /** Milliseconds; two seconds unless told. */
  readonly timeout?: number
  readonly resolution?: Promise<Resolution>
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks once at a port of loopback. */
export function askAt(port: number, wish: Wish = {}): Promise<Exchange> {
  const ask: ProbeRequest = {
    host: HOST,
    port,
    ...(wish.tls !== undefined && { tls: wish.tls }),
    method: wish.method ?? 'GET',
    path: '/cart?id=1',
    headers: { host: HOST, 'user-agent': 'test', ...wish.headers },
  }
  return exchange(ask, wish.resolution ?? Promise.resolve(resolved('203.0.113.10')), {
    network: network(wish.network),
    clock: systemClock,
    signal: wish.signal ?? new AbortController().signal,
    timeout: wish.timeout ?? 2000,
    onAddresses: () => undefined,
  })
}
