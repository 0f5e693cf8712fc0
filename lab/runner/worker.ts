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

/** The entry file of the process in which scenarios happen. */
export const WORKER_ENTRY = fileURLToPath(new URL('worker-main.ts', import.meta.url))

/** Milliseconds for one scenario, its servers' start and end included. */
const SCENARIO_TIMEOUT = 90_000

/** A process, in a namespace of its own where that is its network, that performs one scenario after the other. */
export interface Worker {
  /** Undefined when the process ended, or had to be ended, before it told. It is of no use then. */
  readonly run: (id: string, eager: boolean) => Promise<ScenarioResult | undefined>
  /** The last words on its standard error. */
  readonly errorOutput: () => string
  readonly close: () => Promise<void>
}

export async function startWorker(network: NetworkKind): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-keeper-'))
  const command = [process.execPath, WORKER_ENTRY, 'perform'] as const
  const [program, ...args] = network === 'namespace' ? await namespaceCommand(folder, command) : command
  const child = spawn(program, args, {
    env: { PATH: SYSTEM_PATH, ...(network === 'namespace' && { ORIGIN_GATE_KEEPER: folder }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-1000)))
  // Who asks a process that has ended learns so from its silence.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  return {
    run: async (id, runPending) => {
      child.stdin.write(`${JSON.stringify({ id, runPending })}\n`)
      const late = new AbortController()
      const limit = pause(SCENARIO_TIMEOUT, undefined, { signal: late.signal }).catch(() => undefined)
      const line = await Promise.race([lines.next(), limit])
      late.abort()
      if (line === undefined) child.kill('SIGKILL')
      return line === undefined || line.done === true ? undefined : JSON.parse(line.value)
    },
    errorOutput: () => complaint.trim(),
    close: async () => {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
