import { isDeepStrictEqual } from 'node:util'
import { DEVIATIONS, type DeviationKind } from '../../src/domain/deviation.ts'
import { DIFFERENCES, type Effect } from '../../__tests__/witness/differences.ts'
import type { Column, Outcome, Witness, WitnessName } from './case.ts'
import type { Feature } from './features.ts'
import type { OurReading } from './ours.ts'

/** A row of the list, and one of its effects. */
export interface Explanation {
  readonly feature: Feature
  readonly effect: Effect
}

/** How a witness differs from what our reading and the table of deviations predict. */
export interface Difference {
  readonly effect: Effect
  /** The rows of the list that explain it. Empty: it isn't listed. */
  readonly explainedBy: readonly Explanation[]
}

/** Undefined: the witness does what the table predicts. */
export function compare(
  { name, column }: Pick<Witness, 'name' | 'column'>,
  ours: OurReading,
  theirs: Outcome,
): Difference | undefined {
  const { outcome, features } = ours
  const listedAmong = (some: Iterable<Feature>, effect: Effect): readonly Explanation[] =>
    [...some].filter((feature) => isListed(name, feature, effect)).map((feature) => ({ feature, effect }))
  const listed = (effect: Effect): readonly Explanation[] => listedAmong(features, effect)
  if (!outcome.complete) {
    if (!theirs.complete) return undefined
    return {
      effect: 'accepts',
      explainedBy: [...listedAmong(ours.stoppedBy, 'accepts'), ...listed('differs')],
    }
  }
  const rejected = [...features].filter((feature) => isRejected(feature, column))
  if (!theirs.complete)
    return rejected.length > 0 ? undefined : { effect: 'rejects', explainedBy: listed('rejects') }
  const sameFields =
    [...features].some(isDeviation) || isDeepStrictEqual(theirs.fields ?? outcome.fields, outcome.fields)
  if (theirs.status !== outcome.status || theirs.body !== outcome.body || !sameFields)
    return { effect: 'differs', explainedBy: listed('differs') }
  if (rejected.length === 0) return undefined
  const accepted = listedAmong(rejected, 'accepts')
  return {
    effect: 'accepts',
    explainedBy: accepted.length === rejected.length ? accepted : listed('differs'),
  }
}

function isRejected(feature: Feature, column: Column): boolean {
  if (!isDeviation(feature)) return false
  const reaction = DEVIATIONS[feature][column]
  // The list says which proxies accept a disputed response.
  return reaction === 'rejects' || reaction === 'disputes'
}

const isDeviation = (feature: Feature): feature is DeviationKind => feature in DEVIATIONS

function isListed(name: WitnessName, feature: Feature, effect: Effect): boolean {
  return DIFFERENCES[feature]?.who[name]?.includes(effect) ?? false
}
