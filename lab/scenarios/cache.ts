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
    staged: { origin: 'app-down', conduct: 'cached' },
    shows: { edge: 200, direct: 502, edgeSays: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cache-masks-broken-origin-always-online',
    sentence: 'Always Online serves an archived copy, and the web server of the origin is stopped',
    staged: { origin: 'stopped', zone: { cache: 'always-online', copy: OLD_COPY } },
    shows: { edge: 200, direct: 'refused' },
    // The edge says itself that the copy is stale, and the origin refuses: this is no locked origin.
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-stale-if-error',
    sentence: 'the cache serves a copy that has ended, since the application fails with a 500',
    staged: { origin: 'app-error', zone: { cache: 'stale-if-error', copy: OLD_COPY } },
    shows: { edge: 200, direct: 500, edgeSays: /cf-cache-status: STALE/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale', 'cloudflare-edge-error'],
  },
  {
    id: 'cache-masks-broken-origin-malformed',
    sentence: 'the page comes from the cache, and the origin answers with what is not HTTP',
    staged: { origin: 'header-without-colon', conduct: 'cached' },
    shows: { edge: 200, direct: 'protocol' },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-maintenance',
    sentence: 'the origin is in maintenance, and Cloudflare serves its copy meanwhile',
    staged: { origin: 'maintenance', zone: { cache: 'stale-if-error', copy: OLD_COPY } },
    shows: { edge: 200, direct: 503, edgeSays: /cf-cache-status: STALE/i },
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-overloaded', 'origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-nobody-asked',
    sentence: 'the page comes from the cache, the application is down, and the check knows no origin to ask',
    staged: { origin: 'app-down', conduct: 'cached' },
    inputs: { origin: '' },
    shows: { edge: 200, direct: 502, edgeSays: /cf-cache-status: HIT/i },
    expected: unhealthy('cache-masks-broken-origin', 'likely'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'cache-masks-broken-origin-or-not',
    sentence:
      'the page comes from a cache that does not mind query strings, and nobody knows an origin to ask',
    staged: { origin: 'app-down', conduct: 'cached', zone: { ignoresQuery: true } },
    inputs: { origin: '' },
    shows: { edge: 200, direct: 502, edgeSays: /cf-cache-status: HIT/i },
    // A copy says nothing of what stands behind it.
    expected: inconclusive('cache-masks-broken-origin'),
    not: ['origin-app-down', 'edge-stale'],
  },
  {
    id: 'healthy-cached-page',
    sentence: 'the page comes from the cache, and the check knows no origin to ask, which is fine',
    staged: { conduct: 'cached' },
    inputs: { origin: '' },
    shows: { edge: 200, direct: 200, edgeSays: /cf-cache-status: HIT/i },
    expected: HEALTHY,
    not: ['cache-masks-broken-origin'],
  },
]
