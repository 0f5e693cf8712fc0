import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'

/** A process to measure from its start to its end. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The expected exit code. With another one the figure is meaningless. */
  readonly code: number
  /** Text that it must print, for the same reason; empty: anything. */
  readonly prints: string
  /** Milliseconds after which it is killed; 20 s by default. */
  readonly timeout?: number
}

/** What a process wrote to standard output, and to file descriptor 3. */
export interface Output {
  readonly stdout: string
  readonly extra: string
}

/** What a process used. Milliseconds and megabytes. */
export interface Usage {
  /** From before it starts until its output has been read. */
  readonly elapsed: number
  /** User and system time of all its threads. */
  readonly cpu: number
  /** The peak of its resident memory. */
  readonly peak: number
}

const DEFAULT_TIMEOUT = 20_000

const METER = new URL('meter.js', import.meta.url).href

/** A Node process that runs a file. */
export function nodeOf(args: readonly string[], env: Command['env']): Command {
  return { program: process.execPath, args, env, code: 0, prints: '' }
}

/** Milliseconds from before the process starts until its output has been read. Throws when it ends unexpectedly. */
export async function timed(command: Command): Promise<number> {
  const start = performance.now()
  await ended(command)
  return performance.now() - start
}

/** Runs a Node process to its end, with the meter loaded into it. */
export async function metered(command: Command): Promise<Usage> {
  const start = performance.now()
  const { extra } = await ended({ ...command, args: ['--import', METER, ...command.args] })
  const elapsed = performance.now() - start
  const [cpu = NaN, kibibytes = NaN] = extra.split(' ').map(Number)
  return { elapsed, cpu, peak: (kibibytes * 1024) / 1_000_000 }
}

/** Runs a process to its end. Throws when it ends unexpectedly. */
export async function ended({
  program,
  args,
  env,
  code,
  prints,
  timeout = DEFAULT_TIMEOUT,
}: Command): Promise<Output> {
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  })
  const [stdout, stderr, extra] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    textOf(child.stdio[3]),
    once(child, 'close'),
  ])
  if (child.exitCode === code && stdout.includes(prints)) return { stdout, extra }
  const how = child.signalCode ?? `exit code ${child.exitCode}`
  throw new Error(
    `${program} ended with ${how}, expected ${code} and ${JSON.stringify(prints)}:\n${stdout}${stderr}`,
  )
}

async function textOf(pipe: unknown): Promise<string> {
  return pipe instanceof Readable ? text(pipe) : ''
}
