import { untrusted } from '../../../src/domain/untrusted.ts'
import type { AssetResult } from '../../../src/domain/evidence.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import {
  challenge,
  edgeError,
  edgeResponse,
  failedExchange,
  nginxError,
  response,
  type Case,
} from '../../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../../support/judgments.ts'
import { afterRedirects, unfollowedRedirect } from '../../support/redirects.ts'

const HOME = 'https://www.shop.example/'
const PAGE = '<!doctype html><title>Shop</title>'
const [OLD, NEW] = [`${HOME}a/1.js`, `${HOME}a/2.js`]
const HIT = { 'cf-cache-status': 'HIT' } as const
const CHECKED = { checkAssets: true } as const

/** The page, with the script that it names. */
const naming = (url: string, page: Exchange): Exchange =>
  page.kind === 'completed' ? { ...page, assets: { script: { url: untrusted(url), module: true } } } : page
const shown = (url: string): Exchange => naming(url, edgeResponse(200, PAGE))
const copied = (url: string): Exchange => naming(url, edgeResponse(200, PAGE, HIT))
const sent = (url: string): Exchange => naming(url, response(200, PAGE))

/** What visitors get for the script, and what a request that bypasses the cache gets. */
const script = (
  edge: Exchange,
  uncached?: Exchange,
  url = OLD,
): { readonly assets: readonly AssetResult[] } => ({
  assets: [
    { kind: 'script', module: true, url: untrusted(url), edge, ...(uncached !== undefined && { uncached }) },
  ],
})
const js = (headers = {}): Exchange =>
  edgeResponse(200, 'export {}', { 'content-type': 'text/javascript', ...headers })
const page = (headers = {}): Exchange => edgeResponse(200, PAGE, { 'content-type': 'text/html', ...headers })
const gone = edgeResponse(404, 'no')

const FILE = { checkAssets: true, url: `${HOME}app.js` } as const
const movedHome = edgeResponse(301, '', { location: '/' })

