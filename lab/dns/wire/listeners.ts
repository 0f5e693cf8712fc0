import type { ServerResponse } from 'node:http'
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, isIPv6, type Server, type Socket } from 'node:net'
import type { Credentials } from '../../tls/certificates.ts'
import type { Listening } from '../../network/listen.ts'
import { dohResponse, type DohEndpoint, type DohResponse } from './doh.ts'
import type { RespondToPacket } from './responder.ts'

/** How a server is reached at an address of the lab. */
export interface DnsNetwork {
  readonly listen: (server: Server, address: string, port: number) => Promise<Listening>
  readonly bindUdp: (socket: UdpSocket, address: string, port: number) => Promise<Listening>
}

/** A connection with more unread bytes is closed. No query is as long. */
const MAX_PENDING = 4096
/** Milliseconds until an idle connection is closed (RFC 7766, 6.2.3). */
const IDLE_TIMEOUT = 10_000

export function openUdp(network: DnsNetwork, address: string, respond: RespondToPacket): Promise<Listening> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  socket.on('message', (packet, from) => {
    respond(packet, 'udp').then((answers) => sendAll(socket, answers, from), ignoreError)
  })
  return network.bindUdp(socket, address, 53)
}

export function openTcp(network: DnsNetwork, address: string, respond: RespondToPacket): Promise<Listening> {
  const server = createServer((socket) => {
    let pending = Buffer.alloc(0)
    socket.on('error', ignoreError)
    socket.setTimeout(IDLE_TIMEOUT, () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk])
      // Two bytes of length precede each packet (RFC 1035, 4.2.2).
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0)
        const packet = pending.subarray(2, end)
        pending = pending.subarray(end)
        respond(packet, 'tcp').then((answers) => writeAll(socket, answers), ignoreError)
      }
      if (pending.length > MAX_PENDING) socket.destroy()
    })
  })
  return network.listen(server, address, 53)
}

export function openHttps(
  network: DnsNetwork,
  address: string,
  credentials: Credentials,
  host: DohEndpoint,
): Promise<Listening> {
  const server = createHttpsServer({ ...credentials }, (request, response) => {
    dohResponse(request, host).then(
      (page) => sendResponse(response, page),
      () => response.destroy(),
    )
  })
  return network.listen(server, address, 443)
}

/** A failed answer is like a lost packet: the client times out. */
const ignoreError = (): void => {}

function sendAll(
  socket: UdpSocket,
  answers: readonly Buffer[],
  { address, port }: { readonly address: string; readonly port: number },
): void {
  for (const answer of answers) {
    try {
      socket.send(answer, port, address, ignoreError)
    } catch {
      // The socket was closed before the answer was ready.
    }
  }
}

/** Without a page the connection stays open and no response is sent. */
function sendResponse(response: ServerResponse, page: DohResponse | undefined): void {
  if (page === undefined) return
  response.writeHead(page.status, { 'content-type': page.type })
  response.end(page.body)
}

function writeAll(socket: Socket, answers: readonly Buffer[]): void {
  for (const answer of answers) {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(answer.length, 0)
    if (!socket.destroyed) socket.write(Buffer.concat([length, answer]))
  }
}
