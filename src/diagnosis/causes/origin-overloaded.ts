import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasZoneError, writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { generatorOf, mentionsOverload } from '../facts/generator.ts'
import { unavailableReason } from '../facts/unavailable.ts'

export default defineCause({
  id: 'origin-overloaded',
  title: 'the origin is overloaded',
  brief: { observedOr: 'overloaded' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin itself returns 503, 429 or another status that means exhaustion. No worker is free, a limit of connections, requests or the hosting plan is reached, or a circuit breaker is open. Cloudflare passes the page on unchanged.',
    'A 503 is not a 502 or a 504. The server did not get an invalid response from the application (502) and did not wait too long for it (504). It rejected the request immediately.',
    "Code 1200 on a Cloudflare page means that Cloudflare's queue of requests for the origin is full.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-maintenance',
      distinguishedBy: 'Check whether maintenance mode was turned on without an end time.',
    },
    {
      what: { other: 'a Kubernetes ingress without a ready pod' },
      distinguishedBy: '`kubectl get endpoints` shows none for the service. Its 503 is the same nginx page.',
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
  remedy: () => ({
    summary: 'Find out which resource is exhausted, then add capacity or reduce the load.',
    steps: [
      look(
        'Check what is exhausted',
        ' on the origin: `uptime`, `free -m`, `ss -s`. Search its log for `limiting requests`, `max_children`, `worker_connections are not enough`, `pool exhausted`.',
      ),
      look(
        'Check whether the deploy caused it',
        ': fewer workers or replicas than before, a cold cache, a slower query that holds every worker.',
      ),
      change(
        'Make rate limiters count the visitor',
        " by `CF-Connecting-IP`, not by Cloudflare's address, if the response comes from a rate limiter. Exempt this check.",
        '',
      ),
      change(
        'Add workers or replicas',
        ', or reduce the load: cache more at Cloudflare (Caching → Cache Rules), turn on a waiting room, or roll back.',
        '',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable',
  }),
})

function exhaustedIn(moment: Moment, exchange: Exchange | undefined): CompletedExchange | undefined {
  const exhausted = exchange?.kind === 'completed' && unavailableReason(moment, exchange) === 'overloaded'
  return exhausted ? exchange : undefined
}
