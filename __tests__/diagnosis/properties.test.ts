import type {
  IdleConnection,
  TlsInspection,
  AddressFamilies,
  ConnectionAttempt,
} from '../../src/domain/recheck.ts'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { throughCloudflare, fromCache as cached } from '../../src/cloudflare/response.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { CertificateFault } from '../../src/domain/certificate.ts'
import type { Config, Site } from '../../src/domain/config.ts'
import type { CheckRequest, Evidence, FollowUps, History, Recheck } from '../../src/domain/evidence.ts'
import type {
  FailureReason,
  Exchange,
  Phase,
  Presence,
  Redirect,
  RedirectChain,
} from '../../src/domain/exchange.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { conclude } from '../../src/run/conclude.ts'
import { CONFIG, SITE } from '../support/config.ts'
import {
  response,
  REQUEST,
  unbrandedError,
  failedExchange,
  challenge,
  dnsElsewhere,
  dnsFailure,
  cachedResponse,
  nginxError,
  plainError,
  evidenceWith,
  tlsSession,
  dnsAnswers,
  edgeResponse,
  dnsToCloudflare,
  edgeError,
  traceResponse,
} from '../support/evidence.ts'

const REASONS = [
  ...(['unresolved', 'refused', 'unreachable', 'timeout', 'reset'] as const),
  ...(['closed', 'untrusted', 'protocol', 'proxy', 'other'] as const),
] satisfies readonly FailureReason[]
const PHASES = ['resolve', 'connect', 'tls', 'processing', 'transfer'] as const satisfies readonly Phase[]
const FAULTS = [
  'expired',
  'not-yet-valid',
  'name-mismatch',
  'untrusted',
  'chain-incomplete',
] as const satisfies readonly CertificateFault[]
const STATUSES = [
  200, 204, 301, 302, 304, 400, 401, 403, 404, 418, 429, 500, 502, 503, 504, 507, 520, 521, 525, 599,
]

const status = fc.constantFrom(...STATUSES)
const tls = fc.option(
  fc
    .tuple(fc.subarray([...FAULTS]), fc.constantFrom('TLSv1.2', 'TLSv1.3'))
    .map(([faults, protocol]) => tlsSession(faults, protocol)),
  { nil: undefined },
)
const brokenExchange = fc
  .tuple(fc.constantFrom(...PHASES), fc.constantFrom(...REASONS), fc.constantFrom(0, 7), tls)
  .map(([phase, reason, received, tls]) =>
    failedExchange(phase, reason, { received, ...(tls !== undefined && { tls }) }),
  )

/** Any exchange: known pages, unknown ones and arbitrary data. */
const simple: fc.Arbitrary<Exchange> = fc.oneof(
  brokenExchange,
  fc.constantFrom(520, 521, 522, 523, 524, 525, 526, 502, 504, 1015, 1016, 1020, 1033).map(edgeError),
  status.map((status) => edgeResponse(status)),
  status.map(plainError),
  status.map(nginxError),
  fc.constantFrom(
    unbrandedError(502),
    unbrandedError(500),
    cachedResponse(),
    traceResponse,
    challenge('header'),
    challenge('page'),
  ),
  fc
    .tuple(
      status,
      fc.string({ maxLength: 80 }),
      fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ maxLength: 40 }), { maxKeys: 4 }),
      tls,
    )
    .map(([status, body, headers, tls]) => response(status, body, headers, tls)),
)

const url = fc.oneof(
  fc.constantFrom('https://www.shop.example/', 'http://www.shop.example/', 'https://elsewhere.example/a'),
  fc.webUrl(),
)
const redirect: fc.Arbitrary<Redirect> = fc.record({
  status: fc.constantFrom(301, 302),
  from: url,
  to: url,
  headers: fc.constantFrom({}, { server: 'cloudflare' }, { server: 'cloudflare', 'cf-cache-status': 'MISS' }),
  elapsed: fc.constant(1),
})
const trail: fc.Arbitrary<RedirectChain> = fc.oneof(
  fc.record({ redirects: fc.array(redirect, { maxLength: 4 }) }),
  fc.record({
    redirects: fc.array(redirect, { maxLength: 4 }),
    end: fc.constantFrom(...(['loop', 'limit', 'elsewhere', 'barred', 'nowhere'] as const)),
    next: url,
  }),
)
const presence = fc.constantFrom(...(['found', 'missing', 'unread', 'undecided'] as const))

