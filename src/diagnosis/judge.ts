import type { Confidence, Moment, Outcome } from '../domain/cause.ts'
import type { Finding, Judgment } from '../domain/diagnosis.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { FailedExchange, Exchange } from '../domain/exchange.ts'
import type { Resolution } from '../domain/dns.ts'
import { CAUSES, unexplained } from './causes/index.ts'
import { meetsExpectations } from './facts/content.ts'
import { isGoodResponse } from './facts/exchange.ts'
import { probeRejected, originUnresolvable } from './facts/origin.ts'
import { servedFromCache, servedFromOrigin } from './facts/visitors.ts'
import { endlessRedirects, redirectedToOtherHost } from './facts/redirects.ts'

/** Judges one round: evaluates every cause for every origin and ranks the matches. */
export function judge(evidence: Evidence): Judgment {
  const moments = momentsOf(evidence)
  const found = capConfidence(moments.map((moment) => CAUSES.flatMap((cause) => findingOf(cause, moment))))
  const known = bestOfEach(found.filter(({ cause }) => cause !== unexplained)).toSorted(byWeight)
  const explanations = known.filter(
    ({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive',
  )
  const fallback =
    explanations.length > 0 || moments.every(isHealthy)
      ? []
      : found.filter(({ cause }) => cause === unexplained)
  const [lead] = [...explanations, ...fallback]
  return {
    verdict:
      lead?.match.outcome === 'unhealthy' ? 'unhealthy' : lead === undefined ? 'healthy' : 'inconclusive',
    findings:
      lead === undefined
        ? []
        : withAlternatives(lead, [
            ...explanations,
            ...fallback.slice(0, 1),
            ...known.filter(({ match }) => match.outcome === 'alternative'),
          ]),
    warnings: known.filter(({ match }) => match.outcome === 'warning'),
    notes: known.filter(({ match }) => match.outcome === 'note'),
  }
}

/** A certain cause hides merely possible ones. An inconclusive lead hides nothing. */
function withAlternatives(lead: Finding, findings: readonly Finding[]): readonly Finding[] {
  const hidesPossible = isCertain(lead) && lead.match.outcome === 'unhealthy'
  return hidesPossible ? findings.filter(({ match }) => match.confidence !== 'possible') : findings
}

function isCertain({ match }: Finding): boolean {
  return match.confidence === 'certain'
}

/** One moment per origin, so that a cause judges one origin at a time; a single moment without origins. */
export function momentsOf({
  origins = [],
  rechecks = [],
  idleConnections = [],
  edge,
  dns,
  ...rest
}: Evidence): readonly Moment[] {
  // A failure of the runner's own proxy says nothing about the site, so causes don't get that exchange.
  const proxyRefused = edge !== undefined && failedAtProxy(edge) ? edge.error.code : undefined
  const shared: Omit<Moment, 'origin'> = {
    ...rest,
    ...(proxyRefused === undefined ? edge !== undefined && { edge } : { proxyRefused }),
    ...(dns !== undefined && !resolvedByProxy(dns, edge) && { dns }),
  }
  // When the site redirects to another host and that host fails, this site's origins are not the cause.
  const otherHostFails =
    redirectedToOtherHost(shared) &&
    !isGoodResponse(shared, shared.edge) &&
    endlessRedirects(shared.edge) === undefined
  if (origins.length === 0 || otherHostFails) return [shared]
  return origins.map((origin, index) => {
    const dialed = shared.request.origins[index] ?? { tls: false, port: 0 }
    const others = origins.filter((_, other) => other !== index)
    const othersRespond = others.some((other) => isGoodResponse(shared, other))
    return {
      ...shared,
      ...(!failedAtProxy(origin) && { origin }),
      ...(rechecks[index] !== undefined && { recheck: rechecks[index] }),
      ...(idleConnections[index] !== undefined && { idleConnection: idleConnections[index] }),
      dialedOrigin: { ...dialed, position: index + 1, of: origins.length, othersRespond },
    }
  })
}

/** Behind a proxy, the proxy resolves the site's name; the runner's resolver may not know public names. */
function resolvedByProxy(dns: Resolution, edge: Exchange | undefined): boolean {
  if (dns.kind === 'resolved' || edge === undefined) return false
  return edge.kind === 'completed' || edge.phase !== 'resolve'
}

function failedAtProxy(exchange: Exchange): exchange is FailedExchange {
  return exchange.kind === 'failed' && exchange.error.reason === 'proxy'
}

/**
 * Which of several origins Cloudflare used is not visible from outside. So a cause stays certain only when it is
 * certain for all of them.
 */
function capConfidence(findings: readonly (readonly Finding[])[]): readonly Finding[] {
  const certainForAll = (id: string): boolean =>
    findings.every((moment) => moment.some((finding) => finding.cause.id === id && isCertain(finding)))
  return findings.flat().map((finding) => {
    const { cause, match } = finding
    const keeps = !isCertain(finding) || match.outcome !== 'unhealthy' || certainForAll(cause.id)
    return withOpenLookalikes(keeps ? finding : withConfidence(finding, 'likely'))
  })
}

function withOpenLookalikes(finding: Finding): Finding {
  const lookalikes = finding.lookalikes.filter(({ isOpen }) => isOpen !== undefined || !isCertain(finding))
  return { ...finding, lookalikes }
}

function withConfidence(finding: Finding, confidence: Confidence): Finding {
  return { ...finding, match: { ...finding.match, confidence } }
}

/** Health must be measured: the absence of a cause doesn't prove it, nor does a copy from the cache. */
function isHealthy(moment: Moment): boolean {
  if (!meetsExpectations(moment, moment.edge)) return false
  if (moment.origin === undefined) return !servedFromCache(moment) || servedFromOrigin(moment)
  if (meetsExpectations(moment, moment.origin)) return true
  return servedFromOrigin(moment) && (probeRejected(moment) || originUnresolvable(moment))
}

function findingOf(cause: Finding['cause'], moment: Moment): readonly Finding[] {
  const match = cause.explain(moment)
  if (match === undefined) return []
  const { dialedOrigin } = moment
  const oneOfSeveral = dialedOrigin !== undefined && dialedOrigin.of > 1
  const lookalikes = cause.lookalikes.filter(({ isOpen }) => isOpen?.(moment) ?? true)
  return [
    {
      cause,
      match,
      lookalikes,
      ...(oneOfSeveral && { origin: { position: dialedOrigin.position, of: dialedOrigin.of } }),
    },
  ]
}

/** The strongest finding of each cause. */
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
 * Certain and likely failures first, then inconclusive, then merely possible failures. Ties keep the order of `CAUSES`,
 * because the sort is stable.
 */
function byWeight(a: Finding, b: Finding): number {
  return outcomeRank(a) - outcomeRank(b) || confidenceRank(a) - confidenceRank(b)
}

function outcomeRank({ match }: Finding): number {
  const possibleFailure = match.outcome === 'unhealthy' && match.confidence === 'possible'
  return possibleFailure ? 1.5 : OUTCOMES.indexOf(match.outcome)
}

function confidenceRank({ match }: Finding): number {
  return CONFIDENCES.indexOf(match.confidence)
}
