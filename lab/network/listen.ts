import { once } from 'node:events'
import type { Socket as UdpSocket } from 'node:dgram'
import type { Server, Socket } from 'node:net'

export interface Listening {
  readonly port: number
  /** Frees the port and closes every connection. */
  readonly close: () => Promise<void>
}

/** Listens on a free port of 127.0.0.1 by default. Fails if the port is taken. */
export async function listen(server: Server, port = 0, host = '127.0.0.1'): Promise<Listening> {
  // Tracked here because the server forgets connections that never finished their TLS handshake.
  const sockets = new Set<Socket>()
  const track = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  server.on('connection', track)
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
      server.off('connection', track)
    },
  }
}

/** The same for a UDP socket. */
export async function bindUdp(socket: UdpSocket, port: number, host: string): Promise<Listening> {
  socket.bind(port, host)
  await once(socket, 'listening')
  return {
    port: socket.address().port,
    close: async () => {
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
}
