import { isAccessLogin } from '../../cloudflare/access.ts'
import {
  blockedBy,
  challengeIn,
  edgeErrorIn,
  fromCache,
  rayOf,
  throughCloudflare,
} from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange, FailedExchange } from '../../domain/exchange.ts'
import type { PlaceResult } from '../../domain/vantage/place-result.ts'
import type { VantageMeasurement, VantageResult } from '../../domain/vantage/vantage.ts'
import { refusalOf } from '../facts/cloudflare/refusals.ts'
import { expectedContent, meetsExpectations } from '../facts/content.ts'
import { isGoodResponse, isSlower } from '../facts/exchange.ts'
import { indexOfOrigin, whichOf } from '../facts/which-origin.ts'
import { queuedIn, wallIn } from '../facts/pages/intercepted.ts'

/** What a vantage point got. */
export interface SeenPlace extends VantageResult {
  readonly exchange: Exchange
  readonly seen: PlaceResult
  /** The response came through Cloudflare. */
  readonly proxied: boolean
  /** Cloudflare's data center; empty if it is unknown. */
  readonly colo: string
}

/** The parts of a round with which another response for the site is judged. */
type Judged = Pick<Moment, 'at' | 'request' | 'origin' | 'dialedOrigin'>

/** What the vantage points got for the site. A probe that went offline is left out. */
export function placesOf(moment: Judged & Pick<Moment, 'vantage'>): readonly SeenPlace[] {
  const known = knownPlaces.get(moment)
  if (known !== undefined) return known
  const places = resultsFor(moment.vantage, 'edge').flatMap((result) => seenPlace(result, moment))
  knownPlaces.set(moment, places)
  return places
}

/** Empty for a probe that went offline. */
export function seenPlace(
  result: VantageResult,
  { at, request, origin, dialedOrigin }: Judged,
): readonly SeenPlace[] {
  const { exchange } = result
  if (exchange === undefined) return []
  const there = {
    at,
    request,
    edge: exchange,
    ...(origin !== undefined && { origin }),
    ...(dialedOrigin !== undefined && { dialedOrigin }),
  }
  const proxied = throughCloudflare(exchange)
  return [{ ...result, exchange, seen: seenBy(there), proxied, colo: rayOf(exchange)?.colo ?? '' }]
}

/** Several rules need it. */
const knownPlaces = new WeakMap<Judged, readonly SeenPlace[]>()

/** What the vantage points got that requested this target. */
export function resultsFor(
  vantage: VantageMeasurement | undefined,
  target: VantageResult['target'],
): readonly VantageResult[] {
  return vantage?.results.filter((result) => result.target === target) ?? []
}

/** What the response for the site, which is `edge`, says about it. Redirects were not followed. */
function seenBy(moment: Moment & { readonly edge: Exchange }): PlaceResult {
  const { edge, request } = moment
  if (edge.kind === 'failed') return 'unreached'
  if (isAccessLogin(edge.head.headers['location'])) return 'access'
  if (isGoodResponse(moment, edge)) {
    const content = expectedContent(moment, edge)
    if (content === 'missing') return 'lacking'
    return isDecided(moment, edge) &&
      meetsExpectations(moment, edge) &&
      !isSlower(edge, request.maxResponseTime ?? Infinity)
      ? 'good'
      : 'unjudged'
  }
  return rejectionIn(moment) ?? 'error'
}

/** How the response rejects the client; undefined if it is none that only some clients get. */
function rejectionIn(moment: Moment): PlaceResult | undefined {
  const { edge } = moment
  if (challengeIn(edge) !== undefined) return 'challenged'
  if (queuedIn(moment, edge)) return 'queued'
  if (wallIn(moment, edge) !== undefined) return 'wall'
  const code = edgeErrorIn(edge)?.code ?? 0
  const refusal = refusalOf(moment)
  if (code === 1015 || refusal === 'rate-limit') return 'rate-limited'
  if (refusal === 'access') return 'access'
  const isBlocked = blockedBy(edge) || (code >= 1005 && code <= 1012) || code === 1020 || code === 1106
  return isBlocked || refusal === 'rule' ? 'blocked' : undefined
}

