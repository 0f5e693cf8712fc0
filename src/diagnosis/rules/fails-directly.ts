import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { visitorsServed } from '../facts/visitors.ts'

/**
 * The match for a direct response that is itself a failure.
 *
 * @param does completes "the origin …"
 * @param agreed what visitors get, when it is the same failure; undefined when they get something else
 * @param sure the confidence when both agree
 */
export function directFailure(
  moment: Moment,
  does: string,
  { agreed, sure }: { readonly agreed: string | undefined; readonly sure: Confidence },
): Match {
  const failure = `on a direct request, the origin ${does}${headerCaveat(moment)}`
  if (agreed !== undefined)
    return {
      outcome: 'unhealthy',
      confidence: sure,
      because: `${failure}; ${agreed}`,
      clues: cluesOf(moment),
    }
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because: visitorsServed(moment)
      ? `${failure}; what visitors get may come from a cache or from another origin`
      : failure,
    clues: cluesOf(moment),
  }
}
