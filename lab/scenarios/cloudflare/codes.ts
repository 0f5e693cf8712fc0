import type { CauseId } from '../../../src/domain/cause-id.ts'
import type { ErrorCode1xxx } from '../../edge/pages/errors.ts'
import { inconclusive, unhealthy, type Expectation, type Scenario } from '../scenario.ts'

const ONE_ROUND = { wait: '0s' } as const

interface CodeRow {
  readonly code: ErrorCode1xxx
  readonly status: number
  /** Completes "Cloudflare responds with …". */
  readonly sentence: string
  readonly expected: Expectation
  readonly not: readonly CauseId[]
}

const worker = (...says: readonly string[]): Expectation => ({
  ...unhealthy('cloudflare-worker-failed', 'certain'),
  says,
})

/** Codes that few zones ever see. */
const ROWS: readonly CodeRow[] = [
  {
    code: 1011,
    status: 403,
    sentence: 'a denial of hotlinks (1011)',
    expected: { ...inconclusive('cloudflare-waf-blocked'), says: ['1011', 'hotlink protection'] },
    not: ['unexplained', 'cloudflare-blocked-by-origin'],
  },
  {
    code: 1012,
    status: 403,
    sentence: 'a denial of access (1012)',
    expected: { ...inconclusive('cloudflare-waf-blocked'), says: ['1012', 'This runner gets'] },
    not: ['unexplained', 'cloudflare-blocked-by-origin'],
  },
  {
    code: 1106,
    status: 403,
    sentence: 'a ban of the address (1106)',
    expected: { ...inconclusive('cloudflare-waf-blocked'), says: ['1106', 'This runner gets'] },
    not: ['unexplained', 'cloudflare-worker-failed'],
  },
  {
    code: 1013,
    status: 403,
    sentence: 'a mismatch of Host header and server name (1013)',
    expected: {
      ...unhealthy('cloudflare-zone-misconfigured', 'certain'),
      says: ['1013', 'Remove `Host` from the `headers` input', "waiting won't fix this"],
      neverSays: ['nameservers'],
    },
    not: ['unexplained', 'cloudflare-waf-blocked'],
  },
  {
    code: 1022,
    status: 500,
    sentence: 'a failure to route to the Worker (1022)',
    expected: {
      ...unhealthy('cloudflare-edge-error', 'likely'),
      says: ['1022', "Don't change the zone's settings"],
      neverSays: ['roll back'],
    },
    not: ['unexplained', 'origin-app-error', 'cloudflare-worker-failed'],
  },
  {
    code: 1025,
    status: 429,
    sentence: 'the limits of the plan for Workers (1025)',
    expected: worker('1025', 'Upgrade the Workers plan'),
    not: ['unexplained', 'cloudflare-rate-limited', 'origin-overloaded'],
  },
  {
    code: 1103,
    status: 500,
    sentence: 'a Worker whose owner must contact the support (1103)',
    expected: worker('1103', 'Cloudflare Support'),
    not: ['unexplained'],
  },
  {
    code: 1199,
    status: 500,
    sentence: 'an undocumented failure of the Workers runtime (1199)',
    expected: { ...worker('1199', 'Workers runtime'), neverSays: ['roll back'] },
    not: ['unexplained', 'origin-app-error'],
  },
  {
    code: 1200,
    status: 503,
    sentence: 'a full queue for the origin (1200)',
    expected: { ...unhealthy('origin-overloaded', 'likely'), says: ['1200'] },
    not: ['unexplained', 'origin-maintenance'],
  },
  {
    code: 1201,
    status: 500,
    sentence: 'a Snippet that requests the origin twice (1201)',
    expected: worker('1201', 'Snippet'),
    not: ['unexplained'],
  },
  {
    code: 1203,
    status: 500,
    sentence: 'a Snippet over its CPU limit (1203)',
    expected: worker('1203', 'Snippet'),
    not: ['unexplained'],
  },
  {
    code: 1205,
    status: 503,
    sentence: 'a Snippet that is being deployed (1205)',
    expected: {
      ...worker('1205', 'Run this check again'),
      neverSays: ["waiting won't fix this", 'roll back'],
    },
    not: ['unexplained', 'origin-overloaded'],
  },
  {
    code: 1206,
    status: 500,
    sentence: 'a Snippet that throws (1206)',
    expected: worker('1206', 'Snippet'),
    not: ['unexplained', 'origin-app-error'],
  },
  {
    code: 1099,
    status: 409,
    sentence: 'a code that no page of its own describes (1099)',
    expected: {
      ...unhealthy('unexplained'),
      says: ['Cloudflare returns code 1099', 'cloudflare-1xxx-errors/'],
    },
    not: ['unexpected-status'],
  },
]

