import { unhealthy, type Scenario } from './scenario.ts'

/** Origins that accept, and let everybody wait. */
export const ORIGIN_SILENCE: readonly Scenario[] = [
  {
    id: 'origin-response-timeout-silent',
    sentence: 'the origin takes the request and never answers it',
    setup: { origin: 'silent' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'certain'),
    not: ['origin-connect-timeout', 'origin-app-timeout', 'slow-response', 'runner-offline'],
  },
  {
    id: 'origin-response-timeout-headers-drip',
    sentence: 'the headers of the answer come one by one, and never end',
    setup: { origin: 'headers-drip' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-headers-too-large', 'origin-malformed-response', 'slow-response'],
  },
  {
    id: 'origin-response-timeout-body-drip',
    sentence: 'the page comes byte by byte, too slowly for anybody',
    setup: { origin: 'body-drip' },
    // Cloudflare passes on each byte as it comes: there is always one more before its patience ends.
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'slow-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-endless-stream',
    sentence: 'the page comes in small chunks without end, as a stream of events does',
    setup: { origin: 'chunks-endless' },
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-silent-in-body',
    sentence: 'the origin falls silent in the middle of the page',
    setup: { origin: 'silent-in-body', limits: { connect: 500, read: 4000 } },
    curl: { edge: 'timeout', direct: 'timeout' },
    // Nothing is cut off while somebody waits: it stays silent.
    expected: unhealthy('origin-response-timeout'),
    not: ['origin-truncated-response', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-response-timeout-hung-process',
    sentence: 'the process of the origin hangs: its kernel accepts, and nobody says a word, not even of TLS',
    setup: { origin: 'silent-on-accept' },
    curl: { edge: 525, direct: 'timeout' },
    // Cloudflare calls it a failed handshake. No alert, no cut, nothing to do with certificates: it stays silent.
    expected: unhealthy('origin-response-timeout'),
    not: ['tls-handshake-failed', 'origin-connect-timeout', 'tls-plaintext-port'],
  },
  {
    id: 'origin-response-timeout-nobody-asked',
    sentence: 'the origin never answers, and the check knows no origin to ask',
    setup: { origin: 'silent' },
    inputs: { origin: '' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['unexplained', 'origin-app-timeout'],
  },
  {
    id: 'origin-response-timeout-short-patience',
    sentence: 'the origin never answers, and the check gives up sooner than Cloudflare does',
    setup: { origin: 'silent', limits: { connect: 500, read: 4000 } },
    inputs: { timeout: '1s' },
    curl: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['origin-connect-timeout', 'cloudflare-edge-error', 'runner-offline'],
  },
  {
    id: 'origin-response-timeout-of-the-new-origin',
    sentence: 'the new origin never answers, and Cloudflare still asks another one, which does',
    setup: { origin: 'silent', record: 'second', second: 'up' },
    curl: { edge: 200, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['origin-locked-to-cloudflare', 'cache-masks-broken-origin'],
  },
]
