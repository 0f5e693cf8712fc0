import { describe, expect, test } from '@jest/globals'
import { assert, jsonValue, nat, property } from 'fast-check'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { CompletedExchange } from '../../src/domain/exchange.ts'
import type { ChangesReport, Report } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { baselineIn, type EarlierReport } from '../../src/report/baseline/baseline.ts'
import { RENDERERS, reportOf } from '../../src/report/render/index.ts'
import { failedExchange } from '../support/evidence.ts'
import {
  ADDRESS,
  answer,
  broken,
  directDns,
  edge,
  failedRound,
  finding,
  healthyRound,
  historyOf,
  judged,
  realCause,
  proxiedDns,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

type Rounds = Parameters<typeof historyOf>[1]
type Round = Rounds[0]

const REFUSED = broken('connect', 'refused', 'ECONNREFUSED')
const HEALTHY: Round = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }

/** The report of one site with these rounds. */
function reported(rounds: Rounds, earlier?: EarlierReport, site = siteOf(), at = START + 60_000): Report {
  const history = historyOf(site, rounds)
  const failed = rounds.some(({ edge }) => edge?.kind !== 'completed' || edge.head.status >= 400)
  const found = finding(realCause('origin-refused'), 'The connection was refused.', [
    { from: 'edge', text: 'Visitors get an error.' },
  ])
  const judgment = failed ? failedRound(found) : healthyRound()
  return reportOf({
    sites: [judged(site, history, steadily(history, judgment))],
    at,
    version: '1.0.0',
    ...(earlier !== undefined && { earlier }),
  })
}

