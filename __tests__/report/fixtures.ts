import { causeById } from '../../src/diagnosis/causes/index.ts'
import type { Cause, Clue, Confidence, Outcome } from '../../src/domain/cause.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import type { Diagnosis, Finding, Judgment } from '../../src/domain/diagnosis.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import type {
  CompletedExchange,
  FailureReason,
  Exchange,
  Phase,
  Timings,
  TlsSession,
} from '../../src/domain/exchange.ts'
import type { Resolution } from '../../src/domain/dns.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { SITE } from '../support/config.ts'
import { redactorOf } from '../../src/redact/redact.ts'
import type { JudgedSite } from '../../src/report/build/report.ts'
import { headersOf } from '../support/texts.ts'

export const START = Date.UTC(2026, 10, 23, 14, 3, 7)
const DAY = 86_400_000
export const ADDRESS = '203.0.113.10'

const EDGE_TIMINGS: Timings = { resolve: 4, connect: 9, tls: 12, processing: 36, transfer: 1 }
const ORIGIN_TIMINGS: Timings = { connect: 11, tls: 14, processing: 15, transfer: 1 }

export function certificate(more: Partial<Certificate> = {}): Certificate {
  const leaf = {
    subject: untrusted('CN=www.example.com'),
    issuer: untrusted("CN=E7, O=Let's Encrypt, C=US"),
    names: ['www.example.com', 'example.com'].map(untrusted),
    notBefore: START - 30 * DAY,
    notAfter: START + 60 * DAY,
    expectedName: untrusted('www.example.com'),
    cloudflareOriginCa: false,
    chainError: '',
    faults: [],
    disordered: false,
    ...more,
  }
  return { ...leaf, chain: more.chain ?? chainOf(leaf) }
}

/** The leaf and its intermediate, as Let's Encrypt issues them. */
function chainOf({ subject, issuer, notBefore, notAfter }: Omit<Certificate, 'chain'>): Certificate['chain'] {
  const signature = 'ecdsa-with-SHA384'
  return [
    { subject, issuer, notBefore, notAfter, key: 'EC prime256v1', signature, linked: true },
    {
      subject: issuer,
      issuer: untrusted('CN=ISRG Root X1, O=Internet Security Research Group, C=US'),
      notBefore: Date.UTC(2024, 2, 13),
      notAfter: Date.UTC(2027, 2, 12, 23, 59, 59),
      key: 'EC secp384r1',
      signature: 'sha256WithRSAEncryption',
      linked: true,
    },
  ]
}

function session(more: Partial<Certificate> = {}): TlsSession {
  return { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate: certificate(more) }
}

export function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  text = '<h1>Hello</h1>',
  timings: Timings = ORIGIN_TIMINGS,
): CompletedExchange {
  return {
    kind: 'completed',
    timings,
    tls: session(),
    head: { status, headers: headersOf({ 'content-type': 'text/html', ...headers }) },
    body: { text: untrusted(text), bytes: text.length, complete: true },
  }
}

/** A response through Cloudflare. */
export function edge(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  text?: string,
): CompletedExchange {
  const ray = { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', 'cf-cache-status': 'DYNAMIC' }
  return answer(status, { ...ray, ...headers }, text, EDGE_TIMINGS)
}

export function broken(
  phase: Exclude<Phase, 'transfer'>,
  reason: FailureReason,
  code: string,
  received = 0,
): Exchange {
  const order = ['resolve', 'connect', 'tls', 'processing'] as const
  // The probe also times the phase that failed.
  const reached = order.slice(1, order.indexOf(phase) + 1)
  const timings = Object.fromEntries(reached.map((phase) => [phase, ORIGIN_TIMINGS[phase]]))
  return { kind: 'failed', phase, timings, error: { reason, code, received } }
}

export const control: Exchange = answer(
  200,
  { server: 'cloudflare', 'content-type': 'text/plain' },
  'fl=1f1\nh=www.example.com\nvisit_scheme=https\ncolo=SJC\n',
)

export const proxiedDns: Resolution = {
  kind: 'resolved',
  host: 'www.example.com',
  elapsed: 4,
  addresses: [
    { address: '104.16.132.229', family: 4 },
    { address: '2606:4700::6810:84e5', family: 6 },
  ],
}

export const directDns: Resolution = {
  kind: 'resolved',
  host: 'www.example.com',
  elapsed: 21,
  addresses: [{ address: ADDRESS, family: 4 }],
}

const TARGET: OriginTarget = { scheme: 'https:', host: ADDRESS, port: 443 }

export function siteOf(more: Partial<Site> = {}): Site {
  return {
    ...SITE,
    url: 'https://www.example.com/',
    origins: [TARGET],
    originHost: 'www.example.com',
    originSni: 'www.example.com',
    timeout: 30_000,
    ...more,
  }
}

type Round = Partial<Omit<Evidence, 'request' | 'at'>>

/** Rounds of one site, five seconds apart. */
export function historyOf(site: Site, rounds: readonly [Round, ...Round[]]): History {
  const { hostname } = new URL(site.url)
  const [first, ...rest] = rounds.map((round, index) =>
    Object.assign(
      {
        request: {
          url: site.url,
          host: hostname,
          port: 443,
          method: 'GET' as const,
          expectedStatus: site.expectedStatus,
          timeout: site.timeout,
          sslMode: site.sslMode,
          certificateDays: site.certificateDays,
          origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        at: START + index * 5000,
        trace: control,
        dns: proxiedDns,
      },
      round,
    ),
  )
  if (first === undefined) throw new RangeError('A history has at least one round.')
  return [first, ...rest]
}

/** A cause of the product, by its id. */
export function realCause(id: string): Cause {
  const cause = causeById(id)
  if (cause === undefined) throw new RangeError(`There is no cause ${id}`)
  return cause
}

export function finding(
  cause: Cause,
  because: string,
  clues: readonly [Clue, ...Clue[]],
  confidence: Confidence = 'certain',
  outcome: Outcome = 'unhealthy',
): Finding {
  const lookalikes = cause.lookalikes.filter(({ isOpen }) => isOpen !== undefined || confidence !== 'certain')
  return { cause, match: { outcome, confidence, because, clues }, lookalikes }
}

const NOTHING: Judgment = { verdict: 'healthy', findings: [], warnings: [], notes: [] }

export function healthyRound(more: Partial<Judgment> = {}): Judgment {
  return { ...NOTHING, ...more }
}

export function failedRound(found: Finding, verdict: 'unhealthy' | 'inconclusive' = 'unhealthy'): Judgment {
  return { ...NOTHING, verdict, findings: [found] }
}

/** The same judgment of every round. */
export function steadily(history: History, judgment: Judgment, more: Partial<Diagnosis> = {}): Diagnosis {
  const [found, ...others] = judgment.findings
  return {
    verdict: judgment.verdict,
    trend: 'steady',
    ...(found !== undefined && { cause: found }),
    alternatives: others,
    warnings: judgment.warnings,
    notes: judgment.notes,
    judgments: history.map(() => judgment),
    ...more,
  }
}

export function judged(site: Site, history: History, diagnosis: Diagnosis): JudgedSite {
  const redact = redactorOf(
    site.origins.map(({ host }) => host),
    [new URL(site.url).hostname],
  )
  return { site, history, diagnosis, redact }
}
