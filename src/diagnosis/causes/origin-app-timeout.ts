import { change, defineCause, look } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, isProxied } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { whileServed, withoutDirect } from '../rules/fails-directly.ts'
import { generatorOf } from '../facts/generator.ts'
import { howTo, isPlatform } from '../servers/index.ts'
import { applicationLog, hasShell, MOVE_WORK, restartApplication } from './application-steps.ts'
import { serverOf, thenReload } from './shared-steps.ts'

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
  sources: [
    {
      claim: 'A Cloudflare-branded 504 normally means that the origin returned 504.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
      read: '2026-11-30',
    },
    {
      claim: 'The default of `proxy_read_timeout` is 60 seconds.',
      at: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout',
      read: '2026-11-30',
    },
    {
      claim: 'Cloudflare waits 125 seconds for a response.',
      at: 'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
      read: '2026-11-30',
    },
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
  remedy: (context) => ({
    summary:
      'Find out what the application is waiting for, and raise the timeout only if it must take that long.',
    steps: [
      applicationLog(context),
      ...(isPlatform(context.server) && !hasShell(context)
        ? []
        : [
            look(
              'Check which upstream timed out',
              `, in the web server's log: ${howTo('errorLog', context.server)}.`,
            ),
          ]),
      look(
        'Check what it waits for',
        ': a lock, a slow query, a service that does not respond, or workers that are all busy.',
      ),
      restartApplication(context),
      ...(hasShell(context) || serverOf(context)?.how.readTimeout !== undefined
        ? [
            change(
              "Raise the proxy's timeout",
              `, if the work must take that long, and stay below Cloudflare's 125 seconds: ${howTo('readTimeout', context.server)}.${thenReload(context)}`,
              'restore the old timeout, then reload.',
            ),
          ]
        : []),
      MOVE_WORK,
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
  }),
})
