import { categoryOf } from '../scenarios/catalogue.ts'
import type { ScenarioResult } from './run-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'

/** Number of scenarios by result. */
export type Count = Readonly<Record<ScenarioResult['result'], number>>

/** Expected and actual results of many scenarios. Plain JSON. */
export interface Matrix {
  readonly count: Count
  /** The share of judged scenarios with the expected result, from 0 to 1. */
  readonly right: number
  /** Ids of broken sites that passed, and of healthy sites that failed. */
  readonly falseHealthy: readonly string[]
  readonly falseUnhealthy: readonly string[]
  /** Ids of scenarios that were right only when they ran alone. */
  readonly unsteady: readonly string[]
  readonly categories: Readonly<Record<string, Count>>
  readonly results: readonly ScenarioResult[]
}

/** Summarizes results, which are in the order of the scenarios. */
export function buildMatrix(scenarios: readonly Scenario[], results: readonly ScenarioResult[]): Matrix {
  const all = results.flatMap((result, position) => {
    const scenario = scenarios[position]
    return scenario === undefined ? [] : [{ scenario, result, category: categoryOf(scenario) }]
  })
  const misjudged = (got: string, ...expected: readonly string[]): readonly string[] =>
    all.flatMap(({ scenario, result }) =>
      result.got?.verdict === got && expected.includes(scenario.expected.verdict) ? [scenario.id] : [],
    )
  const count = countResults(results)
  return {
    count,
    right: count.right / Math.max(1, count.right + count.wrong),
    falseHealthy: misjudged('healthy', 'unhealthy', 'inconclusive'),
    falseUnhealthy: misjudged('unhealthy', 'healthy', 'inconclusive'),
    unsteady: results.flatMap(({ id, result, parallelRemarks }) =>
      result === 'right' && parallelRemarks !== undefined ? [id] : [],
    ),
    categories: Object.fromEntries(
      Object.entries(Object.groupBy(all, ({ category }) => category)).map(([category, some = []]) => [
        category,
        countResults(some.map(({ result }) => result)),
      ]),
    ),
    results,
  }
}

function countResults(results: readonly ScenarioResult[]): Count {
  const count = { right: 0, wrong: 0, unstaged: 0, pending: 0, unavailable: 0 }
  for (const { result } of results) count[result] += 1
  return count
}

/** Whether any scenario failed. Pending and unavailable ones don't count. */
export const hasFailures = ({ count, falseHealthy, falseUnhealthy }: Matrix): boolean =>
  count.wrong + count.unstaged + falseHealthy.length + falseUnhealthy.length > 0

const RESULTS = ['right', 'wrong', 'unstaged', 'pending', 'unavailable'] as const

/** The matrix as text: failures, pending scenarios, and a table by category. */
export function matrixText(matrix: Matrix): string {
  const { count, results, falseHealthy, falseUnhealthy, unsteady } = matrix
  const failures = results.filter(({ result }) => result === 'wrong' || result === 'unstaged')
  const pending = Object.groupBy(
    results.filter(({ result }) => result === 'pending'),
    ({ remarks }) => remarks[0] ?? '',
  )
  const row = (name: string, each: Count): readonly string[] =>
    [name].concat(RESULTS.map((result) => String(each[result])))
  const rows = Object.entries(matrix.categories)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, each]) => row(name, each))
  return [
    ...failures.flatMap(resultLines),
    ...Object.entries(pending).map(
      ([what, some = []]) => `… pending (${what}): ${some.map(({ id }) => id).join(', ')}`,
    ),
    '',
    ...alignColumns([['', ...RESULTS], ...rows, row('all', count)]),
    '',
    `${(matrix.right * 100).toFixed(1)} % of ${count.right + count.wrong} as expected`,
    `false healthy: ${falseHealthy.join(', ') || 'none'}`,
    `false unhealthy: ${falseUnhealthy.join(', ') || 'none'}`,
    `right only when run alone: ${unsteady.join(', ') || 'none'}`,
  ].join('\n')
}

const MARKS = {
  right: '✓',
  wrong: '✗',
  unstaged: '!',
  pending: '…',
  unavailable: '-',
} as const satisfies Record<ScenarioResult['result'], string>

/** One result as text: a line, and one more for each remark. */
export const resultLines = ({ id, result, remarks, took }: ScenarioResult): readonly string[] => [
  `${MARKS[result]} ${id} ${result === 'right' ? '' : `is ${result} `}(${(took / 1000).toFixed(1)} s)`,
  ...(result === 'right' ? [] : remarks.map((remark) => `    ${remark}`)),
]

/** Pads each column to its widest cell. The first column is left-aligned, the others right-aligned. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}
