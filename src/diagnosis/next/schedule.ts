import { retryAfter } from '../../shared/retry-after.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { meetsExpectations } from '../facts/content.ts'

/** Milliseconds between the healthy looks of a streak. */
const BETWEEN_SUCCESSES = 1000

/** Where a run stands after a look. Times are milliseconds. */
export interface ScheduleState {
  /** Healthy looks in a row, and how many it takes. */
  readonly streak: number
  readonly needed: number
  /** The streak was reached before, and what is left is that of `watch`; else that of `wait`. */
  readonly watching: boolean
  readonly left: number
  readonly interval: number
  /** How long the site asks to be left alone. */
  readonly retryAfter: number
}

/**
 * What comes after a look: another one, after so many milliseconds, or none. `reached`: the streak is long enough; `hopeless`:
 * waiting cannot mend what was found; `over`: the time is up.
 */
export type Next =
  | { readonly kind: 'look'; readonly after: number }
  | { readonly kind: 'reached' | 'hopeless' | 'over' }

/**
 * A streak that has begun may end after the time is up: the site gets to show that it lasts. And a look that is due at the
 * end of the time is made.
 */
export function nextAfter(judgment: Judgment, pace: ScheduleState): Next {
  const { streak, needed, watching, left, interval, retryAfter } = pace
  if (judgment.verdict !== 'healthy') {
    if (waitingWontHelp(judgment)) return { kind: 'hopeless' }
    return left === 0
      ? { kind: 'over' }
      : { kind: 'look', after: Math.min(Math.max(interval, retryAfter), left) }
  }
  if (streak < needed) return { kind: 'look', after: BETWEEN_SUCCESSES }
  if (!watching) return { kind: 'reached' }
  return left === 0 ? { kind: 'over' } : { kind: 'look', after: Math.min(interval, left) }
}

/** Somebody has to act: what was found for certain does not mend itself. */
export function waitingWontHelp({ verdict, findings }: Judgment): boolean {
  const [lead] = findings
  if (verdict === 'healthy' || lead === undefined) return false
  return !lead.cause.recoversByItself && lead.match.confidence === 'certain'
}

/**
 * Milliseconds for which the site asks to be left alone, from the moment of the look. Only 429 and 503 say when to come
 * again (RFC 6585, section 4; RFC 9110, section 15.6.4). On its pages for 500 to 524 Cloudflare puts one or two minutes,
 * whatever the origin does.
 */
export function retryAfterOf(evidence: Evidence): number {
  const exchanges = [evidence.edge, ...(evidence.origins ?? [])]
  const asks = exchanges.map((exchange) => {
    if (exchange?.kind !== 'completed' || meetsExpectations(evidence, exchange)) return 0
    const { status, headers } = exchange.head
    if (status !== 429 && status !== 503) return 0
    return challengeIn(exchange) === undefined
      ? (retryAfter(headers['retry-after'] ?? '', evidence.at) ?? 0)
      : 0
  })
  return Math.max(0, ...asks)
}
