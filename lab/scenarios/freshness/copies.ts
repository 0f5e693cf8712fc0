import { nginxPage } from '../../origins/scripted/content.ts'
import { fixedResponse } from '../../origins/scripted/content.ts'
import { routes } from '../../origins/scripted/routes.ts'
import { HOME_PAGE } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { cachedPaths, document, javascript, NEW_SCRIPT } from './pages.ts'

const FILE = `https://www.shop.example${NEW_SCRIPT}`
const HOME = routes('the shop, with a script', {
  '/': document(HOME_PAGE),
  '/home': document(HOME_PAGE),
  '/maintenance': document('<!DOCTYPE html>\n<title>Shop</title>\n<h1>We will be back</h1>\n'),
  [NEW_SCRIPT]: javascript(),
})
const ONCE = { wait: '0s', timeout: '8s' } as const

/** Errors and redirects that are older than the deploy, and that Cloudflare's cache still serves. */
export const COPIES: readonly Scenario[] = [
  {
    id: 'edge-stale-cached-404-of-a-file',
    sentence: "a script's 404 was cached before the deploy, and the script is there now",
    setup: {
      origin: HOME,
      zone: {
        cache: 'fresh',
        cachedCopy: { status: 404, body: '<h1>404</h1>', age: 1860, paths: [NEW_SCRIPT] },
      },
    },
    inputs: { ...ONCE, url: FILE },
    curl: { edge: 404, direct: 200, edgeContains: /cf-cache-status: HIT/i },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['cached error (404)', 'Purge this URL', 'no-store', 'status code TTL'],
      neverSays: ['the deploy published', 'another origin', 'different origin'],
    },
    not: ['unexpected-status', 'origin-not-deployed'],
  },
  {
    id: 'edge-stale-cached-404-of-the-page',
    sentence: "the home page's 404 from before the deploy is cached, and the check has no `origin`",
    setup: { origin: HOME, edgeBehavior: cachedPaths({ '/': { status: 404, body: '<h1>404</h1>' } }) },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 404, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['bypasses the cache gets the page'] },
    not: ['unexpected-status'],
  },
  {
    id: 'edge-stale-cached-403',
    sentence: "the firewall's 403 was cached by a rule that caches everything",
    setup: { origin: HOME, edgeBehavior: cachedPaths({ '/': { status: 403, body: 'Forbidden' } }) },
    inputs: ONCE,
    curl: { edge: 403, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['403'],
      neverSays: ["Allow Cloudflare's IP ranges"],
    },
    not: ['cloudflare-blocked-by-origin', 'cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'edge-stale-cached-500',
    sentence: 'a 500 was cached by a rule that caches every status, and the application works again',
    setup: { origin: HOME, edgeBehavior: cachedPaths({ '/': { status: 500, body: 'oops' } }) },
    inputs: ONCE,
    curl: { edge: 500, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['500'] },
    not: ['origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'edge-stale-cached-503',
    sentence: 'a 503 of the maintenance is cached, and the maintenance is over',
    setup: {
      origin: HOME,
      edgeBehavior: cachedPaths({
        '/': { status: 503, body: '<h1>Down for maintenance</h1>', headers: { 'retry-after': '3600' } },
      }),
    },
    inputs: ONCE,
    curl: { edge: 503, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['503'] },
    not: ['origin-maintenance', 'origin-overloaded'],
  },
  {
    id: 'edge-stale-cached-404-cache-ignores-query',
    sentence: 'a 404 is cached, by a cache that ignores query strings, and the origin has the page',
    setup: {
      origin: HOME,
      zone: { cache: 'fresh', cacheIgnoresQuery: true, cachedCopy: { status: 404, body: 'no', age: 300 } },
    },
    inputs: ONCE,
    curl: { edge: 404, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'likely'), says: ['direct request to the origin gets the page'] },
    not: ['unexpected-status'],
  },
  {
    id: 'edge-stale-cached-redirect-to-maintenance',
    sentence: 'the redirect to the maintenance page is cached, and the origin serves the page again',
    setup: {
      origin: HOME,
      edgeBehavior: cachedPaths({ '/': { status: 302, headers: { location: '/maintenance' } } }),
    },
    inputs: ONCE,
    curl: { edge: 302, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['cached redirect (302)', 'Purge this URL'],
    },
    not: ['unexpected-status', 'redirect-loop'],
  },
  {
    id: 'edge-stale-cached-permanent-redirect',
    sentence: 'an old 301 to a page that is gone is cached, and the origin no longer redirects',
    setup: {
      origin: HOME,
      edgeBehavior: cachedPaths({ '/': { status: 301, headers: { location: '/old-shop' } } }),
    },
    inputs: ONCE,
    curl: { edge: 301, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['permanent redirect (301)', 'Browsers cache a 301'],
    },
    not: ['unexpected-status', 'redirect-loop'],
  },
  {
    id: 'edge-stale-cached-redirect-to-a-host-that-fails',
    sentence: 'the cache redirects to the old host, which is off, and the origin serves the page',
    setup: {
      edgeBehavior: 'cached',
      zone: {
        cachedCopy: { age: 1860, status: 301, body: '', headers: { location: 'https://old.shop.example/' } },
      },
    },
    inputs: { wait: '0s' },
    curl: { edge: 301, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'likely'),
      says: ['cached permanent redirect (301)', 'Purge this URL'],
    },
    not: ['unexpected-status'],
  },
  {
    id: 'edge-stale-cached-redirect-loop',
    sentence: 'a redirect to itself is cached, from when the mode was Flexible',
    setup: {
      origin: HOME,
      edgeBehavior: cachedPaths({
        '/': { status: 301, headers: { location: 'https://www.shop.example/' } },
      }),
    },
    inputs: ONCE,
    curl: { edge: 301, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['Purge this URL'] },
    not: ['redirect-loop', 'unexpected-status'],
  },
  {
    id: 'edge-stale-cached-redirect-without-an-origin',
    sentence: 'the redirect to the maintenance page is cached, and the check has no `origin`',
    setup: {
      origin: HOME,
      edgeBehavior: cachedPaths({ '/': { status: 302, headers: { location: '/maintenance' } } }),
    },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 302, direct: 200 },
    expected: unhealthy('edge-stale', 'likely'),
    not: ['unexpected-status'],
  },
  {
    id: 'healthy-cached-redirect',
    sentence: 'a redirect is cached, and the origin makes the same one',
    setup: {
      origin: routes('the shop redirects to its home', {
        '/': { status: 301, headers: [['Location', '/home']] },
        '/home': document(HOME_PAGE),
      }),
      edgeBehavior: cachedPaths({ '/': { status: 301, headers: { location: '/home' } } }),
    },
    inputs: ONCE,
    curl: { edge: 301, direct: 301 },
    expected: HEALTHY,
    not: ['edge-stale'],
  },
  {
    id: 'unexpected-status-cached-404-that-is-right',
    sentence: 'a 404 is cached, and the origin returns it too',
    setup: {
      origin: fixedResponse('there is no such page', nginxPage(404)),
      edgeBehavior: cachedPaths({ '/': { status: 404, body: '<h1>404</h1>' } }),
    },
    inputs: ONCE,
    curl: { edge: 404, direct: 404 },
    expected: unhealthy('unexpected-status', 'certain'),
    not: ['edge-stale'],
  },
  {
    id: 'unexpected-status-fresh-404',
    sentence: "the edge's 404 is not a copy, and the origin has the page",
    setup: { origin: HOME, record: 'second', second: fixedResponse('no page', nginxPage(404)) },
    inputs: ONCE,
    curl: { edge: 404, direct: 200 },
    expected: unhealthy('unexpected-status', 'likely'),
    not: ['edge-stale'],
  },
]
