import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { visitorsServed } from '../facts/visitors.ts'

/** What the direct request adds to an error that only visitors got. Follows another sentence. */
export function withoutDirect({ origin }: Moment, otherwise: string): string {
  return origin === undefined ? ' The origin was not requested directly.' : ` ${otherwise}`
}

/** Why visitors may still be served while the origin fails. Follows another sentence. */
export const SERVED_ELSEWHERE = ' Visitors may be getting a cached copy, or a response from another origin.'

export function whileServed(moment: Moment): string {
  return visitorsServed(moment) ? SERVED_ELSEWHERE : ''
}

/**
 * The match for a direct response that is itself a failure.
 *
 * @param does completes "When requested directly, the origin …"
 * @param agreed a sentence on how visitors see the same failure; undefined when they don't
 * @param sure the confidence when both agree
 */
export function directFailure(
  moment: Moment,
  does: string,
  { agreed, sure }: { readonly agreed: string | undefined; readonly sure: Confidence },
): Match {
  const failure = `When requested directly, the origin ${does}.${headerCaveat(moment)}`
  return {
    outcome: 'unhealthy',
    confidence: agreed === undefined ? 'likely' : sure,
    because: agreed === undefined ? `${failure}${whileServed(moment)}` : `${failure} ${agreed}`,
    clues: cluesOf(moment),
  }
}
