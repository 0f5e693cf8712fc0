import { challengePage } from '../../lab/edge/pages/challenge.ts'
import { errorPage } from '../../lab/edge/pages/error-page.ts'
import { isErrorCode, type ErrorCode } from '../../lab/edge/pages/errors.ts'
import type { EdgeRequest } from '../../lab/edge/edge-request.ts'
import { nginxStylePage, type Page } from '../../lab/http/page.ts'
import type { Certificate, CertificateFault } from '../../src/domain/certificate.ts'
import type { CheckRequest, Evidence, FollowUps, Recheck } from '../../src/domain/evidence.ts'
import type { DeviationKind } from '../../src/domain/deviation.ts'
import type {
  FailureReason,
  Coding,
  Exchange,
  Phase,
  TlsSession,
  WireDetails,
} from '../../src/domain/exchange.ts'
import type { Resolution, ResolutionFailure, DnsAnswer } from '../../src/domain/dns.ts'
import type { Analytics, StatusPage, ZoneFacts } from '../../src/domain/zone.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import type { Result } from './judgments.ts'
import { address } from './wire.ts'
import { headersOf } from './texts.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3, 7)
const DAY = 86_400_000
export const edgeRequest = (accept: string): EdgeRequest => ({
  scheme: 'https',
  port: 443,
  host: 'www.shop.example',
  method: 'GET',
  path: '/',
  headers: { accept },
  visitor: '198.51.100.7',
  colo: 'SJC',
  ray: '8f2a1c0d9e7b6543',
  at: AT,
})
const EDGE_REQUEST = edgeRequest('text/html')

export const REQUEST: CheckRequest = {
  url: 'https://www.shop.example/',
  host: 'www.shop.example',
  port: 443,
  method: 'GET',
  expectedStatus: [[200, 399]],
  timeout: 10_000,
  sslMode: 'auto',
  certificateDays: 14,
  origins: [],
}

/** The measurements of a round. A list of origins makes several of them. */
export interface Measurements {
  readonly edge?: Exchange
  /** The response to a request that bypasses the cache. */
  readonly uncached?: Exchange
  readonly zone?: ZoneFacts
  readonly analytics?: Analytics
  readonly statusPage?: StatusPage
  readonly origin?: Exchange | readonly Exchange[]
  /** The follow-up probes of the origin, if there is only one. */
  readonly recheck?: Recheck
  readonly trace?: Exchange
  readonly dns?: Resolution
  readonly request?: Partial<CheckRequest>
  /** The other follow-up probes. */
  readonly followUps?: Partial<FollowUps>
}

/** A description, the evidence that differs from a healthy site's, and the expected result. */
export type Case = readonly [
  name: string,
  changes: { readonly [K in keyof Measurements]?: Measurements[K] | undefined },
  expected: Result,
]

/** The evidence of a healthy site with these changes; `undefined` removes a probe. */
export function evidenceWith(
  changes: { readonly [K in keyof Measurements]?: Measurements[K] | undefined } = {},
): Evidence {
  const { edge, uncached, zone, analytics, statusPage, origin, recheck, trace, dns, request, followUps } = {
    ...HEALTHY,
    ...changes,
  }
  const origins = origin === undefined ? [] : [origin].flat()
  return {
    at: AT,
    request: { ...REQUEST, origins: origins.map(() => ({ tls: true, port: 443 })), ...request },
    ...(edge !== undefined && { edge }),
    ...(uncached !== undefined && { uncached }),
    ...(zone !== undefined && { zone }),
    ...(analytics !== undefined && { analytics }),
    ...(statusPage !== undefined && { statusPage }),
    ...(trace !== undefined && { trace }),
    ...(dns !== undefined && { dns }),
    origins,
    ...followUps,
    ...(recheck !== undefined && { rechecks: [recheck] }),
  }
}

/** A response without Cloudflare in between. */
export function response(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
  tls?: TlsSession,
): Exchange {
  return {
    kind: 'completed',
    timings: { connect: 1, processing: 5, transfer: 1 },
    head: { status, headers: headersOf(headers) },
    body: { text: untrusted(body), bytes: body.length, complete: true },
    ...(tls !== undefined && { tls }),
  }
}

