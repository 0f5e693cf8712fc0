import type { Moment } from '../../domain/cause.ts'
import type { HopName } from '../../domain/hop.ts'
import type { CompletedExchange, FailureReason, Exchange, Phase } from '../../domain/exchange.ts'
import { contentOf } from './content.ts'
import { endsNowhere, endless, followsVisitors } from './redirects.ts'

/** Broke in that phase, and if reasons are named, for one of them. */
export function failedAt(
  exchange: Exchange | undefined,
  phase: Phase,
  ...reasons: readonly FailureReason[]
): boolean {
  if (exchange?.kind !== 'failed' || exchange.phase !== phase) return false
  return reasons.length === 0 || reasons.includes(exchange.error.reason)
}

/** No connection came about, and not because somebody said no. */
export function unreached(exchange: Exchange): boolean {
  if (exchange.kind === 'completed' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
    return false
  return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset'
}

/** The server accepted the connection, and TLS if it uses it: what fails after that is not its port. */
export function acceptedConnection(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'failed') return exchange !== undefined
  return exchange.phase === 'processing' || exchange.phase === 'transfer'
}

/** The failing hop of a cause that breaks the connection to the origin, or the response on it. */
export function originOrApplication({ origin }: { readonly origin?: Exchange }): HopName {
  return acceptedConnection(origin) ? 'application' : 'origin'
}

/** The runner has a network: the neutral address answered, or somebody else gave it a connection. */
export function runnerIsOnline({ connectivity, edge, trace, origin }: Moment): boolean {
  if (connectivity?.kind === 'completed') return true
  return [edge, trace, origin].some((exchange) => exchange !== undefined && !unreached(exchange))
}

/** Answered with a status that the user expects, or sent to another host as visitors are. Not where no page ever comes. */
export function statusExpected(
  moment: Pick<Moment, 'request' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  if (exchange?.kind !== 'completed' || endless(exchange) !== undefined) return false
  if (endsNowhere(exchange) !== undefined) return false
  if (followsVisitors(moment, exchange)) return true
  const { status } = exchange.head
  return moment.request.expectedStatus.some(([from, to]) => status >= from && status <= to)
}

/** Answered with a status that the user expects, and a body that decompresses: the way there is sound, whatever it says. */
export function respondsWell(
  moment: Pick<Moment, 'request' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  return statusExpected(moment, exchange) && !undecodable(exchange)
}

/** Answered with all that the user expects: status, body and header. */
export function asExpected(
  moment: Pick<Moment, 'request' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  return respondsWell(moment, exchange) && contentOf(moment, exchange) === 'found'
}

/** What is wrong with the compression of an answer's body, if it is. */
export function undecodable(exchange: Exchange | undefined): 'corrupt' | 'truncated' | undefined {
  const coding = exchange?.kind === 'completed' ? exchange.body.coding : undefined
  return coding === 'corrupt' || coding === 'truncated' ? coding : undefined
}

/** The answer, if it has one of these statuses and the user did not expect it. */
export function failedWith(
  moment: Moment,
  exchange: Exchange | undefined,
  ...statuses: readonly number[]
): CompletedExchange | undefined {
  const failed =
    exchange?.kind === 'completed' &&
    !statusExpected(moment, exchange) &&
    statuses.includes(exchange.head.status)
  return failed ? exchange : undefined
}

/** `30 s`, `500 ms`: the time that one request was given. */
export function patience({ request }: Moment): string {
  return request.timeout % 1000 === 0 ? `${request.timeout / 1000} s` : `${request.timeout} ms`
}
