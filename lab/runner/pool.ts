import { availableParallelism } from 'node:os'
import type { NetworkKind } from '../network/network.ts'
import { findOrigin } from '../origins/index.ts'
import type { ScenarioResult } from './run-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorker, type Worker } from './worker.ts'

/** A scenario spends most of its time waiting, hence more of them than cores. */
const MAX_WORKERS = 3 * availableParallelism()

/** Scenarios that are performed alone after they came out wrong beside others, at the most. */
const MAX_RETRIES = 20

/** A worker makes room for a fresh one after so many: loading the lab takes as long as three of them. */
const MAX_SCENARIOS_PER_WORKER = 20

export interface PoolOptions {
  readonly namespaces: boolean
  /** Whether the Action is asked even where something is awaited. */
  readonly runPending?: boolean
  /** Told of each performance as it ends. */
  readonly onResult?: (performance: ScenarioResult) => void
}

/** On what a scenario runs here; undefined where it cannot. */
export function networkFor({ network, setup }: Scenario, namespaces: boolean): NetworkKind | undefined {
  if (network === 'loopback') return 'loopback'
  if (namespaces) return 'namespace'
  const needed = network ?? findOrigin(setup.origin ?? 'up').network
  return needed === 'namespace' ? undefined : 'loopback'
}

/**
 * Performs scenarios, side by side on several workers; alone once more what came out wrong beside others. In their order.
 */
export async function runScenarios(
  scenarios: readonly Scenario[],
  { namespaces, runPending = false, onResult }: PoolOptions,
): Promise<readonly ScenarioResult[]> {
  const done = new Map<string, ScenarioResult>()
  const finish = (performance: ScenarioResult): void => {
    done.set(performance.id, performance)
    onResult?.(performance)
  }
  const waiting: Readonly<Record<NetworkKind, string[]>> = { namespace: [], loopback: [] }
  for (const scenario of scenarios) {
    const network = networkFor(scenario, namespaces)
    if (network === undefined) finish(unavailable(scenario.id))
    else waiting[network].push(scenario.id)
  }
  const work = async (network: NetworkKind): Promise<void> => {
    const ids = waiting[network]
    while (ids.length > 0) {
      const worker = await startWorker(network)
      await runOnWorker(worker, ids, runPending, finish)
      await worker.close()
    }
  }
  const workers = Array.from({ length: Math.min(MAX_WORKERS, waiting.namespace.length) }, () =>
    work('namespace'),
  )
  await Promise.all(workers)
  await Promise.all(
    Array.from({ length: Math.min(MAX_WORKERS, waiting.loopback.length) }, () => work('loopback')),
  )
  const again = scenarios.filter((scenario) => deservesRetry(scenario, done.get(scenario.id)))
  // More than some are no accident, and would take for ever.
  for (const scenario of again.length > MAX_RETRIES ? [] : again) {
    const first = done.get(scenario.id)
    const alone = await runAlone(scenario, namespaces, runPending)
    if (alone !== undefined) done.set(scenario.id, { ...alone, parallelRemarks: first?.remarks ?? [] })
  }
  return scenarios.flatMap(({ id }) => done.get(id) ?? [])
}

/**
 * Whether it may have been the machine: a busy one does not keep the lab's time limits, by which a server that is up gives no
 * answer in time. Nothing excuses a broken site that passes.
 */
export function deservesRetry({ expected }: Scenario, performance: ScenarioResult | undefined): boolean {
  if (performance === undefined) return false
  const { result, got } = performance
  const passed = got?.verdict === 'healthy' && expected.verdict !== 'healthy'
  return (result === 'wrong' || result === 'unstaged') && !passed
}

async function runAlone(
  scenario: Scenario,
  namespaces: boolean,
  eager: boolean,
): Promise<ScenarioResult | undefined> {
  const network = networkFor(scenario, namespaces)
  if (network === undefined) return
  const worker = await startWorker(network)
  try {
    return await worker.run(scenario.id, eager)
  } finally {
    await worker.close()
  }
}

/** Has a worker perform until nothing is waiting, it has done enough, or it breaks down. */
async function runOnWorker(
  worker: Worker,
  waiting: string[],
  eager: boolean,
  finish: (performance: ScenarioResult) => void,
): Promise<void> {
  for (let count = 0; count < MAX_SCENARIOS_PER_WORKER; count += 1) {
    const id = waiting.shift()
    if (id === undefined) return
    const start = performance.now()
    const told = await worker.run(id, eager)
    if (told === undefined) {
      const why = worker.errorOutput() || 'its process did not end in time'
      finish({ id, result: 'unstaged', remarks: [why], took: Math.round(performance.now() - start) })
      return
    }
    finish(told)
  }
}

const unavailable = (id: string): ScenarioResult => ({
  id,
  result: 'unavailable',
  remarks: ['it needs a network namespace'],
  took: 0,
})
