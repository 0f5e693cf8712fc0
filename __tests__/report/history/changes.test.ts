import { describe, expect, test } from '@jest/globals'
import type { Certificate } from '../../../src/domain/certificate.ts'
import type { Resolution } from '../../../src/domain/dns.ts'
import type { CompletedExchange } from '../../../src/domain/exchange.ts'
import type { Report } from '../../../src/domain/report.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { redactNothing, redactorOf } from '../../../src/redact/redact.ts'
import { stateIn, statesOf } from '../../../src/report/history/block.ts'
import { RENDERERS, reportOf, type ReportInput } from '../../../src/report/render/index.ts'
import {
  ADDRESS,
  answer,
  broken,
  directDns,
  edge,
  healthyRound,
  historyOf,
  judged,
  proxiedDns,
  siteOf,
  START,
  steadily,
} from '../fixtures.ts'
import { baselineOf, HOUR, isoOf, MINUTE } from './support.ts'

type Round = Parameters<typeof historyOf>[1][0]

const NGINX = answer(200, { server: 'nginx' })
const HEALTHY: Round = { edge: edge(200), origins: [NGINX], dns: proxiedDns }
const REFUSED: Round = {
  ...HEALTHY,
  edge: edge(521),
  origins: [broken('connect', 'refused', 'ECONNREFUSED')],
}
const OFFLINE: Round = {
  edge: broken('connect', 'unreachable', 'ENETUNREACH'),
  origins: [],
  dns: { kind: 'failed', host: 'x', elapsed: 1, reason: 'server-failure', code: 'EAI_AGAIN' },
}

function reported(
  round: Round,
  at: number,
  more: Partial<ReportInput> = {},
  urls = ['https://www.example.com/'],
  redact = redactorOf([ADDRESS], ['www.example.com']),
): Report {
  const sites = urls.map((url) => {
    const site = siteOf({ url })
    const history = historyOf(site, [round])
    return { ...judged(site, history, steadily(history, healthyRound())), redact }
  })
  return reportOf({ sites, at, version: '1.0.0', ...more })
}

/** One run after the other, a quarter of an hour apart, each with the report of the one before. */
function runs(rounds: readonly [Round, ...Round[]], step = 15 * MINUTE, more?: Partial<ReportInput>): Report {
  const [first, ...rest] = rounds
  let [report, at] = [reported(first, START), START]
  for (const round of rest) {
    at += step
    report = reported(round, at, { earlier: baselineOf(JSON.parse(RENDERERS.json(report))), ...more })
  }
  return report
}

const linesOf = ({ history }: Report): readonly string[] =>
  (history.at(-1)?.changes ?? []).map(
    ({ where, what, before, now }) => `${where}/${what}: ${before} → ${now}`,
  )

function withCertificate(more: Partial<Certificate>, protocol = 'TLSv1.3'): Round {
  const { tls } = NGINX
  if (tls === undefined) throw new Error('no TLS')
  const origin: CompletedExchange = {
    ...NGINX,
    tls: { ...tls, protocol, certificate: { ...tls.certificate, ...more } },
  }
  return { ...HEALTHY, origins: [origin] }
}

function resolvesTo(...addresses: readonly string[]): Round {
  const [first = { address: '', family: 4 }, ...rest] = addresses.map((address) => ({
    address,
    family: address.includes(':') ? (6 as const) : (4 as const),
  }))
  const dns: Resolution = { kind: 'resolved', host: 'x', elapsed: 4, addresses: [first, ...rest] }
  return { ...HEALTHY, dns }
}

const RENEWED = withCertificate({ notBefore: Date.UTC(2026, 10, 20), notAfter: Date.UTC(2027, 1, 18) })
const RENEWAL = 'directly/certificate: 2026-10-24 to 2027-01-22 → 2026-11-20 to 2027-02-18'

