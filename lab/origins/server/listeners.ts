import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'
import type { Endpoint } from '../../network/network.ts'
import type { OriginOptions, RunningOrigin } from '../origin.ts'

/** Handles a new TCP connection. */
export type ConnectionHandler = (socket: Socket) => void

/** Handles a connection that is ready for HTTP. `stream` is `socket` itself, or TLS on top of it. */
export type StreamHandler = (stream: Socket, socket: Socket) => void

export interface PortHandlers {
  /** Undefined: the port is closed. */
  readonly https: ConnectionHandler | undefined
  readonly http: ConnectionHandler | undefined
}

/** Opens both ports of an origin. Fails if one is taken. */
export async function openPorts(
  options: OriginOptions,
  { https, http }: PortHandlers,
): Promise<RunningOrigin> {
  const opened = await Promise.all([
    ...(https ? [openPort(options.https, https)] : []),
    ...(http ? [openPort(options.http, http)] : []),
  ])
  return {
    close: async () => {
      await Promise.all(opened.map((each) => each.close()))
    },
  }
}

export async function openPort(
  { host, port }: Endpoint,
  handler: ConnectionHandler,
): Promise<RunningOrigin & Endpoint> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Clients may disconnect at any time.
    socket.on('error', () => {})
    handler(socket)
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
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

export const plainHandler =
  (handler: StreamHandler): ConnectionHandler =>
  (socket) =>
    handler(socket, socket)

export interface TlsSettings extends SecureContextOptions {
  /** Default: HTTP/1.1 only. */
  readonly ALPNProtocols?: string[]
  /** PEM of the CA for client certificates. Absent: none is requested. */
  readonly clientCa?: string
  /** True: also accepts clients without a certificate. */
  readonly clientOptional?: boolean
}

/** Completes the handshake, then calls the handler. A failed handshake ends with OpenSSL's own alert. */
export function tlsHandler(settings: TlsSettings, handler: StreamHandler): ConnectionHandler {
  const { ALPNProtocols = ['http/1.1'], clientCa, clientOptional = false, ...context } = settings
  // Security level 0 accepts weak keys. It doesn't enable old protocol versions.
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
      if (isAccepted(stream.getPeerX509Certificate(), clientCa)) handler(stream, socket)
      else stream.destroy()
    })
  }
}

/** OpenSSL rejects clients without a certificate. An untrusted certificate has to be rejected here. */
const isAccepted = (client: X509Certificate | undefined, ca: string | undefined): boolean =>
  client === undefined || (ca !== undefined && client.verify(new X509Certificate(ca).publicKey))
