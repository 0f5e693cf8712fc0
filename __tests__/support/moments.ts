import type { Moment } from '../../src/domain/cause.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'

/** In mutation testing, the same modules try many mutants. */
const isMutated = process.env['ORIGIN_GATE_MUTATION'] === 'true'

type Named<T> = readonly (readonly [name: string, value: T])[]

/**
 * The moments of evidence, made once. With mutants they are made again each time and from new objects, because some
 * functions remember what they made of an object.
 */
export function keptMoments(evidence: () => Named<Evidence>): () => Named<readonly Moment[]> {
  const make = (cases: Named<Evidence>): Named<readonly Moment[]> =>
    cases.map(([name, each]) => [name, momentsOf(each)] as const)
  let cases: Named<Evidence> | undefined
  let kept: Named<readonly Moment[]> | undefined
  return () => {
    cases ??= evidence()
    return isMutated ? make(structuredClone(cases)) : (kept ??= make(cases))
  }
}
