import { glob } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
  type CompleteDryRunResult,
  type DryRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner'
import { configureGlobal } from 'fast-check'
import { useOwnGlobals } from './resolve.ts'
import { SLOW, TESTS } from './tests.ts'

useOwnGlobals()
const { registeredTests } = await import('./globals.ts')

// The first failure kills a mutant. A smaller example would take minutes to find.
configureGlobal({ endOnFailure: true })

/**
 * Runs tests in a process that has loaded them once. Jest would load hundreds of modules again for each mutant, which
 * takes seconds; most of our tests take milliseconds.
 */
function inProcessRunner(): TestRunner {
  const context = sharedContext()
  let loaded: Promise<void> | undefined
  return {
    // A mutant in code that runs while a module loads needs a new process.
    capabilities: () => ({ reloadEnvironment: false }),
    dryRun: async () => {
      await (loaded ??= load())
      return runTests(context, undefined, false)
    },
    mutantRun: async ({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) => {
      delete context.hitLimit
      delete context.hitCount
      if (hitLimit !== undefined) Object.assign(context, { hitLimit, hitCount: 0 })
      if (mutantActivation === 'static') context.activeMutant = activeMutant.id
      await (loaded ??= load())
      context.activeMutant = activeMutant.id
      const result = await runTests(context, testFilter, !disableBail)
      delete context.activeMutant
      return toMutantRunResult(result, disableBail)
    },
  }
}

async function load(): Promise<void> {
  for await (const file of glob(TESTS, { exclude: SLOW })) await import(pathToFileURL(resolve(file)).href)
}

/**
 * @param ids undefined: all tests
 * @param bail whether the first failure is enough
 */
async function runTests(
  context: InstrumenterContext,
  ids: readonly string[] | undefined,
  bail: boolean,
): Promise<DryRunResult> {
  const wanted = new Set(ids)
  const tests: TestResult[] = []
  for (const { id, run } of registeredTests()) {
    if (ids !== undefined && !wanted.has(id)) continue
    context.currentTestId = id
    const start = performance.now()
    const failureMessage = await failureOf(run)
    delete context.currentTestId
    const base = { id, name: id, timeSpentMs: performance.now() - start }
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit)
    if (endless !== undefined) return endless
    tests.push(
      failureMessage === undefined
        ? { ...base, status: TestStatus.Success }
        : { ...base, status: TestStatus.Failed, failureMessage },
    )
    if (failureMessage !== undefined && bail) break
  }
  const result: CompleteDryRunResult = { status: DryRunStatus.Complete, tests }
  return {
    ...result,
    ...(context.mutantCoverage !== undefined && { mutantCoverage: context.mutantCoverage }),
  }
}

/** Shared with the mutated code, which reads the active mutant and writes what it covers. */
function sharedContext(): InstrumenterContext {
  const context: InstrumenterContext = {}
  Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: context })
  return context
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return Error.isError(error) ? error.message : String(error)
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcessRunner)]
