import { nginxStylePage } from '../../lab/http/page.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { rawTextOf } from '../../src/domain/untrusted.ts'
import {
  response,
  unbrandedError,
  failedExchange,
  challenge,
  timedOutConnection,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  noResponse,
  edgeResponse,
  edgeError,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'

/** Cases of the causes that Cloudflare's responses and caches show, and of an origin's 503 and 429. */

const busy = (status: number, headers: Readonly<Record<string, string>> = {}): Exchange =>
  response(status, 'Server is too busy\n', headers)
const busyThrough = (status: number): Exchange => edgeResponse(status, 'Server is too busy\n')
const later = { 'retry-after': '3600' }
const closed = (headers: Readonly<Record<string, string>> = later): Exchange =>
  response(503, '<h1>Scheduled maintenance</h1>', headers)
const stale: Exchange = edgeResponse(200, 'old', { 'cf-cache-status': 'STALE', age: '90000' })
const APACHE =
  '<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>'
const WERKZEUG =
  '<p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>'

/** A Cloudflare error page that an application got from another zone, and passes on. */
export const relayed = (code: number): Exchange => {
  const page = edgeError(code)
  return page.kind === 'completed' ? response(page.head.status, rawTextOf(page.body.text)) : page
}

export const EDGE_CASES: Readonly<Record<string, readonly Case[]>> = {
  'origin-overloaded': [
    [
      'a 503 without a word of why',
      { edge: edgeResponse(503, nginxStylePage(503, 'nginx').body), origin: nginxError(503) },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      'both responses say it',
      { edge: busyThrough(503), origin: busy(503) },
      unhealthy('origin-overloaded', 'certain'),
    ],
    [
      'a limit of the hosting plan',
      {
        edge: edgeResponse(509, 'Bandwidth Limit Exceeded'),
        origin: response(509, 'Bandwidth Limit Exceeded'),
      },
      unhealthy('origin-overloaded', 'certain'),
    ],
    [
      'every client gets 429',
      { edge: edgeResponse(429), origin: plainError(429) },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      "Envoy's circuit breaker",
      {
        edge: edgeResponse(
          503,
          'upstream connect error or disconnect/reset before headers. reset reason: overflow',
        ),
        origin: response(
          503,
          'upstream connect error or disconnect/reset before headers. reset reason: overflow',
        ),
      },
      unhealthy('origin-overloaded', 'certain'),
    ],
    ['visitors are still served', { origin: busy(503) }, unhealthy('origin-overloaded', 'likely')],
    [
      'the origin was not probed',
      { edge: busyThrough(503), origin: undefined },
      unhealthy('origin-overloaded', 'likely'),
    ],
    ['only visitors get it', { edge: busyThrough(503) }, unhealthy('origin-overloaded', 'possible')],
    [
      'a server that asks to come again in seconds',
      {
        edge: edgeResponse(503, 'Busy', { 'retry-after': '5' }),
        origin: response(503, 'Busy', { 'retry-after': '5' }),
      },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      "the standing phrase of an application's 503",
      { edge: edgeResponse(503, WERKZEUG), origin: response(503, WERKZEUG) },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      'but not when it announces when to return',
      { edge: edgeResponse(503, 'Back soon', later), origin: response(503, 'Back soon', later) },
      unhealthy('origin-maintenance', 'certain'),
    ],
    [
      'but not when a proxy has no backend',
      { edge: edgeResponse(503, 'no healthy upstream'), origin: response(503, 'no healthy upstream') },
      unhealthy('origin-app-down', 'certain'),
    ],
    [
      'but not when a health check says what is down',
      { edge: edgeResponse(503, '{"status":"DOWN"}'), origin: response(503, '{"status":"DOWN"}') },
      unhealthy('origin-app-error', 'likely'),
    ],
    [
      'but not when Cloudflare made it',
      { edge: unbrandedError(503) },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'but not when a Worker made it',
      { edge: edgeError(1102) },
      unhealthy('cloudflare-worker-failed', 'certain'),
    ],
    [
      'but not when Cloudflare counts',
      { edge: edgeError(1015) },
      inconclusive('cloudflare-rate-limited', 'certain'),
    ],
    [
      'but not when Cloudflare alone is limited',
      { edge: edgeResponse(429) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when it is expected',
      { edge: edgeResponse(503), origin: plainError(503), request: { expectedStatus: [[503, 503]] } },
      healthy,
    ],
  ],
  'origin-maintenance': [
    [
      'it announces maintenance and its end',
      { edge: edgeResponse(503, 'Down for maintenance', later), origin: closed() },
      unhealthy('origin-maintenance', 'certain'),
    ],
    [
      'it says only when to return',
      { edge: edgeResponse(503, 'Closed', later), origin: response(503, 'Closed', later) },
      unhealthy('origin-maintenance', 'likely'),
    ],
    [
      'it says only that it is so',
      { edge: edgeResponse(503, 'Scheduled maintenance'), origin: closed({}) },
      unhealthy('origin-maintenance', 'likely'),
    ],
    [
      'until a date',
      {
        edge: edgeResponse(503, '', { 'retry-after': 'Mon, 23 Nov 2026 16:00:00 GMT' }),
        origin: response(503, '', { 'retry-after': 'Mon, 23 Nov 2026 16:00:00 GMT' }),
      },
      unhealthy('origin-maintenance', 'likely'),
    ],
    [
      'the direct probe is rejected',
      { edge: edgeResponse(503, '', later), origin: refusedConnection },
      unhealthy('origin-maintenance', 'likely'),
    ],
    ['visitors are still served', { origin: closed() }, unhealthy('origin-maintenance', 'likely')],
    [
      'only visitors get it',
      { edge: edgeResponse(503, '', later) },
      unhealthy('origin-maintenance', 'possible'),
    ],
    [
      'but not a date that has passed',
      {
        edge: edgeResponse(503, '', { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }),
        origin: response(503, '', { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }),
      },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      "but not Apache's phrase for a backend that is down",
      { edge: edgeResponse(503, APACHE), origin: response(503, APACHE) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'but not Varnish, which always says when',
      {
        edge: edgeResponse(503, 'Error 503 Backend fetch failed', { 'retry-after': '5' }),
        origin: response(503, 'Error 503 Backend fetch failed', { 'retry-after': '5' }),
      },
      unhealthy('origin-app-down', 'likely'),
    ],
    ['but not a page about it', { edge: edgeResponse(200, 'Scheduled maintenance') }, healthy],
  ],
  'cloudflare-worker-failed': [
    ['it throws', { edge: edgeError(1101) }, unhealthy('cloudflare-worker-failed', 'certain')],
    [
      'it uses too much',
      { edge: edgeError(1102), origin: undefined },
      unhealthy('cloudflare-worker-failed', 'likely'),
    ],
    [
      'it is gone',
      { edge: edgeError(1104), origin: refusedConnection },
      unhealthy('cloudflare-worker-failed', 'likely'),
    ],
    ['its day is used up', { edge: edgeError(1027) }, unhealthy('cloudflare-worker-failed', 'certain')],
    ['it asks itself', { edge: edgeError(1042) }, unhealthy('cloudflare-worker-failed', 'certain')],
    [
      'but not when the application relays the page of another zone',
      { edge: edgeError(1101), origin: relayed(1101) },
      unhealthy('origin-app-error', 'certain'),
    ],
    [
      'but not on a 500 of the application',
      { edge: edgeResponse(500, 'error 1101'), origin: response(500, 'error 1101') },
      unhealthy('origin-app-error', 'certain'),
    ],
    [
      'but not on a 500 from Cloudflare',
      { edge: unbrandedError(500) },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
  ],
  'cloudflare-zone-misconfigured': [
    [
      'no zone for the name',
      { edge: edgeError(1001) },
      unhealthy('cloudflare-zone-misconfigured', 'certain'),
    ],
    [
      'a host of another account',
      { edge: edgeError(1014), origin: undefined },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    ['a host that is new', { edge: edgeError(1018) }, unhealthy('cloudflare-zone-misconfigured', 'certain')],
    [
      'a record without a target',
      { edge: edgeError(1002) },
      unhealthy('cloudflare-zone-misconfigured', 'certain'),
    ],
    [
      'but not when a rule blocks',
      { edge: edgeError(1006) },
      inconclusive('cloudflare-waf-blocked', 'certain'),
    ],
    [
      'but not when the application relays it',
      { edge: edgeError(1001), origin: relayed(1001) },
      unhealthy('unexpected-status', 'certain'),
    ],
    ['but not a tunnel', { edge: edgeError(1033) }, unhealthy('cloudflare-tunnel-down', 'certain')],
    ['but not a target', { edge: edgeError(1016) }, unhealthy('dns-origin-unresolvable', 'likely')],
  ],
  'cache-masks-broken-origin': [
    [
      'past the cache it fails, and directly too',
      { edge: cachedResponse(), uncached: edgeError(502), origin: nginxError(502) },
      unhealthy('cache-masks-broken-origin', 'certain'),
    ],
    [
      'past the cache it fails, and we are refused',
      { edge: cachedResponse(), uncached: edgeError(521), origin: refusedConnection },
      unhealthy('cache-masks-broken-origin', 'certain'),
    ],
    [
      'a request that bypasses the cache gets a 4xx, and the direct probe is rejected: it may be the query string',
      { edge: cachedResponse(), uncached: edgeResponse(500), origin: plainError(403) },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'a request that bypasses the cache fails, and the origin was not probed',
      { edge: cachedResponse(), uncached: edgeError(502), origin: undefined },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'past the cache it fails, and the direct probe gets a response',
      { edge: cachedResponse(), uncached: edgeError(521) },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'the origin fails, and no request bypassed the cache',
      { edge: cachedResponse(), origin: plainError(500) },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'the origin fails under a copy past its time',
      { edge: stale, origin: plainError(500) },
      unhealthy('cache-masks-broken-origin', 'certain'),
    ],
    [
      'the origin speaks no HTTP',
      { edge: cachedResponse(), origin: failedExchange('processing', 'protocol', { received: 9 }) },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'a stale copy, and the direct probe is rejected',
      { edge: stale, origin: timedOutConnection },
      unhealthy('cache-masks-broken-origin', 'likely'),
    ],
    [
      'every query string gets a copy, and the origin was not probed',
      { edge: cachedResponse(), uncached: cachedResponse(), origin: undefined },
      inconclusive('cache-masks-broken-origin', 'possible'),
    ],
    [
      'a challenge past the cache says nothing',
      { edge: cachedResponse(), uncached: challenge('header'), origin: undefined },
      inconclusive('cache-masks-broken-origin', 'possible'),
    ],
    [
      'nor does a page that is not known by another query',
      { edge: cachedResponse(), uncached: edgeResponse(404), origin: undefined },
      inconclusive('cache-masks-broken-origin', 'possible'),
    ],
    [
      'but not when it is served past the cache',
      { edge: cachedResponse(), uncached: edgeResponse(200), origin: undefined },
      healthy,
    ],
    [
      'but not when a locked origin serves past the cache',
      { edge: cachedResponse(), uncached: edgeResponse(200), origin: timedOutConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when every request got a copy',
      { edge: cachedResponse(), uncached: cachedResponse(), origin: refusedConnection },
      inconclusive('origin-locked-to-cloudflare', 'possible'),
    ],
    ['but not when the origin is fine', { edge: cachedResponse(), uncached: edgeResponse(200) }, healthy],
    ['but not without a cache', { origin: plainError(500) }, unhealthy('origin-app-error', 'likely')],
    [
      'but not when the origin revalidated',
      { edge: edgeResponse(200, '', { 'cf-cache-status': 'REVALIDATED' }), origin: timedOutConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
  ],
}

/** Cases of a cause that is defined by the failures above. */
export const BLOCKED_CASES: readonly Case[] = [
  [
    'only Cloudflare gets a timeout',
    { edge: edgeError(524) },
    unhealthy('cloudflare-blocked-by-origin', 'possible'),
  ],
  [
    'but not when every client gets a timeout',
    { edge: edgeError(524), origin: noResponse },
    unhealthy('origin-response-timeout', 'certain'),
  ],
]
