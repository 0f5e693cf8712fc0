import { rayOf, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Cause } from '../../domain/cause.ts'
import { HOPS, type HopName } from '../../domain/hop.ts'
import type { Exchange, FailedExchange } from '../../domain/exchange.ts'
import type { Hop } from '../../domain/report.ts'
import { isCloudflareFailure } from '../../diagnosis/facts/cloudflare/originless.ts'
import { acceptedConnection, isUnrouted } from '../../diagnosis/facts/exchange.ts'
import { routeWords } from '../../diagnosis/failure-words.ts'
import { failedOnRoute } from '../../diagnosis/route/unseen.ts'
import { servedFromOrigin } from '../../diagnosis/facts/visitors.ts'
import { outcome } from './timeline.ts'
import { FAULTS } from '../words.ts'
import { indexOfOrigin, shortOriginName, whichOrigins } from '../../diagnosis/facts/which-origin.ts'
import { meetsExpectations } from '../../diagnosis/facts/content.ts'

const ok = (detail = ''): Observed => ({ state: 'ok', detail })
const broken = (detail = ''): Observed => ({ state: 'broken', detail })
const unknown = (detail = ''): Observed => ({ state: 'unknown', detail })

type Observed = Pick<Hop, 'state' | 'detail'>

/** The path of a request, and the hop that fails: by the evidence, and by the cause that explains it. */
export function requestPath(diagnosis: Diagnosis, evidence: Evidence): readonly Hop[] {
  const failing = diagnosis.verdict === 'healthy' ? undefined : failingHopName(diagnosis, evidence)
  const { origin, label } = singledOut(diagnosis, evidence)
  // A fresh response to visitors proves that an origin works, but with several origins not that this one does.
  const throughEdge = failing === 'origin' || failing === 'application' ? undefined : freshEdge(evidence)
  const observed: Readonly<Record<HopName, Observed | undefined>> = {
    visitor: failing === 'visitor' ? broken(runnerFault(evidence)) : ok(),
    DNS: dnsHop(evidence),
    Cloudflare: cloudflareHop(evidence),
    tunnel: failing === 'tunnel' ? unknown() : undefined,
    firewall: firewallHop(diagnosis, failing),
    TLS: tlsHop(origin),
    origin: originHop(origin, throughEdge),
    application: applicationHop(evidence, origin, throughEdge),
  }
  const names: Partial<Record<HopName, string>> = {
    origin: label,
    ...(failing === 'visitor' && { visitor: 'this runner' }),
    ...(failing === 'Cloudflare' && { Cloudflare: `Cloudflare ${coloOf(diagnosis, observed)}`.trim() }),
  }
  return HOPS.flatMap((hop): readonly Hop[] => {
    const atHop = observed[hop]
    if (atHop === undefined && hop !== failing) return []
    const known = hop === failing && hop === 'Cloudflare' ? edgeFailure(evidence) : atHop
    return [{ name: names[hop] ?? hop, ...withVerdict(known ?? unknown(), hop === failing, diagnosis) }]
  })
}

function runnerFault({ edge }: Evidence): string {
  if (edge?.kind === 'failed' && edge.error.reason === 'proxy') return 'stopped at its proxy'
  return isUnrouted(edge) ? 'no IPv6' : ''
}

/**
 * The path of the request to the origin, if a command carries it: `runner → bastion ✓ → origin ✓`. Of several origins,
 * one that was not reached, or that the cause is about.
 */
export function routePath(diagnosis: Diagnosis, evidence: Evidence): readonly Hop[] | undefined {
  const { origins = [], request } = evidence
  const unseen = origins.findIndex(failedOnRoute)
  const place = unseen >= 0 ? unseen : indexOfOrigin(request, diagnosis.cause?.origin)
  const [route, origin] = [request.origins[place]?.route, origins[place]]
  if (route === undefined || origin === undefined) return undefined
  const [runner, between] = failedOnRoute(origin) ? brokenRoute(origin) : [ok(), ok()]
  return [
    { name: 'runner', ...runner },
    { name: route === 'command' ? 'proxy command' : route, ...between },
    {
      name: shortOriginName(whichOrigins(request)[place] ?? ONLY) || 'origin',
      ...endOfRoute(evidence, origin),
    },
  ]
}

const ONLY = { position: 1, of: 1 } as const

/** Where a route breaks: at the runner, or at what is between. */
function brokenRoute({ error }: FailedExchange): readonly [runner: Observed, between: Observed] {
  const detail = routeWords(error.code)
  switch (error.code) {
    case 'ROUTE_NO_COMMAND':
      return [broken(detail), unknown()]
    case 'ROUTE_SILENT':
      return [ok(), unknown(detail)]
    default:
      return [ok(), broken(detail)]
  }
}

function endOfRoute(evidence: Evidence, origin: Exchange): Observed {
  if (failedOnRoute(origin)) return unknown()
  return meetsExpectations(evidence, origin) ? ok(outcome(origin)) : broken(outcome(origin))
}

