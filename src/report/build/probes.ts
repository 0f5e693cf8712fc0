import { plural } from '../../shared/text.ts'
import { edgeErrorIn, rayOf, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import { generatorOf } from '../../diagnosis/facts/generator.ts'
import type { ChainLink } from '../../domain/certificate.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange, TlsSession, RedirectChain } from '../../domain/exchange.ts'
import type { DnsReport, DnsServerReport, LinkReport, ProbeReport, SiteReport } from '../../domain/report.ts'
import type { Resolution, DnsAnswer } from '../../domain/dns.ts'
import { elapsedIn } from '../../diagnosis/facts/exchange.ts'

/** Makes text of the wire fit to be shown: redacted, on one line, and not too long. */
export type Sanitize = (text: string, max?: number) => string

/** More names than this tell a reader nothing, and a certificate may have thousands. */
const MOST_NAMES = 10
const DAY = 86_400_000

export function probesOf(evidence: Evidence, say: Sanitize): SiteReport['probes'] {
  const { edge, trace, dns, origins = [], request, at } = evidence
  return {
    ...(edge !== undefined && { edge: probeOf(edge, at, say) }),
    origins: origins.map((origin, index) =>
      Object.assign(probeOf(origin, at, say), { port: request.origins[index]?.port ?? request.port }),
    ),
    ...(trace !== undefined && {
      control: { ...probeOf(trace, at, say), ...coloOf(traceOf(trace)?.colo) },
    }),
    ...(dns !== undefined && { dns: dnsOf(dns, evidence, say) }),
  }
}

/** `at` is when the look began. */
function probeOf(exchange: Exchange, at: number, say: Sanitize): ProbeReport {
  const { timings, tls } = exchange
  const head = 'head' in exchange ? exchange.head : undefined
  const header = (name: string): string => say(head?.headers[name] ?? '', 80)
  const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header)
  const generator = pageOf(exchange)
  const http = /^HTTP\/\d(?:\.\d)?(?= )/.exec(exchange.wire?.opening ?? '')?.[0]
  const ray = rayOf(exchange)
  return {
    timings,
    total: elapsedIn(exchange),
    ...(exchange.redirectChain !== undefined && { redirects: redirectsOf(exchange.redirectChain, say) }),
    ...(head !== undefined && { status: head.status }),
    ...(exchange.kind === 'failed' && {
      broke: {
        phase: exchange.phase,
        reason: exchange.error.reason,
        code: say(exchange.error.code, 60),
      },
    }),
    ...(isText(server) && { server }),
    ...(isText(cache) && { cache }),
    ...(isText(contentType) && { contentType }),
    ...(isText(generator) && { generator }),
    ...(http !== undefined && { http }),
    ...(ray !== undefined && { rayId: ray.id }),
    ...coloOf(ray?.colo),
    ...(exchange.kind === 'completed' && { bytes: exchange.body.bytes }),
    ...(tls !== undefined && { tls: tlsOf(tls, at, say) }),
  }
}

/** Every redirect, the last too where the answer is one itself. */
function redirectsOf(
  { redirects, next }: RedirectChain,
  say: Sanitize,
): NonNullable<ProbeReport['redirects']> {
  const places = [...redirects.map(({ to }) => to), ...(next === undefined ? [] : [next])]
  return places.map((to) => say(to, 200))
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}

function coloOf(colo: string | undefined): { readonly colo?: string } {
  return isText(colo) ? { colo } : {}
}

/** Who wrote an error page: Cloudflare, or what stands before the application. */
function pageOf(exchange: Exchange): string | undefined {
  if (exchange.kind !== 'completed') return undefined
  return edgeErrorIn(exchange) === undefined ? generatorOf(exchange)?.name : 'Cloudflare'
}

function tlsOf(
  { protocol, cipher, certificate }: TlsSession,
  at: number,
  say: Sanitize,
): NonNullable<ProbeReport['tls']> {
  const { subject, issuer, names, notBefore, notAfter, faults, chain } = certificate
  const more = names.length - MOST_NAMES
  return {
    protocol: say(protocol, 20),
    cipher: say(cipher, 60),
    subject: say(subject, 120),
    issuer: say(issuer, 120),
    names: [
      ...names.slice(0, MOST_NAMES).map((name) => say(name, 80)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    notBefore: isoOf(notBefore),
    notAfter: isoOf(notAfter),
    faults,
    daysLeft: Math.floor((notAfter - at) / DAY) || 0,
    chain: chain.map((link) => linkOf(link, say)),
  }
}

function linkOf(link: ChainLink, say: Sanitize): LinkReport {
  const { subject, issuer, notBefore, notAfter, key, signature, linked } = link
  return {
    subject: say(subject, 120),
    issuer: say(issuer, 120),
    notBefore: isoOf(notBefore),
    notAfter: isoOf(notAfter),
    key: say(key, 40),
    signature: say(signature, 60),
    linked,
  }
}

/** A certificate may hold dates that no calendar knows. */
export function isoOf(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : ''
}

/** Addresses outside of Cloudflare's ranges may be the origin's: they are counted, not shown. */
function dnsOf(
  dns: Resolution,
  { resolvers = [], ownResolver = [], nameServers = [], ranges }: Evidence,
  say: Sanitize,
): DnsReport {
  const told = [...ownResolver, ...resolvers, ...nameServers].map((each) => toldOf(each, ranges, say))
  const servers = told.length === 0 ? {} : { servers: told }
  if (dns.kind === 'failed') {
    return {
      took: dns.elapsed,
      cloudflare: [],
      others: 0,
      failure: say(FAILURES[dns.reason], 60),
      ...servers,
    }
  }
  const cloudflare = dns.addresses
    .map(({ address }) => address)
    .filter((address) => inCloudflareRanges(address, ranges))
  return {
    took: dns.elapsed,
    cloudflare: cloudflare.map((address) => say(address, 45)),
    others: dns.addresses.length - cloudflare.length,
    ...servers,
  }
}

function toldOf(told: DnsAnswer, ranges: readonly string[] | undefined, say: Sanitize): DnsServerReport {
  const { ttl } = told
  return {
    server: say(told.server, 80),
    says: say(saysOf(told, ranges), 80),
    ...(ttl !== undefined && { ttl }),
  }
}

function saysOf(told: DnsAnswer, ranges: readonly string[] | undefined): string {
  if (told.kind === 'failed') {
    if (told.bogus) return 'DNSSEC does not hold'
    return told.reason === 'timeout' ? 'no answer' : (SAID[told.code] ?? FAILURES[told.reason])
  }
  const others = told.addresses.filter(({ address }) => !inCloudflareRanges(address, ranges)).length
  const elsewhere = others === 0 ? [] : [`elsewhere (${plural(others, 'address', 'addresses')})`]
  return [...(others < told.addresses.length ? ['Cloudflare'] : []), ...elsewhere].join(' and ')
}

/** Words for what a server says beside the usual. */
const SAID: Readonly<Record<string, string>> = { REFUSED: 'refuses to answer' }

const FAILURES: Readonly<Record<Extract<Resolution, { kind: 'failed' }>['reason'], string>> = {
  'no-such-host': 'no such name',
  'no-address': 'no address',
  'server-failure': 'DNS server failure',
  timeout: 'DNS timed out',
  other: 'DNS failed',
}
