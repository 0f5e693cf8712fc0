import { challengePage } from '../../lab/edge/pages/challenge.ts'
import { errorPage } from '../../lab/edge/pages/error-page.ts'
import { isErrorCode, type ErrorCode } from '../../lab/edge/pages/errors.ts'
import type { EdgeRequest } from '../../lab/edge/edge-request.ts'
import { nginxStylePage, type Page } from '../../lab/http/page.ts'
import type { Certificate, CertificateFault } from '../../src/domain/certificate.ts'
import type { Judgment } from '../../src/domain/diagnosis.ts'
import type { CheckRequest, Evidence, FollowUps, Recheck } from '../../src/domain/evidence.ts'
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
import { address } from './wire.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3, 7)
const DAY = 86_400_000
export const occasion = (accept: string): EdgeRequest => ({
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
const OCCASION = occasion('text/html')

export const ASKED: CheckRequest = {
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

/** What a look found. An origin a number of times is that many origins. */
export interface Seen {
  readonly edge?: Exchange
  /** Asked past the cache. */
  readonly uncached?: Exchange
  readonly zone?: ZoneFacts
  readonly analytics?: Analytics
  readonly statusPage?: StatusPage
  readonly origin?: Exchange | readonly Exchange[]
  /** What the origin, if it is a single one, gave when it was asked again. */
  readonly recheck?: Recheck
  readonly trace?: Exchange
  readonly dns?: Resolution
  readonly asked?: Partial<CheckRequest>
  /** What was asked again, or of others. */
  readonly further?: Partial<FollowUps>
}

/** What was seen, in words and as evidence, and what it has to come to. */
export type Case = readonly [
  name: string,
  changes: { readonly [K in keyof Seen]?: Seen[K] | undefined },
  judged: string,
]

/** A look at a site on which all is well, but for what is said; `undefined` takes a probe away. */
export function seen(changes: { readonly [K in keyof Seen]?: Seen[K] | undefined } = {}): Evidence {
  const { edge, uncached, zone, analytics, statusPage, origin, recheck, trace, dns, asked, further } = {
    ...WELL,
    ...changes,
  }
  const origins = origin === undefined ? [] : [origin].flat()
  return {
    at: AT,
    request: { ...ASKED, origins: origins.map(() => ({ tls: true, port: 443 })), ...asked },
    ...(edge !== undefined && { edge }),
    ...(uncached !== undefined && { uncached }),
    ...(zone !== undefined && { zone }),
    ...(analytics !== undefined && { analytics }),
    ...(statusPage !== undefined && { statusPage }),
    ...(trace !== undefined && { trace }),
    ...(dns !== undefined && { dns }),
    origins,
    ...further,
    ...(recheck !== undefined && { rechecks: [recheck] }),
  }
}

/** An answer that nobody stood in between of. */
export function answer(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
  tls?: TlsSession,
): Exchange {
  return {
    kind: 'completed',
    timings: { connect: 1, processing: 5, transfer: 1 },
    head: { status, headers },
    body: { text: body, bytes: body.length, complete: true },
    ...(tls !== undefined && { tls }),
  }
}

/** The same, passed on by Cloudflare. */
export const through = (
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Exchange =>
  answer(status, body, {
    server: 'cloudflare',
    'cf-ray': `${OCCASION.ray}-SJC`,
    'cf-cache-status': 'DYNAMIC',
    ...headers,
  })

export const fromCache = (status = 200): Exchange => through(status, 'old', { 'cf-cache-status': 'HIT' })

/** An error that Cloudflare tells under this code, in the form that the `Accept` header asks for. */
export const errorTold = (code: ErrorCode, accept = 'text/html'): Page =>
  errorPage(code, {}, occasion(accept))

/** A page that Cloudflare wrote for this code, as visitors are shown it. */
export function told(code: number): Exchange {
  if (!isErrorCode(code)) throw new RangeError(`The lab's edge has no error ${code}`)
  return shown(errorTold(code))
}

/** Cloudflare's unbranded page: what it shows when it failed by itself. */
export const bare = (status: number): Exchange => shown(nginxStylePage(status, 'cloudflare'))

/** A challenge, with the header that says so or, as before 2023, without. */
export const challenged = (header: 'header' | 'page'): Exchange =>
  shown({ ...challengePage(OCCASION), headers: header === 'header' ? { 'cf-mitigated': 'challenge' } : {} })

function shown({ status, type, body, headers = {} }: Page): Exchange {
  const own = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
  return through(status, body, { 'content-type': type, ...Object.fromEntries(own) })
}

/** An error page of nginx. */
export const nginx = (status: number): Exchange =>
  answer(status, nginxStylePage(status, 'nginx').body, { server: 'nginx' })

/** An error page without a hint who wrote it. */
export const plain = (status: number): Exchange => answer(status, 'Sorry.', { server: 'gate' })

export function broken(
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

/** What came over the wire, by how it begins. */
export const wire = (opening: string, more: Partial<WireDetails> = {}): WireDetails => ({
  opening,
  contentLength: [],
  transferEncoding: [],
  ...more,
})

/** An answer that is none in HTTP: the exchange broke at its beginning. */
export const says = (
  opening: string,
  reason: FailureReason = 'protocol',
  more: Partial<WireDetails> = {},
): Exchange => broken('processing', reason, { received: opening.length, wire: wire(opening, more) })

/** The same answer, with so many bytes of headers. */
export const withHead = (exchange: Exchange, headBytes: number): Exchange => ({
  ...exchange,
  wire: wire('HTTP/1.1 200 OK', { headBytes }),
})

/** A page that is said to be compressed, and this becomes of it. */
export function coded(coding: Coding): Exchange {
  const page = answer(200, 'shop', { 'content-encoding': 'gzip' })
  return page.kind === 'completed' ? { ...page, body: { ...page.body, coding } } : page
}

const CODES: Readonly<Record<FailureReason, string>> = {
  unresolved: 'ENOTFOUND',
  refused: 'ECONNREFUSED',
  unreachable: 'ENETUNREACH',
  timeout: 'DEADLINE',
  reset: 'ECONNRESET',
  closed: 'UND_ERR_SOCKET',
  untrusted: 'expired',
  protocol: 'HTTPParserError',
  proxy: 'PROXY_407',
  other: 'EMFILE',
}

export const refused = broken('connect', 'refused')
export const dropped = broken('connect', 'timeout')
export const unreachable = broken('connect', 'unreachable')
export const silent = broken('processing', 'timeout')
export const unresolved = broken('resolve', 'unresolved')

/** A finished handshake, in which a certificate with these faults was shown. */
export function session(faults: readonly CertificateFault[] = [], protocol = 'TLSv1.3'): TlsSession {
  const expired = faults.includes('expired')
  const certificate: Certificate = {
    subject: 'CN=www.shop.example',
    issuer: 'CN=Some CA',
    names: [faults.includes('name-mismatch') ? 'old.example' : 'www.shop.example'],
    notBefore: AT - 90 * DAY,
    notAfter: expired ? AT - DAY : AT + 90 * DAY,
    expectedName: 'www.shop.example',
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

/** An origin that answers well, and shows a certificate with these faults. */
export const showing = (...faults: readonly CertificateFault[]): Exchange =>
  answer(200, 'shop', {}, session(faults))

/** Visitors' handshake ends at a certificate with these faults. */
export const distrusted = (...faults: readonly CertificateFault[]): Exchange =>
  broken('tls', 'untrusted', { tls: session(faults) })

export const trace: Exchange = answer(200, 'fl=1f1\nh=www.shop.example\nvisit_scheme=https\ncolo=SJC\n')

const resolution = { host: 'www.shop.example', elapsed: 2 }

/** The name leads to Cloudflare, or past it. */
export const toCloudflare: Resolution = {
  ...resolution,
  kind: 'resolved',
  addresses: [address('104.16.10.10')],
}
export const elsewhere: Resolution = { ...resolution, kind: 'resolved', addresses: [address('198.51.100.1')] }

export const failing = (reason: ResolutionFailure): Resolution => ({
  ...resolution,
  kind: 'failed',
  reason,
  code: 'CODE',
})

type Saying = 'cloudflare' | 'elsewhere' | ResolutionFailure | 'bogus' | 'blocked'

/** Resolvers that lead to Cloudflare, past it, or nowhere for a reason; named after the public ones. */
export const tell = (...what: readonly Saying[]): readonly DnsAnswer[] =>
  what.map((each, index) => saying(PUBLIC[index] ?? '1.0.0.1', each))

function saying(server: string, what: Saying): DnsAnswer {
  const common = { server, elapsed: 2, transport: 'udp' } as const
  if (what === 'cloudflare' || what === 'elsewhere') {
    const [to, ttl] = what === 'cloudflare' ? ['104.16.10.10', 300] : ['192.0.2.66', 1740]
    return { ...common, kind: 'resolved', addresses: [address(to)], aliases: [], ttl }
  }
  const bogus = what === 'bogus'
  const reason = bogus ? 'server-failure' : what === 'blocked' ? 'no-such-host' : what
  const errors = what === 'blocked' ? [{ code: 15, text: '' }] : []
  return { ...common, kind: 'failed', reason, code: 'CODE', errors, bogus }
}

const PUBLIC = ['1.1.1.1', '8.8.8.8', '9.9.9.9'] as const

type Extra = 'uncached' | 'zone' | 'analytics' | 'statusPage' | 'recheck'
const WELL: Required<Omit<Seen, Extra>> & Pick<Seen, Extra> = {
  edge: through(200, 'shop'),
  origin: answer(200, 'shop'),
  trace: trace,
  dns: toCloudflare,
  asked: {},
  further: {},
}

/** A judgment in a line: `unhealthy origin-refused certain`, then `+ dns-not-proxied` for warnings and `~ …` for notes. */
export function inWords({ verdict, findings: [lead], warnings, notes }: Judgment): string {
  return [
    verdict,
    ...(lead === undefined ? [] : [lead.cause.id, lead.match.confidence]),
    ...warnings.map(({ cause }) => `+ ${cause.id}`),
    ...notes.map(({ cause }) => `~ ${cause.id}`),
  ].join(' ')
}
