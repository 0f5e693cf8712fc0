import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { hasExpectedStatus } from './exchange.ts'
import { isReplaced } from './pages/stand-in.ts'
import {
  lacksBackend,
  retryAfterSeconds,
  mentionsFailure,
  mentionsOverload,
  mentionsMaintenance,
} from './generator.ts'

/** Why a server is unavailable, by its own response. `failed`: the application has an internal error. */
export type UnavailableReason = 'no-backend' | 'maintenance' | 'overloaded' | 'failed'

/** Statuses that mean overload: too many requests, a resource or bandwidth limit, an overloaded site. */
const OVERLOAD_STATUSES: ReadonlySet<number> = new Set([429, 508, 509, 529])
/** Seconds. An overloaded server announces a shorter `Retry-After`. */
const MIN_MAINTENANCE_DELAY = 60

/** Why the server is unavailable, by an unexpected response; undefined when the response gives no such reason. */
export function unavailableReason(
  moment: Moment,
  exchange: Exchange | undefined,
): UnavailableReason | undefined {
  if (exchange?.kind !== 'completed' || hasExpectedStatus(moment, exchange)) return
  if (isReplaced(moment, exchange)) return
  if (OVERLOAD_STATUSES.has(exchange.head.status)) return 'overloaded'
  return exchange.head.status === 503 ? reasonOf503(exchange, moment.at) : undefined
}

function reasonOf503(response: CompletedExchange, now: number): UnavailableReason {
  if (lacksBackend(response) === 'certain') return 'no-backend'
  if (mentionsOverload(response)) return 'overloaded'
  if (mentionsFailure(response)) return 'failed'
  if (mentionsMaintenance(response) || announcesReturn(response, now)) return 'maintenance'
  return lacksBackend(response) === undefined ? 'overloaded' : 'no-backend'
}

/** Its `Retry-After` announces a pause, not just a retry. */
export function announcesReturn(response: CompletedExchange, now: number): boolean {
  return (retryAfterSeconds(response, now) ?? 0) >= MIN_MAINTENANCE_DELAY
}
