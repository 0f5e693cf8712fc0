import { rayOf, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Cause } from '../../domain/cause.ts'
import { HOPS, type HopName } from '../../domain/hop.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { Hop } from '../../domain/report.ts'
import { acceptedConnection } from '../../diagnosis/facts/exchange.ts'
import { servedFromOrigin } from '../../diagnosis/facts/visitors.ts'
import { outcome } from './timeline.ts'
import { FAULTS } from '../words.ts'
import { meetsExpectations } from '../../diagnosis/facts/content.ts'

const ok = (detail = ''): Found => ({ state: 'ok', detail })
const broken = (detail = ''): Found => ({ state: 'broken', detail })
const unknown = (detail = ''): Found => ({ state: 'unknown', detail })

type Found = Pick<Hop, 'state' | 'detail'>

/** The way of a request, and where it breaks: by what was seen, and by the cause that explains it. */
export function requestPath(diagnosis: Diagnosis, evidence: Evidence): readonly Hop[] {
  const blamed = diagnosis.verdict === 'healthy' ? undefined : blamedHop(diagnosis, evidence)
  const { origin, label } = singledOut(diagnosis, evidence)
  // What visitors get proves the origin sound, unless it is this origin that the cause speaks of: there may be others.
  const throughEdge = blamed === 'origin' || blamed === 'application' ? undefined : freshEdge(evidence)
  const seen: Readonly<Record<HopName, Found | undefined>> = {
    visitor: blamed === 'visitor' ? broken() : ok(),
    DNS: dnsSeen(evidence),
    Cloudflare: cloudflareSeen(evidence),
    tunnel: blamed === 'tunnel' ? unknown() : undefined,
    firewall: firewallSeen(diagnosis, blamed),
    TLS: tlsSeen(origin),
    origin: originSeen(origin, throughEdge),
    application: applicationSeen(evidence, origin, throughEdge),
  }
  const names: Partial<Record<HopName, string>> = {
    origin: label,
    ...(blamed === 'visitor' && { visitor: 'this runner' }),
    ...(blamed === 'Cloudflare' && { Cloudflare: `Cloudflare ${seen.Cloudflare?.detail ?? ''}`.trim() }),
  }
  return HOPS.flatMap((stop): readonly Hop[] => {
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
  const detail = briefOf(cause?.cause, seen)
  return verdict === 'unhealthy' ? broken(detail) : unknown(detail)
}

/** The words of the cause, or what was observed, if it prefers that and anything was. */
function briefOf(cause: Cause | undefined, observed: string): string {
  if (cause === undefined) return observed
  const { brief } = cause
  if (typeof brief === 'string') return brief
  return observed === '' ? brief.observedOr : observed
}

function blamedHop(diagnosis: Diagnosis, evidence: Evidence): HopName | undefined {
  if (diagnosis.cause === undefined) return undefined
  const { cause, match } = diagnosis.cause
  const { origin } = singledOut(diagnosis, evidence)
  const hop =
    typeof cause.hop === 'function'
      ? cause.hop({ match, ...(origin !== undefined && { origin }) })
      : cause.hop
  return hop === 'unknown' ? undefined : hop
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
  return meetsExpectations(evidence, evidence.edge) ? unknown() : broken(outcome(evidence.edge))
}

function firewallSeen({ notes }: Diagnosis, blamed: HopName | undefined): Found | undefined {
  if (blamed === 'firewall') return unknown()
  const note = notes.find(({ cause }) => cause.hop === 'firewall')
  return note && ok(briefOf(note.cause, ''))
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
  return servedFromOrigin(evidence) ? evidence.edge : undefined
}

function originSeen(origin: Exchange | undefined, throughEdge: Exchange | undefined): Found {
  const accepted = acceptedConnection(origin) || (origin?.kind === 'failed' && origin.phase === 'tls')
  if (accepted || throughEdge !== undefined) return ok()
  return origin === undefined ? unknown() : broken(outcome(origin))
}

function applicationSeen(
  evidence: Evidence,
  origin: Exchange | undefined,
  throughEdge: Exchange | undefined,
): Found {
  if (origin?.kind === 'completed') {
    return meetsExpectations(evidence, origin) ? ok(outcome(origin)) : broken(outcome(origin))
  }
  if (throughEdge !== undefined) return ok(outcome(throughEdge))
  return acceptedConnection(origin) ? broken(outcome(origin)) : unknown()
}
