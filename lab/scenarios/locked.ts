import { httpOrigin } from '../origins/server/http-origin.ts'
import type { HttpRequest } from '../origins/server/http1.ts'
import { send, sendHome, type HttpResponse } from '../origins/server/response.ts'
import type { OriginDefinition } from '../origins/origin.ts'
import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1', timeout: '6s' } as const
const LOCKED = { ...HEALTHY, notes: ['origin-locked-to-cloudflare'] } as const

/** On loopback, `cf-ipcountry` stands for Cloudflare's address. */
const fromCloudflare = ({ headers }: HttpRequest): boolean => 'cf-ipcountry' in headers
const withVisitor = ({ headers }: HttpRequest): boolean =>
  'cf-connecting-ip' in headers || 'x-forwarded-for' in headers

const servesOnly = (
  sentence: string,
  admits: (request: HttpRequest) => boolean,
  reject: (request: HttpRequest) => void,
): OriginDefinition =>
  httpOrigin(sentence, () => (request) => (admits(request) ? sendHome(request) : reject(request)))

const respond =
  (response: HttpResponse): ((request: HttpRequest) => void) =>
  (request) =>
    send(request, response)

const toItself = (request: HttpRequest): void => {
  const url = `https://${request.headers['host'] ?? ''}${request.path}`
  send(request, { status: 301, headers: [['Location', url]] })
}

const has =
  (header: string) =>
  ({ headers }: HttpRequest): boolean =>
    header in headers

const close = ({ stream }: HttpRequest): void => {
  stream.end()
}
const reset = ({ socket }: HttpRequest): void => {
  socket.resetAndDestroy()
}

const UNTRUSTED_PROXY = { status: 400, type: 'text/plain', body: '400: Bad Request' } as const

