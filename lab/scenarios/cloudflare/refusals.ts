import { nginxStylePage, type Page } from '../../http/page.ts'
import { html, routes } from '../../origins/scripted/routes.ts'
import { HEALTHY, inconclusive, unhealthy, type Scenario } from '../scenario.ts'

/** A response that Cloudflare makes without an origin: it has no `cf-cache-status`. */
const made = (status: number, body: string, type = 'application/json', headers = {}): Page => ({
  status,
  type,
  body,
  headers,
})
const ONE_ROUND = { wait: '0s' } as const
const BLOCKED_JSON = made(403, '{"error":"blocked"}')

/** 4xx and 5xx that a rule or a Worker of the zone makes in its owner's words. */
export const CLOUDFLARE_REFUSALS: readonly Scenario[] = [
  {
    id: 'cloudflare-waf-blocked-own-json',
    sentence: 'a rule of the zone blocks the runner with JSON of its own',
    setup: { edgeBehavior: () => BLOCKED_JSON },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 200, edgeContains: /"blocked"/ },
    expected: {
      ...inconclusive('cloudflare-waf-blocked'),
      confidence: 'likely',
      says: ['a rule or a Worker', 'cf-cache-status', 'Find the rule', 'Security → Events'],
      neverSays: ['is down', "Allow Cloudflare's IP ranges"],
    },
    not: ['cloudflare-blocked-by-origin', 'unexpected-status'],
  },
  {
    id: 'cloudflare-waf-blocked-own-html',
    sentence: 'a rule of the zone blocks the runner with an HTML page and 406',
    setup: { edgeBehavior: () => made(406, '<h1>Not for robots</h1>', 'text/html') },
    inputs: ONE_ROUND,
    curl: { edge: 406, direct: 200 },
    expected: { ...inconclusive('cloudflare-waf-blocked'), says: ['a rule or a Worker', '406'] },
    not: ['cloudflare-blocked-by-origin', 'unexpected-status'],
  },
  {
    id: 'cloudflare-waf-blocked-own-404',
    sentence: 'a rule of the zone pretends to the runner that the page is gone',
    setup: { edgeBehavior: () => made(404, 'nothing here', 'text/plain') },
    inputs: ONE_ROUND,
    curl: { edge: 404, direct: 200 },
    expected: { ...inconclusive('cloudflare-waf-blocked'), says: ['a rule or a Worker'] },
    not: ['unexpected-status', 'edge-stale'],
  },
  {
    id: 'cloudflare-waf-blocked-own-json-without-origin',
    sentence: 'a rule of the zone blocks the runner with JSON of its own, and no origin is known',
    setup: { edgeBehavior: () => BLOCKED_JSON },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 403, direct: 200 },
    expected: { ...inconclusive('cloudflare-waf-blocked'), neverSays: ['when requested directly'] },
    not: ['unexpected-status'],
  },
  {
    id: 'cloudflare-waf-blocked-before-a-locked-origin',
    sentence: 'a rule of the zone blocks the runner, and the origin has a 403 of its own for everyone else',
    setup: {
      edgeBehavior: () => BLOCKED_JSON,
      origin: routes('only Cloudflare is admitted', { '/': html('Forbidden', 'Cloudflare only', 403) }),
    },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 403 },
    // No probe reached the site.
    expected: inconclusive('cloudflare-waf-blocked'),
    not: ['unexpected-status', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-waf-blocked-two-origins',
    sentence:
      'a rule of the zone hides the page from the runner, and the second of two origins drops its packets',
    setup: { edgeBehavior: () => made(404, 'nothing here', 'text/plain'), second: 'stopped' },
    inputs: { ...ONE_ROUND, origin: '203.0.113.10\n203.0.113.20' },
    curl: { edge: 404, direct: 200 },
    expected: inconclusive('cloudflare-waf-blocked'),
    not: ['unexpected-status'],
  },
  {
    id: 'cloudflare-rate-limited-own-json',
    sentence: 'a rate limiting rule of the zone responds with JSON of its own',
    setup: { edgeBehavior: () => made(429, '{"error":"slow down"}', 'application/json') },
    inputs: ONE_ROUND,
    curl: { edge: 429, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-rate-limited'),
      confidence: 'likely',
      says: ['a rule or a Worker'],
      neverSays: ['is down'],
    },
    not: ['cloudflare-blocked-by-origin', 'origin-overloaded'],
  },
  {
    id: 'cloudflare-rate-limited-own-page-without-origin',
    sentence: 'a rate limiting rule of the zone responds with a page of its own, and no origin is known',
    setup: { edgeBehavior: () => made(429, '<h1>Slow down</h1>', 'text/html') },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 429, direct: 200 },
    expected: inconclusive('cloudflare-rate-limited'),
    not: ['origin-overloaded', 'unexpected-status'],
  },
  {
    id: 'unexpected-status-403-through-a-worker',
    sentence: "a Worker passes on the application's own 403, which every client gets",
    setup: {
      edgeBehavior: () => made(403, '{"error":"sign in"}'),
      origin: routes('every client has to sign in', {
        '/': { status: 403, type: 'application/json', body: '{"error":"sign in"}' },
      }),
    },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 403 },
    expected: unhealthy('unexpected-status', 'likely'),
    not: ['cloudflare-waf-blocked'],
  },
  {
    id: 'unexpected-status-404-from-a-worker',
    sentence: 'the site is a Worker without an origin, and the page is missing from its new version',
    setup: { edgeBehavior: () => made(404, 'Not found', 'text/plain'), origin: 'stopped' },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 404, direct: 'refused' },
    // Every visitor gets it.
    expected: unhealthy('unexpected-status', 'likely'),
    not: ['cloudflare-waf-blocked'],
  },
  {
    id: 'origin-app-error-behind-a-rule',
    sentence: 'a rule of the zone blocks the runner, and the origin itself returns 500',
    setup: {
      edgeBehavior: () => BLOCKED_JSON,
      origin: routes('it is broken', { '/': html('Error', 'Oops', 500) }),
    },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 500 },
    expected: unhealthy('origin-app-error'),
    not: ['cloudflare-waf-blocked'],
  },
  {
    id: 'healthy-from-a-worker',
    sentence: 'a Worker makes the page itself, so the response has no cache status',
    setup: { edgeBehavior: () => made(200, '<title>Shop</title>', 'text/html') },
    inputs: ONE_ROUND,
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: [] },
  },
  {
    id: 'cloudflare-worker-failed-own-500',
    sentence: 'a Worker catches its own exception and returns 500 as JSON, and the origin is fine',
    setup: { edgeBehavior: () => made(500, '{"error":"internal"}') },
    inputs: ONE_ROUND,
    curl: { edge: 500, direct: 200 },
    expected: { ...unhealthy('cloudflare-worker-failed', 'likely'), says: ['a Worker or a Snippet'] },
    not: ['origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-worker-failed-container-starting',
    sentence: 'the Worker of a Container has no running instance yet',
    setup: {
      edgeBehavior: () =>
        made(
          503,
          'There is no Container instance available at this time.\nThis is likely because you have reached your max concurrent instance count (set in wrangler config) or are you currently provisioning the Container.\n',
          'text/plain',
        ),
      origin: 'stopped',
    },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 503, direct: 'refused' },
    expected: {
      ...unhealthy('cloudflare-worker-failed', 'likely'),
      says: ['Container'],
      neverSays: ['roll back'],
    },
    not: ['origin-overloaded', 'origin-maintenance'],
  },
  {
    id: 'cloudflare-worker-failed-container-fails-to-start',
    sentence: 'the Worker of a Container cannot start an instance',
    setup: {
      edgeBehavior: () => made(500, 'Failed to start container: the image is not ready', 'text/plain'),
      origin: 'stopped',
    },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 500, direct: 'refused' },
    expected: { ...unhealthy('cloudflare-worker-failed', 'likely'), says: ['Container'] },
    not: ['origin-app-error'],
  },
  {
    id: 'origin-maintenance-by-a-worker',
    sentence: 'a Worker announces maintenance with 503, and the origin is fine',
    setup: {
      edgeBehavior: () => made(503, '<h1>Scheduled maintenance</h1>', 'text/html', { 'retry-after': '3600' }),
    },
    inputs: ONE_ROUND,
    curl: { edge: 503, direct: 200 },
    expected: unhealthy('origin-maintenance'),
    not: ['cloudflare-worker-failed', 'cloudflare-edge-error'],
  },
  ...(
    [
      [400, 'rejects', 'a header or the URL of this check is malformed'],
      [413, 'finds too large', 'its body is larger'],
      [414, 'finds the URL too long', 'its URL is longer'],
      [431, 'finds the headers too large', 'its headers are larger'],
      [405, 'does not allow the method', 'does not allow its method'],
    ] as const
  ).map(([status, does, words]): Scenario => ({
    id: `cloudflare-waf-blocked-bare-${status}`,
    sentence: `Cloudflare ${does} and responds ${status} with its unbranded page`,
    setup: { edgeBehavior: () => nginxStylePage(status, 'cloudflare') },
    inputs: ONE_ROUND,
    curl: { edge: status, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-waf-blocked'),
      confidence: 'likely',
      says: [words, String(status)],
      neverSays: ['no known cause'],
    },
    not: ['unexplained', 'cloudflare-edge-error', 'unexpected-status'],
  })),
  {
    id: 'cloudflare-waf-blocked-bare-403',
    sentence: 'Cloudflare responds 403 with its unbranded page',
    setup: { edgeBehavior: () => nginxStylePage(403, 'cloudflare') },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 200 },
    expected: inconclusive('cloudflare-waf-blocked'),
    not: ['unexplained', 'cloudflare-blocked-by-origin'],
  },
]
