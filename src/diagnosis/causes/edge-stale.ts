import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Remedy } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { COMPARE_RECORDS } from './shared-steps.ts'
import { lacksContent, meetsExpectations } from '../facts/content.ts'

export default defineCause({
  id: 'edge-stale',
  title: 'visitors still get the old content',
  brief: 'serves old content',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "The origin has the expected content, but what visitors get through Cloudflare does not. Usually it is a copy in Cloudflare's cache from before the deploy. It also happens when Cloudflare uses a different origin, or when a Worker responds.",
    'When the response came from the cache, the check sends one more request with a query string that no copy has. That distinguishes a cache from another origin.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a record or a rule in Cloudflare that points to another origin' },
      distinguishedBy:
        'If the response has `cf-cache-status: DYNAMIC`, `MISS` or `BYPASS`, no cache is involved.',
      isOpen: ({ edge }) => !fromCache(edge),
    },
    {
      what: { other: 'content that Cloudflare changes in transit' },
      distinguishedBy:
        'Cloudflare replaces `Server` and other headers, obscures email addresses (Scrape Shield) and rewrites scripts (Rocket Loader). Expect something that it leaves unchanged.',
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
        "Visitors get a copy from Cloudflare's cache that lacks the expected content. When the cache is bypassed, the content is there."
      return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache' }
    }
    if (!atOrigin) {
      if (!copy || past) return
      const because =
        "Visitors get a copy from Cloudflare's cache that lacks the expected content. What is behind the cache could not be checked."
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache' }
    }
    const stale = 'The origin has the expected content, but what visitors get does not.'
    const because =
      copy && !past
        ? `${stale} It is a copy from Cloudflare's cache.`
        : `${stale} ${copy ? "Bypassing Cloudflare's cache does not help" : 'It is not a cached copy'}, so Cloudflare seems to use a different origin.`
    const form = copy && !past ? 'cache' : 'elsewhere'
    // Cloudflare may have used one of the other origins.
    const confidence = !copy && (moment.dialedOrigin?.of ?? 1) > 1 ? 'possible' : 'likely'
    return { outcome: 'unhealthy', confidence, because, clues, form }
  },
  remedy: ({ host, form }) => ({
    summary:
      form === 'elsewhere'
        ? 'Check which origin Cloudflare uses.'
        : "Purge what has changed from Cloudflare's cache, after this and every deploy.",
    steps: form === 'elsewhere' ? fixOrigin(host) : purgeCache(host),
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
  }),
})

function fixOrigin(host: string): Remedy['steps'] {
  return [
    COMPARE_RECORDS,
    step('Check whether a rule points elsewhere', ': Rules → Origin Rules, Workers Routes, Load Balancing.'),
    step(
      'Check for a cache behind Cloudflare',
      `: \`curl -sI 'https://${host}/'\`, and look for the headers \`Age\`, \`X-Cache\` and \`Via\`.`,
    ),
  ]
}

function purgeCache(host: string): Remedy['steps'] {
  return [
    step(
      'Purge the cache now',
      ': Caching → Configuration → Purge Cache in the dashboard, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.',
    ),
    step(
      'Check the result',
      `: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\` should return \`MISS\`, and then \`HIT\`.`,
    ),
    step(
      'Exclude pages that change with each deploy',
      ': send `Cache-Control: no-cache` from the origin, or remove them from the Cache Rule. Files with a hash in their name can stay cached.',
    ),
    step('Check whether the origin itself has a cache', ' if the old content comes back.'),
  ]
}
