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
const onBothPorts = (sentence: string, door: ConnectionHandler): OriginDefinition => ({
  sentence,
  start: (order) => openPorts(order, { https: door, http: door }),
})

/** Serves visitors, and rejects Cloudflare, which it recognizes by its headers. */
const rejectsProxied = (sentence: string, away: (visit: HttpRequest) => void): OriginDefinition =>
  httpOrigin(sentence, () => (visit) => ('cf-ray' in visit.headers ? away(visit) : sendHome(visit)))

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
    sentence: 'the web server of the origin is stopped, and its ports closed',
    start: (order) => openPorts(order, { https: undefined, http: undefined }),
  },
  'https-closed': {
    sentence: 'the origin listens on port 80 alone',
    start: (order) => openPorts(order, { https: undefined, http: plainHandler(homeHandler) }),
  },
  'http-closed': {
    sentence: 'the origin listens on port 443 alone',
    start: (order) =>
      openPorts(order, { https: tlsHandler(order.credentials, homeHandler), http: undefined }),
  },
  'closes-on-accept': onBothPorts('the origin accepts and closes at once', (socket) => socket.end()),
  'resets-on-accept': onBothPorts('the origin accepts and resets at once', resetSoon),
  'silent-on-accept': onBothPorts('the origin accepts and never says a word, not even of TLS', (socket) =>
    socket.resume(),
  ),
  'resets-before-request': {
    sentence: 'the origin resets the connection before it was asked anything',
    start: (order) =>
      openPorts(order, {
        https: tlsHandler(order.credentials, (_, socket) => resetSoon(socket)),
        http: resetSoon,
      }),
  },
  empty: httpOrigin('the origin takes the request and closes without a byte', () => ({ stream }) => {
    stream.end()
  }),
  reset: httpOrigin(
    'the origin takes the request and resets the connection',
    () =>
      ({ socket }) =>
        reset(socket),
  ),
  'resets-in-head': httpOrigin(
    'the origin resets the connection in the middle of the headers',
    () => (visit) => resetAfter(visit, 'HTTP/1.1 200 OK\r\nServer: ngi'),
  ),
  'closes-in-head': httpOrigin('the origin closes in the middle of the headers', () => ({ stream }) => {
    stream.end('HTTP/1.1 200 OK\r\nServer: ngi')
  }),
  silent: httpOrigin('the origin takes the request and never answers it', () => () => {}),
  'silent-after-head': httpOrigin('the origin sends its headers, and never the page', () => ({ stream }) => {
    stream.write(
      responseHead(200, [
        ['Content-Type', 'text/html'],
        ['Content-Length', String(HOME_PAGE.length)],
      ]),
    )
  }),
  'silent-in-body': httpOrigin('the origin falls silent in the middle of the page', () => ({ stream }) => {
    stream.write(responseHead(200, [['Content-Length', String(HOME_PAGE.length)]]) + HOME_PAGE.slice(0, 20))
  }),
  'blocks-cloudflare-403': rejectsProxied(
    'a plug-in of the origin answers 403 to Cloudflare alone',
    (visit) => send(visit, nginxPage(403)),
  ),
  'blocks-cloudflare-429': rejectsProxied(
    'the rate limiter of the origin takes Cloudflare for one visitor',
    (visit) => send(visit, nginxPage(429)),
  ),
  'blocks-cloudflare-empty': rejectsProxied(
    'a plug-in of the origin hangs up on Cloudflare alone',
    ({ stream }) => {
      stream.end()
    },
  ),
  'blocks-cloudflare-reset': rejectsProxied(
    'a plug-in of the origin resets what comes from Cloudflare',
    ({ socket }) => reset(socket),
  ),
  'blocks-cloudflare-silent': rejectsProxied('a plug-in of the origin never answers Cloudflare', () => {}),
  'only-cloudflare': httpOrigin('the origin answers 403 to everybody but Cloudflare', () => (visit) => {
    if ('cf-ray' in visit.headers) sendHome(visit)
    else send(visit, nginxPage(403))
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
