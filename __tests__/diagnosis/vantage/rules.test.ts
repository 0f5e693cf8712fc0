import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../src/diagnosis/judge.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import type { VantageMeasurement } from '../../../src/domain/vantage/vantage.ts'
import { redactedSentence, untrusted } from '../../../src/domain/untrusted.ts'
import {
  cachedResponse,
  challenge,
  dnsAnswers,
  dnsElsewhere,
  dnsFailure,
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  refusedConnection,
  response,
  timedOutConnection,
  unbrandedError,
  unresolvedName,
  type Measurements,
} from '../../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy, type Result } from '../../support/judgments.ts'
import { everywhere, from, measured } from '../../support/vantage.ts'

const GOOD = edgeResponse(200, 'shop')
const NO_EDGE = { edge: timedOutConnection, trace: timedOutConnection } as const
const ALL_GOOD = everywhere(GOOD)
const OLD = { resolvedTo: 'elsewhere' } as const
const CURRENT = { resolvedTo: 'cloudflare' } as const

type Results = VantageMeasurement['results']
type Changes = { readonly [K in keyof Measurements]?: Measurements[K] | undefined }

/** What this runner measures, what the vantage points do, and the result. */
type Row = readonly [name: string, here: Changes, elsewhere: Results, expected: Result]

const twoOf = (exchange: Exchange, third: Exchange = GOOD): Results => [
  from('dallas', third),
  from('frankfurt', exchange),
  from('singapore', exchange),
]
const oneOf = (exchange: Exchange): Results => [
  from('dallas', GOOD),
  from('frankfurt', GOOD),
  from('singapore', exchange),
]

function judged(here: Changes, results: Results, more: Partial<VantageMeasurement> = {}): Result {
  return resultOf(
    judge(evidenceWith({ ...here, followUps: { ...here.followUps, ...measured(results, more) } })),
  )
}

/** The reasons of the findings, warnings and notes, in one text. */
function words(here: Changes, results: Results): string {
  const { findings, warnings, notes } = judge(
    evidenceWith({ ...here, followUps: { ...here.followUps, ...measured(results) } }),
  )
  return [...findings, ...warnings, ...notes]
    .map(({ match }) => redactedSentence(match.because, (text) => text))
    .join(' ')
}

const ONLY_HERE: readonly Row[] = [
  ['challenged', { edge: challenge('header') }, ALL_GOOD, healthy.withNote('cloudflare-challenged')],
  ['challenged by a page', { edge: challenge('page') }, ALL_GOOD, healthy.withNote('cloudflare-challenged')],
  ['blocked by a rule', { edge: edgeError(1020) }, ALL_GOOD, healthy.withNote('cloudflare-waf-blocked')],
  ['rate-limited', { edge: edgeError(1015) }, ALL_GOOD, healthy.withNote('cloudflare-rate-limited')],
  ['without a connection', NO_EDGE, ALL_GOOD, healthy.withNote('runner-offline')],
  [
    'behind a proxy that blocks the check',
    { edge: failedExchange('connect', 'proxy'), trace: failedExchange('connect', 'proxy') },
    ALL_GOOD,
    healthy.withNote('runner-offline'),
  ],
  [
    'stopped by bot protection',
    { edge: edgeResponse(403, '', { 'x-vercel-mitigated': 'challenge', server: 'Vercel' }) },
    ALL_GOOD,
    healthy.withNote('origin-bot-protection'),
  ],
]

