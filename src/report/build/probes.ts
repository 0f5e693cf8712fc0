import type { WhichOrigin } from '../../domain/address.ts'
import { DAY, list, plural } from '../../shared/text.ts'
import { edgeErrorIn, rayOf, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import { generatorOf } from '../../diagnosis/facts/generator.ts'
import { outdated } from '../../diagnosis/facts/handshake/certificate-chain.ts'
import type { Certificate, ChainLink } from '../../domain/certificate.ts'
import { entryName, whichOrigins } from '../../diagnosis/facts/which-origin.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange, TlsSession, RedirectChain } from '../../domain/exchange.ts'
import type {
  DnsReport,
  DnsServerReport,
  ChainCertificateReport,
  ProbeReport,
  SiteReport,
} from '../../domain/report.ts'
import type { Resolution, DnsAnswer } from '../../domain/dns.ts'
import { quote, shortPart } from '../../domain/untrusted.ts'
import type { Sanitize } from './sanitize.ts'
import { wholeTime } from './times.ts'

/** A certificate may have thousands of names. */
const MAX_NAMES = 10

export function probesOf(evidence: Evidence, sanitize: Sanitize): SiteReport['probes'] {
  const { edge, trace, dns, origins = [], request, at } = evidence
  const which = whichOrigins(request, origins.length)
  return {
    ...(edge !== undefined && { edge: probeOf(edge, at, sanitize) }),
    origins: origins.map((origin, index) => {
      const port = request.origins[index]?.port ?? request.port
      const name = addressName(which[index])
      const route = request.origins[index]?.route
      const carried = route === undefined ? {} : { route }
      const probe = Object.assign(probeOf(origin, at, sanitize), { port }, carried)
      return name === undefined ? probe : Object.assign(probe, { name: sanitize(name, 120) })
    }),
    ...(trace !== undefined && {
      trace: { ...probeOf(trace, at, sanitize), ...coloOf(traceOf(trace)?.colo) },
    }),
    ...(dns !== undefined && { dns: dnsOf(dns, evidence, sanitize) }),
  }
}

/** `IPv6 address`; undefined for an origin that was requested at one address. */
export function addressName(which: WhichOrigin | undefined): string | undefined {
  if (which?.address === undefined) return undefined
  const { shown } = which.address
  const name = entryName(which, which.of > 1).replace(/^the /, '')
  return shown === undefined ? name : `${name} (${shown})`
}

/** @param at when the round began, in milliseconds since the epoch */
function probeOf(exchange: Exchange, at: number, sanitize: Sanitize): ProbeReport {
  const { timings, tls } = exchange
  const head = 'head' in exchange ? exchange.head : undefined
  const header = (name: string): string => {
    const value = head?.headers[name]
    return value === undefined ? '' : sanitize(quote(value), 80)
  }
  const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header)
  const generator = pageAuthor(exchange)
  const version = shortPart(exchange.wire?.opening, /^HTTP\/(\d(?:\.\d)?) /)
  const ray = rayOf(exchange)
  return {
    timings,
    total: wholeTime(exchange),
    ...(exchange.redirectChain !== undefined && { redirects: redirectsOf(exchange.redirectChain, sanitize) }),
    ...(head !== undefined && { status: head.status }),
    ...(exchange.kind === 'failed' && {
      failure: {
        phase: exchange.phase,
        reason: exchange.error.reason,
        code: sanitize(exchange.error.code, 60),
      },
    }),
    ...(isText(server) && { server }),
    ...(isText(cache) && { cache }),
    ...(isText(contentType) && { contentType }),
    ...(isText(generator) && { generator }),
    ...(version !== undefined && { http: `HTTP/${version}` }),
    ...(ray !== undefined && { rayId: sanitize(quote(ray.id), 16) }),
    ...coloOf(ray?.colo),
    ...(exchange.kind === 'completed' && { bytes: exchange.body.bytes }),
    ...(tls !== undefined && { tls: tlsOf(tls, at, sanitize) }),
  }
}

/** Targets of all redirects, with that of the response itself if it is one. */
function redirectsOf(
  { redirects, next }: RedirectChain,
  sanitize: Sanitize,
): NonNullable<ProbeReport['redirects']> {
  const targets = [...redirects.map(({ to }) => to), ...(next === undefined ? [] : [next])]
  return targets.map((to) => sanitize(quote(to), 200))
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}

function coloOf(colo: string | undefined): { readonly colo?: string } {
  return isText(colo) ? { colo } : {}
}

/** The software that produced an error page. */
function pageAuthor(exchange: Exchange): string | undefined {
  if (exchange.kind !== 'completed') return undefined
  return edgeErrorIn(exchange) === undefined ? generatorOf(exchange)?.name : 'Cloudflare'
}

type TlsReport = NonNullable<ProbeReport['tls']>

/** Most sites of a run share a few certificates, which are half of a healthy site's report. */
const tlsReports = new WeakMap<Sanitize, Map<string, TlsReport>>()
const MAX_TLS_REPORTS = 100