/** The same with redirects before it, and with or without the expected content. */
const exchange: fc.Arbitrary<Exchange> = fc
  .tuple(
    simple,
    fc.option(trail, { nil: undefined, freq: 2 }),
    fc.option(presence, { nil: undefined, freq: 1 }),
  )
  .map(([exchange, trail, body]) => changed(exchange, trail, body))

function changed(exchange: Exchange, trail: RedirectChain | undefined, body: Presence | undefined): Exchange {
  const way = trail === undefined ? {} : { redirectChain: trail }
  if (exchange.kind === 'failed' || body === undefined) return { ...exchange, ...way }
  return { ...exchange, ...way, content: { body } }
}

const dns = fc.constantFrom(
  dnsToCloudflare,
  dnsElsewhere,
  ...(['no-such-host', 'no-address', 'server-failure', 'timeout', 'other'] as const).map(dnsFailure),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 5 })
const statuses = {
  timeout: fc.constantFrom(500, 10_000, 30_000),
  expectedStatus: fc.constantFrom([[200, 399]] as const, [[200, 200]] as const, [[500, 599]] as const),
  sslMode: fc.constantFrom('auto', 'off', 'flexible', 'full', 'strict'),
}
const alert = fc.constantFrom(0, 40, 42, 70, 112, 116, 255)
const greeting: fc.Arbitrary<TlsInspection> = fc.record(
  {
    protocol: fc.constantFrom('tls', 'http', 'other', 'nothing'),
    handshakeCompleted: fc.boolean(),
    requestsCertificate: fc.boolean(),
    alert,
    legacy: fc.constant({ protocol: 'TLSv1', cipher: 'AES128-SHA' }),
  },
  { requiredKeys: ['protocol', 'handshakeCompleted', 'requestsCertificate'] },
)
const opening: fc.Arbitrary<ConnectionAttempt> = fc.oneof(
  fc.constant({ ok: true } as const),
  brokenExchange.map((exchange) =>
    exchange.kind === 'failed' ? ({ ok: false, error: exchange.error } as const) : ({ ok: true } as const),
  ),
)
const families: fc.Arbitrary<AddressFamilies> = fc.record({ v4: opening, v6: opening }, { requiredKeys: [] })
const recheck: fc.Arbitrary<Recheck> = fc.record(
  {
    tlsInspection: greeting,
    otherScheme: exchange,
    otherPort: exchange,
    withoutCloudflareHeaders: exchange,
    repeated: exchange,
    http2: fc.oneof(
      fc.constant({ agreed: false } as const),
      exchange.map((exchange) => ({ agreed: true, exchange }) as const),
    ),
    keepAlive: fc.oneof(
      fc.constant({ reused: false } as const),
      exchange.map((exchange) => ({ reused: true, exchange }) as const),
    ),
    addressFamilies: families,
  },
  { requiredKeys: [] },
)
const dnsAnswerLists: fc.Arbitrary<readonly DnsAnswer[]> = fc
  .array(
    fc.constantFrom(
      ...(['cloudflare', 'elsewhere', 'no-such-host', 'no-address', 'server-failure'] as const),
      ...(['timeout', 'bogus', 'blocked'] as const),
    ),
    { maxLength: 3 },
  )
  .map((what) => dnsAnswers(...what))
