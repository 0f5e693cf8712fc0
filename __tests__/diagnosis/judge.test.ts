import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  response,
  failedExchange,
  encodedResponse,
  challenge,
  dnsElsewhere,
  dnsFailure,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  malformedResponse,
  evidenceWith,
  tlsSession,
  responseWithCertificate,
  noResponse,
  edgeError,
  noRoute,
} from '../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy, type Result } from '../support/judgments.ts'

describe('while the edge responds', () => {
  test.each([
    ['refused', refusedConnection],
    ['dropped', failedExchange('connect', 'timeout')],
    ['unreachable', noRoute],
    ['reset before the handshake', failedExchange('connect', 'reset')],
    ['turned down in the handshake', failedExchange('tls', 'reset')],
    ['a client certificate required', failedExchange('processing', 'reset', { tls: tlsSession() })],
  ])('a connection that the direct probe does not get is a note: %s', (_, origin) => {
    expect(resultOf(judge(evidenceWith({ origin })))).toEqual(healthy.withNote('origin-locked-to-cloudflare'))
  })

  test.each([
    ['500', plainError(500), unhealthy('origin-app-error', 'likely')],
    ['502', nginxError(502), unhealthy('origin-app-down', 'likely')],
    ['503', plainError(503), unhealthy('origin-overloaded', 'likely')],
    ['504', nginxError(504), unhealthy('origin-app-timeout', 'likely')],
    ['404', plainError(404), unhealthy('unexpected-status', 'likely')],
    ['silence', noResponse, unhealthy('origin-response-timeout', 'likely')],
    ['what is not HTTP', malformedResponse('HELLO WORLD'), unhealthy('origin-malformed-response', 'likely')],
    [
      'half an answer',
      failedExchange('transfer', 'closed', { received: 99 }),
      unhealthy('origin-truncated-response', 'likely'),
    ],
    ['a broken compression', encodedResponse('corrupt'), unhealthy('origin-truncated-response', 'likely')],
  ])('a direct response that is itself a failure is unhealthy: %s', (_, origin, judged) => {
    expect(resultOf(judge(evidenceWith({ origin })))).toEqual(judged)
    // A cached copy makes no difference.
    expect(judge(evidenceWith({ origin, edge: cachedResponse() })).verdict).toBe('unhealthy')
  })

  test('warnings and notes are kept with a healthy and with an unhealthy verdict', () => {
    const past = { dns: dnsElsewhere, trace: response(404) }
    expect(
      resultOf(
        judge(evidenceWith({ ...past, edge: response(200), origin: responseWithCertificate('expired') })),
      ),
    ).toEqual(healthy.withWarning('dns-not-proxied').withWarning('tls-certificate-expired'))
    expect(
      resultOf(judge(evidenceWith({ origin: [responseWithCertificate('expired'), nginxError(502)] }))),
    ).toEqual(unhealthy('origin-app-down', 'likely').withWarning('tls-certificate-expired'))
  })
})

