import { requestedBy } from '../route/observer.ts'
import { edgeErrorIn, fromCache, rayOf } from '../../cloudflare/response.ts'
import type { CauseId } from '../../domain/cause-id.ts'
import type { Confidence, Lookalike, Match, Moment } from '../../domain/cause.ts'
import type { Finding } from '../../domain/diagnosis.ts'
import type { PlaceResult } from '../../domain/vantage/place-result.ts'
import { phrase, type Sentence } from '../../domain/untrusted.ts'
import { plural } from '../../shared/text.ts'
import { causeById } from '../causes/index.ts'
import { cluesOf } from '../clues/clues.ts'
import { meetsExpectations } from '../facts/content.ts'
import { isGoodResponse, neverConnected } from '../facts/exchange.ts'
import { originHealthy, probeRejected } from '../facts/origin.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
import {
  directlyServed,
  inSeveralNetworks,
  isRejection,
  isServerError,
  placesOf,
  seenHere,
  servedEverywhereElse,
  type SeenPlace,
} from './places.ts'
import { colosOf, gotWords, placeNames, summaryOfPlaces } from './words.ts'

/** What the rest of the round shows. */
export interface RoundContext {
  /** Of all origins. */
  readonly moments: readonly Moment[]
  /** The best explanation of a failure. */
  readonly explain: (moment: Moment) => Finding | undefined
}

/** The findings of a moment, with what vantage points add. Without them, nothing changes. */
export function withVantage(
  findings: readonly Finding[],
  moment: Moment,
  round: RoundContext,
): readonly Finding[] {
  const known = findings.map((finding) => withDirectResponses(finding, moment))
  if (placesOf(moment).length === 0) return known
  const found = foundElsewhere(moment, round)
  const visitorsFail = found.some(({ match }) => match.outcome === 'unhealthy')
  const all = adjusted(known, moment, round)
  return [...(visitorsFail ? all.map(asRemark) : all), ...found]
}

/** What stops this runner is not why visitors fail. */
function asRemark(finding: Finding): Finding {
  const { cause, match } = finding
  return STOPPED.has(cause.id) && match.outcome === 'inconclusive'
    ? { ...finding, match: { ...match, outcome: 'note' }, lookalikes: [] }
    : finding
}

/** An origin that accepts no connection from here, and responds to vantage points. */
function withDirectResponses(finding: Finding, moment: Moment): Finding {
  const { cause, match } = finding
  const { origin } = moment
  const isConnecting = origin?.kind === 'failed' && (origin.phase === 'connect' || origin.phase === 'tls')
  const served = match.outcome === 'unhealthy' && cause.category === 'origin' && isConnecting
  const places = served ? directlyServed(moment) : undefined
  if (places === undefined) return finding
  return withReason(
    atMost(finding, 'likely'),
    phrase` But the origin responds directly to Globalping's probes in ${placeNames(places)}.`,
  )
}

/** This runner is kept from the site, every vantage point gets it, and the direct probe got what is expected. */
export function isServedElsewhere(moment: Moment, moments: readonly Moment[]): boolean {
  return isKeptOut(seenHere(moment)) && servedEverywhereElse(moment) && isDirectGood(moments)
}

/** The vantage points that get the site through Cloudflare. */
function servedPlaces(moment: Moment): readonly SeenPlace[] {
  return placesOf(moment).filter(({ seen, proxied }) => seen === 'good' && proxied)
}

/** Every origin returned what is expected to the direct probe. */
function isDirectGood(moments: readonly Moment[]): boolean {
  return moments.every((moment) => meetsExpectations(moment, moment.origin))
}

/** What this runner got may concern it alone. */
function isKeptOut(here: PlaceResult | undefined): boolean {
  return isRejection(here) || here === 'unreached'
}

/** These say that the check was stopped, not that the site fails. */
const STOPPED: ReadonlySet<CauseId> = new Set([
  'cloudflare-challenged',
  'cloudflare-waf-blocked',
  'cloudflare-rate-limited',
  'origin-bot-protection',
  'runner-offline',
])

