import type { Moment } from '../../../domain/cause.ts'
import type { Exchange } from '../../../domain/exchange.ts'
import { edgeErrorIn } from '../../../cloudflare/response.ts'
import { meetsExpectations } from '../content.ts'
import { isGoodResponse } from '../exchange.ts'

/** Facts from requests that differ from the first one in a single thing: the method, or some headers. */

/** HEAD gets an error status that is not Cloudflare's own, and GET gets the expected response. */
export function headFailsOnly(moment: Moment): boolean {
  const { request, edge, edgeWithGet } = moment
  if (request.method !== 'HEAD' || edge?.kind !== 'completed' || isGoodResponse(moment, edge)) return false
  return edgeErrorIn(edge) === undefined && meetsExpectations(moment, edgeWithGet)
}

/** The origin is judged by its response to GET, because HEAD fails. */
export function originNeedsGet({ origin, recheck }: Moment): boolean {
  return isJudgedBy(origin, recheck?.withGet) && origin?.kind === 'completed' && origin.head.status < 400
}

/**
 * The origin is judged by its response to a request with the visitor's headers, because it fails twice without them
 * while visitors are served.
 */
export function requiresVisitorHeaders({ origin, recheck }: Moment): boolean {
  return isJudgedBy(origin, recheck?.visitorHeaders)
}

/** The same without any of Cloudflare's headers, because the origin rejects them from this runner. */
export function trustsOnlyCloudflareHeaders({ origin, recheck }: Moment): boolean {
  return isJudgedBy(origin, recheck?.withoutCloudflareHeaders)
}

/**
 * The origin is judged by a response after a handshake without post-quantum groups, because two handshakes with them
 * failed.
 */
export function rejectsPostQuantum({ origin, recheck }: Moment): boolean {
  return origin?.tls !== undefined && isJudgedBy(origin, recheck?.classicalKeyExchange)
}

/**
 * The origin responds twice as expected, and fails as it does for visitors once the request has the headers in which
 * Cloudflare sends a visitor's address.
 */
export function rejectsVisitorHeaders(moment: Moment): boolean {
  const { origin, recheck, edge } = moment
  const { visitorHeaders, repeated } = recheck ?? {}
  if (visitorHeaders === undefined || isGoodResponse(moment, edge)) return false
  if (!isGoodResponse(moment, origin) || !isGoodResponse(moment, repeated)) return false
  if (isGoodResponse(moment, visitorHeaders)) return false
  if (visitorHeaders.kind === 'failed') return visitorHeaders.phase === 'processing'
  // Cloudflare replaces the origin's page for 502 and 504, but keeps the status.
  return edge?.kind === 'completed' && edge.head.status === visitorHeaders.head.status
}

function isJudgedBy(origin: Exchange | undefined, recheck: Exchange | undefined): boolean {
  return origin !== undefined && origin === recheck
}
