import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { enclosed } from './namespace.ts'
import { originOf } from './origins/index.ts'
import type { Performance } from './perform.ts'
import { ended, type Ended } from './programs.ts'
import type { Scenario } from './scenario.ts'

/** The entry file of the process in which one scenario happens. */
export const INSIDE = fileURLToPath(new URL('inside.ts', import.meta.url))

/** Milliseconds for one scenario, from an empty process to its end. */
const LIMIT = 90_000

export type GroundKind = 'loopback' | 'namespace'

/** A scenario spends most of its time waiting, hence more of them than cores. */
const SIDE_BY_SIDE = 3 * availableParallelism()

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

/** Performs scenarios side by side, each in a process and, where that can be, a namespace of its own. In their order. */
export async function performAll(
  scenarios: readonly Scenario[],
  { namespaces, eager = false, tell }: PoolOptions,
): Promise<readonly Performance[]> {
  const waiting = [...scenarios.entries()]
  const done: Performance[] = []
  // Each process loads the same hundred files: what the first compiles spares the others half their time.
  const cache = await mkdtemp(join(tmpdir(), 'origin-gate-compiled-'))
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [position, scenario] = next
      const performance = await performedApart(scenario, groundFor(scenario, namespaces), { eager, cache })
      done[position] = performance
      tell?.(performance)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  await rm(cache, { recursive: true, force: true })
  return done
}

interface Apart {
  readonly eager: boolean
  /** Where node keeps what it has compiled. */
  readonly cache: string
}

async function performedApart(
  { id }: Scenario,
  ground: GroundKind | undefined,
  { eager, cache }: Apart,
): Promise<Performance> {
  if (ground === undefined) return { id, result: 'unavailable', remarks: ['it needs a namespace'], took: 0 }
  const start = performance.now()
  const failed = (why: string): Performance => ({
    id,
    result: 'unstaged',
    remarks: [why],
    took: Math.round(performance.now() - start),
  })
  const args = ['perform', id, ...(eager ? ['--eager'] : [])]
  const { code, stdout, stderr } = await inside(ground, args, { NODE_COMPILE_CACHE: cache })
  if (code === null) return failed(`it did not end within ${LIMIT / 1000} s`)
  if (code !== 0) return failed(`its process ended with ${code}: ${stderr.trim().slice(-1000)}`)
  return JSON.parse(stdout)
}

async function inside(ground: GroundKind, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const command = [process.execPath, INSIDE, ...args] as const
  if (ground === 'loopback') return ended(command, { limit: LIMIT, env })
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-keeper-'))
  try {
    return await ended(await enclosed(folder, command), {
      limit: LIMIT,
      env: { ...env, ORIGIN_GATE_KEEPER: folder },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
