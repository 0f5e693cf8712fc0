import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { statusExpected } from './exchange.ts'
import {
  lacksBackend,
  retryAfterOf,
  speaksOfFailure,
  speaksOfLoad,
  speaksOfMaintenance,
} from './generator.ts'

/** Why a server says that it is not available just now. `failed`: its application has an error, and says so this way. */
export type Unavailable = 'no-backend' | 'maintenance' | 'overloaded' | 'failed'

/** Statuses that mean too much load by themselves: too many requests, a limit of the hosting plan, an overloaded site. */
const OF_LOAD: ReadonlySet<number> = new Set([429, 508, 509, 529])
/** Seconds. A server under load asks to come again sooner than that. */
const PAUSE = 60

/** What an answer that was not expected says about why the server is not available; undefined when it says no such thing. */
export function whyUnavailable(moment: Moment, exchange: Exchange | undefined): Unavailable | undefined {
  if (exchange?.kind !== 'completed' || statusExpected(moment, exchange)) return
  if (OF_LOAD.has(exchange.head.status)) return 'overloaded'
  return exchange.head.status === 503 ? whyOf503(exchange, moment.at) : undefined
}

function whyOf503(answer: CompletedExchange, now: number): Unavailable {
  if (lacksBackend(answer) === 'said') return 'no-backend'
  if (speaksOfLoad(answer)) return 'overloaded'
  if (speaksOfFailure(answer)) return 'failed'
  if (speaksOfMaintenance(answer) || announcesReturn(answer, now)) return 'maintenance'
  return lacksBackend(answer) === undefined ? 'overloaded' : 'no-backend'
}

/** It says when to come again, and means a pause rather than the next free moment. */
export function announcesReturn(answer: CompletedExchange, now: number): boolean {
  return (retryAfterOf(answer, now) ?? 0) >= PAUSE
}
