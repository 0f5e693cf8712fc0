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

const DEFAULT_TIMEOUT = 20_000

/** Milliseconds from before the process starts until its output has been read. Throws when it ends unexpectedly. */
export async function timed(command: Command): Promise<number> {
  const start = performance.now()
  await ended(command)
  return performance.now() - start
}

/** Runs a process to its end and returns what it wrote to file descriptor 3. */
export async function ended({
  program,
  args,
  env,
  code,
  prints,
  timeout = DEFAULT_TIMEOUT,
}: Command): Promise<string> {
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
  if (child.exitCode === code && stdout.includes(prints)) return extra
  const how = child.signalCode ?? `exit code ${child.exitCode}`
  throw new Error(
    `${program} ended with ${how}, expected ${code} and ${JSON.stringify(prints)}:\n${stdout}${stderr}`,
  )
}

async function textOf(pipe: unknown): Promise<string> {
  return pipe instanceof Readable ? text(pipe) : ''
}
