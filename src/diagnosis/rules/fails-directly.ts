import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf, unlessBare } from '../clues/clues.ts'
import { served } from '../facts/visitors.ts'

/**
 * What it means that an answer of the origin is a failure in itself. `does` completes "the origin …"; `sure` is how sure that
 * is where visitors see the same: `agreed` then says what they see, and is absent where they see something else.
 */
export function failsDirectly(
  moment: Moment,
  does: string,
  { agreed, sure }: { readonly agreed: string | undefined; readonly sure: Confidence },
): Match {
  const told = `the origin, asked directly, ${does}${unlessBare(moment)}`
  if (agreed !== undefined)
    return {
      outcome: 'unhealthy',
      confidence: sure,
      because: `${told}; ${agreed}`,
      clues: cluesOf(moment),
    }
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because: served(moment)
      ? `${told}; what visitors get may come from a cache or from another origin`
      : told,
    clues: cluesOf(moment),
  }
}
