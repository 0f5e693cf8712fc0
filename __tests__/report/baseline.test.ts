import { describe, expect, test } from '@jest/globals'
import { assert, jsonValue, nat, property } from 'fast-check'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { CompletedExchange } from '../../src/domain/exchange.ts'
import type { ChangesReport, Report } from '../../src/domain/report.ts'
import { baselineIn, type EarlierReport } from '../../src/report/baseline/baseline.ts'
import { RENDERERS, reportOf } from '../../src/report/render/index.ts'
import { refused } from './causes.ts'
import {
  ADDRESS,
  answer,
  broken,
  directDns,
  edge,
  failedLook,
  finding,
  healthyLook,
  historyOf,
  judged,
  proxiedDns,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

type Looks = Parameters<typeof historyOf>[1]
type Look = Looks[0]

const REFUSED = broken('connect', 'refused', 'ECONNREFUSED')
const WELL: Look = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }

/** A report of one site that was seen so. */
function reported(looks: Looks, earlier?: EarlierReport, site = siteOf()): Report {
  const history = historyOf(site, looks)
  const sick = looks.some(({ edge }) => edge?.kind !== 'completed' || edge.head.status >= 400)
  const found = finding(refused, 'it is so', [{ from: 'edge', text: 'Visitors get an error.' }])
  const look = sick ? failedLook(found) : healthyLook()
  return reportOf({
    sites: [judged(site, history, steadily(history, look))],
    at: START + 60_000,
    version: '1.0.0',
    ...(earlier !== undefined && { earlier }),
  })
}

