import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket, type SecureContextOptions, type TLSSocketOptions } from 'node:tls'
import type { OriginOrder, Place, RunningOrigin } from './order.ts'

/** Takes a TCP connection that has just been accepted. */
export type Door = (wire: Socket) => void

/** Takes a connection on which HTTP may be spoken; `stream` is `wire` itself or the TLS on top of it. */
export type Talk = (stream: Socket, wire: Socket) => void

export interface Doors {
  /** Undefined: nothing listens, and the kernel refuses. */
  readonly https: Door | undefined
  readonly http: Door | undefined
}

/** Opens both ports of an origin. Fails when one of them is taken. */
export async function openDoors(order: OriginOrder, { https, http }: Doors): Promise<RunningOrigin> {
  const opened = await Promise.all([
    ...(https ? [openDoor(order.https, https)] : []),
    ...(http ? [openDoor(order.http, http)] : []),
  ])
  return {
    close: async () => {
      await Promise.all(opened.map((each) => each.close()))
    },
  }
}

export async function openDoor({ host, port }: Place, door: Door): Promise<RunningOrigin & Place> {
  const wires = new Set<Socket>()
  const server = createServer({ noDelay: true }, (wire) => {
    wires.add(wire)
    wire.once('close', () => wires.delete(wire))
    // Visitors go whenever they like.
    wire.on('error', () => {})
    door(wire)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    host,
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const wire of wires) wire.destroy()
      await closed
    },
  }
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePlace(): Promise<Place> {
  const { host, port, close } = await openDoor({ host: '127.0.0.1', port: 0 }, (wire) => wire.destroy())
  await close()
  return { host, port }
}

export const plainDoor =
  (talk: Talk): Door =>
  (wire) =>
    talk(wire, wire)

export type TlsSettings = SecureContextOptions &
  Pick<TLSSocketOptions, 'ALPNProtocols' | 'SNICallback' | 'requestCert' | 'rejectUnauthorized'>

/** Shakes hands, then lets talk. A handshake that fails ends with OpenSSL's own alert. */
export function tlsDoor(settings: TlsSettings, talk: Talk): Door {
  const { ALPNProtocols = ['http/1.1'], SNICallback, requestCert, rejectUnauthorized, ...context } = settings
  // OpenSSL's level 0 loads any key, however weak. It does not bring old versions back.
  const secureContext = createSecureContext({ ciphers: 'DEFAULT@SECLEVEL=0', ...context })
  return (wire) => {
    const stream = new TLSSocket(wire, {
      isServer: true,
      secureContext,
      ALPNProtocols,
      ...(SNICallback && { SNICallback }),
      ...(requestCert && { requestCert }),
      ...(rejectUnauthorized && { rejectUnauthorized }),
    })
    stream.on('error', () => wire.destroy())
    stream.once('secure', () => {
      // A certificate of a stranger passes OpenSSL here; to turn it away is left to us.
      if (requestCert && rejectUnauthorized && !stream.authorized) stream.destroy()
      else talk(stream, wire)
    })
  }
}
