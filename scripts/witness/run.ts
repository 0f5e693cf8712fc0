import { DIFFERENCES, EFFECTS, type Effect } from '../../__tests__/witness/differences.ts'
import { WITNESS_NAMES, type Case, type Outcome, type Witness, type WitnessName } from './case.ts'
import { compare } from './compare.ts'
import { makeCase } from './generate.ts'
import { readOurselves } from './ours.ts'

/** A difference that no row of the list explains. */
export interface Unlisted {
  readonly witness: Witness
  readonly effect: Effect
  readonly each: Case
  readonly theirs: Outcome
}

export interface Comparison {
  readonly cases: number
  /** Cases that a row of the list explains, by `witness feature effect`. */
  readonly listed: ReadonlyMap<string, number>
  /** One for each combination of witness, effect and features, so that their number stays readable. */
  readonly unlisted: readonly Unlisted[]
}

/** Cases that a witness reads at once. */
const BATCH = 250

export const keyOf = (witness: WitnessName, feature: string, effect: Effect): string =>
  `${witness} ${feature} ${effect}`

/** Compares our reading of `count` cases with that of a witness. The same seed makes the same cases. */
export async function compareWith(
  witness: Witness,
  {
    count,
    seed,
    onBatch,
  }: { readonly count: number; readonly seed: number; readonly onBatch?: (done: number) => void },
): Promise<Comparison> {
  const listed = new Map<string, number>()
  const unlisted = new Map<string, Unlisted>()
  for (let first = 0; first < count; first += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) =>
      makeCase(seed, first + index),
    )
    const outcomes = await witness.read(cases)
    for (const [index, each] of cases.entries()) {
      const theirs = outcomes[index]
      if (theirs === undefined) throw new Error(`${witness.name} has no outcome for case ${each.number}`)
      const ours = readOurselves(each)
      const difference = compare(witness, ours, theirs)
      if (difference === undefined) continue
      const { effect, explainedBy } = difference
      if (explainedBy.length === 0) {
        const key = `${effect} ${[...ours.features].toSorted().join()}`
        if (!unlisted.has(key)) unlisted.set(key, { witness, effect, each, theirs })
      }
      for (const { feature, effect } of explainedBy) {
        const key = keyOf(witness.name, feature, effect)
        listed.set(key, (listed.get(key) ?? 0) + 1)
      }
    }
    onBatch?.(Math.min(count, first + BATCH))
  }
  return { cases: count, listed, unlisted: [...unlisted.values()] }
}

/** The rows of the list that explained nothing. Only a long run shows that they are stale. */
export function staleRows(witnesses: readonly WitnessName[], listed: ReadonlySet<string>): readonly string[] {
  return Object.entries(DIFFERENCES).flatMap(([feature, { who }]) =>
    WITNESS_NAMES.filter((name) => witnesses.includes(name)).flatMap((name) =>
      EFFECTS.filter((effect) => who[name]?.includes(effect))
        .map((effect) => keyOf(name, feature, effect))
        .filter((key) => !listed.has(key)),
    ),
  )
}