describe('this runner alone is', () => {
  test.each(ONLY_HERE)('%s: healthy, with a note', (_, here, elsewhere, expected) => {
    expect(judged(here, elsewhere)).toEqual(expected)
  })

  const NOT_ENOUGH: readonly (readonly [name: string, here: Changes, elsewhere: Results])[] = [
    ['one place gets it', {}, [from('dallas', GOOD)]],
    ['two places in one network get it', {}, [from('singapore', GOOD), from('frankfurtToo', GOOD)]],
    ['one of three is challenged too', {}, oneOf(challenge('header'))],
    ['one of three gets no response', {}, oneOf(timedOutConnection)],
    ['one of three gets an error', {}, oneOf(edgeError(521))],
    ['one of three bypasses Cloudflare', {}, oneOf(response(200, 'shop'))],
    ['one of three is redirected', {}, oneOf(edgeResponse(301, '', { location: '/en/' }))],
    ['one of three takes too long', { request: { maxResponseTime: 5 } }, ALL_GOOD],
    ['the origin was not requested', { origin: undefined }, ALL_GOOD],
    ['the origin rejects this runner', { origin: refusedConnection }, ALL_GOOD],
    [
      'one of two origins rejects this runner',
      { origin: [response(200, 'shop'), refusedConnection] },
      ALL_GOOD,
    ],
    ['all get copies from the cache', {}, everywhere(cachedResponse())],
    [
      'all but one network get copies from the cache',
      {},
      [from('dallas', GOOD), from('frankfurt', cachedResponse())],
    ],
    ['the check sends HEAD', { request: { method: 'HEAD' } }, ALL_GOOD],
    ['a place has nothing', {}, [from('dallas', GOOD), from('frankfurt', undefined)]],
  ]
  test.each(NOT_ENOUGH)('challenged, and %s: inconclusive', (_, here, elsewhere) => {
    expect(judged({ edge: challenge('header'), ...here }, elsewhere)).toEqual(
      inconclusive('cloudflare-challenged', 'certain'),
    )
  })

  test('challenged, and the expected text is not in the part that the places read: inconclusive', () => {
    const unread: Exchange = { ...GOOD, ...(GOOD.kind === 'completed' && { content: { body: 'unread' } }) }
    const direct = response(200, 'shop')
    const origin: Exchange = { ...direct, ...(direct.kind === 'completed' && { content: { body: 'found' } }) }
    const expectedBody = { kind: 'text', text: 'shop' } as const
    const here = { edge: challenge('header'), origin, request: { expectedBody } }
    expect(judged(here, everywhere(unread))).toEqual(inconclusive('cloudflare-challenged', 'certain'))
    const found: Exchange = { ...GOOD, ...(GOOD.kind === 'completed' && { content: { body: 'found' } }) }
    expect(judged(here, everywhere(found))).toEqual(healthy.withNote('cloudflare-challenged'))
  })

  test.each(['slow', 'malformed', 'limit'] as const)(
    'challenged, with results missing (%s): inconclusive',
    (problem) => {
      expect(judged({ edge: challenge('header') }, ALL_GOOD, { problem })).toEqual(
        inconclusive('cloudflare-challenged', 'certain'),
      )
    },
  )

  // Without the places, Cloudflare itself is more likely to fail. One of them alone must not decide that.
  test.each(NOT_ENOUGH.slice(2, 7))('without a connection, and %s: inconclusive', (_, here, elsewhere) => {
    const { verdict, cause } = judged({ ...NO_EDGE, ...here }, elsewhere)
    expect([verdict, cause]).toEqual(['inconclusive', 'runner-offline'])
  })

  test.each(NOT_ENOUGH.slice(0, 2))('without a connection, and %s: unhealthy', (_, here, elsewhere) => {
    expect(judged({ ...NO_EDGE, ...here }, elsewhere).verdict).toBe('unhealthy')
  })

  test('challenged, with results pending: inconclusive', () => {
    expect(judged({ edge: challenge('header') }, ALL_GOOD, { missing: 1 }).verdict).toBe('inconclusive')
  })

  test('challenged: a place without probes does not matter', () => {
    expect(judged({ edge: challenge('header') }, ALL_GOOD, { problem: 'no-probes' })).toEqual(
      healthy.withNote('cloudflare-challenged'),
    )
  })

  test('without a DNS answer, which may be cached elsewhere: unhealthy', () => {
    const here = { edge: unresolvedName, trace: unresolvedName, dns: dnsFailure('no-such-host') }
    expect(judged(here, ALL_GOOD)).toEqual(unhealthy('dns-no-such-host', 'likely'))
  })

  test('without a connection, while others get copies or challenges: inconclusive, not unhealthy', () => {
    for (const exchange of [cachedResponse(), challenge('header')])
      expect(judged(NO_EDGE, everywhere(exchange))).toEqual(inconclusive('runner-offline', 'likely'))
    expect(judged(NO_EDGE, twoOf(edgeResponse(404, 'No'))).verdict).toBe('unhealthy')
  })

  test('rejected by a TLS alert, which is not its network: unhealthy', () => {
    const edge = failedExchange('tls', 'protocol', { alert: 40 })
    expect(judged({ edge, trace: edge }, ALL_GOOD).verdict).toBe('unhealthy')
  })

  test('challenged, while the origin itself fails: unhealthy', () => {
    expect(judged({ edge: challenge('header'), origin: nginxError(500) }, ALL_GOOD)).toEqual(
      unhealthy('origin-app-error', 'likely'),
    )
  })

  test('rejected with a 403 that Cloudflare passes on: inconclusive', () => {
    expect(judged({ edge: edgeResponse(403, 'no') }, ALL_GOOD)).toEqual(
      inconclusive('cloudflare-blocked-by-origin', 'possible'),
    )
  })
})

