import { wholeText } from '../support/texts.ts'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Recheck } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import {
  cachedResponse,
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  noResponse,
  plainError,
  refusedConnection,
  response,
  timedOutConnection,
  tlsSession,
  unbrandedError,
  type Case,
  type Measurements,
} from '../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy } from '../support/judgments.ts'
import { afterRedirects, unfollowedRedirect } from '../support/redirects.ts'

const HOME = 'https://www.shop.example/'
const HEAD = { method: 'HEAD' } as const
const hangUp = failedExchange('processing', 'closed')
const reset = failedExchange('tls', 'reset')
const good = response(200, 'shop', {}, tlsSession())

const lead = (changes: Partial<Measurements>): string | undefined => {
  const [finding] = judge(evidenceWith(changes)).findings
  return finding && wholeText(finding.match.because)
}

function cases(title: string, table: readonly Case[]): void {
  describe(title, () => {
    test.each(table)('%s', (_, changes, result) => {
      expect(resultOf(judge(evidenceWith(changes)))).toEqual(result)
    })
  })
}

const itself = unfollowedRedirect('loop', 'direct', HOME, HOME)
const away = unfollowedRedirect('elsewhere', 'direct', HOME, 'https://elsewhere.example/')

const failsTwice = (origin: Exchange, more: Recheck): Partial<Measurements> => ({
  origin,
  recheck: { repeated: origin, ...more },
})