function tlsOf(session: TlsSession, at: number, sanitize: Sanitize): TlsReport {
  const daysLeft = Math.floor((session.certificate.notAfter - at) / DAY) || 0
  const known = tlsReports.get(sanitize) ?? new Map<string, TlsReport>()
  tlsReports.set(sanitize, known)
  const issuer = outdatedIssuer(session.certificate, at)
  const key = JSON.stringify([daysLeft, issuer, session])
  const report = known.get(key) ?? {
    ...newTlsReport(session, daysLeft, sanitize),
    ...(issuer !== undefined && { outdatedIssuer: issuer }),
  }
  if (known.size >= MAX_TLS_REPORTS) known.clear()
  known.set(key, report)
  return report
}

/** @param at when the round began, in milliseconds since the epoch */
export function outdatedIssuer(certificate: Certificate, at: number): TlsReport['outdatedIssuer'] {
  for (const fault of ['expired', 'not-yet-valid'] as const) {
    const [first] = certificate.faults.includes(fault) ? outdated(certificate, fault, at) : []
    if (first === undefined || first.role === 'leaf') continue
    const { role, link } = first
    return { role, fault, at: isoOf(fault === 'expired' ? link.notAfter : link.notBefore) }
  }
  return undefined
}

function newTlsReport(
  { protocol, cipher, certificate }: TlsSession,
  daysLeft: number,
  sanitize: Sanitize,
): TlsReport {
  const { subject, issuer, names, notBefore, notAfter, faults, chain } = certificate
  const more = names.length - MAX_NAMES
  return {
    protocol: sanitize(protocol, 20),
    cipher: sanitize(cipher, 60),
    subject: sanitize(quote(subject), 120),
    issuer: sanitize(quote(issuer), 120),
    names: [
      ...names.slice(0, MAX_NAMES).map((name) => sanitize(quote(name), 80)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    notBefore: isoOf(notBefore),
    notAfter: isoOf(notAfter),
    faults,
    daysLeft,
    chain: chain.map((link) => linkOf(link, sanitize)),
  }
}

function linkOf(link: ChainLink, sanitize: Sanitize): ChainCertificateReport {
  const { subject, issuer, notBefore, notAfter, key, signature, linked } = link
  return {
    subject: sanitize(quote(subject), 120),
    issuer: sanitize(quote(issuer), 120),
    notBefore: isoOf(notBefore),
    notAfter: isoOf(notAfter),
    key: sanitize(key, 40),
    signature: sanitize(signature, 60),
    linked,
  }
}

/** ISO 8601; empty for a date out of JavaScript's range, which a certificate may have. */
export function isoOf(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : ''
}

/** Addresses outside Cloudflare's ranges may be the origin's, so they are only counted. */
function dnsOf(
  dns: Resolution,
  { resolvers = [], ownResolver = [], nameServers = [], ranges }: Evidence,
  sanitize: Sanitize,
): DnsReport {
  const all = [...ownResolver, ...resolvers, ...nameServers].map((each) =>
    serverReportOf(each, ranges, sanitize),
  )
  const servers = all.length === 0 ? {} : { servers: all }
  if (dns.kind === 'failed') {
    return {
      elapsed: dns.elapsed,
      cloudflare: [],
      others: 0,
      failure: sanitize(FAILURES[dns.reason], 60),
      ...servers,
    }
  }
  const cloudflare = dns.addresses
    .map(({ address }) => address)
    .filter((address) => inCloudflareRanges(address, ranges))
  return {
    elapsed: dns.elapsed,
    cloudflare: cloudflare.map((address) => sanitize(address, 45)),
    others: dns.addresses.length - cloudflare.length,
    ...servers,
  }
}

function serverReportOf(
  answer: DnsAnswer,
  ranges: readonly string[] | undefined,
  sanitize: Sanitize,
): DnsServerReport {
  const { ttl } = answer
  return {
    server: sanitize(quote(answer.server), 80),
    answer: sanitize(answerWords(answer, ranges), 80),
    ...(ttl !== undefined && { ttl }),
  }
}

function answerWords(answer: DnsAnswer, ranges: readonly string[] | undefined): string {
  if (answer.kind === 'failed') {
    if (answer.bogus) return 'DNSSEC validation failed'
    return answer.reason === 'timeout' ? 'no answer' : (CODES[answer.code] ?? FAILURES[answer.reason])
  }
  const others = answer.addresses.filter(({ address }) => !inCloudflareRanges(address, ranges)).length
  const elsewhere = others === 0 ? [] : [`elsewhere (${plural(others, 'address', 'addresses')})`]
  return list([...(others < answer.addresses.length ? ['Cloudflare'] : []), ...elsewhere])
}

/** Response codes that need other words than their reason. */
const CODES: Readonly<Record<string, string>> = { REFUSED: 'refuses to answer' }

const FAILURES: Readonly<Record<Extract<Resolution, { kind: 'failed' }>['reason'], string>> = {
  'no-such-host': 'no such name',
  'no-address': 'no address',
  'server-failure': 'DNS server failure',
  timeout: 'DNS timed out',
  other: 'DNS failed',
}
