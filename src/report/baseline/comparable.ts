import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import { familyOf, isIP } from '../../shared/ip.ts'
import { unbracketed } from '../../shared/authority.ts'
import { list, plural } from '../../shared/text.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { listIn, member, numberIn, textIn } from '../../shared/json.ts'
import { CERTIFICATE_FAULTS, type CertificateFault } from '../../domain/certificate.ts'
import { type Verdict, VERDICTS } from '../../domain/diagnosis.ts'
import { FAILURE_REASONS, PHASES } from '../../domain/exchange.ts'
import { ROUTE_KINDS, type RouteKind } from '../../domain/route/route.ts'
import { beginning, quote, untrusted, type Sentence, type Untrusted } from '../../domain/untrusted.ts'
import { failureWords } from '../../diagnosis/failure-words.ts'
import { tlsVersion } from '../words.ts'

/** The parts of a site's report that are compared. Absent parts were not observed. */
export interface ComparableSite {
  readonly url: string
  readonly verdict: Verdict
  /** The origins' hosts in its curl commands, if it shows them. */
  readonly hosts: readonly string[]
  readonly edge: ComparableProbe
  readonly origins: readonly ComparableProbe[]
  /** `Cloudflare (2 addresses)`, `no such name`. */
  readonly dns?: Sentence
  readonly sslMode?: Untrusted
  /** Where the name points to, if it resolves: Cloudflare's addresses of each family are sorted. */
  readonly domain?: {
    readonly kind: 'Cloudflare' | 'elsewhere' | 'Cloudflare and elsewhere'
    readonly ipv4: readonly string[]
    readonly ipv6: readonly string[]
  }
  /** What it didn't observe, but a run before did. */
  readonly lastSeen: readonly ComparableValue[]
}

