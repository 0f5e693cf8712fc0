import type { Socket } from 'node:net'
import Client from 'undici/lib/dispatcher/client.js'

/**
 * An undici client on one connection, HTTP/1.1 only. Callers set one deadline for everything: undici's own timeouts are
 * coarse, and a server that sends a byte now and then resets them.
 *
 * @param nextSocket the connection, or why there is no further one
 */
export function clientOn(
  origin: string,
  nextSocket: () => Socket | Error,
  options: Client.Options = {},
): Client {
  return new Client(origin, {
    connect: (_options, callback) => {
      const next = nextSocket()
      // undici waits forever for a connector that calls back before it has returned.
      queueMicrotask(() => (next instanceof Error ? callback(next, null) : callback(null, next)))
    },
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    ...options,
  })
}
