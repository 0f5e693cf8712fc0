import type { Confidence, Moment, Outcome } from '../domain/cause.ts'
import type { Finding, Judgment } from '../domain/diagnosis.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { FailedExchange, Exchange } from '../domain/exchange.ts'
import type { Resolution } from '../domain/dns.ts'
import { CAUSES, unexplained } from './causes/index.ts'
import { respondsWell, asExpected } from './facts/exchange.ts'
import { probeRejected, originNotFound, toleratedByCloudflare } from './facts/origin.ts'
import { servedCopy, servedFresh } from './facts/visitors.ts'
import { endless, redirectedAway } from './facts/redirects.ts'

/** What one look comes to: every cause is asked about every origin, the best explanation leads. */
export function judge(evidence: Evidence): Judgment {
  const moments = momentsOf(evidence)
  const found = capConfidence(moments.map((moment) => CAUSES.flatMap((cause) => findingOf(cause, moment))))
  const known = bestOfEach(found.filter(({ cause }) => cause !== unexplained)).toSorted(byWeight)
  const leads = known.filter(({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive')
  const fallback =
    leads.length > 0 || moments.every(healthy) ? [] : found.filter(({ cause }) => cause === unexplained)
  const [lead] = [...leads, ...fallback]
  return {
    verdict:
      lead?.match.outcome === 'unhealthy' ? 'unhealthy' : lead === undefined ? 'healthy' : 'inconclusive',
    findings:
      lead === undefined
        ? []
        : withAlternatives(lead, [
            ...leads,
            ...fallback.slice(0, 1),
            ...known.filter(({ match }) => match.outcome === 'alternative'),
          ]),
    warnings: known.filter(({ match }) => match.outcome === 'warning'),
    notes: known.filter(({ match }) => match.outcome === 'note'),
  }
}

/** What cannot be otherwise leaves no room for what is merely suspected. That we could not see leaves room for all. */
function withAlternatives(lead: Finding, findings: readonly Finding[]): readonly Finding[] {
  const sure = isCertain(lead) && lead.match.outcome === 'unhealthy'
  return sure ? findings.filter(({ match }) => match.confidence !== 'possible') : findings
}

function isCertain({ match }: Finding): boolean {
  return match.confidence === 'certain'
}

/** One moment for each origin, so that a cause looks at one origin only; a single one when there is none. */
function momentsOf({
  origins = [],
  rechecks = [],
  idleConnections = [],
  edge,
  dns,
  ...rest
}: Evidence): readonly Moment[] {
  // What the runner's own proxy keeps from us is not seen, and nobody's fault but the runner's.
  const refused = edge !== undefined && byProxy(edge) ? edge.error.code : undefined
  const shared: Omit<Moment, 'origin'> = {
    ...rest,
    ...(refused === undefined ? edge !== undefined && { edge } : { proxyRefused: refused }),
    ...(dns !== undefined && !reachedWithout(dns, edge) && { dns }),
  }
  // Where visitors are sent to another host, and that one fails, the origins of this one have nothing to do with it.
  const strange =
    redirectedAway(shared) && !respondsWell(shared, shared.edge) && endless(shared.edge) === undefined
  if (origins.length === 0 || strange) return [shared]
  return origins.map((origin, index) => {
    const { tls, port } = shared.request.origins[index] ?? { tls: false, port: 0 }
    const siblings = origins.filter((_, other) => other !== index)
    const othersAnswer = siblings.some((other) => respondsWell(shared, other))
    return {
      ...shared,
      ...(!byProxy(origin) && { origin }),
      ...(rechecks[index] !== undefined && { recheck: rechecks[index] }),
      ...(idleConnections[index] !== undefined && { idleConnection: idleConnections[index] }),
      dialedOrigin: { tls, port, position: index + 1, of: origins.length, othersAnswer },
    }
  })
}

/** A proxy found the site, or was asked to: behind one, the runner's resolver need not know the names of the world. */
function reachedWithout(dns: Resolution, edge: Exchange | undefined): boolean {
  if (dns.kind === 'resolved' || edge === undefined) return false
  return edge.kind === 'completed' || edge.phase !== 'resolve'
}

function byProxy(exchange: Exchange): exchange is FailedExchange {
  return exchange.kind === 'failed' && exchange.error.reason === 'proxy'
}

/**
 * Nobody can see from outside which of several origins Cloudflare asked. So what one of them shows is certain only when
 * all of them show it.
 */
function capConfidence(findings: readonly (readonly Finding[])[]): readonly Finding[] {
  const shownByAll = (id: string): boolean =>
    findings.every((moment) => moment.some((finding) => finding.cause.id === id && isCertain(finding)))
  return findings.flat().map((finding) => {
    const { cause, match } = finding
    const stands = !isCertain(finding) || match.outcome !== 'unhealthy' || shownByAll(cause.id)
    return stillOpen(stands ? finding : withConfidence(finding, 'likely'))
  })
}

function stillOpen(finding: Finding): Finding {
  const lookalikes = finding.lookalikes.filter(({ isOpen }) => isOpen !== undefined || !isCertain(finding))
  return { ...finding, lookalikes }
}

function withConfidence(finding: Finding, confidence: Confidence): Finding {
  return { ...finding, match: { ...finding.match, confidence } }
}

/** Health is seen, never inferred from the want of a cause. A copy in the cache is none. */
function healthy(moment: Moment): boolean {
  if (!asExpected(moment, moment.edge)) return false
  if (moment.origin === undefined) return !servedCopy(moment) || servedFresh(moment)
  if (asExpected(moment, moment.origin)) return true
  return (
    servedFresh(moment) && (probeRejected(moment) || originNotFound(moment) || toleratedByCloudflare(moment))
  )
}

function findingOf(cause: Finding['cause'], moment: Moment): readonly Finding[] {
  const match = cause.explain(moment)
  if (match === undefined) return []
  const { dialedOrigin } = moment
  const one = dialedOrigin !== undefined && dialedOrigin.of > 1
  const lookalikes = cause.lookalikes.filter(({ isOpen }) => isOpen?.(moment) ?? true)
  return [
    {
      cause,
      match,
      lookalikes,
      ...(one && { origin: { position: dialedOrigin.position, of: dialedOrigin.of } }),
    },
  ]
}

/** Of the findings of one cause, the weightiest. */
function bestOfEach(findings: readonly Finding[]): readonly Finding[] {
  const best = new Map<string, Finding>()
  for (const finding of findings.toSorted(byWeight)) {
    if (!best.has(finding.cause.id)) best.set(finding.cause.id, finding)
  }
  return [...best.values()]
}

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']
const OUTCOMES: readonly Outcome[] = ['unhealthy', 'inconclusive', 'warning', 'note', 'alternative']

/**
 * What we know to be broken comes before what we could not see, and that before what we merely suspect.
 * Among equals the order of `CAUSES` stands: sorting is stable.
 */
function byWeight(a: Finding, b: Finding): number {
  return classOf(a) - classOf(b) || rankOf(a) - rankOf(b)
}

function classOf({ match }: Finding): number {
  const suspicion = match.outcome === 'unhealthy' && match.confidence === 'possible'
  return suspicion ? 1.5 : OUTCOMES.indexOf(match.outcome)
}

function rankOf({ match }: Finding): number {
  return CONFIDENCES.indexOf(match.confidence)
}