test('names the places that get the site', () => {
  expect(words({ edge: challenge('header') }, ALL_GOOD)).toBe(
    'Cloudflare challenges this runner, while visitors in Dallas, Frankfurt and Singapore get 200. The origin responds as expected to the direct request.',
  )
})

test.each([
  [everywhere(cachedResponse()), "The vantage points get copies from Cloudflare's cache"],
  [everywhere(edgeResponse(301, '', { location: '/en/' })), "can't be judged completely"],
  [[from('dallas', GOOD)], 'Only vantage points of one network get the site'],
  [twoOf(edgeResponse(404, 'No')), 'Of 3 vantage points, 1 gets the site.'],
  [everywhere(timedOutConnection), 'Of 3 vantage points, none gets the site.'],
] as const)('says why the places were not enough', (elsewhere, reason) => {
  expect(words({ edge: challenge('header') }, elsewhere)).toContain(reason)
})

const ROUTE_FAILED = failedExchange('connect', 'route')
const LOCKED_HINT = 'If the origin admits only Cloudflare, set `origin-proxy-command`.'

test.each([
  ['without an origin', undefined, 'set `origin`.'],
  [
    'because the route to the origin failed',
    ROUTE_FAILED,
    'the route to the origin failed. Repair the route.',
  ],
  ['because the origin rejects this runner', timedOutConnection, LOCKED_HINT],
  ['because the application fails', nginxError(502), 'The direct request failed, so that is not enough'],
] as const)(
  'good responses elsewhere are not enough %s, and the report says what is missing',
  (_, origin, hint) => {
    const text = words({ edge: challenge('header'), origin }, ALL_GOOD)
    expect(text).toContain(hint)
    expect(text.includes('set `origin`')).toBe(origin === undefined)
    expect(text.includes('origin-proxy-command')).toBe(origin === timedOutConnection)
  },
)

test('says when the probes elsewhere are challenged too', () => {
  expect(words({ edge: challenge('header') }, everywhere(challenge('header')))).toContain(
    "Globalping's probes in Dallas, Frankfurt and Singapore are challenged as well: a rule, or Under Attack mode, may stop every visitor.",
  )
  expect(judged({ edge: challenge('header') }, everywhere(challenge('header')))).toEqual(
    inconclusive('cloudflare-challenged', 'certain'),
  )
})

test('distinguishes places of one city by their networks', () => {
  const two: Results = [from('frankfurt', GOOD), from('frankfurtToo', GOOD)]
  expect(words({ edge: challenge('header') }, two)).toContain(
    'visitors in Frankfurt (Example Cloud) and Frankfurt (Example Telecom) get 200',
  )
})

test('quotes no markup of a place', () => {
  const [first, ...rest] = ALL_GOOD
  const hostile = first && { ...first, place: { ...first.place, city: untrusted('`rm -rf`\n## Dallas') } }
  expect(words({ edge: challenge('header') }, hostile === undefined ? [] : [hostile, ...rest])).toContain(
    'visitors in rm -rf ## Dallas, Frankfurt and Singapore get 200',
  )
})

