import { readdir } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import type { Scenario } from '../../lab/scenarios/scenario.ts'
import { CAUSE_CATEGORIES, isCauseId, type CauseId } from '../../src/domain/cause-id.ts'
import { SCENARIOS } from '../../lab/scenarios/index.ts'

const CAUSE_IDS = Object.keys(CAUSE_CATEGORIES).filter(isCauseId)

/** Every cause that the report has to name, as the cause or beside it. */
const named = ({ expected }: Scenario): readonly CauseId[] =>
  [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])].filter(isCauseId)

const categoryOf = (cause: string): string => (isCauseId(cause) ? CAUSE_CATEGORIES[cause] : '')

/** `tls-handshake-failed-alert`, `healthy-slow`; a healthy site with a remark may be called after that. */
function isCalledRight(scenario: Scenario): boolean {
  const { id, expected } = scenario
  const causes = named(scenario)
  if (expected.cause !== '') return id.startsWith(`${expected.cause}-`)
  return id.startsWith('healthy') || causes.some((cause) => id.startsWith(`${cause}-`))
}

const where = (fits: (scenario: Scenario) => boolean): readonly string[] =>
  SCENARIOS.filter(fits).map(({ id }) => id)

describe('the table of cause ids', () => {
  test('has a row for each cause, and each row has its cause', () => {
    expect(Object.fromEntries(CAUSES.map(({ id, category }) => [id, category]))).toEqual(CAUSE_CATEGORIES)
  })
})

describe('the scenarios', () => {
  test('are many, each with an id of its own', () => {
    const ids = SCENARIOS.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(110)
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test('have different sentences, which complete "The lab stages that …"', () => {
    const sentences = SCENARIOS.map(({ sentence }) => sentence)
    expect(sentences.filter((each, position) => sentences.indexOf(each) !== position)).toEqual([])
    expect(sentences.filter((each) => /[.\n]$/.test(each))).toEqual([])
  })

  test('are called after what has to be named', () => {
    expect(where((scenario) => !isCalledRight(scenario))).toEqual([])
  })

  test('tell the category of the cause, and none when all is well', () => {
    expect(where(({ expected }) => expected.category !== categoryOf(expected.cause))).toEqual([])
  })

  test('have a cause unless all is well', () => {
    expect(where(({ expected }) => (expected.verdict === 'healthy') !== (expected.cause === ''))).toEqual([])
  })

  test('never count what they expect among the near misses', () => {
    expect(where((scenario) => named(scenario).some((id) => scenario.not?.includes(id)))).toEqual([])
  })

  test('that recover end well, unless they were watched, and those that come and go do not', () => {
    const watched = where(({ inputs }) => inputs?.['watch'] !== undefined)
    expect(
      where(
        ({ id, expected: { trend, verdict } }) =>
          trend === 'recovered' && verdict !== 'healthy' && !watched.includes(id),
      ),
    ).toEqual([])
    expect(
      where(({ expected: { trend, verdict } }) => trend === 'intermittent' && verdict === 'healthy'),
    ).toEqual([])
  })

  test('all come from the files of the folder', async () => {
    const folder = new URL('../../lab/scenarios/', import.meta.url)
    const files = (await readdir(folder)).filter(
      (file) => !['index.ts', 'catalogue.ts', 'faults.ts'].includes(file),
    )
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
  test('has two scenarios at least', () => {
    expect(where((scenario) => named(scenario).includes(cause)).length).toBeGreaterThanOrEqual(2)
  })

  test('has near misses: what is taken for it and is something else', () => {
    expect(where(({ not = [] }) => not.includes(cause)).length).toBeGreaterThanOrEqual(2)
  })
})
