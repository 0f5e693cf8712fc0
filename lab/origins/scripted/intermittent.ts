import { setTimeout as pause } from 'node:timers/promises'
import { headBytes, HOME, send, sendHome } from '../server/response.ts'
import { openDoors, plainDoor, tlsDoor, type Talk } from '../server/listeners.ts'
import { http1, type Conduct } from '../server/http1.ts'
import { LIVES, openMortal } from '../server/dies-after-n.ts'
import type { OriginEntry } from '../origin.ts'
import { nginxPage } from './content.ts'
import { openWeb, web } from '../server/http-origin.ts'

/** The conduct of every request with that number, from 1, whoever sends it. */
const byNumber = (conductOf: (number: number) => Conduct) => (): Conduct => {
  let number = 0
  return (visit) => {
    number += 1
    return conductOf(number)(visit)
  }
}

const failing =
  (status: number): Conduct =>
  (visit) =>
    send(visit, nginxPage(status))

const resetting: Conduct = ({ wire }) => {
  wire.resetAndDestroy()
}

/** Requests that `sheds-load` takes at once. */
export const CAPACITY = 2

/** Closes a connection that is idle for `limit` ms after a request, without a word. */
const impatient =
  (limit: number, talk: Talk): Talk =>
  (stream, wire) => {
    let idle: NodeJS.Timeout | undefined
    stream.on('data', () => {
      clearTimeout(idle)
      idle = setTimeout(() => wire.destroy(), limit)
    })
    wire.once('close', () => clearTimeout(idle))
    talk(stream, wire)
  }

/** Origins that answer well, and sometimes do not. */
export const UNSTEADY = {
  'every-third-502': web(
    'every third answer is a 502: one of three replicas is broken',
    byNumber((number) => (number % 3 === 0 ? failing(502) : sendHome)),
  ),
  'every-third-reset': web(
    'every third request is reset',
    byNumber((number) => (number % 3 === 0 ? resetting : sendHome)),
  ),
  'every-second-503': web(
    'good answers and 503 take turns',
    byNumber((number) => (number % 2 === 0 ? failing(503) : sendHome)),
  ),
  'first-bad': web(
    'the first two answers are 502, while the application starts, and all others good',
    byNumber((number) => (number <= 2 ? failing(502) : sendHome)),
  ),
  'dies-soon': {
    sentence: `the origin answers ${LIVES} requests, and dies of them`,
    start: (order) => openMortal((conduct) => openWeb(order, conduct)),
  },
  'sheds-load': web(
    'the origin takes two requests at once, and answers 503 to all others',
    ({ patience }) => {
      let busy = 0
      return async (visit) => {
        if (busy >= CAPACITY) return send(visit, nginxPage(503))
        busy += 1
        await pause(patience)
        busy -= 1
        sendHome(visit)
      }
    },
  ),
  'closes-idle-early': {
    sentence: 'the origin closes idle connections much sooner than Cloudflare does, without a word',
    start: (order) => {
      const talk = impatient(order.patience, http1(sendHome))
      return openDoors(order, { https: tlsDoor(order.credentials, talk), http: plainDoor(talk) })
    },
  },
  'one-request-a-connection': web(
    'the origin keeps connections open, and resets them at the second request',
    () => (visit) => {
      if (visit.turn === 1) sendHome(visit)
      else visit.wire.resetAndDestroy()
    },
  ),
  'closes-unannounced': web(
    'the origin closes after each answer, and does not announce it',
    () =>
      ({ stream }) => {
        stream.end(
          headBytes(200, [
            ['Content-Length', String(HOME.length)],
            ['Connection', 'keep-alive'],
          ]) + HOME,
        )
      },
  ),
} as const satisfies Readonly<Record<string, OriginEntry>>
