import type { Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import type { DnsNetwork } from '../../../lab/dns/wire/listeners.ts'
import { freePort } from '../../../lab/network/free-port.ts'
import { listen } from '../../../lab/network/listen.ts'

export interface Loopback extends DnsNetwork {
  /** The real address, as node's Resolver expects it. */
  readonly at: (address: string, port?: number) => string
}

/** Maps each address and port of the lab to one free port of 127.0.0.1, the same for UDP and TCP. */
export function loopback(): Loopback {
  const ports = new Map<string, number>()
  const portOf = async (address: string, port: number): Promise<number> => {
    const place = ports.get(`${address} ${port}`) ?? (await freePort())
    ports.set(`${address} ${port}`, place)
    return place
  }
  return {
    listen: async (server, address, port) => listen(server, await portOf(address, port)),
    bindUdp: async (socket, address, port) => {
      const place = await portOf(address, port)
      await bound(socket, place)
      return { port: place, close: () => closed(socket) }
    },
    at: (address, port = 53) => `127.0.0.1:${ports.get(`${address} ${port}`) ?? 0}`,
  }
}

async function bound(socket: UdpSocket, port: number): Promise<void> {
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
}

async function closed(socket: UdpSocket): Promise<void> {
  const gone = once(socket, 'close')
  socket.close()
  await gone
}