function read(text: string): EarlierReport {
  const found = baselineIn(text)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const earlierOf = (rounds: Rounds): EarlierReport => read(RENDERERS.json(reported(rounds)))

function changed(before: Round, now: Round): ChangesReport {
  const { changes } = reported([now], earlierOf([before])).sites[0]
  if (changes === undefined) throw new Error('not compared')
  return changes
}

function linesOf({ changes, responses }: ChangesReport): readonly string[] {
  return [...changes, ...responses].map(
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

/** A response that takes this many milliseconds. */
function taking(ms: number): CompletedExchange {
  return { ...answer(200, { server: 'nginx' }), timings: { connect: 10, processing: ms - 10 } }
}

const origin = (exchange: CompletedExchange): Round => ({ ...HEALTHY, origins: [exchange] })

describe('a change is reported', () => {
  test.each<[string, Round, Round, readonly string[]]>([
    ['none when nothing changed', HEALTHY, HEALTHY, []],
    [
      'the response, at the origin and the edge',
      HEALTHY,
      { edge: edge(521), origins: [REFUSED] },
      ['directly/response: 200 → none: connection refused', 'through Cloudflare/response: 200 → 521'],
    ],
    [
      'what the name resolves to',
      { ...HEALTHY, dns: proxiedDns },
      { ...HEALTHY, dns: directDns },
      ['/DNS answer: Cloudflare (2 addresses) → elsewhere (1 address)'],
    ],
    [
      'a name that no longer exists',
      HEALTHY,
      {
        ...HEALTHY,
        dns: { kind: 'failed', host: 'x', elapsed: 1, reason: 'no-such-host', code: 'ENOTFOUND' },
      },
      ['/DNS answer: Cloudflare (2 addresses) → no such name'],
    ],
    [
      'the SSL mode of the zone',
      { ...HEALTHY, zone: { ssl: 'flexible', unread: [] } },
      { ...HEALTHY, zone: { ssl: 'strict', unread: [] } },
      ['/SSL mode: flexible → strict'],
    ],
    ['not an SSL mode that is guessed', HEALTHY, { ...HEALTHY, zone: { ssl: 'full', unread: [] } }, []],
    [
      'a certificate from another issuer',
      HEALTHY,
      origin(
        withCertificate(answer(200, { server: 'nginx' }), {
          issuer: untrusted('CN=Other CA'),
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
      'names that were added and removed',
      origin(
        withCertificate(answer(200, { server: 'nginx' }), {
          names: ['a.example', 'b.example'].map(untrusted),
        }),
      ),
      origin(
        withCertificate(answer(200, { server: 'nginx' }), {
          names: ['b.example', 'c.example'].map(untrusted),
          faults: ['name-mismatch'],
        }),
      ),
      ['directly/names: $ORIGIN → c.example', "directly/certificate's faults: none → for another name"],
    ],
    [
      'the TLS version',
      HEALTHY,
      origin(withCertificate(answer(200, { server: 'nginx' }), {}, 'TLSv1.2')),
      ['directly/TLS version: TLS 1.3 → TLS 1.2'],
    ],
    [
      'the server header, and its absence',
      HEALTHY,
      { ...HEALTHY, edge: edge(200, { server: 'nginx' }), origins: [answer(200)] },
      ['directly/server: nginx → none', 'through Cloudflare/server: cloudflare → nginx'],
    ],
    [
      'an added origin',
      HEALTHY,
      { ...HEALTHY, origins: [answer(200, { server: 'nginx' }), answer(200)] },
      ['/number of origins: 1 → 2'],
    ],
    [
      'a time of more than double',
      origin(taking(150)),
      origin(taking(400)),
      ['directly/time: 150 ms → 400 ms'],
    ],
    [
      'a time of less than half',
      origin(taking(900)),
      origin(taking(300)),
      ['directly/time: 900 ms → 300 ms'],
    ],
    ['not a time within 200 ms', origin(taking(50)), origin(taking(240)), []],
    ['not a time within double', origin(taking(1000)), origin(taking(1900)), []],
    [
      'not the time of an error, which is faster',
      origin({ ...answer(200, { server: 'nginx' }), timings: { processing: 900 } }),
      origin({ ...answer(500, { server: 'nginx' }), timings: { processing: 20 } }),
      ['directly/response: 200 → 500'],
    ],
  ])('%s', (_, before, now, lines) => {
    expect(linesOf(changed(before, now))).toEqual(lines)
  })
})

test('the median of the rounds with the same response is compared', () => {
  const slowOnce = [100, 110, 5000, 120].map((ms) => origin(taking(ms)))
  const [first = HEALTHY, ...rest] = slowOnce
  const report = reported([first, ...rest], earlierOf([origin(taking(105))]))
  expect(report.sites[0].probes.origins[0]?.median).toBe(115)
  expect(report.sites[0].changes?.responses).toEqual([])
})

function wire(version: string): Pick<CompletedExchange, 'wire'> {
  return { wire: { opening: untrusted(`${version} 200 OK`), contentLength: [], transferEncoding: [] } }
}

test('HTTP versions are compared where both are known', () => {
  const plain = answer(200, { server: 'nginx' })
  const before = origin({ ...plain, ...wire('HTTP/1.1') })
  expect(linesOf(changed(before, origin({ ...plain, ...wire('HTTP/1.0') })))).toEqual([
    'directly/HTTP version: HTTP/1.1 → HTTP/1.0',
  ])
  expect(linesOf(changed(before, origin(plain)))).toEqual([])
})

describe('changes are rendered', () => {
  const now: Round = { edge: edge(521), origins: [REFUSED], dns: directDns }

  test('visibly when the site fails, with all of them in a fold', () => {
    const report = reported([now], earlierOf([HEALTHY]))
    const words = RENDERERS.markdown(report)
    expect(words).toContain(
      '**Changed:** since 2026-11-23 14:04 UTC, when it was healthy: the DNS answer from',
    )
    expect(words).toContain('<summary>Changes since 2026-11-23 14:04 UTC</summary>')
    expect(words.indexOf('**Changed:**')).toBeLessThan(words.indexOf('<details>'))
    expect(RENDERERS.text(report)).toContain('Changes since 2026-11-23 14:04 UTC:')
  })

  test('in a fold when it is healthy, and not at all when nothing changed', () => {
    const renamed = reported(
      [{ ...HEALTHY, origins: [answer(200, { server: 'caddy' })] }],
      earlierOf([HEALTHY]),
    )
    expect(RENDERERS.markdown(renamed)).toContain('| directly | server | `nginx` | `caddy` |')
    expect(RENDERERS.text(renamed, { width: 200 })).toContain('the server (directly) from `nginx` to `caddy`')
    const same = reported([HEALTHY], earlierOf([HEALTHY]))
    expect(same.sites[0].changes).toMatchObject({ changes: [], responses: [] })
    expect(RENDERERS.markdown(same)).not.toContain('hanged')
    expect(RENDERERS.text(same)).not.toContain('hanged')
  })

  test('not at all when the history shows that the site failed before', () => {
    const report = reported([now], earlierOf([now]), siteOf(), START + 900_000)
    expect(RENDERERS.text(report)).toContain('both checks unhealthy')
    expect(RENDERERS.text(report)).not.toContain('Changed')
  })

  test('as nothing when no history shows that the site failed before', () => {
    const report = reported([now], { ...earlierOf([now]), history: [] })
    expect(RENDERERS.text(report)).toContain('when it was unhealthy: nothing that this check compares')
  })
})

describe('a baseline file', () => {
  const EVIL = '@everyone <img src=x> | ``` \u202e ::error::x https://evil.example'

  test('is escaped and redacted like text from the wire', () => {
    const site = siteOf()
    const json: {
      sites: [{ probes: { origins: [{ server: string; tls: { issuer: string; names: string[] } }] } }]
    } = JSON.parse(RENDERERS.json(reported([HEALTHY])))
    const [side] = json.sites[0].probes.origins
    side.server = `${EVIL} at ${ADDRESS}`
    side.tls.issuer = `CN=${EVIL}`
    side.tls.names = [ADDRESS, '198.51.100.7', EVIL]
    const report = reported([HEALTHY], read(JSON.stringify(json)), site)
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
    'at 198.51.100.7',
    'at 198-51-100-7.hosting.example',
    'at 7.100.51.198.in-addr.arpa',
    'at 0xc6336407',
    'at 198%2e51%2e100%2e7, port 443',
    'at MTk4LjUxLjEwMC43',
    'at [2001:db8:77:5::9]:443',
    'at 2001-db8-77-5--9.hosting.example',
    'at 64:ff9b::c633:6407',
    'at 198.51.100…',
    'at moved-7.hosting.example',
  ])('shows no address that the origin had: %s', (server) => {
    const json: {
      sites: [{ reproduce: string[]; probes: { origins: [{ server: string; tls: { issuer: string } }] } }]
    } = JSON.parse(RENDERERS.json(reported([HEALTHY])))
    const [site] = json.sites
    site.probes.origins[0].server = server
    site.probes.origins[0].tls.issuer = `CN=CA, O=${server}`
    site.reproduce.push("curl -sv 'https://www.example.com/' --connect-to '::moved-7.hosting.example:443'")
    const report = reported([HEALTHY], read(JSON.stringify(json)))
    expect(report.sites[0].changes?.changes.map(({ what }) => what)).toEqual(['issuer', 'server'])
    for (const render of Object.values(RENDERERS))
      expect(render(report)).not.toMatch(/198.51|100.198|c633|MTk4|77.5:?:?-?-?9|moved/i)
  })

  test("and so are the names in its origins' certificates", () => {
    const json = JSON.parse(RENDERERS.json(reported([HEALTHY])))
    const [{ tls }] = json.sites[0].probes.origins
    tls.names = ['www.example.com', 'example.com', 'moved-7.hosting.example', '*.moved-8.hosting.example']
    const report = reported([HEALTHY], read(JSON.stringify(json)))
    expect(report.sites[0].changes?.changes).toEqual([
      { where: 'directly', what: 'names', before: '$ORIGIN, $ORIGIN', now: 'no other' },
    ])
  })

  test("keeps versions, dates and Cloudflare's addresses", () => {
    const kept = ['nginx/1.24.0 (Ubuntu)', 'Jetty(9.4.51.v20230217)', 'PHP/8.2.12', 'by 104.16.10.10']
    for (const server of kept) {
      const report = reported([HEALTHY], earlierOf([origin(answer(200, { server }))]))
      expect(report.sites[0].changes?.changes[0]?.before).toBe(server)
    }
  })

  test.each([
    ['an empty file', '', 'is not valid JSON'],
    ['an HTML page', '<html>', 'is not valid JSON'],
    ['a list', '[]', 'is not an Origin Gate report'],
    ['other JSON', '{"name":"x"}', 'is not an Origin Gate report'],
    ['a recording', '{"recording":1,"sites":[]}', 'is not an Origin Gate report'],
    ['a later schema', '{"schema":2}', 'has a schema that this version does not support'],
    ['a report without a timestamp', '{"schema":1,"sites":[]}', 'has no valid `at` timestamp'],
    [
      'a report without sites',
      '{"schema":1,"at":"2026-11-23T14:04:07.000Z","sites":[{}]}',
      'contains no site',
    ],
  ])('with %s is rejected with the reason', (_, text, fault) => {
    expect(baselineIn(text)).toBe(fault)
  })

  test('never makes the reader throw, whatever its values are', () => {
    const whole: unknown = JSON.parse(RENDERERS.json(reported([HEALTHY])))
    assert(
      property(jsonValue(), nat(), (value, place) => {
        let count = 0
        JSON.stringify(whole, (_, part: unknown) => {
          count += 1
          return part
        })
        let index = 0
        const mutated = JSON.stringify(whole, (_, part: unknown) => {
          index += 1
          return index - 1 === place % count ? value : part
        })
        const found = baselineIn(mutated)
        if (typeof found === 'string') return
        const report = reported([HEALTHY], found)
        for (const render of Object.values(RENDERERS)) render(report)
      }),
      { numRuns: 300 },
    )
  })
})

describe('sites are matched by their URL', () => {
  const other = siteOf({ url: 'https://shop.example.com/' })

  test('and a site that the baseline lacks is a note', () => {
    const report = reported([HEALTHY], earlierOf([HEALTHY]), other)
    expect(report.sites[0].changes).toBeUndefined()
    const text =
      'Nothing to compare with: the baseline report of 2026-11-23 is about https://www.example.com/. Use a report on the same sites.'
    expect(report.notes).toEqual([{ id: 'baseline', text }])
    expect(report.sites[0].notes).toEqual([])
    expect(RENDERERS.markdown(report)).toContain(`**Note:** ${text.slice(0, 60)}`)
    expect(RENDERERS.text(report, { width: 400 })).toContain(`Note: ${text}`)
  })

  test('and two sites with the same URL are not compared', () => {
    const history = historyOf(siteOf(), [HEALTHY])
    const twice = judged(siteOf(), history, steadily(history, healthyRound()))
    const both = reportOf({
      sites: [twice, twice],
      at: START,
      version: '1.0.0',
      earlier: earlierOf([HEALTHY]),
    })
    expect(both.sites.map(({ changes }) => changes)).toEqual([undefined, undefined])
  })
})

test('without a baseline there is neither a note nor a change', () => {
  const report = reported([HEALTHY])
  expect(report.notes).toEqual([])
  expect(report.sites[0]).not.toHaveProperty('changes')
})

describe('a baseline of an earlier version', () => {
  test('does not report a response that it could not read, but that Cloudflare tolerates', () => {
    const unread = { ...HEALTHY, origins: [broken('processing', 'protocol', 'HTTPParserError')] }
    expect(changed(unread, HEALTHY).responses).toEqual([])
  })

  test('reports an invalid response of a site that was down', () => {
    const down = { edge: edge(520), origins: [broken('processing', 'protocol', 'HTTPParserError')] }
    expect(changed(down, HEALTHY).responses).toContainEqual({
      where: 'directly',
      what: 'response',
      before: 'none: invalid HTTP',
      now: '200',
    })
  })

  test('has the same words for a page that is shorter than its length', () => {
    const before = failedExchange('transfer', 'protocol', { code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' })
    const now = failedExchange('transfer', 'closed')
    expect(
      changed({ edge: edge(200), origins: [before] }, { edge: edge(200), origins: [now] }).responses,
    ).toEqual([])
  })
})
