import type { Clue, Owner } from '../domain/cause.ts'
import type { CertificateFault } from '../domain/certificate.ts'
import type { Verdict } from '../domain/diagnosis.ts'
import type { Phase } from '../domain/exchange.ts'
import type { Hop, ProbeReport, SiteReport } from '../domain/report.ts'

/** Readable without color, in a table and in a strip of rounds. */
export const MARKS: Readonly<Record<Verdict, string>> = { healthy: '✓', unhealthy: '✗', inconclusive: '?' }
const HOP_MARKS: Readonly<Record<Hop['state'], string>> = { ok: '✓', broken: '✗', unknown: '?' }

/** Where a clue was observed. A request that a command carries isn't direct. */
export function seenFrom(from: Clue['from'], { origins }: SiteReport['probes']): string {
  return from === 'origin' && origins.some(({ route }) => route !== undefined) ? 'Origin' : SEEN_FROM[from]
}

const SEEN_FROM: Readonly<Record<Clue['from'], string>> = {
  edge: 'Through Cloudflare',
  origin: 'Direct',
  trace: 'Cloudflare',
  dns: 'DNS',
  certificate: 'Certificate',
  zone: 'Cloudflare API',
  status: 'Cloudflare status page',
  vantage: 'From elsewhere',
}

/** Where the problem is, by who has to act. */
export const OWNERS: Readonly<Record<Owner, string>> = {
  origin: 'at the origin',
  certificate: 'in a TLS certificate',
  dns: 'in the DNS records',
  firewall: 'in the firewall in front of the origin',
  cloudflare: 'at Cloudflare',
  'cloudflare-settings': 'in a Cloudflare setting',
  deploy: 'in the deployment',
  runner: 'on this runner',
  unknown: 'unknown',
}

/** What is wrong with a certificate: completes "certificate …". */
export const FAULTS: Readonly<Record<CertificateFault, string>> = {
  expired: 'expired',
  'not-yet-valid': 'not valid yet',
  'name-mismatch': 'for another name',
  untrusted: 'not trusted',
  'chain-incomplete': 'without its intermediate',
}

/** `intermediate expired on 2026-11-24`: the fault of an issuer in the chain. */
export function issuerFault({
  role,
  fault,
  at,
}: NonNullable<NonNullable<ProbeReport['tls']>['outdatedIssuer']>): string {
  return `${role} ${fault === 'expired' ? 'expired on' : 'not valid before'} ${dayOf(at)}`
}

export const PHASES: Readonly<Record<Phase, string>> = {
  resolve: 'DNS',
  connect: 'TCP',
  tls: 'TLS',
  processing: 'first byte',
  transfer: 'transfer',
}

/** `14:03:07`, from ISO 8601 in UTC. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 19)
}

/** `2026-11-23`. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

/** `2026-11-30 14:03 UTC` */
export function minuteOf(iso: string): string {
  return `${iso.replace(/T(\d\d:\d\d).*/, ' $1')} UTC`
}

/** How to confirm that another cause fits, with a space in front; empty when unknown. */
export function distinguishWords(distinguishedBy: string): string {
  return distinguishedBy === '' ? '' : ` To confirm: ${distinguishedBy}`
}

/** Our docs. */
export const DOCS = 'https://github.com/origin-gate/origin-gate/blob/v1/README.md'

/** The page of a cause in our docs. */
export function docsOf(cause: string): string {
  return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`
}

/** `TLS 1.3`, from OpenSSL's name of the version. */
export function tlsVersion(protocol: string): string {
  return protocol.replace(/^TLSv/, 'TLS ')
}

export function hopMark({ state }: Hop): string {
  return HOP_MARKS[state]
}

/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the path, has no mark. */
export function hopWords({ name, state, detail }: Hop, index: number): string {
  if (index === 0 && state === 'ok') return name
  const words = state === 'ok' ? [name, detail, HOP_MARKS.ok] : [name, HOP_MARKS[state], detail]
  return words.filter((word) => word !== '').join(' ')
}
