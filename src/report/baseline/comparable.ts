import { plural } from '../../shared/text.ts'
import { listIn, member, numberIn, textIn } from '../../shared/json.ts'
import type { CertificateFault } from '../../domain/certificate.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { FailureReason, Phase } from '../../domain/exchange.ts'
import { addressOf } from '../../redact/address.ts'
import { briefly } from '../words.ts'

/** What of a site's report can be compared with an earlier one. Absent is what was not seen. Text is as the file has it. */
export interface ComparableSite {
  readonly url: string
  readonly verdict: Verdict
  readonly cause: string
  readonly edge: Side
  readonly origins: readonly Side[]
  /** `Cloudflare (2 addresses)`, `no such name`. */
  readonly dns?: string
  readonly sslMode?: string
}

export interface Side {
  /** `200`, `none: connection refused`. */
  readonly answer?: string
  readonly status?: number
  readonly port?: number
  readonly server?: string
  readonly http?: string
  readonly tls?: string
  readonly certificate?: CertificateView
  /** Milliseconds of a whole answer: the median of its run, where that is told. */
  readonly took?: number
}

export interface CertificateView {
  readonly subject: string
  readonly issuer: string
  readonly names: readonly string[]
  /** Days, such as `2026-11-23`; empty where the certificate has no readable date. */
  readonly from: string
  readonly until: string
  readonly faults: readonly CertificateFault[]
}

/** More origins or names than these are not compared. */
const MOST_ORIGINS = 100
const MOST_NAMES = 100
/** No text of a report is longer. */
const LONGEST = 500

const VERDICTS: readonly Verdict[] = ['healthy', 'unhealthy', 'inconclusive']

/** Reads a site of a report, of this run or out of a file; undefined where it is none. */
export function comparableOf(site: unknown): ComparableSite | undefined {
  const url = wordIn(site, 'url')
  const verdict = VERDICTS.find((known) => known === textIn(site, 'verdict'))
  const probes = member(site, 'probes')
  if (url === undefined || verdict === undefined || typeof probes !== 'object') return undefined
  const sslMode = wordIn(site, 'sslMode')
  return {
    url,
    verdict,
    cause: wordIn(site, 'cause') ?? '',
    edge: sideOf(member(probes, 'edge')),
    origins: listIn(probes, 'origins', MOST_ORIGINS).map(sideOf),
    ...dnsOf(member(probes, 'dns')),
    ...(sslMode !== undefined && { sslMode }),
  }
}

function sideOf(probe: unknown): Side {
  const status = numberIn(probe, 'status')
  const answer = answerOf(probe, status)
  const [port, took] = [numberIn(probe, 'port'), numberIn(probe, 'typical') || numberIn(probe, 'total')]
  const [server, http] = [wordIn(probe, 'server'), wordIn(probe, 'http')]
  const tls = member(probe, 'tls')
  const protocol = wordIn(tls, 'protocol')
  return {
    ...(answer !== undefined && { answer }),
    ...(status !== 0 && { status }),
    ...(port !== 0 && { port }),
    ...(server !== undefined && { server }),
    ...(http !== undefined && { http }),
    ...(protocol !== undefined && {
      tls: protocol.replace(/^TLSv/, 'TLS '),
      certificate: certificateOf(tls),
    }),
    ...(took > 0 && member(probe, 'broke') === undefined && { took }),
  }
}

function answerOf(probe: unknown, status: number): string | undefined {
  const broke = member(probe, 'broke')
  const begun = status === 0 ? 'none' : String(status)
  if (broke === undefined) return status === 0 ? undefined : begun
  return `${begun}: ${breakOf(broke) ?? 'broke off'}`
}

function breakOf(broke: unknown): string | undefined {
  const phase = PHASE_NAMES.find((known) => known === textIn(broke, 'phase'))
  const reason = REASONS.find((known) => known === textIn(broke, 'reason'))
  return phase === undefined || reason === undefined ? undefined : briefly({ phase, reason, code: '' })
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

function certificateOf(tls: unknown): CertificateView {
  return {
    subject: wordIn(tls, 'subject') ?? '',
    issuer: wordIn(tls, 'issuer') ?? '',
    names: listIn(tls, 'names', MOST_NAMES).filter(isText).map(nameOf).toSorted(),
    from: dayIn(tls, 'notBefore'),
    until: dayIn(tls, 'notAfter'),
    faults: FAULT_NAMES.filter((fault) => listIn(tls, 'faults').includes(fault)),
  }
}

/** An address in a certificate may be where the origin was, and nobody hides that from an old report. */
function nameOf(name: string): string {
  return addressOf(name) === undefined ? name.slice(0, LONGEST) : 'an address'
}

function dnsOf(dns: unknown): Pick<ComparableSite, 'dns'> {
  if (typeof dns !== 'object' || dns === null) return {}
  const failure = wordIn(dns, 'failure')
  if (failure !== undefined) return { dns: failure }
  const [inside, others] = [listIn(dns, 'cloudflare').length, numberIn(dns, 'others')]
  const parts = [
    ...(inside === 0 ? [] : [`Cloudflare (${plural(inside, 'address', 'addresses')})`]),
    ...(others === 0 ? [] : [`elsewhere (${plural(others, 'address', 'addresses')})`]),
  ]
  return parts.length === 0 ? {} : { dns: parts.join(' and ') }
}

function dayIn(value: unknown, name: string): string {
  return /^\d{4}-\d\d-\d\d(?=T)/.exec(textIn(value, name) ?? '')?.[0] ?? ''
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function wordIn(value: unknown, name: string): string | undefined {
  const text = textIn(value, name)?.slice(0, LONGEST)
  return text === '' ? undefined : text
}
