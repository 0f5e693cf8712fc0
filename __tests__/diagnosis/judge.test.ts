import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  answer,
  broken,
  coded,
  challenged,
  elsewhere,
  failing,
  fromCache,
  inWords,
  nginx,
  plain,
  refused,
  says,
  seen,
  session,
  showing,
  silent,
  told,
  unreachable,
} from '../support/evidence.ts'

describe('while the edge answers', () => {
  test.each([
    ['refused', refused],
    ['dropped', broken('connect', 'timeout')],
    ['unreachable', unreachable],
    ['reset before the handshake', broken('connect', 'reset')],
    ['turned down in the handshake', broken('tls', 'reset')],
    ['asked for a client certificate', broken('processing', 'reset', { tls: session() })],
  ])('a connection that the direct probe does not get is a note: %s', (_, origin) => {
    expect(inWords(judge(seen({ origin })))).toBe('healthy ~ origin-locked-to-cloudflare')
  })

  test.each([
    ['500', plain(500), 'unhealthy origin-app-error likely'],
    ['502', nginx(502), 'unhealthy origin-app-down likely'],
    ['503', plain(503), 'unhealthy origin-overloaded likely'],
    ['504', nginx(504), 'unhealthy origin-app-timeout likely'],
    ['404', plain(404), 'unhealthy unexpected-status likely'],
    ['silence', silent, 'unhealthy origin-response-timeout likely'],
    ['what is not HTTP', says('HELLO WORLD'), 'unhealthy origin-malformed-response likely'],
    [
      'half an answer',
      broken('transfer', 'closed', { received: 99 }),
      'unhealthy origin-truncated-response likely',
    ],
    ['a broken compression', coded('corrupt'), 'unhealthy origin-truncated-response likely'],
  ])('a direct answer that is itself a failure is unhealthy: %s', (_, origin, judged) => {
    expect(inWords(judge(seen({ origin })))).toBe(judged)
    // A copy in the cache makes no difference to that.
    expect(judge(seen({ origin, edge: fromCache() })).verdict).toBe('unhealthy')
  })

  test('warnings and notes come beside health, and stay beside an outage', () => {
    const past = { dns: elsewhere, trace: answer(404) }
    expect(inWords(judge(seen({ ...past, edge: answer(200), origin: showing('expired') })))).toBe(
      'healthy + dns-not-proxied + tls-certificate-expired',
    )
    expect(inWords(judge(seen({ origin: [showing('expired'), nginx(502)] })))).toBe(
      'unhealthy origin-app-down likely + tls-certificate-expired',
    )
  })
})

describe('behind a proxy of the runner', () => {
  const dns = failing('no-such-host')
  const kept = broken('connect', 'proxy')

  test.each<[string, Parameters<typeof seen>[0], string]>([
    ['the resolver need not know the site', { dns }, 'healthy'],
    ["an origin that it does not let us to is nobody's fault", { dns, origin: kept }, 'healthy'],
    [
      'a site that it does not let us to is not judged',
      { dns, edge: kept, trace: kept, origin: kept },
      'inconclusive runner-offline likely',
    ],
    ['not even when we get to the origin', { edge: kept, trace: kept }, 'inconclusive runner-offline likely'],
    [
      'nor when we get to an origin that fails',
      { edge: kept, trace: kept, origin: nginx(502) },
      'inconclusive runner-offline likely',
    ],
  ])('%s', (_, changes, judged) => {
    expect(inWords(judge(seen(changes)))).toBe(judged)
  })
})

describe('a name that leads past Cloudflare', () => {
  const past = { dns: elsewhere, trace: answer(404), edge: answer(200, 'This domain is for sale') }

  test('is no witness for an origin that does not let us in', () => {
    expect(inWords(judge(seen({ ...past, origin: refused })))).toBe('inconclusive dns-not-proxied likely')
  })

  test('is a warning while the origin is fine', () => {
    expect(inWords(judge(seen({ ...past, origin: answer(200) })))).toBe('healthy + dns-not-proxied')
  })
})

describe('of several origins', () => {
  test('one that fails is enough, and is told by its position', () => {
    const { verdict, findings } = judge(seen({ origin: [answer(200), nginx(502), answer(200)] }))
    expect(verdict).toBe('unhealthy')
    expect(findings[0]).toMatchObject({ cause: { id: 'origin-app-down' }, origin: { position: 2, of: 3 } })
  })

  test('the surest finding of a cause is kept, once', () => {
    const { findings } = judge(seen({ edge: told(526), origin: [showing('expired'), showing('expired')] }))
    expect(findings.filter(({ cause }) => cause.id === 'tls-certificate-expired')).toHaveLength(1)
    expect(findings[0]).toMatchObject({ match: { confidence: 'certain' }, origin: { position: 1, of: 2 } })
  })

  test('nothing is certain that only one of them shows: nobody sees which one Cloudflare asked', () => {
    const { findings } = judge(seen({ edge: told(521), origin: [refused, answer(200)] }))
    expect(findings[0]).toMatchObject({ cause: { id: 'origin-refused' }, match: { confidence: 'likely' } })
  })

  test('a single one has no position', () => {
    expect(judge(seen({ origin: nginx(502) })).findings[0]).not.toHaveProperty('origin')
  })

  test('one that is locked does not hide one that is broken, nor the other way round', () => {
    expect(inWords(judge(seen({ origin: [refused, nginx(502)] })))).toBe(
      'unhealthy origin-app-down likely ~ origin-locked-to-cloudflare',
    )
    expect(inWords(judge(seen({ origin: [answer(200), refused] })))).toBe('healthy + origin-refused')
  })
})

describe('what leads', () => {
  test('is what we know to be broken, before what we could not see', () => {
    expect(inWords(judge(seen({ edge: challenged('header'), origin: plain(500) })))).toBe(
      'unhealthy origin-app-error likely',
    )
  })

  test('is what we could not see, before what we merely suspect', () => {
    expect(inWords(judge(seen({ edge: fromCache(), origin: refused })))).toBe(
      'inconclusive origin-locked-to-cloudflare possible',
    )
  })

  test('an alternative never leads, and is told behind what does', () => {
    const { findings } = judge(seen({ edge: told(502), origin: refused }))
    expect(findings.map(({ cause, match }) => `${cause.id} ${match.outcome}`)).toEqual([
      'origin-app-down unhealthy',
      'origin-locked-to-cloudflare alternative',
    ])
    expect(judge(seen({ origin: refused })).findings).toEqual([])
  })

  test('of several faults of a certificate all are told', () => {
    const { findings } = judge(
      seen({ edge: told(526), origin: showing('expired', 'name-mismatch', 'untrusted') }),
    )
    expect(findings.slice(0, 3).map(({ cause, match }) => `${cause.id} ${match.confidence}`)).toEqual([
      'tls-certificate-expired certain',
      'tls-certificate-untrusted certain',
      'tls-certificate-name-mismatch certain',
    ])
  })
})

test('nothing seen is nothing known', () => {
  const { verdict } = judge(seen({ edge: undefined, origin: undefined, trace: undefined, dns: undefined }))
  expect(verdict).toBe('inconclusive')
})
