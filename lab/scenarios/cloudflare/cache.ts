import { HEALTHY, inconclusive, unhealthy, type Scenario } from '../scenario.ts'

const OLD_COPY = {
  body: '<!DOCTYPE html>\n<title>Shop</title>\n<h1>Welcome to the shop</h1>\n',
  age: 86_400,
} as const

/** Visitors who get a cached copy, from an origin that is broken. */
export const CACHE: readonly Scenario[] = [
  {
    id: 'cache-masks-broken-origin-app-down',
    sentence: "the page comes from the cache, and the origin's application is down",
    setup: { origin: 'app-down', edgeBehavior: 'cached' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cache-masks-broken-origin-always-online',
    sentence: "Always Online serves an archived copy, and the origin's web server is stopped",
    setup: { origin: 'stopped', zone: { cache: 'always-online', cachedCopy: OLD_COPY } },
    curl: { edge: 200, direct: 'refused' },
    // The edge marks the copy as stale, and the origin refuses connections. A locked origin wouldn't explain that.
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-stale-if-error',
    sentence: 'the cache serves a stale copy, because the application responds 500',
    setup: { origin: 'app-error', zone: { cache: 'stale-if-error', cachedCopy: OLD_COPY } },
    curl: { edge: 200, direct: 500, edgeContains: /cf-cache-status: STALE/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-edge-error'],
  },
  {
    id: 'cache-masks-broken-origin-malformed',
    sentence: "the page comes from the cache, and the origin's response is not HTTP",
    setup: { origin: 'header-without-colon', edgeBehavior: 'cached' },
    curl: { edge: 200, direct: 'protocol' },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-maintenance',
    sentence: 'the origin is in maintenance, and Cloudflare serves its copy meanwhile',
    setup: { origin: 'maintenance', zone: { cache: 'stale-if-error', cachedCopy: OLD_COPY } },
    curl: { edge: 200, direct: 503, edgeContains: /cf-cache-status: STALE/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-overloaded', 'origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-nobody-asked',
    sentence:
      'the page comes from the cache, the application is down, and the check has no `origin` to probe',
    setup: { origin: 'app-down', edgeBehavior: 'cached' },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin', 'likely'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-or-not',
    sentence:
      'the page comes from a cache that ignores query strings, and the check has no `origin` to probe',
    setup: { origin: 'app-down', edgeBehavior: 'cached', zone: { cacheIgnoresQuery: true } },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    // A cached copy says nothing about the origin.
    expected: inconclusive('cache-masks-broken-origin'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'healthy-cached-page',
    sentence: 'the page comes from the cache, and the check has no `origin` to probe',
    setup: { edgeBehavior: 'cached' },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 200, edgeContains: /cf-cache-status: HIT/i },
    expected: HEALTHY,
    not: ['cache-masks-broken-origin'],
  },
]
