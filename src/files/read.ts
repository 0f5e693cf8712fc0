import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { errorCode, isShortage } from '../shared/errors.ts'

// Everything in this folder is synchronous: a DNS lookup that hangs can block the threads that asynchronous file access
// needs, and `node:fs/promises` takes 2 ms to load.

/** The bytes of a file, or a predicate that says why it can't be read: `is a folder`. */
export type FileBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly fault: string }

/** The fault of a path where there is nothing. */
export const NO_FILE = 'does not exist'
/** The fault of a text that is too long for a path. */
export const TOO_LONG = 'is too long for a path'

/** The path of standard input, on every system. */
export const STANDARD_INPUT = '/dev/stdin'

const MEBIBYTE = 1024 * 1024
const CHUNK = 65_536

/** Without them, opening a pipe waits for its writer, and opening a terminal can take it over. 0 on Windows. */
export const NEVER_WAIT = (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/**
 * Reads a regular file of up to `most` bytes, which is a whole number of MiB. Never throws, and never waits.
 *
 * @param pipes also reads a pipe that this process was started with, and waits for its end. Only for use before the
 * process catches signals
 */
export function readBounded(path: string, most: number, { pipes = false } = {}): FileBytes {
  let file: number | undefined
  try {
    const own = pipes && ownDescriptor(path) !== undefined
    // Windows has no such path.
    file =
      own && process.platform === 'win32' && path === STANDARD_INPUT
        ? 0
        : openSync(path, constants.O_RDONLY | (own ? 0 : NEVER_WAIT))
    const found = fstatSync(file)
    if (found.isDirectory()) return { ok: false, fault: FAULTS['EISDIR'] }
    // A pipe or a device may never end.
    if (!found.isFile() && !(own && found.isFIFO()) && path !== '/dev/null')
      return { ok: false, fault: FAULTS['ENXIO'] }
    // The size of a file below /proc is 0, and a file can grow meanwhile: what counts is what is read.
    const bytes = found.size > most ? undefined : contentOf(file, found.size, most)
    return bytes === undefined
      ? { ok: false, fault: `is larger than ${most / MEBIBYTE} MiB` }
      : { ok: true, bytes }
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error'
    return { ok: false, fault: isKnown(code) ? FAULTS[code] : `cannot be read (${code})` }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Files that the smallest check holds open at once. */
const NEEDED = 4

/** The error if this process may not open the files that any check needs. Undefined otherwise, and on Windows. */
export function shortageOfFiles(): unknown {
  const files: number[] = []
  try {
    for (let count = 0; count < NEEDED; count++) files.push(openSync('/dev/null', constants.O_RDONLY))
    return undefined
  } catch (error) {
    return isShortage(error) ? error : undefined
  } finally {
    for (const file of files) closeSync(file)
  }
}

/** The number of the open file that a path such as `/dev/stdout` or `/proc/self/fd/3` names. */
export function ownDescriptor(path: string): number | undefined {
  const [, name, number] =
    /^\/dev\/(stdin|stdout|stderr)$|^\/(?:dev|proc\/self)\/fd\/(\d{1,5})$/.exec(path) ?? []
  if (number !== undefined) return Number(number)
  return name === undefined ? undefined : ['stdin', 'stdout', 'stderr'].indexOf(name)
}

/**
 * Whether a path is the file or the pipe behind an open descriptor: by the system's name for it, or by any other, such
 * as a link or the file to which a shell redirects.
 */
export function isOpenAs(path: string, descriptor: number): boolean {
  if (ownDescriptor(path) === descriptor) return true
  try {
    return isSame(statSync(path, BIG), fstatSync(descriptor, BIG))
  } catch {
    return false
  }
}

/** Whether two paths name one existing file. */
export function isSameFile(path: string, other: string): boolean {
  try {
    return isSame(statSync(path, BIG), statSync(other, BIG))
  } catch {
    return false
  }
}

/** On Windows, the numbers of two files can be the same when rounded. */
const BIG = { bigint: true } as const

/** Not for devices: what is written to `/dev/null` twice doesn't mix. */
function isSame(file: BigIntStats, other: BigIntStats): boolean {
  return !file.isCharacterDevice() && file.ino !== 0n && file.ino === other.ino && file.dev === other.dev
}

/** Undefined when there are more than `most` bytes. */
function contentOf(file: number, expected: number, most: number): Buffer | undefined {
  const parts: Buffer[] = []
  let size = 0
  for (;;) {
    const part = Buffer.allocUnsafe(Math.max(CHUNK, expected + 1 - size))
    const read = readPart(file, part)
    if (read === 0) return parts.length === 1 ? parts[0] : Buffer.concat(parts)
    size += read
    if (size > most) return undefined
    parts.push(part.subarray(0, read))
  }
}

/** On Windows, the end of a pipe can be an error. */
function readPart(file: number, part: Buffer): number {
  try {
    return readSync(file, part)
  } catch (error) {
    if (errorCode(error) === 'EOF') return 0
    throw error
  }
}

const FAULTS = {
  EISDIR: 'is a folder',
  ENXIO: 'is not a regular file',
  ENOENT: NO_FILE,
  ENOTDIR: NO_FILE,
  ERR_INVALID_ARG_VALUE: NO_FILE,
  EACCES: 'is not readable',
  EPERM: 'is not readable',
  ELOOP: 'is a loop of symbolic links',
  ENAMETOOLONG: TOO_LONG,
  EMFILE: 'cannot be opened, because this process has too many open files. Raise `ulimit -n`',
} as const

function isKnown(code: string): code is keyof typeof FAULTS {
  return Object.hasOwn(FAULTS, code)
}
