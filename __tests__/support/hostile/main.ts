import { connect, createServer, type Socket } from 'node:net'
import { createServer as createSecureServer, type TLSSocket, type TlsOptions } from 'node:tls'
import { listen } from '../../../lab/network/listen.ts'
import { makeAuthorities, makeCertificate } from '../../../lab/tls/authorities.ts'
import { errorPageFor } from '../evidence.ts'
import { drip } from './flood.ts'
import { HOSTILE_HTTP } from './http.ts'
import { HOSTILE_HTTP2 } from './http2.ts'
import type { HostileServers } from './servers.ts'
import { HOSTILE_HANDSHAKES, HOSTILE_SESSIONS, LONG_CHAINS, SLOW_HANDSHAKE } from './tls.ts'

// A process of its own, because floods keep it busy. It sends the ports of its servers to its parent, and then the port
// of each server that begins to attack.

const authorities = makeAuthorities()
// For every name of the shop.
const credentials = makeCertificate('wildcard', 'www.shop.example', authorities)
const PAGE = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok'

const onRequest =
  <S extends Socket>(handle: (socket: S, path: string) => void) =>
  (socket: S): void => {
    socket.on('error', () => undefined)
    socket.once('data', (request: Buffer) => handle(socket, /^\w+ (\S+)/.exec(String(request))?.[1] ?? '/'))
  }

const open = async (handle: (socket: Socket) => void): Promise<number> =>
  (await listen(createServer({ noDelay: true }, handle))).port

async function openSecurely(handle: (socket: TLSSocket) => void, options: TlsOptions = {}): Promise<number> {
  const server = createSecureServer({ ...credentials, ...options }, handle)
  server.on('tlsClientError', () => undefined)
  return (await listen(server)).port
}

/** Opens a server for each row. `report` is to be called when it begins to attack. */
async function openAll<T>(
  table: Readonly<Record<string, T>>,
  open: (row: T, report: () => void) => Promise<number>,
): Promise<Readonly<Record<string, number>>> {
  const ports: Record<string, number> = {}
  for (const [name, row] of Object.entries(table))
    ports[name] = await open(row, () => process.send?.(ports[name]))
  return ports
}

/** A handler that reports first. */
const reporting =
  <A extends readonly unknown[]>(handle: (...args: A) => void, report: () => void) =>
  (...args: A): void => {
    report()
    handle(...args)
  }

/** Forwards what a TLS server sends byte by byte. */
async function openSlowHandshake(report: () => void): Promise<number> {
  const server = await openSecurely(() => undefined)
  return open((socket) => {
    report()
    const behind = connect(server, '127.0.0.1')
    let waiting = Buffer.alloc(0)
    behind.on('data', (bytes: Buffer) => (waiting = Buffer.concat([waiting, bytes])))
    socket.on('data', (bytes) => behind.write(bytes))
    for (const each of [socket, behind]) each.on('error', () => undefined)
    drip(socket, () => {
      const [byte] = [waiting.subarray(0, 1), (waiting = waiting.subarray(1))]
      return byte
    })
  })
}

const { cert, key } = credentials
const { certificate } = authorities.intermediate
const error = errorPageFor(520)
const servers: HostileServers = {
  authority: authorities.root.certificate,
  edge: await openSecurely(
    onRequest((socket) =>
      socket.end(
        `HTTP/1.1 520 Error\r\nServer: cloudflare\r\nCF-Ray: 8f2a1c0d9e7b6543-SJC\r\nContent-Type: ${error.type}\r\n\r\n${error.body}`,
      ),
    ),
  ),
  http: await openAll(HOSTILE_HTTP, (handle, report) => open(onRequest(reporting(handle, report)))),
  tls: {
    ...(await openAll(HOSTILE_HANDSHAKES, (handle, report) => open(onRequest(reporting(handle, report))))),
    ...(await openAll(HOSTILE_SESSIONS, ({ handle, options }, report) =>
      openSecurely(onRequest(reporting(handle, report)), options),
    )),
    ...(await openAll(LONG_CHAINS, (count, report) =>
      openSecurely(() => undefined, {
        key,
        cert: cert + certificate.repeat(count - 2),
        ALPNCallback: () => {
          report()
          return 'http/1.1'
        },
      }),
    )),
    ...(await openAll({ [SLOW_HANDSHAKE]: undefined }, (_, report) => openSlowHandshake(report))),
  },
  http2: await openAll(HOSTILE_HTTP2, (handle, report) =>
    openSecurely(
      (socket) => {
        socket.on('error', () => undefined)
        if (socket.alpnProtocol === 'h2') reporting(handle, report)(socket)
        else socket.on('data', () => socket.write(PAGE))
      },
      { ALPNProtocols: ['h2', 'http/1.1'] },
    ),
  ),
}
process.send?.(servers)
