import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Debian puts servers and network tools where ordinary users do not look. */
export const SYSTEM_PATH = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`

export interface Ended {
  /** Null when it was ended by a signal. 127: there is no such program. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, at most `limit` ms. */
export async function ended(
  [program, ...args]: readonly [string, ...string[]],
  { limit = 10_000, env = {} }: { readonly limit?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    env: { PATH: SYSTEM_PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  })
  const streams = Promise.all([text(child.stdout), text(child.stderr)])
  try {
    await once(child, 'close')
  } catch (error) {
    return { code: 127, stdout: '', stderr: Error.isError(error) ? error.message : String(error) }
  }
  const [stdout, stderr] = await streams
  return { code: child.exitCode, stdout, stderr }
}
