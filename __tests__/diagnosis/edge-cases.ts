import { nginxStylePage } from '../../lab/http/page.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import {
  answer,
  bare,
  broken,
  challenged,
  dropped,
  fromCache,
  nginx,
  plain,
  refused,
  silent,
  through,
  told,
  type Case,
} from '../support/evidence.ts'

/** Cases of the causes that Cloudflare's answers and its caches tell of, and of what an origin says with 503 and 429. */

const busy = (status: number, headers: Readonly<Record<string, string>> = {}): Exchange =>
  answer(status, 'Server is too busy\n', headers)
const busyThrough = (status: number): Exchange => through(status, 'Server is too busy\n')
const later = { 'retry-after': '3600' }
const closed = (headers: Readonly<Record<string, string>> = later): Exchange =>
  answer(503, '<h1>Scheduled maintenance</h1>', headers)
const stale: Exchange = through(200, 'old', { 'cf-cache-status': 'STALE', age: '90000' })
const APACHE =
  '<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>'
const WERKZEUG =
  '<p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>'

/** An application that passes on what the API of another zone answered to it. */
/** The page for a code, passed on by an application that was told it. */
export const relayed = (code: number): Exchange => {
  const page = told(code)
  return page.kind === 'completed' ? answer(page.head.status, page.body.text) : page
}

