import { rawTextOf } from '../../src/domain/untrusted.ts'
import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  response,
  unbrandedError,
  failedExchange,
  challenge,
  timedOutConnection,
  dnsElsewhere,
  dnsFailure,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  evidenceWith,
  tlsSession,
  noResponse,
  dnsAnswers,
  edgeResponse,
  edgeError,
  traceResponse,
  noRoute,
  unresolvedName,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, mentions, resultOf, unhealthy } from '../support/judgments.ts'
import { AWAY_CASES, CONTENT_CASES } from './content-cases.ts'
import { DNS_CASES } from './dns-cases.ts'
import { BLOCKED_CASES, EDGE_CASES, relayed } from './edge-cases.ts'
import { HTTP_CASES } from './http-cases.ts'
import { TLS_CASES } from './tls-cases.ts'
import { MISSING_WORKER_CASES, REFUSED_CASES, STAND_IN_CASES } from './stand-in-cases.ts'
import { WALL_CASES } from './wall-cases.ts'
import { FIGURE_CASES, ZONE_CASES } from './zone-cases.ts'

const HAPROXY =
  '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>'
const MUTE = failedExchange('processing', 'closed')
const nowhere = { trace: unresolvedName, origin: noRoute } as const
const unsaid = { dns: dnsFailure('server-failure'), edge: unresolvedName, trace: unresolvedName } as const
const past = { dns: dnsElsewhere, trace: response(404) } as const

