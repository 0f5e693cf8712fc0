import { beforeAll, describe, expect, test } from '@jest/globals'
import { namespaceProblem } from '../../lab/network/namespace-support.ts'
import { pendingReason, SCENARIOS } from '../../lab/scenarios/catalogue.ts'
import { hasFailures, buildMatrix, matrixText, type Matrix } from '../../lab/runner/matrix.ts'
import type { ScenarioResult } from '../../lab/runner/run-scenario.ts'
import { deservesRetry, runScenarios } from '../../lab/runner/pool.ts'
import { HEALTHY, unhealthy, type Scenario } from '../../lab/scenarios/scenario.ts'

const reason = await namespaceProblem()
const where = reason === undefined ? 'in namespaces' : `on loopback only (${reason})`

describe(`every scenario, ${where}`, () => {
  let matrix: Matrix
  beforeAll(async () => {
    matrix = buildMatrix(SCENARIOS, await runScenarios(SCENARIOS, { namespaces: reason === undefined }))
  }, 600_000)

  test.each(SCENARIOS.map(({ id }, position) => [id, position] as const))('%s', (_, position) => {
    const performance = matrix.results[position]
    const { remarks = [], result } = performance ?? {}
    if (result !== 'pending' && result !== 'unavailable') expect(remarks).toEqual([])
  })

  test('none passes a broken site, or fails a fine one', () => {
    const { falseHealthy, falseUnhealthy } = matrix
    expect({ falseHealthy, falseUnhealthy }).toEqual({ falseHealthy: [], falseUnhealthy: [] })
  })

  test(`${SCENARIOS.filter((each) => pendingReason(each) !== undefined).length} of ${SCENARIOS.length} are pending`, () => {
    const { right, pending, unavailable } = matrix.count
    expect(right + pending + unavailable).toBe(SCENARIOS.length)
  })

  test('where everything should be at hand, nothing is unavailable', () => {
    if (process.env['CI'] === 'true') expect(reason).toBeUndefined()
  })
})

const scenario = (id: string, expected: Scenario['expected']): Scenario => ({
  id,
  sentence: '',
  setup: {},
  curl: { edge: 200, direct: 200 },
  expected,
})

const performance = (id: string, result: ScenarioResult['result'], verdict?: string): ScenarioResult => ({
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
  test('counts by category, and names what must not be', () => {
    const matrix = buildMatrix(scenarios, [
      performance('fine', 'wrong', 'unhealthy'),
      performance('down', 'wrong', 'healthy'),
      performance('odd', 'pending'),
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
    expect(matrixText(matrix)).toContain('… a remark is awaited by odd')
  })

  test('is fine with what is pending or cannot be had here', () => {
    const matrix = buildMatrix(scenarios, [
      performance('fine', 'right', 'healthy'),
      performance('down', 'unavailable'),
      performance('odd', 'pending'),
    ])
    expect(hasFailures(matrix)).toBe(false)
    expect(matrix.right).toBe(1)
    expect(matrixText(matrix)).toContain('100.0 % of 1 named right')
  })

  test('tells what came out right only when it was performed alone', () => {
    const steady = scenarios.map(({ id }) => performance(id, 'right'))
    const matrix = buildMatrix(scenarios, [
      { ...performance('fine', 'right'), parallelRemarks: ['late'] },
      ...steady.slice(1),
    ])
    expect(matrix.unsteady).toEqual(['fine'])
    expect(matrixText(matrix)).toContain('right only when performed alone: fine')
  })

  test.each([
    ['a stage that did not come about', 0, performance('fine', 'unstaged'), true],
    ['a fine site that failed', 0, performance('fine', 'wrong', 'unhealthy'), true],
    ['another cause', 1, performance('down', 'wrong', 'unhealthy'), true],
    ['a broken site that passed: nothing excuses it', 1, performance('down', 'wrong', 'healthy'), false],
    ['what is right', 0, performance('fine', 'right', 'healthy'), false],
    ['what is awaited', 2, performance('odd', 'pending'), false],
  ] as const)('has performed alone: %s', (_, position, told, again) => {
    const subject = scenarios[position]
    expect(subject !== undefined && deservesRetry(subject, told)).toBe(again)
  })

  test('is spoilt by a stage that is not what it claims to be', () => {
    const results = scenarios.map(({ id }) => performance(id, id === 'odd' ? 'unstaged' : 'right'))
    expect(hasFailures(buildMatrix(scenarios, results))).toBe(true)
  })
})
