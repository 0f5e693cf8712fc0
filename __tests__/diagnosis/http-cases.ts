import type { Exchange } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  response,
  unbrandedError,
  failedExchange,
  encodedResponse,
  timedOutConnection,
  dnsElsewhere,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  malformedResponse,
  tlsSession,
  noResponse,
  edgeResponse,
  edgeError,
  noRoute,
  withHeadBytes,
  deviating,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'
import { withContent } from '../support/redirects.ts'

const OK = 'HTTP/1.1 200 OK\r\n'
const KB = 1024
const past = { dns: dnsElsewhere, trace: response(404) } as const
const cut = failedExchange('transfer', 'closed', { received: 900 })
const overflow = failedExchange('processing', 'protocol', {
  received: 300 * KB,
  code: 'TOO_LARGE',
})
const over2 = (
  exchange: Exchange,
): { readonly http2: { readonly agreed: true; readonly exchange: Exchange } } => ({
  http2: { agreed: true, exchange },
})
const rst = failedExchange('processing', 'reset', { code: 'RST_STREAM_INTERNAL_ERROR' })
const goaway = failedExchange('processing', 'closed', { code: 'GOAWAY_ENHANCE_YOUR_CALM' })

const unfinished = (page: Exchange): Exchange =>
  page.kind === 'completed' ? { ...page, body: { ...page.body, unfinished: true } } : page

/** A response from a server that ends its lines with LF. */
const sloppy = (status: number): Exchange => deviating(response(status), 'line-without-cr')

