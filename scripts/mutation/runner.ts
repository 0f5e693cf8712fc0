import vm from 'node:vm'
import type { CoverageData } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner'
import { bundled, type Bundle, type Instance } from './bundle.ts'
import { BUDGET, inOrder, isInSample, keep, kept, noteCost, noteKill, type Measured } from './order.ts'

// For tests that take seconds.
process.env['ORIGIN_GATE_TEST_EFFORT'] = '0.1'
// For what tests make once and use again.
process.env['ORIGIN_GATE_MUTATION'] = 'true'

/**
 * Runs tests in this process. Jest would load hundreds of modules again for each mutant, which takes seconds; most of
 * our tests take milliseconds.
 */
function inProcessRunner(): TestRunner {
  let bundle: Promise<Bundle> | undefined
  let warm: Instance | undefined
  let loading: ReadonlySet<number> | undefined
  let measured: readonly Measured[] | undefined
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      const { result, tests } = await dryRun(await bundled(true))
      keep(tests)
      return result
    },
    mutantRun: async ({ activeMutant: { id }, testFilter, hitLimit, mutantActivation }) => {
      if (!isInSample(id)) return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' }
      const { instance, fileOf } = await (bundle ??= bundled(false))
      const file = fileOf.get(id) ?? ''
      const tests = inOrder((measured ??= kept()), file, testFilter)
      const isStatic = mutantActivation === 'static'
      // Warm modules take a tenth of the time, but a mutant that matters while they load needs new ones.
      const isCold =
        isStatic || (loading ??= new Set(measured.flatMap((test) => test.whileLoading))).has(Number(id))
      const run = (modules: Instance): Promise<DryRunResult> => {
        modules.activate(Number(id), (hitLimit ?? Infinity) / 50)
        return runUntilFailure(modules, tests)
      }
      let result = await run(isCold ? instance() : (warm ??= instance()))
      // A mutant may have left the warm modules in a state in which tests fail without one.
      if (!isCold && !(await isIntact(warm, result, tests))) {
        warm = undefined
        if (result.status === DryRunStatus.Complete) result = await run(instance())
      }
      const killer = result.status === DryRunStatus.Complete ? result.tests.at(-1) : undefined
      if (killer?.status === TestStatus.Failed) noteKill(file, killer.id)
      return toMutantRunResult(result)
    },
  }
}

/** Whether the test that failed succeeds without a mutant. What was interrupted may be in any state. */
async function isIntact(
  modules: Instance | undefined,
  result: DryRunResult,
  tests: readonly Measured[],
): Promise<boolean> {
  if (result.status !== DryRunStatus.Complete || modules === undefined) return false
  const last = result.tests.at(-1)
  if (last?.status !== TestStatus.Failed) return true
  modules.activate(-1, Infinity)
  const again = await runUntilFailure(
    modules,
    tests.filter(({ id }) => id === last.id),
  )
  return again.status === DryRunStatus.Complete && again.tests.at(-1)?.status === TestStatus.Success
}

/** Runs all tests once. What a file does while it is loaded counts for each of its tests. */
async function dryRun({
  testFiles,
  fileOf,
  reached: hits,
  instance,
}: Bundle): Promise<{ readonly result: DryRunResult; readonly tests: readonly Measured[] }> {
  instance().loadMutated()
  const atLoad = taken(hits)
  const perTest: Record<string, CoverageData> = {}
  const results: TestResult[] = []
  const tests: Measured[] = []
  for (const file of testFiles) {
    // Files must not share what they import: only the first one would reach it.
    const { loadMutated, testsIn, activate } = instance()
    loadMutated()
    taken(hits)
    const registered = testsIn(file)
    const whileLoading = taken(hits)
    for (const { id, run } of registered.values()) {
      activate(-1, Infinity)
      const start = process.cpuUsage()
      const result = await resultOf(id, run)
      const { user, system } = process.cpuUsage(start)
      const cost = (user + system) / 1000
      results.push({ ...result.test, fileName: file, timeSpentMs: cost })
      const reached = { ...whileLoading, ...taken(hits) }
      perTest[id] = reached
      const reaches: Record<string, number> = {}
      for (const mutant of Object.keys(reached)) {
        const of = fileOf.get(mutant) ?? ''
        reaches[of] = (reaches[of] ?? 0) + 1
      }
      tests.push({ file, id, cost, reaches, whileLoading: Object.keys(whileLoading).map(Number) })
    }
  }
  return {
    result: { status: DryRunStatus.Complete, tests: results, mutantCoverage: { static: atLoad, perTest } },
    tests,
  }
}

/** The counts that are not zero, by the mutant's id. Sets all to zero. */
function taken(hits: Uint32Array): Record<string, number> {
  const counts: Record<string, number> = {}
  hits.forEach((count, id) => {
    if (count > 0) counts[id] = count
  })
  hits.fill(0)
  return counts
}

async function runUntilFailure(
  { testsIn, isEndless }: Instance,
  tests: readonly Measured[],
): Promise<DryRunResult> {
  const results: TestResult[] = []
  let spent = 0
  for (const { file, id, cost } of tests) {
    if (spent > BUDGET) break
    const start = process.cpuUsage()
    const result = await resultOf(id, () => within(2000 + 50 * cost, () => testIn(testsIn(file), id).run()))
    const { user, system } = process.cpuUsage(start)
    spent += (user + system) / 1000
    noteCost(id, (user + system) / 1000)
    if (isEndless() || ENDLESS.test(result.failureMessage ?? ''))
      return { status: DryRunStatus.Timeout, reason: `${id} doesn't end` }
    results.push(result.test)
    if (result.failureMessage !== undefined) break
  }
  return { status: DryRunStatus.Complete, tests: results }
}

const ENDLESS = /^Script execution timed out/
const CALL = new vm.Script('globalThis.__call()')

/**
 * Ends a loop that doesn't end by itself, which otherwise takes a new process.
 *
 * @param timeout in milliseconds
 */
function within(timeout: number, run: () => unknown): unknown {
  Object.assign(globalThis, { __call: run })
  return CALL.runInThisContext({ timeout: Math.ceil(timeout) })
}

/** A mutant may make tests disappear, which is noticed. */
function testIn<T>(tests: ReadonlyMap<string, T>, id: string): T {
  const test = tests.get(id)
  if (test === undefined) throw new RangeError(`the test ${id} no longer exists`)
  return test
}

async function resultOf(
  id: string,
  run: () => unknown,
): Promise<{ readonly test: TestResult; readonly failureMessage?: string }> {
  const base = { id, name: id, timeSpentMs: 0 }
  try {
    await run()
    return { test: { ...base, status: TestStatus.Success } }
  } catch (error) {
    const failureMessage = Error.isError(error) ? error.message : String(error)
    return { test: { ...base, status: TestStatus.Failed, failureMessage }, failureMessage }
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcessRunner)]
