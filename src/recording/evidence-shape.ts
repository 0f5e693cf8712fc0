import { CERTIFICATE_FAULTS } from '../domain/certificate.ts'
import { DEVIATIONS } from '../domain/deviation.ts'
import { ENDINGS, FAILURE_REASONS, PHASES } from '../domain/exchange.ts'
import { ROUTE_KINDS } from '../domain/route/route.ts'
import { VANTAGE_PROBLEMS } from '../domain/vantage/vantage.ts'
import {
  anyOf,
  arrayOf,
  boolean,
  byKey,
  either,
  host,
  moment,
  number,
  object,
  range,
  recordOf,
  text,
  webAddress,
} from './shape.ts'

const CHAIN_LINK = object({
  subject: text,
  issuer: text,
  notBefore: moment,
  notAfter: moment,
  key: text,
  signature: text,
  linked: boolean,
})

const CERTIFICATE = object(
  {
    subject: text,
    issuer: text,
    names: arrayOf(text),
    notBefore: moment,
    notAfter: moment,
    expectedName: text,
    chainError: text,
    faults: arrayOf(anyOf(...CERTIFICATE_FAULTS)),
    chain: arrayOf(CHAIN_LINK),
  },
  { cloudflareOriginCa: boolean, outsideTrustStore: boolean, root: CHAIN_LINK, disordered: boolean },
)

const FAILURE = object(
  {
    reason: anyOf(...FAILURE_REASONS),
    code: text,
  },
  { received: number, alert: number },
)

const HEADERS = recordOf(text)
const HEAD = object({ status: number, headers: HEADERS }, { setCookie: arrayOf(text) })
const ASSET_LINK = object({ url: text }, { module: boolean })
const PRESENCE = anyOf('found', 'missing', 'unread', 'undecided')

const REDIRECT = object(
  { status: number, from: text, to: text, headers: HEADERS, elapsed: number },
  { setCookie: arrayOf(text) },
)

const MEASURED = {
  redirectChain: object(
    { redirects: arrayOf(REDIRECT) },
    { end: anyOf('loop', 'limit', 'elsewhere', 'barred', 'nowhere'), next: text },
  ),
  family: anyOf(4, 6),
  commandOutput: text,
  tls: object({ protocol: text, cipher: text, certificate: CERTIFICATE }),
  wire: object(
    { opening: text, contentLength: arrayOf(text), transferEncoding: arrayOf(text) },
    {
      version: text,
      headBytes: number,
      deviations: arrayOf(object({ kind: anyOf(...Object.keys(DEVIATIONS)) }, { offset: number })),
    },
  ),
}

const TIMINGS = object({}, Object.fromEntries(PHASES.map((phase) => [phase, number])))
const FAILED = { timings: TIMINGS, error: FAILURE }

const EXCHANGE = byKey('kind', {
  completed: object(
    {
      timings: TIMINGS,
      head: HEAD,
      body: object(
        { text, bytes: number },
        {
          complete: boolean,
          unfinished: boolean,
          ending: anyOf(...ENDINGS),
          encoding: anyOf('guessed', 'unknown'),
          coding: anyOf('none', 'sound', 'corrupt', 'truncated', 'unchecked'),
        },
      ),
    },
    {
      ...MEASURED,
      content: object({}, { body: PRESENCE, header: PRESENCE }),
      assets: object({}, { script: ASSET_LINK, stylesheet: ASSET_LINK }),
    },
  ),
  failed: byKey('phase', {
    resolve: object(FAILED, MEASURED),
    connect: object(FAILED, MEASURED),
    tls: object(FAILED, MEASURED),
    processing: object(FAILED, MEASURED),
    transfer: object({ ...FAILED, head: HEAD }, MEASURED),
  }),
})

/** A DNS message has room for 4,096 addresses, and a name may have two families of them. */
const ADDRESSES = arrayOf(object({ address: host }, { family: anyOf(4, 6) }), { min: 1, most: 8192 })
const UNRESOLVED = anyOf('no-such-host', 'no-address', 'server-failure', 'timeout', 'other')

