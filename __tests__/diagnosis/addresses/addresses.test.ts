import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../src/diagnosis/judge.ts'
import { worstPage } from '../../../src/diagnosis/site-addresses.ts'
import type { ChosenAddress } from '../../../src/domain/address.ts'
import type { Finding, Judgment } from '../../../src/domain/diagnosis.ts'
import type { Resolution } from '../../../src/domain/dns.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import { recordingIn } from '../../../src/recording/read.ts'
import { recordingOf } from '../../../src/recording/write.ts'
import { replayed } from '../../../src/run/conclude.ts'
import { PUBLISH, SCHEDULE, SITE } from '../../support/config.ts'
import {
  dnsElsewhere,
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  noRoute,
  plainError,
  refusedConnection,
  rejectedCertificate,
  response,
  REQUEST,
  responseWithCertificate,
  timedOutConnection,
} from '../../support/evidence.ts'

const DEFAULT_PAGE =
  '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>'

/** Every kind of address that differs from one that responds. */
const KINDS: Readonly<Record<string, Exchange>> = {
  'refuses connections': refusedConnection,
  'drops connections': timedOutConnection,
  'has no route': noRoute,
  'fails the handshake': failedExchange('tls', 'protocol'),
  'times out in the handshake': failedExchange('tls', 'timeout'),
  'has an expired certificate': responseWithCertificate('expired'),
  'has a certificate for another name': responseWithCertificate('name-mismatch'),
  'closes without a response': failedExchange('processing', 'closed'),
  'resets the connection': failedExchange('processing', 'reset'),
  'never responds': failedExchange('processing', 'timeout'),
  'ends early': failedExchange('transfer', 'closed'),
  'returns 502': nginxError(502),
  'returns 500': plainError(500),
  'returns 503': plainError(503),
  'returns 404': plainError(404),
  'returns 403': plainError(403),
  'returns 401': plainError(401),
  'returns an empty page': response(200, '', { 'content-type': 'text/html' }),
  'returns a default page': response(200, DEFAULT_PAGE),
}

const GOOD = response(200, 'shop')

function evidenceAt(edge: Exchange, exchanges: readonly Exchange[]): Evidence {
  return evidenceWith({
    edge,
    origin: exchanges,
    request: {
      origins: exchanges.map((_, index) => {
        const address = { position: index + 1, of: exchanges.length, family: 4, ofFamily: index + 1 } as const
        return { tls: true, port: 443, named: true, address }
      }),
    },
  })
}

const all = ({ findings, warnings, notes }: Judgment): readonly Finding[] => [
  ...findings.slice(0, 1),
  ...warnings,
  ...notes,
]

const resultOf = (judgment: Judgment): unknown => [
  judgment.verdict,
  all(judgment).map(({ cause, match }) => [cause.id, match.outcome, match.confidence]),
]

describe('where one of two addresses', () => {
  test.each(Object.entries(KINDS))('%s, it is named, in either order', (_, broken) => {
    const judgment = judge(evidenceAt(edgeResponse(200, 'shop'), [GOOD, broken]))
    const named = all(judgment).filter(({ origin }) => origin?.address !== undefined)
    const text = JSON.stringify([named, all(judgment).map(({ match }) => match.because)])
    expect(text).toMatch(/"position":2|one of 2 addresses of origin 1/)
    expect(resultOf(judge(evidenceAt(edgeResponse(200, 'shop'), [broken, GOOD])))).toEqual(resultOf(judgment))
  })

  test.each(Object.entries(KINDS))('of the origin %s, as both do, no address is named', (_, broken) => {
    for (const edge of [edgeResponse(200, 'shop'), edgeError(521), edgeError(520)]) {
      const judgment = judge(evidenceAt(edge, [broken, broken]))
      const single = judge(evidenceWith({ edge, origin: broken, request: { origins: [NAMED] } }))
      expect(all(judgment).some(({ origin }) => origin !== undefined)).toBe(false)
      expect(resultOf(judgment)).toEqual(resultOf(single))
    }
  })
})