export const EDGE_CASES: Readonly<Record<string, readonly Case[]>> = {
  'origin-overloaded': [
    [
      'a 503 without a word of why',
      { edge: through(503, nginxStylePage(503, 'nginx').body), origin: nginx(503) },
      'unhealthy origin-overloaded likely',
    ],
    [
      'it says so on both ways',
      { edge: busyThrough(503), origin: busy(503) },
      'unhealthy origin-overloaded certain',
    ],
    [
      'a limit of the hosting plan',
      { edge: through(509, 'Bandwidth Limit Exceeded'), origin: answer(509, 'Bandwidth Limit Exceeded') },
      'unhealthy origin-overloaded certain',
    ],
    [
      'everybody asked too often',
      { edge: through(429), origin: plain(429) },
      'unhealthy origin-overloaded likely',
    ],
    [
      "Envoy's circuit breaker",
      {
        edge: through(
          503,
          'upstream connect error or disconnect/reset before headers. reset reason: overflow',
        ),
        origin: answer(
          503,
          'upstream connect error or disconnect/reset before headers. reset reason: overflow',
        ),
      },
      'unhealthy origin-overloaded certain',
    ],
    ['visitors are served all the same', { origin: busy(503) }, 'unhealthy origin-overloaded likely'],
    [
      'nobody asked the origin',
      { edge: busyThrough(503), origin: undefined },
      'unhealthy origin-overloaded likely',
    ],
    ['visitors get it, we do not', { edge: busyThrough(503) }, 'unhealthy origin-overloaded possible'],
    [
      'a server that asks to come again in seconds',
      {
        edge: through(503, 'Busy', { 'retry-after': '5' }),
        origin: answer(503, 'Busy', { 'retry-after': '5' }),
      },
      'unhealthy origin-overloaded likely',
    ],
    [
      "the standing phrase of an application's 503",
      { edge: through(503, WERKZEUG), origin: answer(503, WERKZEUG) },
      'unhealthy origin-overloaded likely',
    ],
    [
      'but not when it announces when to return',
      { edge: through(503, 'Back soon', later), origin: answer(503, 'Back soon', later) },
      'unhealthy origin-maintenance certain',
    ],
    [
      'but not when a proxy has no backend',
      { edge: through(503, 'no healthy upstream'), origin: answer(503, 'no healthy upstream') },
      'unhealthy origin-app-down certain',
    ],
    [
      'but not when a health check says what is down',
      { edge: through(503, '{"status":"DOWN"}'), origin: answer(503, '{"status":"DOWN"}') },
      'unhealthy origin-app-error likely',
    ],
    ['but not when Cloudflare made it', { edge: bare(503) }, 'unhealthy cloudflare-edge-error likely'],
    ['but not when a Worker made it', { edge: told(1102) }, 'unhealthy cloudflare-worker-failed certain'],
    ['but not when Cloudflare counts', { edge: told(1015) }, 'inconclusive cloudflare-rate-limited certain'],
    [
      'but not when Cloudflare alone is limited',
      { edge: through(429) },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'but not when it is expected',
      { edge: through(503), origin: plain(503), asked: { expectedStatus: [[503, 503]] } },
      'healthy',
    ],
  ],
  'origin-maintenance': [
    [
      'it says so, and until when',
      { edge: through(503, 'Down for maintenance', later), origin: closed() },
      'unhealthy origin-maintenance certain',
    ],
    [
      'it says only when to return',
      { edge: through(503, 'Closed', later), origin: answer(503, 'Closed', later) },
      'unhealthy origin-maintenance likely',
    ],
    [
      'it says only that it is so',
      { edge: through(503, 'Scheduled maintenance'), origin: closed({}) },
      'unhealthy origin-maintenance likely',
    ],
    [
      'until a date',
      {
        edge: through(503, '', { 'retry-after': 'Mon, 23 Nov 2026 16:00:00 GMT' }),
        origin: answer(503, '', { 'retry-after': 'Mon, 23 Nov 2026 16:00:00 GMT' }),
      },
      'unhealthy origin-maintenance likely',
    ],
    [
      'we are not let in',
      { edge: through(503, '', later), origin: refused },
      'unhealthy origin-maintenance likely',
    ],
    ['visitors are served all the same', { origin: closed() }, 'unhealthy origin-maintenance likely'],
    [
      'visitors get it, we do not',
      { edge: through(503, '', later) },
      'unhealthy origin-maintenance possible',
    ],
    [
      'but not a date that has passed',
      {
        edge: through(503, '', { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }),
        origin: answer(503, '', { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }),
      },
      'unhealthy origin-overloaded likely',
    ],
    [
      "but not Apache's phrase for a backend that is down",
      { edge: through(503, APACHE), origin: answer(503, APACHE) },
      'unhealthy origin-app-down likely',
    ],
    [
      'but not Varnish, which always says when',
      {
        edge: through(503, 'Error 503 Backend fetch failed', { 'retry-after': '5' }),
        origin: answer(503, 'Error 503 Backend fetch failed', { 'retry-after': '5' }),
      },
      'unhealthy origin-app-down likely',
    ],
    ['but not a page about it', { edge: through(200, 'Scheduled maintenance') }, 'healthy'],
  ],
  'cloudflare-worker-failed': [
    ['it throws', { edge: told(1101) }, 'unhealthy cloudflare-worker-failed certain'],
    [
      'it uses too much',
      { edge: told(1102), origin: undefined },
      'unhealthy cloudflare-worker-failed likely',
    ],
    ['it is gone', { edge: told(1104), origin: refused }, 'unhealthy cloudflare-worker-failed likely'],
    ['its day is used up', { edge: told(1027) }, 'unhealthy cloudflare-worker-failed certain'],
    ['it asks itself', { edge: told(1042) }, 'unhealthy cloudflare-worker-failed certain'],
    [
      'but not when the application relays the page of another zone',
      { edge: told(1101), origin: relayed(1101) },
      'unhealthy origin-app-error certain',
    ],
    [
      'but not on a 500 of the application',
      { edge: through(500, 'error 1101'), origin: answer(500, 'error 1101') },
      'unhealthy origin-app-error certain',
    ],
    ['but not on a 500 of Cloudflare', { edge: bare(500) }, 'unhealthy cloudflare-edge-error likely'],
  ],
  'cloudflare-zone-misconfigured': [
    ['no zone for the name', { edge: told(1001) }, 'unhealthy cloudflare-zone-misconfigured certain'],
    [
      'a host of another account',
      { edge: told(1014), origin: undefined },
      'unhealthy cloudflare-zone-misconfigured likely',
    ],
    ['a host that is new', { edge: told(1018) }, 'unhealthy cloudflare-zone-misconfigured certain'],
    ['a record that leads nowhere', { edge: told(1002) }, 'unhealthy cloudflare-zone-misconfigured certain'],
    ['but not when a rule blocks', { edge: told(1006) }, 'inconclusive cloudflare-waf-blocked certain'],
    [
      'but not when the application relays it',
      { edge: told(1001), origin: relayed(1001) },
      'unhealthy unexpected-status certain',
    ],
    ['but not a tunnel', { edge: told(1033) }, 'unhealthy cloudflare-tunnel-down certain'],
    ['but not a target', { edge: told(1016) }, 'unhealthy dns-origin-unresolvable likely'],
  ],
  'cache-masks-broken-origin': [
    [
      'past the cache it fails, and directly too',
      { edge: fromCache(), uncached: told(502), origin: nginx(502) },
      'unhealthy cache-masks-broken-origin certain',
    ],
    [
      'past the cache it fails, and we are refused',
      { edge: fromCache(), uncached: told(521), origin: refused },
      'unhealthy cache-masks-broken-origin certain',
    ],
    [
      'past the cache it fails by an answer, and we are not let in: that may be the query string',
      { edge: fromCache(), uncached: through(500), origin: plain(403) },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'past the cache it fails, and nobody asked directly',
      { edge: fromCache(), uncached: told(502), origin: undefined },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'past the cache it fails, and we are answered',
      { edge: fromCache(), uncached: told(521) },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'the origin fails, and nobody asked past the cache',
      { edge: fromCache(), origin: plain(500) },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'the origin fails under a copy past its time',
      { edge: stale, origin: plain(500) },
      'unhealthy cache-masks-broken-origin certain',
    ],
    [
      'the origin speaks no HTTP',
      { edge: fromCache(), origin: broken('processing', 'protocol', { received: 9 }) },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'a copy past its time, and we are not let in',
      { edge: stale, origin: dropped },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'a copy for every query, and nobody asked directly',
      { edge: fromCache(), uncached: fromCache(), origin: undefined },
      'inconclusive cache-masks-broken-origin possible',
    ],
    [
      'a challenge past the cache says nothing',
      { edge: fromCache(), uncached: challenged('header'), origin: undefined },
      'inconclusive cache-masks-broken-origin possible',
    ],
    [
      'nor does a page that is not known by another query',
      { edge: fromCache(), uncached: through(404), origin: undefined },
      'inconclusive cache-masks-broken-origin possible',
    ],
    [
      'but not when it is served past the cache',
      { edge: fromCache(), uncached: through(200), origin: undefined },
      'healthy',
    ],
    [
      'but not when a locked origin serves past the cache',
      { edge: fromCache(), uncached: through(200), origin: dropped },
      'healthy ~ origin-locked-to-cloudflare',
    ],
    [
      'but not when nobody could see behind the copy',
      { edge: fromCache(), uncached: fromCache(), origin: refused },
      'inconclusive origin-locked-to-cloudflare possible',
    ],
    ['but not when the origin is fine', { edge: fromCache(), uncached: through(200) }, 'healthy'],
    ['but not without a cache', { origin: plain(500) }, 'unhealthy origin-app-error likely'],
    [
      'but not when the origin revalidated',
      { edge: through(200, '', { 'cf-cache-status': 'REVALIDATED' }), origin: dropped },
      'healthy ~ origin-locked-to-cloudflare',
    ],
  ],
}

/** What the neighbors of these causes have to say of the same evidence. */
export const BLOCKED_CASES: readonly Case[] = [
  ['Cloudflare alone waits in vain', { edge: told(524) }, 'unhealthy cloudflare-blocked-by-origin possible'],
  [
    'but not when nobody is answered',
    { edge: told(524), origin: silent },
    'unhealthy origin-response-timeout certain',
  ],
]
