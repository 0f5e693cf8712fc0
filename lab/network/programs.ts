import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter } from 'node:path'
import type { Readable } from 'node:stream'

/** Debian puts servers and network tools in folders outside an ordinary user's PATH. */
export const SYSTEM_PATH = [process.env['PATH'] ?? '', '/usr/local/sbin', '/usr/sbin', '/sbin'].join(
  delimiter,
)

export interface ProgramResult {
  /** Null if a signal ended it. 127: no such program. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Characters of output kept from its start and from its end. */
const HEAD = 512 * 1024
const TAIL = 4096

/** A program's output without the middle if it is too long, because some servers never stop sending. */
async function captureOutput(stream: Readable): Promise<string> {
  let head = ''
  let tail = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    if (head.length < HEAD) head += String(chunk)
    else tail = (tail + String(chunk)).slice(-TAIL)
  }
  return head + tail
}

/** Runs a program until it ends, at most `limit` ms. */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  {
    limit = 10_000,
    env = {},
    cwd,
  }: { readonly limit?: number; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<ProgramResult> {
  const child = spawn(program, args, {
    env: { PATH: SYSTEM_PATH, ...env },
    cwd,
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