export const CLOUDFLARE_CODES: readonly Scenario[] = [
  ...ROWS.map(({ code, status, sentence, expected, not }): Scenario => ({
    id: `${expected.cause}-code-${code}`,
    sentence: `Cloudflare responds with ${sentence}`,
    setup: { edgeBehavior: `error-${code}` },
    inputs: ONE_ROUND,
    curl: { edge: status, direct: 200, edgeContains: new RegExp(String(code)) },
    expected,
    not,
  })),
  {
    id: 'cloudflare-tunnel-down-or-unresolvable',
    sentence: 'a custom error page hides the code of a 530',
    setup: { edgeBehavior: () => ({ status: 530, type: 'text/html', body: '<h1>Back soon</h1>' }) },
    inputs: ONE_ROUND,
    curl: { edge: 530, direct: 200 },
    // There are two reasons, and only one can lead.
    expected: { ...unhealthy('cloudflare-tunnel-down', 'possible'), says: ['1016', '1033'] },
    not: ['unexplained', 'origin-app-error'],
  },
  {
    id: 'cloudflare-zone-misconfigured-port',
    sentence: 'the URL has a port that Cloudflare does not proxy, and the origin is fine',
    // Cloudflare drops packets to such a port.
    setup: { runnerToEdge: 'drop' },
    inputs: {
      ...ONE_ROUND,
      url: 'https://www.shop.example:3053/',
      origin: '203.0.113.10:443',
      timeout: '2s',
    },
    curl: { edge: 'timeout', direct: 200 },
    expected: {
      ...unhealthy('cloudflare-zone-misconfigured', 'likely'),
      says: ['does not proxy port 3053', '2053, 2083, 2087, 2096, 8443', 'Use one of the proxied ports'],
      neverSays: ['support ticket', 'Run this check again'],
    },
    not: ['cloudflare-edge-error', 'runner-offline', 'origin-connect-timeout'],
  },
  {
    id: 'unexpected-status-redirect-to-closed-port',
    sentence: 'the site redirects to a port that Cloudflare does not proxy',
    setup: {
      edgeBehavior: () => ({
        status: 301,
        type: '',
        body: '',
        headers: { location: 'https://www.shop.example:3000/' },
      }),
    },
    inputs: { ...ONE_ROUND, timeout: '2s' },
    curl: { edge: 301, direct: 200 },
    expected: {
      ...unhealthy('unexpected-status'),
      says: ['redirects visitors to port 3000', 'does not proxy this port'],
    },
    not: ['cloudflare-edge-error', 'unexplained'],
  },
  {
    id: 'cloudflare-zone-misconfigured-no-certificate',
    sentence: 'Cloudflare has no certificate for the name, and the origin is fine',
    setup: { edgeCertificate: 'none' },
    inputs: ONE_ROUND,
    curl: { edge: 'tls', direct: 200 },
    expected: {
      ...unhealthy('cloudflare-zone-misconfigured', 'likely'),
      says: ['handshake_failure (40)', 'Universal SSL', 'SSL/TLS → Edge Certificates'],
      neverSays: ['support ticket'],
    },
    not: ['cloudflare-edge-error', 'tls-handshake-failed'],
  },
  {
    id: 'cloudflare-zone-misconfigured-no-certificate-without-origin',
    sentence: 'Cloudflare has no certificate for the name, and no origin is known',
    setup: { edgeCertificate: 'none' },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 'tls', direct: 200 },
    expected: unhealthy('cloudflare-zone-misconfigured', 'likely'),
    not: ['cloudflare-edge-error', 'tls-handshake-failed', 'unexplained'],
  },
]
