import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, RemedyContext } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasZoneError, writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { generatorOf, mentionsOverload } from '../facts/generator.ts'
import { unavailableReason } from '../facts/unavailable.ts'
import { howTo } from '../servers/index.ts'
import { applicationLog, hasShell, rollBack } from './application-steps.ts'
import { countVisitors, serverOf } from './shared-steps.ts'

export default defineCause({
  id: 'origin-overloaded',
  title: 'the origin is overloaded',
  brief: { observedOr: 'overloaded' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin itself returns 503, 429 or another status that means overload. No worker is free, a limit of connections, requests or the hosting plan is reached, or a circuit breaker is open. Cloudflare normally passes the page on unchanged.',
    'A 503 is not a 502 or a 504. The server did not get an invalid response from the application (502) and did not wait too long for it (504). It rejected the request immediately.',
    "Code 1200 on a Cloudflare page means that Cloudflare's queue of requests for the origin is full.",
  ],
  sources: [
    {
      claim: '503 means a temporary overload or scheduled maintenance.',
      at: 'RFC 9110, section 15.6.4',
      read: '2026-11-30',
    },
    {
      claim: 'Code 1200 means that too many requests wait at Cloudflare for the origin.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1200/',
      read: '2026-11-30',
    },
    {
      claim: 'A 503 of the origin may also become 520.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
    {
      claim: 'Since Kubernetes 1.33, Endpoints are deprecated in favor of EndpointSlices.',
      at: 'https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/',
      read: '2026-11-30',
    },
    {
      claim: 'A waiting room needs a Business or Enterprise plan.',
      at: 'https://developers.cloudflare.com/waiting-room/plans/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-maintenance',
      distinguishedBy: 'Check whether maintenance mode was turned on without an end time.',
    },
    {
      what: { other: 'a Kubernetes ingress without a ready pod' },
      distinguishedBy:
        '`kubectl get endpointslices -l kubernetes.io/service-name=SERVICE` shows no endpoint. Its 503 is the same nginx page.',
    },
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        'If the origin responds normally to several direct requests in a row, only Cloudflare is limited.',
      isOpen: (moment) => exhaustedIn(moment, moment.origin) === undefined,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const direct = exhaustedIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : exhaustedIn(moment, moment.edge)
    const clues = cluesOf(moment)
    if (direct !== undefined) {
      // A 429 may come from a rate limit on this runner, and a bare 503 has many reasons.
      const mentionsLoad = mentionsOverload(direct) && direct.head.status !== 429
      const both = shown?.head.status === direct.head.status
      const generator = generatorOf(direct)
      const by = generator === undefined ? '' : ` (${generator.name})`
      const because = `The origin${by} returns ${direct.head.status} when requested directly.${whileServed(moment)}`
      return { outcome: 'unhealthy', confidence: both && mentionsLoad ? 'certain' : 'likely', because, clues }
    }
    if (hasZoneError(moment, 1200)) {
      // https://…/cloudflare-1xxx-errors/error-1200/, commit 070d420 of the docs.
      const because = 'Cloudflare returns code 1200: its queue of requests that wait for the origin is full.'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (shown === undefined) return
    const got = `Visitors get a ${shown.head.status} that does not come from Cloudflare.`
    if (!originHealthy(moment)) return { outcome: 'unhealthy', confidence: 'likely', because: got, clues }
    // A rate limiter that counts Cloudflare as one visitor is another cause.
    if (shown.head.status === 429) return
    const because = `${got} The origin responds normally when requested directly: the error comes and goes with the load, or Cloudflare uses a different origin.`
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: (context) => ({
    summary: 'Find out which resource is exhausted, then add capacity or reduce the load.',
    steps: [
      hasShell(context)
        ? look(
            'Check what is exhausted',
            ` on the origin: \`uptime\`, \`free -m\`, \`ss -s\`. Search its log for \`limiting\`, \`not enough\`, \`max_children\` or \`pool exhausted\`.${limitsText(context)}`,
          )
        : applicationLog(context),
      look(
        'Check whether the deploy caused it',
        ': fewer workers or replicas than before, a cold cache, a slower query that holds every worker.',
      ),
      change('Add workers or replicas', `: ${howTo('scale', context.server)}.`, 'restore the old number.'),
      rollBack(context),
      ...(mayCount(context) ? [countVisitors(context)] : []),
      change(
        'Reduce the load',
        ': cache more at Cloudflare (Caching → Cache Rules), but never pages of logged-in users. Business and Enterprise zones can turn on a waiting room.',
        'disable the rule, or the waiting room.',
      ),
    ],
    avoid:
      "Don't exempt Cloudflare from rate limits without counting visitors instead: that leaves no limit.",
    difficulty: 'medium',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable',
  }),
})

function exhaustedIn(moment: Moment, exchange: Exchange | undefined): CompletedExchange | undefined {
  const exhausted = exchange?.kind === 'completed' && unavailableReason(moment, exchange) === 'overloaded'
  return exhausted ? exchange : undefined
}

/** The limits of the server, or of the common ones. Starts with a space. */
function limitsText(context: RemedyContext): string {
  const server = serverOf(context)
  return server !== undefined && server.how.limits === undefined
    ? ''
    : ` Its own limits: ${howTo('limits', context.server)}.`
}

/** Platforms limit requests by themselves. */
function mayCount(context: RemedyContext): boolean {
  return hasShell(context) || serverOf(context)?.how.realIp !== undefined
}