const NAMED = { tls: true, port: 443, named: true } as const

const dnsMixed: Resolution = {
  host: 'www.example.com',
  elapsed: 1,
  kind: 'resolved',
  addresses: [
    { address: '203.0.113.20', family: 4 },
    { address: '104.16.10.10', family: 4 },
  ],
}

const addressOf = (position: number, family: 4 | 6): ChosenAddress => ({ position, of: 2, family })

const judgedSite = (pages: readonly Exchange[], families: readonly (4 | 6)[] = [4, 4]): Judgment => {
  const base = evidenceWith({ dns: dnsElsewhere, trace: response(404), origin: GOOD })
  const all = pages.map((page, index) => ({ page, address: addressOf(index + 1, families[index] ?? 4) }))
  const worst = worstPage(base.request, all)
  const edge = all[worst]
  if (edge === undefined) throw new RangeError('no page')
  return judge({
    ...base,
    edge: edge.page,
    atOrigins: [true],
    request: { ...base.request, siteAddress: edge.address },
    otherAddresses: all.flatMap(({ page, address }, index) =>
      index === worst ? [] : [{ address, exchange: page }],
    ),
  })
}

// An empty page is a warning at most.
const { 'returns an empty page': _, ...failures } = KINDS
const FOR_VISITORS: Readonly<Record<string, Exchange>> = {
  ...failures,
  'has an expired certificate': rejectedCertificate('expired'),
  'has a certificate for another name': rejectedCertificate('name-mismatch'),
}

describe('of a site without Cloudflare', () => {
  test.each(Object.entries(FOR_VISITORS))(
    'one address that %s is unhealthy, in either order',
    (_, broken) => {
      const judgment = judgedSite([GOOD, broken])
      expect(judgment.verdict).toBe('unhealthy')
      expect(judgment.findings[0]?.origin).toMatchObject({ site: true, address: { position: 2 } })
      expect(resultOf(judgedSite([broken, GOOD]))).toEqual(resultOf(judgment))
    },
  )

  test.each([
    [refusedConnection, 'origin-refused'],
    [timedOutConnection, 'origin-connect-timeout'],
    [noRoute, 'origin-unreachable'],
  ])('an IPv6 address without a connection is a warning, because clients fall back', (broken, id) => {
    const { verdict, warnings } = judgedSite([GOOD, broken], [4, 6])
    expect(verdict).toBe('healthy')
    expect(warnings.map(({ cause }) => cause.id).toSorted()).toEqual(['dns-not-proxied', id].toSorted())
    expect(judgedSite([broken, GOOD], [4, 6]).verdict).toBe('unhealthy')
  })

  test('two good addresses are a site without Cloudflare, and nothing else', () => {
    const { verdict, warnings } = judgedSite([GOOD, GOOD])
    expect([verdict, warnings.map(({ cause }) => cause.id)]).toEqual(['healthy', ['dns-not-proxied']])
  })
})

const OUTSIDE = { outside: true } as const

/** Of a site with one address at Cloudflare, the first, and one outside. */
const judgedMixed = (cloudflare: Exchange, outside: Exchange, origin = GOOD): Judgment => {
  const base = evidenceWith({ dns: dnsMixed, origin })
  const pages = [
    { page: cloudflare, address: addressOf(1, 4) },
    { page: outside, address: { ...addressOf(2, 4), ...OUTSIDE } },
  ] as const
  const [edge, other] = worstPage(base.request, pages) === 0 ? pages : [pages[1], pages[0]]
  return judge({
    ...base,
    edge: edge.page,
    request: { ...base.request, siteAddress: edge.address },
    otherAddresses: [{ address: other.address, exchange: other.page }],
  })
}

