import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'
import type { OriginOptions, Endpoint, RunningOrigin } from '../origin.ts'

/** Takes a TCP connection that has just been accepted. */
export type ConnectionHandler = (socket: Socket) => void

/** Takes a connection on which HTTP may be spoken; `stream` is `socket` itself or the TLS on top of it. */
export type StreamHandler = (stream: Socket, socket: Socket) => void

export interface PortHandlers {
  /** Undefined: nothing listens, and the kernel refuses. */
  readonly https: ConnectionHandler | undefined
  readonly http: ConnectionHandler | undefined
}

/** Opens both ports of an origin. Fails when one of them is taken. */
export async function openPorts(order: OriginOptions, { https, http }: PortHandlers): Promise<RunningOrigin> {
  const opened = await Promise.all([
    ...(https ? [openPort(order.https, https)] : []),
    ...(http ? [openPort(order.http, http)] : []),
  ])
  return {
    close: async () => {
      await Promise.all(opened.map((each) => each.close()))
    },
  }
}

export async function openPort(
  { host, port }: Endpoint,
  door: ConnectionHandler,
): Promise<RunningOrigin & Endpoint> {
  const wires = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    wires.add(socket)
    socket.once('close', () => wires.delete(socket))
    // Visitors go whenever they like.
    socket.on('error', () => {})
    door(socket)
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
      for (const socket of wires) socket.destroy()
      await closed
    },
  }
}

export const plainHandler =
  (talk: StreamHandler): ConnectionHandler =>
  (socket) =>
    talk(socket, socket)

export interface TlsSettings extends SecureContextOptions {
  /** HTTP/1.1 alone, unless told. */
  readonly ALPNProtocols?: string[]
  /** PEM of the authority whose clients are let in. Absent: no client is asked for a certificate. */
  readonly clientCa?: string
  /** True: who has no certificate is let in, too. */
  readonly clientOptional?: boolean
}

/** Shakes hands, then lets talk. A handshake that fails ends with OpenSSL's own alert. */
export function tlsHandler(settings: TlsSettings, talk: StreamHandler): ConnectionHandler {
  const { ALPNProtocols = ['http/1.1'], clientCa, clientOptional = false, ...context } = settings
  // OpenSSL's level 0 loads any key, however weak. It does not bring old versions back.
  const secureContext = createSecureContext({
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(clientCa !== undefined && { ca: clientCa }),
    ...context,
  })
  return (socket) => {
    const stream = new TLSSocket(socket, {
      isServer: true,
      secureContext,
      ALPNProtocols,
      requestCert: clientCa !== undefined,
      rejectUnauthorized: !clientOptional,
    })
    stream.on('error', () => socket.destroy())
    stream.once('secure', () => {
      if (isAccepted(stream.getPeerX509Certificate(), clientCa)) talk(stream, socket)
      else stream.destroy()
    })
  }
}

/** OpenSSL ends the handshake when there is no certificate; a stranger's it leaves to us. */
const isAccepted = (client: X509Certificate | undefined, ca: string | undefined): boolean =>
  client === undefined || (ca !== undefined && client.verify(new X509Certificate(ca).publicKey))