describe('a result has what changed since the one before', () => {
  test.each<[string, Round, Round, readonly string[]]>([
    ['a renewed certificate', HEALTHY, RENEWED, [RENEWAL]],
    [
      'another issuer',
      HEALTHY,
      withCertificate({ issuer: untrusted('CN=Other CA') }),
      ["directly/issuer: CN=E7, O=Let's Encrypt, C=US → CN=Other CA"],
    ],
    [
      'the number of names, which may be hidden themselves',
      HEALTHY,
      withCertificate({ names: ['a.example', 'b.example', 'c.example'].map(untrusted) }),
      ['directly/names: 2 names → 3 names'],
    ],
    [
      "a certificate's faults",
      HEALTHY,
      withCertificate({ faults: ['expired', 'name-mismatch'] }),
      ["directly/certificate's faults: none → expired and for another name"],
    ],
    ['the TLS version', HEALTHY, withCertificate({}, 'TLSv1.2'), ['directly/TLS version: TLS 1.3 → TLS 1.2']],
    [
      'the server',
      HEALTHY,
      { ...HEALTHY, origins: [answer(200, { server: 'caddy' })] },
      ['directly/server: nginx → caddy'],
    ],
    ['no server', HEALTHY, { ...HEALTHY, origins: [answer(200)] }, ['directly/server: nginx → none']],
    [
      'the SSL mode',
      { ...HEALTHY, zone: { ssl: 'flexible', unread: [] } },
      { ...HEALTHY, zone: { ssl: 'strict', unread: [] } },
      ['/SSL mode: flexible → strict'],
    ],
    [
      'the number of origins',
      HEALTHY,
      { ...HEALTHY, origins: [NGINX, NGINX] },
      ['/number of origins: 1 → 2'],
    ],
    [
      'where the name points',
      HEALTHY,
      { ...HEALTHY, dns: directDns },
      ['/DNS answer: Cloudflare → elsewhere'],
    ],
    [
      "Cloudflare's addresses",
      resolvesTo('172.67.3.2', '104.21.4.5', '2606:4700::1'),
      resolvesTo('104.16.1.9', '104.16.2.9', '2606:4700::1'),
      ['/IPv4 addresses: 104.21.4.5 and 172.67.3.2 → 104.16.1.9 and 104.16.2.9'],
    ],
    [
      'one of these addresses',
      resolvesTo('2606:4700::1', '2606:4700::2'),
      resolvesTo('2606:4700::1', '2606:4700::3'),
      ['/IPv6 addresses: 2606:4700::1 and 2606:4700::2 → 2606:4700::1 and 2606:4700::3'],
    ],
  ])('%s', (_, before, now, lines) => {
    const report = runs([before, now])
    expect(linesOf(report)).toEqual(lines)
    expect(report.history[0].changes).toBeUndefined()
  })

  test("and the changes since the baseline also have Cloudflare's addresses", () => {
    const report = runs([resolvesTo('172.67.3.2', '104.21.4.5'), resolvesTo('104.16.1.9', '104.16.2.9')])
    expect(report.sites[0].changes?.changes).toEqual([
      {
        where: '',
        what: 'IPv4 addresses',
        before: '104.21.4.5 and 172.67.3.2',
        now: '104.16.1.9 and 104.16.2.9',
      },
    ])
  })
})

describe('nothing changed', () => {
  const named = (...servers: readonly string[]): Round => ({
    ...HEALTHY,
    origins: servers.map((server) => answer(200, { server })),
  })
  test.each<[string, Round, Round]>([
    ['when nothing did', HEALTHY, HEALTHY],
    ['when a connection failed', HEALTHY, REFUSED],
    ['when it works again', REFUSED, HEALTHY],
    ['when the runner was offline', HEALTHY, OFFLINE],
    ['when the runner is online again', OFFLINE, HEALTHY],
    [
      'when an error page names another server',
      HEALTHY,
      { ...HEALTHY, origins: [answer(502, { server: 'caddy' })] },
    ],
    [
      'when a response ended early',
      HEALTHY,
      { ...HEALTHY, origins: [broken('processing', 'reset', 'ECONNRESET')] },
    ],
    ['when the name did not resolve', HEALTHY, { ...HEALTHY, dns: OFFLINE.dns ?? proxiedDns }],
    [
      'when the answer lacks the IPv6 addresses',
      resolvesTo('104.16.1.9', '2606:4700::1'),
      resolvesTo('104.16.1.9'),
    ],
    [
      'when the answer has a part of the addresses',
      resolvesTo('104.16.1.9', '104.16.2.9'),
      resolvesTo('104.16.2.9'),
    ],
    [
      'when the addresses have another order',
      resolvesTo('104.16.1.9', '104.16.2.9'),
      resolvesTo('104.16.2.9', '104.16.1.9'),
    ],
    ['when the API did not say the SSL mode', { ...HEALTHY, zone: { ssl: 'full', unread: [] } }, HEALTHY],
    ['when the number of servers at origins grew, but not what they serve', named('a', 'b'), named('a', 'b')],
  ])('%s', (_, before, now) => {
    expect(linesOf(runs([before, now]))).toEqual([])
  })

  test('when only one of the runs knew what to hide', () => {
    const server: Round = { ...HEALTHY, origins: [answer(200, { server: 'proxy of web7.hosting.example' })] }
    const hides = redactorOf(['web7.hosting.example'], [])
    const first = reported(server, START, {}, undefined, hides)
    const earlier = baselineOf(JSON.parse(RENDERERS.json(first)))
    const second = reported(server, START + HOUR, { earlier })
    expect(first.sites[0].probes.origins[0]?.server).not.toContain('web7')
    expect(linesOf(second)).toEqual([])
  })
})

