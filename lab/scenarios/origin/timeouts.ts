import { unhealthy, type Scenario } from '../scenario.ts'

/** Origins that accept a connection and then time out. */
export const ORIGIN_TIMEOUTS: readonly Scenario[] = [
  {
    id: 'origin-response-timeout-silent',
    sentence: 'the origin accepts the request and never responds',
    setup: { origin: 'silent' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'certain'),
    not: ['origin-connect-timeout', 'origin-app-timeout', 'slow-response', 'runner-offline'],
  },
  {
    id: 'origin-response-timeout-headers-drip',
    sentence: 'the response headers arrive one by one and never end',
    setup: { origin: 'headers-drip' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-headers-too-large', 'origin-malformed-response', 'slow-response'],
  },
  {
    id: 'origin-response-timeout-body-drip',
    sentence: 'the page arrives byte by byte, too slowly for any client',
    setup: { origin: 'body-drip' },
    // Cloudflare passes on each byte as it arrives, so its read timeout never expires.
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'slow-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-endless-stream',
    sentence: 'the page arrives in small chunks without end',
    setup: { origin: 'chunks-endless' },
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-silent-in-body',
    sentence: 'the origin stops sending in the middle of the page',
    setup: { origin: 'silent-in-body', limits: { connect: 500, read: 4000 } },
    curl: { edge: 'timeout', direct: 'timeout' },
    // The connection stays open, so the response isn't truncated: it times out.
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-hung-process',
    sentence:
      "the origin's process hangs: its kernel accepts connections, but no byte comes back, not even for TLS",
    setup: { origin: 'silent-on-accept' },
    curl: { edge: 525, direct: 'timeout' },
    // Cloudflare reports a failed handshake. But there is no alert and no reset, only a timeout.
    expected: unhealthy('origin-response-timeout'),
    not: ['tls-handshake-failed', 'origin-connect-timeout', 'tls-plaintext-port'],
  },
  {
    id: 'origin-response-timeout-nobody-asked',
    sentence: 'the origin never responds, and the check has no `origin` to probe',
    setup: { origin: 'silent' },
    inputs: { origin: '' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['unexplained', 'origin-app-timeout'],
  },
  {
    id: 'origin-response-timeout-short-patience',
    sentence: 'the origin never responds, and the check times out before Cloudflare does',
    setup: { origin: 'silent', limits: { connect: 500, read: 4000 } },
    inputs: { timeout: '1s' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['origin-connect-timeout', 'cloudflare-edge-error', 'runner-offline'],
  },
  {
    id: 'origin-response-timeout-of-the-new-origin',
    sentence: 'the new origin never responds, and Cloudflare still uses another one, which does',
    setup: { origin: 'silent', record: 'second', second: 'up' },
    curl: { edge: 200, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['origin-locked-to-cloudflare', 'cache-masks-broken-origin'],
  },
]
