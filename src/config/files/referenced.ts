import { TextDecoder } from 'node:util'
import { bytesOf, type FileBytes, type Files, filesOf } from './pem-files.ts'
import type { InputName } from '../inputs/inputs.ts'
import type { Listed, ListedSite } from './sites-file.ts'
import type { Place } from './yaml.ts'

type Read = (name: InputName) => string

/** What the inputs lead to: the files that they name, and the sites that one of them lists. */
export interface ReferencedFiles {
  readonly files: Files
  /** Of `config`; a predicate where that is no file that can be read: `is a folder`. */
  readonly listed?: Listed | string
}

/** Ten thousand sites with all that there is to say of each. */
const MOST_BYTES = 4 * 1024 * 1024

/** Reads every file that the inputs, or the sites of `config`, name. */
export async function referencedFiles(input: Read): Promise<ReferencedFiles> {
  const path = input('config').trim()
  const listed = path === '' ? undefined : await listedIn(path)
  const reads = [input, ...sitesOf(listed).map(readOf)]
  return { files: await filesOf(reads), ...(listed !== undefined && { listed }) }
}

export function sitesOf(listed: ReferencedFiles['listed']): readonly ListedSite[] {
  return listed === undefined || typeof listed === 'string' ? [] : listed.sites
}

/** What a site says itself, read as the inputs are. */
export function readOf({ values }: ListedSite): Read {
  return (name) => values.get(name)?.text ?? ''
}

async function listedIn(path: string): Promise<Listed | string> {
  const file: FileBytes = await bytesOf(path, MOST_BYTES)
  if (!file.ok) return file.fault
  const damage = damageIn(file.bytes)
  if (damage !== undefined)
    return {
      sites: [],
      faults: [{ place: damage, text: 'This is no UTF-8. Save the file in that encoding.' }],
    }
  // Most runs have no such file, and need no YAML.
  const { sitesIn } = await import('./sites-file.ts')
  return sitesIn(new TextDecoder().decode(file.bytes))
}

/** Where the first bytes are that are no UTF-8. */
function damageIn(bytes: Buffer): Place | undefined {
  // What the decoder cannot read it replaces, and then the bytes are others. It leaves a byte order mark in its place.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = Buffer.from(text)
  if (again.equals(bytes)) return undefined
  const offset = again.findIndex((byte, index) => byte !== bytes[index])
  const before = bytes.subarray(0, offset).toString().split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
