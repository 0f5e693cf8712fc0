import { causeById } from '../../src/diagnosis/causes/index.ts'
import type { Scenario } from './scenario.ts'
import { CAUSE_CATEGORIES } from '../../src/domain/cause-id.ts'
import { SCENARIOS } from './index.ts'

export { SCENARIOS } from './index.ts'

export const findScenario = (id: string): Scenario | undefined => SCENARIOS.find((each) => each.id === id)

/** What must be built before the scenario can pass; undefined: nothing. */
export function pendingReason({ expected, pending }: Scenario): string | undefined {
  if (pending !== undefined) return pending
  const ids = [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])]
  const missing = ids.filter((id) => id !== '' && id !== 'baseline' && causeById(id) === undefined)
  return missing.length === 0 ? undefined : `the cause ${missing.join(', ')}`
}

/** The category under which the matrix counts a scenario. */
export function categoryOf({ expected: { cause } }: Scenario): string {
  if (cause === '') return 'healthy'
  return CAUSE_CATEGORIES[cause] || 'other'
}
