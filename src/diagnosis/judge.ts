import type { Clue, Confidence, Match, Moment, Outcome } from '../domain/cause.ts'
import type { Finding, Judgment } from '../domain/diagnosis.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { RouteKind } from '../domain/route/route.ts'
import { CAUSES, unexpectedStatus, unexplained } from './causes/index.ts'
import { meetsExpectations } from './facts/content.ts'
import { disputedDeviations } from './facts/malformed.ts'
import { probeRejected, originUnresolvable } from './facts/origin.ts'
import { servedFromCache, servedFromOrigin } from './facts/visitors.ts'
import { failsAsCloudflareReports } from './facts/comparison/agreement.ts'
import { headFailsOnly } from './facts/comparison/request-forms.ts'
import { asSeenBy, requestedBy } from './route/observer.ts'
import { withRoute } from './route/certainty.ts'
import { withRequestSize } from './facts/request-size.ts'
import { failingPort } from './facts/redirects.ts'
import { oneOfSeveral, whichOf } from './facts/which-origin.ts'
import { momentsOf } from './moments.ts'
import { isServedElsewhere, withVantage } from './vantage/findings.ts'

/** Judges one round: evaluates every cause for every origin and ranks the matches. */
export function judge(evidence: Evidence): Judgment {
  const moments = momentsOf(evidence)
  const byMoment = capConfidence(withVantagePoints(findingsOf(moments), moments), moments.some(lacksAnOrigin))
  const explaining = moments.filter(failsAsCloudflareReports).length
  const found = [byMoment.slice(0, explaining), byMoment.slice(explaining)].flatMap(inOrderOfCauses)
  const known = bestOfEach(
    found.filter(({ cause, match }) => cause !== unexplained || match.elsewhere === true),
  )
    .map((finding) => withAddresses(finding, found))
    .toSorted(byWeight)
  const explanations = known.filter(
    ({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive',
  )
  const fallback =
    explanations.length > 0 ||
    moments.every((moment) => isHealthy(moment) || isServedElsewhere(moment, moments))
      ? []
      : unexplainedIn(moments, byMoment)
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

/** The findings of each moment, with what vantage points add. */
function withVantagePoints(
  all: readonly (readonly Finding[])[],
  moments: readonly Moment[],
): readonly (readonly Finding[])[] {
  return moments.flatMap((moment, index) =>
    all
      .slice(index, index + 1)
      .map((findings) =>
        moment.vantage === undefined ? findings : withVantage(findings, moment, { moments, explain }),
      ),
  )
}

/** What no cause explains: of the moments that fail, if there are such findings. */
function unexplainedIn(
  moments: readonly Moment[],
  byMoment: readonly (readonly Finding[])[],
): readonly Finding[] {
  const all = byMoment.map((findings) => findings.filter(({ cause }) => cause === unexplained))
  const ofFailing = all.filter((_, index) => moments.slice(index, index + 1).some((each) => !isHealthy(each)))
  return [...ofFailing.flat(), ...all.flat()]
}

/**
 * The findings of each moment. When an origin fails exactly as Cloudflare reports, the origins that respond as expected
 * don't have to explain that failure.
 */
function findingsOf(moments: readonly Moment[]): readonly (readonly Finding[])[] {
  const isExplained = moments.some(failsAsCloudflareReports)
  return moments.map((moment) => {
    const all = CAUSES.flatMap((cause) => findingOf(cause, moment))
    const isBystander = isExplained && meetsExpectations(moment, moment.origin)
    // What another port or another method gets is not explained by the connection to this one.
    const only = failingPort(moment) !== undefined || headFailsOnly(moment) ? unexpectedStatus : undefined
    if (!isBystander && only === undefined) return all
    return all.filter(
      ({ cause, match: { outcome } }) => outcome === 'warning' || outcome === 'note' || cause === only,
    )
  })
}

/** A certain cause hides merely possible ones. An inconclusive lead hides nothing. */
function withAlternatives(lead: Finding, findings: readonly Finding[]): readonly Finding[] {
  const hidesPossible = isCertain(lead) && lead.match.outcome === 'unhealthy'
  return hidesPossible ? findings.filter(({ match }) => match.confidence !== 'possible') : findings
}

function isCertain({ match }: Finding): boolean {
  return match.confidence === 'certain'
}

/**
 * Which of several origins Cloudflare used is not visible from outside. So a cause stays certain only when it is
 * certain for all of them.
 */
function capConfidence(
  findings: readonly (readonly Finding[])[],
  someUnseen: boolean,
): readonly (readonly Finding[])[] {
  const certainForAll = (id: string): boolean =>
    !someUnseen &&
    findings.every((moment) => moment.some((finding) => finding.cause.id === id && isCertain(finding)))
  return findings.map((moment) =>
    moment.map((finding) => {
      const { cause, match } = finding
      const keeps = !isCertain(finding) || match.outcome !== 'unhealthy' || certainForAll(cause.id)
      return withOpenLookalikes(keeps ? finding : withConfidence(finding, 'likely'))
    }),
  )
}

/** Of several origins, some were not reached. Cloudflare may use one of these. */
function lacksAnOrigin({ unseenOrigins = [] }: Moment): boolean {
  return unseenOrigins.some(({ othersSeen }) => othersSeen)
}

/** Sorts by cause, so that the order of origins decides nothing but which of equal findings is reported. */
function inOrderOfCauses(moments: readonly (readonly Finding[])[]): readonly Finding[] {
  const byCause = Map.groupBy(moments.flat(), ({ cause }) => cause)
  return CAUSES.flatMap((cause) => byCause.get(cause) ?? [])
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
  if (!servedFromOrigin(moment)) return false
  return (
    probeRejected(moment) || originUnresolvable(moment) || disputedDeviations(moment.origin) !== undefined
  )
}

/** The best explanation of a failure that the moment shows. */
function explain(moment: Moment): Finding | undefined {
  const found = CAUSES.flatMap((cause) => findingOf(cause, moment))
  const [lead] = found.filter(({ match }) => match.outcome === 'unhealthy').toSorted(byWeight)
  return lead
}

function findingOf(cause: Finding['cause'], moment: Moment): readonly Finding[] {
  const explained = cause.explain(moment)
  if (explained === undefined) return []
  const open = cause.lookalikes.filter(({ isOpen }) => isOpen?.(moment) ?? true)
  const sized = withRequestSize({ match: explained, lookalikes: open }, moment)
  const { dialedOrigin } = moment
  const lookalikes = repairFirst(sized.lookalikes, moment)
  const match = observedWords(cause, withRoute(cause, sized.match, moment), dialedOrigin?.route)
  // An address that responds as expected is not why the site fails.
  const isRemark = match.outcome === 'warning' || match.outcome === 'note'
  const isGood = !isRemark && meetsExpectations(moment, moment.origin)
  const address = isGood ? undefined : isRemark ? dialedOrigin?.chosen : dialedOrigin?.address
  const which = dialedOrigin && whichOf({ ...dialedOrigin, address })
  return [
    {
      cause,
      match,
      lookalikes,
      ...(which !== undefined && oneOfSeveral(which) && { origin: which }),
    },
  ]
}

/** Where a request to the origin would help, the route has to work first. */
function repairFirst(lookalikes: Finding['lookalikes'], { unseenOrigins }: Moment): Finding['lookalikes'] {
  if (unseenOrigins === undefined) return lookalikes
  return lookalikes.map((lookalike) =>
    Object.assign({}, lookalike, {
      distinguishedBy: lookalike.distinguishedBy.replace(
        'Set the `origin` input.',
        'Repair the route to the origin.',
      ),
    }),
  )
}

/** The sentences name what requested the origin, if that was not this runner. */
function observedWords(cause: Finding['cause'], match: Match, route: RouteKind | undefined): Match {
  if (route === undefined) return match
  // What Cloudflare does to this runner is not about the origin.
  const reworded = cause.category === 'cloudflare' || cause.category === 'runner' ? requestedBy : asSeenBy
  const worded = ({ from, text }: Clue): Clue => ({
    from,
    text: from === 'vantage' ? text : (from === 'origin' ? asSeenBy : requestedBy)(route, text),
  })
  const [first, ...more] = match.clues
  return {
    ...match,
    because: reworded(route, match.because),
    clues: [worded(first), ...more.map(worded)],
    ...(match.title !== undefined && { title: reworded(route, match.title) }),
  }
}

/** Counts the addresses of a name with the same warning or note. If all have it, it is not about an address. */
function withAddresses(finding: Finding, all: readonly Finding[]): Finding {
  const { origin, cause, match } = finding
  if (origin?.address === undefined || (match.outcome !== 'warning' && match.outcome !== 'note'))
    return finding
  const alike = all.filter(
    (other) =>
      other.cause === cause &&
      other.match.outcome === match.outcome &&
      other.origin?.position === origin.position &&
      other.origin.site === origin.site,
  ).length
  const { origin: _, ...rest } = finding
  const { address, ...which } = origin
  if (alike < address.of)
    return { ...rest, origin: whichOf({ ...which, address, alike: alike > 1 ? alike : undefined }) }
  return oneOfSeveral(which) ? { ...rest, origin: which } : rest
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
