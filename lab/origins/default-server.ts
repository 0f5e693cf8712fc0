import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Credentials } from '../tls/certificates.ts'
import { listen, type Listening } from '../network/listen.ts'
import { nginxStylePage } from '../http/page.ts'

/** How the server handles a request. `stopped` closes its ports. */
export type DefaultServerMode =
  | 'up'
  | 'slow'
  | 'app-down'
  | 'app-timeout'
  | 'app-error'
  | 'not-found'
  | 'silent'
  | 'empty'
  | 'reset'
  | 'stopped'

export interface DefaultServerOptions {
  readonly credentials: Credentials
  readonly mode: DefaultServerMode
  /** Milliseconds until nginx responds 504 for the application, and that a slow response takes. */
  readonly upstreamTimeout: number
  /** Default: free ports of loopback. */
  readonly listen?: (server: Server, port: number) => Promise<Listening>
}

export interface DefaultServer {
  /** Its ports, also after it was stopped. */
  readonly ports: { readonly https: number; readonly http: number }
  /** Received requests, oldest first. */
  readonly requests: readonly ReceivedRequest[]
  readonly setMode: (mode: DefaultServerMode) => Promise<void>
  readonly setCredentials: (credentials: Credentials) => void
  readonly close: () => Promise<void>
}

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

const HOME_PAGE = '<!DOCTYPE html>\n<title>Shop</title>\n<h1>Welcome to the shop</h1>\n'

/** A web server that imitates nginx in front of an application, with switchable faults. */
export async function startDefaultServer({
  credentials,
  mode: initialMode,
  upstreamTimeout,
  listen: customListen,
}: DefaultServerOptions): Promise<DefaultServer> {
  let mode: DefaultServerMode = initialMode === 'stopped' ? 'up' : initialMode
  const requests: ReceivedRequest[] = []
  // The TCP socket under each TLS socket, by the client's port, because only the TCP socket can be reset.
  const tcpSockets = new Map<number, Socket>()

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers })
    switch (mode) {
      case 'up':
        return sendHome(request, response)
      case 'slow':
        await pause(upstreamTimeout)
        return sendHome(request, response)
      case 'app-down':
        return sendNginxPage(response, 502)
      case 'app-timeout':
        await pause(upstreamTimeout)
        return sendNginxPage(response, 504)
      case 'app-error':
        return sendNginxPage(response, 500)
      case 'not-found':
        return sendNginxPage(response, 404)
      case 'silent':
        return
      case 'empty':
        request.socket.end()
        return
      case 'reset':
      case 'stopped':
        tcpSockets.get(request.socket.remotePort ?? 0)?.resetAndDestroy()
        return
      default:
        return mode satisfies never
    }
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    respond(request, response).catch(() => response.destroy())
  }
  const secure = createSecureServer({ ...credentials }, listener)
  const plain = createServer(listener)
  for (const server of [secure, plain]) {
    server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0
      tcpSockets.set(port, socket)
      socket.once('close', () => tcpSockets.delete(port))
    })
  }

  const start = customListen ?? ((server, port) => listen(server, port === 443 ? ports.https : ports.http))
  let ports = { https: 0, http: 0 }
  let open: readonly Listening[] = await Promise.all([start(secure, 443), start(plain, 80)])
  ports = { https: open[0]?.port ?? 0, http: open[1]?.port ?? 0 }
  const close = async (): Promise<void> => {
    const listening = open
    open = []
    await Promise.all(listening.map((each) => each.close()))
  }
  const setMode = async (next: DefaultServerMode): Promise<void> => {
    mode = next
    if (next === 'stopped') return close()
    // The ports stay the same, so that clients find the server again.
    if (open.length === 0) open = await Promise.all([start(secure, 443), start(plain, 80)])
  }
  if (initialMode === 'stopped') await setMode('stopped')
  return {
    ports,
    requests,
    setMode,
    setCredentials: (next) => secure.setSecureContext({ ...next }),
    close,
  }
}

/** The site has one page. */
function sendHome(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.split('?')[0] !== '/') return sendNginxPage(response, 404)
  send(response, 200, 'text/html', HOME_PAGE)
}

const sendNginxPage = (response: ServerResponse, status: number): void =>
  send(response, status, 'text/html', nginxStylePage(status, 'nginx').body)

/** Sends nginx's headers in the order that nginx uses. */
function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.sendDate = false
  response.writeHead(status, [
    ['Server', 'nginx'],
    ['Date', new Date().toUTCString()],
    ['Content-Type', type],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Connection', 'keep-alive'],
  ])
  response.end(body)
}
