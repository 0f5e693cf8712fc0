import { defineCause, step } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeReachable, hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt, timeoutText } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'

/** The connection stands and the request is sent; then nothing, or an answer without an end. */
export default defineCause({
  id: 'origin-response-timeout',
  title: 'the origin takes the request and stays silent',
  brief: { observedOr: 'no response' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin accepts the connection and the request, then sends nothing, or never finishes. A worker hangs, a database or another service does not answer, or all workers are busy. Cloudflare waits about 125 seconds and shows 524.',
    'A probe that gives up sooner than Cloudflare can only say that no answer came within its own limit, `timeout`.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a page that is slow by design' },
      distinguishedBy:
        'Ask a page that needs no database, such as a health endpoint: if it answers at once, only this page is slow.',
      isOpen: () => true,
    },
    {
      what: { other: 'large packets that vanish on the way (MTU)' },
      distinguishedBy:
        "`curl` from the origin's own network: if that is answered, the network on the way drops large packets.",
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const { edge, origin } = moment
    const silentToUs = failedAt(origin, 'processing', 'timeout') || failedAt(origin, 'transfer', 'timeout')
    const silentToVisitors = failedAt(edge, 'processing', 'timeout') || failedAt(edge, 'transfer', 'timeout')
    const limit = timeoutText(moment)
    if (hasEdgeError(moment, 524, 504) && silentToUs) {
      return {
        outcome: 'unhealthy',
        confidence: hasEdgeError(moment, 524) ? 'certain' : 'likely',
        because: `Cloudflare waited too long, and the origin gave this runner no whole answer within ${limit} either`,
        clues: cluesOf(moment),
      }
    }
    // Cloudflare calls it a failed handshake: its own patience ended there.
    if (failedAt(origin, 'tls', 'timeout') && hasEdgeError(moment, 525, 522, 524)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `the origin accepts connections and says nothing within ${limit}, not even of TLS, and Cloudflare gets nothing either`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 524) && origin === undefined) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'Cloudflare says that it was connected and waited too long (524)',
        clues: cluesOf(moment),
      }
    }
    if (silentToVisitors && silentToUs && edgeReachable(moment)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `no whole answer within ${limit}, through Cloudflare or directly, while Cloudflare itself answers`,
        clues: cluesOf(moment),
      }
    }
    if (silentToUs && visitorsServed(moment)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `the origin gave no whole answer within ${limit}; what visitors get may come from a cache or from another origin`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 524) && originHealthy(moment)) {
      return {
        outcome: 'alternative',
        confidence: 'possible',
        because:
          'Cloudflare waited too long (524), while the origin answered this runner: it is slow now and then, or under load, or Cloudflare asks another origin',
        clues: cluesOf(moment),
      }
    }
    const visitorsWaitAtOrigin = silentToVisitors && (edgeReachable(moment) || isProxied(moment) === false)
    if ((hasEdgeError(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `visitors get no answer in time, and the direct probe ${origin === undefined ? 'was not asked for' : 'got none'}`,
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: () => ({
    summary: 'Find what the application waits for.',
    steps: [
      step(
        '',
        "Look at the application's log from the time of this check, and at its workers: are all of them busy?",
      ),
      step('', 'Look at what it calls: database connections and locks, other services, DNS inside the host.'),
      step('', 'See whether CPU, memory and disk are exhausted: `top`, `free -m`, `df -h`.'),
      step('', 'Restart the application, or roll the deploy back, if it hangs since this version.'),
      step(
        '',
        'Move work that takes minutes out of the request: answer at once and let the client ask again.',
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
  }),
})