describe('of a site at Cloudflare and elsewhere', () => {
  const SERVED = edgeResponse(200, 'shop')
  test.each(Object.entries(FOR_VISITORS))('an address outside that %s is unhealthy', (_, broken) => {
    const { verdict, findings } = judgedMixed(SERVED, broken)
    expect(verdict).toBe('unhealthy')
    expect(findings[0]?.origin).toMatchObject({ site: true, address: OUTSIDE })
    const single = judgedSite([GOOD, broken]).findings[0]
    expect([findings[0]?.cause.id, findings[0]?.match.confidence]).toEqual([
      single?.cause.id,
      single?.match.confidence,
    ])
  })

  test('a good address outside is a warning', () => {
    const { verdict, warnings } = judgedMixed(SERVED, GOOD)
    expect([verdict, warnings.map(({ cause }) => cause.id)]).toEqual(['healthy', ['dns-not-proxied']])
    expect(warnings[0]?.match.because).toContain("to an address outside Cloudflare's ranges")
  })

  test("an address of the customer's own range at Cloudflare is nothing", () => {
    const { verdict, warnings, notes } = judgedMixed(SERVED, SERVED)
    expect([verdict, warnings, notes]).toEqual(['healthy', [], []])
  })

  test('an error from Cloudflare is that of any site', () => {
    const { findings } = judgedMixed(edgeError(521), GOOD, refusedConnection)
    const single = judge(evidenceWith({ edge: edgeError(521), origin: refusedConnection }))
    expect(findings[0]?.cause.id).toBe(single.findings[0]?.cause.id)
    expect(findings[0]?.match.confidence).toBe(single.findings[0]?.match.confidence)
  })
})

test('a recording with several addresses replays to the same report, without an address', () => {
  const evidence = evidenceAt(edgeResponse(200, 'shop'), [GOOD, nginxError(502)])
  const site = { ...SITE, origins: [{ scheme: 'https:', host: 'origin.example', port: 443 }] } as const
  const run = { version: '1.0.0', at: evidence.at, schedule: SCHEDULE }
  const sites = [{ site, history: [evidence], addresses: ['203.0.113.10', '203.0.113.20'] }] as const
  const content = JSON.stringify(recordingOf({ ...run, sites }, { showOrigin: false, tokens: [] }))
  expect(content).not.toMatch(/203\.0\.113|origin\.example/)
  const recording = recordingIn(content)
  if (typeof recording === 'string') throw new TypeError(recording)
  const report = replayed(recording, { showOrigin: false, publish: PUBLISH })
  const [first] = report.sites
  expect(first.headline).toContain('(one of 2 addresses of origin 1)')
  expect(first.path.map(({ name }) => name)).toContain('one of 2 addresses of origin 1')
  expect(first.probes.origins.map(({ name }) => name)).toEqual(['first IPv4 address', 'second IPv4 address'])
})

describe('a challenge from Cloudflare at an address of the origin', () => {
  const PAGE =
    '<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>'
  const HEADERS = { server: 'cloudflare', 'cf-ray': '8abc000000000000-SJC', 'content-type': 'text/html' }
  const forms = [200, 403, 503].map((status) => [status, response(status, PAGE, HEADERS)] as const)

  test.each(forms)('with %s is a note: the address belongs to Cloudflare', (_, challenge) => {
    for (const origins of [[challenge], [GOOD, challenge], [challenge, GOOD]]) {
      const { verdict, warnings, notes } = judge(evidenceAt(edgeResponse(200, 'shop'), origins))
      expect([verdict, warnings]).toEqual(['healthy', []])
      expect(notes.map(({ cause }) => cause.id)).toContain('dns-points-to-cloudflare')
    }
  })

  test.each(forms)('with %s leaves open whether the site works, if no origin was seen', (_, challenge) => {
    const cached = edgeResponse(200, 'shop', { 'cf-cache-status': 'HIT' })
    const { verdict, findings } = judge(evidenceAt(cached, [challenge]))
    expect([verdict, findings[0]?.cause.id]).toEqual(['inconclusive', 'cloudflare-challenged'])
  })
})

