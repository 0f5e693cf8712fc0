import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'
import type { OriginOrder, Place, RunningOrigin } from '../origin.ts'

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

export const plainDoor =
  (talk: Talk): Door =>
  (wire) =>
    talk(wire, wire)

export interface TlsSettings extends SecureContextOptions {
  /** HTTP/1.1 alone, unless told. */
  readonly ALPNProtocols?: string[]
  /** PEM of the authority whose clients are let in. Absent: no client is asked for a certificate. */
  readonly clientCa?: string
  /** True: who has no certificate is let in, too. */
  readonly clientOptional?: boolean
}

/** Shakes hands, then lets talk. A handshake that fails ends with OpenSSL's own alert. */
export function tlsDoor(settings: TlsSettings, talk: Talk): Door {
  const { ALPNProtocols = ['http/1.1'], clientCa, clientOptional = false, ...context } = settings
  // OpenSSL's level 0 loads any key, however weak. It does not bring old versions back.
  const secureContext = createSecureContext({
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(clientCa !== undefined && { ca: clientCa }),
    ...context,
  })
  return (wire) => {
    const stream = new TLSSocket(wire, {
      isServer: true,
      secureContext,
      ALPNProtocols,
      requestCert: clientCa !== undefined,
      rejectUnauthorized: !clientOptional,
    })
    stream.on('error', () => wire.destroy())
    stream.once('secure', () => {
      if (admits(stream.getPeerX509Certificate(), clientCa)) talk(stream, wire)
      else stream.destroy()
    })
  }
}

/** OpenSSL ends the handshake when there is no certificate; a stranger's it leaves to us. */
const admits = (client: X509Certificate | undefined, ca: string | undefined): boolean =>
  client === undefined || (ca !== undefined && client.verify(new X509Certificate(ca).publicKey))
