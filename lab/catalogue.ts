import { CAUSES, causeById } from '../src/diagnosis/causes/index.ts'
import { FAULT_IDS, faultOf } from './faults.ts'
import type { Scenario } from './scenario.ts'

/** All that can be ordered. */
export const SCENARIOS: readonly Scenario[] = FAULT_IDS.map(faultOf)

export const scenarioOf = (id: string): Scenario | undefined => SCENARIOS.find((each) => each.id === id)

/** What has to be built before a scenario can come out as expected; undefined: nothing. */
export function awaited({ expected, pending }: Scenario): string | undefined {
  if (pending !== undefined) return pending
  const ids = [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])]
  const missing = ids.filter((id) => id !== '' && causeById(id) === undefined)
  return missing.length === 0 ? undefined : `the cause ${missing.join(', ')}`
}

/** Words at the beginning of a cause's id that tell its category where the cause itself is not built yet. */
const CATEGORIES = ['origin', 'tls', 'dns', 'cloudflare', 'runner'] as const

/** What a scenario is counted under. */
export function categoryOf({ expected: { cause, category } }: Scenario): string {
  if (cause === '') return 'healthy'
  const known = category ?? CAUSES.find(({ id }) => id === cause)?.category
  return known ?? CATEGORIES.find((word) => cause.startsWith(`${word}-`)) ?? 'other'
}
