import { createServer, type Socket } from 'node:net'
import { createServer as createSecureServer, type TlsOptions } from 'node:tls'
import { listen } from '../../lab/network/listen.ts'

/** A request as a server received it. Counts start at 1. */
export interface Turn {
  readonly socket: Socket
  readonly path: string
  readonly connection: number
  /** Its place among the requests on its connection. */
  readonly place: number
}

export interface PersistentServer {
  readonly port: number
  /** `1: /, 1: /en`: the connection and the path of each request. */
  readonly requests: () => string
  /** Resolves once every connection is closed. */
  readonly allClosed: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** A server that keeps connections open. With `tls`, over TLS. */
export async function servePersistently(
  respond: (turn: Turn) => void,
  tls?: TlsOptions,
): Promise<PersistentServer> {
  const requests: string[] = []
  const closed: Promise<void>[] = []
  const server = tls === undefined ? createServer() : createSecureServer(tls)
  server.on('tlsClientError', () => undefined)
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    const connection = closed.push(new Promise((resolve) => socket.once('close', () => resolve())))
    let place = 0
    let text = ''
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (!text.endsWith('\r\n\r\n')) return
      const path = /^\w+ (\S+)/.exec(text)?.[1] ?? ''
      text = ''
      place += 1
      requests.push(`${connection}: ${path}`)
      respond({ socket, path, connection, place })
    })
  })
  const { port, close } = await listen(server)
  return { port, close, requests: () => requests.join(', '), allClosed: () => Promise.all(closed) }
}

/** A response with a length, after which the connection persists. */
export function responseOf(status: string, headers: readonly string[] = [], body = ''): string {
  return [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n')
}
