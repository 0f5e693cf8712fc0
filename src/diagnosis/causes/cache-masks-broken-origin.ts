import { cacheStatus } from '../../cloudflare/response.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse, failedAt, encodingDamage } from '../facts/exchange.ts'
import { originHealthy, probeRejected } from '../facts/origin.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'
import { howTo } from '../servers/index.ts'
import { failureBehindCache, servedFromCache, servedFromOrigin } from '../facts/visitors.ts'

export default defineCause({
  id: 'cache-masks-broken-origin',
  title: 'the cache hides a broken origin',
  brief: { observedOr: 'fails behind the cache' },
  hop: 'origin',
  owner: 'origin',
  meaning: [
    "Visitors get a copy from Cloudflare's cache (`cf-cache-status` is HIT, STALE or UPDATING), while the origin behind it fails. The failure shows when the origin is requested directly, or when the request to Cloudflare bypasses the cache. Pages outside the cache already fail. This one will fail when its copy expires.",
    'STALE means that the copy has expired and Cloudflare could not get a new one from the origin. With Always Online, Cloudflare serves such a copy while the origin is unreachable, or else one from the Internet Archive. It does not do so when the origin returns 404, 500 or 503.',
    'When the cache ignores query strings, it cannot be bypassed from outside. If a direct request to the origin is not possible either, the verdict is inconclusive.',
  ],
  sources: [
    {
      claim: 'STALE is an expired copy: Cloudflare could not contact the origin to get a new one.',
      at: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
      read: '2026-11-30',
    },
    {
      claim: 'Always Online serves an expired copy first, and a copy from the Internet Archive otherwise.',
      at: 'https://developers.cloudflare.com/cache/how-to/always-online/',
      read: '2026-11-30',
    },
    {
      claim:
        'Always Online is not used for 404, 500 and 503, and it ignores Cache Rules that bypass the cache.',
      at: 'https://developers.cloudflare.com/cache/troubleshooting/always-online/',
      read: '2026-11-30',
    },
    {
      claim: 'After a purge of everything, every request goes to the origin until the cache is filled again.',
      at: 'https://developers.cloudflare.com/cache/how-to/purge-cache/purge-everything/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        'The origin responds to a direct request, but not to Cloudflare when the cache is bypassed.',
      isOpen: (moment) => moment.origin === undefined || originHealthy(moment),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!servedFromCache(moment)) return
    const clues = cluesOf(moment)
    const past = failureBehindCache(moment)
    const direct = broken(moment)
    if (past !== undefined) {
      const cached = `Visitors get a cached copy, and Cloudflare returns ${past.head.status} when its cache is bypassed.`
      const because = direct ? `${cached} The origin also fails when requested directly.` : cached
      // An application may fail on an unknown query string. A second failure rules that out. A rejected probe is
      // one only if Cloudflare got no connection either: a query string cannot cause that.
      const sure = direct || (probeRejected(moment) && UNCONNECTED.has(past.head.status))
      return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues }
    }
    const stale = isStale(moment)
    if (direct) {
      const because = stale
        ? 'Cloudflare serves an expired copy (STALE), and the origin fails when requested directly.'
        : 'The origin fails when requested directly, and visitors get a cached copy.'
      return { outcome: 'unhealthy', confidence: stale ? 'certain' : 'likely', because, clues }
    }
    if (servedFromOrigin(moment) || isGoodResponse(moment, moment.origin)) return
    if (stale) {
      const because =
        'Cloudflare serves an expired copy (STALE), as it does when it cannot get a new one from the origin.'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (moment.origin !== undefined || isIntercepted(moment, moment.uncached)) return
    const because =
      'Visitors get a cached copy. The cache could not be bypassed, and the origin could not be requested directly.'
    return { outcome: 'inconclusive', confidence: 'possible', because, clues }
  },
  remedy: ({ host, server }) => ({
    summary: 'Fix the origin before the cached copies expire.',
    steps: [
      look(
        'Read the error that the request to the origin gets',
        `, in the last column of the measurements. Or bypass the cache: \`curl -si 'https://${host}/?check=1' | head -n 40\`, with the path of \`url\` and a number that you haven't used before.`,
      ),
      look("Read the origin's error log", ` from the time of this check: ${howTo('errorLog', server)}.`),
      change(
        'Turn on Always Online',
        ' in the dashboard, under Caching → Configuration, if the origin is unreachable. Expired copies are then served too. It also sends your popular URLs to the Internet Archive.',
        'turn it off in the same place.',
      ),
      change(
        'Check an uncached page from now on.',
        ' Set `url` to a page that Cloudflare does not cache, such as a health endpoint, so that the next outage shows up immediately.',
        'restore `url`.',
      ),
    ],
    avoid: "Don't purge the cache until the origin works: the cached copies are all that visitors get.",
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
  }),
})

/** Cloudflare got no connection: refused, timed out, or no route. */
const UNCONNECTED: ReadonlySet<number> = new Set([521, 522, 523])

/** The direct probe was admitted and did not get the expected response. */
function broken(moment: Moment): boolean {
  const { origin } = moment
  if (origin === undefined || isGoodResponse(moment, origin)) return false
  // Nothing listens there. A firewall for visitors doesn't refuse what comes from inside.
  if (moment.dialedOrigin?.route !== undefined && failedAt(origin, 'connect', 'refused')) return true
  if (probeRejected(moment)) return false
  if (origin.kind === 'completed') return origin.head.status >= 500 || encodingDamage(origin) !== undefined
  return failedAt(origin, 'processing') || failedAt(origin, 'transfer')
}

/** Cloudflare requested a new copy and got none. */
function isStale({ edge }: Moment): boolean {
  return edge?.kind === 'completed' && cacheStatus(edge.head.headers) === 'STALE'
}
