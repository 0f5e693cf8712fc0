import { edgeErrorIn, rayOf, traceOf } from '../cloudflare/answer.ts'
import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { generatorOf } from '../diagnosis/generator.ts'
import { tookOf } from '../diagnosis/pace.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Exchange, TlsSession, Trail } from '../domain/exchange.ts'
import type { DnsReport, ProbeReport, SiteReport } from '../domain/report.ts'
import type { Resolution } from '../domain/resolution.ts'

/** Makes text of the wire fit to be shown: redacted, on one line, and not too long. */
export type Say = (text: string, max?: number) => string

/** More names than this tell a reader nothing, and a certificate may have thousands. */
const MOST_NAMES = 10

export function probesOf(evidence: Evidence, say: Say): SiteReport['probes'] {
  const { edge, control, dns, origins = [], asked } = evidence
  return {
    ...(edge !== undefined && { edge: probeOf(edge, say) }),
    origins: origins.map((origin, index) =>
      Object.assign(probeOf(origin, say), { port: asked.origins[index]?.port ?? asked.port }),
    ),
    ...(control !== undefined && {
      control: { ...probeOf(control, say), ...coloOf(traceOf(control)?.colo) },
    }),
    ...(dns !== undefined && { dns: dnsOf(dns, say) }),
  }
}

export function probeOf(exchange: Exchange, say: Say): ProbeReport {
  const { timings, tls } = exchange
  const head = 'head' in exchange ? exchange.head : undefined
  const header = (name: string): string => say(head?.headers[name] ?? '', 80)
  const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header)
  const generator = pageOf(exchange)
  const ray = rayOf(exchange)
  return {
    timings,
    total: tookOf(exchange),
    ...(exchange.trail !== undefined && { redirects: redirectsOf(exchange.trail, say) }),
    ...(head !== undefined && { status: head.status }),
    ...(exchange.kind === 'broken' && {
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
    ...(ray !== undefined && { rayId: ray.id }),
    ...coloOf(ray?.colo),
    ...(exchange.kind === 'answered' && { bytes: exchange.body.bytes }),
    ...(tls !== undefined && { tls: tlsOf(tls, say) }),
  }
}

/** Every redirect, the last too where the answer is one itself. */
function redirectsOf({ redirects, next }: Trail, say: Say): NonNullable<ProbeReport['redirects']> {
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
  if (exchange.kind !== 'answered') return undefined
  return edgeErrorIn(exchange) === undefined ? generatorOf(exchange)?.name : 'Cloudflare'
}

function tlsOf({ protocol, cipher, certificate }: TlsSession, say: Say): NonNullable<ProbeReport['tls']> {
  const { subject, issuer, names, notBefore, notAfter, faults } = certificate
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
  }
}

/** A certificate may hold dates that no calendar knows. */
export function isoOf(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : ''
}

/** Addresses outside of Cloudflare's ranges may be the origin's: they are counted, not shown. */
function dnsOf(dns: Resolution, say: Say): DnsReport {
  if (dns.kind === 'failed') {
    return { took: dns.took, cloudflare: [], others: 0, failure: say(FAILURES[dns.reason], 60) }
  }
  const cloudflare = dns.addresses.map(({ address }) => address).filter(inCloudflareRanges)
  return {
    took: dns.took,
    cloudflare: cloudflare.map((address) => say(address, 45)),
    others: dns.addresses.length - cloudflare.length,
  }
}

const FAILURES: Readonly<Record<Extract<Resolution, { kind: 'failed' }>['reason'], string>> = {
  'no-such-host': 'no such name',
  'no-address': 'no address',
  'server-failure': 'DNS server failure',
  timeout: 'DNS timed out',
  other: 'DNS failed',
}
