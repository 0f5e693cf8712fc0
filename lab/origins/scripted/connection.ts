import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { responseHead, HOME_PAGE, send, sendHome } from '../server/response.ts'
import { openPorts, plainHandler, tlsHandler, type ConnectionHandler } from '../server/listeners.ts'
import { http1Handler, type HttpRequest } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

const homeHandler = http1Handler(sendHome)

/** The same handler on both ports, before any byte is read. */
const onBothPorts = (sentence: string, handler: ConnectionHandler): OriginDefinition => ({
  sentence,
  start: (options) => openPorts(options, { https: handler, http: handler }),
})

/** Serves visitors, and rejects Cloudflare, which it recognizes by its headers. */
const rejectsProxied = (sentence: string, away: (request: HttpRequest) => void): OriginDefinition =>
  httpOrigin(
    sentence,
    () => (request) => ('cf-ipcountry' in request.headers ? away(request) : sendHome(request)),
  )

/** Sends the first bytes, waits until they have arrived, and resets. */
export async function resetAfter(
  { stream, socket }: Pick<HttpRequest, 'stream' | 'socket'>,
  bytes: string | Uint8Array,
): Promise<void> {
  stream.write(bytes)
  await pause(30)
  socket.resetAndDestroy()
}

const reset = (socket: Socket): void => {
  socket.resetAndDestroy()
}

/** On loopback an immediate reset would overtake the handshake and look like a refusal. */
const resetSoon = (socket: Socket): void => {
  setTimeout(reset, 20, socket)
}

/** Origins that fail before or during their response. */
export const CONNECTION = {
  stopped: {
    sentence: "the origin's web server is stopped and its ports are closed",
    start: (options) => openPorts(options, { https: undefined, http: undefined }),
  },
  'https-closed': {
    sentence: 'the origin listens only on port 80',
    start: (options) => openPorts(options, { https: undefined, http: plainHandler(homeHandler) }),
  },
  'http-closed': {
    sentence: 'the origin listens only on port 443',
    start: (options) =>
      openPorts(options, { https: tlsHandler(options.credentials, homeHandler), http: undefined }),
  },
  'closes-on-accept': onBothPorts('the origin accepts connections and closes them at once', (socket) =>
    socket.end(),
  ),
  'resets-on-accept': onBothPorts('the origin accepts connections and resets them at once', resetSoon),
  'silent-on-accept': onBothPorts(
    'the origin accepts connections and never sends a byte, not even for TLS',
    (socket) => socket.resume(),
  ),
  'resets-before-request': {
    sentence: 'the origin resets the connection before any request',
    start: (options) =>
      openPorts(options, {
        https: tlsHandler(options.credentials, (_, socket) => resetSoon(socket)),
        http: resetSoon,
      }),
  },
  empty: httpOrigin(
    'the origin accepts the request and closes without sending a byte',
    () =>
      ({ stream }) => {
        stream.end()
      },
  ),
  reset: httpOrigin(
    'the origin accepts the request and resets the connection',
    () =>
      ({ socket }) =>
        reset(socket),
  ),
  'resets-in-head': httpOrigin(
    'the origin resets the connection in the middle of the headers',
    () => (request) => resetAfter(request, 'HTTP/1.1 200 OK\r\nServer: ngi'),
  ),
  'closes-in-head': httpOrigin('the origin closes in the middle of the headers', () => ({ stream }) => {
    stream.end('HTTP/1.1 200 OK\r\nServer: ngi')
  }),
  silent: httpOrigin('the origin accepts the request and never responds', () => () => {}),
  'silent-after-head': httpOrigin('the origin sends its headers and never the page', () => ({ stream }) => {
    stream.write(
      responseHead(200, [
        ['Content-Type', 'text/html'],
        ['Content-Length', String(HOME_PAGE.length)],
      ]),
    )
  }),
  'silent-in-body': httpOrigin('the origin stops sending in the middle of the page', () => ({ stream }) => {
    stream.write(responseHead(200, [['Content-Length', String(HOME_PAGE.length)]]) + HOME_PAGE.slice(0, 20))
  }),
  'blocks-cloudflare-403': rejectsProxied(
    'a plug-in of the origin returns 403 to Cloudflare only',
    (request) => send(request, nginxPage(403)),
  ),
  'blocks-cloudflare-429': rejectsProxied(
    "the origin's rate limiter counts Cloudflare as one client",
    (request) => send(request, nginxPage(429)),
  ),
  'blocks-cloudflare-empty': rejectsProxied(
    'a plug-in of the origin closes the connection on Cloudflare only',
    ({ stream }) => {
      stream.end()
    },
  ),
  'blocks-cloudflare-reset': rejectsProxied(
    "a plug-in of the origin resets Cloudflare's connections",
    ({ socket }) => reset(socket),
  ),
  'blocks-cloudflare-silent': rejectsProxied(
    'a plug-in of the origin never responds to Cloudflare',
    () => {},
  ),
  'only-cloudflare': httpOrigin(
    'the origin returns 403 to every client except Cloudflare',
    () => (request) => {
      if ('cf-ipcountry' in request.headers) sendHome(request)
      else send(request, nginxPage(403))
    },
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
