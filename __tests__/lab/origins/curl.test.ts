import { expect, test } from '@jest/globals'
import { ORIGIN_KINDS, findOrigin, type OriginKind } from '../../../lab/origins/index.ts'
import { missingPackages } from '../../../lab/origins/programs/program.ts'
import { visit, type CurlRequest, type Via } from './visit.ts'
import { COMPLETE, NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

type Outcome = number | string

/** What plain curl gets. Proves that the origin does what its sentence says. */
interface Expected {
  /** Over TLS, by HTTP/1.1. */
  readonly https: Outcome
  /** On the plain port and over HTTP/2. Default: the same. */
  readonly http?: Outcome
  readonly h2?: Outcome
  /** Matches headers, body or curl's messages. */
  readonly contains?: RegExp
  /** Further arguments of curl. */
  readonly args?: readonly string[]
}

/** With --compressed, each build of curl sends another Accept-Encoding. */
const IDENTITY = ['-H', 'accept-encoding: identity']

const both = (outcome: Outcome, contains?: RegExp): Expected => ({
  https: outcome,
  ...(contains && { contains }),
})
const tls = (outcome: Outcome, contains?: RegExp): Expected => ({ ...both(outcome, contains), http: 200 })
const h2 = (outcome: Outcome, contains?: RegExp): Expected => ({ ...both(200, contains), h2: outcome })

const SHOP = /Welcome to the shop/

const EXPECTED: Readonly<Record<OriginKind, Expected>> = {
  up: both(200, SHOP),
  slow: both(200, SHOP),
  'old-build': both(200, /Welcome to the old shop/),
  'default-page': both(200, /Welcome to nginx!/),
  blank: both(200, /content-length: 0/i),
  'no-content': both(204),
  'no-head': both(200),
  'early-hints': both(200, /103 Early Hints/),
  processing: both(200, /102 Processing/),
  'closes-after-answer': both(200, /connection: close/i),
  'article-about-522': both(200, /id="cf-error-details"/),
  'article-about-502': both(200, /<title>502 Bad Gateway/),
  'injected-script': both(200, /challenge-platform/),
  'not-found': both(404),
  gone: both(410),
  forbidden: both(403),
  login: both(401, /www-authenticate: Basic/i),

  'app-error': both(500, /<center>nginx/),
  'app-error-json': both(500, /"error":"internal"/),
  'app-error-stack': both(500, /Traceback/),
  'app-error-501': both(501),
  'database-down': both(500, /Error establishing a database connection/),
  'app-down': both(502, /<center>nginx/),
  'app-timeout': both(504, /504 Gateway Time-out/),
  'partly-down': both(200, SHOP),
  overloaded: both(503, /503 Service Temporarily Unavailable/),
  'overloaded-text': both(503, /too busy/),
  'rate-limited': both(429, /retry-after: 30/i),
  'bandwidth-exceeded': both(509),
  maintenance: both(503, /retry-after: 3600/i),
  'maintenance-date': both(503, /retry-after: \w+, \d+ \w+ \d+ .* GMT/i),
  'alb-no-target': both(503, /awselb/),
  'envoy-overflow': both(503, /reset reason: overflow/),
  'envoy-no-upstream': both(503, /no healthy upstream/),
  'traefik-no-server': both(503, /no available server/),
  'google-502': both(502, /via: 1.1 google/i),
  'render-502': both(502, /x-render-routing: no-server/),
  'railway-502': both(502, /x-railway-fallback: true/),

  'forces-https': { https: 200, http: 301, contains: /location: https:/i },
  'forces-http': { https: 301, http: 200, contains: /location: http:/i },
  'redirects-to-itself': both(301, /location: https?:\/\/[^/]+\/\r/i),
  'redirects-in-circles': both(302, /location: \/en/i),
  'redirects-between-schemes': both(301, /location: http/i),
  'redirects-forever': both(302, /location: \/session\/1/i),
  'redirects-to-login': both(302, /location: \/login/i),
  'redirects-for-cookie': both(302, /set-cookie: region=eu/i),
  'redirects-to-error': both(302, /location: \/error/i),
  'redirects-elsewhere': both(301, /location: https:\/\/shop.elsewhere.example/i),
  'redirects-to-localhost': both(302, /location: http:\/\/localhost:3000/i),
  'redirects-nowhere': both(302),

  stopped: both('refused'),
  'https-closed': tls('refused'),
  'http-closed': { https: 200, http: 'refused' },
  'closes-on-accept': { https: 'tls', http: 'empty' },
  'resets-on-accept': { https: 'tls', http: 'reset', contains: /reset by peer/ },
  'silent-on-accept': both('timeout'),
  'resets-before-request': both('reset', /reset by peer/),
  empty: both('empty'),
  reset: both('reset', /reset by peer/),
  'resets-in-head': both('reset', /reset by peer/),
  'closes-in-head': both(200, /HTTP\/1.1 200 OK/),
  silent: both('timeout', /0 bytes received/),
  'silent-after-head': both('timeout', /content-length: 65/i),
  'silent-in-body': both('timeout', /20 out of 65 bytes/),
  'blocks-cloudflare-403': both(200),
  'blocks-cloudflare-429': both(200),
  'blocks-cloudflare-empty': both(200),
  'blocks-cloudflare-reset': both(200),
  'blocks-cloudflare-silent': both(200),
  'only-cloudflare': both(403),

  garbage: both('protocol', /HTTP\/0.9/),
  binary: both('protocol'),
  'ssh-banner': both('protocol'),
  'smtp-banner': both('protocol'),
  'bare-html': both('protocol', /HTTP\/0.9/),
  'bad-version': both('protocol', /Unsupported HTTP version/),
  'bad-status': both('protocol'),
  // curl minds only what it could not read. That the bytes are as they are output to be is enough.
  'bad-header-name': both(200, /X Powered By: PHP/),
  'header-nul': both('protocol', /Nul byte in header/),
  'folded-header': both(200, /X-Cart: a/),
  'header-without-colon': both('protocol', /without colon/),
  'headers-129k': both(200, /basket=x{1000}/),
  'headers-300k': both('reset', /Too large response headers/),
  'header-line-200k': both('exit 27'),
  'headers-100k': both(200, /basket=x{1000}/),
  'duplicate-length': both(200, /Content-Length: 65\r\n[^]*Content-Length: 5\r\n/),
  'length-and-chunked': both(200, /Content-Length: 5\r\n[^]*Transfer-Encoding: chunked/),
  'negative-length': both('protocol', /Content-Length:/),
  'invalid-length': both('protocol', /Content-Length:/),
  'unsolicited-100': both('empty', /100 Continue/),
  'unsolicited-101': both('empty', /101 Switching Protocols/),
  'two-responses': both(200, /Excess found/),
  'fastcgi-headers': both('protocol'),

  'short-body': both('partial', /bytes remaining to read/),
  'short-body-reset': both('reset', /reset by peer/),
  'bad-chunk-size': both('reset', /[Cc]hunk/),
  'chunk-cut': both('partial'),
  'chunks-without-end': both('partial', SHOP),
  'chunks-reset': both('reset', /reset by peer/),
  gzip: both(200, SHOP),
  'gzip-corrupt': both('encoding'),
  // curl doesn't detect it. Node's zlib does, in behavior.test.ts.
  'gzip-truncated': both(200),
  'gzip-without-trailer': both(200),
  'gzip-wrong-length': both('partial'),
  'gzip-in-name-only': both('encoding'),
  'gzip-bomb': { https: 200, args: ['-o', '/dev/null'] },
  'brotli-corrupt': both('encoding'),

  'length-trailing-space': both(200),
  'length-trailing-tab': both(200),
  'length-many-blanks': both(200),
  'length-inner-space': both(200),
  'length-word': both('protocol'),
  'length-twice': both(200),
  'length-list': both(200),
  'length-three-times': both(200),
  'length-after-chunked': both(200),
  'length-of-chunks': both(200),
  'continue-then-page': both(200, /100 Continue[^]*200 OK/),
  'continue-twice': both(200, /100 Continue[^]*100 Continue[^]*200 OK/),
  'continue-with-fields': both(200, /100 Continue/),
  'continue-byte-by-byte': both(200, /100 Continue/),
  'continue-then-503': both(503),
  'space-before-colon': both(200, /X-Cart : a/),
  'tab-before-colon': both(200),
  'space-before-length': both(200),
  'header-name-utf8': both(200),
  'lf-only': both(200, SHOP),
  'lf-only-byte-by-byte': both(200, SHOP),
  'lf-only-chunked': both(200, SHOP),
  'lf-only-once': both(200, SHOP),
  'lf-only-503': both(503),
  'folded-tab': both(200),
  'folded-byte-by-byte': both(200),
  'empty-line-first': both('protocol'),
  'chunk-blank-after-size': both(200, SHOP),
  'chunk-blank-before-extension': both(200, SHOP),
  'chunk-empty-extension': both(200, SHOP),
  'chunk-extensions': both(200, SHOP),
  'trailer-length': both(200, SHOP),
  'trailer-cookie': both(200, SHOP),
  'trailer-valid': both(200, SHOP),
  'chunked-twice': both(200),
  'chunked-list': both(200),
  'identity-chunked': both(200),
  'http-1.0': both(200, SHOP),
  'until-close': both(200, SHOP),
  'long-page': both(200),
  'long-gzip': { https: 200, args: ['-o', '/dev/null'] },
  'version-2.0': both(200),
  'version-0.9': both('protocol', /HTTP version/),
  'version-rtsp': both('protocol'),
  'reason-nul': both('protocol', /Nul byte in header/),
  'reason-escape': both(200),
  'indented-first-header': both('exit 43'),
  'header-bare-cr': both(200),
  'lengths-list-differ': both(200),
  'lf-only-short-body': both('partial'),
  'lf-only-bad-chunk': both('reset'),
  'lf-only-in-head': both(200),
  'long-page-short': both('partial'),
  'long-chunks-bad': both('reset'),
  'long-gzip-corrupt': both('encoding'),
  'long-gzip-cut': both(200),
  'until-close-reset': both('reset', /reset by peer/),
  'until-close-reset-late': both('reset', /reset by peer/),
  'until-close-reset-1.0': both('reset', /reset by peer/),
  'chunk-longer': both('reset'),
  'length-and-bad-chunk': both('reset'),

  // Plain requests. What they reject is in rejects-cloudflare.test.ts.
  'chokes-on-brotli': { https: 200, args: IDENTITY },
  'chokes-on-forwarded-proto': both(200),
  'chokes-on-cdn-loop': both(200),
  'gzip-corrupt-when-accepted': { https: 200, args: IDENTITY },

  'headers-drip': both('timeout', /X-Header-1: x/),
  'headers-endless': both('reset', /Too large response headers/),
  'body-drip': both('timeout', /out of 65 bytes/),
  'body-endless': both('timeout', SHOP),
  'chunks-endless': both('timeout', /chunked/),
  'event-stream': both('timeout', /text\/event-stream/),
  'body-1g': both('too big', /Content-Length: 1073741824/),

  'every-third-502': both(200),
  'every-third-reset': both(200),
  'every-second-503': { https: 200, http: 503 },
  'fails-first-two': both(502),
  'dies-after-requests': both(200),
  'sheds-load': both(200),
  'closes-idle-early': both(200),
  'one-request-a-connection': both(200),
  'closes-unannounced': both(200, /connection: keep-alive/i),

  h2: h2(200, /HTTP\/2 200/),
  'h2-only': { https: 'tls', http: 200, h2: 200 },
  'h2-reset-internal-error': h2('protocol', /INTERNAL_ERROR/),
  'h2-reset-protocol-error': h2('protocol', /PROTOCOL_ERROR/),
  'h2-reset-refused': h2('reset', /REFUSED_STREAM/),
  'h2-reset-cancel': h2('protocol', /CANCEL/),
  // curl retries over HTTP/1.1.
  'h2-reset-http-1.1-required': h2(200, /HTTP_1_1_REQUIRED/),
  'h2-cancel-in-body': h2('protocol', /CANCEL/),
  'h2-error-in-body': h2('protocol', /INTERNAL_ERROR/),
  'h2-goaway': h2('protocol'),
  'h2-goaway-calm': h2('protocol', /GOAWAY|closed/i),
  'h2-bad-frame': h2('empty'),
  'h2-bad-headers': h2('empty'),
  'h2-http1-bytes': h2('empty'),
  'h2-silent': h2('timeout', /ALPN: server accepted h2/),
  'h2-closes': h2('partial', /ALPN: server accepted h2/),

  'alert-handshake-failure': tls('tls', /handshake failure/),
  'alert-access-denied': tls('tls', /access denied/),
  'alert-decode-error': tls('tls', /decode error/),
  'alert-insufficient-security': tls('tls', /insufficient security/),
  'alert-protocol-version': tls('tls', /protocol version/),
  'alert-internal-error': tls('tls', /internal error/),
  'alert-unrecognized-name': tls('tls', /unrecognized name/),
  'alert-no-application-protocol': tls('tls', /no application protocol/),
  'tls-1.0-only': tls('tls', /TLSv1.0 \(IN\)|protocol version/),
  'tls-1.1-only': tls('tls', /TLSv1.1 \(IN\)|protocol version/),
  'tls-1.2-only': both(200, /TLSv1.2 \/ /),
  'tls-1.3-only': both(200, /TLSv1.3 \/ /),
  'no-common-cipher': tls('tls', /handshake failure/),
  'http-on-443': tls('tls', /wrong version number/),
  'tls-on-80': { https: 200, http: 'empty' },
  'handshake-closed': tls('tls'),
  'handshake-reset': tls('tls', /reset by peer/),
  'handshake-silent': tls('timeout'),
  'handshake-garbage': tls('tls'),
  'no-sni': both(200, /subject: CN=old-www.shop.example/),
  'client-certificate-tls-1.3': tls('reset', /certificate required/),
  'client-certificate-tls-1.2': tls('tls', /handshake failure/),
  'client-certificate-optional': both(200, /Request CERT/),

  'nginx-up': both(200, SHOP),
  'nginx-http2': h2(200, /HTTP\/2 200/),
  'nginx-gzip': both(200, /content-encoding: gzip/i),
  'nginx-slow-app': both(200, SHOP),
  'nginx-app-down': both(502, /<center>nginx/),
  'nginx-app-crashing': both(502, /<center>nginx/),
  'nginx-app-prints-warning': both('protocol', /HTTP\/0.9/),
  'nginx-app-big-headers': both(502, /<center>nginx/),
  'nginx-app-dies': both(200, SHOP),
  'nginx-app-timeout': both(504, /504 Gateway Time-out/),
  'nginx-app-error': both(500, /Internal Server Error/),
  'nginx-custom-502': both(502, /We will be right back/),
  'nginx-502-as-200': both(200, /We will be right back/),
  'nginx-maintenance': both(503, /retry-after: 600/i),
  'nginx-444': both('empty'),
  'nginx-rejects-handshake': tls('tls', /unrecognized name/),
  'nginx-client-certificate': tls(400, /No required SSL certificate was sent/),
  // No client on loopback has a Cloudflare address.
  'nginx-only-cloudflare': both(403),
  'nginx-444-for-others': both('empty'),
  'nginx-denies-cloudflare': both(200),
  'nginx-closes-on-cloudflare': both(200),
  'nginx-limits-503': both(200),
  'nginx-limits-429': both(200),
  'nginx-default-server': both(200, /subject: CN=old-www.shop.example/),
  'nginx-keepalive-short': both(200, SHOP),
  'nginx-http-on-443': tls('tls', /wrong version number/),
  'nginx-tls-on-80': { https: 200, http: 400, contains: /The plain HTTP request was sent to HTTPS port/ },
  'nginx-forces-https': { https: 200, http: 301, contains: /location: https:/i },

  'haproxy-up': both(200, SHOP),
  'haproxy-h2': h2(200, /HTTP\/2 200/),
  'haproxy-app-down': both(503, /No server is available/),
  'haproxy-no-server': both(503, /No server is available/),
  'haproxy-app-crashing': both(502, /invalid or incomplete response/),
  'haproxy-h2-app-crashing': { https: 502, h2: 'reset', contains: /REFUSED_STREAM/ },
  'haproxy-app-timeout': both(504, /didn't respond in time/),
  'haproxy-app-dies': both(200, SHOP),
  'haproxy-queue-full': both(200, SHOP),
  'haproxy-limits-429': both(200),
  'haproxy-closes': both('empty'),
  'haproxy-client-certificate': tls('reset', /certificate required/),
  'haproxy-strict-sni': tls('tls', /alert/),

  'apache-up': both(200, SHOP),
  'apache-app-down': both(503, /Service Unavailable/),
  'apache-app-crashing': both(502, /502 Proxy Error/),
  'apache-app-timeout': both(502, /502 Proxy Error/),
  'apache-app-error': both(500, /Internal Server Error/),
  'apache-forbidden': both(403),
  'apache-maintenance': both(503, /retry-after: 1800/i),
  'apache-tls-on-80': {
    https: 200,
    http: 400,
    contains: /speaking plain HTTP to an SSL-enabled server port/,
  },
  'apache-forces-https': { https: 204, http: 301, contains: /location: https:/i },

  'varnish-up': both(200, /via: .*varnish/i),
  'varnish-app-down': both(503, /Guru Meditation/),
  'varnish-app-crashing': both(503, /Guru Meditation/),
  'varnish-app-timeout': both(503, /Guru Meditation/),

  'caddy-up': both(200, SHOP),
  'caddy-app-down': both(502, /server: Caddy/i),
  'caddy-app-crashing': both(502, /content-length: 0/i),
  'caddy-app-timeout': both(504, /server: Caddy/i),
  'caddy-other-site': { https: 'tls', http: 200, contains: /internal error/ },
}

/** Origins with the packages that are missing for them. */
const rows = await Promise.all(
  ORIGIN_KINDS.map(async (kind) => {
    const { sentence, packages = [] } = findOrigin(kind)
    return { kind, sentence, missing: (await missingPackages(packages)).join(', ') }
  }),
)
const here = rows.filter(({ missing }) => missing === '' || COMPLETE)
const elsewhere = rows.filter((row) => !here.includes(row))

onLinux(NEEDS_PROGRAMS).describe('curl gets what the sentence says', () => {
  test.concurrent.each(here)('$kind: $sentence', async ({ kind }) => {
    const { https, http = https, h2, contains, args = [] } = EXPECTED[kind]
    const wanted: Partial<Record<Via, Outcome>> = { https, http, ...(h2 !== undefined && { h2 }) }
    const request = (via: Via): CurlRequest => ({
      via,
      args: wanted[via] === 'timeout' ? [...args, '--max-time', '1'] : args,
    })
    const curled = await visit(kind, async ({ curlEach }) => [
      ...(await curlEach([request('https'), request('http')])),
      // Curl could use the first connection again.
      ...(h2 === undefined ? [] : await curlEach([request('h2')])),
    ])
    expect(curled.map(({ outcome }) => outcome)).toEqual(Object.values(wanted))
    if (contains) expect(curled.map(({ output }) => output).join('')).toMatch(contains)
  })
  if (elsewhere.length > 0)
    test.skip.each(elsewhere)('$kind: Debian package $missing is not installed', () => {})
})