const RESOLUTION = byKey('kind', {
  resolved: object({ addresses: ADDRESSES, elapsed: number }, { host: text }),
  failed: object({ reason: UNRESOLVED, elapsed: number }, { host: text, code: text }),
})

const ANSWER = { server: text, elapsed: number, transport: anyOf('udp', 'tcp', 'https') }

const ANSWERS = arrayOf(
  byKey('kind', {
    resolved: object({ ...ANSWER, addresses: ADDRESSES, aliases: arrayOf(text), ttl: number }),
    failed: object(
      { ...ANSWER, reason: UNRESOLVED, code: text, errors: arrayOf(object({ code: number, text })) },
      { aliases: arrayOf(text), ttl: number, bogus: boolean },
    ),
  }),
)

const ATTEMPT = byKey('ok', { true: object({}), false: object({ error: FAILURE }) })
const FAMILIES = object({}, { v4: ATTEMPT, v6: ATTEMPT })

const RECHECK = object(
  {},
  {
    withoutCloudflareHeaders: EXCHANGE,
    visitorHeaders: EXCHANGE,
    withGet: EXCHANGE,
    classicalKeyExchange: EXCHANGE,
    repeated: EXCHANGE,
    http2: byKey('agreed', { true: object({ exchange: EXCHANGE }), false: object({}) }),
    keepAlive: byKey('reused', { true: object({ exchange: EXCHANGE }), false: object({}) }),
    silentConnection: object({ ended: anyOf('closed', 'reset', 'open') }),
    addressFamilies: FAMILIES,
    tlsInspection: object(
      {
        protocol: anyOf('tls', 'http', 'other', 'nothing'),
        handshakeCompleted: boolean,
        requestsCertificate: boolean,
      },
      { alert: number, legacy: object({ protocol: text, cipher: text }) },
    ),
    otherScheme: EXCHANGE,
    otherPort: EXCHANGE,
  },
)

const IDLE = object(
  { survived: number },
  { ended: object({ how: anyOf('closed', 'reset', 'unanswered'), after: number }) },
)

const ORIGINLESS = anyOf('pages', 'workers', 'r2', 'placeholder')

const ZONE = object(
  { unread: arrayOf(text) },
  {
    status: text,
    partial: boolean,
    paused: boolean,
    ssl: text,
    record: object(
      {
        kind: anyOf('address', 'name', 'tunnel', 'none'),
        proxied: boolean,
        pointsToOrigins: arrayOf(anyOf(true, false, null)),
      },
      { originless: ORIGINLESS },
    ),
    rules: object({ address: boolean, port: boolean, host: boolean }),
    worker: boolean,
    tunnel: text,
    pools: arrayOf(object({ failures: arrayOf(text) }, { healthy: boolean })),
  },
)

const ADDRESS = object(
  { position: number, of: number, family: anyOf(4, 6) },
  { ofFamily: number, outside: boolean, shown: text },
)
const UNCHECKED = object({}, { withoutIpv6: number, withoutIpv4: number, overLimit: number, byProxy: number })

/** Origins of a site, as the input allows. Up to four addresses of each are requested. */
const ORIGINS = { most: 1000 }
const ORIGIN_ADDRESSES = { most: 4 * ORIGINS.most }

const EXPECTED = byKey('kind', { text: object({ text }), regex: object({ source: text, flags: text }) })

/** The settings that every site and every request of a round have. */
const SETTINGS = {
  method: anyOf('GET', 'HEAD'),
  timeout: number,
  sslMode: anyOf('auto', 'off', 'flexible', 'full', 'strict'),
  certificateDays: number,
}

/** Those that they may have. */
const OPTIONAL_SETTINGS = {
  expectedBody: EXPECTED,
  expectedHeader: object({ name: text, value: EXPECTED }),
  checkAssets: boolean,
  maxResponseTime: number,
}