const page = (title: string, text = 'words of this shop alone', type = 'text/html') =>
  ({
    direct: response(200, `<title>${title}</title><p>${text}</p>`, { 'content-type': type }),
    edge: edgeResponse(200, `<title>${title}</title><p>${text}</p>`, { 'content-type': type }),
  }) as const
const JSON_TYPE = { 'content-type': 'application/json' }
const JSON_PAGE = {
  direct: response(200, '{"ok":true}', JSON_TYPE),
  edge: edgeResponse(200, '{"ok":true}', JSON_TYPE),
}
const warningsOf = ({ verdict, warnings }: Judgment): unknown => [
  verdict,
  warnings
    .filter(({ match }) => match.form === 'differing-address')
    .map(({ origin }) => origin?.address?.position),
]

describe('where one of two addresses returns another page', () => {
  const shop = page('Shop')
  const DIFFERENT = [page('Garden tools', 'spades and rakes'), JSON_PAGE]
  test.each(DIFFERENT)('it is named, in either order', ({ direct }) => {
    expect(warningsOf(judge(evidenceAt(shop.edge, [shop.direct, direct])))).toEqual(['healthy', [2]])
    expect(warningsOf(judge(evidenceAt(shop.edge, [direct, shop.direct])))).toEqual(['healthy', [1]])
    expect(warningsOf(judgedSite([shop.direct, direct]))).toEqual(['healthy', [undefined]])
    expect(warningsOf(judgedSite([direct, shop.direct]))).toEqual(['healthy', [undefined]])
  })

  const ALIKE = [
    page('  SHOP '),
    page('Shop (3)'),
    page('', 'spades and rakes'),
    page('Shop', 'a nonce: 8a7c'),
    page('Shop', 'spades and rakes'),
  ]
  test.each(ALIKE)('a small difference is nothing', ({ direct }) => {
    expect(warningsOf(judge(evidenceAt(shop.edge, [shop.direct, direct])))).toEqual(['healthy', []])
  })

  test('and both differ from what visitors get, it is the origin', () => {
    const { direct } = page('Garden tools', 'spades and rakes')
    const { verdict, warnings } = judge(evidenceAt(shop.edge, [direct, direct]))
    expect([verdict, ...warnings.map(({ match }) => match.form)]).toEqual(['healthy', 'differing-origin'])
  })

  test('and one is empty, it is named', () => {
    const empty = response(204, '')
    expect(warningsOf(judge(evidenceAt(shop.edge, [shop.direct, empty])))).toEqual(['healthy', [2]])
    expect(warningsOf(judge(evidenceAt(edgeResponse(204, ''), [shop.direct, empty])))).toEqual([
      'healthy',
      [1],
    ])
  })
})

const judged = (edge: Exchange, ...origins: readonly Exchange[]): unknown => {
  const { verdict, warnings } = judge(evidenceWith({ edge, origin: origins }))
  const found = warnings.filter(({ match }) => match.form === 'differing-origin')
  return [verdict, ...found.map(({ origin }) => origin?.position ?? 0)]
}
const at = (status: number, text: string, headers: object): Exchange =>
  edgeResponse(status, text, { 'content-type': 'text/html', ...headers })

