import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { defineCause, look } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeReachable, hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt, timeoutText } from '../facts/exchange.ts'
import { anotherOriginResponds, originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { bodyCutShort } from '../facts/malformed.ts'
import { applicationLog, hasShell, MOVE_WORK, restartApplication, rollBack } from './application-steps.ts'

/** The connection works and the request is sent. Then no response comes, or one that never ends. */
export default defineCause({
  id: 'origin-response-timeout',
  title: 'the origin accepts requests but does not respond',
  brief: { observedOr: 'no response' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin accepts the connection and the request, then sends nothing, or never finishes. A worker hangs, a database or another service does not respond, or all workers are busy. Cloudflare waits about 125 seconds and shows 524. It also shows 524 if sending the request, such as an upload, stalls for 30 seconds. Enterprise zones can wait up to 6,000 seconds, with Proxy Read Timeout in a Cache Rule or the setting `proxy_read_timeout`.',
    'A check that stops waiting sooner than Cloudflare can only report that no response came within its own limit, `timeout`.',
  ],
  sources: [
    {
      claim: 'The proxy read timeout is 125 seconds, the write timeout 30 seconds. Both end in 524.',
      at: 'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
      read: '2026-11-30',
    },
    {
      claim: 'Enterprise zones can raise the read timeout to 6,000 seconds. The write timeout is fixed.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
      read: '2026-11-30',
    },
    {
      claim: 'Origin Analytics compares the response times with the timeout, and lists the slowest paths.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a page that is slow by design' },
      distinguishedBy:
        'Request a page that needs no database, such as a health endpoint. If that page responds immediately, only this one is slow.',
      isOpen: () => true,
    },
    {
      what: { other: 'large packets lost on the network path (MTU)' },
      distinguishedBy:
        "Repeat the direct request, with `--connect-to`, from the origin's own network. If that gets a response, the network path drops large packets.",
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
        because: `Cloudflare timed out, and the origin sent this runner no complete response within ${limit} either.`,
        clues: cluesOf(moment),
      }
    }
    // The page that visitors get does not say why, or it is cut off before this runner stops waiting.
    const unusable = failsWithoutReason(moment) || hasEdgeError(moment, 502, 525) || bodyCutShort(edge)
    if (unusable && silentToUs) {
      const theirs = bodyCutShort(edge) ? 'Visitors get an incomplete response' : unusableText(moment)
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `${theirs}, and the origin sent this runner no complete response within ${limit}.`,
        clues: cluesOf(moment),
      }
    }
    // Cloudflare reports a failed handshake because it stopped waiting there.
    const stoppedWaiting = hasEdgeError(moment, 525, 522, 524) || failsWithoutReason(moment)
    if (failedAt(origin, 'tls', 'timeout') && stoppedWaiting) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `The origin accepts connections and sends nothing within ${limit}, not even for TLS. Cloudflare gets nothing either.`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 524) && origin === undefined) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'Cloudflare connected, then timed out waiting for a response (524).',
        clues: cluesOf(moment),
      }
    }
    if (silentToVisitors && silentToUs && edgeReachable(moment)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `No complete response came within ${limit}, through Cloudflare or directly, while Cloudflare itself responds.`,
        clues: cluesOf(moment),
      }
    }
    if (silentToUs && visitorsServed(moment)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `The origin sent no complete response within ${limit}.${SERVED_ELSEWHERE}`,
        clues: cluesOf(moment),
      }
    }
    // A sibling that responds shows that a firewall against this runner is not the reason.
    if (anotherOriginResponds(moment) && failedAt(origin, 'tls', 'timeout')) {
      const because = `The TLS handshake with ${originNameIn(moment)} timed out after ${limit}, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    if (hasEdgeError(moment, 524) && originHealthy(moment)) {
      return {
        outcome: 'alternative',
        confidence: 'possible',
        because:
          'Cloudflare timed out waiting for a response (524), but the origin responded to this runner. It is slow at times or under load, or Cloudflare uses a different origin.',
        clues: cluesOf(moment),
      }
    }
    const visitorsWaitAtOrigin = silentToVisitors && (edgeReachable(moment) || isProxied(moment) === false)
    if ((hasEdgeError(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `Visitors get no response in time, and ${origin === undefined ? 'the origin was not requested directly' : 'the direct request got none either'}.`,
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: (context) => ({
    summary: 'Find out what the application is waiting for.',
    steps: [
      applicationLog(context),
      look(
        'Check what it waits for',
        `: workers that are all busy, database locks, other services, DNS${hasShell(context) ? ', CPU, memory and disk (`uptime`, `free -m`, `df -h`)' : ''}.`,
      ),
      look(
        'Check which paths are slow',
        ', in the Cloudflare dashboard under Speed → Origin Analytics: compare P95 with the timeout, and see Top endpoints.',
      ),
      restartApplication(context),
      rollBack(context),
      MOVE_WORK,
    ],
    avoid: 'An upload that stalls for 30 seconds gets 524 too. Send it in parts: that timeout is fixed.',
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
  }),
})