/** Cases of the causes about invalid responses and failed connections. */
export const HTTP_CASES: Readonly<Record<string, readonly Case[]>> = {
  'origin-malformed-response': [
    [
      'proxies usually tolerate it, and Cloudflare does',
      { origin: sloppy(200) },
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'the same past a cache',
      { edge: cachedResponse(), uncached: edgeResponse(200), origin: sloppy(200) },
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'proxies usually tolerate it, and Cloudflare serves a copy',
      { edge: cachedResponse(), origin: sloppy(200) },
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'proxies usually tolerate it, and it has the expected text',
      {
        edge: withContent(edgeResponse(200), { body: 'found' }),
        origin: withContent(sloppy(200), { body: 'found' }),
        request: { expectedBody: { kind: 'text', text: 'shop' } },
      },
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'only visitors get it, past Cloudflare',
      { ...past, edge: deviating(response(200), 'content-length-repeated') },
      healthy.withWarning('dns-not-proxied').withWarning('origin-malformed-response'),
    ],
    [
      'Cloudflare, which usually tolerates it, cannot use it',
      { edge: edgeError(520), origin: sloppy(200) },
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'Cloudflare cuts off the page in the middle',
      { edge: cut, origin: deviating(response(200), 'chunk-line-without-cr') },
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'but not when its status is the failure',
      { edge: edgeResponse(503), origin: sloppy(503) },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      'but not when its body is short',
      { edge: cut, origin: deviating(cut, 'line-without-cr') },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'but not when Cloudflare gets no connection',
      { edge: edgeError(521), origin: sloppy(200) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when proxies repair it',
      { edge: edgeError(520), origin: deviating(response(200), 'framing-without-body') },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'another protocol holds the port',
      { edge: edgeError(520), origin: malformedResponse('SSH-2.0-OpenSSH_9.2\r\n') },
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'a header without a colon',
      {
        edge: edgeError(520),
        origin: malformedResponse(`${OK}Warning  Undefined variable\r\n`, 'protocol', { headBytes: 60 }),
      },
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'two lengths, and Cloudflare brands it',
      {
        edge: edgeError(502),
        origin: malformedResponse(OK, 'protocol', {
          headBytes: 60,
          contentLength: ['1', '2'].map(untrusted),
        }),
      },
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'an unrequested upgrade',
      {
        edge: edgeError(520),
        origin: malformedResponse('HTTP/1.1 101 Switching Protocols\r\n\r\n', 'protocol', {
          headBytes: 36,
          deviations: [{ kind: 'unrequested-upgrade', offset: 34 }],
        }),
      },
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'a greeting, and a close',
      { edge: edgeError(520), origin: malformedResponse('220 mail.shop.example ESMTP') },
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'an interim response, and a close',
      { edge: edgeError(520), origin: malformedResponse('HTTP/1.1 100 Continue\r\n\r\n', 'closed') },
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'without Cloudflare, visitors get the same',
      { ...past, edge: malformedResponse('HELLO'), origin: malformedResponse('HELLO') },
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'visitors are still served',
      { origin: malformedResponse('HELLO') },
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'but not when the port speaks TLS',
      { edge: edgeError(520), origin: malformedResponse('\u0015\u0003\u0001\u0000\u0002') },
      unhealthy('unexplained', 'possible'),
    ],
    [
      'but not when a valid head is cut off',
      { edge: edgeError(520), origin: malformedResponse(`${OK}Server: ngi`, 'closed') },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'but not when there was nothing',
      { edge: edgeError(520), origin: failedExchange('processing', 'closed') },
      unhealthy('origin-empty-response', 'likely'),
    ],
  ],
  'origin-headers-too-large': [
    [
      'a little more than Cloudflare takes',
      { edge: edgeError(520), origin: withHeadBytes(response(200), 129 * KB) },
      unhealthy('origin-headers-too-large', 'certain'),
    ],
    [
      'more than we read',
      { edge: edgeError(520), origin: overflow },
      unhealthy('origin-headers-too-large', 'certain'),
    ],
    [
      'visitors get a copy, and we get more than we read',
      { edge: cachedResponse(), origin: overflow },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'Cloudflare has just taken it',
      { origin: withHeadBytes(response(200), 129 * KB) },
      healthy.withWarning('origin-headers-too-large'),
    ],
    [
      'but not when Cloudflare takes it',
      { edge: edgeError(520), origin: withHeadBytes(response(200), 128 * KB) },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
  ],
  'origin-truncated-response': [
    ['both get half a page', { edge: cut, origin: cut }, unhealthy('origin-truncated-response', 'certain')],
    [
      'a reset in the middle of the page',
      { edge: cut, origin: failedExchange('transfer', 'reset', { received: 9 }) },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'a chunk of no size',
      { edge: cut, origin: failedExchange('transfer', 'protocol', { received: 9 }) },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'Cloudflare cannot decompress it, and we see why',
      { edge: unbrandedError(502), origin: encodedResponse('corrupt') },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'the compressed page lacks its end',
      { edge: unbrandedError(502), origin: encodedResponse('truncated') },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'visitors are still served',
      { origin: encodedResponse('corrupt') },
      unhealthy('origin-truncated-response', 'likely'),
    ],
    [
      'visitors get half a page, and the origin was not probed',
      { edge: cut, origin: undefined },
      unhealthy('origin-truncated-response', 'likely'),
    ],
    [
      'visitors get half a page, we get a whole one',
      { edge: cut },
      unhealthy('origin-truncated-response', 'possible'),
    ],
    [
      'visitors get a page that does not decompress',
      { edge: encodedResponse('corrupt'), origin: undefined },
      unhealthy('origin-truncated-response', 'likely'),
    ],
    [
      'but a note when it was too long to check',
      { origin: encodedResponse('unchecked') },
      healthy.withNote('origin-truncated-response'),
    ],
    [
      'but a note when its end was not seen',
      { edge: unfinished(edgeResponse(200)) },
      healthy.withNote('origin-truncated-response'),
    ],
    [
      'but not a word about an error whose end was not seen',
      { edge: unfinished(edgeError(521)), origin: refusedConnection },
      unhealthy('origin-refused', 'certain'),
    ],
    [
      'but not when it decompresses',
      { edge: unbrandedError(502), origin: encodedResponse('sound') },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'but not when the end is still awaited',
      { edge: failedExchange('transfer', 'timeout'), origin: failedExchange('transfer', 'timeout') },
      unhealthy('origin-response-timeout', 'likely'),
    ],
  ],
  'origin-http2-broken': [
    [
      'the stream is reset',
      { edge: edgeError(520), recheck: over2(rst) },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'the connection is ended',
      { edge: edgeError(520), recheck: over2(goaway) },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'Cloudflare says 502',
      { edge: edgeError(502), recheck: over2(rst) },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'the server politely asks for HTTP/1.1',
      {
        edge: edgeError(520),
        recheck: over2(failedExchange('processing', 'reset', { code: 'RST_STREAM_HTTP_1_1_REQUIRED' })),
      },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'no client gets a response over HTTP/2',
      { edge: edgeError(524), recheck: over2(noResponse) },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'the page is cancelled in its middle',
      { edge: cut, recheck: over2(failedExchange('transfer', 'reset', { code: 'RST_STREAM_CANCEL' })) },
      unhealthy('origin-http2-broken', 'likely'),
    ],
    [
      'but not when the server does not offer it',
      { edge: edgeError(520), recheck: { http2: { agreed: false } } },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not when it works',
      { edge: edgeError(520), recheck: over2(response(200)) },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not when the second connection failed',
      { edge: edgeError(520), recheck: over2(refusedConnection) },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not when HTTP/1.1 fails too',
      { edge: edgeError(502), origin: nginxError(502), recheck: over2(rst) },
      unhealthy('origin-app-down', 'certain'),
    ],
  ],
  'origin-reset': [
    [
      'Cloudflare gets nothing it can use, we are reset',
      { edge: edgeError(520), origin: failedExchange('processing', 'reset', { tls: tlsSession() }) },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'in the middle of the headers',
      { edge: edgeError(520), origin: malformedResponse(`${OK}Server: ngi`, 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'Cloudflare says 522',
      { edge: edgeError(522), origin: failedExchange('processing', 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'without Cloudflare, no one gets a response',
      { ...past, edge: failedExchange('processing', 'reset'), origin: failedExchange('processing', 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'but not when Cloudflare just got a response',
      { origin: failedExchange('processing', 'reset') },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'in the middle of its headers, while visitors are served',
      { origin: failedExchange('processing', 'reset', { received: 9 }) },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'another origin responds, so it does not admit Cloudflare only',
      { origin: [failedExchange('processing', 'reset'), response(200)] },
      healthy.withWarning('origin-reset'),
    ],
    [
      'reported while connecting',
      { edge: edgeError(520), origin: failedExchange('connect', 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'reported by the handshake',
      { edge: edgeError(520), origin: failedExchange('tls', 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'reported by the handshake, and Cloudflare returns its own 502',
      { edge: unbrandedError(502), origin: failedExchange('tls', 'reset') },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'only the second request of a connection',
      {
        edge: edgeError(520),
        recheck: { keepAlive: { reused: true, exchange: failedExchange('processing', 'reset') } },
      },
      unhealthy('origin-reset', 'likely'),
    ],
    [
      'but not when the second request is answered',
      { edge: edgeError(520), recheck: { keepAlive: { reused: true, exchange: response(200) } } },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not when the origin says that it closes',
      { edge: edgeError(520), recheck: { keepAlive: { reused: false } } },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not behind TLS 1.3, where a demanded client certificate looks the same',
      { origin: failedExchange('processing', 'reset', { tls: tlsSession() }) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when it was never accepted',
      { edge: edgeError(521), origin: refusedConnection },
      unhealthy('origin-refused', 'certain'),
    ],
    [
      'but not after a whole head',
      { edge: cut, origin: failedExchange('transfer', 'reset', { received: 9 }) },
      unhealthy('origin-truncated-response', 'certain'),
    ],
  ],
  'origin-unreachable': [
    [
      'no client has a route',
      { edge: edgeError(523), origin: noRoute },
      unhealthy('origin-unreachable', 'certain'),
    ],
    [
      'Cloudflare finds none, and the origin was not probed',
      { edge: edgeError(523), origin: undefined },
      unhealthy('origin-unreachable', 'likely'),
    ],
    ['Cloudflare finds none, we do', { edge: edgeError(523) }, unhealthy('origin-unreachable', 'likely')],
    [
      'we find none, Cloudflare is dropped',
      { edge: edgeError(522), origin: noRoute },
      unhealthy('origin-unreachable', 'possible'),
    ],
    [
      'one of two origins, and the other responds',
      { origin: [response(200), noRoute] },
      healthy.withWarning('origin-unreachable'),
    ],
    [
      'but not when visitors are served',
      { origin: noRoute },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when it times out',
      { edge: edgeError(522), origin: timedOutConnection },
      unhealthy('origin-connect-timeout', 'likely'),
    ],
    [
      'but not when this runner finds no way anywhere',
      { edge: noRoute, trace: noRoute, origin: noRoute },
      inconclusive('runner-offline', 'likely'),
    ],
  ],
}

/** Failures of an origin that rejects Cloudflare's request headers, and their causes. */
export const HEADER_FAILURES: readonly (readonly [
  name: string,
  edge: Exchange,
  origin: Exchange,
  cause: string,
])[] = [
  ['returns 500', edgeResponse(500), plainError(500), 'origin-app-error'],
  ['returns 400', edgeResponse(400), plainError(400), 'unexpected-status'],
  ['resets', edgeError(520), failedExchange('processing', 'reset'), 'origin-reset'],
  ['hangs up', edgeError(520), failedExchange('processing', 'closed'), 'origin-empty-response'],
  ['compresses badly', unbrandedError(502), encodedResponse('corrupt'), 'origin-truncated-response'],
  ['answers in garbage', edgeError(520), malformedResponse('HELLO'), 'origin-malformed-response'],
]
