import { untrusted } from '../../src/domain/untrusted.ts'
import type {
  IdleConnection,
  TlsInspection,
  AddressFamilies,
  ConnectionAttempt,
} from '../../src/domain/recheck.ts'
import * as fc from 'fast-check'
import type { CertificateFault } from '../../src/domain/certificate.ts'
import type { CheckRequest, Evidence, FollowUps, Recheck } from '../../src/domain/evidence.ts'
import type {
  FailureReason,
  Exchange,
  Phase,
  Presence,
  Redirect,
  RedirectChain,
} from '../../src/domain/exchange.ts'
import {
  VANTAGE_PROBLEMS,
  type VantageMeasurement,
  type VantageResult,
} from '../../src/domain/vantage/vantage.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import {
  response,
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
} from './evidence.ts'
import { headersOf } from './texts.ts'

export const REASONS = [
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
export const brokenExchange = fc
  .tuple(fc.constantFrom(...PHASES), fc.constantFrom(...REASONS), fc.constantFrom(0, 7), tls)
  .map(([phase, reason, received, tls]) =>
    failedExchange(phase, reason, { received, ...(tls !== undefined && { tls }) }),
  )

/** Any exchange: known pages, unknown ones and arbitrary data. */
export const simple: fc.Arbitrary<Exchange> = fc.oneof(
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
  from: url.map(untrusted),
  to: url.map(untrusted),
  headers: fc
    .constantFrom<Readonly<Record<string, string>>[]>(
      {},
      { server: 'cloudflare' },
      { server: 'cloudflare', 'cf-cache-status': 'MISS' },
    )
    .map(headersOf),
  elapsed: fc.constant(1),
})
const trail: fc.Arbitrary<RedirectChain> = fc.oneof(
  fc.record({ redirects: fc.array(redirect, { maxLength: 4 }) }),
  fc.record({
    redirects: fc.array(redirect, { maxLength: 4 }),
    end: fc.constantFrom(...(['loop', 'limit', 'elsewhere', 'barred', 'nowhere'] as const)),
    next: url.map(untrusted),
  }),
)
const presence = fc.constantFrom(...(['found', 'missing', 'unread', 'undecided'] as const))

/** The same with redirects before it, and with or without the expected content. */
export const exchange: fc.Arbitrary<Exchange> = fc
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
  method: fc.constantFrom(...(['GET', 'GET', 'HEAD'] as const)),
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
export const recheck: fc.Arbitrary<Recheck> = fc.record(
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
    visitorHeaders: exchange,
    withGet: exchange,
    classicalKeyExchange: exchange,
    silentConnection: fc.record({ ended: fc.constantFrom('closed', 'reset', 'open') }),
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
const place = fc.constantFrom('Frankfurt', 'Dallas', 'Singapore').map((city) => ({
  city: untrusted(city),
  country: untrusted('XX'),
  network: untrusted('Example Net'),
  asn: 64_500,
}))
const vantage: fc.Arbitrary<VantageMeasurement> = fc.record(
  {
    at: fc.constant(0),
    results: fc.array(
      fc.record(
        {
          place,
          target: fc.constantFrom<VantageResult['target']>('edge', 'edge', 0, 1),
          resolvedTo: fc.constantFrom('cloudflare', 'elsewhere'),
          exchange,
        },
        { requiredKeys: ['place', 'target'] },
      ),
      { maxLength: 4 },
    ),
    missing: fc.constantFrom(1, 2),
    withoutHeaders: fc.constant(true as const),
    cost: fc.constant({ tests: 3, remaining: 247, limit: 250, resetsIn: 1800 }),
    problem: fc.constantFrom(...VANTAGE_PROBLEMS),
  },
  { requiredKeys: ['at', 'results'] },
)
/** The results of follow-up probes, and of other sources. */
export const followUps: fc.Arbitrary<Partial<FollowUps>> = fc.record(
  {
    resolvers: dnsAnswerLists,
    ownResolver: dnsAnswerLists,
    nameServers: dnsAnswerLists,
    lateAddresses: fc.array(fc.record({ exchange, isOrigin: fc.boolean() }), { maxLength: 3 }),
    connectivity: exchange,
    edgeWithGet: exchange,
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
      colo: fc.constantFrom('operational', 'partial_outage').map(untrusted),
      incidents: fc.constantFrom([], [untrusted('Network')]),
    }),
    vantage,
  },
  { requiredKeys: [] },
)
const flag = fc.boolean()
export const zone: fc.Arbitrary<ZoneFacts> = fc.record(
  {
    status: fc.constantFrom('active', 'pending', 'moved').map(untrusted),
    paused: flag,
    ssl: fc.constantFrom('off', 'flexible', 'full', 'strict', 'origin_pull'),
    record: fc.record({
      kind: fc.constantFrom(...(['address', 'name', 'tunnel', 'none'] as const)),
      proxied: flag,
      pointsToOrigins: fc.array(fc.constantFrom(true, false, null), { minLength: 4, maxLength: 4 }),
    }),
    rules: fc.record({ address: flag, port: flag, host: flag }),
    worker: flag,
    tunnel: fc.constantFrom('healthy', 'degraded', 'down', 'inactive').map(untrusted),
    pools: fc.array(fc.record({ healthy: flag, failures: fc.constant([]) }), { maxLength: 2 }),
    unread: fc.constant([]),
  },
  { requiredKeys: ['unread'] },
)
export const reuse: fc.Arbitrary<IdleConnection> = fc.record(
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
export const evidence = evidenceOf(requests, exchange)
/** Of a site with an expected status only, and without redirects. */
export const plainEvidence = evidenceOf(fc.record(statuses), simple)
