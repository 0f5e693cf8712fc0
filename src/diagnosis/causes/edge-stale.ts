import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { COMPARE_RECORDS } from './shared-steps.ts'
import { lacksContent, meetsExpectations } from '../facts/content.ts'

/** The deploy has reached the origin, and not the visitors. */
export default defineCause({
  id: 'edge-stale',
  title: 'visitors still get the old content',
  brief: 'serves old content',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "The origin has the expected content, and what visitors get through Cloudflare lacks it. Usually it is a copy in Cloudflare's cache from before the deploy. It also happens when Cloudflare asks another origin than the one that was given, or when a Worker answers.",
    'When the answer came from the cache, the check asks once more with a query string that no copy has. That tells a cache from another origin.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a record or a rule in Cloudflare that leads to another origin' },
      distinguishedBy:
        'The answer has `cf-cache-status: DYNAMIC`, `MISS` or `BYPASS`: then no cache is at work.',
      isOpen: ({ edge }) => !fromCache(edge),
    },
    {
      what: { other: 'content that Cloudflare changes on the way' },
      distinguishedBy:
        'Cloudflare replaces `Server` and other headers, obscures e-mail addresses (Scrape Shield) and rewrites scripts (Rocket Loader). Expect something that it leaves alone.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!visitorsServed(moment) || !lacksContent(moment, moment.edge)) return
    const { edge, origin, uncached } = moment
    const clues = cluesOf(moment)
    const atOrigin = meetsExpectations(moment, origin)
    if (originHealthy(moment) && !atOrigin) return
    const copy = fromCache(edge)
    const past = isGoodResponse(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
    if (copy && past && meetsExpectations(moment, uncached)) {
      const because =
        "visitors get a copy from Cloudflare's cache that lacks what is expected; past the cache it is there"
      return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache' }
    }
    if (!atOrigin) {
      if (!copy || past) return
      const because =
        "visitors get a copy from Cloudflare's cache that lacks what is expected, and nobody could look behind it"
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache' }
    }
    const told = 'the origin has what is expected, and what visitors get lacks it'
    const because =
      copy && !past
        ? `${told}: it is a copy from Cloudflare's cache`
        : `${told}, ${copy ? "past Cloudflare's cache too" : 'though it is no copy from the cache'}: Cloudflare seems to ask another origin`
    const form = copy && !past ? 'cache' : 'elsewhere'
    // It may be one of the others that was asked.
    const confidence = !copy && (moment.dialedOrigin?.of ?? 1) > 1 ? 'possible' : 'likely'
    return { outcome: 'unhealthy', confidence, because, clues, form }
  },
  remedy: ({ host, form }) => ({
    summary:
      form === 'elsewhere'
        ? 'See which origin Cloudflare asks.'
        : "After each deploy, purge what has changed from Cloudflare's cache.",
    steps:
      form === 'elsewhere'
        ? [
            COMPARE_RECORDS,
            step(
              '',
              'See whether a rule leads elsewhere: Rules → Origin Rules, Workers Routes, Load Balancing.',
            ),
            step(
              '',
              `See whether a cache stands behind Cloudflare: \`curl -sI 'https://${host}/'\`, and the headers \`Age\`, \`X-Cache\` and \`Via\`.`,
            ),
          ]
        : [
            step(
              '',
              'Purge it now: dashboard, Caching → Configuration → Purge Cache, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.',
            ),
            step(
              '',
              `Look again: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\` should say \`MISS\`, and then \`HIT\`.`,
            ),
            step(
              '',
              'Pages that change with each deploy: let the origin send `Cache-Control: no-cache`, or take them out of the Cache Rule. Files with a hash in their name may stay as long as they like.',
            ),
            step('', 'If it still comes back, see whether the origin itself has a cache.'),
          ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
  }),
})
