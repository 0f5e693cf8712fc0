import { TextDecoder } from 'node:util'
import { errorCode } from '../../shared/errors.ts'
import { duration } from '../../shared/text.ts'

/** Bytes: 200 for each of ten thousand URLs. */
const MAX_BYTES = 2 * 1024 * 1024

/** A stream that may be a terminal. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/** How long to wait for a program, in milliseconds. A person has no time limit. */
export interface InputTimeouts {
  /** After this long without a byte, a note says what is missing. */
  readonly note: number
  /** After this long without a byte, the check doesn't start. */
  readonly limit: number
}

const TIMEOUTS: InputTimeouts = { note: 3000, limit: 60_000 }

/** What was read, or why that failed: a sentence or two that start with "Standard input". */
export type Read =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads standard input up to its end. While it waits, it prints a note. It stops waiting for a program after a while.
 *
 * @param note prints a note for people
 */
export function readStandardInput(
  input: Input,
  note: (line: string) => void,
  { note: noteAfter, limit }: InputTimeouts = TIMEOUTS,
): Promise<Read> {
  const { promise, resolve } = Promise.withResolvers<Read>()
  const chunks: Buffer[] = []
  let size = 0
  const timers =
    input.isTTY === true ? [] : [setTimeout(() => note(WAITING), noteAfter), setTimeout(endWaiting, limit)]
  function endWaiting(): void {
    end({
      ok: false,
      problem: `Standard input has sent nothing for ${duration(limit)} and has not ended. Check the program that writes the URLs.`,
    })
  }
  const end = (read: Read): void => {
    for (const timer of timers) clearTimeout(timer)
    input.removeAllListeners()
    input.on('error', () => undefined)
    input.pause()
    resolve(read)
  }
  if (input.isTTY === true) note(FROM_TERMINAL)
  input.on('data', (chunk: Buffer | string) => {
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    for (const timer of timers) timer.refresh()
    if (size > MAX_BYTES)
      end({ ok: false, problem: 'Standard input is larger than 2 MiB. Use fewer URLs, or several runs.' })
  })
  input.once('end', () => end({ ok: true, text: new TextDecoder().decode(Buffer.concat(chunks)) }))
  input.once('error', (error) =>
    end({
      ok: false,
      problem: `Standard input can't be read (${errorCode(error) ?? 'unknown error'}). Use a file or a program that has one URL per line.`,
    }),
  )
  return promise
}

const FROM_TERMINAL = `Type the URLs, one per line, then press ${process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D'}.`
const WAITING = 'Waiting for the end of standard input, because `-` reads the URLs from there.'