const CASES: Readonly<Record<string, readonly Case[]>> = {
  ...EDGE_CASES,
  ...ZONE_CASES,
  ...DNS_CASES,
  ...HTTP_CASES,
  ...CONTENT_CASES,
  ...WALL_CASES,
  'origin-refused': [
    [
      'Cloudflare and the direct probe are refused',
      { edge: edgeError(521), origin: refusedConnection },
      unhealthy('origin-refused', 'certain'),
    ],
    [
      'Cloudflare is refused, and the origin was not probed',
      { edge: edgeError(521), origin: undefined },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'Cloudflare is refused, the direct probe times out',
      { edge: edgeError(521), origin: timedOutConnection },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'Cloudflare times out, the direct probe is refused',
      { edge: edgeError(522), origin: refusedConnection },
      unhealthy('origin-refused', 'possible'),
    ],
    [
      'without Cloudflare, visitors are refused too',
      { ...past, edge: refusedConnection, origin: refusedConnection },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'but not when the direct probe gets a response',
      { edge: edgeError(521) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when visitors are served',
      { origin: refusedConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when another network responds 521',
      { ...past, edge: response(521, '', { server: 'otherdn' }), origin: undefined },
      unhealthy('origin-app-error', 'likely'),
    ],
  ],
  'origin-connect-timeout': [
    [
      'no one gets a connection',
      { edge: edgeError(522), origin: timedOutConnection },
      unhealthy('origin-connect-timeout', 'likely'),
    ],
    [
      'Cloudflare gets none, and the origin was not probed',
      { edge: edgeError(522), origin: undefined },
      unhealthy('origin-connect-timeout', 'possible'),
    ],
    [
      'the check times out before Cloudflare does',
      { edge: noResponse, origin: timedOutConnection },
      unhealthy('origin-connect-timeout', 'likely'),
    ],
    [
      'without Cloudflare, no one gets a connection',
      { ...past, edge: timedOutConnection, origin: timedOutConnection, trace: timedOutConnection },
      inconclusive('runner-offline', 'possible'),
    ],
    [
      'but not when the direct probe gets a response',
      { edge: edgeError(522) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when visitors are served',
      { origin: timedOutConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when Cloudflare had the time to return 522',
      { edge: noResponse, origin: timedOutConnection, request: { timeout: 30_000 } },
      unhealthy('origin-response-timeout', 'possible'),
    ],
  ],
  'origin-response-timeout': [
    [
      'no one gets a response',
      { edge: edgeError(524), origin: noResponse },
      unhealthy('origin-response-timeout', 'certain'),
    ],
    [
      'Cloudflare times out, and the origin was not probed',
      { edge: edgeError(524), origin: undefined },
      unhealthy('origin-response-timeout', 'likely'),
    ],
    [
      'the check times out before Cloudflare does',
      { edge: noResponse, origin: noResponse },
      unhealthy('origin-response-timeout', 'likely'),
    ],
    [
      'the answer never ends',
      { edge: failedExchange('transfer', 'timeout'), origin: failedExchange('transfer', 'timeout') },
      unhealthy('origin-response-timeout', 'likely'),
    ],
    [
      'its proxy gave up, we did too',
      { edge: edgeError(504), origin: noResponse },
      unhealthy('origin-response-timeout', 'likely'),
    ],
    ['visitors are still served', { origin: noResponse }, unhealthy('origin-response-timeout', 'likely')],
    [
      'but not when the connection failed',
      { edge: edgeError(522), origin: timedOutConnection },
      unhealthy('origin-connect-timeout', 'likely'),
    ],
  ],
  'origin-empty-response': [
    [
      'Cloudflare gets nothing it can use, we get nothing',
      { edge: edgeError(520), origin: MUTE },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'Cloudflare says 502, we get nothing',
      { edge: edgeError(502), origin: MUTE },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'without Cloudflare, no one gets a response',
      { ...past, edge: MUTE, origin: MUTE },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'but not when Cloudflare just got a response, as with `return 444` for everyone else',
      { origin: MUTE },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when only a cached copy shows whether it works',
      { edge: cachedResponse(), origin: MUTE },
      inconclusive('origin-locked-to-cloudflare', 'possible'),
    ],
    [
      'another origin responds, so it does not admit Cloudflare only',
      { origin: [response(200), MUTE] },
      healthy.withWarning('origin-empty-response'),
    ],
    [
      'Cloudflare returns its own 502',
      { edge: unbrandedError(502), origin: MUTE },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'Cloudflare returns a 502 without a page',
      { edge: edgeResponse(502), origin: MUTE },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'it closes during the handshake',
      { edge: edgeError(520), origin: failedExchange('tls', 'closed') },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'but not behind TLS 1.3, where a demanded client certificate looks the same',
      { origin: failedExchange('processing', 'closed', { tls: tlsSession() }) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when some bytes arrived',
      { edge: edgeError(520), origin: failedExchange('processing', 'closed', { received: 9 }) },
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'but not when the direct probe gets a response',
      { edge: edgeError(520) },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
  ],
  'origin-app-down': [
    [
      'nginx sends it directly, Cloudflare to visitors',
      { edge: edgeError(502), origin: nginxError(502) },
      unhealthy('origin-app-down', 'certain'),
    ],
    [
      'an unknown server sends it directly',
      { edge: edgeError(502), origin: plainError(502) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      "a platform's front end sends it directly",
      { edge: edgeError(502), origin: response(502, '', { 'x-railway-fallback': 'true' }) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'Cloudflare passes it on, and the origin was not probed',
      { edge: edgeError(502), origin: undefined },
      unhealthy('origin-app-down', 'possible'),
    ],
    [
      'its page is passed on',
      { edge: edgeResponse(502, bodyOf(nginxError(502))), origin: undefined },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      '503 for want of a backend',
      { edge: edgeResponse(503, HAPROXY), origin: response(503, HAPROXY) },
      unhealthy('origin-app-down', 'certain'),
    ],
    ['visitors are still served', { origin: nginxError(502) }, unhealthy('origin-app-down', 'likely')],
    [
      'without Cloudflare, visitors see it',
      { ...past, edge: nginxError(502), origin: undefined },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'but not on 503 of the application',
      { edge: edgeResponse(503, 'Busy'), origin: plainError(503) },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      "but not on Cloudflare's unbranded page",
      { edge: unbrandedError(502) },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'but not when 502 is expected',
      { edge: edgeResponse(502), origin: plainError(502), request: { expectedStatus: [[502, 502]] } },
      healthy,
    ],
  ],
  'origin-app-timeout': [
    [
      'nginx sends it directly, Cloudflare to visitors',
      { edge: edgeError(504), origin: nginxError(504) },
      unhealthy('origin-app-timeout', 'certain'),
    ],
    [
      'an unknown server sends it directly',
      { edge: edgeError(504), origin: plainError(504) },
      unhealthy('origin-app-timeout', 'likely'),
    ],
    [
      'Cloudflare passes it on, and the origin was not probed',
      { edge: edgeError(504), origin: undefined },
      unhealthy('origin-app-timeout', 'possible'),
    ],
    ['visitors are still served', { origin: nginxError(504) }, unhealthy('origin-app-timeout', 'likely')],
    [
      'without Cloudflare, visitors see it',
      { ...past, edge: nginxError(504), origin: undefined },
      unhealthy('origin-app-timeout', 'likely'),
    ],
    [
      'but not when the direct probe gets a response',
      { edge: edgeError(504) },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
  ],
  'origin-app-error': [
    [
      'visitors and the direct probe get the same',
      { edge: edgeResponse(500), origin: plainError(500) },
      unhealthy('origin-app-error', 'certain'),
    ],
    ['visitors are still served', { origin: plainError(500) }, unhealthy('origin-app-error', 'likely')],
    [
      'visitors get it, and the origin was not probed',
      { edge: edgeResponse(500), origin: undefined },
      unhealthy('origin-app-error', 'likely'),
    ],
    ['only visitors get it', { edge: edgeResponse(500) }, unhealthy('origin-app-error', 'possible')],
    [
      'a rarer status',
      { edge: edgeResponse(507), origin: plainError(507) },
      unhealthy('origin-app-error', 'certain'),
    ],
    [
      'but not on a Cloudflare page',
      { edge: unbrandedError(500) },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'but not on 404',
      { edge: edgeResponse(404), origin: plainError(404) },
      unhealthy('unexpected-status', 'certain'),
    ],
  ],
  ...TLS_CASES,
  'dns-origin-unresolvable': [
    [
      'Cloudflare cannot resolve it',
      { edge: edgeError(1016), origin: undefined },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'we cannot resolve it, and visitors are served',
      { origin: unresolvedName },
      healthy.withWarning('dns-origin-unresolvable'),
    ],
    [
      'inconclusive when visitors get a cached copy',
      { edge: cachedResponse(), origin: unresolvedName },
      inconclusive('dns-origin-unresolvable', 'likely'),
    ],
    [
      'but not when Cloudflare found the origin, and was refused',
      { edge: edgeError(521), origin: unresolvedName },
      unhealthy('origin-refused', 'likely'),
    ],
  ],
  'cloudflare-blocked-by-origin': [
    [
      'Cloudflare is refused, the direct probe is not',
      { edge: edgeError(521) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'Cloudflare times out, the direct probe does not',
      { edge: edgeError(522) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'Cloudflare gets 403, the direct probe does not',
      { edge: edgeResponse(403, 'Forbidden') },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'Cloudflare gets no usable response, the direct probe does',
      { edge: edgeError(520) },
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'but not when Cloudflare has no route, and we have',
      { edge: edgeError(523) },
      unhealthy('origin-unreachable', 'likely'),
    ],
    [
      'but not when the direct probe gets 403 too',
      { edge: edgeResponse(403), origin: plainError(403) },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'but not when Cloudflare made the 403',
      { edge: edgeError(1020) },
      inconclusive('cloudflare-waf-blocked', 'certain'),
    ],
  ],
  'cloudflare-edge-error': [
    [
      'the bare page, and the direct probe gets a response',
      { edge: unbrandedError(502) },
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'the bare page, and the origin was not probed',
      { edge: unbrandedError(502), origin: undefined },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'no answer of the edge, and the direct probe gets a response',
      { edge: noResponse, trace: noResponse },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'no connection to the edge, and the direct probe gets a response',
      { edge: timedOutConnection, trace: timedOutConnection },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'but not when the origin says the same',
      { edge: unbrandedError(502), origin: nginxError(502) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'but not on the branded page',
      { edge: edgeError(502), origin: undefined },
      unhealthy('origin-app-down', 'possible'),
    ],
  ],
  'cloudflare-tunnel-down': [
    ['1033', { edge: edgeError(1033), origin: undefined }, unhealthy('cloudflare-tunnel-down', 'certain')],
    [
      '1033, whatever we get',
      { edge: edgeError(1033), origin: refusedConnection },
      unhealthy('cloudflare-tunnel-down', 'certain'),
    ],
    [
      'but not on another code of 530',
      { edge: edgeError(1016), origin: undefined },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'but not on a page of the origin that speaks of it',
      { edge: edgeResponse(502, 'Error 1033'), origin: plainError(502) },
      unhealthy('origin-app-down', 'likely'),
    ],
  ],
  'cloudflare-challenged': [
    ['by the header', { edge: challenge('header') }, inconclusive('cloudflare-challenged', 'certain')],
    ['by the page', { edge: challenge('page') }, inconclusive('cloudflare-challenged', 'likely')],
    [
      'though we cannot ask the origin',
      { edge: challenge('header'), origin: refusedConnection },
      inconclusive('cloudflare-challenged', 'certain'),
    ],
    [
      'but not when the origin is down for all we see',
      { edge: challenge('header'), origin: nginxError(502) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'but not on a script that healthy pages have',
      { edge: edgeResponse(200, '<script src="/cdn-cgi/challenge-platform/h/b.js"></script>') },
      healthy,
    ],
    [
      'but not on a page of the origin with that script',
      {
        edge: edgeResponse(403, 'No. <script src="/cdn-cgi/challenge-platform/h/b.js"></script>'),
        origin: plainError(403),
      },
      unhealthy('unexpected-status', 'likely'),
    ],
  ],
  'cloudflare-waf-blocked': [
    ...[1005, 1006, 1007, 1008, 1009, 1010, 1020].map((code): Case => [
      `code ${code}`,
      { edge: edgeError(code) },
      inconclusive('cloudflare-waf-blocked', 'certain'),
    ]),
    [
      "but not when the application relays another zone's error",
      { edge: edgeError(1020), origin: relayed(1020) },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'but not on 403 of the origin',
      { edge: edgeResponse(403), origin: plainError(403) },
      unhealthy('unexpected-status', 'likely'),
    ],
  ],
  'cloudflare-rate-limited': [
    ['code 1015', { edge: edgeError(1015) }, inconclusive('cloudflare-rate-limited', 'certain')],
    [
      'but not on 429 of the origin',
      { edge: edgeResponse(429), origin: plainError(429) },
      unhealthy('origin-overloaded', 'likely'),
    ],
  ],
  'cloudflare-access-required': [
    [
      'a redirect to the login',
      { edge: edgeResponse(302, '', { location: 'https://shop.cloudflareaccess.com/cdn-cgi/access/login' }) },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'but not a redirect elsewhere',
      { edge: edgeResponse(302, '', { location: 'https://shop.example/?at=.cloudflareaccess.com/' }) },
      healthy,
    ],
    [
      'but not to a host with a similar name',
      { edge: edgeResponse(302, '', { location: 'https://a.cloudflareaccess.com.evil.example/' }) },
      healthy,
    ],
    [
      'but not from another server',
      {
        edge: response(302, '', { location: 'https://shop.cloudflareaccess.com/' }),
        dns: dnsElsewhere,
        trace: traceResponse,
      },
      healthy,
    ],
  ],
  'unexpected-status': [
    [
      'visitors and the direct probe get 404',
      { edge: edgeResponse(404), origin: plainError(404) },
      unhealthy('unexpected-status', 'certain'),
    ],
    ['only visitors get 404', { edge: edgeResponse(404) }, unhealthy('unexpected-status', 'likely')],
    ['only the direct probe gets 404', { origin: plainError(404) }, unhealthy('unexpected-status', 'likely')],
    [
      'a redirect, where none should be',
      { edge: edgeResponse(301), origin: plainError(301), request: { expectedStatus: [[200, 299]] } },
      unhealthy('unexpected-status', 'certain'),
    ],
    [
      'but not when 404 is expected',
      { edge: edgeResponse(404), origin: plainError(404), request: { expectedStatus: [[404, 404]] } },
      healthy,
    ],
    [
      'but not when only the direct probe is rejected',
      { origin: plainError(403) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
  ],
  'origin-locked-to-cloudflare': [
    [
      'the direct probe is refused',
      { origin: refusedConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'the direct probe times out',
      { origin: timedOutConnection },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    ['the direct probe has no route', { origin: noRoute }, healthy.withNote('origin-locked-to-cloudflare')],
    [
      'our handshake is turned down',
      { origin: failedExchange('tls', 'protocol') },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'the direct probe gets 401',
      { origin: plainError(401) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when it says that we have no client certificate',
      { origin: response(400, '<center>No required SSL certificate was sent</center>') },
      healthy.withNote('tls-client-certificate-required'),
    ],
    [
      'but a cached copy proves nothing',
      { edge: cachedResponse(), origin: refusedConnection },
      inconclusive('origin-locked-to-cloudflare', 'possible'),
    ],
    [
      'but not on 400 for another reason',
      { origin: plainError(400) },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'but never as the cause of an outage',
      { edge: edgeError(520), origin: refusedConnection },
      unhealthy('origin-refused', 'possible'),
    ],
    [
      'but not when both responses are expected rejections',
      { edge: edgeResponse(401), origin: plainError(401), request: { expectedStatus: [[401, 401]] } },
      healthy,
    ],
  ],
  'runner-offline': [
    [
      'the resolver does not answer',
      { dns: dnsFailure('server-failure'), edge: unresolvedName, ...nowhere },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'no probe has a route',
      { edge: noRoute, trace: noRoute, origin: noRoute },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'everything times out',
      { edge: timedOutConnection, trace: timedOutConnection, origin: timedOutConnection },
      inconclusive('runner-offline', 'possible'),
    ],
    [
      'everything times out, and 1.1.1.1 as well',
      {
        edge: timedOutConnection,
        trace: timedOutConnection,
        origin: timedOutConnection,
        followUps: { connectivity: timedOutConnection },
      },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'everything times out but 1.1.1.1',
      {
        edge: timedOutConnection,
        trace: timedOutConnection,
        origin: timedOutConnection,
        followUps: { connectivity: response(200) },
      },
      inconclusive('runner-offline', 'possible'),
    ],
    [
      'but not when the name points to a host that is off, and 1.1.1.1 responds',
      {
        ...past,
        trace: timedOutConnection,
        edge: timedOutConnection,
        origin: timedOutConnection,
        followUps: { connectivity: response(200) },
      },
      unhealthy('origin-connect-timeout', 'possible'),
    ],
    [
      'but not when other resolvers were heard',
      { ...unsaid, ...nowhere, followUps: { resolvers: dnsAnswers('server-failure') } },
      unhealthy('dns-server-failure', 'certain'),
    ],
    [
      'but not when a connection is refused',
      { edge: timedOutConnection, trace: timedOutConnection, origin: refusedConnection },
      unhealthy('unexplained', 'possible'),
    ],
    [
      'but not when a probe gets a response',
      { edge: noRoute, trace: noRoute },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'but not when the name is gone',
      { dns: dnsFailure('no-such-host'), edge: unresolvedName, ...nowhere },
      unhealthy('dns-no-such-host', 'likely'),
    ],
  ],
  unexplained: [
    ['a code that is not known', { edge: edgeError(1099) }, unhealthy('unexplained', 'possible')],
    ['but not for a healthy site', {}, healthy],
  ],
}

describe.each([
  ...Object.entries(CASES),
  ['cloudflare-blocked-by-origin', BLOCKED_CASES] as const,
  ["Cloudflare's analytics", FIGURE_CASES] as const,
])('%s', (_, cases) => {
  test.each(cases)('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

describe.each([
  ['a page in place of the site', [...STAND_IN_CASES, ...REFUSED_CASES]],
  ['a missing Worker', MISSING_WORKER_CASES],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

describe('visitors are redirected to another host', () => {
  test.each(AWAY_CASES)('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

test('every cause has a case that mentions it, and a near miss', () => {
  for (const { id } of CAUSES) {
    const mentioned = new Set((CASES[id] ?? []).map(([, , expected]) => mentions(expected, id)))
    expect([id, mentioned]).toEqual([id, new Set([true, false])])
  }
  expect(Object.keys(CASES).toSorted()).toEqual(CAUSES.map(({ id }) => id).toSorted())
})

function bodyOf(exchange: ReturnType<typeof nginxError>): string {
  return exchange.kind === 'completed' ? rawTextOf(exchange.body.text) : ''
}
