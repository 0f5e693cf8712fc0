import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** Debian puts servers and network tools where ordinary users do not look. */
export const SYSTEM_PATH = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`

export interface ProgramResult {
  /** Null when it was ended by a signal. 127: there is no such program. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Characters of an output that are kept from its beginning, and from its end. */
const HEAD = 512 * 1024
const TAIL = 4096

/** What a program says, without the middle of what is too long: some servers never end. */
async function captureOutput(stream: Readable): Promise<string> {
  let head = ''
  let tail = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    if (head.length < HEAD) head += String(chunk)
    else tail = (tail + String(chunk)).slice(-TAIL)
  }
  return head + tail
}

/** Runs a program to its end, at most `limit` ms. */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { limit = 10_000, env = {} }: { readonly limit?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ProgramResult> {
  const child = spawn(program, args, {
    env: { PATH: SYSTEM_PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  })
  const streams = Promise.all([captureOutput(child.stdout), captureOutput(child.stderr)])
  try {
    await once(child, 'close')
  } catch (error) {
    return { code: 127, stdout: '', stderr: Error.isError(error) ? error.message : String(error) }
  }
  const [stdout, stderr] = await streams
  return { code: child.exitCode, stdout, stderr }
}
