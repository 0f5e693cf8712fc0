import { defineCause, look, change } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, isProxied } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { whileServed, withoutDirect } from '../rules/fails-directly.ts'
import { generatorOf } from '../facts/generator.ts'

/** The origin's web server stopped waiting for the application before Cloudflare did. */
export default defineCause({
  id: 'origin-app-timeout',
  title: "the origin's web server times out waiting for the application",
  brief: { observedOr: 'application too slow' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    "The origin's own proxy or load balancer returns 504: it passed the request on and stopped waiting. nginx waits 60 seconds by default. A 504 is not a 502: the application accepted the request and did not respond in time.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-response-timeout',
      distinguishedBy:
        'Cloudflare returns 524: no proxy at the origin stopped waiting before Cloudflare did.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const { edge, origin } = moment
    const direct = unexpectedResponse(moment, origin, 504)
    if (direct !== undefined) {
      const generator = generatorOf(direct)
      const both = hasEdgeError(moment, 504) || unexpectedResponse(moment, edge, 504) !== undefined
      const by = generator === undefined ? '' : ` (${generator.name})`
      return {
        outcome: 'unhealthy',
        confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: `The origin${by} returns 504 when requested directly.${whileServed(moment)}`,
        clues: cluesOf(moment),
      }
    }
    if (
      isProxied(moment) === false &&
      unexpectedResponse(moment, edge, 504) !== undefined &&
      origin?.kind !== 'completed'
    ) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'The name resolves directly to a web server, which returns this error itself.',
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 504) && !cloudflareGatewayError(moment) && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `Cloudflare passes on a 504 that it got from the origin.${withoutDirect(moment, 'The direct request did not get that page.')}`,
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: () => ({
    summary:
      'Find out what the application is waiting for, and raise the limit only if it must take that long.',
    steps: [
      look(
        'Check what the application is waiting for',
        ': a lock, a slow query, a service that does not respond. Check its log and its workers at the time of this check.',
      ),
      look(
        'Check which upstream timed out',
        ' at the origin: `tail -n 50 /var/log/nginx/error.log`, or the log of your proxy.',
      ),
      change(
        "Raise the proxy's limit",
        " (`proxy_read_timeout` in nginx) if the work must take that long, and stay below Cloudflare's 125 seconds.",
        '',
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-504/',
  }),
})
