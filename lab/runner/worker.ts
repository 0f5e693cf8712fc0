import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { NetworkKind } from '../network/network.ts'
import { namespaceCommand } from '../network/namespace.ts'
import type { ScenarioResult } from './run-scenario.ts'
import { SYSTEM_PATH } from '../network/programs.ts'

/** The entry file of a worker. */
export const WORKER_ENTRY = fileURLToPath(new URL('worker-main.ts', import.meta.url))

/** Milliseconds for one scenario, including starting and stopping its servers. */
const SCENARIO_TIMEOUT = 90_000

/** Where workers keep compiled modules for each other: stripping types takes a second of each start. */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/lab', import.meta.url))

/** A process, in its own namespace if needed, that runs one scenario after another. */
export interface Worker {
  /** Undefined if the process exited, or had to be killed, before it reported a result. It can't be used again. */
  readonly run: (id: string, runPending: boolean) => Promise<ScenarioResult | undefined>
  /** The end of its standard error. */
  readonly errorOutput: () => string
  readonly close: () => Promise<void>
}

export async function startWorker(network: NetworkKind): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-namespace-'))
  const command = [process.execPath, WORKER_ENTRY, 'run'] as const
  const [program, ...args] = network === 'namespace' ? await namespaceCommand(folder, command) : command
  const child = spawn(program, args, {
    env: {
      PATH: SYSTEM_PATH,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...(network === 'namespace' && { ORIGIN_GATE_NAMESPACE: folder }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-1000)))
  // Writing to a process that has exited fails. Its missing result reports that already.
  child.stdin.on('error', () => {})
  const exited = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  return {
    run: async (id, runPending) => {
      child.stdin.write(`${JSON.stringify({ id, runPending })}\n`)
      const timer = new AbortController()
      const limit = pause(SCENARIO_TIMEOUT, undefined, { signal: timer.signal }).catch(() => undefined)
      const line = await Promise.race([lines.next(), limit])
      timer.abort()
      if (line === undefined) child.kill('SIGKILL')
      return line === undefined || line.done === true ? undefined : JSON.parse(line.value)
    },
    errorOutput: () => stderr.trim(),
    close: async () => {
      child.stdin.end()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}
