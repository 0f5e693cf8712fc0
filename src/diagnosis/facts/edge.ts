import { challengeIn, edgeErrorIn, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { edgeErrorOf } from '../../cloudflare/error-page.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { isAnyOf } from '../../domain/untrusted.ts'
import { originHealthy } from './origin.ts'
import { visitorsServed } from './visitors.ts'
import { redirectAuthor } from './redirects.ts'
import { refusalOf } from './cloudflare/refusals.ts'
import { workerResponseOf } from './cloudflare/worker-errors.ts'

/** The code of the Cloudflare error that visitors get, unless the user expects it. */
export function edgeErrorCode(moment: Moment): number | undefined {
  return visitorsServed(moment) ? undefined : edgeErrorIn(moment.edge)?.code
}

/** Cloudflare generated the response that visitors get: an error, a challenge, or the response of a rule. */
export function writtenByCloudflare(moment: Moment): boolean {
  if (relayedByOrigin(moment)) return false
  if (edgeErrorCode(moment) !== undefined || refusalOf(moment) !== undefined) return true
  if (workerResponseOf(moment) !== undefined) return true
  return !visitorsServed(moment) && challengeIn(moment.edge) !== undefined
}

/** The response that visitors get passed through Cloudflare, and Cloudflare didn't generate it. */
export function passedThroughCloudflare(moment: Moment): boolean {
  return throughCloudflare(moment.edge) && !writtenByCloudflare(moment)
}

/** Cloudflare's error is on a page of its own, with a code or unbranded; not known by the status alone. */
export function edgeErrorOnPage(moment: Moment): boolean {
  const form = visitorsServed(moment) ? undefined : edgeErrorIn(moment.edge)?.form
  return form !== undefined && form !== 'status'
}

/** Visitors get a Cloudflare error with one of these codes. */
export function hasEdgeError(moment: Moment, ...codes: readonly number[]): boolean {
  const code = edgeErrorCode(moment)
  return code !== undefined && codes.includes(code)
}

/** Cloudflare itself failed with the 5xx that visitors get; it isn't an origin's error that Cloudflare branded. */
export function cloudflareGatewayError(moment: Moment): boolean {
  const error = edgeErrorIn(moment.edge)
  if (error === undefined || visitorsServed(moment) || error.code < 500 || error.code > 504) return false
  return error.form === 'bare' || isAnyOf(error.category, 'cloudflare')
}

/**
 * Visitors get a Cloudflare error with one of these codes, and it is about this zone. It may be about another one
 * when an application passes on the error page of an API that it calls. Such an origin returns the same page
 * directly.
 */
export function hasZoneError(moment: Moment, ...codes: readonly number[]): boolean {
  return hasEdgeError(moment, ...codes) && !relayedByOrigin(moment)
}

/** The application passes on a Cloudflare error page, and the direct probe didn't reach Cloudflare by mistake. */
export function relayedByOrigin(moment: Moment): boolean {
  return originReturnsSameError(moment) && !throughCloudflare(moment.origin)
}

/** The direct response is a Cloudflare error page with the code that visitors get. */
function originReturnsSameError(moment: Moment): boolean {
  const { origin } = moment
  const code = edgeErrorCode(moment)
  if (code === undefined || origin?.kind !== 'completed') return false
  return hasErrorPage(origin) && edgeErrorOf(origin.head, origin.body)?.code === code
}

/** The page itself has the code. The status alone proves nothing: any server can send it. */
function hasErrorPage({ head, body }: CompletedExchange): boolean {
  return edgeErrorOf(head, body)?.form !== 'status'
}

/** Cloudflare surely made the page: the origin responds differently, or neither a cache nor an origin was involved. */
export function certainlyFromCloudflare({ origin, edge }: Moment): boolean {
  if (origin?.kind === 'completed') return true
  return edge?.kind === 'completed' && edge.head.headers['cf-cache-status'] === undefined
}

/** Cloudflare may have failed by itself: it returned an unbranded error, or failed while the origin is healthy. */
export function cloudflareMayBeAtFault(moment: Moment): boolean {
  if (cloudflareGatewayError(moment) || hasEdgeError(moment, 500)) return true
  if (!originHealthy(moment)) return false
  const { edge } = moment
  return (edge?.kind === 'failed' && edge.phase !== 'transfer') || hasEdgeError(moment, 502, 504)
}

/**
 * Cloudflare's analytics for the status that visitors get now: how many responses had it, and the share (0 to 1) for
 * which an origin had returned a response. Undefined without figures.
 */
export function originShare({
  analytics,
  edge,
}: Moment): { readonly share: number; readonly count: number } | undefined {
  if (analytics === undefined || edge?.kind !== 'completed') return
  const rows = analytics.rows.filter((row) => row.edge === edge.head.status)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const fromOrigin = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0)
  return count === 0 ? undefined : { share: fromOrigin / count, count }
}

/**
 * The status that the origin sent before most of the 520s that visitors get, by Cloudflare's analytics, if it isn't an
 * error. Cloudflare got a response then, whose headers are malformed or too large
 * (https://developers.cloudflare.com/speed/origin-analytics/, commit 2e56124 of the docs).
 */
export function statusBehind520(moment: Moment): number | undefined {
  if (!hasEdgeError(moment, 520) || (originShare(moment)?.share ?? 0) <= 0.5) return
  const [most] = (moment.analytics?.rows ?? [])
    .filter(({ edge, origin }) => edge === 520 && origin !== 0)
    .toSorted((a, b) => b.count - a.count)
  return most !== undefined && most.origin < 400 ? most.origin : undefined
}

/**
 * Whether the site's name points to Cloudflare, by its responses or else its addresses; undefined when neither shows
 * it.
 */
export function isProxied(moment: Moment): boolean | undefined {
  if (edgeReachable(moment)) return true
  if (moment.dns?.kind !== 'resolved') return
  return moment.dns.addresses.some(({ address }) => inCloudflareRanges(address, moment.ranges))
}

/** Cloudflare responded for this name: its data center is up, and this runner can reach it. */
export function edgeReachable(moment: Moment): boolean {
  const [first] = moment.edge?.redirectChain?.redirects ?? []
  // After redirects, the last response may be from another host. The first one is from the site.
  const responded =
    first === undefined ? throughCloudflare(moment.edge) : redirectAuthor(first.headers) !== 'unknown'
  return responded || traceOf(moment.trace) !== undefined
}