/** The data center that fails. If those at vantage points do, it is not the one that this runner uses. */
function coloOf(
  { cause }: Diagnosis,
  { Cloudflare: observed }: { readonly Cloudflare: Observed | undefined },
): string {
  return cause?.match.elsewhere === true ? 'elsewhere' : (observed?.detail ?? '')
}

/** The failing hop. If no hop is known to fail, the first unknown one with details. */
export function failingHop(path: readonly Hop[]): Hop | undefined {
  return (
    path.find(({ state }) => state === 'broken') ??
    path.find(({ state, detail }) => state === 'unknown' && detail !== '')
  )
}

/** Only the hop of the cause is shown as failing. Others that failed, such as a rejected probe, are unknown. */
function withVerdict(observed: Observed, failing: boolean, { verdict, cause }: Diagnosis): Observed {
  if (!failing) return observed.state === 'broken' ? unknown(observed.detail) : observed
  const detail = briefOf(cause?.cause, observed.state === 'broken' ? observed.detail : '')
  return verdict === 'unhealthy' ? broken(detail) : unknown(detail)
}

/** The words of the cause, or what was observed, if it prefers that and anything was. */
function briefOf(cause: Cause | undefined, observed: string): string {
  if (cause === undefined) return observed
  const { brief } = cause
  if (typeof brief === 'string') return brief
  return observed === '' ? brief.observedOr : observed
}

function failingHopName(diagnosis: Diagnosis, evidence: Evidence): HopName | undefined {
  if (diagnosis.cause === undefined) return undefined
  const { cause, match } = diagnosis.cause
  const { origin } = singledOut(diagnosis, evidence)
  const hop =
    typeof cause.hop === 'function'
      ? cause.hop({ match, ...(origin !== undefined && { origin }) })
      : cause.hop
  return hop === 'unknown' ? undefined : hop
}

/** The origin that the finding is about, or the first one. */
function singledOut(
  { cause }: Pick<Diagnosis, 'cause'>,
  { origins = [], request, edge }: Evidence,
): { readonly origin: Exchange | undefined; readonly label: string } {
  const which = cause?.origin
  const label = which === undefined ? 'origin' : shortOriginName(which)
  if (which?.site === true) return { origin: edge, label }
  const origin = origins[indexOfOrigin(request, which)]
  return { origin: failedOnRoute(origin) || isCloudflareFailure(origin) ? undefined : origin, label }
}

function dnsHop({ dns }: Evidence): Observed {
  if (dns === undefined) return unknown()
  if (dns.kind === 'resolved') return ok()
  return broken(
    dns.reason === 'no-such-host' ? 'no such name' : dns.reason === 'no-address' ? 'no address' : 'no reply',
  )
}

function cloudflareHop({ edge, trace, dns, ranges }: Evidence): Observed {
  const colo = rayOf(edge)?.colo ?? traceOf(trace)?.colo ?? ''
  if (throughCloudflare(edge) || traceOf(trace) !== undefined) return ok(colo)
  const elsewhere =
    dns?.kind === 'resolved' && !dns.addresses.some(({ address }) => inCloudflareRanges(address, ranges))
  if (elsewhere) return unknown('not on the path')
  if (edge?.kind !== 'failed' || edge.error.reason === 'proxy' || dns?.kind !== 'resolved') return unknown()
  return broken(outcome(edge))
}

/** What Cloudflare returned instead of the site. */
function edgeFailure(evidence: Evidence): Observed {
  return meetsExpectations(evidence, evidence.edge) ? unknown() : broken(outcome(evidence.edge))
}

function firewallHop({ notes }: Diagnosis, failing: HopName | undefined): Observed | undefined {
  if (failing === 'firewall') return unknown()
  const note = notes.find(({ cause }) => cause.hop === 'firewall')
  return note && ok(briefOf(note.cause, ''))
}

function tlsHop(origin: Exchange | undefined): Observed | undefined {
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

function originHop(origin: Exchange | undefined, throughEdge: Exchange | undefined): Observed {
  const accepted = acceptedConnection(origin) || (origin?.kind === 'failed' && origin.phase === 'tls')
  if (accepted || throughEdge !== undefined) return ok()
  if (origin === undefined) return unknown()
  return isUnrouted(origin) ? unknown(outcome(origin)) : broken(outcome(origin))
}

function applicationHop(
  evidence: Evidence,
  origin: Exchange | undefined,
  throughEdge: Exchange | undefined,
): Observed {
  if (origin?.kind === 'completed') {
    return meetsExpectations(evidence, origin) ? ok(outcome(origin)) : broken(outcome(origin))
  }
  if (throughEdge !== undefined) return ok(outcome(throughEdge))
  return acceptedConnection(origin) ? broken(outcome(origin)) : unknown()
}
