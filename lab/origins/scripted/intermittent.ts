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
  return (visit) => {
    number += 1
    return conductOf(number)(visit)
  }
}

const respondWith =
  (status: number): RequestHandler =>
  (visit) =>
    send(visit, nginxPage(status))

const resetConnection: RequestHandler = ({ socket }) => {
  socket.resetAndDestroy()
}

/** Parallel requests that `sheds-load` accepts. */
export const CAPACITY = 2

/** Closes a connection after `limit` ms of idleness, without notice. */
const closingIdle =
  (limit: number, talk: StreamHandler): StreamHandler =>
  (stream, socket) => {
    let idle: NodeJS.Timeout | undefined
    stream.on('data', () => {
      clearTimeout(idle)
      idle = setTimeout(() => socket.destroy(), limit)
    })
    socket.once('close', () => clearTimeout(idle))
    talk(stream, socket)
  }

/** Origins that fail some of the time. */
export const INTERMITTENT = {
  'every-third-502': httpOrigin(
    'every third answer is a 502: one of three replicas is broken',
    byRequestNumber((number) => (number % 3 === 0 ? respondWith(502) : sendHome)),
  ),
  'every-third-reset': httpOrigin(
    'every third request is reset',
    byRequestNumber((number) => (number % 3 === 0 ? resetConnection : sendHome)),
  ),
  'every-second-503': httpOrigin(
    'good answers and 503 take turns',
    byRequestNumber((number) => (number % 2 === 0 ? respondWith(503) : sendHome)),
  ),
  'first-bad': httpOrigin(
    'the first two answers are 502, while the application starts, and all others good',
    byRequestNumber((number) => (number <= 2 ? respondWith(502) : sendHome)),
  ),
  'dies-soon': {
    sentence: `the origin answers ${REQUESTS_UNTIL_DEATH} requests, and dies of them`,
    start: (order) => openServerThatDies((handle) => openHttpOrigin(order, handle)),
  },
  'sheds-load': httpOrigin(
    'the origin takes two requests at once, and answers 503 to all others',
    ({ upstreamTimeout }) => {
      let busy = 0
      return async (visit) => {
        if (busy >= CAPACITY) return send(visit, nginxPage(503))
        busy += 1
        await pause(upstreamTimeout)
        busy -= 1
        sendHome(visit)
      }
    },
  ),
  'closes-idle-early': {
    sentence: 'the origin closes idle connections much sooner than Cloudflare does, without a word',
    start: (order) => {
      const talk = closingIdle(order.upstreamTimeout, http1Handler(sendHome))
      return openPorts(order, { https: tlsHandler(order.credentials, talk), http: plainHandler(talk) })
    },
  },
  'one-request-a-connection': httpOrigin(
    'the origin keeps connections open, and resets them at the second request',
    () => (visit) => {
      if (visit.requestNumber === 1) sendHome(visit)
      else visit.socket.resetAndDestroy()
    },
  ),
  'closes-unannounced': httpOrigin(
    'the origin closes after each answer, and does not announce it',
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