/** The results of follow-up probes, and of other sources. */
const followUps: fc.Arbitrary<Partial<FollowUps>> = fc.record(
  {
    resolvers: dnsAnswerLists,
    ownResolver: dnsAnswerLists,
    nameServers: dnsAnswerLists,
    connectivity: exchange,
    ranges: fc.constantFrom([], ['198.51.100.0/24']),
    addressFamilies: families,
    analytics: fc.record({
      minutes: fc.constant(30),
      rows: fc.array(
        fc.record({ edge: status, origin: fc.oneof(status, fc.constant(0)), count: fc.nat(9) }),
        {
          maxLength: 3,
        },
      ),
    }),
    statusPage: fc.record({
      colo: fc.constantFrom('operational', 'partial_outage'),
      incidents: fc.constantFrom([], ['Network']),
    }),
  },
  { requiredKeys: [] },
)
const flag = fc.boolean()
const zone: fc.Arbitrary<ZoneFacts> = fc.record(
  {
    status: fc.constantFrom('active', 'pending', 'moved'),
    paused: flag,
    ssl: fc.constantFrom('off', 'flexible', 'full', 'strict', 'origin_pull'),
    record: fc.record({
      kind: fc.constantFrom(...(['address', 'name', 'tunnel', 'none'] as const)),
      proxied: flag,
      pointsToOrigins: fc.array(fc.constantFrom(true, false, null), { minLength: 4, maxLength: 4 }),
    }),
    rules: fc.record({ address: flag, port: flag, host: flag }),
    worker: flag,
    tunnel: fc.constantFrom('healthy', 'degraded', 'down', 'inactive'),
    pools: fc.array(fc.record({ healthy: flag, failures: fc.constant([]) }), { maxLength: 2 }),
    unread: fc.constant([]),
  },
  { requiredKeys: ['unread'] },
)
const reuse: fc.Arbitrary<IdleConnection> = fc.record(
  {
    survived: fc.constantFrom(0, 60_000),
    ended: fc.record({
      how: fc.constantFrom(...(['closed', 'reset', 'unanswered'] as const)),
      after: fc.constant(5000),
    }),
  },
  { requiredKeys: ['survived'] },
)
const requests = fc.record(
  {
    ...statuses,
    expectedBody: fc.constant({ kind: 'text', text: 'shop' } as const),
    maxResponseTime: fc.constantFrom(3, 5000),
  },
  { requiredKeys: ['timeout', 'expectedStatus'] },
)
const evidenceOf = (
  request: fc.Arbitrary<Partial<CheckRequest>>,
  exchange: fc.Arbitrary<Exchange>,
): fc.Arbitrary<Evidence> =>
  fc
    .record({
      edge: maybe(exchange),
      origin: maybe(fc.oneof(exchange, fc.array(exchange, { maxLength: 3 }))),
      trace: maybe(exchange),
      dns: maybe(dns),
      recheck: maybe(recheck),
      uncached: maybe(exchange),
      zone: maybe(zone),
      followUps,
      request,
      reuses: fc.array(reuse, { maxLength: 3 }),
    })
    .map(({ reuses, ...parts }) => Object.assign(evidenceWith(parts), { idleConnections: reuses }))
const evidence = evidenceOf(requests, exchange)
/** Of a site with an expected status only, and without redirects. */
const plainEvidence = evidenceOf(fc.record(statuses), simple)

const expectedBy = ({ request }: Evidence, exchange: Exchange | undefined): boolean =>
  exchange?.kind === 'completed' &&
  (request.expectedBody === undefined || exchange.content?.body === 'found') &&
  !['loop', 'limit', 'nowhere'].includes(exchange.redirectChain?.end ?? '') &&
  request.expectedStatus.some(([from, to]) => exchange.head.status >= from && exchange.head.status <= to)

/** The origin rejects the probe: no connection, no handshake, 400, 401, 403, or closed before the first byte. */
const rejected = (origin: Exchange): boolean =>
  origin.kind === 'failed'
    ? origin.phase !== 'transfer' && (origin.phase !== 'processing' || origin.error.received === 0)
    : [400, 401, 403].includes(origin.head.status)

/** Adds evidence that was missing. */
const withMore =
  (more: { readonly [K in keyof Evidence]?: Evidence[K] | undefined }) =>
  (evidence: Evidence): Evidence =>
    JSON.parse(JSON.stringify({ ...more, ...evidence }))

const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: 500 })