/** Cases about cached copies, and about the files that a page names. */
export const FRESHNESS_CASES: Readonly<Record<string, readonly Case[]>> = {
  'edge-stale': [
    [
      'a cached page names a deleted script',
      { edge: copied(OLD), uncached: sent(NEW), origin: sent(NEW), followUps: script(gone) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'a page that is not cached names a deleted script, and the origin another one',
      { edge: shown(OLD), origin: sent(NEW), followUps: script(gone) },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      "the deleted script's name gets the page",
      { edge: copied(OLD), origin: sent(NEW), followUps: script(page()) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      "the deleted script's name redirects to the home page",
      { edge: copied(OLD), origin: sent(NEW), followUps: script(movedHome) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'a page is cached under the name of the script',
      { edge: shown(OLD), origin: sent(OLD), followUps: script(page(HIT), js()) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'an error is cached under the name of the script',
      { edge: shown(OLD), origin: sent(OLD), followUps: script(edgeResponse(404, 'no', HIT), js()) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'the same, by a cache that cannot be bypassed',
      { edge: shown(OLD), origin: sent(OLD), followUps: script(page(HIT), page(HIT)) },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'an error is cached, and the page is there',
      { edge: edgeResponse(404, 'no', HIT), uncached: edgeResponse(200, PAGE) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'an error is cached, and only the origin shows that the page is there',
      { edge: edgeResponse(410, 'no', HIT), uncached: edgeResponse(410, 'no', HIT) },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'a redirect is cached that the origin no longer makes',
      {
        edge: afterRedirects(edgeResponse(200, PAGE), 'cache', HOME, `${HOME}soon`),
        uncached: edgeResponse(200, PAGE),
      },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'a redirect is cached whose target is another page by now',
      {
        edge: afterRedirects(edgeResponse(404, 'no'), 'cache', HOME, `${HOME}old`),
        uncached: afterRedirects(edgeResponse(200, PAGE), 'origin', HOME, `${HOME}new`),
        origin: afterRedirects(response(200, PAGE), 'direct', HOME, `${HOME}new`),
      },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'a redirect to itself is cached',
      { edge: unfollowedRedirect('loop', 'cache', HOME, HOME), uncached: edgeResponse(200, PAGE) },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'the URL is that of a script, a page is cached under it, and the origin has the script',
      { edge: page(HIT), uncached: page(HIT), origin: response(200, 'export {}'), request: FILE },
      unhealthy('edge-stale', 'certain'),
    ],
  ],
  'origin-not-deployed': [
    [
      "the origin's page names a script that is gone",
      { edge: shown(OLD), origin: sent(OLD), followUps: script(gone) },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the same with another version in its query',
      {
        edge: shown(`${OLD}?v=1`),
        origin: sent(`${OLD}?v=2`),
        followUps: script(gone, undefined, `${OLD}?v=1`),
      },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the same, and the origin was not probed',
      { edge: shown(OLD), origin: undefined, followUps: script(page()) },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the script is gone from the cache and from behind it',
      { edge: shown(OLD), origin: sent(OLD), followUps: script(page(HIT), page()) },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the URL is that of a script, and both sides have a page',
      { edge: page(), origin: response(200, PAGE), request: FILE },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the URL is that of a script, and only visitors get it',
      { edge: js(), origin: response(200, PAGE), request: FILE },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    ['but not when the script is there', { edge: shown(OLD), followUps: script(js()) }, healthy],
    [
      'but not when an old script was kept',
      { edge: copied(OLD), uncached: sent(NEW), origin: sent(NEW), followUps: script(js(HIT)) },
      healthy,
    ],
    [
      'but not when the script is forbidden',
      { edge: shown(OLD), followUps: script(edgeResponse(403, PAGE)) },
      healthy,
    ],
    ['but not when it is rate-limited', { edge: shown(OLD), followUps: script(edgeError(1015)) }, healthy],
    ['but not when it is challenged', { edge: shown(OLD), followUps: script(challenge('header')) }, healthy],
    [
      'but not when it never comes',
      { edge: shown(OLD), followUps: script(failedExchange('processing', 'timeout')) },
      healthy,
    ],
    [
      'but not when it redirects to another file',
      {
        edge: shown(OLD),
        followUps: script(edgeResponse(302, '', { location: 'https://cdn.example/1.js' })),
      },
      healthy,
    ],
    [
      'but not when the server fails, which is worth a note',
      { edge: shown(OLD), followUps: script(nginxError(503)) },
      healthy.withNote('origin-not-deployed'),
    ],
    [
      'but not when its type is wrong, which is worth a warning',
      { edge: shown(OLD), followUps: script(js({ 'content-type': 'text/plain' })) },
      healthy.withWarning('origin-not-deployed'),
    ],
    [
      'but not when the URL is that of a page about a file',
      {
        edge: page(),
        origin: response(200, PAGE),
        request: { ...CHECKED, url: `${HOME}wiki/File:Logo.png` },
      },
      healthy,
    ],
    [
      'but not when files are not checked',
      { edge: page(), origin: response(200, PAGE), request: { url: `${HOME}app.js` } },
      healthy,
    ],
  ],
  'unexpected-status': [
    [
      'an error is cached, and it is right',
      { edge: edgeResponse(404, 'no', HIT), uncached: edgeResponse(404, 'no'), origin: nginxError(404) },
      unhealthy('unexpected-status', 'certain'),
    ],
    [
      'an error is cached, and what bypasses the cache gets it too',
      { edge: edgeResponse(404, 'no', HIT), uncached: edgeResponse(404, 'no') },
      unhealthy('unexpected-status', 'likely'),
    ],
  ],
  'cache-masks-broken-origin': [
    [
      'a redirect is cached, and nothing shows what is behind it',
      {
        edge: afterRedirects(edgeResponse(200, PAGE, HIT), 'cache', HOME, `${HOME}soon`),
        uncached: failedExchange('processing', 'timeout'),
        origin: undefined,
      },
      inconclusive('cache-masks-broken-origin', 'possible'),
    ],
  ],
}
