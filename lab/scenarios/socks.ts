import { INTERNAL_NAME } from '../network/addresses.ts'
import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1', timeout: '3s' } as const

/** The origin admits Cloudflare and the proxy's address. */
const LOCKED = { runnerToOrigin: 'drop', socks: 'up' } as const

/** Runners whose only way out is a SOCKS proxy (`ALL_PROXY`). */
export const SOCKS: readonly Scenario[] = [
  {
    id: 'healthy-socks-locked-origin',
    sentence: "the origin admits only Cloudflare and the runner's SOCKS proxy, which carries the check",
    setup: LOCKED,
    inputs: ONCE,
    curl: { edge: 200, direct: 'timeout' },
    expected: { ...HEALTHY, neverSays: ['not admit', 'socks5:', 'c0rrect'] },
    not: ['origin-locked-to-cloudflare', 'origin-connect-timeout', 'runner-offline'],
  },
  {
    id: 'healthy-socks-internal-name',
    sentence: "only the runner's SOCKS proxy can resolve the name of the origin",
    network: 'namespace',
    setup: LOCKED,
    inputs: { ...ONCE, origin: INTERNAL_NAME },
    curl: { edge: 200, direct: 'unresolved' },
    expected: { ...HEALTHY, neverSays: ['does not resolve', 'web-7'] },
    not: ['dns-origin-unresolvable', 'dns-no-such-host', 'runner-offline'],
  },
  {
    id: 'origin-refused-behind-socks',
    sentence: "the runner's SOCKS proxy reports that the origin refuses the connection",
    setup: { ...LOCKED, origin: 'stopped' },
    inputs: ONCE,
    curl: { edge: 521, direct: 'timeout' },
    expected: unhealthy('origin-refused', 'certain'),
    not: ['origin-connect-timeout', 'runner-offline', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-unreachable-behind-socks',
    sentence:
      "the runner's SOCKS proxy reports that it has no route to the origin, and Cloudflare has none either",
    setup: { ...LOCKED, edgeToOrigin: 'host-unreachable', bastionToOrigin: 'host-unreachable' },
    inputs: ONCE,
    curl: { edge: 523, direct: 'timeout' },
    expected: unhealthy('origin-unreachable'),
    not: ['origin-connect-timeout', 'runner-offline'],
  },
  {
    id: 'healthy-socks-origin-drops-proxy',
    sentence: "the origin admits Cloudflare and drops the runner's SOCKS proxy, which sends no reply",
    setup: { ...LOCKED, bastionToOrigin: 'drop' },
    // Shorter than the proxy waits.
    inputs: { ...ONCE, timeout: '900ms' },
    curl: { edge: 200, direct: 'timeout' },
    expected: { ...HEALTHY, neverSays: ['does not accept connections'] },
    not: ['origin-connect-timeout', 'runner-offline'],
  },
  {
    id: 'healthy-socks-origin-closes',
    sentence: 'the origin closes every connection but those from Cloudflare, also those from the SOCKS proxy',
    network: 'namespace',
    setup: { ...LOCKED, origin: 'nginx-444-for-others' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'timeout' },
    expected: HEALTHY,
    not: ['origin-empty-response', 'origin-reset', 'runner-offline'],
  },
  {
    id: 'runner-offline-socks-closed',
    sentence: "nothing listens on the port of the runner's SOCKS proxy",
    setup: { ...LOCKED, socks: 'closed' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'timeout' },
    expected: {
      ...inconclusive('runner-offline'),
      says: ["the runner's proxy cannot be reached"],
      neverSays: ['c0rrect'],
    },
    not: ['origin-refused', 'origin-connect-timeout', 'cloudflare-edge-error'],
  },
  {
    id: 'runner-offline-socks-password',
    sentence: "the runner's SOCKS proxy has a new password",
    setup: { ...LOCKED, socks: 'new-password' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'timeout' },
    expected: {
      ...inconclusive('runner-offline'),
      says: ["the runner's proxy rejected the login"],
      neverSays: ['c0rrect', 'battery'],
    },
    not: ['origin-refused', 'origin-connect-timeout', 'cloudflare-access-required'],
  },
]
