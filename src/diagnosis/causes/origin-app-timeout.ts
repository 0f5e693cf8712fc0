import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, isProxied } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { generatorOf } from '../facts/generator.ts'

/** The origin's web server waited for the application, and gave up before Cloudflare did. */
export default defineCause({
  id: 'origin-app-timeout',
  title: "the application does not answer the origin's web server in time",
  brief: { observedOr: 'application too slow' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    "The origin's own proxy or load balancer answers 504: it passed the request on, waited, and gave up. nginx waits 60 seconds unless told otherwise. A 504 is not a 502: the application took the request, and did not answer it in time.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-response-timeout',
      distinguishedBy:
        'A 524 of Cloudflare: then nothing at the origin gave up, and Cloudflare was the first to.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const { edge, origin } = moment
    const direct = unexpectedResponse(moment, origin, 504)
    if (direct !== undefined) {
      const generator = generatorOf(direct)
      const both = hasEdgeError(moment, 504) || unexpectedResponse(moment, edge, 504) !== undefined
      const told = `${generator?.name ?? 'the origin'} answers 504 when asked directly`
      return {
        outcome: 'unhealthy',
        confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: visitorsServed(moment)
          ? `${told}; what visitors get may come from a cache or from another origin`
          : told,
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
        because: 'the name leads straight to a web server that says so itself',
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 504) && !cloudflareGatewayError(moment) && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because:
          "Cloudflare passes on a 504 that it got from the origin, and the direct probe could not see the origin's own page",
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: () => ({
    summary: 'Find what the application waits for; raise the limit only if it must take that long.',
    steps: [
      step(
        '',
        'On the origin, read which upstream timed out: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use.',
      ),
      step(
        '',
        "Look at the application's log and its workers from that moment: a lock, a slow query, a service that does not answer.",
      ),
      step(
        '',
        "If the work must take that long, raise the proxy's limit (`proxy_read_timeout` in nginx), and stay below Cloudflare's 125 seconds.",
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-504/',
  }),
})