describe("behind the runner's proxy", () => {
  const dns = dnsFailure('no-such-host')
  const kept = failedExchange('connect', 'proxy')

  test.each<[string, Parameters<typeof evidenceWith>[0], Result]>([
    ['the resolver need not know the site', { dns }, healthy],
    ['an origin that the proxy blocks is ignored', { dns, origin: kept }, healthy],
    [
      'a site that it does not let us to is not judged',
      { dns, edge: kept, trace: kept, origin: kept },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'not even when we get to the origin',
      { edge: kept, trace: kept },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'nor when we get to an origin that fails',
      { edge: kept, trace: kept, origin: nginxError(502) },
      inconclusive('runner-offline', 'likely'),
    ],
  ])('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

describe('a name that points to another host than Cloudflare', () => {
  const past = { dns: dnsElsewhere, trace: response(404), edge: response(200, 'This domain is for sale') }

  test('does not vouch for an origin that rejects the direct probe', () => {
    expect(resultOf(judge(evidenceWith({ ...past, origin: refusedConnection })))).toEqual(
      inconclusive('dns-not-proxied', 'likely'),
    )
  })

  test('is a warning while the origin is fine', () => {
    expect(resultOf(judge(evidenceWith({ ...past, origin: response(200) })))).toEqual(
      healthy.withWarning('dns-not-proxied'),
    )
  })
})

describe('of several origins', () => {
  test('one failing origin is enough, and its position is reported', () => {
    const { verdict, findings } = judge(
      evidenceWith({ origin: [response(200), nginxError(502), response(200)] }),
    )
    expect(verdict).toBe('unhealthy')
    expect(findings[0]).toMatchObject({ cause: { id: 'origin-app-down' }, origin: { position: 2, of: 3 } })
  })

  test('the strongest finding of a cause is kept, once', () => {
    const { findings } = judge(
      evidenceWith({
        edge: edgeError(526),
        origin: [responseWithCertificate('expired'), responseWithCertificate('expired')],
      }),
    )
    expect(findings.filter(({ cause }) => cause.id === 'tls-certificate-expired')).toHaveLength(1)
    expect(findings[0]).toMatchObject({ match: { confidence: 'certain' }, origin: { position: 1, of: 2 } })
  })

  test('no cause is certain that only one of them shows, because Cloudflare may use another', () => {
    const { findings } = judge(
      evidenceWith({ edge: edgeError(521), origin: [refusedConnection, response(200)] }),
    )
    expect(findings[0]).toMatchObject({ cause: { id: 'origin-refused' }, match: { confidence: 'likely' } })
  })

  test('a single one has no position', () => {
    expect(judge(evidenceWith({ origin: nginxError(502) })).findings[0]).not.toHaveProperty('origin')
  })

  test('a locked origin does not hide a broken one, nor a broken one a locked one', () => {
    expect(resultOf(judge(evidenceWith({ origin: [refusedConnection, nginxError(502)] })))).toEqual(
      unhealthy('origin-app-down', 'likely').withNote('origin-locked-to-cloudflare'),
    )
    expect(resultOf(judge(evidenceWith({ origin: [response(200), refusedConnection] })))).toEqual(
      healthy.withWarning('origin-refused'),
    )
  })
})

describe('the lead', () => {
  test('is a known failure rather than an inconclusive finding', () => {
    expect(resultOf(judge(evidenceWith({ edge: challenge('header'), origin: plainError(500) })))).toEqual(
      unhealthy('origin-app-error', 'likely'),
    )
  })

  test('is an inconclusive finding rather than a possible failure', () => {
    expect(resultOf(judge(evidenceWith({ edge: cachedResponse(), origin: refusedConnection })))).toEqual(
      inconclusive('origin-locked-to-cloudflare', 'possible'),
    )
  })

  test('an alternative is never the lead, and comes after it', () => {
    const { findings } = judge(evidenceWith({ edge: edgeError(502), origin: refusedConnection }))
    expect(findings.map(({ cause, match }) => `${cause.id} ${match.outcome}`)).toEqual([
      'origin-app-down unhealthy',
      'origin-locked-to-cloudflare alternative',
    ])
    expect(judge(evidenceWith({ origin: refusedConnection })).findings).toEqual([])
  })

  test('all faults of a certificate are reported', () => {
    const { findings } = judge(
      evidenceWith({
        edge: edgeError(526),
        origin: responseWithCertificate('expired', 'name-mismatch', 'untrusted'),
      }),
    )
    expect(findings.slice(0, 3).map(({ cause, match }) => `${cause.id} ${match.confidence}`)).toEqual([
      'tls-certificate-expired certain',
      'tls-certificate-untrusted certain',
      'tls-certificate-name-mismatch certain',
    ])
  })
})

test('no evidence is inconclusive', () => {
  const { verdict } = judge(
    evidenceWith({ edge: undefined, origin: undefined, trace: undefined, dns: undefined }),
  )
  expect(verdict).toBe('inconclusive')
})
