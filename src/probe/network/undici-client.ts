import type { Socket } from 'node:net'
import Client from 'undici/lib/dispatcher/client.js'

/**
 * Milliseconds for which Cloudflare keeps an idle connection
 * (https://developers.cloudflare.com/fundamentals/reference/connection-limits/).
 */
export const CLOUDFLARE_KEEP_ALIVE = 900_000

/**
 * The connection closed before the request could be sent: the server closed it, or undici did because the server sent
 * data first. There is no second connection. With any other code undici would try to connect forever.
 */
const CONNECTION_GONE = Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_GONE' })

/** An HTTP/1.1 client for one open connection. */
export function undiciClient(
  socket: Socket,
  limits: Pick<Client.Options, 'maxHeaderSize' | 'maxResponseSize'>,
): Client {
  let used = false
  return new Client('http://origin', {
    connect: (_options, callback) => {
      const [error, stream] = used ? [CONNECTION_GONE, null] : [null, socket]
      used = true
      // Deferred: undici waits forever if the connector calls back before it has returned.
      queueMicrotask(() => (stream === null ? callback(error, null) : callback(null, stream)))
    },
    allowH2: false,
    pipelining: 1,
    // One deadline covers the exchange. undici's own timers are coarse, and each received byte resets them.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Otherwise undici closes an idle connection after its own timeout, or the one in the response's `Keep-Alive`.
    keepAliveTimeout: CLOUDFLARE_KEEP_ALIVE,
    keepAliveMaxTimeout: CLOUDFLARE_KEEP_ALIVE,
    keepAliveTimeoutThreshold: -CLOUDFLARE_KEEP_ALIVE,
    ...limits,
  })
}

/** Closes the client and its connection. Later errors are ignored. */
export function closeClient(client: Client, socket: Socket): void {
  socket.on('error', () => undefined)
  void client.destroy().catch(() => undefined)
  socket.destroy()
}