/** These explain a connection for the site that fails. If it fails here alone, the runner's network explains it. */
const NO_CONNECTION: ReadonlySet<CauseId> = new Set([
  'cloudflare-edge-error',
  'cloudflare-zone-misconfigured',
  'runner-offline',
  'tls-handshake-failed',
  'unexplained',
])

function adjusted(findings: readonly Finding[], moment: Moment, round: RoundContext): readonly Finding[] {
  const here = seenHere(moment)
  const alone = servedEverywhereElse(moment)
  // One network whose probes report failures is not enough to call the site down again.
  if (here === 'unreached' && (respondsElsewhere(moment) || inSeveralNetworks(servedPlaces(moment))))
    return unreachedHere(findings, moment, round)
  if (isKeptOut(here)) {
    return findings.map((finding) => {
      if (!STOPPED.has(finding.cause.id) || finding.match.outcome !== 'inconclusive') return finding
      if (!alone) return withReason(finding, othersText(moment))
      return isDirectGood(round.moments)
        ? asNote(
            finding,
            phrase`${STOPPED_HERE[finding.cause.id] ?? UNREACHED_HERE}, while ${visitorsGet(placesOf(moment))}.${requestedBy(moment.dialedOrigin?.route, DIRECT_TOO)}`,
          )
        : withReason(finding, phrase` ${visitorsGet(placesOf(moment), 'Visitors')}.${missingDirect(moment)}`)
    })
  }
  return here === 'error' || here === 'lacking'
    ? findings.map((finding) => failingHere(finding, moment, alone))
    : findings
}

/** What one of these causes does to this runner. Whether it does so to others is unknown. */
const STOPPED_HERE: Partial<Record<CauseId, string>> = {
  'cloudflare-challenged': 'Cloudflare challenges this runner',
  'cloudflare-waf-blocked': 'Cloudflare blocks this runner',
  'cloudflare-rate-limited': 'Cloudflare rate-limits this runner',
  'origin-bot-protection': 'Bot protection stops this runner',
}
const UNREACHED_HERE = "This runner can't reach the site"

const DIRECT_TOO = ' The origin responds as expected to the direct request.'

/** `visitors in Dallas and Frankfurt get 200`. */
function visitorsGet(places: readonly SeenPlace[], noun = 'visitors'): Sentence {
  return phrase`${noun} in ${placeNames(places)} get ${gotWords(places)}`
}

/** Why good responses elsewhere don't make the site healthy. */
function missingDirect(moment: Moment): string {
  if (moment.unseenOrigins !== undefined)
    return ' That is not enough to call the site healthy, because the route to the origin failed. Repair the route.'
  if (moment.origin === undefined)
    return ' Without a direct request, that is not enough to call the site healthy: set `origin`.'
  // It may admit only Cloudflare.
  return moment.dialedOrigin?.route === undefined && probeRejected(moment)
    ? ' The direct request failed, so that is not enough to call the site healthy. If the origin admits only Cloudflare, set `origin-proxy-command`.'
    : ' The direct request failed, so that is not enough to call the site healthy.'
}

const REJECTED: Partial<Record<PlaceResult, string>> = {
  challenged: 'challenged',
  blocked: 'blocked',
  'rate-limited': 'rate-limited',
}

/** What the vantage points got, when they don't all get the site. */
function othersText(moment: Moment): Sentence {
  const places = placesOf(moment)
  const rejected = places.filter(({ seen }) => isRejection(seen))
  const [first] = rejected
  if (first !== undefined && rejected.length === places.length && inSeveralNetworks(places)) {
    const how = rejected.every(({ seen }) => seen === first.seen) ? REJECTED[first.seen] : undefined
    return phrase` Globalping's probes in ${placeNames(places)} are ${how ?? 'stopped'} as well: a rule, or Under Attack mode, may stop every visitor.`
  }
  return ` ${whyNotServed(moment, places)}`
}

