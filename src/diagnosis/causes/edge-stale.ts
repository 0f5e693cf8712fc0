import { oneOfSeveral } from '../facts/which-origin.ts'
import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { wallIn, wallWords } from '../facts/pages/intercepted.ts'
import { standInFor } from '../facts/pages/stand-in.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { lacksContent, meetsExpectations, missingThing } from '../facts/content.ts'
import { changedHeader } from '../freshness/changed-header.ts'
import { staleFile } from '../freshness/broken-file-match.ts'
import { namesFile } from '../freshness/html-for-file.ts'
import { outdatedCopy, type OutdatedCopy } from '../freshness/outdated-copy.ts'
import { staleRemedy } from '../freshness/stale-remedy.ts'

export default defineCause({
  id: 'edge-stale',
  title: 'visitors still get the old content',
  brief: 'serves other content',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "The origin has the expected content, but what visitors get through Cloudflare does not. Usually it is a copy in Cloudflare's cache from before the deploy. It also happens when Cloudflare uses a different origin, or when a Worker responds.",
    "The copy may also be an error or a redirect: Cloudflare caches 404 for three minutes and 301 for two hours, unless the origin or a rule says otherwise. Or it is an old page whose script or stylesheet the deploy deleted, or an HTML page under a file's name.",
    'When the response came from the cache, the check sends one more request with a query string that no copy has. That distinguishes a cache from another origin.',
  ],
  sources: [
    {
      claim: 'Without other instructions, 200 and 301 are cached for two hours, and 404 for three minutes.',
      at: 'https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/',
      read: '2026-11-30',
    },
    {
      claim: 'Purging by URL is the recommended method.',
      at: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
      read: '2026-11-30',
    },
    {
      claim: 'After a purge by URL, the cache status is MISS.',
      at: 'https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-single-file/',
      read: '2026-11-30',
    },
    {
      claim: 'A purge by URL does not reach everything that a Worker stored with the Cache API.',
      at: 'https://developers.cloudflare.com/workers/reference/how-the-cache-works/',
      read: '2026-11-30',
    },
    {
      claim: '`no-cache` is stored and always revalidated, `no-store` is not stored.',
      at: 'https://developers.cloudflare.com/cache/concepts/cache-control/',
      read: '2026-11-30',
    },
    {
      claim: '`<!--email_off-->` and `Cache-Control: no-transform` keep email addresses as they are.',
      at: 'https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/',
      read: '2026-11-30',
    },
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
        'Cloudflare replaces `Server` and other headers, obscures email addresses (Scrape Shield), rewrites scripts (Rocket Loader) and inlines fonts (Cloudflare Fonts). Expect something that it leaves unchanged, or send `Cache-Control: no-transform`. Addresses between `<!--email_off-->` and `<!--/email_off-->` stay as they are.',
      isOpen: (moment) =>
        !namesFile(moment.request) &&
        lacksContent(moment, moment.edge) &&
        !meetsExpectations(moment, moment.uncached),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return outdated(moment) ?? lacking(moment) ?? staleFile(moment)
  },
  remedy: staleRemedy,
})

/** Visitors get a cached error or redirect. */
function outdated(moment: Moment): Match | undefined {
  const copy = outdatedCopy(moment)
  if (copy === undefined) return
  const { what, status, current } = copy
  const sure = current.past && (what === 'error' || current.direct)
  const kind = status === 301 || status === 308 ? 'permanent redirect' : what
  const wall = wallIn(moment, moment.edge)
  const got = wall === undefined ? `a cached ${kind}` : `a cached copy of ${wallWords(wall)}`
  // A browser may pass a challenge, even one from the cache.
  const confidence = sure && wall === undefined ? 'certain' : 'likely'
  const because = `Visitors get ${got} (${status}) from Cloudflare. ${currently(copy)}`
  return {
    outcome: 'unhealthy',
    confidence,
    because,
    clues: cluesOf(moment),
    form: what === 'error' ? 'cached-error' : 'cached-redirect',
    title: `Cloudflare serves an outdated ${what} from its cache`,
  }
}

function currently({ what, current: { direct, past } }: OutdatedCopy): string {
  const gets = what === 'error' ? 'gets the page' : 'is not redirected there'
  if (direct && past) {
    return what === 'error'
      ? 'A request that bypasses the cache gets the page, and so does a direct request to the origin.'
      : 'Neither a request that bypasses the cache nor a direct request to the origin is redirected there.'
  }
  return past ? `A request that bypasses the cache ${gets}.` : `A direct request to the origin ${gets}.`
}

/** Visitors get a page that lacks the expected content. */
function lacking(moment: Moment): Match | undefined {
  if (!visitorsServed(moment) || !lacksContent(moment, moment.edge)) return
  const { edge, origin, uncached } = moment
  const standIn = standInFor(moment, edge)
  // A server's own page is stale only in the cache.
  if (standIn !== undefined && !fromCache(edge)) return
  const clues = cluesOf(moment)
  const atOrigin = meetsExpectations(moment, origin)
  if (originHealthy(moment) && !atOrigin) return
  const what = missingThing(moment)
  const it =
    standIn === undefined ? (namesFile(moment.request) ? 'the file' : 'the expected content') : 'the site'
  const copy = fromCache(edge)
  const title = namesFile(moment.request) ? { title: 'visitors get an HTML page instead of the file' } : {}
  const past = isGoodResponse(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
  if (copy && past && meetsExpectations(moment, uncached)) {
    const because = `Visitors get a copy from Cloudflare's cache that lacks ${what}. When the cache is bypassed, ${it} is there.`
    return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache', ...title }
  }
  const changed = changedHeader(moment)
  if (changed !== undefined && (atOrigin || !originHealthy(moment))) {
    const known = atOrigin
      ? ' The origin sends the expected value.'
      : ' Whether the origin sends the expected value was not checked.'
    const because = `${changed.who}.${known}`
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because,
      clues,
      form: changed.name === 'set-cookie' ? 'changed-cookie' : 'changed-header',
      title: 'Cloudflare changes the expected header',
    }
  }
  if (!atOrigin) {
    if (!copy || past) return
    const because = `Visitors get a copy from Cloudflare's cache that lacks ${what}. What is behind the cache could not be checked.`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache', ...title }
  }
  const stale = `The origin has ${it}, but what visitors get lacks ${what}.`
  const because =
    copy && !past
      ? `${stale} It is a copy from Cloudflare's cache.`
      : `${stale} ${copy ? "Bypassing Cloudflare's cache does not help" : 'It is not a cached copy'}, so Cloudflare seems to use a different origin.`
  const form = copy && !past ? 'cache' : 'elsewhere'
  // Cloudflare may have used one of the other origins.
  const possible = !copy && moment.dialedOrigin !== undefined && oneOfSeveral(moment.dialedOrigin)
  const certain = form === 'cache' && namesFile(moment.request)
  return {
    outcome: 'unhealthy',
    confidence: possible ? 'possible' : certain ? 'certain' : 'likely',
    because,
    clues,
    form,
    ...title,
  }
}
