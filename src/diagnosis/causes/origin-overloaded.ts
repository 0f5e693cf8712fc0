import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { generatorOf, mentionsOverload } from '../facts/generator.ts'
import { unavailableReason } from '../facts/unavailable.ts'

/** The origin works, and has more to do than it can. */
export default defineCause({
  id: 'origin-overloaded',
  title: 'the origin has more requests than it takes',
  brief: { observedOr: 'overloaded' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin answers 503, 429 or another status of exhaustion by itself: no worker is free, a limit of connections, requests or the hosting plan is reached, or a circuit breaker has opened. Cloudflare passes the page on as it is.',
    'A 503 is not a 502 or a 504. The server did not get nonsense from the application (502) and did not wait too long for it (504). It turned the request away at once.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-maintenance',
      distinguishedBy:
        'See whether somebody turned on a maintenance mode that does not say how long it lasts.',
    },
    {
      what: { other: 'an ingress of Kubernetes without a ready pod' },
      distinguishedBy:
        '`kubectl get endpoints` shows none behind the service. Its 503 is the same page of nginx.',
    },
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        'The direct probe is answered well, several times in a row: then only Cloudflare is limited.',
      isOpen: (moment) => exhaustedIn(moment, moment.origin) === undefined,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const direct = exhaustedIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : exhaustedIn(moment, moment.edge)
    const clues = cluesOf(moment)
    if (direct !== undefined) {
      // A 429 may come of a limiter that counts this runner, and a bare 503 of anything.
      const said = mentionsOverload(direct) && direct.head.status !== 429
      const both = shown?.head.status === direct.head.status
      const who = generatorOf(direct)?.name ?? 'the origin'
      const because = `${who} answers ${direct.head.status} when asked directly${visitorsServed(moment) ? '; what visitors get may come from a cache or from another origin' : ''}`
      return { outcome: 'unhealthy', confidence: both && said ? 'certain' : 'likely', because, clues }
    }
    if (shown === undefined) return
    const got = `visitors get a ${shown.head.status} that Cloudflare did not make`
    if (!originHealthy(moment)) return { outcome: 'unhealthy', confidence: 'likely', because: got, clues }
    // Of a limiter that counts Cloudflare as one visitor: that has a cause of its own.
    if (shown.head.status === 429) return
    const because = `${got}, while the origin is fine when asked directly: it comes and goes with the load, or Cloudflare asks another origin`
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: () => ({
    summary: 'See what is exhausted; give it more, or let less through to it.',
    steps: [
      step(
        '',
        'On the origin, look at load, memory and connections: `uptime`, `free -m`, `ss -s`; in its log, for words such as `limiting requests`, `max_children`, `worker_connections are not enough`, `pool exhausted`.',
      ),
      step(
        '',
        'See whether the deploy made it: fewer workers or replicas than before, a cold cache, a slower query that holds every worker.',
      ),
      step(
        '',
        "If a limiter at the origin answers, have it count the visitor in `CF-Connecting-IP`, not Cloudflare's address, and let this check past it.",
      ),
      step(
        '',
        'Add workers or replicas, or take load off: cache more at Cloudflare (Caching → Cache Rules), turn on a waiting room, or roll back.',
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