/** The same, through Cloudflare. */
export const edgeResponse = (
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Exchange =>
  response(status, body, {
    server: 'cloudflare',
    'cf-ray': `${EDGE_REQUEST.ray}-SJC`,
    'cf-cache-status': 'DYNAMIC',
    ...headers,
  })

export const cachedResponse = (status = 200): Exchange =>
  edgeResponse(status, 'old', { 'cf-cache-status': 'HIT' })

/** Cloudflare's error page for a code, in the format that the `Accept` header requests. */
export const errorPageFor = (code: ErrorCode, accept = 'text/html'): Page =>
  errorPage(code, {}, edgeRequest(accept))

/** Cloudflare's error page for a code, as visitors get it. */
export function edgeError(code: number): Exchange {
  if (!isErrorCode(code)) throw new RangeError(`The lab's edge has no error ${code}`)
  return throughEdge(errorPageFor(code))
}

/** Cloudflare's unbranded error page, which it sends when it failed by itself. */
export const unbrandedError = (status: number): Exchange => throughEdge(nginxStylePage(status, 'cloudflare'))

/** A challenge, with the header that marks it or, as before 2023, without. */
export const challenge = (header: 'header' | 'page'): Exchange =>
  throughEdge({
    ...challengePage(EDGE_REQUEST),
    headers: header === 'header' ? { 'cf-mitigated': 'challenge' } : {},
  })

function throughEdge({ status, type, body, headers = {} }: Page): Exchange {
  const own = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
  return edgeResponse(status, body, { 'content-type': type, ...Object.fromEntries(own) })
}

/** nginx's error page. */
export const nginxError = (status: number): Exchange =>
  response(status, nginxStylePage(status, 'nginx').body, { server: 'nginx' })

/** An error page from an unknown server. */
export const plainError = (status: number): Exchange => response(status, 'Sorry.', { server: 'gate' })

export function failedExchange(
  phase: Phase,
  reason: FailureReason,
  more: {
    readonly received?: number
    readonly tls?: TlsSession
    readonly code?: string
    readonly alert?: number
    readonly wire?: WireDetails
  } = {},
): Exchange {
  const { received = 0, tls, code = CODES[reason], alert, wire } = more
  const error = { reason, code, received, ...(alert !== undefined && { alert }) }
  const rest = {
    timings: { connect: 1 },
    kind: 'failed',
    error,
    ...(tls !== undefined && { tls }),
    ...(wire !== undefined && { wire }),
  } as const
  return phase === 'transfer' ? { ...rest, phase, head: { status: 200, headers: {} } } : { ...rest, phase }
}

/** Wire details of a response, by its first bytes. */
export const wireDetails = (opening: string, more: Partial<WireDetails> = {}): WireDetails => ({
  opening: untrusted(opening),
  contentLength: [],
  transferEncoding: [],
  ...more,
})

/** A response that isn't valid HTTP, by its first bytes. */
export const malformedResponse = (
  opening: string,
  reason: FailureReason = 'protocol',
  more: Partial<WireDetails> = {},
): Exchange =>
  failedExchange('processing', reason, { received: opening.length, wire: wireDetails(opening, more) })

/** The same response with these deviations. */
export const deviating = (exchange: Exchange, ...kinds: readonly DeviationKind[]): Exchange => ({
  ...exchange,
  wire: wireDetails('HTTP/1.1 200 OK', {
    headBytes: 100,
    deviations: kinds.map((kind, index) => ({ kind, offset: index })),
  }),
})

/** The same response with this many bytes of headers. */
export const withHeadBytes = (exchange: Exchange, headBytes: number): Exchange => ({
  ...exchange,
  wire: wireDetails('HTTP/1.1 200 OK', { headBytes }),
})

/** A gzip response, with the result of decoding it. */
export function encodedResponse(coding: Coding): Exchange {
  const page = response(200, 'shop', { 'content-encoding': 'gzip' })
  return page.kind === 'completed' ? { ...page, body: { ...page.body, coding } } : page
}

const CODES: Readonly<Record<FailureReason, string>> = {
  unresolved: 'ENOTFOUND',
  refused: 'ECONNREFUSED',
  unreachable: 'ENETUNREACH',
  unrouted: 'ENETUNREACH',
  timeout: 'DEADLINE',
  reset: 'ECONNRESET',
  closed: 'CLOSED',
  untrusted: 'expired',
  protocol: 'NOT_HTTP',
  proxy: 'PROXY_407',
  route: 'ROUTE_PERMISSION_DENIED',
  other: 'EMFILE',
}

export const refusedConnection = failedExchange('connect', 'refused')
export const timedOutConnection = failedExchange('connect', 'timeout')
export const noRoute = failedExchange('connect', 'unreachable')
export const noResponse = failedExchange('processing', 'timeout')
export const unresolvedName = failedExchange('resolve', 'unresolved')

/** A completed handshake with a certificate that has these faults. */
export function tlsSession(faults: readonly CertificateFault[] = [], protocol = 'TLSv1.3'): TlsSession {
  const expired = faults.includes('expired')
  const certificate: Certificate = {
    subject: untrusted('CN=www.shop.example'),
    issuer: untrusted('CN=Some CA'),
    names: [untrusted(faults.includes('name-mismatch') ? 'old.example' : 'www.shop.example')],
    notBefore: AT - 90 * DAY,
    notAfter: expired ? AT - DAY : AT + 90 * DAY,
    expectedName: untrusted('www.shop.example'),
    cloudflareOriginCa: false,
    chainError: CHAIN_ERRORS[faults.find((fault) => fault in CHAIN_ERRORS) ?? ''] ?? '',
    faults,
    chain: [],
    disordered: false,
  }
  return { protocol, cipher: 'TLS_AES_256_GCM_SHA384', certificate }
}

const CHAIN_ERRORS: Readonly<Record<string, string>> = {
  untrusted: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'chain-incomplete': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
}

/** A good response of a server whose certificate has these faults. */
export const responseWithCertificate = (...faults: readonly CertificateFault[]): Exchange =>
  response(200, 'shop', {}, tlsSession(faults))

/** A handshake that failed because the certificate has these faults. */
export const rejectedCertificate = (...faults: readonly CertificateFault[]): Exchange =>
  failedExchange('tls', 'untrusted', { tls: tlsSession(faults) })

export const traceResponse: Exchange = response(
  200,
  'fl=1f1\nh=www.shop.example\nvisit_scheme=https\ncolo=SJC\n',
)

const resolution = { host: 'www.shop.example', elapsed: 2 }

/** The name points to Cloudflare, or to another host. */
export const dnsToCloudflare: Resolution = {
  ...resolution,
  kind: 'resolved',
  addresses: [address('104.16.10.10')],
}
export const dnsElsewhere: Resolution = {
  ...resolution,
  kind: 'resolved',
  addresses: [address('198.51.100.1')],
}

export const dnsFailure = (reason: ResolutionFailure): Resolution => ({
  ...resolution,
  kind: 'failed',
  reason,
  code: 'CODE',
})

type Answer = 'cloudflare' | 'elsewhere' | ResolutionFailure | 'bogus' | 'blocked'

/** One DNS answer per item, from 1.1.1.1, 8.8.8.8 and 9.9.9.9 in this order. */
export const dnsAnswers = (...what: readonly Answer[]): readonly DnsAnswer[] =>
  what.map((each, index) => dnsAnswer(PUBLIC[index] ?? '1.0.0.1', each))

function dnsAnswer(server: string, what: Answer): DnsAnswer {
  const common = { server: untrusted(server), elapsed: 2, transport: 'udp' } as const
  if (what === 'cloudflare' || what === 'elsewhere') {
    const [to, ttl] = what === 'cloudflare' ? ['104.16.10.10', 300] : ['192.0.2.66', 1740]
    return { ...common, kind: 'resolved', addresses: [address(to)], aliases: [], ttl }
  }
  const bogus = what === 'bogus'
  const reason = bogus ? 'server-failure' : what === 'blocked' ? 'no-such-host' : what
  const errors = what === 'blocked' ? [{ code: 15, text: untrusted('') }] : []
  return { ...common, kind: 'failed', reason, code: 'CODE', errors, bogus }
}

const PUBLIC = ['1.1.1.1', '8.8.8.8', '9.9.9.9'] as const

type Extra = 'uncached' | 'zone' | 'analytics' | 'statusPage' | 'recheck'
const HEALTHY: Required<Omit<Measurements, Extra>> & Pick<Measurements, Extra> = {
  edge: edgeResponse(200, 'shop'),
  origin: response(200, 'shop'),
  trace: traceResponse,
  dns: dnsToCloudflare,
  request: {},
  followUps: {},
}
