import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'
import { renderLog } from '../../lab/runner/render-log.ts'
import type { World } from '../../lab/world/world.ts'

/** What the Actions runner and `npx origin-gate` start. */
export const ENTRY = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

export interface Ended {
  /** Null after a signal. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Milliseconds from its start. */
  readonly duration: number
}

export interface Program {
  readonly ended: Promise<Ended>
  /** Resolves once its output contains the text, or when it exits. */
  readonly printed: (text: string) => Promise<void>
  readonly signal: (name: 'SIGTERM' | 'SIGINT') => void
}

/** Runs dist/ with only this environment. Kills it after `timeout` milliseconds. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
  timeout = 60_000,
): Program {
  const began = performance.now()
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  })
  const closed = once(child, 'close')
  const ended = Promise.all([text(child.stdout), text(child.stderr), closed]).then(([stdout, stderr]) => ({
    code: child.exitCode,
    stdout,
    stderr,
    duration: performance.now() - began,
  }))
  const listeners = new Set<() => void>()
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk)
      for (const listener of listeners) listener()
    })
  return {
    ended,
    signal: (name) => child.kill(name),
    printed: (words) =>
      new Promise((resolve) => {
        const listener = (): void => {
          if (output.includes(words)) resolve()
        }
        listeners.add(listener)
        listener()
        void closed.then(() => resolve())
      }),
  }
}

/** Runs the command outside GitHub, with the world's network. */
export function command(
  { env, folder }: World,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return start(args, {
    PATH: env['PATH'] ?? '',
    HOME: folder,
    ORIGIN_GATE_LAB: env['ORIGIN_GATE_LAB'] ?? '',
    NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'] ?? '',
    ...extraEnv,
  }).ended
}

/** How the warning starts that every run with the lab's network prints. */
export const LAB_WARNING = 'ORIGIN_GATE_LAB is set: the network is simulated from '

/**
 * The errors and warnings in a step's log as people see them: without colors, `Error: title: text`. Without the
 * lab's.
 */
export function complaintsIn(stdout: string): readonly string[] {
  const plain = stripVTControlCharacters(renderLog(stdout))
  const complaints = plain.split('\n').filter((line) => /^\s*(?:Error|Warning):/.test(line))
  return complaints.filter((line) => !line.includes(LAB_WARNING))
}