const RANGES = arrayOf(arrayOf(number))

const REQUEST = object(
  {
    url: webAddress,
    host,
    port: number,
    expectedStatus: RANGES,
    ...SETTINGS,
    origins: arrayOf(
      object(
        { port: number },
        {
          tls: boolean,
          named: boolean,
          route: anyOf(...ROUTE_KINDS),
          inner: boolean,
          originless: ORIGINLESS,
          address: ADDRESS,
          unchecked: UNCHECKED,
        },
      ),
      ORIGIN_ADDRESSES,
    ),
  },
  {
    ...OPTIONAL_SETTINGS,
    siteAddress: ADDRESS,
    siteUnchecked: UNCHECKED,
    serviceToken: boolean,
    vantage: boolean,
    headKilobytes: number,
  },
)

const PLACE = object({ city: text, country: text, network: text, asn: number })

/** Probes of a measurement, and of one for each origin. */
const RESULTS = { most: 1000 }

const VANTAGE = object(
  {
    at: moment,
    results: arrayOf(
      object(
        { place: PLACE, target: either(anyOf('edge'), number) },
        { resolvedTo: anyOf('cloudflare', 'elsewhere'), exchange: EXCHANGE },
      ),
      RESULTS,
    ),
  },
  {
    missing: number,
    url: text,
    withoutHeaders: boolean,
    cost: object({ tests: number, remaining: number, limit: number, resetsIn: number }, { credits: number }),
    problem: anyOf(...VANTAGE_PROBLEMS),
  },
)

/** The evidence of a round. What older versions did not record may be absent. */
export const EVIDENCE = object(
  { at: moment, request: REQUEST },
  {
    edge: EXCHANGE,
    origins: arrayOf(EXCHANGE, ORIGIN_ADDRESSES),
    dns: RESOLUTION,
    trace: EXCHANGE,
    uncached: EXCHANGE,
    edgeWithGet: EXCHANGE,
    analytics: object(
      { minutes: number, rows: arrayOf(object({ edge: number, origin: number, count: number })) },
      { unread: text },
    ),
    statusPage: object({ incidents: arrayOf(text) }, { colo: text, unread: text }),
    resolvers: ANSWERS,
    lateAddresses: arrayOf(object({ exchange: EXCHANGE, isOrigin: boolean })),
    ownResolver: ANSWERS,
    nameServers: ANSWERS,
    connectivity: EXCHANGE,
    ranges: arrayOf(range),
    addressFamilies: FAMILIES,
    assets: arrayOf(
      object(
        { kind: anyOf('script', 'stylesheet'), url: text, edge: EXCHANGE },
        { module: boolean, uncached: EXCHANGE },
      ),
    ),
    vantage: VANTAGE,
    rechecks: arrayOf(RECHECK, ORIGIN_ADDRESSES),
    idleConnections: arrayOf(IDLE, ORIGIN_ADDRESSES),
    atOrigins: arrayOf(boolean, ORIGIN_ADDRESSES),
    otherAddresses: arrayOf(object({ address: ADDRESS, exchange: EXCHANGE })),
    skipped: object(
      { healthy: number, unhealthy: number, inconclusive: number, downtime: number, transitions: number },
      { health: anyOf('up', 'down'), identical: boolean },
    ),
    zone: ZONE,
  },
)

/** The configuration of a site. */
export const SITE = object(
  {
    url: webAddress,
    origins: arrayOf(object({ scheme: anyOf('http:', 'https:'), host, port: number }), ORIGINS),
    originHost: host,
    originSni: host,
    headers: arrayOf(arrayOf(text)),
    expectedStatus: RANGES,
    followRedirects: number,
    ...SETTINGS,
    originCa: arrayOf(text),
    resolvers: arrayOf(text),
  },
  {
    ...OPTIONAL_SETTINGS,
    access: object({ id: text, secret: text }),
    schedule: object({ wait: number, interval: number, consecutiveSuccesses: number, watch: number }),
  },
)
