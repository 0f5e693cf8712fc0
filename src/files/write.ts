import { closeSync, constants, existsSync, fstatSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { errorCode } from '../shared/errors.ts'
import { NOT_A_FILE } from './faults.ts'
import { NEVER_WAIT, ownDescriptor } from './read.ts'

/** Text that goes to one place. */
export interface Target {
  /** Throws the system's error. */
  readonly write: (text: string) => void
  /** Removes an incomplete file. What a stream got can't be taken back. */
  readonly remove: () => void
  readonly close: () => void
}

/**
 * Opens a file for writing. It never waits for another program: a pipe is refused, unless the path names one that this
 * process was started with. Throws the system's error.
 */
export function openTarget(path: string, mode: 'append' | 'replace'): Target {
  const descriptor = ownDescriptor(path)
  const stream = descriptor === 1 ? process.stdout : descriptor === 2 ? process.stderr : undefined
  // Opened again, a file would be written from its start, over what the process has printed.
  if (stream !== undefined)
    return {
      write: (text) => {
        stream.write(text)
      },
      remove: () => undefined,
      close: () => undefined,
    }
  const how = mode === 'append' ? constants.O_APPEND : constants.O_TRUNC
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | how | NEVER_WAIT, 0o666)
  const kind = fstatSync(file)
  if (!kind.isFile() && !kind.isCharacterDevice() && !(kind.isFIFO() && descriptor !== undefined)) {
    closeSync(file)
    throw Object.assign(new Error('not a file'), { code: NOT_A_FILE })
  }
  return {
    write: (text) => writeWhole(file, text),
    remove: () => {
      if (kind.isFile()) rmSync(path, { force: true })
    },
    close: () => closeSync(file),
  }
}

/** One folder at a time: a recursive `mkdir` below `/proc` never returns. Throws the system's error. */
export function makeFolderOf(path: string): void {
  makeFolder(dirname(resolve(path)))
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder)
}

/** Milliseconds without progress after which the reader of a pipe is given up. */
const MAX_WAIT = 1000
const WAIT = 10

/** A write to a pipe is partial, or fails with EAGAIN, while its reader doesn't keep up. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  let waited = 0
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at)
      waited = 0
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN' || waited >= MAX_WAIT) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT)
      waited += WAIT
    }
  }
}
