import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

const OLD_COPY = {
  body: '<!DOCTYPE html>\n<title>Shop</title>\n<h1>Welcome to the shop</h1>\n',
  age: 86_400,
} as const

/** Visitors who get a copy, and an origin that could not give it to them. */
export const CACHE: readonly Scenario[] = [
  {
    id: 'cache-masks-broken-origin-app-down',
    sentence: 'the page comes from the cache, and the application of the origin is down',
    setup: { origin: 'app-down', edgeBehavior: 'cached' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cache-masks-broken-origin-always-online',
    sentence: 'Always Online serves an archived copy, and the web server of the origin is stopped',
    setup: { origin: 'stopped', zone: { cache: 'always-online', cachedCopy: OLD_COPY } },
    curl: { edge: 200, direct: 'refused' },
    // The edge says itself that the copy is stale, and the origin refuses: this is no locked origin.
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-stale-if-error',
    sentence: 'the cache serves a copy that has ended, since the application fails with a 500',
    setup: { origin: 'app-error', zone: { cache: 'stale-if-error', cachedCopy: OLD_COPY } },
    curl: { edge: 200, direct: 500, edgeContains: /cf-cache-status: STALE/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-edge-error'],
  },
  {
    id: 'cache-masks-broken-origin-malformed',
    sentence: 'the page comes from the cache, and the origin answers with what is not HTTP',
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
    sentence: 'the page comes from the cache, the application is down, and the check knows no origin to ask',
    setup: { origin: 'app-down', edgeBehavior: 'cached' },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin', 'likely'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-or-not',
    sentence:
      'the page comes from a cache that does not mind query strings, and nobody knows an origin to ask',
    setup: { origin: 'app-down', edgeBehavior: 'cached', zone: { cacheIgnoresQuery: true } },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 502, edgeContains: /cf-cache-status: HIT/i },
    // A copy says nothing of what stands behind it.
    expected: inconclusive('cache-masks-broken-origin'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'healthy-cached-page',
    sentence: 'the page comes from the cache, and the check knows no origin to ask, which is fine',
    setup: { edgeBehavior: 'cached' },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 200, edgeContains: /cf-cache-status: HIT/i },
    expected: HEALTHY,
    not: ['cache-masks-broken-origin'],
  },
]
