import { availableParallelism } from 'node:os'
import type { GroundKind } from '../network/network.ts'
import { originOf } from '../origins/index.ts'
import type { Performance } from './run-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorker, type Worker } from './worker.ts'

/** A scenario spends most of its time waiting, hence more of them than cores. */
const SIDE_BY_SIDE = 3 * availableParallelism()

/** Scenarios that are performed alone after they came out wrong beside others, at the most. */
const MOST_DISTURBED = 20

/** A worker makes room for a fresh one after so many: loading the lab takes as long as three of them. */
const LIFETIME = 20

export interface PoolOptions {
  readonly namespaces: boolean
  /** Whether the Action is asked even where something is awaited. */
  readonly eager?: boolean
  /** Told of each performance as it ends. */
  readonly tell?: (performance: Performance) => void
}

/** On what a scenario runs here; undefined where it cannot. */
export function groundFor({ ground, staged }: Scenario, namespaces: boolean): GroundKind | undefined {
  if (ground === 'loopback') return 'loopback'
  if (namespaces) return 'namespace'
  const needed = ground ?? originOf(staged.origin ?? 'up').ground
  return needed === 'namespace' ? undefined : 'loopback'
}

/**
 * Performs scenarios, side by side on several workers; alone once more what came out wrong beside others. In their order.
 */
export async function performAll(
  scenarios: readonly Scenario[],
  { namespaces, eager = false, tell }: PoolOptions,
): Promise<readonly Performance[]> {
  const done = new Map<string, Performance>()
  const finish = (performance: Performance): void => {
    done.set(performance.id, performance)
    tell?.(performance)
  }
  const waiting: Readonly<Record<GroundKind, string[]>> = { namespace: [], loopback: [] }
  for (const scenario of scenarios) {
    const ground = groundFor(scenario, namespaces)
    if (ground === undefined) finish(unavailable(scenario.id))
    else waiting[ground].push(scenario.id)
  }
  const work = async (ground: GroundKind): Promise<void> => {
    const ids = waiting[ground]
    while (ids.length > 0) {
      const worker = await startWorker(ground)
      await serve(worker, ids, eager, finish)
      await worker.close()
    }
  }
  const workers = Array.from({ length: Math.min(SIDE_BY_SIDE, waiting.namespace.length) }, () =>
    work('namespace'),
  )
  await Promise.all(workers)
  await Promise.all(
    Array.from({ length: Math.min(SIDE_BY_SIDE, waiting.loopback.length) }, () => work('loopback')),
  )
  const again = scenarios.filter((scenario) => disturbed(scenario, done.get(scenario.id)))
  // More than some are no accident, and would take for ever.
  for (const scenario of again.length > MOST_DISTURBED ? [] : again) {
    const first = done.get(scenario.id)
    const alone = await performedAlone(scenario, namespaces, eager)
    if (alone !== undefined) done.set(scenario.id, { ...alone, beside: first?.remarks ?? [] })
  }
  return scenarios.flatMap(({ id }) => done.get(id) ?? [])
}

/**
 * Whether it may have been the machine: a busy one does not keep the lab's time limits, by which a server that is up gives no
 * answer in time. Nothing excuses a broken site that passes.
 */
export function disturbed({ expected }: Scenario, performance: Performance | undefined): boolean {
  if (performance === undefined) return false
  const { result, got } = performance
  const passed = got?.verdict === 'healthy' && expected.verdict !== 'healthy'
  return (result === 'wrong' || result === 'unstaged') && !passed
}

async function performedAlone(
  scenario: Scenario,
  namespaces: boolean,
  eager: boolean,
): Promise<Performance | undefined> {
  const ground = groundFor(scenario, namespaces)
  if (ground === undefined) return
  const worker = await startWorker(ground)
  try {
    return await worker.perform(scenario.id, eager)
  } finally {
    await worker.close()
  }
}

/** Has a worker perform until nothing is waiting, it has done enough, or it breaks down. */
async function serve(
  worker: Worker,
  waiting: string[],
  eager: boolean,
  finish: (performance: Performance) => void,
): Promise<void> {
  for (let count = 0; count < LIFETIME; count += 1) {
    const id = waiting.shift()
    if (id === undefined) return
    const start = performance.now()
    const told = await worker.perform(id, eager)
    if (told === undefined) {
      const why = worker.complaint() || 'its process did not end in time'
      finish({ id, result: 'unstaged', remarks: [why], took: Math.round(performance.now() - start) })
      return
    }
    finish(told)
  }
}

const unavailable = (id: string): Performance => ({
  id,
  result: 'unavailable',
  remarks: ['it needs a network namespace'],
  took: 0,
})
