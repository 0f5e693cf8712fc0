import { setTimeout as pause } from 'node:timers/promises'
import { responseHead, HOME_PAGE, send, sendHome } from '../server/response.ts'
import { openPorts, plainHandler, tlsHandler, type StreamHandler } from '../server/listeners.ts'
import { http1Handler, type RequestHandler } from '../server/http1.ts'
import { REQUESTS_UNTIL_DEATH, openServerThatDies } from '../server/dies-after-n.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { openHttpOrigin, httpOrigin } from '../server/http-origin.ts'

/** Chooses a handler by the number of the request, starting at 1, across all clients. */
const byRequestNumber = (conductOf: (number: number) => RequestHandler) => (): RequestHandler => {
  let number = 0
  return (request) => {
    number += 1
    return conductOf(number)(request)
  }
}

const respondWith =
  (status: number): RequestHandler =>
  (request) =>
    send(request, nginxPage(status))

const resetConnection: RequestHandler = ({ socket }) => {
  socket.resetAndDestroy()
}

/** Parallel requests that `sheds-load` accepts. */
export const CAPACITY = 2

/** Closes a connection after `limit` ms of idleness, without notice. */
const closingIdle =
  (limit: number, handler: StreamHandler): StreamHandler =>
  (stream, socket) => {
    let idle: NodeJS.Timeout | undefined
    stream.on('data', () => {
      clearTimeout(idle)
      idle = setTimeout(() => socket.destroy(), limit)
    })
    socket.once('close', () => clearTimeout(idle))
    handler(stream, socket)
  }

/** Origins that fail some of the time. */
export const INTERMITTENT = {
  'every-third-502': httpOrigin(
    'every third response is a 502: one of three replicas is broken',
    byRequestNumber((number) => (number % 3 === 0 ? respondWith(502) : sendHome)),
  ),
  'every-third-reset': httpOrigin(
    'every third request is reset',
    byRequestNumber((number) => (number % 3 === 0 ? resetConnection : sendHome)),
  ),
  'every-second-503': httpOrigin(
    '200 and 503 alternate',
    byRequestNumber((number) => (number % 2 === 0 ? respondWith(503) : sendHome)),
  ),
  'fails-first-two': httpOrigin(
    'the first two responses are 502, while the application starts',
    byRequestNumber((number) => (number <= 2 ? respondWith(502) : sendHome)),
  ),
  'dies-after-requests': {
    sentence: `the origin dies after ${REQUESTS_UNTIL_DEATH} responses`,
    start: (options) => openServerThatDies((handle) => openHttpOrigin(options, handle)),
  },
  'sheds-load': httpOrigin(
    'the origin accepts two parallel requests and returns 503 to more',
    ({ upstreamTimeout }) => {
      let busy = 0
      return async (request) => {
        if (busy >= CAPACITY) return send(request, nginxPage(503))
        busy += 1
        await pause(upstreamTimeout)
        busy -= 1
        sendHome(request)
      }
    },
  ),
  'closes-idle-early': {
    sentence: 'the origin closes idle connections much sooner than Cloudflare does, without notice',
    start: (options) => {
      const handler = closingIdle(options.upstreamTimeout, http1Handler(sendHome))
      return openPorts(options, {
        https: tlsHandler(options.credentials, handler),
        http: plainHandler(handler),
      })
    },
  },
  'one-request-a-connection': httpOrigin(
    'the origin keeps connections open and resets them at the second request',
    () => (request) => {
      if (request.requestNumber === 1) sendHome(request)
      else request.socket.resetAndDestroy()
    },
  ),
  'closes-unannounced': httpOrigin(
    'the origin closes each connection after the response without announcing it',
    () =>
      ({ stream }) => {
        stream.end(
          responseHead(200, [
            ['Content-Length', String(HOME_PAGE.length)],
            ['Connection', 'keep-alive'],
          ]) + HOME_PAGE,
        )
      },
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
