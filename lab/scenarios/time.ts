import { HEALTHY, unhealthy, type Scenario } from './scenario.ts'

/** What only several rounds show: sites that recover, that fail intermittently, or that fail after a healthy start. */
export const TIME: readonly Scenario[] = [
  {
    id: 'healthy-within-wait',
    sentence: 'the application is down at first, and up before the wait is over',
    setup: { origin: 'app-down', later: [{ after: 2500, setup: { origin: 'up' } }] },
    inputs: { wait: '30s' },
    curl: { edge: 502, direct: 502 },
    expected: { ...HEALTHY, trend: 'recovered' },
    not: ['origin-app-down'],
  },
  {
    id: 'origin-refused-until-after-wait',
    sentence: 'the web server comes back after the wait is over',
    setup: { origin: 'stopped', later: [{ after: 30_000, setup: { origin: 'up' } }] },
    inputs: { wait: '2s' },
    curl: { edge: 521, direct: 'refused' },
    expected: { ...unhealthy('origin-refused', 'certain'), trend: 'steady' },
  },
  {
    id: 'origin-refused-blip-while-watched',
    sentence: 'the web server restarts during `watch`',
    setup: {
      later: [
        { after: 4000, setup: { origin: 'stopped' } },
        { after: 6000, setup: { origin: 'up' } },
      ],
    },
    inputs: { watch: '12s', interval: '300ms' },
    curl: { edge: 200, direct: 200 },
    // It is up again at the end, but visitors got errors in between.
    expected: { ...unhealthy('origin-refused', 'certain'), trend: 'recovered' },
  },
  {
    id: 'healthy-while-watched',
    sentence: 'a site stays healthy during `watch`',
    setup: {},
    inputs: { watch: '3s' },
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, trend: 'steady' },
    not: ['origin-reset'],
  },
  {
    id: 'origin-app-down-every-third-request',
    sentence: 'every third request reaches the one replica that is down, during `watch`',
    setup: { origin: 'every-third-502' },
    inputs: { 'consecutive-successes': '1', watch: '8s', interval: '300ms', wait: '20s' },
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-app-down'), trend: 'intermittent' },
    not: ['cloudflare-edge-error', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-app-down-one-of-three-origins',
    sentence: 'one of three origins is down, and Cloudflare uses each in turn',
    setup: { record: ['origin', 'second', 'third'], second: 'up', third: 'app-down' },
    inputs: { origin: '203.0.113.10\n203.0.113.20\n203.0.113.30', wait: '6s' },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('origin-app-down'),
    not: ['cloudflare-edge-error', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'unexpected-status-slow-rollout',
    sentence: 'a rollout is slow: the new version alternates with the old one, which lacks the page',
    setup: { record: ['origin', 'old'], old: 'not-found' },
    inputs: {
      origin: '203.0.113.10\n192.0.2.66',
      wait: '4s',
      'consecutive-successes': '3',
    },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('unexpected-status'),
    not: ['cloudflare-edge-error', 'origin-app-down'],
  },
  {
    id: 'healthy-after-a-rollout',
    sentence: 'the old and the new version alternate until the rollout is done',
    setup: {
      record: ['origin', 'old'],
      old: 'not-found',
      later: [{ after: 3000, setup: { old: 'up' } }],
    },
    inputs: {
      origin: '203.0.113.10\n192.0.2.66',
      wait: '30s',
      'consecutive-successes': '3',
    },
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, trend: 'recovered' },
    not: ['unexpected-status'],
  },
  {
    id: 'origin-reset-idle-connections',
    sentence: 'the origin closes idle connections much earlier than Cloudflare does',
    setup: { origin: 'closes-idle-early' },
    inputs: { watch: '4s' },
    curl: { edge: 200, direct: 200 },
    // Most servers do that, and it rarely causes an error: a note.
    expected: { ...HEALTHY, notes: ['origin-reset'] },
  },
  {
    id: 'origin-reset-second-request-while-watched',
    sentence: 'the origin resets the second request on a connection, and no visitor has been affected so far',
    setup: { origin: 'one-request-a-connection' },
    inputs: { watch: '5s' },
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: ['origin-reset'] },
  },
  {
    id: 'origin-maintenance-that-asks-for-patience',
    sentence: 'the origin is in maintenance for an hour, which is longer than the check waits',
    setup: { origin: 'maintenance' },
    inputs: { wait: '3s' },
    curl: { edge: 503, direct: 503, directContains: /retry-after: 3600/i },
    expected: { ...unhealthy('origin-maintenance'), trend: 'steady' },
    not: ['origin-overloaded', 'origin-app-error'],
  },
]
