import { retryAfter } from '../../shared/retry-after.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { read } from '../../domain/untrusted.ts'
import { meetsExpectations } from '../facts/content.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'

/** Milliseconds between the healthy rounds of a streak. */
const BETWEEN_SUCCESSES = 1000

/** The state of a run after a round. Times are in milliseconds. */
export interface ScheduleState {
  /** Healthy rounds in a row, and how many of them make the site healthy. */
  readonly streak: number
  readonly needed: number
  /** Whether `left` is the rest of `watch`, after the streak was reached; otherwise it is the rest of `wait`. */
  readonly watching: boolean
  readonly left: number
  readonly interval: number
  /** The delay that the site requests, by `Retry-After`. */
  readonly retryAfter: number
}

/**
 * What follows a round: another round after so many milliseconds, or the end of the run. `reached`: the streak is
 * complete; `hopeless`: waiting won't fix what was found; `over`: the time is up.
 */
export type Next =
  | { readonly kind: 'round'; readonly after: number }
  | { readonly kind: 'reached' | 'hopeless' | 'over' }

/**
 * Decides what follows a round. A streak may continue after the time is up, and the last round is at the end of the
 * time.
 */
export function nextAfter(judgment: Judgment, state: ScheduleState): Next {
  const { streak, needed, watching, left, interval, retryAfter } = state
  if (judgment.verdict !== 'healthy') {
    if (waitingWontHelp(judgment)) return { kind: 'hopeless' }
    return left === 0
      ? { kind: 'over' }
      : { kind: 'round', after: Math.min(Math.max(interval, retryAfter), left) }
  }
  if (streak < needed) return { kind: 'round', after: BETWEEN_SUCCESSES }
  if (!watching) return { kind: 'reached' }
  return left === 0 ? { kind: 'over' } : { kind: 'round', after: Math.min(interval, left) }
}

/** The cause is certain and doesn't recover by itself: someone has to act. */
export function waitingWontHelp({ verdict, findings }: Judgment): boolean {
  const [lead] = findings
  if (verdict === 'healthy' || lead === undefined) return false
  const { permanent, temporary } = lead.match
  const recovers = temporary === true || (lead.cause.recoversByItself && permanent !== true)
  return !recovers && lead.match.confidence === 'certain'
}

/**
 * The delay that the site requests, in milliseconds from the start of the round. Only 429 and 503 carry a meaningful
 * `Retry-After` (RFC 6585, section 4; RFC 9110, section 15.6.4): on its pages for 500 to 524, Cloudflare sends one or
 * two minutes whatever the origin does.
 */
export function requestedDelay(evidence: Evidence): number {
  const exchanges = [evidence.edge, ...(evidence.origins ?? [])]
  const delays = exchanges.map((exchange) => {
    if (exchange?.kind !== 'completed' || meetsExpectations(evidence, exchange)) return 0
    const { status, headers } = exchange.head
    if (status !== 429 && status !== 503) return 0
    return challengeIn(exchange) === undefined && !isIntercepted(evidence, exchange)
      ? (read(headers['retry-after'], (text) => retryAfter(text, evidence.at)) ?? 0)
      : 0
  })
  return Math.max(0, ...delays)
}
