import { availableParallelism } from 'node:os'
import type { NetworkKind } from '../network/network.ts'
import { findOrigin } from '../origins/index.ts'
import type { ScenarioResult } from './run-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorker, type Worker } from './worker.ts'

/** A scenario mostly waits, so more of them than cores can run at once. */
const MAX_WORKERS = 3 * availableParallelism()

/** At most this many failures of a parallel run are repeated alone. */
const MAX_RETRIES = 20

/** Scenarios per worker. Starting a worker takes as long as three scenarios. */
const MAX_SCENARIOS_PER_WORKER = 60

export interface PoolOptions {
  readonly namespaces: boolean
  /** Runs the Action even on pending scenarios. */
  readonly runPending?: boolean
  /** Called with each result. */
  readonly onResult?: (result: ScenarioResult) => void
}

/** The network that a scenario runs on. Undefined if this machine doesn't have it. */
export function networkFor({ network, setup }: Scenario, namespaces: boolean): NetworkKind | undefined {
  if (network === 'loopback') return 'loopback'
  if (namespaces) return 'namespace'
  const needed = network ?? findOrigin(setup.origin ?? 'up').network
  return needed === 'namespace' ? undefined : 'loopback'
}

/**
 * Runs scenarios in parallel on several workers, then repeats failures alone. Results are in the scenarios' order.
 */
export async function runScenarios(
  scenarios: readonly Scenario[],
  { namespaces, runPending = false, onResult }: PoolOptions,
): Promise<readonly ScenarioResult[]> {
  const done = new Map<string, ScenarioResult>()
  const finish = (result: ScenarioResult): void => {
    done.set(result.id, result)
    onResult?.(result)
  }
  const queues: Readonly<Record<NetworkKind, string[]>> = { namespace: [], loopback: [] }
  for (const scenario of scenarios) {
    const network = networkFor(scenario, namespaces)
    if (network === undefined) finish(unavailable(scenario.id))
    else queues[network].push(scenario.id)
  }
  const runAll = async (network: NetworkKind): Promise<void> => {
    const ids = queues[network]
    while (ids.length > 0) {
      const worker = await startWorker(network)
      await runOnWorker(worker, ids, runPending, finish)
      await worker.close()
    }
  }
  const workers = Array.from({ length: Math.min(MAX_WORKERS, queues.namespace.length) }, () =>
    runAll('namespace'),
  )
  await Promise.all(workers)
  await Promise.all(
    Array.from({ length: Math.min(MAX_WORKERS, queues.loopback.length) }, () => runAll('loopback')),
  )
  const retries = scenarios.filter((scenario) => deservesRetry(scenario, done.get(scenario.id)))
  // Many failures have a real cause, and repeating all of them would take too long.
  for (const scenario of retries.length > MAX_RETRIES ? [] : retries) {
    const first = done.get(scenario.id)
    const repeated = await runAlone(scenario, namespaces, runPending)
    if (repeated !== undefined) done.set(scenario.id, { ...repeated, parallelRemarks: first?.remarks ?? [] })
  }
  return scenarios.flatMap(({ id }) => done.get(id) ?? [])
}

/**
 * Whether the machine may be to blame: if it is busy, a healthy server can miss the lab's short time limits. A
 * broken site that passed is never repeated.
 */
export function deservesRetry({ expected }: Scenario, scenarioResult: ScenarioResult | undefined): boolean {
  if (scenarioResult === undefined) return false
  const { result, got } = scenarioResult
  const passed = got?.verdict === 'healthy' && expected.verdict !== 'healthy'
  return (result === 'wrong' || result === 'unstaged') && !passed
}

async function runAlone(
  scenario: Scenario,
  namespaces: boolean,
  runPending: boolean,
): Promise<ScenarioResult | undefined> {
  const network = networkFor(scenario, namespaces)
  if (network === undefined) return
  const worker = await startWorker(network)
  try {
    return await worker.run(scenario.id, runPending)
  } finally {
    await worker.close()
  }
}

/** Runs scenarios on a worker until none is left, its limit is reached, or it fails. */
async function runOnWorker(
  worker: Worker,
  queue: string[],
  runPending: boolean,
  finish: (result: ScenarioResult) => void,
): Promise<void> {
  for (let count = 0; count < MAX_SCENARIOS_PER_WORKER; count += 1) {
    const id = queue.shift()
    if (id === undefined) return
    const start = performance.now()
    const result = await worker.run(id, runPending)
    if (result === undefined) {
      const why = worker.errorOutput() || 'the worker did not finish in time'
      finish({ id, result: 'unstaged', remarks: [why], took: Math.round(performance.now() - start) })
      return
    }
    finish(result)
  }
}

const unavailable = (id: string): ScenarioResult => ({
  id,
  result: 'unavailable',
  remarks: ['needs a network namespace'],
  took: 0,
})
