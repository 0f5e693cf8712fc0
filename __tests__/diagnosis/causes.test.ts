import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  answer,
  bare,
  broken,
  challenged,
  dropped,
  elsewhere,
  failing,
  fromCache,
  inWords,
  nginx,
  plain,
  refused,
  seen,
  session,
  silent,
  tell,
  through,
  told,
  trace,
  unreachable,
  unresolved,
  type Case,
} from '../support/evidence.ts'
import { AWAY_CASES, CONTENT_CASES } from './content-cases.ts'
import { DNS_CASES } from './dns-cases.ts'
import { BLOCKED_CASES, EDGE_CASES, relayed } from './edge-cases.ts'
import { HTTP_CASES } from './http-cases.ts'
import { TLS_CASES } from './tls-cases.ts'
import { FIGURE_CASES, ZONE_CASES } from './zone-cases.ts'

const HAPROXY =
  '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>'
const MUTE = broken('processing', 'closed')
const nowhere = { trace: unresolved, origin: unreachable } as const
const unsaid = { dns: failing('server-failure'), edge: unresolved, trace: unresolved } as const
const past = { dns: elsewhere, trace: answer(404) } as const

const CASES: Readonly<Record<string, readonly Case[]>> = {
  ...EDGE_CASES,
  ...ZONE_CASES,
  ...DNS_CASES,
  ...HTTP_CASES,
  ...CONTENT_CASES,
  'origin-refused': [
    [
      'Cloudflare and we are refused',
      { edge: told(521), origin: refused },
      'unhealthy origin-refused certain',
    ],
    [
      'Cloudflare is refused, and we did not ask',
      { edge: told(521), origin: undefined },
      'unhealthy origin-refused likely',
    ],
    [
      'Cloudflare is refused, we are dropped',
      { edge: told(521), origin: dropped },
      'unhealthy origin-refused likely',
    ],
    [
      'Cloudflare is dropped, we are refused',
      { edge: told(522), origin: refused },
      'unhealthy origin-refused possible',
    ],
    [
      'past Cloudflare, visitors are refused too',
      { ...past, edge: refused, origin: refused },
      'unhealthy origin-refused likely',
    ],
    ['but not when we are answered', { edge: told(521) }, 'unhealthy cloudflare-blocked-by-origin likely'],
    ['but not when visitors are served', { origin: refused }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'but not when another network answers 521',
      { ...past, edge: answer(521, '', { server: 'otherdn' }), origin: undefined },
      'unhealthy origin-app-error likely',
    ],
  ],
  'origin-connect-timeout': [
    [
      'nobody gets a connection',
      { edge: told(522), origin: dropped },
      'unhealthy origin-connect-timeout likely',
    ],
    [
      'Cloudflare gets none, and we did not ask',
      { edge: told(522), origin: undefined },
      'unhealthy origin-connect-timeout possible',
    ],
    [
      'we give up before Cloudflare does',
      { edge: silent, origin: dropped },
      'unhealthy origin-connect-timeout likely',
    ],
    [
      'past Cloudflare, nobody gets one',
      { ...past, edge: dropped, origin: dropped, trace: dropped },
      'inconclusive runner-offline possible',
    ],
    ['but not when we are answered', { edge: told(522) }, 'unhealthy cloudflare-blocked-by-origin likely'],
    ['but not when visitors are served', { origin: dropped }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'but not when Cloudflare had the time to say 522',
      { edge: silent, origin: dropped, asked: { timeout: 30_000 } },
      'unhealthy origin-response-timeout possible',
    ],
  ],
  'origin-response-timeout': [
    ['nobody is answered', { edge: told(524), origin: silent }, 'unhealthy origin-response-timeout certain'],
    [
      'Cloudflare waits in vain, and we did not ask',
      { edge: told(524), origin: undefined },
      'unhealthy origin-response-timeout likely',
    ],
    [
      'we give up before Cloudflare does',
      { edge: silent, origin: silent },
      'unhealthy origin-response-timeout likely',
    ],
    [
      'the answer never ends',
      { edge: broken('transfer', 'timeout'), origin: broken('transfer', 'timeout') },
      'unhealthy origin-response-timeout likely',
    ],
    [
      'its proxy gave up, we did too',
      { edge: told(504), origin: silent },
      'unhealthy origin-response-timeout likely',
    ],
    ['visitors are served all the same', { origin: silent }, 'unhealthy origin-response-timeout likely'],
    [
      'but not when no connection came about',
      { edge: told(522), origin: dropped },
      'unhealthy origin-connect-timeout likely',
    ],
  ],
  'origin-empty-response': [
    [
      'Cloudflare gets nothing it can use, we get nothing',
      { edge: told(520), origin: MUTE },
      'unhealthy origin-empty-response likely',
    ],
    [
      'Cloudflare says 502, we get nothing',
      { edge: told(502), origin: MUTE },
      'unhealthy origin-empty-response likely',
    ],
    [
      'past Cloudflare, nobody gets anything',
      { ...past, edge: MUTE, origin: MUTE },
      'unhealthy origin-empty-response likely',
    ],
    ['visitors are served all the same', { origin: MUTE }, 'unhealthy origin-empty-response likely'],
    [
      'but not behind TLS 1.3, where a demanded client certificate looks the same',
      { origin: broken('processing', 'closed', { tls: session() }) },
      'healthy ~ origin-locked-to-cloudflare',
    ],
    [
      'but not when something came',
      { edge: told(520), origin: broken('processing', 'closed', { received: 9 }) },
      'unhealthy origin-truncated-response certain',
    ],
    ['but not when we are answered', { edge: told(520) }, 'unhealthy cloudflare-blocked-by-origin possible'],
  ],
  'origin-app-down': [
    [
      'nginx says so to us, Cloudflare to visitors',
      { edge: told(502), origin: nginx(502) },
      'unhealthy origin-app-down certain',
    ],
    ['somebody says so to us', { edge: told(502), origin: plain(502) }, 'unhealthy origin-app-down likely'],
    [
      "a platform's entrance says so to us",
      { edge: told(502), origin: answer(502, '', { 'x-railway-fallback': 'true' }) },
      'unhealthy origin-app-down likely',
    ],
    [
      'Cloudflare passes it on, and we did not ask',
      { edge: told(502), origin: undefined },
      'unhealthy origin-app-down possible',
    ],
    [
      'its page is passed on',
      { edge: through(502, bodyOf(nginx(502))), origin: undefined },
      'unhealthy origin-app-down likely',
    ],
    [
      '503 for want of a backend',
      { edge: through(503, HAPROXY), origin: answer(503, HAPROXY) },
      'unhealthy origin-app-down certain',
    ],
    ['visitors are served all the same', { origin: nginx(502) }, 'unhealthy origin-app-down likely'],
    [
      'past Cloudflare, visitors see it',
      { ...past, edge: nginx(502), origin: undefined },
      'unhealthy origin-app-down likely',
    ],
    [
      'but not on 503 of the application',
      { edge: through(503, 'Busy'), origin: plain(503) },
      'unhealthy origin-overloaded likely',
    ],
    ['but not on the bare page of Cloudflare', { edge: bare(502) }, 'unhealthy cloudflare-edge-error likely'],
    [
      'but not when 502 is expected',
      { edge: through(502), origin: plain(502), asked: { expectedStatus: [[502, 502]] } },
      'healthy',
    ],
  ],
  'origin-app-timeout': [
    [
      'nginx says so to us, Cloudflare to visitors',
      { edge: told(504), origin: nginx(504) },
      'unhealthy origin-app-timeout certain',
    ],
    [
      'somebody says so to us',
      { edge: told(504), origin: plain(504) },
      'unhealthy origin-app-timeout likely',
    ],
    [
      'Cloudflare passes it on, and we did not ask',
      { edge: told(504), origin: undefined },
      'unhealthy origin-app-timeout possible',
    ],
    ['visitors are served all the same', { origin: nginx(504) }, 'unhealthy origin-app-timeout likely'],
    [
      'past Cloudflare, visitors see it',
      { ...past, edge: nginx(504), origin: undefined },
      'unhealthy origin-app-timeout likely',
    ],
    ['but not when we are answered', { edge: told(504) }, 'unhealthy cloudflare-edge-error possible'],
  ],
  'origin-app-error': [
    [
      'visitors and we get the same',
      { edge: through(500), origin: plain(500) },
      'unhealthy origin-app-error certain',
    ],
    ['visitors are served all the same', { origin: plain(500) }, 'unhealthy origin-app-error likely'],
    [
      'visitors get it, and we did not ask',
      { edge: through(500), origin: undefined },
      'unhealthy origin-app-error likely',
    ],
    ['visitors get it, we do not', { edge: through(500) }, 'unhealthy origin-app-error possible'],
    ['a rarer status', { edge: through(507), origin: plain(507) }, 'unhealthy origin-app-error certain'],
    ['but not on the page of Cloudflare', { edge: bare(500) }, 'unhealthy cloudflare-edge-error likely'],
    ['but not on 404', { edge: through(404), origin: plain(404) }, 'unhealthy unexpected-status certain'],
  ],
  ...TLS_CASES,
  'dns-origin-unresolvable': [
    [
      'Cloudflare cannot resolve it',
      { edge: told(1016), origin: undefined },
      'unhealthy dns-origin-unresolvable likely',
    ],
    [
      'we cannot resolve it, and visitors are served',
      { origin: unresolved },
      'healthy + dns-origin-unresolvable',
    ],
    [
      'nobody has seen the origin when visitors get a copy',
      { edge: fromCache(), origin: unresolved },
      'inconclusive dns-origin-unresolvable likely',
    ],
    [
      'but not when Cloudflare found the origin, and was refused',
      { edge: told(521), origin: unresolved },
      'unhealthy origin-refused likely',
    ],
  ],
  'cloudflare-blocked-by-origin': [
    [
      'Cloudflare is refused, we are not',
      { edge: told(521) },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'Cloudflare is dropped, we are not',
      { edge: told(522) },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'Cloudflare is told 403, we are not',
      { edge: through(403, 'Forbidden') },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'Cloudflare is cut off, we are not',
      { edge: told(520) },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not when Cloudflare has no route, and we have',
      { edge: told(523) },
      'unhealthy origin-unreachable likely',
    ],
    [
      'but not when we are told 403 too',
      { edge: through(403), origin: plain(403) },
      'unhealthy unexpected-status likely',
    ],
    [
      'but not when Cloudflare made the 403',
      { edge: told(1020) },
      'inconclusive cloudflare-waf-blocked certain',
    ],
  ],
  'cloudflare-edge-error': [
    ['the bare page, and we are answered', { edge: bare(502) }, 'unhealthy cloudflare-edge-error likely'],
    [
      'the bare page, and we did not ask',
      { edge: bare(502), origin: undefined },
      'unhealthy cloudflare-edge-error possible',
    ],
    [
      'no answer of the edge, and we are answered',
      { edge: silent, trace: silent },
      'unhealthy cloudflare-edge-error possible',
    ],
    [
      'no connection to the edge, and we are answered',
      { edge: dropped, trace: dropped },
      'unhealthy cloudflare-edge-error possible',
    ],
    [
      'but not when the origin says the same',
      { edge: bare(502), origin: nginx(502) },
      'unhealthy origin-app-down likely',
    ],
    [
      'but not on the branded page',
      { edge: told(502), origin: undefined },
      'unhealthy origin-app-down possible',
    ],
  ],
  'cloudflare-tunnel-down': [
    ['1033', { edge: told(1033), origin: undefined }, 'unhealthy cloudflare-tunnel-down certain'],
    [
      '1033, whatever we get',
      { edge: told(1033), origin: refused },
      'unhealthy cloudflare-tunnel-down certain',
    ],
    [
      'but not on another code of 530',
      { edge: told(1016), origin: undefined },
      'unhealthy dns-origin-unresolvable likely',
    ],
    [
      'but not on a page of the origin that speaks of it',
      { edge: through(502, 'Error 1033'), origin: plain(502) },
      'unhealthy origin-app-down likely',
    ],
  ],
  'cloudflare-challenged': [
    ['by the header', { edge: challenged('header') }, 'inconclusive cloudflare-challenged certain'],
    ['by the page', { edge: challenged('page') }, 'inconclusive cloudflare-challenged likely'],
    [
      'though we cannot ask the origin',
      { edge: challenged('header'), origin: refused },
      'inconclusive cloudflare-challenged certain',
    ],
    [
      'but not when the origin is down for all we see',
      { edge: challenged('header'), origin: nginx(502) },
      'unhealthy origin-app-down likely',
    ],
    [
      'but not on a script that healthy pages have',
      { edge: through(200, '<script src="/cdn-cgi/challenge-platform/h/b.js"></script>') },
      'healthy',
    ],
    [
      'but not on a page of the origin with that script',
      {
        edge: through(403, 'No. <script src="/cdn-cgi/challenge-platform/h/b.js"></script>'),
        origin: plain(403),
      },
      'unhealthy unexpected-status likely',
    ],
  ],
  'cloudflare-waf-blocked': [
    ...[1005, 1006, 1007, 1008, 1009, 1010, 1020].map((code): Case => [
      `code ${code}`,
      { edge: told(code) },
      'inconclusive cloudflare-waf-blocked certain',
    ]),
    [
      'but not when the application relays what another zone told it',
      { edge: told(1020), origin: relayed(1020) },
      'unhealthy unexpected-status likely',
    ],
    [
      'but not on 403 of the origin',
      { edge: through(403), origin: plain(403) },
      'unhealthy unexpected-status likely',
    ],
  ],
  'cloudflare-rate-limited': [
    ['code 1015', { edge: told(1015) }, 'inconclusive cloudflare-rate-limited certain'],
    [
      'but not on 429 of the origin',
      { edge: through(429), origin: plain(429) },
      'unhealthy origin-overloaded likely',
    ],
  ],
  'cloudflare-access-required': [
    [
      'a redirect to the login',
      { edge: through(302, '', { location: 'https://shop.cloudflareaccess.com/cdn-cgi/access/login' }) },
      'inconclusive cloudflare-access-required certain',
    ],
    [
      'but not a redirect elsewhere',
      { edge: through(302, '', { location: 'https://shop.example/?at=.cloudflareaccess.com/' }) },
      'healthy',
    ],
    [
      'but not to somebody who poses as it',
      { edge: through(302, '', { location: 'https://a.cloudflareaccess.com.evil.example/' }) },
      'healthy',
    ],
    [
      'but not from somebody else',
      {
        edge: answer(302, '', { location: 'https://shop.cloudflareaccess.com/' }),
        dns: elsewhere,
        trace: trace,
      },
      'healthy',
    ],
  ],
  'unexpected-status': [
    [
      'visitors and we get 404',
      { edge: through(404), origin: plain(404) },
      'unhealthy unexpected-status certain',
    ],
    ['visitors get 404, we do not', { edge: through(404) }, 'unhealthy unexpected-status likely'],
    ['we get 404, visitors do not', { origin: plain(404) }, 'unhealthy unexpected-status likely'],
    [
      'a redirect, where none should be',
      { edge: through(301), origin: plain(301), asked: { expectedStatus: [[200, 299]] } },
      'unhealthy unexpected-status certain',
    ],
    [
      'but not when 404 is expected',
      { edge: through(404), origin: plain(404), asked: { expectedStatus: [[404, 404]] } },
      'healthy',
    ],
    ['but not when only we are turned away', { origin: plain(403) }, 'healthy ~ origin-locked-to-cloudflare'],
  ],
  'origin-locked-to-cloudflare': [
    ['we are refused', { origin: refused }, 'healthy ~ origin-locked-to-cloudflare'],
    ['we are dropped', { origin: dropped }, 'healthy ~ origin-locked-to-cloudflare'],
    ['there is no way for us', { origin: unreachable }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'our handshake is turned down',
      { origin: broken('tls', 'protocol') },
      'healthy ~ origin-locked-to-cloudflare',
    ],
    ['we are told 401', { origin: plain(401) }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'but not when it says that we have no client certificate',
      { origin: answer(400, '<center>No required SSL certificate was sent</center>') },
      'healthy ~ tls-client-certificate-required',
    ],
    [
      'but a copy in the cache proves nothing',
      { edge: fromCache(), origin: refused },
      'inconclusive origin-locked-to-cloudflare possible',
    ],
    ['but not on 400 for another reason', { origin: plain(400) }, 'unhealthy unexpected-status likely'],
    [
      'but never the reason of an outage',
      { edge: told(520), origin: refused },
      'unhealthy unexplained possible',
    ],
  ],
  'runner-offline': [
    [
      'the resolver does not answer',
      { dns: failing('server-failure'), edge: unresolved, ...nowhere },
      'inconclusive runner-offline likely',
    ],
    [
      'there is no way anywhere',
      { edge: unreachable, trace: unreachable, origin: unreachable },
      'inconclusive runner-offline likely',
    ],
    [
      'everything times out',
      { edge: dropped, trace: dropped, origin: dropped },
      'inconclusive runner-offline possible',
    ],
    [
      'everything times out, and 1.1.1.1 as well',
      { edge: dropped, trace: dropped, origin: dropped, further: { connectivity: dropped } },
      'inconclusive runner-offline likely',
    ],
    [
      'everything times out but 1.1.1.1',
      { edge: dropped, trace: dropped, origin: dropped, further: { connectivity: answer(200) } },
      'inconclusive runner-offline possible',
    ],
    [
      'but not when the name leads to a host that is off, and 1.1.1.1 answers',
      { ...past, trace: dropped, edge: dropped, origin: dropped, further: { connectivity: answer(200) } },
      'unhealthy origin-connect-timeout possible',
    ],
    [
      'but not when other resolvers were heard',
      { ...unsaid, ...nowhere, further: { resolvers: tell('server-failure') } },
      'unhealthy dns-server-failure certain',
    ],
    [
      'but not when somebody refused us',
      { edge: dropped, trace: dropped, origin: refused },
      'unhealthy unexplained possible',
    ],
    [
      'but not when somebody answered us',
      { edge: unreachable, trace: unreachable },
      'unhealthy cloudflare-edge-error possible',
    ],
    [
      'but not when the name is gone',
      { dns: failing('no-such-host'), edge: unresolved, ...nowhere },
      'unhealthy dns-no-such-host likely',
    ],
  ],
  unexplained: [
    [
      'a certificate that is turned down and has no fault',
      { edge: told(526), origin: answer(200, 'shop', {}, session()) },
      'unhealthy unexplained possible',
    ],
    ['but not when all is well', {}, 'healthy'],
  ],
}

describe.each([
  ...Object.entries(CASES),
  ['cloudflare-blocked-by-origin', BLOCKED_CASES] as const,
  ['figures of Cloudflare', FIGURE_CASES] as const,
])('%s', (_, cases) => {
  test.each(cases)('%s', (_, changes, judged) => {
    expect(inWords(judge(seen(changes)))).toBe(judged)
  })
})

describe('visitors are sent to another host', () => {
  test.each(AWAY_CASES)('%s', (_, changes, judged) => {
    expect(inWords(judge(seen(changes)))).toBe(judged)
  })
})

test('every cause has a case that it wins, and one that it must not win', () => {
  for (const { id } of CAUSES) {
    const won = new Set((CASES[id] ?? []).map(([, , words]) => words.split(' ').includes(id)))
    expect([id, won]).toEqual([id, new Set([true, false])])
  }
  expect(Object.keys(CASES).toSorted()).toEqual(CAUSES.map(({ id }) => id).toSorted())
})

function bodyOf(exchange: ReturnType<typeof nginx>): string {
  return exchange.kind === 'completed' ? exchange.body.text : ''
}