/** Why the vantage points don't show that the site is healthy. */
function whyNotServed({ request }: Moment, places: readonly SeenPlace[]): string {
  const good = places.filter(({ seen, proxied }) => seen === 'good' && proxied)
  if (places.every(({ seen, proxied }) => proxied && (seen === 'good' || seen === 'unjudged'))) {
    if (good.length < places.length)
      return request.method === 'HEAD'
        ? 'The responses to HEAD elsewhere show too little.'
        : "The responses elsewhere can't be judged completely: probes follow no redirects, and read only the beginning of a page."
    if (!inSeveralNetworks(places))
      return 'Only vantage points of one network get the site, which proves little.'
    return inSeveralNetworks(places.filter(({ exchange }) => !fromCache(exchange)))
      ? 'The vantage points get the site, but some results are missing.'
      : "The vantage points get copies from Cloudflare's cache, which don't show that it reaches the origin."
  }
  const [count, verb] =
    good.length === 0 ? ['none', 'gets'] : [good.length, good.length === 1 ? 'gets' : 'get']
  return `Of ${plural(places.length, 'vantage point')}, ${count} ${verb} the site.`
}

/** Cloudflare responds to every vantage point, in several networks, and not with an error of the site. */
function respondsElsewhere(moment: Moment): boolean {
  const places = placesOf(moment)
  return (
    inSeveralNetworks(places) &&
    places.every(({ seen, proxied }) => proxied && seen !== 'error' && seen !== 'lacking')
  )
}

/** The runner's own network keeps it from the site. */
function unreachedHere(
  findings: readonly Finding[],
  moment: Moment,
  { moments }: RoundContext,
): readonly Finding[] {
  const isSound = isDirectGood(moments)
  const isServed = servedEverywhereElse(moment)
  const cause = causeById('runner-offline')
  // A direct response that is itself a failure stays the better explanation.
  const failsDirectly = moment.origin?.kind === 'completed' && !isSound
  if (cause === undefined || failsDirectly) return findings
  const others = findings.filter(
    ({ cause: { id }, match: { outcome } }) =>
      outcome === 'warning' || outcome === 'note' || !NO_CONNECTION.has(id),
  )
  const proxy = moment.proxyRefused === undefined ? '' : "'s own proxy"
  const match: Match = {
    outcome: isSound && isServed ? 'note' : 'inconclusive',
    confidence: respondsElsewhere(moment) ? 'likely' : 'possible',
    because: whyUnreached(moment, isSound, isServed),
    clues: cluesOf(moment),
    title: `this runner${proxy} can't reach the site`,
  }
  return [...others, { cause, match, lookalikes: [] }]
}

function whyUnreached(moment: Moment, isSound: boolean, isServed: boolean): Sentence {
  const places = placesOf(moment)
  const atProxy = moment.proxyRefused === undefined ? undefined : "This runner's own proxy blocks the check"
  if (!respondsElsewhere(moment))
    return phrase`${atProxy ?? "This runner can't reach the site"}. From elsewhere: ${summaryOfPlaces(places)}.`
  const because = phrase`${atProxy ?? UNREACHED_HERE}, while ${visitorsGet(places)}.`
  if (!isServed) return phrase`${because} ${whyNotServed(moment, places)}`
  const direct = isSound ? requestedBy(moment.dialedOrigin?.route, DIRECT_TOO) : missingDirect(moment)
  return phrase`${because}${direct}`
}

/** An error response that this runner gets. Cloudflare's other data centers may not return it. */
function failingHere(finding: Finding, moment: Moment, alone: boolean): Finding {
  const { cause, match } = finding
  if (STOPPED.has(cause.id) && match.outcome === 'inconclusive')
    return withReason(finding, othersText(moment))
  if (match.outcome !== 'unhealthy') return finding
  const good = servedPlaces(moment).filter(({ exchange }) => !fromCache(exchange))
  if (!inSeveralNetworks(good)) return finding
  const colo = rayOf(moment.edge)?.colo ?? ''
  const got = isGoodResponse(moment, moment.edge)
    ? phrase`Visitors in ${placeNames(good)} get what is expected`
    : visitorsGet(good, 'Visitors')
  const where =
    colo === '' || good.some((place) => place.colo === colo)
      ? phrase` ${got}${colosOf(good)}.`
      : phrase` That is in the data center ${colo}. ${got}${colosOf(good)}.`
  const status = moment.edge?.kind === 'completed' ? moment.edge.head.status : 0
  // The server may reject this runner's address, which Cloudflare passes on.
  const mayRejectRunner = alone && REJECTING.has(cause.id) && (status === 403 || status === 429)
  return withReason(mayRejectRunner ? rejectedHere(finding) : atMost(finding, 'likely'), where)
}

