import { list, plural } from '../../shared/text.ts'
import { listIn, member, numberIn, textIn } from '../../shared/json.ts'
import type { CertificateFault } from '../../domain/certificate.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { FailureReason, Phase } from '../../domain/exchange.ts'
import { addressBytes } from '../../redact/address.ts'
import { failureWords } from '../../diagnosis/failure-words.ts'
import { tlsVersion } from '../words.ts'

/** The parts of a site's report that are compared. Absent parts were not observed. Text is not redacted. */
export interface ComparableSite {
  readonly url: string
  readonly verdict: Verdict
  readonly cause: string
  readonly edge: ComparableProbe
  readonly origins: readonly ComparableProbe[]
  /** `Cloudflare (2 addresses)`, `no such name`. */
  readonly dns?: string
  readonly sslMode?: string
}

export interface ComparableProbe {
  /** `200`, `none: connection refused`. */
  readonly response?: string
  readonly status?: number
  readonly port?: number
  readonly server?: string
  readonly http?: string
  readonly tls?: string
  readonly certificate?: ComparableCertificate
  /** Milliseconds of a complete response; the median of the run, if reported. */
  readonly elapsed?: number
}

export interface ComparableCertificate {
  readonly subject: string
  readonly issuer: string
  readonly names: readonly string[]
  /** Days: `2026-11-23`; empty when the date is out of range. */
  readonly from: string
  readonly until: string
  readonly faults: readonly CertificateFault[]
}

/** Further origins and names are not compared. */
const MAX_ORIGINS = 100
const MAX_NAMES = 100
/** Longer than any text of a report. */
const MAX_TEXT = 500

const VERDICTS: readonly Verdict[] = ['healthy', 'unhealthy', 'inconclusive']

/** Reads a site of a JSON report (schema 1); undefined when it is not one. */
export function comparableOf(site: unknown): ComparableSite | undefined {
  const url = shortText(site, 'url')
  const verdict = VERDICTS.find((known) => known === textIn(site, 'verdict'))
  const probes = member(site, 'probes')
  if (url === undefined || verdict === undefined || typeof probes !== 'object') return undefined
  const sslMode = shortText(site, 'sslMode')
  return {
    url,
    verdict,
    cause: shortText(site, 'cause') ?? '',
    edge: comparableProbe(member(probes, 'edge'), verdict),
    origins: listIn(probes, 'origins', MAX_ORIGINS).map((origin) => comparableProbe(origin, verdict)),
    ...dnsOf(member(probes, 'dns')),
    ...(sslMode !== undefined && { sslMode }),
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
    ...(response !== undefined && { response }),
    ...(status !== 0 && { status }),
    ...(port !== 0 && { port }),
    ...(server !== undefined && { server }),
    ...(http !== undefined && { http }),
    ...(protocol !== undefined && {
      tls: tlsVersion(protocol),
      certificate: certificateOf(tls),
    }),
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
  const phase = PHASE_NAMES.find((known) => known === textIn(failure, 'phase'))
  // Earlier versions reported a page that is shorter than its length as invalid.
  const short = textIn(failure, 'code') === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  const reason = short ? 'closed' : REASONS.find((known) => known === textIn(failure, 'reason'))
  return phase === undefined || reason === undefined
    ? undefined
    : failureWords({ phase, reason, code: '' }).brief
}

const PHASE_NAMES = [
  'resolve',
  'connect',
  'tls',
  'processing',
  'transfer',
] as const satisfies readonly Phase[]
const REASONS = [
  'unresolved',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'closed',
  'untrusted',
  'protocol',
  'proxy',
  'other',
] as const satisfies readonly FailureReason[]

const FAULT_NAMES: readonly CertificateFault[] = [
  'expired',
  'not-yet-valid',
  'name-mismatch',
  'untrusted',
  'chain-incomplete',
]

function certificateOf(tls: unknown): ComparableCertificate {
  return {
    subject: shortText(tls, 'subject') ?? '',
    issuer: shortText(tls, 'issuer') ?? '',
    names: listIn(tls, 'names', MAX_NAMES).filter(isText).map(nameOf).toSorted(),
    from: dayIn(tls, 'notBefore'),
    until: dayIn(tls, 'notAfter'),
    faults: FAULT_NAMES.filter((fault) => listIn(tls, 'faults').includes(fault)),
  }
}

/** An address in a certificate may be an earlier address of the origin, which the redactor doesn't know. */
function nameOf(name: string): string {
  return addressBytes(name) === undefined ? name.slice(0, MAX_TEXT) : 'an address'
}

function dnsOf(dns: unknown): Pick<ComparableSite, 'dns'> {
  if (typeof dns !== 'object' || dns === null) return {}
  const failure = shortText(dns, 'failure')
  if (failure !== undefined) return { dns: failure }
  const [cloudflare, others] = [listIn(dns, 'cloudflare').length, numberIn(dns, 'others')]
  const parts = [
    ...(cloudflare === 0 ? [] : [`Cloudflare (${plural(cloudflare, 'address', 'addresses')})`]),
    ...(others === 0 ? [] : [`elsewhere (${plural(others, 'address', 'addresses')})`]),
  ]
  return parts.length === 0 ? {} : { dns: list(parts) }
}

function dayIn(value: unknown, name: string): string {
  return /^\d{4}-\d\d-\d\d(?=T)/.exec(textIn(value, name) ?? '')?.[0] ?? ''
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function shortText(value: unknown, name: string): string | undefined {
  const text = textIn(value, name)?.slice(0, MAX_TEXT)
  return text === '' ? undefined : text
}
