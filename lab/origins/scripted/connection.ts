import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { headBytes, HOME, send, sendHome } from '../server/response.ts'
import { openDoors, plainDoor, tlsDoor, type Door } from '../server/listeners.ts'
import { http1, type Visit } from '../server/http1.ts'
import type { OriginEntry } from '../origin.ts'
import { nginxPage } from './content.ts'
import { web } from '../server/http-origin.ts'

const home = http1(sendHome)

/** The same at both ports, before anybody has said a word. */
const atBoth = (sentence: string, door: Door): OriginEntry => ({
  sentence,
  start: (order) => openDoors(order, { https: door, http: door }),
})

/** Some servers answer visitors, and have nothing for Cloudflare, which marks its requests. */
const unlessProxied = (sentence: string, away: (visit: Visit) => void): OriginEntry =>
  web(sentence, () => (visit) => ('cf-ray' in visit.headers ? away(visit) : sendHome(visit)))

/** Sends the first bytes and resets, late enough that they arrive. */
export async function resetAfter(
  { stream, wire }: Pick<Visit, 'stream' | 'wire'>,
  bytes: string | Uint8Array,
): Promise<void> {
  stream.write(bytes)
  await pause(30)
  wire.resetAndDestroy()
}

const reset = (wire: Socket): void => {
  wire.resetAndDestroy()
}

/** On loopback a reset would overtake the visitor, who then takes it for a refusal. From afar it never does. */
const resetSoon = (wire: Socket): void => {
  setTimeout(reset, 20, wire)
}

/** Origins that do not get as far as an answer, and origins that stop in the middle of one. */
export const CONNECTIONS = {
  stopped: {
    sentence: 'the web server of the origin is stopped, and its ports closed',
    start: (order) => openDoors(order, { https: undefined, http: undefined }),
  },
  'https-closed': {
    sentence: 'the origin listens on port 80 alone',
    start: (order) => openDoors(order, { https: undefined, http: plainDoor(home) }),
  },
  'http-closed': {
    sentence: 'the origin listens on port 443 alone',
    start: (order) => openDoors(order, { https: tlsDoor(order.credentials, home), http: undefined }),
  },
  'closes-on-accept': atBoth('the origin accepts and closes at once', (wire) => wire.end()),
  'resets-on-accept': atBoth('the origin accepts and resets at once', resetSoon),
  'silent-on-accept': atBoth('the origin accepts and never says a word, not even of TLS', (wire) =>
    wire.resume(),
  ),
  'resets-before-request': {
    sentence: 'the origin resets the connection before it was asked anything',
    start: (order) =>
      openDoors(order, { https: tlsDoor(order.credentials, (_, wire) => resetSoon(wire)), http: resetSoon }),
  },
  empty: web('the origin takes the request and closes without a byte', () => ({ stream }) => {
    stream.end()
  }),
  reset: web(
    'the origin takes the request and resets the connection',
    () =>
      ({ wire }) =>
        reset(wire),
  ),
  'resets-in-head': web(
    'the origin resets the connection in the middle of the headers',
    () => (visit) => resetAfter(visit, 'HTTP/1.1 200 OK\r\nServer: ngi'),
  ),
  'closes-in-head': web('the origin closes in the middle of the headers', () => ({ stream }) => {
    stream.end('HTTP/1.1 200 OK\r\nServer: ngi')
  }),
  silent: web('the origin takes the request and never answers it', () => () => {}),
  'silent-after-head': web('the origin sends its headers, and never the page', () => ({ stream }) => {
    stream.write(
      headBytes(200, [
        ['Content-Type', 'text/html'],
        ['Content-Length', String(HOME.length)],
      ]),
    )
  }),
  'silent-in-body': web('the origin falls silent in the middle of the page', () => ({ stream }) => {
    stream.write(headBytes(200, [['Content-Length', String(HOME.length)]]) + HOME.slice(0, 20))
  }),
  'turns-cloudflare-away-403': unlessProxied(
    'a plug-in of the origin answers 403 to Cloudflare alone',
    (visit) => send(visit, nginxPage(403)),
  ),
  'turns-cloudflare-away-429': unlessProxied(
    'the rate limiter of the origin takes Cloudflare for one visitor',
    (visit) => send(visit, nginxPage(429)),
  ),
  'turns-cloudflare-away-empty': unlessProxied(
    'a plug-in of the origin hangs up on Cloudflare alone',
    ({ stream }) => {
      stream.end()
    },
  ),
  'turns-cloudflare-away-reset': unlessProxied(
    'a plug-in of the origin resets what comes from Cloudflare',
    ({ wire }) => reset(wire),
  ),
  'turns-cloudflare-away-silent': unlessProxied('a plug-in of the origin never answers Cloudflare', () => {}),
  'only-cloudflare': web('the origin answers 403 to everybody but Cloudflare', () => (visit) => {
    if ('cf-ray' in visit.headers) sendHome(visit)
    else send(visit, nginxPage(403))
  }),
} as const satisfies Readonly<Record<string, OriginEntry>>
