import { readdir } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import type { Scenario } from '../../lab/scenarios/scenario.ts'
import { CAUSE_CATEGORIES, isCauseId, type CauseId } from '../../src/domain/cause-id.ts'
import { SCENARIOS } from '../../lab/scenarios/index.ts'

const CAUSE_IDS = Object.keys(CAUSE_CATEGORIES).filter(isCauseId)

/** Every cause that the report must name: the cause, warnings and notes. */
const named = ({ expected }: Scenario): readonly CauseId[] =>
  [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])].filter(isCauseId)

const categoryOf = (cause: string): string => (isCauseId(cause) ? CAUSE_CATEGORIES[cause] : '')

/** Such as `tls-handshake-failed-alert` or `healthy-slow`. A healthy site with a warning may be named after that. */
function hasMatchingId(scenario: Scenario): boolean {
  const { id, expected } = scenario
  const causes = named(scenario)
  if (expected.cause !== '') return id.startsWith(`${expected.cause}-`)
  return id.startsWith('healthy') || causes.some((cause) => id.startsWith(`${cause}-`))
}

const idsWhere = (matches: (scenario: Scenario) => boolean): readonly string[] =>
  SCENARIOS.filter(matches).map(({ id }) => id)

describe('the table of cause ids', () => {
  test('has a row for each cause, and each row has its cause', () => {
    expect(Object.fromEntries(CAUSES.map(({ id, category }) => [id, category]))).toEqual(CAUSE_CATEGORIES)
  })
})

describe('the scenarios', () => {
  test('have unique ids, and there are many', () => {
    const ids = SCENARIOS.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(110)
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test('have unique sentences without a final period', () => {
    const sentences = SCENARIOS.map(({ sentence }) => sentence)
    expect(sentences.filter((each, position) => sentences.indexOf(each) !== position)).toEqual([])
    expect(sentences.filter((each) => /[.\n]$/.test(each))).toEqual([])
  })

  test('have the expected cause in their ids', () => {
    expect(idsWhere((scenario) => !hasMatchingId(scenario))).toEqual([])
  })

  test('have the category of their cause, and none if healthy', () => {
    expect(idsWhere(({ expected }) => expected.category !== categoryOf(expected.cause))).toEqual([])
  })

  test('have a cause unless they are healthy', () => {
    expect(idsWhere(({ expected }) => (expected.verdict === 'healthy') !== (expected.cause === ''))).toEqual(
      [],
    )
  })

  test('never list an expected cause as a near miss', () => {
    expect(idsWhere((scenario) => named(scenario).some((id) => scenario.not?.includes(id)))).toEqual([])
  })

  test('that recover are healthy unless watched, and intermittent ones are not healthy', () => {
    const watched = idsWhere(({ inputs }) => inputs?.['watch'] !== undefined)
    expect(
      idsWhere(
        ({ id, expected: { trend, verdict } }) =>
          trend === 'recovered' && verdict !== 'healthy' && !watched.includes(id),
      ),
    ).toEqual([])
    expect(
      idsWhere(({ expected: { trend, verdict } }) => trend === 'intermittent' && verdict === 'healthy'),
    ).toEqual([])
  })

  test('include every file of the folder', async () => {
    const folder = new URL('../../lab/scenarios/', import.meta.url)
    const files = (await readdir(folder, { recursive: true }))
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !['index.ts', 'catalogue.ts', 'faults.ts'].includes(file))
    const lists = await Promise.all(
      files.map(async (file) => {
        const module: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href)
        return Object.values(module).filter((value) => Array.isArray(value))
      }),
    )
    expect(lists.flat(2)).toHaveLength(SCENARIOS.length)
  })
})

describe.each(CAUSE_IDS)('%s', (cause) => {
  test('has at least two scenarios', () => {
    expect(idsWhere((scenario) => named(scenario).includes(cause)).length).toBeGreaterThanOrEqual(2)
  })

  test('has at least two near misses', () => {
    expect(idsWhere(({ not = [] }) => not.includes(cause)).length).toBeGreaterThanOrEqual(2)
  })
})
