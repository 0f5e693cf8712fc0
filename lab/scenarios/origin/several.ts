import { DEFAULT_SETUP, type Setup } from '../../world/setup.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const BOTH = '203.0.113.10\n203.0.113.20'
const SWAPPED = '203.0.113.20\n203.0.113.10'
const ONCE = { wait: '0s', 'consecutive-successes': '1' } as const

/** Every second request goes to the second origin. The requests of a round start with the first one. */
const RECORD: Pick<Setup, 'record'> = { record: ['second', 'origin'] }
const ONLY_SECOND: Pick<Setup, 'record'> = { record: 'second' }
const SECOND_DROPS: Partial<Setup> = { silentHosts: ['second'], second: 'up' }

/** Sites with several origins, of which some fail. The order of `origin` must not matter. */
export const SEVERAL_ORIGINS: readonly Scenario[] = [
  {
    id: 'origin-connect-timeout-of-the-second-origin',
    sentence:
      'the first origin responds, the second one drops every connection, and Cloudflare uses the second',
    setup: { ...SECOND_DROPS, ...ONLY_SECOND },
    inputs: { ...ONCE, origin: BOTH },
    curl: { edge: 522, direct: 200 },
    expected: unhealthy('origin-connect-timeout', 'likely'),
    not: ['cloudflare-blocked-by-origin', 'dns-origin-mismatch'],
  },
  {
    id: 'origin-connect-timeout-of-the-first-origin',
    sentence: 'the same with the two lines of `origin` swapped',
    setup: { ...SECOND_DROPS, ...ONLY_SECOND },
    inputs: { ...ONCE, origin: SWAPPED },
    curl: { edge: 522, direct: 'timeout' },
    expected: unhealthy('origin-connect-timeout', 'likely'),
    not: ['cloudflare-blocked-by-origin', 'dns-origin-mismatch'],
  },
  {
    id: 'origin-connect-timeout-of-one-of-two-records',
    sentence: 'Cloudflare uses both origins in turn, and one of them drops every connection',
    setup: { ...SECOND_DROPS, ...RECORD },
    inputs: { origin: BOTH, wait: '10s', 'consecutive-successes': '3', timeout: '1s' },
    curl: { edge: 522, direct: 200 },
    expected: { ...unhealthy('origin-connect-timeout'), trend: 'intermittent' },
    not: ['cloudflare-blocked-by-origin', 'origin-overloaded'],
  },
  {
    id: 'origin-connect-timeout-of-one-of-two-records-swapped',
    sentence:
      'Cloudflare uses both origins in turn, one of them drops every connection, and it is listed first',
    setup: { ...SECOND_DROPS, ...RECORD },
    inputs: { origin: SWAPPED, wait: '10s', 'consecutive-successes': '3', timeout: '1s' },
    curl: { edge: 522, direct: 'timeout' },
    expected: { ...unhealthy('origin-connect-timeout'), trend: 'intermittent' },
    not: ['cloudflare-blocked-by-origin', 'origin-overloaded'],
  },
  {
    id: 'origin-refused-of-the-second-origin',
    sentence: 'the first origin responds, and the second one, which Cloudflare uses, is stopped',
    setup: { second: 'stopped', ...ONLY_SECOND },
    inputs: { ...ONCE, origin: BOTH },
    curl: { edge: 521, direct: 200 },
    expected: unhealthy('origin-refused', 'likely'),
    not: ['cloudflare-blocked-by-origin', 'dns-origin-mismatch'],
  },
  {
    id: 'origin-reset-of-the-second-origin',
    sentence: 'the first origin responds, and the second one, which Cloudflare uses, resets every connection',
    setup: { second: 'reset', ...ONLY_SECOND },
    inputs: { ...ONCE, origin: SWAPPED },
    curl: { edge: 520, direct: 'reset' },
    expected: unhealthy('origin-reset', 'likely'),
    not: ['cloudflare-blocked-by-origin', 'origin-refused'],
  },
  {
    id: 'tls-handshake-failed-of-the-second-origin',
    sentence: 'the first origin responds, and the second one, which Cloudflare uses, rejects the handshake',
    setup: { second: 'alert-internal-error', ...ONLY_SECOND },
    inputs: { ...ONCE, origin: SWAPPED },
    curl: { edge: 525, direct: 'tls' },
    expected: unhealthy('tls-handshake-failed', 'likely'),
    not: ['cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-empty-response-beside-a-stopped-origin',
    sentence: 'one origin is stopped, the other one closes without a response, and Cloudflare uses that one',
    setup: { origin: 'stopped', second: 'empty', ...ONLY_SECOND },
    inputs: { ...ONCE, origin: BOTH },
    curl: { edge: 520, direct: 'refused' },
    // The refusal does not explain a 520.
    expected: unhealthy('origin-empty-response', 'likely'),
    not: ['origin-refused', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-blocked-by-origin-of-both-origins',
    sentence: 'both origins respond to the runner, and drop packets from Cloudflare',
    setup: { second: 'up', edgeToOrigin: 'drop' },
    inputs: { ...ONCE, origin: BOTH },
    curl: { edge: 522, direct: 200 },
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['origin-connect-timeout'],
  },
  {
    id: 'healthy-one-of-two-origins-drops',
    sentence: 'Cloudflare uses the first origin, and the second one drops every connection',
    setup: { ...SECOND_DROPS, record: DEFAULT_SETUP.record },
    inputs: { ...ONCE, origin: SWAPPED },
    curl: { edge: 200, direct: 'timeout' },
    expected: { ...HEALTHY, warnings: ['origin-connect-timeout'] },
    not: ['origin-locked-to-cloudflare'],
  },
]