describe('an origin that returns another page than visitors get', () => {
  const shop = page('Shop')
  const other = page('Garden tools', 'spades and rakes')
  test.each([other, JSON_PAGE, { direct: response(204, '') }])('is a warning, in any order', ({ direct }) => {
    expect(judged(shop.edge, direct)).toEqual(['healthy', 0])
    expect(judged(shop.edge, shop.direct, direct)).toEqual(['healthy', 2])
    expect(judged(shop.edge, direct, shop.direct)).toEqual(['healthy', 1])
  })

  test.each([
    page('Shop (7)'),
    page('', 'spades'),
    page('Shop', 'spades'),
    page('Shop', 'a nonce: 8a7c'),
    { direct: response(200, 'shop') },
  ])('is nothing if it differs in small ways', ({ direct }) => {
    expect(judged(shop.edge, direct)).toEqual(['healthy'])
  })

  test('is nothing if it is a translation', () => {
    const [english, german] = ['lang="en"><title>Tools', "lang='de-AT'><title>Werkzeuge"].map(
      (start) => `<html ${start}</title>`,
    )
    const type = { 'content-type': 'text/html' }
    expect(judged(edgeResponse(200, english, type), response(200, german, type))).toEqual(['healthy'])
  })

  test.each([
    ['is a copy', at(200, '<title>Shop</title>', { 'cf-cache-status': 'HIT' })],
    ['is stale', at(200, '<title>Shop</title>', { 'cf-cache-status': 'STALE' })],
    ['is from a Worker or a rule', at(200, '<title>Shop</title>', { 'cf-cache-status': 'NONE' })],
  ])('is nothing if what visitors get %s', (_, edge) => {
    expect(judged(edge, other.direct)).toEqual(['healthy'])
  })

  test('is nothing if Cloudflare converts an image', () => {
    const [webp, png] = [{ 'content-type': 'image/webp' }, { 'content-type': 'image/png' }]
    expect(judged(edgeResponse(200, 'RIFF', webp), response(200, 'PNG', png))).toEqual(['healthy'])
  })

  test('is nothing if it has what the workflow expects', () => {
    const content = { content: { body: 'found' } } as const
    const both = [shop.edge, other.direct].map((each) => Object.assign({}, each, content))
    const request = { ...REQUEST, expectedBody: { kind: 'text', text: 'x' } } as const
    const [edge, origin] = both
    if (edge === undefined || origin === undefined) throw new TypeError('no responses')
    expect(judge(evidenceWith({ request, edge, origin })).warnings).toEqual([])
  })
})

const notesOf = ({ notes }: Judgment): unknown => notes.map(({ cause, match }) => [cause.id, match.because])

describe('an origin with only IPv6 addresses, checked without IPv6', () => {
  const unrouted = failedExchange('connect', 'unrouted')
  const note = 'The IPv6 address of origin 1 was not checked, because this runner has no IPv6 connectivity.'

  test('is a note while visitors are served', () => {
    const judgment = judge(evidenceWith({ origin: unrouted }))
    expect([judgment.verdict, judgment.warnings]).toEqual(['healthy', []])
    expect(notesOf(judgment)).toEqual([['origin-unreachable', note]])
  })

  test.each([502, 520, 521, 522, 523, 524, 525, 526] as const)('proves nothing next to %s', (code) => {
    const without = judge(evidenceWith({ edge: edgeError(code), origin: undefined }))
    const judgment = judge(evidenceWith({ edge: edgeError(code), origin: unrouted }))
    const [known, unknown] = [judgment, without].map(({ verdict, findings }) => ({
      verdict,
      findings: findings.map(({ cause, match }) => [cause.id, match.outcome, match.confidence]),
    }))
    expect(known).toEqual(unknown)
  })

  test('counts the addresses of each of several origins', () => {
    const dialed = { tls: true, port: 443 } as const
    const origins = [
      { ...dialed, address: { of: 2, family: 6, position: 1, ofFamily: 1 } },
      { ...dialed, address: { of: 2, family: 6, position: 2, ofFamily: 2 } },
      dialed,
    ] as const
    const judgment = judge(evidenceWith({ origin: [unrouted, unrouted, unrouted], request: { origins } }))
    expect(judgment.verdict).toBe('healthy')
    expect(notesOf(judgment)).toEqual([
      [
        'origin-unreachable',
        'The 2 IPv6 addresses of origin 1 were not checked, because this runner has no IPv6 connectivity. The IPv6 address of origin 2 was not checked, because this runner has no IPv6 connectivity.',
      ],
    ])
  })

  test('hides no failure of another origin', () => {
    const { verdict, findings } = judge(evidenceWith({ origin: [unrouted, nginxError(502)] }))
    expect([verdict, findings[0]?.cause.id]).toEqual(['unhealthy', 'origin-app-down'])
  })
})