/**
 * Whether the response is the whole of what is judged. A redirect is only if the user expects one, and HEAD has no page
 * that shows who responded.
 */
function isDecided({ request }: Pick<Moment, 'request'>, { head }: CompletedExchange): boolean {
  if (request.method === 'HEAD') return false
  const expectsPage = request.expectedStatus.some(([from, to]) => from <= 200 && to >= 200)
  const redirects = head.status >= 300 && head.status <= 399
  return !redirects || !expectsPage
}

/** What this runner got for the site, in the same terms; undefined if it requested nothing. */
export function seenHere(moment: Moment): PlaceResult | undefined {
  const { edge, proxyRefused } = moment
  if (proxyRefused !== undefined) return 'unreached'
  if (edge === undefined) return
  if (meetsExpectations(moment, edge)) return 'good'
  if (edge.kind === 'completed')
    return isGoodResponse(moment, edge) ? 'lacking' : (rejectionIn(moment) ?? 'error')
  return isCutOff(edge) ? 'unreached' : 'error'
}

/**
 * The connection failed, and the runner's own network may be the reason. It is not if the server sent an alert
 * or a wrong certificate, or accepted the request. A name that doesn't resolve here may be cached elsewhere.
 */
function isCutOff({ phase, error }: FailedExchange): boolean {
  const isConnecting = phase === 'connect' || phase === 'tls'
  return isConnecting && error.alert === undefined && error.reason !== 'untrusted'
}

/** Whether they are in different networks. Those of one network, or one alone, prove little. */
export function inSeveralNetworks(places: readonly Pick<VantageResult, 'place'>[]): boolean {
  return new Set(places.map(({ place }) => place.asn)).size > 1
}

/** Cloudflare, or another product, rejected this client alone, as far as its response shows. */
export function isRejection(seen: PlaceResult | undefined): boolean {
  return seen === 'challenged' || seen === 'blocked' || seen === 'rate-limited' || seen === 'wall'
}

/** Whether the response is an error of a server, through Cloudflare. */
export function isServerError({ exchange, seen, proxied }: SeenPlace): boolean {
  return seen === 'error' && proxied && exchange.kind === 'completed' && exchange.head.status >= 500
}

/**
 * Every vantage point gets the site through Cloudflare, in several networks not from the cache: copies don't show that
 * Cloudflare reaches the origin. Missing results may be those of places that fail.
 */
export function servedEverywhereElse(moment: Moment): boolean {
  const { vantage } = moment
  const { problem, missing = 0 } = vantage ?? {}
  const isComplete = missing === 0 && (problem === undefined || problem === 'no-probes')
  const places = placesOf(moment)
  const isFresh = inSeveralNetworks(places.filter(({ exchange }) => !fromCache(exchange)))
  return isComplete && isFresh && places.every(({ seen, proxied }) => seen === 'good' && proxied)
}

/** What the vantage points got directly from this origin, or this address of its name. */
export function directResults({ vantage, dialedOrigin, request }: Moment): readonly VantageResult[] {
  if (vantage === undefined || dialedOrigin === undefined || dialedOrigin.site === true) return []
  const { position, of, chosen } = dialedOrigin
  return resultsFor(vantage, indexOfOrigin(request, whichOf({ position, of, address: chosen })))
}

/** The vantage points that get a response directly from this origin, if they are in several networks. */
export function directlyServed(moment: Moment): readonly VantageResult[] | undefined {
  const served = directResults(moment).filter(
    ({ exchange }) => exchange?.kind === 'completed' && exchange.head.status < 500,
  )
  return inSeveralNetworks(served) ? served : undefined
}