/** A value that an earlier run saw, under words of ours. */
export interface ComparableValue {
  readonly where: string
  readonly what: string
  readonly value: Untrusted
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface ComparableProbe {
  /** Whether it is one of several addresses of an origin's name. */
  readonly isAddress?: true
  /** `200`, `none: connection refused`. */
  readonly response?: string
  readonly status?: number
  readonly port?: number
  /** What carried the connection; empty without one. Only times with the same route are compared. */
  readonly route: RouteKind | ''
  readonly server?: Untrusted
  readonly http?: Untrusted
  readonly tls?: Sentence
  readonly certificate?: ComparableCertificate
  /** It received a part of a response at most. */
  readonly failed?: true
  /** Milliseconds of a complete response; the median of the run, if reported. */
  readonly elapsed?: number
}

export interface ComparableCertificate {
  readonly subject: Untrusted
  readonly issuer: Untrusted
  /** Sorted. */
  readonly names: readonly Untrusted[]
  /** Days: `2026-11-23`; empty when the date is out of range. */
  readonly from: string
  readonly until: string
  readonly faults: readonly CertificateFault[]
}

/** What histories compare. */
export const WHATS = [
  'DNS answer',
  'IPv4 addresses',
  'IPv6 addresses',
  'SSL mode',
  'number of origins',
  'port',
  'issuer',
  'certificate',
  'names',
  "certificate's faults",
  'TLS version',
  'HTTP version',
  'server',
] as const

/** Further origins and names are not compared. */
const MAX_ORIGINS = 100
const MAX_NAMES = 100
/** Addresses of the site's name. Cloudflare has a few for each. */
const MAX_ADDRESSES = 16
const MAX_SEEN = 100
/** Characters. Longer than any text of a report. */
const MAX_TEXT = 1000
/** A report cuts a URL after 500 characters. Redacting one of megabytes takes minutes, or all of the stack. */
const MAX_URL = 2000
/** The longest command has a dozen headers. */
const MAX_COMMAND = 20_000
/** Characters of a name. DNS allows 253. */
const MAX_NAME = 255

/** Reads a site of a JSON report (schema 1); undefined when it is not one. */
export function comparableOf(site: unknown): ComparableSite | undefined {
  const url = textIn(site, 'url')
  const verdict = VERDICTS.find((known) => known === textIn(site, 'verdict'))
  const probes = member(site, 'probes')
  if (url === undefined || url === '' || url.length > MAX_URL) return undefined
  if (verdict === undefined || typeof probes !== 'object') return undefined
  const sslMode = shortText(site, 'sslMode')
  return {
    url: shownUrl(url),
    verdict,
    hosts: listIn(site, 'reproduce', MAX_ORIGINS).flatMap(hostIn),
    edge: comparableProbe(member(probes, 'edge'), verdict),
    origins: listIn(probes, 'origins', MAX_ORIGINS).map((origin) => comparableProbe(origin, verdict)),
    ...dnsOf(member(probes, 'dns')),
    ...(sslMode !== undefined && { sslMode }),
    ...domainOf(member(probes, 'dns')),
    lastSeen: listIn(site, 'lastSeen', MAX_SEEN).flatMap(valueIn),
  }
}

function comparableProbe(probe: unknown, verdict: Verdict): ComparableProbe {
  const status = numberIn(probe, 'status')
  const response = responseOf(probe, status, verdict)
  const [port, elapsed] = [numberIn(probe, 'port'), numberIn(probe, 'typical') || numberIn(probe, 'total')]
  const [server, http] = [shortText(probe, 'server'), shortText(probe, 'http')]
  const tls = member(probe, 'tls')
  const protocol = shortText(tls, 'protocol')
  return {
    ...(typeof member(probe, 'name') === 'string' && { isAddress: true }),
    route: ROUTE_KINDS.find((known) => known === textIn(probe, 'route')) ?? '',
    ...(response !== undefined && { response }),
    ...(status !== 0 && { status }),
    ...(port !== 0 && { port }),
    ...(server !== undefined && { server }),
    ...(http !== undefined && { http }),
    ...(protocol !== undefined && {
      tls: quote(protocol, tlsVersion),
      certificate: certificateOf(tls),
    }),
    ...(member(probe, 'broke') !== undefined && { failed: true }),
    ...(elapsed > 0 && member(probe, 'broke') === undefined && { elapsed }),
  }
}

function responseOf(probe: unknown, status: number, verdict: Verdict): string | undefined {
  const failure = member(probe, 'broke')
  const code = textIn(failure, 'code')
  // Earlier versions could not read responses that Cloudflare tolerates. For a healthy site, that is not a change.
  if (code === 'HTTPParserError' && verdict === 'healthy') return undefined
  const received = status === 0 ? 'none' : String(status)
  if (failure === undefined) return status === 0 ? undefined : received
  return `${received}: ${failureText(failure) ?? 'failed'}`
}

function failureText(failure: unknown): string | undefined {
  const phase = PHASES.find((known) => known === textIn(failure, 'phase'))
  // Earlier versions reported a page that is shorter than its length as invalid.
  const short = textIn(failure, 'code') === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  const reason = short ? 'closed' : FAILURE_REASONS.find((known) => known === textIn(failure, 'reason'))
  return phase === undefined || reason === undefined
    ? undefined
    : failureWords({ phase, reason, code: '' }).brief
}

function certificateOf(tls: unknown): ComparableCertificate {
  return {
    subject: shortText(tls, 'subject') ?? NONE,
    issuer: shortText(tls, 'issuer') ?? NONE,
    names: listIn(tls, 'names', MAX_NAMES).filter(isText).toSorted().map(certificateName),
    from: dayIn(tls, 'notBefore'),
    until: dayIn(tls, 'notAfter'),
    faults: CERTIFICATE_FAULTS.filter((fault) => listIn(tls, 'faults').includes(fault)),
  }
}

function certificateName(name: string): Untrusted {
  return beginning(untrusted(name), MAX_NAME)
}

function dnsOf(dns: unknown): Pick<ComparableSite, 'dns'> {
  if (typeof dns !== 'object' || dns === null) return {}
  const failure = shortText(dns, 'failure')
  if (failure !== undefined) return { dns: quote(failure) }
  const [cloudflare, others] = [listIn(dns, 'cloudflare').length, numberIn(dns, 'others')]
  const parts = [
    ...(cloudflare === 0 ? [] : [`Cloudflare (${plural(cloudflare, 'address', 'addresses')})`]),
    ...(others === 0 ? [] : [`elsewhere (${plural(others, 'address', 'addresses')})`]),
  ]
  return parts.length === 0 ? {} : { dns: list(parts) }
}

function domainOf(dns: unknown): Pick<ComparableSite, 'domain'> {
  const addresses = listIn(dns, 'cloudflare', MAX_ADDRESSES)
    .filter(isText)
    .filter((address) => isIP(address) !== 0 && inCloudflareRanges(address))
  const here = addresses.length > 0
  const there = numberIn(dns, 'others') > 0
  if (!here && !there) return {}
  const kind = here ? (there ? 'Cloudflare and elsewhere' : 'Cloudflare') : 'elsewhere'
  const ofFamily = (family: 4 | 6): readonly string[] =>
    addresses.filter((address) => familyOf(address) === family).toSorted()
  return { domain: { kind, ipv4: ofFamily(4), ipv6: ofFamily(6) } }
}

/** `through Cloudflare`, `origin 2`. */
const WHERE = /^(?:[a-z][a-zA-Z\d ]{0,40})?$/

function valueIn(seen: unknown): readonly ComparableValue[] {
  const [where, what, at] = ['where', 'what', 'at'].map((name) => textIn(seen, name) ?? '')
  const value = shortText(seen, 'value')
  const time = Date.parse(at ?? '')
  if (where === undefined || !WHERE.test(where) || value === undefined || Number.isNaN(time)) return []
  const known = WHATS.find((each) => each === what)
  return known === undefined ? [] : [{ where, what: known, value, at: new Date(time).toISOString() }]
}

function dayIn(value: unknown, name: string): string {
  return /^\d{4}-\d\d-\d\d(?=T)/.exec(textIn(value, name) ?? '')?.[0] ?? ''
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

const NONE = untrusted('')

function shortText(value: unknown, name: string): Untrusted | undefined {
  const text = textIn(value, name)
  return text === undefined || text === '' ? undefined : beginning(untrusted(text), MAX_TEXT)
}

/** The host in `curl … --connect-to '::203.0.113.10:443'`. */
export function hostIn(command: unknown): readonly string[] {
  if (!isText(command) || command.length > MAX_COMMAND) return []
  const target = /--connect-to '::(.{1,300}?):\d{1,5}'/.exec(command)?.[1]
  return target === undefined ? [] : [unbracketed(target)]
}