const REJECTING: ReadonlySet<CauseId> = new Set(['cloudflare-blocked-by-origin', 'unexpected-status'])

function rejectedHere(finding: Finding): Finding {
  const title = 'the origin rejects the requests of this runner'
  return { ...finding, match: { ...finding.match, outcome: 'inconclusive', confidence: 'possible', title } }
}

/** Failures that only vantage points see, or that they see where this runner is kept out. */
function foundElsewhere(moment: Moment, round: RoundContext): readonly Finding[] {
  const here = seenHere(moment)
  if (here !== 'good' && !isKeptOut(here)) return []
  const isGoodHere = here === 'good'
  const places = placesOf(moment)
  const explained = places
    .filter(({ seen, proxied }) => proxied && (seen === 'error' || seen === 'lacking'))
    .flatMap((place) => {
      const lead = round.explain(momentAt(place, moment))
      return lead === undefined ? [] : [{ place, lead, isError: isServerError(place) }]
    })
  const groups = Map.groupBy(explained, ({ lead, isError }) => `${lead.cause.id} ${isError}`)
  const found = [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first] = group
    if (first === undefined) return []
    const these = group.map(({ place }) => place)
    const several = inSeveralNetworks(these)
    const { cause } = first.lead
    // Without the site's own headers, an application may respond differently.
    const counts = moment.vantage?.withoutHeaders !== true || these.every(isCloudflareFault)
    if (first.isError && several && counts) {
      const confidence = weakest(group.map(({ lead }) => lead.match.confidence))
      return [failsElsewhere(first.lead, these, confidence, moment)]
    }
    if (!isGoodHere) return []
    if (several) {
      const because = phrase`${visitorsGet(these, 'Visitors')}${lacking(these)}${colosOf(these)}. This runner gets ${gotHere(moment)}.`
      return [remark(cause, 'warning', because, moment)]
    }
    if (!first.isError) return []
    const because = phrase`Globalping's probe in ${placeNames(these, places)} gets ${gotWords(these)} through Cloudflare${colosOf(these)}. Results of a single network prove little.`
    return [remark(cause, 'note', because, moment)]
  })
  return [...found, ...(isGoodHere ? unreachedElsewhere(moment) : [])]
}

/** Cloudflare got no usable response from the origin. */
function isCloudflareFault({ exchange }: SeenPlace): boolean {
  const code = edgeErrorIn(exchange)?.code ?? 0
  return code >= 520 && code <= 530
}

function lacking(places: readonly SeenPlace[]): string {
  return places.every(({ seen }) => seen === 'lacking') ? ' without the expected content' : ''
}

/** The moment of a visitor elsewhere: what is known of the site, with the response there. */
function momentAt({ exchange }: SeenPlace, moment: Moment): Moment {
  const { at, request, origin, recheck, dialedOrigin, dns, ranges, zone, analytics, statusPage } = moment
  const known = {
    at,
    request,
    edge: exchange,
    ...(dns !== undefined && { dns }),
    ...(ranges !== undefined && { ranges }),
    ...(zone !== undefined && { zone }),
    ...(analytics !== undefined && { analytics }),
    ...(statusPage !== undefined && { statusPage }),
    ...(dialedOrigin !== undefined && { dialedOrigin }),
  }
  // An origin that rejects this runner just responded to another of Cloudflare's data centers.
  if (servedFromOrigin(moment) && !originHealthy(moment) && moment.edge !== undefined)
    return { ...known, origin: moment.edge }
  // What a runner without a network gets says nothing about the origin.
  if (origin === undefined || (seenHere(moment) === 'unreached' && neverConnected(origin))) return known
  return { ...known, origin, ...(recheck !== undefined && { recheck }) }
}

