import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseOutputs } from '../../lab/runner/run-action.ts'
import type { World } from '../../lab/world/world.ts'

/** When a run gets which signals. */
export interface Kill {
  /** The number of the event, or the last moment; undefined for a run that gets none. */
  readonly at: number | 'exit' | undefined
  /** One or more, each after the other. */
  readonly signals: readonly NodeJS.Signals[]
}

/** How a run ended. */
export interface KilledRun {
  readonly kill: Kill
  readonly shell: 'action' | 'command'
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly outputs: Readonly<Record<string, string>>
  /** Callbacks and promises that its event loop entered. */
  readonly events: number
  /** Signals that it got: it may have ended before. */
  readonly sent: number
  readonly printed: string
  /** Whether one of its processes still runs. */
  readonly survived: boolean
  /** Files that it left behind, besides its report. */
  readonly files: readonly string[]
}

const ENTRY = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const HOOK = new URL('signal-at.js', import.meta.url).href

/** Milliseconds after which a run counts as hanging. The product's own limit is shorter, but a machine can be slow. */
const GUARD = 30_000

/** Runs the Action, or the command, in the world's network, and sends the signals. */
export async function killedRun(world: World, shell: KilledRun['shell'], kill: Kill): Promise<KilledRun> {
  const folder = join(world.folder, 'killed')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const log = join(world.folder, 'kill-log')
  await rm(log, { force: true })
  const output = join(world.folder, 'killed-output')
  await rm(output, { force: true })
  const { GITHUB_ACTIONS: _, ...outside } = world.env
  const args = [
    'https://www.shop.example',
    '--origin',
    '203.0.113.10',
    '--wait',
    '0s',
    '--report',
    'report.json',
  ]
  const child = spawn(process.execPath, [ENTRY, ...(shell === 'action' ? [] : args)], {
    cwd: folder,
    env: {
      ...(shell === 'action' ? world.env : outside),
      RUNNER_TEMP: folder,
      TMPDIR: folder,
      GITHUB_OUTPUT: output,
      NODE_OPTIONS: `--import ${HOOK}`,
      KILL_AT: String(kill.at ?? ''),
      KILL_WITH: kill.signals.join(','),
      KILL_LOG: log,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that a child of it can be found.
    detached: true,
    timeout: GUARD,
    killSignal: 'SIGABRT',
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const logged: unknown = existsSync(log) ? JSON.parse(await readFile(log, 'utf8')) : {}
  const files = await readdir(folder, { recursive: true })
  return {
    kill,
    shell,
    code: child.exitCode,
    signal: child.signalCode,
    outputs: existsSync(output) ? parseOutputs(await readFile(output, 'utf8')) : {},
    events: countIn(logged, 'events'),
    sent: countIn(logged, 'sent'),
    printed: stdout + stderr,
    survived: isAlive(-(child.pid ?? 0)),
    files: files.filter((file) => !/^(?:origin-gate(?:[\\/]report\.json)?|report\.json)$/.test(file)),
  }
}

function countIn(logged: unknown, key: 'events' | 'sent'): number {
  const found: unknown = typeof logged === 'object' && logged !== null ? Reflect.get(logged, key) : undefined
  return typeof found === 'number' ? found : 0
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What Node prints for an error that nothing catches, and our words for a bug. */
const TRACE = /^\s+at |node:internal|Node\.js v|This is a bug|Warning: /m

/** POSIX numbers. */
const NUMBERS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/** Events after the last time that the event loop looks for signals. */
const LAST_EVENTS = 1

/** What is wrong with how a run ended, in words; nothing when all is right. */
export function violationsOf(run: KilledRun): readonly string[] {
  const { code, signal, outputs, sent, kill, printed, shell } = run
  const violations: string[] = []
  const expect = (holds: boolean, words: string): void => {
    if (!holds) violations.push(`${shell}, ${kill.signals.join('+')} at ${kill.at}: ${words}`)
  }
  expect(signal !== 'SIGABRT', 'does not end')
  expect(!TRACE.test(printed), `prints a stack trace: ${printed.slice(-500)}`)
  expect(!run.survived, 'leaves a process')
  expect(run.files.length === 0, `leaves files: ${run.files.join(', ')}`)
  if (sent === 0) {
    expect(code === 0, `ends with ${code ?? signal} without a signal`)
    if (shell === 'action') expect(outputs['promote'] === 'true', 'does not promote without a signal')
    return violations
  }
  const last = kill.signals[sent - 1] ?? ''
  // Killed before it could catch signals, or by the second one.
  const killed = code === null && kill.signals.some((name) => name === signal)
  const codes = shell === 'action' ? [1] : kill.signals.map((name) => 128 + (NUMBERS[name] ?? 0))
  // In the microseconds between the last time that it looks for signals and its end, a signal is lost.
  const late = kill.at !== 'exit' && run.events - (kill.at ?? 0) <= LAST_EVENTS
  if (late && code === 0) return violations
  expect(killed || codes.includes(code ?? 0), `ends with ${code ?? signal} after ${last}`)
  // Once the verdict is out, only the exit code is left to stop the job.
  if (kill.at !== 'exit') expect(outputs['promote'] !== 'true', 'promotes after a signal')
  return violations
}

/** So many moments of a run with so many events, from before its first line to its end. */
export function moments(events: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.round((index * events) / (count - 1)))
}