function read(text: string): EarlierReport {
  const found = baselineIn(text)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const earlierOf = (looks: Looks): EarlierReport => read(RENDERERS.json(reported(looks)))

function changed(before: Look, now: Look): ChangesReport {
  const { changes } = reported([now], earlierOf([before])).sites[0]
  if (changes === undefined) throw new Error('not compared')
  return changes
}

function linesOf({ changes, answers }: ChangesReport): readonly string[] {
  return [...changes, ...answers].map(
    ({ where, what, before, now }) => `${where}/${what}: ${before} → ${now}`,
  )
}

function withCertificate(
  exchange: CompletedExchange,
  more: Partial<Certificate>,
  protocol?: string,
): CompletedExchange {
  const { tls } = exchange
  if (tls === undefined) throw new Error('no TLS')
  const certificate = { ...tls.certificate, ...more }
  return { ...exchange, tls: { ...tls, certificate, ...(protocol !== undefined && { protocol }) } }
}

/** The same answer in so many milliseconds. */
function taking(ms: number): CompletedExchange {
  return { ...answer(200, { server: 'nginx' }), timings: { connect: 10, processing: ms - 10 } }
}

const origin = (exchange: CompletedExchange): Look => ({ ...WELL, origins: [exchange] })

describe('what is told', () => {
  test.each<[string, Look, Look, readonly string[]]>([
    ['nothing, of a site that is as it was', WELL, WELL, []],
    [
      'an answer, by origin and edge',
      WELL,
      { edge: edge(521), origins: [REFUSED] },
      ['directly/answer: 200 → none: connection refused', 'through Cloudflare/answer: 200 → 521'],
    ],
    [
      'where the name leads',
      { ...WELL, dns: proxiedDns },
      { ...WELL, dns: directDns },
      ['/DNS answer: Cloudflare (2 addresses) → elsewhere (1 address)'],
    ],
    [
      'that the name is gone',
      WELL,
      { ...WELL, dns: { kind: 'failed', host: 'x', elapsed: 1, reason: 'no-such-host', code: 'ENOTFOUND' } },
      ['/DNS answer: Cloudflare (2 addresses) → no such name'],
    ],
    [
      'the SSL mode that the zone says',
      { ...WELL, zone: { ssl: 'flexible', unread: [] } },
      { ...WELL, zone: { ssl: 'strict', unread: [] } },
      ['/SSL mode: flexible → strict'],
    ],
    ['no SSL mode that is guessed', WELL, { ...WELL, zone: { ssl: 'full', unread: [] } }, []],
    [
      'a certificate that was renewed by another issuer',
      WELL,
      origin(
        withCertificate(answer(200, { server: 'nginx' }), {
          issuer: 'CN=Other CA',
          notBefore: Date.UTC(2026, 10, 20),
          notAfter: Date.UTC(2027, 1, 18),
        }),
      ),
      [
        "directly/issuer: CN=E7, O=Let's Encrypt, C=US → CN=Other CA",
        'directly/certificate: 2026-10-24 to 2027-01-22 → 2026-11-20 to 2027-02-18',
      ],
    ],
    [
      'names that came and went',
      origin(withCertificate(answer(200, { server: 'nginx' }), { names: ['a.example', 'b.example'] })),
      origin(
        withCertificate(answer(200, { server: 'nginx' }), {
          names: ['b.example', 'c.example'],
          faults: ['name-mismatch'],
        }),
      ),
      ['directly/names: a.example → c.example', "directly/certificate's faults: none → for another name"],
    ],
    [
      'the version of TLS',
      WELL,
      origin(withCertificate(answer(200, { server: 'nginx' }), {}, 'TLSv1.2')),
      ['directly/TLS version: TLS 1.3 → TLS 1.2'],
    ],
    [
      'the server, and that it says no longer what it is',
      WELL,
      { ...WELL, edge: edge(200, { server: 'nginx' }), origins: [answer(200)] },
      ['directly/server: nginx → none', 'through Cloudflare/server: cloudflare → nginx'],
    ],
    [
      'one origin more',
      WELL,
      { ...WELL, origins: [answer(200, { server: 'nginx' }), answer(200)] },
      ['/number of origins: 1 → 2'],
    ],
    [
      'a time of more than double',
      origin(taking(150)),
      origin(taking(400)),
      ['directly/time: 150 ms → 400 ms'],
    ],
    [
      'and one of less than half',
      origin(taking(900)),
      origin(taking(300)),
      ['directly/time: 900 ms → 300 ms'],
    ],
    ['no time that is less than 200 ms more', origin(taking(50)), origin(taking(240)), []],
    ['no time that is less than double', origin(taking(1000)), origin(taking(1900)), []],
    [
      'no time of an error, which comes faster',
      origin({ ...answer(200, { server: 'nginx' }), timings: { processing: 900 } }),
      origin({ ...answer(500, { server: 'nginx' }), timings: { processing: 20 } }),
      ['directly/answer: 200 → 500'],
    ],
  ])('%s', (_, before, now, lines) => {
    expect(linesOf(changed(before, now))).toEqual(lines)
  })
})

test('of several looks the median counts, among those with the same answer', () => {
  const slowOnce = [100, 110, 5000, 120].map((ms) => origin(taking(ms)))
  const [first = WELL, ...rest] = slowOnce
  const report = reported([first, ...rest], earlierOf([origin(taking(105))]))
  expect(report.sites[0].probes.origins[0]?.typical).toBe(115)
  expect(report.sites[0].changes?.answers).toEqual([])
})

function wire(version: string): Pick<CompletedExchange, 'wire'> {
  return { wire: { opening: `${version} 200 OK`, contentLength: [], transferEncoding: [] } }
}

test('HTTP versions are compared where both are known', () => {
  const plain = answer(200, { server: 'nginx' })
  const before = origin({ ...plain, ...wire('HTTP/1.1') })
  expect(linesOf(changed(before, origin({ ...plain, ...wire('HTTP/1.0') })))).toEqual([
    'directly/HTTP version: HTTP/1.1 → HTTP/1.0',
  ])
  expect(linesOf(changed(before, origin(plain)))).toEqual([])
})

describe('how it is told', () => {
  const now: Look = { edge: edge(521), origins: [REFUSED], dns: directDns }

  test('in sight where the site fails, and in a fold', () => {
    const report = reported([now], earlierOf([WELL]))
    const words = RENDERERS.markdown(report)
    expect(words).toContain(
      '**Changed:** since 2026-11-23 14:04 UTC, when it was healthy: the DNS answer from',
    )
    expect(words).toContain('<summary>What changed since 2026-11-23 14:04 UTC</summary>')
    expect(words.indexOf('**Changed:**')).toBeLessThan(words.indexOf('<details>'))
    expect(RENDERERS.text(report)).toContain('What changed since 2026-11-23 14:04 UTC:')
  })

  test('calmly where it is healthy, and not at all where nothing changed', () => {
    const renamed = reported([{ ...WELL, origins: [answer(200, { server: 'caddy' })] }], earlierOf([WELL]))
    expect(RENDERERS.markdown(renamed)).toContain('| directly | server | `nginx` | `caddy` |')
    expect(RENDERERS.text(renamed, { width: 200 })).toContain('the server (directly) from `nginx` to `caddy`')
    const same = reported([WELL], earlierOf([WELL]))
    expect(same.sites[0].changes).toMatchObject({ changes: [], answers: [] })
    expect(RENDERERS.markdown(same)).not.toContain('hanged')
    expect(RENDERERS.text(same)).not.toContain('hanged')
  })

  test('that nothing changed is of use where the site fails', () => {
    const report = reported([now], earlierOf([now]))
    expect(RENDERERS.text(report)).toContain('when it was not healthy: nothing that was compared')
  })
})

describe('a file that says anything', () => {
  const EVIL = '@everyone <img src=x> | ``` \u202e ::error::x https://evil.example'

  test('is as harmless as the wire, and as silent about the origin', () => {
    const site = siteOf()
    const json: {
      sites: [{ probes: { origins: [{ server: string; tls: { issuer: string; names: string[] } }] } }]
    } = JSON.parse(RENDERERS.json(reported([WELL])))
    const [side] = json.sites[0].probes.origins
    side.server = `${EVIL} at ${ADDRESS}`
    side.tls.issuer = `CN=${EVIL}`
    side.tls.names = [ADDRESS, '198.51.100.7', EVIL]
    const report = reported([WELL], read(JSON.stringify(json)), site)
    expect(report.sites[0].changes?.changes.map(({ what }) => what)).toEqual(['issuer', 'names', 'server'])
    for (const render of Object.values(RENDERERS)) {
      const words = render(report)
      expect(words).not.toContain(ADDRESS)
      expect(words).not.toContain('198.51.100.7')
      expect(words).not.toContain('\u202e')
    }
    expect(RENDERERS.markdown(report)).not.toMatch(/(?<![`\w|] ?)<img/)
  })

  test.each([
    ['nothing', '', 'is no JSON'],
    ['a page', '<html>', 'is no JSON'],
    ['a list', '[]', 'is no report of Origin Gate'],
    ['another thing', '{"name":"x"}', 'is no report of Origin Gate'],
    ['a recording', '{"recording":1,"sites":[]}', 'is no report of Origin Gate'],
    ['a later schema', '{"schema":2}', 'is a report of a kind that this version does not know'],
    ['a report without its time', '{"schema":1,"sites":[]}', 'does not say when it was made'],
    ['a report of nothing', '{"schema":1,"at":"2026-11-23T14:04:07.000Z","sites":[{}]}', 'speaks of no site'],
  ])('%s: it is told what is wrong', (_, text, fault) => {
    expect(baselineIn(text)).toBe(fault)
  })

  test('never throws, whatever a report has where something else belongs', () => {
    const whole: unknown = JSON.parse(RENDERERS.json(reported([WELL])))
    assert(
      property(jsonValue(), nat(), (value, place) => {
        let places = 0
        JSON.stringify(whole, (_, part: unknown) => {
          places += 1
          return part
        })
        let index = 0
        const spoilt = JSON.stringify(whole, (_, part: unknown) => {
          index += 1
          return index - 1 === place % places ? value : part
        })
        const found = baselineIn(spoilt)
        if (typeof found === 'string') return
        const report = reported([WELL], found)
        for (const render of Object.values(RENDERERS)) render(report)
      }),
      { numRuns: 300 },
    )
  })
})

describe('sites are found by their URL', () => {
  const other = siteOf({ url: 'https://shop.example.com/' })

  test('and one that the earlier report does not know is said so', () => {
    const report = reported([WELL], earlierOf([WELL]), other)
    expect(report.sites[0].changes).toBeUndefined()
    const text = 'The earlier report, of 2026-11-23, has nothing to compare this site with.'
    expect(report.notes).toEqual([{ id: 'baseline', text }])
    expect(report.sites[0].notes).toEqual([])
    expect(RENDERERS.markdown(report)).toContain(`**Note:** ${text}`)
    expect(RENDERERS.text(report)).toContain(`Note: ${text}`)
  })

  test('and two of the same are not mistaken for one another', () => {
    const history = historyOf(siteOf(), [WELL])
    const twice = judged(siteOf(), history, steadily(history, healthyLook()))
    const both = reportOf({ sites: [twice, twice], at: START, version: '1.0.0', earlier: earlierOf([WELL]) })
    expect(both.sites.map(({ changes }) => changes)).toEqual([undefined, undefined])
  })
})

test('without a baseline there is neither note nor change', () => {
  const report = reported([WELL])
  expect(report.notes).toEqual([])
  expect(report.sites[0]).not.toHaveProperty('changes')
})
