import type { Clue, Owner, Step } from '../domain/cause.ts'
import type { CertificateFault } from '../domain/certificate.ts'
import type { Verdict } from '../domain/diagnosis.ts'
import type { FailureReason, Phase } from '../domain/exchange.ts'
import type { Hop } from '../domain/report.ts'

type Break = { readonly phase: Phase; readonly reason: FailureReason; readonly code: string }

/** Read without color, in a table and in a strip of looks. */
export const MARKS: Readonly<Record<Verdict, string>> = { healthy: '✓', unhealthy: '✗', inconclusive: '?' }
const JOINT_MARKS: Readonly<Record<Hop['state'], string>> = { ok: '✓', broken: '✗', unknown: '?' }

/** Which side a clue was seen from. */
export const SEEN_FROM: Readonly<Record<Clue['from'], string>> = {
  edge: 'through Cloudflare',
  origin: 'directly',
  trace: 'Cloudflare itself',
  dns: 'DNS',
  certificate: 'certificate',
  zone: "Cloudflare's API",
  status: "Cloudflare's status page",
}

/** Whose problem it is: completes "It lies …". */
export const OWNERS: Readonly<Record<Owner, string>> = {
  origin: 'at the origin, not at Cloudflare',
  certificate: "in the origin's certificate, not at Cloudflare",
  dns: 'in the DNS records, not at the origin',
  firewall: 'in the firewall in front of the origin',
  cloudflare: 'at Cloudflare, not at the origin',
  'cloudflare-settings': 'in a setting at Cloudflare',
  deploy: 'in the deploy',
  runner: 'on this runner, not at the site',
  unknown: 'somewhere that is not known yet',
}

/** What is wrong with a certificate: completes "certificate …". */
export const FAULTS: Readonly<Record<CertificateFault, string>> = {
  expired: 'expired',
  'not-yet-valid': 'not valid yet',
  'name-mismatch': 'for another name',
  untrusted: 'not trusted',
  'chain-incomplete': 'without its intermediate',
}

export const PHASES: Readonly<Record<Phase, string>> = {
  resolve: 'DNS',
  connect: 'TCP',
  tls: 'TLS',
  processing: 'first byte',
  transfer: 'transfer',
}

/** How an exchange ended, in two to five words, for tables and the path. */
export function briefly({ phase, reason, code }: Break): string {
  switch (reason) {
    case 'unresolved':
      return 'name does not resolve'
    case 'refused':
      return 'connection refused'
    case 'unreachable':
      return 'no route'
    case 'timeout':
      return {
        resolve: 'DNS timed out',
        connect: 'connection timed out',
        tls: 'TLS timed out',
        processing: 'accepts, then stays silent',
        transfer: 'answer never ends',
      }[phase]
    case 'reset':
      return 'connection reset'
    case 'closed':
      return phase === 'processing' ? 'closed without an answer' : 'closed too soon'
    case 'untrusted':
      return 'certificate not trusted'
    case 'protocol':
      return phase === 'tls' ? 'TLS handshake failed' : 'not valid HTTP'

    case 'proxy':
      return "stopped by the runner's proxy"
    case 'other':
      return code === '' ? 'failed' : `failed: ${code}`
    default:
      return reason satisfies never
  }
}

/** What a server does, as the verb of a sentence: "the origin …". */
export function does({ phase, reason, code }: Break, port: number): string {
  switch (reason) {
    case 'unresolved':
      return 'cannot be found: its name does not resolve'
    case 'refused':
      return `refuses the connection on port ${port}`
    case 'unreachable':
      return 'cannot be reached: the network knows no way there'
    case 'timeout':
      return {
        resolve: 'cannot be found: the DNS does not answer in time',
        connect: `does not answer the connection on port ${port}`,
        tls: 'accepts the connection, then stays silent in the TLS handshake',
        processing: 'takes the request, then stays silent',
        transfer: 'begins an answer and never ends it',
      }[phase]
    case 'reset':
      return `resets the connection ${WHEN[phase]}`
    case 'closed':
      return `closes the connection ${WHEN[phase]}`
    case 'untrusted':
      return 'shows a certificate that is not trusted'
    case 'protocol':
      return phase === 'tls' ? `does not speak proper TLS on port ${port}` : 'does not answer in valid HTTP'
    case 'proxy':
      return "was not looked at: this runner's own proxy does not let the check through"
    case 'other':
      return code === '' ? 'fails' : `fails with ${code}`
    default:
      return reason satisfies never
  }
}

const WHEN: Readonly<Record<Phase, string>> = {
  resolve: 'at once',
  connect: 'at once',
  tls: 'in the TLS handshake',
  processing: 'without an answer',
  transfer: 'in the middle of its answer',
}

/** `14:03:07`, from ISO 8601 in UTC. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 19)
}

/** `2026-11-23`. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What would tell two causes apart, to go on after a sentence. */
export function distinguishWords(told: string): string {
  return told === '' ? '' : ` To tell: ${told.replace(/[.\s]+$/, '')}.`
}

/** This product's page on a cause. */
export function docsOf(cause: string): string {
  return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`
}

export function hopMark({ state }: Hop): string {
  return JOINT_MARKS[state]
}

/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the way, needs no mark. */
export function hopWords({ name, state, detail }: Hop, index: number): string {
  if (index === 0 && state === 'ok') return name
  const words = state === 'ok' ? [name, detail, JOINT_MARKS.ok] : [name, JOINT_MARKS[state], detail]
  return words.filter((word) => word !== '').join(' ')
}

export function stepText({ action, details }: Step): string {
  return action + details
}
