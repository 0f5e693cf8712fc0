import { Duplex, type Readable } from 'node:stream'
import { failureCode } from '../network/failure.ts'
import type { CommandConnection } from '../types.ts'
import { commandLine } from './command-line.ts'
import { explained } from './explain.ts'
import { startProcess, type CommandProcess } from './processes.ts'
import type { CommandExit } from './read-output.ts'

/** Bytes of standard error to keep. The last lines explain a failure: a banner comes before them. */
const MAX_OUTPUT = 4096
/** Bytes that show what the command sends. */
const MAX_OPENING = 64
/** Milliseconds for the end of its output after the command has ended: another process may hold it open. */
const DRAIN_TIME = 250
/** Milliseconds for a command that has closed its output to end, and so to report whether it failed. */
const EXIT_TIME = 1000

/** Starts a command whose standard input and output are a connection to an origin. */
export async function openThroughCommand(
  command: string,
  host: string,
  port: number,
  env: Record<string, string>,
): Promise<CommandConnection> {
  const line = commandLine(command, host, port)
  if (line === undefined) return { ok: false, error: NO_COMMAND }
  try {
    return connectionOf(await startProcess(line, env))
  } catch (error) {
    return { ok: false, error: NO_COMMAND, systemCode: failureCode(error) }
  }
}

const NO_COMMAND = { reason: 'route', code: 'ROUTE_NO_COMMAND', received: 0 } as const

function connectionOf({ child, exited, stop }: CommandProcess): CommandConnection & { readonly ok: true } {
  const { stdin, stdout, stderr } = child
  let received = 0
  let opening = Buffer.alloc(0)
  let output = Buffer.alloc(0)
  let exit: CommandExit | undefined
  let hasExited = false
  const socket = new Duplex({
    allowHalfOpen: false,
    read: () => void stdout.resume(),
    // A command that reads no more has ended, or ends soon. How it ended explains more than this error.
    write: (chunk: Uint8Array, _, done) => void stdin.write(chunk, () => done()),
    final: (done) => void stdin.end(() => done()),
    destroy: (error, done) => {
      stop()
      done(error)
    },
  })
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined)
  stdout.on('data', (chunk: Buffer) => {
    received += chunk.byteLength
    if (opening.byteLength < MAX_OPENING) opening = Buffer.concat([opening, chunk.subarray(0, MAX_OPENING)])
    // After the end of the command, only what the pipe still holds can arrive.
    if (!socket.push(chunk) && !hasExited) stdout.pause()
  })
  stderr.on('data', (chunk: Buffer) => {
    const kept = Buffer.concat([output, chunk.subarray(-MAX_OUTPUT)])
    output = kept.byteLength > MAX_OUTPUT ? Buffer.from(kept.subarray(-MAX_OUTPUT)) : kept
  })
  child.once('exit', () => {
    hasExited = true
    stdout.resume()
  })
  const endWithCommand = async (): Promise<void> => {
    await ended(stdout, stderr, exited)
    if (socket.destroyed) return
    if (hasExited) exit = { code: child.exitCode }
    // Another process may still write to it.
    stdout.destroy()
    socket.push(null)
  }
  void endWithCommand()
  return {
    ok: true,
    socket,
    explain: (exchange, tls) =>
      explained(
        exchange,
        { received, opening, output: output.toString('utf8'), ...(exit !== undefined && { exit }) },
        tls,
      ),
  }
}

/** Resolves when the output has ended and the command has too, or soon after one of them. */
async function ended(stdout: Readable, stderr: Readable, exited: Promise<void>): Promise<void> {
  const allRead = closed(stdout)
  await Promise.race([allRead, exited])
  await within(DRAIN_TIME, allRead)
  await within(EXIT_TIME, exited)
  await within(DRAIN_TIME, closed(stderr))
}

function closed(stream: Readable): Promise<void> {
  return stream.closed ? Promise.resolve() : new Promise((resolve) => void stream.once('close', resolve))
}

async function within(ms: number, done: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([done, late])
  clearTimeout(timer)
}