describe('the site fails', () => {
  const SOME: readonly Row[] = [
    [
      'in two data centers that the origin refuses',
      {},
      twoOf(edgeError(521)),
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'in two data centers that the origin drops, and it rejects this runner',
      { origin: timedOutConnection },
      twoOf(edgeError(522)),
      unhealthy('cloudflare-blocked-by-origin', 'likely').withNote('origin-locked-to-cloudflare'),
    ],
    [
      'with 521 in one, and 522 in another',
      {},
      [from('dallas', GOOD), from('frankfurt', edgeError(521)), from('singapore', edgeError(522))],
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      "with Cloudflare's own error in two",
      {},
      twoOf(unbrandedError(502)),
      unhealthy('cloudflare-edge-error', 'likely'),
    ],
    [
      'in two, with an error that no cause explains',
      {},
      twoOf(edgeResponse(502, 'An error page of its own')),
      unhealthy('unexplained', 'possible'),
    ],
    [
      'everywhere but here',
      {},
      everywhere(edgeResponse(500, 'Internal error')),
      unhealthy('origin-app-error', 'possible'),
    ],
    [
      'in two, and this runner is challenged',
      { edge: challenge('header') },
      twoOf(edgeError(521)),
      unhealthy('cloudflare-blocked-by-origin', 'likely').withNote('cloudflare-challenged'),
    ],
    [
      'in two, and this runner is offline',
      { ...NO_EDGE, origin: timedOutConnection },
      twoOf(edgeError(521)),
      unhealthy('origin-refused', 'likely').withNote('runner-offline'),
    ],
  ]
  test.each(SOME)('%s: unhealthy', (_, here, elsewhere, expected) => {
    expect(judged(here, elsewhere)).toEqual(expected)
  })

  const NOT_ENOUGH: readonly Row[] = [
    ['one place', {}, oneOf(edgeError(521)), healthy.withNote('cloudflare-blocked-by-origin')],
    [
      'one place with an error that no cause explains',
      {},
      oneOf(edgeResponse(504, 'An error page of its own')),
      healthy.withNote('unexplained'),
    ],
    [
      'two probes of one network',
      {},
      [from('dallas', GOOD), from('singapore', edgeError(521)), from('frankfurtToo', edgeError(521))],
      healthy.withNote('cloudflare-blocked-by-origin'),
    ],
    [
      'two places, with different errors',
      {},
      [from('dallas', GOOD), from('frankfurt', edgeError(521)), from('singapore', edgeResponse(500, 'Oops'))],
      healthy.withNote('origin-app-error').withNote('cloudflare-blocked-by-origin'),
    ],
    [
      'two places without a response',
      {},
      twoOf(timedOutConnection),
      healthy.withNote('cloudflare-edge-error'),
    ],
    ['one place without a response', {}, oneOf(timedOutConnection), healthy],
    [
      'no place with a response',
      {},
      everywhere(timedOutConnection),
      healthy.withWarning('cloudflare-edge-error'),
    ],
    ['two places that are challenged', {}, twoOf(challenge('header')), healthy],
    ['an error that does not come through Cloudflare', {}, twoOf(nginxError(500)), healthy],
    [
      'two places with a page that is missing',
      {},
      twoOf(edgeResponse(404, 'No')),
      healthy.withWarning('unexpected-status'),
    ],
  ]
  test.each(NOT_ENOUGH)('but not for %s', (_, here, elsewhere, expected) => {
    expect(judged(here, elsewhere)).toEqual(expected)
  })

  test("but an application's error does not count without the site's own headers", () => {
    const more = { withoutHeaders: true } as const
    expect(judged({}, twoOf(edgeResponse(500, 'Oops')), more)).toEqual(
      healthy.withWarning('origin-app-error'),
    )
    expect(judged({}, twoOf(edgeError(521)), more).verdict).toBe('unhealthy')
  })

  test('and the words say where', () => {
    expect(words({}, twoOf(edgeError(521)))).toBe(
      "Visitors in Frankfurt and Singapore get 521 (FRA and SIN), while this runner and visitors in Dallas get 200. A firewall, a geo block or the network between stops some of Cloudflare's data centers.",
    )
  })
})

const withText = (exchange: Exchange, body: 'found' | 'missing'): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, content: { body } } : exchange

