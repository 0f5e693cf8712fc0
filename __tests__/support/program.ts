import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
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
  /** Resolves once its output contains the text so often, or when it exits. With all output until then. */
  readonly printed: (text: string, times?: number) => Promise<string>
  readonly signal: (name: 'SIGTERM' | 'SIGINT' | 'SIGUSR2') => void
}

/** Runs dist/ with only this environment. Kills it after `timeout` milliseconds. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
  timeout = 60_000,
): Program {
  const child = spawn(process.execPath, [ENTRY, ...args], { env, cwd, timeout, killSignal: 'SIGKILL' })
  child.stdin.on('error', () => undefined)
  child.stdin.end()
  return observed(child)
}

/** A program on a pseudo-terminal. All its output is on stdout. */
export interface TerminalProgram extends Omit<Program, 'signal'> {
  /** `\u0003` is Ctrl-C. */
  readonly type: (keys: string) => void
}

/** Runs the command outside GitHub on a terminal of so many columns. Only where util-linux is. */
export function startInTerminal(
  world: World,
  args: readonly string[],
  columns: number,
  extraEnv: Readonly<Record<string, string>> = {},
): TerminalProgram {
  const words = [process.execPath, ENTRY, ...args].map((word) => `'${word}'`).join(' ')
  const line = `stty cols ${columns} rows 50; exec ${words}`
  const child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
    env: { ...commandEnv(world), TERM: 'xterm', SHELL: '/bin/sh', ...extraEnv },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const { signal: _, ...program } = observed(child)
  return { ...program, type: (keys) => child.stdin.write(keys) }
}

function observed(child: ChildProcessWithoutNullStreams): Program {
  const began = performance.now()
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
    printed: (words, times = 1) =>
      new Promise((resolve) => {
        const listener = (): void => {
          if (output.split(words).length > times) resolve(output)
        }
        listeners.add(listener)
        listener()
        void closed.then(() => resolve(output))
      }),
  }
}

/** Runs the command outside GitHub, with the world's network. */
export function command(
  world: World,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startCommand(world, args, extraEnv).ended
}

/** The same while it runs. */
export function startCommand(
  world: World,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Program {
  return start(args, { ...commandEnv(world), ...extraEnv })
}

function commandEnv({ env, folder }: World): Readonly<Record<string, string>> {
  return {
    PATH: env['PATH'] ?? '',
    HOME: folder,
    ORIGIN_GATE_LAB: env['ORIGIN_GATE_LAB'] ?? '',
    NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'] ?? '',
  }
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
