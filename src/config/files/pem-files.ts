import { errorCode } from '../../shared/errors.ts'
import { readFile, stat } from 'node:fs/promises'
import type { InputName } from '../inputs/inputs.ts'

/** The contents of a file, or a predicate that says why there are none: `is a folder`. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: string }

/** What the paths among the inputs lead to, by the path as it was given. */
export type Files = ReadonlyMap<string, FileText>

export const NO_FILES: Files = new Map()

/** These take PEM text or the path of a file that holds it. */
export const PEM_INPUTS = [
  'origin-ca',
  'origin-client-cert',
  'origin-client-key',
] as const satisfies readonly InputName[]

const MEBIBYTE = 1024 * 1024
/** A bundle of every root that browsers trust is a fifth of it. */
const MOST_BYTES = MEBIBYTE

/** Every PEM text has it, and no path. */
export const isPem = (text: string): boolean => text.includes('-----BEGIN ')

/** Reads the files that inputs name, each once, so that their parsers need not. */
export async function filesOf(inputs: readonly ((name: InputName) => string)[]): Promise<Files> {
  const named = inputs.flatMap((input) => PEM_INPUTS.map((name) => input(name).trim()))
  const paths = [...new Set(named)].filter((text) => text !== '' && !isPem(text))
  return new Map(await Promise.all(paths.map(async (path) => [path, await fileText(path)] as const)))
}

async function fileText(path: string): Promise<FileText> {
  const file = await bytesOf(path, MOST_BYTES)
  if (file.ok) return { ok: true, text: file.bytes.toString('utf8') }
  return { ok: false, fault: file.fault === NO_FILE ? ABSENT : file.fault }
}

/** What is in a file, or a predicate that says why that cannot be read. */
export type FileBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly fault: string }

/** Reads a plain file of up to `most` bytes, whole mebibytes. */
export async function bytesOf(path: string, most: number): Promise<FileBytes> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { ok: false, fault: 'is a folder' }
    // A pipe or a device may never end.
    if (!found.isFile()) return { ok: false, fault: 'is no plain file' }
    if (found.size > most) return { ok: false, fault: `is larger than ${most / MEBIBYTE} MiB` }
    return { ok: true, bytes: await readFile(path) }
  } catch (error) {
    return { ok: false, fault: FAULTS[errorCode(error) ?? ''] ?? NO_FILE }
  }
}

const NO_FILE = 'is no file that exists'

/** Also of what cannot be a path at all: it was meant to be PEM text, and lost its first line. */
export const ABSENT = 'is neither PEM text nor a file that exists'

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'is a file that may not be read',
  EPERM: 'is a file that may not be read',
}