describe('an error that this runner gets', () => {
  test('stays certain when it is the same everywhere', () => {
    expect(judged({ edge: edgeError(521), origin: refusedConnection }, everywhere(edgeError(521)))).toEqual(
      unhealthy('origin-refused', 'certain'),
    )
  })

  test('is not certain when others get a fresh page', () => {
    const here = { edge: edgeError(521), origin: refusedConnection }
    expect(judged(here, ALL_GOOD)).toEqual(unhealthy('origin-refused', 'likely'))
    expect(words(here, ALL_GOOD)).toContain(
      'That is in the data center SJC. Visitors in Dallas, Frankfurt and Singapore get 200 (DFW, FRA and SIN).',
    )
  })

  test('is distinguished from an old copy in one data center', () => {
    const here = {
      edge: withText(edgeResponse(200, 'old', { 'cf-cache-status': 'HIT' }), 'missing'),
      origin: withText(response(200, 'new'), 'found'),
      request: { expectedBody: { kind: 'text', text: 'new' } as const },
    }
    expect(judged(here, everywhere(withText(GOOD, 'found'))).cause).toBe('edge-stale')
    expect(words(here, everywhere(withText(GOOD, 'found')))).toContain(
      'That is in the data center SJC. Visitors in Dallas, Frankfurt and Singapore get what is expected (DFW, FRA and SIN).',
    )
  })

  test('stays certain when others get a copy from the cache, or one gets a page', () => {
    const here = { edge: edgeError(521), origin: refusedConnection }
    expect(judged(here, everywhere(cachedResponse()))).toEqual(unhealthy('origin-refused', 'certain'))
    expect(judged(here, [from('dallas', GOOD)])).toEqual(unhealthy('origin-refused', 'certain'))
  })
})

describe('DNS', () => {
  const old = (exchange: Exchange): Results => [
    from('dallas', GOOD, CURRENT),
    from('frankfurt', exchange, OLD),
    from('singapore', exchange, OLD),
  ]
  test.each([
    ['fails', old(refusedConnection), unhealthy('dns-resolvers-disagree', 'likely')],
    ['serves the site', old(response(200, 'shop')), healthy.withWarning('dns-resolvers-disagree')],
    [
      'is reached by one place',
      [from('dallas', GOOD, CURRENT), from('singapore', refusedConnection, OLD)],
      healthy,
    ],
    ['is at Cloudflare, with addresses of its own', old(GOOD), healthy],
  ] as const)('the old server %s', (_, elsewhere, expected) => {
    expect(judged({}, elsewhere)).toEqual(expected)
  })

  test('the places are named next to the resolvers that are late', () => {
    const here = { followUps: { resolvers: dnsAnswers('elsewhere', 'elsewhere', 'cloudflare') } }
    expect(words(here, old(refusedConnection))).toContain('So do the resolvers in Frankfurt and Singapore.')
  })

  test("this runner's resolver is the only one that bypasses Cloudflare", () => {
    const here = { dns: dnsElsewhere, edge: response(200, 'shop'), trace: response(404) }
    const current = ALL_GOOD.map((result) => Object.assign({}, result, CURRENT))
    expect(judged(here, current)).toEqual(healthy.withWarning('dns-resolvers-disagree'))
    expect(judged(here, [])).toEqual(healthy.withWarning('dns-not-proxied'))
  })
})

describe('an origin that rejects this runner', () => {
  const direct: Results = [
    from('dallas', response(200, 'shop'), { target: 0 }),
    from('frankfurt', response(200, 'shop'), { target: 0 }),
  ]
  test('responds to vantage points, so it is not locked', () => {
    expect(words({ origin: timedOutConnection }, direct)).toContain(
      "The origin rejects this runner, but responds directly to Globalping's probes in Dallas and Frankfurt. It seems to block this runner's address.",
    )
  })

  test('is not certainly down when vantage points reach it', () => {
    const here = { edge: edgeError(521), origin: refusedConnection }
    expect(judged(here, direct)).toEqual(unhealthy('origin-refused', 'likely'))
    expect(judged(here, direct.slice(0, 1))).toEqual(unhealthy('origin-refused', 'certain'))
  })
})
