import { rayOf, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { FailedExchange, Exchange, Phase } from '../../domain/exchange.ts'
import type { Hop } from '../../domain/report.ts'
import { asExpected } from '../../diagnosis/facts/exchange.ts'
import { servedFresh } from '../../diagnosis/facts/visitors.ts'
import { outcome } from './timeline.ts'
import { FAULTS } from '../words.ts'

const STOPS = ['visitor', 'DNS', 'Cloudflare', 'tunnel', 'firewall', 'TLS', 'origin', 'application'] as const
type Stop = (typeof STOPS)[number]

const ok = (detail = ''): Found => ({ state: 'ok', detail })
const broken = (detail = ''): Found => ({ state: 'broken', detail })
const unknown = (detail = ''): Found => ({ state: 'unknown', detail })

type Found = Pick<Hop, 'state' | 'detail'>

/** The way of a request, and where it breaks: by what was seen, and by the cause that explains it. */
export function requestPath(diagnosis: Diagnosis, evidence: Evidence): readonly Hop[] {
  const blamed = diagnosis.verdict === 'healthy' ? undefined : blamedStop(diagnosis, evidence)
  const { origin, label } = singledOut(diagnosis, evidence)
  // What visitors get proves the origin sound, unless it is this origin that the cause speaks of: there may be others.
  const throughEdge = blamed === 'origin' || blamed === 'application' ? undefined : freshEdge(evidence)
  const seen: Readonly<Record<Stop, Found | undefined>> = {
    visitor: blamed === 'visitor' ? broken() : ok(),
    DNS: dnsSeen(evidence),
    Cloudflare: cloudflareSeen(evidence),
    tunnel: blamed === 'tunnel' ? unknown() : undefined,
    firewall: firewallSeen(diagnosis, blamed),
    TLS: tlsSeen(origin),
    origin: originSeen(origin, throughEdge),
    application: applicationSeen(evidence, origin, throughEdge),
  }
  const names: Partial<Record<Stop, string>> = {
    origin: label,
    ...(blamed === 'visitor' && { visitor: 'this runner' }),
    ...(blamed === 'Cloudflare' && { Cloudflare: `Cloudflare ${seen.Cloudflare?.detail ?? ''}`.trim() }),
  }
  return STOPS.flatMap((stop): readonly Hop[] => {
    const found = seen[stop]
    if (found === undefined && stop !== blamed) return []
    const known = stop === blamed && stop === 'Cloudflare' ? edgeFailure(evidence) : found
    return [{ name: names[stop] ?? stop, ...judged(known ?? unknown(), stop === blamed, diagnosis) }]
  })
}

/** The joint at which the way breaks; where nothing is known to be broken, the first that something is said of. */
export function failingHop(path: readonly Hop[]): Hop | undefined {
  return (
    path.find(({ state }) => state === 'broken') ??
    path.find(({ state, detail }) => state === 'unknown' && detail !== '')
  )
}

/** Only the blamed stop is shown broken. What else did not work, such as a direct probe turned away, is open to doubt. */
function judged(found: Found, blamed: boolean, { verdict, cause }: Diagnosis): Found {
  if (!blamed) return found.state === 'broken' ? unknown(found.detail) : found
  const seen = found.state === 'broken' ? found.detail : ''
  const detail = WORDS[cause?.cause.id ?? ''] ?? seen
  return verdict === 'unhealthy' ? broken(detail) : unknown(detail)
}

/** What a stop did, where no exchange shows it. */
const WORDS: Readonly<Record<string, string>> = {
  'cloudflare-blocked-by-origin': 'turns Cloudflare away',
  'origin-http2-broken': 'fails over HTTP/2',
  'origin-headers-too-large': 'too many headers',
  'origin-truncated-response': 'answers in part',
  'redirect-loop': 'redirects without end',
  'edge-stale': 'has the old content',
  'origin-not-deployed': 'lacks what is expected',
  'slow-response': 'too slow',
  'origin-locked-to-cloudflare': 'admits only Cloudflare',
  'cloudflare-tunnel-down': 'not connected',
  'cloudflare-tunnel-origin-unreachable': 'cannot reach the service',
  'cloudflare-challenged': 'challenges this runner',
  'cloudflare-waf-blocked': 'blocks this runner',
  'cloudflare-rate-limited': 'limits this runner',
  'cloudflare-access-required': 'asks for a login',
  'tls-plaintext-port': 'TLS on one side only',
  'tls-client-certificate-required': 'wants a client certificate',
  'runner-offline': 'offline',
  'dns-no-such-host': 'no such name',
  'dns-no-address': 'no address',
  'dns-server-failure': 'cannot be resolved',
  'dns-not-proxied': 'leads past Cloudflare',
  'dns-resolvers-disagree': 'old and new answers',
  'dns-origin-unresolvable': "origin's name does not resolve",
  'dns-points-to-cloudflare': 'leads back to Cloudflare',
}

function blamedStop({ cause }: Diagnosis, evidence: Evidence): Stop | undefined {
  if (cause === undefined) return undefined
  const { id, category } = cause.cause
  if (id.startsWith('cloudflare-tunnel')) return 'tunnel'
  if (id.startsWith('origin-app')) return 'application'
  if (id === 'edge-stale' || cause.match.owner === 'cloudflare-settings') return 'Cloudflare'
  if (id === 'cache-masks-broken-origin') return 'origin'
  switch (category) {
    case 'runner':
      return 'visitor'
    case 'dns':
      return 'DNS'
    case 'cloudflare':
      return 'Cloudflare'
    case 'firewall':
      return 'firewall'
    case 'tls':
      return 'TLS'
    case 'content':
      return 'application'
    case 'origin':
    case 'http':
      return connected(singledOut({ cause }, evidence).origin) ? 'application' : 'origin'
    case '':
      return undefined
    default:
      return category satisfies never
  }
}

/** The origin that the cause speaks of; without one, the first. */
function singledOut(
  { cause }: Pick<Diagnosis, 'cause'>,
  { origins = [] }: Evidence,
): { readonly origin: Exchange | undefined; readonly label: string } {
  const position = cause?.origin?.position
  const label =
    position === undefined || origins.length < 2 ? 'origin' : `origin ${position} of ${origins.length}`
  return { origin: origins[(position ?? 1) - 1], label }
}

function dnsSeen({ dns }: Evidence): Found {
  if (dns === undefined) return unknown()
  if (dns.kind === 'resolved') return ok()
  return broken(
    dns.reason === 'no-such-host' ? 'no such name' : dns.reason === 'no-address' ? 'no address' : 'no answer',
  )
}

function cloudflareSeen({ edge, trace, dns, ranges }: Evidence): Found {
  const colo = rayOf(edge)?.colo ?? traceOf(trace)?.colo ?? ''
  if (throughCloudflare(edge) || traceOf(trace) !== undefined) return ok(colo)
  const elsewhere =
    dns?.kind === 'resolved' && !dns.addresses.some(({ address }) => inCloudflareRanges(address, ranges))
  if (elsewhere) return unknown('not on the way')
  return edge?.kind === 'failed' && dns?.kind === 'resolved' ? broken(outcome(edge)) : unknown()
}

/** What Cloudflare answered in place of the site. */
function edgeFailure(evidence: Evidence): Found {
  return asExpected(evidence, evidence.edge) ? unknown() : broken(outcome(evidence.edge))
}

function firewallSeen({ notes }: Diagnosis, blamed: Stop | undefined): Found | undefined {
  if (blamed === 'firewall') return unknown()
  return notes.some(({ cause }) => cause.id === 'origin-locked-to-cloudflare')
    ? ok('admits only Cloudflare')
    : undefined
}

/** The server took the request: what goes wrong from there on is not its port's. */
function connected(origin: Exchange | undefined): boolean {
  return origin !== undefined && (origin.kind === 'completed' || passed(origin, 'tls'))
}

/** How far an exchange went: whether the phase was finished. */
function passed(exchange: FailedExchange, phase: Phase): boolean {
  const order: readonly Phase[] = ['resolve', 'connect', 'tls', 'processing', 'transfer']
  return order.indexOf(exchange.phase) > order.indexOf(phase)
}

function tlsSeen(origin: Exchange | undefined): Found | undefined {
  if (origin === undefined) return undefined
  const [fault] = origin.tls?.certificate.faults ?? []
  if (fault !== undefined) {
    return broken(`certificate ${FAULTS[fault]}`)
  }
  if (origin.tls !== undefined) return ok()
  if (origin.kind === 'failed' && origin.phase === 'tls') return broken(outcome(origin))
  return undefined
}

function freshEdge(evidence: Evidence): Exchange | undefined {
  return servedFresh(evidence) ? evidence.edge : undefined
}

function originSeen(origin: Exchange | undefined, throughEdge: Exchange | undefined): Found {
  const accepted = connected(origin) || (origin?.kind === 'failed' && origin.phase === 'tls')
  if (accepted || throughEdge !== undefined) return ok()
  return origin === undefined ? unknown() : broken(outcome(origin))
}

function applicationSeen(
  evidence: Evidence,
  origin: Exchange | undefined,
  throughEdge: Exchange | undefined,
): Found {
  if (origin?.kind === 'completed') {
    return asExpected(evidence, origin) ? ok(outcome(origin)) : broken(outcome(origin))
  }
  if (throughEdge !== undefined) return ok(outcome(throughEdge))
  return connected(origin) ? broken(outcome(origin)) : unknown()
}
