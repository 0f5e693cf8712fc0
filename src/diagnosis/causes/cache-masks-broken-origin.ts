import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse, failedAt, encodingDamage } from '../facts/exchange.ts'
import { probeRejected, toleratedByCloudflare } from '../facts/origin.ts'
import { failureBehindCache, servedFromCache, servedFromOrigin } from '../facts/visitors.ts'

/** Visitors see a photograph of the site. */
export default defineCause({
  id: 'cache-masks-broken-origin',
  title: 'visitors get a cached copy while the origin is broken',
  brief: { observedOr: 'fails behind the cache' },
  hop: 'origin',
  owner: 'origin',
  meaning: [
    "What visitors get comes from Cloudflare's cache (`cf-cache-status` is HIT, STALE or UPDATING), and the origin behind it fails: when it is asked directly, or when Cloudflare is asked for the same page in a way that no cache can answer. Pages outside the cache fail already. This one will fail when its copy expires.",
    'STALE means that Cloudflare wanted a new copy and did not get one. Always Online serves a copy from the Internet Archive and says HIT.',
    'Where the cache ignores query strings, nobody can ask past it from outside. If the origin cannot be asked directly either, the check says that it does not know.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy: 'A direct probe that is answered while Cloudflare, asked past its cache, is not.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!servedFromCache(moment)) return
    const clues = cluesOf(moment)
    const past = failureBehindCache(moment)
    const direct = broken(moment)
    if (past !== undefined) {
      const told = `visitors get a copy, and Cloudflare answers ${past.head.status} when it is asked past its cache`
      const because = direct ? `${told}, just as the origin fails when asked directly` : told
      // An application may choke on a query string that it does not know. A second witness rules that out; who is not let in
      // is one only where Cloudflare got no connection either, which no query string keeps it from.
      const sure = direct || (probeRejected(moment) && UNCONNECTED.has(past.head.status))
      return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues }
    }
    const stale = isStale(moment)
    if (direct) {
      const because = stale
        ? 'Cloudflare serves a copy past its time (STALE), and the origin fails when asked directly'
        : 'the origin fails when asked directly, and what visitors get is a copy'
      return { outcome: 'unhealthy', confidence: stale ? 'certain' : 'likely', because, clues }
    }
    if (servedFromOrigin(moment) || isGoodResponse(moment, moment.origin)) return
    if (stale) {
      const because =
        'Cloudflare serves a copy past its time (STALE), which it does when it gets no new one from the origin'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (moment.origin !== undefined) return
    const because =
      "visitors get a copy, Cloudflare's cache could not be asked past, and nobody could ask the origin directly"
    return { outcome: 'inconclusive', confidence: 'possible', because, clues }
  },
  remedy: () => ({
    summary: 'Mend the origin before the copies expire. The direct probe says what is wrong with it.',
    steps: [
      step('', 'In the table, see what the origin says when asked directly: that is the fault to mend.'),
      step('', 'Ask past the cache yourself: add a query string that nobody has used, such as `?check=1`.'),
      step('', 'Do not purge the cache until the origin is well: it is all that visitors have.'),
      step(
        '',
        'Give `url` a page that Cloudflare does not cache, such as a health endpoint, so that the next outage shows at once.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
  }),
})

/** The direct probe was let in, and did not get what is expected. */
/** Cloudflare was refused, not answered, or found no way. */
const UNCONNECTED: ReadonlySet<number> = new Set([521, 522, 523])

function broken(moment: Moment): boolean {
  const { origin } = moment
  if (
    origin === undefined ||
    isGoodResponse(moment, origin) ||
    probeRejected(moment) ||
    toleratedByCloudflare(moment)
  )
    return false
  if (origin.kind === 'completed') return origin.head.status >= 500 || encodingDamage(origin) !== undefined
  return failedAt(origin, 'processing') || failedAt(origin, 'transfer')
}

/** Cloudflare had to ask for a new copy, and got none. */
function isStale({ edge }: Moment): boolean {
  return edge?.kind === 'completed' && edge.head.headers['cf-cache-status']?.toUpperCase() === 'STALE'
}
