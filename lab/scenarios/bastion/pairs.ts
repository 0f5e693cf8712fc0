import { HEALTHY, inconclusive, unhealthy, type Scenario } from '../scenario.ts'
import { behindBastion, fromBastion, withoutCommand } from './behind.ts'

const REFUSED_521 = { setup: { origin: 'stopped' }, curl: { edge: 521, direct: 'timeout' } } as const
const REJECTED_521 = { setup: { edgeToOrigin: 'reset' }, curl: { edge: 521, direct: 'timeout' } } as const
const GONE_522 = { setup: { silentHosts: ['origin'] }, curl: { edge: 522, direct: 'timeout' } } as const
const DROPPED_522 = { setup: { edgeToOrigin: 'drop' }, curl: { edge: 522, direct: 'timeout' } } as const
const DOWN_502 = { setup: { origin: 'nginx-app-down' }, curl: { edge: 502, direct: 'timeout' } } as const
const EDGE_502 = { setup: { edgeBehavior: 'bare-502' }, curl: { edge: 502, direct: 'timeout' } } as const
const CACHED_FOR_EVERY_QUERY = { edgeBehavior: 'cached', zone: { cacheIgnoresQuery: true } } as const
const COPY_OF_A_BROKEN_SITE = {
  setup: { origin: 'app-down', ...CACHED_FOR_EVERY_QUERY },
  curl: { edge: 200, direct: 'timeout', edgeContains: /cf-cache-status: HIT/i },
} as const
const COPY_OF_A_SITE = {
  setup: CACHED_FOR_EVERY_QUERY,
  curl: { edge: 200, direct: 'timeout', edgeContains: /cf-cache-status: HIT/i },
} as const

/**
 * Pairs of failures that are the same from a runner that the origin drops. With the command each has its own cause.
 * Without it, neither is more certain than it can be.
 */
export const INDISTINGUISHABLE_PAIRS: readonly Scenario[] = [
  // 521: is the web server down, or does its firewall reject Cloudflare?
  behindBastion('ssh', {
    id: 'origin-refused-behind-a-bastion',
    sentence: 'the web server behind a bastion is stopped, and refuses the bastion as it refuses Cloudflare',
    ...REFUSED_521,
    checks: [fromBastion(/curl: \(7\)/)],
    expected: unhealthy('origin-refused', 'certain'),
    not: ['origin-locked-to-cloudflare', 'runner-offline', 'cloudflare-blocked-by-origin'],
  }),
  behindBastion('ssh', {
    id: 'cloudflare-blocked-by-origin-behind-a-bastion',
    sentence: "the origin's firewall rejects Cloudflare and drops the runner, but serves the bastion",
    ...REJECTED_521,
    checks: [fromBastion(/^200$/)],
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['origin-refused', 'origin-locked-to-cloudflare', 'runner-offline'],
  }),
  withoutCommand({
    id: 'origin-refused-dropped-runner',
    sentence: 'the web server is stopped, and its firewall drops the runner, which has no command for it',
    ...REFUSED_521,
    expected: unhealthy('origin-refused', 'likely'),
    not: ['origin-locked-to-cloudflare', 'cloudflare-blocked-by-origin'],
  }),
  withoutCommand({
    id: 'origin-refused-or-blocked-dropped-runner',
    sentence: "the origin's firewall rejects Cloudflare and drops the runner, which has no command for it",
    ...REJECTED_521,
    // A stopped web server would be the same from here.
    expected: unhealthy('origin-refused', 'likely'),
    not: ['origin-locked-to-cloudflare'],
  }),

  // 522: is the host gone, or does its firewall drop Cloudflare?
  behindBastion('ssh', {
    id: 'origin-connect-timeout-behind-a-bastion',
    sentence: 'the host behind a bastion has no power, so the connections of the bastion time out too',
    ...GONE_522,
    checks: [fromBastion(/curl: \((?:7|28)\)/)],
    expected: unhealthy('origin-connect-timeout', 'likely'),
    not: ['runner-offline', 'cloudflare-blocked-by-origin'],
  }),
  behindBastion('ssh', {
    id: 'cloudflare-blocked-by-origin-dropped-behind-a-bastion',
    sentence: "the origin's firewall drops both Cloudflare and the runner, but serves the bastion",
    ...DROPPED_522,
    checks: [fromBastion(/^200$/)],
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['origin-connect-timeout', 'runner-offline'],
  }),
  withoutCommand({
    id: 'origin-connect-timeout-dropped-runner',
    sentence: "the origin's firewall drops both Cloudflare and the runner, which has no command for it",
    ...DROPPED_522,
    // A host without power would be the same from here.
    expected: unhealthy('origin-connect-timeout'),
    not: ['origin-locked-to-cloudflare'],
  }),

  // 502: does the origin's web server respond so, or Cloudflare itself?
  behindBastion('ssh', {
    id: 'origin-app-down-behind-a-bastion',
    sentence: 'the application behind nginx is down, and the bastion gets the same 502 as Cloudflare',
    ...DOWN_502,
    checks: [fromBastion(/^502$/)],
    expected: unhealthy('origin-app-down', 'certain'),
    not: ['origin-locked-to-cloudflare', 'runner-offline', 'cloudflare-edge-error'],
  }),
  behindBastion('ssh', {
    id: 'cloudflare-edge-error-behind-a-bastion',
    sentence: 'Cloudflare itself responds 502, and the origin serves the bastion',
    ...EDGE_502,
    checks: [fromBastion(/^200$/)],
    expected: unhealthy('cloudflare-edge-error', 'likely'),
    not: ['origin-app-down', 'origin-locked-to-cloudflare', 'runner-offline'],
  }),
  withoutCommand({
    id: 'origin-app-down-dropped-runner',
    sentence: 'the application behind nginx is down, and its firewall drops the runner, which has no command',
    ...DOWN_502,
    expected: unhealthy('origin-app-down', 'possible'),
    not: ['origin-locked-to-cloudflare'],
  }),
  withoutCommand({
    id: 'origin-connect-timeout-or-edge-error-dropped-runner',
    sentence: 'Cloudflare itself responds 502, and the origin drops the runner, which has no command for it',
    ...EDGE_502,
    // All that was seen of the origin is that it drops connections.
    expected: unhealthy('origin-connect-timeout', 'possible'),
    not: ['origin-locked-to-cloudflare'],
  }),

  // A cached copy for every query: does the origin still work?
  behindBastion('ssh', {
    id: 'cache-masks-broken-origin-behind-a-bastion',
    sentence: 'every page comes from the cache, and the bastion sees that the application is down',
    ...COPY_OF_A_BROKEN_SITE,
    checks: [fromBastion(/^502$/)],
    expected: unhealthy('cache-masks-broken-origin'),
    not: ['origin-locked-to-cloudflare', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'healthy-cached-behind-a-bastion',
    sentence: 'every page comes from the cache, and the bastion sees that the origin works',
    ...COPY_OF_A_SITE,
    checks: [fromBastion(/^200$/)],
    expected: HEALTHY,
    not: ['cache-masks-broken-origin', 'runner-offline'],
  }),
  withoutCommand({
    id: 'origin-locked-to-cloudflare-and-down-under-a-copy',
    sentence: 'every page comes from the cache, and the origin, which is down, drops the runner',
    ...COPY_OF_A_BROKEN_SITE,
    expected: inconclusive('origin-locked-to-cloudflare'),
    not: ['cache-masks-broken-origin', 'origin-app-down'],
  }),
]
