import { NO_FILE, readBounded, TOO_LONG } from '../../files/read.ts'
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

/** Bytes of a PEM file. A bundle of all roots that browsers trust has a fifth of it. */
const MAX_BYTES = 1024 * 1024

/** Every PEM text contains this, and no path does. */
export const isPem = (text: string): boolean => text.includes('-----BEGIN ')

/**
 * Reads the files that inputs name, each once, so that parsers don't read files.
 */
export function filesOf(inputs: readonly InputReader[]): Files {
  const named = inputs.flatMap((input) => PEM_INPUTS.map((name) => input(name).trim()))
  const paths = [...new Set(named)].filter((text) => text !== '' && !isPem(text))
  return new Map(paths.map((path) => [path, fileText(path)] as const))
}

function fileText(path: string): FileText {
  const file = readBounded(path, MAX_BYTES)
  if (file.ok) return { ok: true, text: file.bytes.toString('utf8') }
  return { ok: false, fault: file.fault === NO_FILE || file.fault === TOO_LONG ? ABSENT : file.fault }
}

/** Also for text that can't be a path: probably PEM text without its first line. */
export const ABSENT = 'is neither PEM text nor an existing file'