describe('a change is found', () => {
  test.each<[string, readonly Round[]]>([
    ['after a run that saw nothing', [REFUSED]],
    ['after several of them', [OFFLINE, REFUSED, OFFLINE, REFUSED]],
  ])('%s', (_, between) => {
    const report = runs([HEALTHY, ...between, RENEWED])
    expect(linesOf(report)).toEqual([RENEWAL])
    expect(report.history.flatMap(({ changes }) => changes ?? [])).toHaveLength(1)
    expect(report.sites[0].lastSeen).toBeUndefined()
  })

  test('and what was not seen is kept with its time', () => {
    const { lastSeen } = runs([HEALTHY, REFUSED, REFUSED]).sites[0]
    expect(lastSeen).toContainEqual({
      where: 'directly',
      what: 'certificate',
      value: '2026-10-24 to 2027-01-22',
      at: isoOf(START),
    })
    expect(lastSeen?.map(({ what }) => what)).toEqual([
      'issuer',
      'certificate',
      'names',
      "certificate's faults",
      'TLS version',
      'server',
      'server',
    ])
  })

  test('also if a comment carried what was seen', () => {
    const [state = ''] = statesOf(runs([HEALTHY, REFUSED]))
    const earlier = stateIn(state)
    if (earlier === undefined) throw new Error('no state')
    expect(linesOf(reported(RENEWED, START + HOUR, { earlier }))).toEqual([RENEWAL])
  })

  test('but not against what was seen more than 72 hours ago', () => {
    expect(linesOf(runs([HEALTHY, REFUSED, RENEWED], 35 * HOUR))).toEqual([RENEWAL])
    expect(linesOf(runs([HEALTHY, REFUSED, RENEWED], 37 * HOUR))).toEqual([])
  })

  test('but not against what was before the deploy', () => {
    const monitoring = { deployedAt: START + 5 * MINUTE, until: START + 48 * HOUR }
    expect(linesOf(runs([HEALTHY, REFUSED, RENEWED], 15 * MINUTE, { monitoring }))).toEqual([])
    expect(linesOf(runs([HEALTHY, HEALTHY, REFUSED, RENEWED], 15 * MINUTE, { monitoring }))).toEqual([
      RENEWAL,
    ])
  })

  test('and is remembered in the history of later runs', () => {
    const { history } = runs([HEALTHY, RENEWED, RENEWED, REFUSED, RENEWED])
    expect(history.map(({ changes = [] }) => changes.length)).toEqual([0, 1, 0, 0, 0])
  })
})

const withAddresses = (...servers: readonly string[]): unknown => {
  const json = JSON.parse(RENDERERS.json(reported({ ...HEALTHY, origins: servers.map(() => NGINX) }, START)))
  for (const [index, origin] of json.sites[0].probes.origins.entries())
    Object.assign(origin, { name: `address ${index + 1}`, server: servers[index] })
  return json
}
const seenIn = (json: unknown): readonly string[] =>
  (reported(REFUSED, START + HOUR, { earlier: baselineOf(json) }).sites[0].lastSeen ?? []).map(
    ({ where, what, value }) => `${where} ${what} ${value}`,
  )

describe('several addresses of an origin count as one', () => {
  test('where they have the same', () => {
    expect(seenIn(withAddresses('nginx', 'nginx'))).toContain('directly server nginx')
    expect(seenIn(withAddresses('nginx', 'nginx')).join()).not.toContain('number of')
  })

  test('and what differs is not compared', () => {
    expect(seenIn(withAddresses('nginx', 'caddy')).join()).not.toMatch(/directly server/)
    expect(seenIn(withAddresses('nginx', 'caddy'))).toContain('directly TLS version TLS 1.3')
  })
})

