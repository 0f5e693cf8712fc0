import { once } from 'node:events'
import type { Server, Socket } from 'node:net'

export interface Listening {
  readonly port: number
  /** Frees the port and cuts every connection. */
  readonly close: () => Promise<void>
}

/** Listens on 127.0.0.1; on a free port unless told. Fails when the port is taken. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  // Counted here and not by the server, which forgets those that never finished their TLS handshake.
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  server.on('connection', keep)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
      server.off('connection', keep)
    },
  }
}
