import { errorCode } from '../../shared/errors.ts'
import { readFileSync, statSync } from 'node:fs'
import type { InputName, InputReader } from '../inputs/inputs.ts'

/** The contents of a file, or a predicate that says why it can't be read: `is a folder`. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: string }

/** The files that inputs name, by their paths as typed. */
export type Files = ReadonlyMap<string, FileText>

export const NO_FILES: Files = new Map()

/** Inputs that take PEM text or the path of a PEM file. */
export const PEM_INPUTS = [
  'origin-ca',
  'origin-client-cert',
  'origin-client-key',
] as const satisfies readonly InputName[]

const MEBIBYTE = 1024 * 1024
/** Bytes of a PEM file. A bundle of all roots that browsers trust has a fifth of it. */
const MAX_BYTES = MEBIBYTE

/** Every PEM text contains this, and no path does. */
export const isPem = (text: string): boolean => text.includes('-----BEGIN ')

/**
 * Reads the files that inputs name, each once, so that parsers don't read files. Synchronous, like all file access
 * before the checks: `node:fs/promises` takes 2 ms to load.
 */
export function filesOf(inputs: readonly InputReader[]): Files {
  const named = inputs.flatMap((input) => PEM_INPUTS.map((name) => input(name).trim()))
  const paths = [...new Set(named)].filter((text) => text !== '' && !isPem(text))
  return new Map(paths.map((path) => [path, fileText(path)] as const))
}

function fileText(path: string): FileText {
  const file = bytesOf(path, MAX_BYTES)
  if (file.ok) return { ok: true, text: file.bytes.toString('utf8') }
  return { ok: false, fault: file.fault === NO_FILE ? ABSENT : file.fault }
}

/** The bytes of a file, or a predicate that says why it can't be read. */
export type FileBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly fault: string }

/** Reads a regular file of up to `most` bytes, which is a whole number of MiB. */
export function bytesOf(path: string, most: number): FileBytes {
  try {
    const found = statSync(path)
    if (found.isDirectory()) return { ok: false, fault: 'is a folder' }
    // A pipe or a device may never end.
    if (!found.isFile()) return { ok: false, fault: 'is not a regular file' }
    if (found.size > most) return { ok: false, fault: `is larger than ${most / MEBIBYTE} MiB` }
    return { ok: true, bytes: readFileSync(path) }
  } catch (error) {
    return { ok: false, fault: FAULTS[errorCode(error) ?? ''] ?? NO_FILE }
  }
}

const NO_FILE = 'does not exist'

/** Also for text that can't be a path: probably PEM text without its first line. */
export const ABSENT = 'is neither PEM text nor an existing file'

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'is not readable',
  EPERM: 'is not readable',
}