describe('with several sites', () => {
  const urls = Array.from({ length: 12 }, (_, index) => `https://site${index}.example.com/`)
  const first = baselineOf(JSON.parse(RENDERERS.json(reported(HEALTHY, START, {}, urls))))

  test('a change names its site, and counts the sites that have the same', () => {
    const report = reported(RENEWED, START + HOUR, { earlier: first }, urls)
    const changes = report.history.at(-1)?.changes ?? []
    expect(changes.map(({ site, sites, what }) => [site, sites, what])).toEqual([
      [urls[0], urls.length, 'certificate'],
    ])
    const next = reported(
      HEALTHY,
      START + 2 * HOUR,
      { earlier: baselineOf(JSON.parse(RENDERERS.json(report))) },
      urls,
    )
    expect(next.history.at(-2)?.changes).toEqual(changes)
  })
})

describe("the origin's address", () => {
  const at: Round = { ...HEALTHY, origins: [answer(200, { server: `nginx on ${ADDRESS}` })] }

  test('is in no history and in nothing that is kept, even if the report shows it', () => {
    const shown = { hide: redactorOf([ADDRESS, 'web7.hosting.example'], ['www.example.com']) }
    const earlier = baselineOf(
      JSON.parse(RENDERERS.json(reported(HEALTHY, START, {}, undefined, redactNothing))),
    )
    const second = reported(at, START + HOUR, { earlier, ...shown }, undefined, redactNothing)
    expect(second.sites[0].probes.origins[0]?.server).toContain(ADDRESS)
    expect(JSON.stringify(second.history)).not.toContain(ADDRESS)

    const named = withCertificate({ issuer: untrusted('CN=web7.hosting.example') })
    const third = reported(named, START + HOUR, { earlier, ...shown }, undefined, redactNothing)
    expect(JSON.stringify(third.history)).not.toContain('web7')
    const after = reported(REFUSED, START + 2 * HOUR, {
      earlier: baselineOf(JSON.parse(RENDERERS.json(third))),
      ...shown,
    })
    expect(JSON.stringify(after.sites[0].lastSeen)).toContain('"what":"issuer"')
    expect(JSON.stringify(after.sites[0].lastSeen)).not.toContain('web7')
  })
})

const forged = (lastSeen: unknown): Report => {
  const json = JSON.parse(RENDERERS.json(reported(REFUSED, START)))
  json.sites[0].lastSeen = lastSeen
  return reported(HEALTHY, START + HOUR, { earlier: baselineOf(json) })
}

describe('what a file says was seen', () => {
  const seen = { where: 'directly', what: 'server', value: 'caddy', at: isoOf(START - HOUR) }

  test('is compared with', () => {
    expect(linesOf(forged([seen]))).toEqual(['directly/server: caddy → nginx'])
  })

  test.each<[string, unknown]>([
    ['a place that is none', [{ ...seen, where: '<img>' }]],
    ['something that is not compared', [{ ...seen, what: 'verdict' }]],
    ['no time', [{ ...seen, at: 'never' }]],
    ['no value', [{ ...seen, value: 7 }]],
    ['no list', { ...seen }],
    ['null', [null]],
  ])('is ignored with %s', (_, lastSeen) => {
    expect(linesOf(forged(lastSeen))).toEqual([])
  })

  test('is hidden, on one line and cut', () => {
    const value = `198.51.100.7 \u202E\n${'x'.repeat(5000)}`
    const [change] = forged([{ ...seen, value }]).history.at(-1)?.changes ?? []
    // A value that only one side hides may be the same.
    expect(change).toBeUndefined()
    const [cut] = forged([{ ...seen, value: `a\u202E\nb${'x'.repeat(5000)}` }]).history.at(-1)?.changes ?? []
    expect(cut?.before).toMatch(/^a bx+…$/)
    expect(cut?.before).toHaveLength(120)
  })

  test('in thousands of entries has a limit', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...seen, where: `origin ${index + 2}` }))
    expect(forged(many).sites[0].lastSeen).toHaveLength(100)
  })
})

const addresses = (start: string): readonly string[] =>
  Array.from({ length: 8 }, (_, index) => `2606:4700:${start}:aaaa:bbbb:cccc:dddd:000${index + 1}`)

test('long lists of addresses are cut between addresses', () => {
  const [change] =
    runs([resolvesTo(...addresses('10')), resolvesTo(...addresses('20'))]).history[1]?.changes ?? []
  expect(change?.before).toBe(
    '2606:4700:10:aaaa:bbbb:cccc:dddd:0001 and 2606:4700:10:aaaa:bbbb:cccc:dddd:0002 and 6 more',
  )
})
