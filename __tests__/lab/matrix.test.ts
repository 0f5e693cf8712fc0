import { beforeAll, describe, expect, test } from '@jest/globals'
import { namespaceProblem } from '../../lab/network/namespace-support.ts'
import { pendingReason, SCENARIOS } from '../../lab/scenarios/catalogue.ts'
import { hasFailures, buildMatrix, matrixText, type Matrix } from '../../lab/runner/matrix.ts'
import type { ScenarioResult } from '../../lab/runner/run-scenario.ts'
import { deservesRetry, runScenarios } from '../../lab/runner/pool.ts'
import { HEALTHY, unhealthy, type Scenario } from '../../lab/scenarios/scenario.ts'
import { isFullEffort } from '../support/effort.ts'
import { COMPLETE, onLinux } from '../support/platform.ts'

const reason = await namespaceProblem()
const where = reason === undefined ? 'in namespaces' : `on loopback only (${reason})`

// All of them take longer than CI has. `npm run lab -- matrix` runs every one, and so does full effort.
const CHOSEN = SCENARIOS.filter((_, position) => isFullEffort() || position % 5 < 3)

onLinux('its scenarios run in namespaces').describe(`the scenarios, ${where}`, () => {
  let matrix: Matrix
  beforeAll(async () => {
    matrix = buildMatrix(CHOSEN, await runScenarios(CHOSEN, { namespaces: reason === undefined }))
  }, 840_000)

  test.each(CHOSEN.map(({ id }, position) => [id, position] as const))('%s', (_, position) => {
    const scenarioResult = matrix.results[position]
    const { remarks = [], result } = scenarioResult ?? {}
    if (result !== 'pending' && result !== 'unavailable') expect(remarks).toEqual([])
  })

  test('no broken site passes, and no healthy site fails', () => {
    const { falseHealthy, falseUnhealthy } = matrix
    expect({ falseHealthy, falseUnhealthy }).toEqual({ falseHealthy: [], falseUnhealthy: [] })
  })

  test(`${CHOSEN.filter((each) => pendingReason(each) !== undefined).length} of ${CHOSEN.length} are pending`, () => {
    const { right, pending, unavailable } = matrix.count
    expect(right + pending + unavailable).toBe(CHOSEN.length)
  })

  test('in CI nothing is unavailable', () => {
    if (COMPLETE) expect(reason).toBeUndefined()
  })
})

const scenario = (id: string, expected: Scenario['expected']): Scenario => ({
  id,
  sentence: '',
  setup: {},
  curl: { edge: 200, direct: 200 },
  expected,
})

const scenarioResult = (id: string, result: ScenarioResult['result'], verdict?: string): ScenarioResult => ({
  id,
  result,
  remarks: result === 'right' ? [] : ['a remark'],
  ...(verdict !== undefined && { got: { verdict, cause: '' } }),
  took: 1500,
})

describe('a matrix', () => {
  const scenarios = [
    scenario('fine', HEALTHY),
    scenario('down', unhealthy('origin-refused')),
    scenario('odd', unhealthy('tls-handshake-failed')),
  ]
  test('counts by category and lists false verdicts', () => {
    const matrix = buildMatrix(scenarios, [
      scenarioResult('fine', 'wrong', 'unhealthy'),
      scenarioResult('down', 'wrong', 'healthy'),
      scenarioResult('odd', 'pending'),
    ])
    expect(matrix).toMatchObject({
      right: 0,
      falseHealthy: ['down'],
      falseUnhealthy: ['fine'],
      count: { right: 0, wrong: 2, pending: 1 },
      categories: { healthy: { wrong: 1 }, origin: { wrong: 1 }, tls: { pending: 1 } },
    })
    expect(hasFailures(matrix)).toBe(true)
    expect(matrixText(matrix)).toContain('✗ down is wrong (1.5 s)\n    a remark')
    expect(matrixText(matrix)).toContain('… pending (a remark): odd')
  })

  test('does not fail for pending or unavailable scenarios', () => {
    const matrix = buildMatrix(scenarios, [
      scenarioResult('fine', 'right', 'healthy'),
      scenarioResult('down', 'unavailable'),
      scenarioResult('odd', 'pending'),
    ])
    expect(hasFailures(matrix)).toBe(false)
    expect(matrix.right).toBe(1)
    expect(matrixText(matrix)).toContain('100.0 % of 1 as expected')
  })

  test('lists scenarios that were right only when run alone', () => {
    const steady = scenarios.map(({ id }) => scenarioResult(id, 'right'))
    const matrix = buildMatrix(scenarios, [
      { ...scenarioResult('fine', 'right'), parallelRemarks: ['late'] },
      ...steady.slice(1),
    ])
    expect(matrix.unsteady).toEqual(['fine'])
    expect(matrixText(matrix)).toContain('right only when run alone: fine')
  })

  test.each([
    ['a setup that failed', 0, scenarioResult('fine', 'unstaged'), true],
    ['a healthy site that failed', 0, scenarioResult('fine', 'wrong', 'unhealthy'), true],
    ['another cause', 1, scenarioResult('down', 'wrong', 'unhealthy'), true],
    [
      'a broken site that passed, which is never repeated',
      1,
      scenarioResult('down', 'wrong', 'healthy'),
      false,
    ],
    ['a right result', 0, scenarioResult('fine', 'right', 'healthy'), false],
    ['a pending result', 2, scenarioResult('odd', 'pending'), false],
  ] as const)('repeats alone: %s', (_, position, result, again) => {
    const subject = scenarios[position]
    expect(subject !== undefined && deservesRetry(subject, result)).toBe(again)
  })

  test('fails for a setup that is not what it declares', () => {
    const results = scenarios.map(({ id }) => scenarioResult(id, id === 'odd' ? 'unstaged' : 'right'))
    expect(hasFailures(buildMatrix(scenarios, results))).toBe(true)
  })
})
