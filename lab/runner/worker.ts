import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { GroundKind } from '../network/network.ts'
import { enclosed } from '../network/namespace.ts'
import type { Performance } from './run-scenario.ts'
import { SYSTEM_PATH } from '../network/programs.ts'

/** The entry file of the process in which scenarios happen. */
export const INSIDE = fileURLToPath(new URL('worker-main.ts', import.meta.url))

/** Milliseconds for one scenario, its servers' start and end included. */
const LIMIT = 90_000

/** A process, in a namespace of its own where that is its ground, that performs one scenario after the other. */
export interface Worker {
  /** Undefined when the process ended, or had to be ended, before it told. It is of no use then. */
  readonly perform: (id: string, eager: boolean) => Promise<Performance | undefined>
  /** The last words on its standard error. */
  readonly complaint: () => string
  readonly close: () => Promise<void>
}

export async function startWorker(ground: GroundKind): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-keeper-'))
  const command = [process.execPath, INSIDE, 'perform'] as const
  const [program, ...args] = ground === 'namespace' ? await enclosed(folder, command) : command
  const child = spawn(program, args, {
    env: { PATH: SYSTEM_PATH, ...(ground === 'namespace' && { ORIGIN_GATE_KEEPER: folder }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-1000)))
  // Who asks a process that has ended learns so from its silence.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  return {
    perform: async (id, eager) => {
      child.stdin.write(`${JSON.stringify({ id, eager })}\n`)
      const late = new AbortController()
      const limit = pause(LIMIT, undefined, { signal: late.signal }).catch(() => undefined)
      const line = await Promise.race([lines.next(), limit])
      late.abort()
      if (line === undefined) child.kill('SIGKILL')
      return line === undefined || line.done === true ? undefined : JSON.parse(line.value)
    },
    complaint: () => complaint.trim(),
    close: async () => {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