/** Visitors in several places get the same error, and this runner doesn't. */
function failsElsewhere(
  lead: Finding,
  places: readonly SeenPlace[],
  confidence: Confidence,
  moment: Moment,
): Finding {
  const { cause, match } = lead
  const { title, form, owner } = match
  const all = placesOf(moment)
  const fine = all.filter(({ seen }) => seen === 'good')
  const isGoodHere = seenHere(moment) === 'good'
  const also = fine.length === 0 ? '' : phrase` and visitors in ${placeNames(fine, all)}`
  const here = isGoodHere
    ? phrase`, while this runner${also} get${fine.length === 0 ? 's' : ''} ${gotHere(moment)}.`
    : fine.length === 0
      ? '.'
      : phrase`, while ${visitorsGet(fine)}.`
  const isBlock = isGoodHere && cause.id === 'cloudflare-blocked-by-origin'
  const why = isBlock
    ? " A firewall, a geo block or the network between stops some of Cloudflare's data centers."
    : isGoodHere
      ? originHealthy(moment)
        ? DIRECT_TOO
        : ''
      : phrase` ${match.because}`
  const named = isBlock ? "the origin blocks some of Cloudflare's data centers" : title
  return {
    cause,
    match: {
      outcome: 'unhealthy',
      confidence: confidence === 'certain' ? 'likely' : confidence,
      because: phrase`${visitorsGet(places, 'Visitors')}${colosOf(places)}${here}${why}`,
      clues: cluesOf(moment),
      elsewhere: true,
      ...(named !== undefined && { title: named }),
      ...(form !== undefined && { form }),
      ...(owner !== undefined && { owner }),
    },
    lookalikes: [...lead.lookalikes, places.every(isCloudflareFault) ? BETWEEN : REJECTS_PROBES],
  }
}

const REJECTS_PROBES: Lookalike = {
  what: { other: "a server that rejects Globalping's probes, and no visitors" },
  distinguishedBy:
    "Open the site from one of these places. In the origin's access log, Globalping's probes have `globalping` in their user agent.",
}

const BETWEEN: Lookalike = {
  what: { other: "a network problem between some of Cloudflare's data centers and the origin" },
  distinguishedBy:
    "Compare the origin's firewall log with Cloudflare's IP ranges. Connections that never arrive were lost on the network.",
}

/** Vantage points that get no response, while this runner does. */
function unreachedElsewhere(moment: Moment): readonly Finding[] {
  // What fails at an address outside Cloudflare is a matter of DNS.
  const places = placesOf(moment).filter(({ resolvedTo }) => resolvedTo !== 'elsewhere')
  const unreached = places.filter(({ seen }) => seen === 'unreached')
  const cause = causeById('cloudflare-edge-error')
  if (cause === undefined || !inSeveralNetworks(unreached)) return []
  const all = unreached.length === places.length
  const because = phrase`Globalping's probes in ${placeNames(unreached, places)} get no complete response. ${all ? 'Only this runner gets the site.' : 'That may be a fault of their own networks.'}`
  return [remark(cause, all ? 'warning' : 'note', because, moment)]
}

function remark(
  cause: Finding['cause'],
  outcome: 'warning' | 'note',
  because: Sentence,
  moment: Moment,
): Finding {
  const match: Match = { outcome, confidence: 'possible', because, clues: cluesOf(moment), elsewhere: true }
  return { cause, match, lookalikes: [] }
}

function gotHere({ edge }: Moment): string {
  return edge === undefined ? '' : gotWords([{ exchange: edge }])
}

/** About all of the site, not about one origin. */
function asNote({ cause, match }: Finding, because: Sentence): Finding {
  return { cause, match: { ...match, outcome: 'note', because }, lookalikes: [] }
}

function withReason(finding: Finding, more: Sentence): Finding {
  const { match } = finding
  return { ...finding, match: { ...match, because: phrase`${match.because}${more}` } }
}

function atMost(finding: Finding, confidence: Confidence): Finding {
  const { match } = finding
  return match.confidence === 'certain' ? { ...finding, match: { ...match, confidence } } : finding
}

const WEAKEST: readonly Confidence[] = ['possible', 'likely', 'certain']

function weakest(confidences: readonly Confidence[]): Confidence {
  return WEAKEST.find((confidence) => confidences.includes(confidence)) ?? 'possible'
}