cases('an origin that recognizes Cloudflare by the headers of a visitor', [
  [
    'is judged by a request with them',
    failsTwice(plainError(404), { visitorHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'even if it fails without them',
    failsTwice(plainError(500), { visitorHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'and if it hangs up without them',
    failsTwice(hangUp, { visitorHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'and if it redirects others to the same URL',
    failsTwice(itself, { visitorHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'and if it redirects others to another host',
    failsTwice(away, { visitorHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'but not if it redirects everyone',
    failsTwice(itself, { visitorHeaders: { ...itself } }),
    unhealthy('redirect-loop', 'likely'),
  ],
  [
    'nor if it redirects only once',
    { origin: itself, recheck: { visitorHeaders: response(200), repeated: response(200) } },
    unhealthy('redirect-loop', 'likely'),
  ],
  [
    'nor if it redirects with them elsewhere too',
    failsTwice(away, { visitorHeaders: { ...away } }),
    healthy.withWarning('unexpected-status'),
  ],
  [
    'but not if it fails only once',
    { origin: plainError(500), recheck: { visitorHeaders: response(200), repeated: response(200) } },
    unhealthy('origin-app-error', 'likely'),
  ],
  [
    'nor if it fails with them too',
    failsTwice(plainError(500), { visitorHeaders: plainError(500) }),
    unhealthy('origin-app-error', 'likely'),
  ],
  [
    'nor behind a cached copy',
    { edge: cachedResponse(), ...failsTwice(plainError(500), { visitorHeaders: response(200) }) },
    unhealthy('cache-masks-broken-origin', 'likely'),
  ],
  [
    "may trust Cloudflare's headers from Cloudflare only",
    failsTwice(plainError(400), { withoutCloudflareHeaders: response(200) }),
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    "but a server error on Cloudflare's headers is a failure",
    failsTwice(plainError(500), { withoutCloudflareHeaders: response(200) }),
    unhealthy('origin-app-error', 'likely'),
  ],
])

cases('an origin that rejects the headers of a visitor', [
  [
    'with a status that says nothing else',
    { edge: edgeResponse(400), recheck: { visitorHeaders: plainError(400), repeated: response(200) } },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'with 403',
    { edge: edgeResponse(403), recheck: { visitorHeaders: plainError(403), repeated: response(200) } },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'with a close',
    { edge: edgeError(520), recheck: { visitorHeaders: hangUp, repeated: response(200) } },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'is unknown when it fails at random',
    { edge: edgeError(520), recheck: { visitorHeaders: hangUp, repeated: hangUp } },
    unhealthy('cloudflare-blocked-by-origin', 'possible'),
  ],
])

test('the rejected headers are named', () => {
  const recheck = { visitorHeaders: plainError(400), repeated: response(200) }
  expect(lead({ edge: edgeResponse(400), recheck })).toContain('X-Forwarded-For')
  expect(
    lead({ edge: edgeResponse(400), recheck: { ...recheck, visitorHeaders: plainError(404) } }),
  ).not.toContain('X-Forwarded-For')
})

cases('HEAD', [
  [
    'that fails where GET succeeds is not about the deploy',
    {
      edge: edgeResponse(404),
      origin: plainError(404),
      recheck: { withGet: response(200) },
      followUps: { edgeWithGet: edgeResponse(200) },
      request: HEAD,
    },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'that is not implemented is certain',
    {
      edge: edgeResponse(501),
      origin: plainError(501),
      recheck: { withGet: response(200) },
      followUps: { edgeWithGet: edgeResponse(200) },
      request: HEAD,
    },
    unhealthy('unexpected-status', 'certain'),
  ],
  [
    'that fails like GET is judged by the page of GET',
    {
      edge: edgeResponse(502),
      origin: response(502),
      recheck: { withGet: nginxError(502) },
      followUps: { edgeWithGet: edgeError(502) },
      request: HEAD,
    },
    unhealthy('origin-app-down', 'certain'),
  ],
  [
    'that fails at the origin only is a note',
    { origin: plainError(405), recheck: { withGet: response(200) }, request: HEAD },
    healthy.withNote('unexpected-status'),
  ],
  [
    'that fails at the origin, where GET fails too, is a failure',
    { origin: plainError(405), recheck: { withGet: plainError(500) }, request: HEAD },
    unhealthy('unexpected-status', 'likely'),
  ],
])

cases('a ClientHello of two packets', [
  [
    'that the origin rejects twice: judged by a small one',
    { origin: reset, recheck: { repeated: reset, classicalKeyExchange: good } },
    healthy.withNote('tls-handshake-failed'),
  ],
  [
    'that Cloudflare sends too',
    { edge: edgeError(525), origin: reset, recheck: { repeated: reset, classicalKeyExchange: good } },
    unhealthy('tls-handshake-failed', 'likely'),
  ],
  [
    'that is rejected once: the handshake fails at random',
    { origin: reset, recheck: { repeated: good, classicalKeyExchange: good } },
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'that is rejected like a small one',
    { origin: reset, recheck: { repeated: reset, classicalKeyExchange: reset } },
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'in front of a broken application',
    {
      origin: reset,
      recheck: { repeated: reset, classicalKeyExchange: { ...nginxError(502), tls: tlsSession() } },
    },
    unhealthy('origin-app-down', 'likely').withNote('tls-handshake-failed'),
  ],
])

cases('a Cloudflare error without a reason', [
  [
    'and a status of the origin',
    { edge: edgeError(520), origin: plainError(400) },
    unhealthy('unexpected-status', 'possible'),
  ],
  [
    'and a refusal',
    { edge: unbrandedError(502), origin: refusedConnection },
    unhealthy('origin-refused', 'possible'),
  ],
  [
    'and a timeout',
    { edge: edgeResponse(502), origin: timedOutConnection },
    unhealthy('origin-connect-timeout', 'possible'),
  ],
  [
    'and silence',
    { edge: edgeError(520), origin: noResponse },
    unhealthy('origin-response-timeout', 'likely'),
  ],
  [
    'and silence under a bare 502',
    { edge: unbrandedError(502), origin: noResponse },
    unhealthy('origin-response-timeout', 'likely'),
  ],
  [
    'and silence under a branded 502',
    { edge: edgeError(502), origin: noResponse },
    unhealthy('origin-response-timeout', 'likely'),
  ],
  [
    'and a stall in the body, which Cloudflare cuts off',
    {
      edge: failedExchange('transfer', 'closed', { received: 90 }),
      origin: failedExchange('transfer', 'timeout', { received: 90 }),
    },
    unhealthy('origin-response-timeout', 'likely'),
  ],
  [
    'but a branded 502 came from an origin, so a refusal does not explain it',
    { edge: edgeError(502), origin: refusedConnection },
    unhealthy('origin-app-down', 'possible'),
  ],
])

cases('the port of the SSL mode', [
  [
    'refuses connections',
    { edge: edgeError(521), recheck: { otherPort: refusedConnection } },
    unhealthy('origin-refused', 'likely'),
  ],
  [
    'drops them',
    { edge: edgeError(522), recheck: { otherPort: timedOutConnection } },
    unhealthy('origin-connect-timeout', 'likely'),
  ],
  [
    'is open: then a firewall refuses Cloudflare',
    { edge: edgeError(521), recheck: { otherPort: response(301) } },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'fails in another way than Cloudflare reports',
    { edge: edgeError(522), recheck: { otherPort: refusedConnection } },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'is not what Cloudflare uses for an http visit',
    {
      edge: edgeError(521),
      recheck: { otherPort: refusedConnection },
      request: { url: 'http://www.shop.example/', origins: [{ tls: false, port: 80 }] },
    },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'is port 80 for an http visit, whatever the mode',
    {
      edge: edgeError(521),
      recheck: { otherPort: refusedConnection },
      request: { url: 'http://www.shop.example/' },
    },
    unhealthy('origin-refused', 'likely'),
  ],
  [
    'is port 443 for an http visit only with SSL-Only Origin Pull',
    {
      edge: edgeError(521),
      recheck: { otherPort: refusedConnection },
      request: { url: 'http://www.shop.example/', origins: [{ tls: false, port: 80 }] },
      zone: { ssl: 'origin_pull', unread: [] },
    },
    unhealthy('origin-refused', 'likely'),
  ],
])

cases('of two origins', [
  [
    'the one that fails as Cloudflare reports explains it',
    { edge: edgeError(522), origin: [response(200), timedOutConnection] },
    unhealthy('origin-connect-timeout', 'likely'),
  ],
  [
    'wherever it is listed',
    { edge: edgeError(522), origin: [timedOutConnection, response(200)] },
    unhealthy('origin-connect-timeout', 'likely'),
  ],
  [
    'neither explains what Cloudflare reports',
    { edge: edgeError(522), origin: [response(200), response(200)] },
    unhealthy('cloudflare-blocked-by-origin', 'likely'),
  ],
  [
    'the one that fails in another way does not explain it',
    { edge: edgeError(520), origin: [refusedConnection, hangUp] },
    unhealthy('origin-empty-response', 'likely'),
  ],
])

cases('a redirect to another port of the host', [
  [
    'where Cloudflare is refused',
    {
      edge: afterRedirects(edgeError(521), 'origin', HOME, 'http://www.shop.example:8080/app/'),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'http://www.shop.example:8080/app/'),
    },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'that serves the page',
    {
      edge: afterRedirects(edgeResponse(200), 'origin', HOME, 'https://www.shop.example:8443/app/'),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, 'https://www.shop.example:8443/app/'),
    },
    healthy,
  ],
])

test('the port is named', () => {
  expect(
    lead({ edge: afterRedirects(edgeError(521), 'origin', HOME, 'http://www.shop.example:8080/app/') }),
  ).toContain('port 8080')
})

cases('an origin that is closed to this runner', [
  [
    'while only a cached copy is served',
    { edge: cachedResponse(), origin: hangUp },
    inconclusive('origin-locked-to-cloudflare', 'possible'),
  ],
  [
    'while a request past the cache gets a fresh response',
    { edge: cachedResponse(), uncached: edgeResponse(200), origin: timedOutConnection },
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
])