/** Origins that recognize Cloudflare by address, by header or by hanging up, and origins that reject its headers. */
export const LOCKED_ORIGINS: readonly Scenario[] = [
  {
    id: 'origin-locked-to-cloudflare-nginx-444',
    sentence: 'nginx closes every connection but those from Cloudflare, with TLS 1.2',
    network: 'namespace',
    setup: { origin: 'nginx-444-for-others' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'empty', edgeContains: /cf-cache-status: DYNAMIC/i },
    expected: { ...LOCKED, neverSays: ['crash'] },
    not: ['origin-empty-response', 'cache-masks-broken-origin'],
  },
  {
    id: 'origin-locked-to-cloudflare-closes',
    sentence: 'the origin closes the connections of everyone but Cloudflare after the request',
    setup: { origin: servesOnly('the origin closes on everyone else', fromCloudflare, close) },
    inputs: ONCE,
    curl: { edge: 200, direct: 'empty' },
    expected: LOCKED,
    not: ['origin-empty-response', 'cache-masks-broken-origin'],
  },
  {
    id: 'origin-locked-to-cloudflare-resets',
    sentence: 'the origin resets the connections of everyone but Cloudflare after the request',
    setup: { origin: servesOnly('the origin resets everyone else', fromCloudflare, reset) },
    inputs: ONCE,
    curl: { edge: 200, direct: 'reset' },
    expected: LOCKED,
    not: ['origin-reset', 'cache-masks-broken-origin'],
  },
  {
    id: 'origin-locked-to-cloudflare-closes-on-plain-http',
    sentence: 'under Flexible, the origin closes the connections of everyone but Cloudflare',
    setup: {
      ssl: 'flexible',
      origin: servesOnly('the origin closes on everyone else over plain HTTP', fromCloudflare, close),
    },
    inputs: { ...ONCE, origin: 'http://203.0.113.10', 'ssl-mode': 'flexible' },
    curl: { edge: 200, direct: 'empty' },
    expected: LOCKED,
    not: ['origin-empty-response', 'tls-plaintext-port'],
  },
  {
    id: 'origin-locked-to-cloudflare-drops-behind-a-cached-copy',
    sentence: 'the page is cached, the origin drops everyone but Cloudflare, and a changed query gets a MISS',
    setup: { runnerToOrigin: 'drop', edgeBehavior: 'cached' },
    inputs: { ...ONCE, timeout: '2s' },
    curl: { edge: 200, direct: 'timeout', edgeContains: /cf-cache-status: HIT/i },
    // The MISS is a fresh response from the origin.
    expected: LOCKED,
    not: ['cache-masks-broken-origin', 'origin-connect-timeout'],
  },
  {
    id: 'origin-locked-to-cloudflare-closes-behind-a-cached-copy',
    sentence: 'the page is cached for every query, and the origin closes the runner’s connections',
    setup: {
      origin: servesOnly('the origin closes on everyone else behind a cache', fromCloudflare, close),
      edgeBehavior: 'cached',
      zone: { cacheIgnoresQuery: true },
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 'empty', edgeContains: /cf-cache-status: HIT/i },
    expected: inconclusive('origin-locked-to-cloudflare'),
    not: ['cache-masks-broken-origin', 'origin-empty-response'],
  },
  {
    id: 'origin-locked-to-cloudflare-by-header',
    sentence: "the web server responds 404 to every request without Cloudflare's header for the visitor",
    setup: {
      origin: servesOnly('the origin requires CF-Connecting-IP', withVisitor, respond({ status: 404 })),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 404 },
    expected: { ...LOCKED, says: ['CF-Connecting-IP'] },
    not: ['unexpected-status', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-locked-to-cloudflare-by-header-closes',
    sentence: "the web server hangs up on every request without Cloudflare's header for the visitor",
    setup: { origin: servesOnly('the origin closes without CF-Connecting-IP', withVisitor, close) },
    inputs: ONCE,
    curl: { edge: 200, direct: 'empty' },
    expected: LOCKED,
    not: ['origin-empty-response', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-locked-to-cloudflare-needs-the-address',
    sentence: 'the application fails with 500 without the visitor’s address, which only Cloudflare sends',
    setup: {
      origin: servesOnly('the application requires X-Forwarded-For', withVisitor, respond({ status: 500 })),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 500 },
    expected: LOCKED,
    not: ['origin-app-error', 'unexpected-status'],
  },
  ...(['cf-connecting-ip', 'cf-ray'] as const).map((header): Scenario => ({
    id: `origin-locked-to-cloudflare-redirects-without-${header}`,
    sentence: `nginx redirects every request without \`${header}\` to the same URL, and so to Cloudflare`,
    setup: { origin: servesOnly(`the origin redirects without ${header}`, has(header), toItself) },
    inputs: ONCE,
    curl: { edge: 200, direct: 301 },
    expected: { ...LOCKED, says: ['CF-Ray'] },
    not: ['redirect-loop', 'unexpected-status'],
  })),
  {
    id: 'origin-locked-to-cloudflare-redirects-on-plain-http',
    sentence: 'under Flexible, port 80 redirects all requests without a Cloudflare header to HTTPS',
    setup: { ssl: 'flexible', origin: servesOnly('port 80 redirects the rest', has('cf-ray'), toItself) },
    inputs: { ...ONCE, origin: 'http://203.0.113.10', 'ssl-mode': 'flexible' },
    curl: { edge: 200, direct: 301 },
    expected: LOCKED,
    not: ['redirect-loop', 'unexpected-status'],
  },
  {
    id: 'origin-locked-to-cloudflare-redirects-elsewhere',
    sentence: 'the origin redirects every request without a Cloudflare header to another host',
    setup: {
      origin: servesOnly(
        'the origin redirects elsewhere',
        withVisitor,
        respond({ status: 302, headers: [['Location', 'https://elsewhere.example/']] }),
      ),
    },
    inputs: { ...ONCE, 'expected-body': 'shop' },
    curl: { edge: 200, direct: 302 },
    expected: LOCKED,
    not: ['origin-not-deployed', 'unexpected-status'],
  },
  {
    id: 'unexpected-status-while-served-from-elsewhere',
    sentence:
      "a 404 of the origin does not depend on the visitor's headers, while another origin serves visitors",
    setup: { origin: 'not-found', record: 'second', second: 'up' },
    inputs: ONCE,
    curl: { edge: 200, direct: 404 },
    expected: unhealthy('unexpected-status', 'likely'),
    not: ['origin-locked-to-cloudflare', 'edge-stale'],
  },
  {
    id: 'unexpected-status-untrusted-proxy',
    sentence: 'the application responds 400 to X-Forwarded-For from a proxy that it does not trust',
    setup: {
      origin: servesOnly(
        'the application trusts no proxy',
        (it) => !withVisitor(it),
        respond(UNTRUSTED_PROXY),
      ),
    },
    inputs: ONCE,
    curl: { edge: 400, direct: 200 },
    expected: {
      ...unhealthy('unexpected-status', 'likely'),
      says: ['X-Forwarded-For', /trusted.prox/i],
      neverSays: ['wrong `url`', 'published the page'],
    },
    not: ['cloudflare-blocked-by-origin', 'edge-stale', 'cloudflare-waf-blocked'],
  },
  {
    id: 'cloudflare-blocked-by-origin-by-header',
    sentence: 'a security module responds 403 to every request with a forwarded address',
    setup: {
      origin: servesOnly(
        'the origin blocks X-Forwarded-For',
        (it) => !withVisitor(it),
        respond({ status: 403 }),
      ),
    },
    inputs: ONCE,
    curl: { edge: 403, direct: 200 },
    expected: { ...unhealthy('cloudflare-blocked-by-origin', 'likely'), says: ['X-Forwarded-For'] },
    not: ['cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'origin-app-error-on-forwarded-address',
    sentence: 'the application raises an error on a forwarded address, and responds 500',
    setup: {
      origin: servesOnly(
        'the application detects a spoofed address',
        (it) => !withVisitor(it),
        respond({ status: 500 }),
      ),
    },
    inputs: ONCE,
    curl: { edge: 500, direct: 200 },
    expected: { ...unhealthy('origin-app-error', 'likely'), says: ['X-Forwarded-For'] },
    not: ['cloudflare-edge-error', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-blocked-by-origin-closes-on-header',
    sentence: 'the origin hangs up on every request with a forwarded address',
    setup: { origin: servesOnly('the origin closes on X-Forwarded-For', (it) => !withVisitor(it), close) },
    inputs: ONCE,
    curl: { edge: 520, direct: 200 },
    expected: { ...unhealthy('cloudflare-blocked-by-origin', 'likely'), says: ['X-Forwarded-For'] },
    not: ['origin-empty-response', 'cloudflare-edge-error'],
  },
]
