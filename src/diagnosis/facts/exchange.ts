import { exactDuration } from '../../shared/text.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, FailureReason, Exchange, Phase, Timings } from '../../domain/exchange.ts'
import type { HopName } from '../../domain/hop.ts'
import { isIntercepted } from './pages/intercepted.ts'
import { isReplaced } from './pages/stand-in.ts'
import { endlessRedirects, redirectDeadEnd, redirectsLikeEdge } from './redirects.ts'

type RequestAndEdge = Pick<Moment, 'request' | 'edge'>

/** The exchange failed in that phase and, if reasons are given, for one of them. */
export function failedAt(
  exchange: Exchange | undefined,
  phase: Phase,
  ...reasons: readonly FailureReason[]
): boolean {
  if (exchange?.kind !== 'failed' || exchange.phase !== phase) return false
  return reasons.length === 0 || reasons.includes(exchange.error.reason)
}

/** Only this runner can't connect, because it has no IPv6. */
export function isUnrouted(exchange: Exchange | undefined): boolean {
  return failedAt(exchange, 'connect', 'unrouted')
}

/** The server accepted the connection, and TLS if it uses it: a later failure is not a matter of its port. */
export function acceptedConnection(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'failed') return exchange !== undefined
  return exchange.phase === 'processing' || exchange.phase === 'transfer'
}

/** The failing hop of a cause that breaks the connection to the origin, or the response on it. */
export function originOrApplication({ origin }: { readonly origin?: Exchange }): HopName {
  return acceptedConnection(origin) ? 'application' : 'origin'
}

/** No host responded, not even with a refusal or a reset. */
export function neverConnected(exchange: Exchange): boolean {
  if (exchange.kind === 'completed' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
    return false
  return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset'
}

/** The runner has a network: the unrelated address or any of the probes got a connection. */
export function runnerIsOnline({ connectivity, edge, trace, origin }: Moment): boolean {
  if (connectivity?.kind === 'completed') return true
  return [edge, trace, origin].some((exchange) => exchange !== undefined && !neverConnected(exchange))
}

/**
 * The status is expected, or the origin redirects to another host as visitors are. False when redirects never reach a
 * page, and when something in front of the site responded instead of it.
 */
export function hasExpectedStatus(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed' || endlessRedirects(exchange) !== undefined) return false
  if (redirectDeadEnd(exchange) !== undefined || isIntercepted(moment, exchange)) return false
  if (redirectsLikeEdge(moment, exchange)) return true
  const { status } = exchange.head
  const { expectedStatus } = moment.request
  // They answer conditions, forms and ranges that the check doesn't send. A range may include them by chance.
  if ([205, 206, 304].includes(status))
    return expectedStatus.some(([from, to]) => from === status && to === status)
  if (status === 200 && challengeIn(exchange) !== undefined && exchange.content?.body !== 'found')
    return false
  return expectedStatus.some(([from, to]) => status >= from && status <= to)
}

/** The status is expected and the body decompresses. The content may still be wrong: see `meetsExpectations`. */
export function isGoodResponse(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  return hasExpectedStatus(moment, exchange) && !encodingDamage(exchange)
}

/** What is wrong with the compression of the body, if anything. */
export function encodingDamage(exchange: Exchange | undefined): 'corrupt' | 'truncated' | undefined {
  const coding = exchange?.kind === 'completed' ? exchange.body.coding : undefined
  return coding === 'corrupt' || coding === 'truncated' ? coding : undefined
}

/** The response of a server of the site, if it has one of these statuses and the user didn't expect it. */
export function unexpectedResponse(
  moment: Moment,
  exchange: Exchange | undefined,
  ...statuses: readonly number[]
): CompletedExchange | undefined {
  const unexpected =
    exchange?.kind === 'completed' &&
    !hasExpectedStatus(moment, exchange) &&
    !isReplaced(moment, exchange) &&
    statuses.includes(exchange.head.status)
  return unexpected ? exchange : undefined
}

/** The timeout of one request: `30 s`, `500 ms`. */
export function timeoutText({ request }: Moment): string {
  return exactDuration(request.timeout)
}

/** Milliseconds from the start of the connection to the last byte, with all redirects that were followed. */
export function elapsedIn({ timings, redirectChain }: Exchange): number {
  const redirects = redirectChain?.redirects ?? []
  return redirects.reduce((sum, { elapsed }) => sum + elapsed, totalOf(timings))
}

/** The response took longer than this many milliseconds. */
export function isSlower(exchange: Exchange | undefined, limit: number): boolean {
  return exchange?.kind === 'completed' && elapsedIn(exchange) > limit
}

/** Milliseconds of all phases of one request. */
export function totalOf(timings: Timings): number {
  return Object.values(timings).reduce((sum, ms) => sum + ms, 0)
}