describe('for any evidence', () => {
  test('there is a verdict, and a cause exactly when it is not healthy', () => {
    check(evidence, (evidence) => {
      const { verdict, findings } = judge(evidence)
      expect(findings.length > 0).toBe(verdict !== 'healthy')
      if (findings[0] !== undefined)
        expect(['unhealthy', 'inconclusive']).toContain(findings[0].match.outcome)
      expect(findings.every(({ match }) => match.because !== '' && match.clues.length > 0)).toBe(true)
    })
  })

  test('healthy means that visitors got the expected response', () => {
    check(evidence, (evidence) => {
      if (judge(evidence).verdict === 'healthy') expect(expectedBy(evidence, evidence.edge)).toBe(true)
    })
  })

  test('a failing direct response is never healthy', () => {
    const failure = fc.oneof(
      fc
        .constantFrom(500, 502, 503, 504, 507, 599)
        .chain((status) => fc.constantFrom(plainError(status), nginxError(status))),
      fc
        .constantFrom(...REASONS.filter((reason) => reason !== 'proxy'))
        .map((reason) => failedExchange('transfer', reason, { received: 99 })),
    )
    check(fc.tuple(evidence, failure, fc.nat(3)), ([evidence, failure, at]) => {
      if (expectedBy(evidence, failure)) return
      const origins = (evidence.origins ?? []).toSpliced(at, 0, failure)
      const changed = {
        ...evidence,
        origins,
        request: { ...evidence.request, origins: origins.map(() => ({ tls: true, port: 443 })) },
      }
      expect(judge(changed).verdict).not.toBe('healthy')
    })
  })

  test("a healthy site's origins all respond as expected, or reject the direct probe", () => {
    check(evidence, (evidence) => {
      if (judge(evidence).verdict !== 'healthy') return
      for (const origin of evidence.origins ?? []) {
        const away = origin.redirectChain?.end === 'elsewhere' && origin.kind === 'completed'
        expect(away || expectedBy(evidence, origin) || rejected(origin)).toBe(true)
      }
    })
  })

  test('more evidence of failure never makes a site healthy', () => {
    const failure = fc.oneof(brokenExchange, fc.constantFrom(403, 404, 500, 502, 503).map(plainError))
    const question: fc.Arbitrary<(evidence: Evidence) => Evidence> = fc.oneof(
      failure.map((uncached) => withMore({ uncached })),
      followUps.map(({ resolvers, ownResolver, nameServers, analytics, statusPage, addressFamilies }) =>
        withMore({ resolvers, ownResolver, nameServers, analytics, statusPage, addressFamilies }),
      ),
      zone.map((zone) => withMore({ zone })),
      fc.array(recheck, { maxLength: 3 }).map((rechecks) => withMore({ rechecks })),
      fc.array(reuse, { maxLength: 3 }).map((idleConnections) => withMore({ idleConnections })),
      failure.map((origin) => (evidence: Evidence) => {
        const origins = [...(evidence.origins ?? []), origin]
        const request = { ...evidence.request, origins: origins.map(() => ({ tls: true, port: 443 })) }
        return { ...evidence, origins, request }
      }),
    )
    check(fc.tuple(evidence, question), ([evidence, more]) => {
      const before = judge(evidence)
      if (before.verdict !== 'healthy') expect(judge(more(evidence)).verdict).not.toBe('healthy')
    })
  })

  test('a failed direct connection leaves a site healthy that Cloudflare just served', () => {
    const closed = fc.oneof(
      fc
        .constantFrom(...REASONS.filter((reason) => reason !== 'unresolved' && reason !== 'proxy'))
        .map((reason) => failedExchange('connect', reason)),
      fc
        .constantFrom('reset', 'closed', 'protocol', 'timeout', 'other')
        .map((reason) => failedExchange('tls', reason)),
      fc.constantFrom(401, 403).map(plainError),
    )
    check(fc.tuple(plainEvidence, closed), ([evidence, origin]) => {
      // A record that points to another host is a failure by itself.
      const { zone: _, ...unread } = evidence
      const alone = { ...unread, origins: [] }
      fc.pre(judge(alone).verdict === 'healthy' && !cached(evidence.edge) && throughCloudflare(evidence.edge))
      fc.pre(!expectedBy(evidence, origin))
      const { verdict, notes } = judge({
        ...alone,
        origins: [origin],
        rechecks: [],
        request: { ...evidence.request, origins: [{ tls: true, port: 443 }] },
      })
      expect(verdict).toBe('healthy')
      expect(notes.map(({ cause }) => cause.id)).toContain('origin-locked-to-cloudflare')
    })
  })

  test("a failure of the runner's proxy is never blamed on the site", () => {
    const kept = failedExchange('connect', 'proxy')
    check(evidence, (evidence) => {
      const { verdict, findings } = judge({ ...evidence, edge: kept, trace: kept, origins: [kept] })
      expect([verdict, findings[0]?.cause.id]).toEqual(['inconclusive', 'runner-offline'])
    })
    check(evidence, (whole) => {
      const { zone: _, ...evidence } = whole
      const alone = judge({ ...evidence, origins: [] })
      const { verdict, findings } = judge({
        ...evidence,
        origins: [kept],
        request: { ...evidence.request, origins: [{ tls: true, port: 443 }] },
      })
      expect([verdict, findings[0]?.cause.id]).toEqual([alone.verdict, alone.findings[0]?.cause.id])
    })
  })

  test('no lead is certain without a probe through the edge', () => {
    check(evidence, (evidence) => {
      const blind = judge(withoutEdge(evidence))
      expect(blind.verdict).not.toBe('healthy')
      expect(
        [...blind.findings, ...blind.warnings].filter(({ match }) => match.confidence === 'certain'),
      ).toEqual([])
    })
  })

  test("Cloudflare's error codes count only in responses from Cloudflare", () => {
    check(evidence, (evidence) => {
      const [lead] = judge(evidence).findings
      if (lead?.cause.id === 'cloudflare-tunnel-down') expect(throughCloudflare(evidence.edge)).toBe(true)
      if (lead?.cause.id === 'origin-refused' && lead.match.confidence === 'certain')
        expect(throughCloudflare(evidence.edge)).toBe(true)
    })
  })

  test('a run that ends with an unhealthy round is never healthy', () => {
    check(
      fc.tuple(fc.array(evidence, { maxLength: 4 }), evidence, fc.integer({ min: 1, max: 3 })),
      ([before, last, streak]) => {
        const [first = last, ...rest] = before
        const history: History = before.length === 0 ? [last] : [first, ...rest, last]
        const { verdict, cause, judgments } = diagnose(history, streak)
        if (judge(last).verdict !== 'healthy') expect(verdict).not.toBe('healthy')
        if (verdict === 'healthy') {
          expect(cause).toBeUndefined()
          expect(judgments.slice(-streak).map((judgment) => judgment.verdict)).toEqual(
            Array.from({ length: streak }, () => 'healthy'),
          )
        }
      },
    )
  })

  test('there is a report in every format, and only a healthy site is promoted', () => {
    const config = configOf()
    fc.assert(
      fc.property(evidence, (evidence) => {
        const {
          sites: [site],
        } = config
        const report = conclude(
          [{ site, history: [evidence], diagnosis: diagnose([evidence], 1), addresses: [] }],
          config,
          evidence.at,
        )
        expect(report.promote).toBe(report.verdict === 'healthy')
        for (const render of Object.values(RENDERERS))
          expect(render(report)).not.toMatch(/203\.0\.113\.10|\bundefined\b|\bNaN\b/)
      }),
      { numRuns: 200 },
    )
  })
})

function withoutEdge({ at, request, origins = [], trace, dns }: Evidence): Evidence {
  return { at, request, origins, ...(trace !== undefined && { trace }), ...(dns !== undefined && { dns }) }
}

function configOf(): Config {
  const site: Site = {
    ...SITE,
    url: REQUEST.url,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    originHost: REQUEST.host,
    originSni: REQUEST.host,
  }
  return { ...CONFIG, sites: [site] }
}
