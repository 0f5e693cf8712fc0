import { TextDecoder } from 'node:util'
import { readBounded } from '../../files/read.ts'
import { type Files, filesOf } from './pem-files.ts'
import type { InputReader } from '../inputs/inputs.ts'
import type { Listed, ListedSite } from './sites-file.ts'
import type { Place } from './tree.ts'

/** The files that the inputs name, and the sites that one of them lists. */
export interface ReferencedFiles {
  readonly files: Files
  /** The sites of `config`, or a predicate that says why the file can't be read: `is a folder`. */
  readonly listed?: Listed | string
}

/** Bytes of the sites file: 200 for each of ten thousand sites. In a fork's pull request, the file is the fork's. */
const MAX_BYTES = 2 * 1024 * 1024

/** Reads every file that the inputs or the sites of `config` name. */
export async function referencedFiles(input: InputReader): Promise<ReferencedFiles> {
  const path = input('config').trim()
  const listed = path === '' ? undefined : await listedIn(path)
  const reads = [input, ...sitesOf(listed).map(inputsOf)]
  return { files: filesOf(reads), ...(listed !== undefined && { listed }) }
}

export function sitesOf(listed: ReferencedFiles['listed']): readonly ListedSite[] {
  return listed === undefined || typeof listed === 'string' ? [] : listed.sites
}

/** Reads the values of a listed site like inputs. */
export function inputsOf({ values }: ListedSite): InputReader {
  return (name) => values.get(name)?.text ?? ''
}

async function listedIn(path: string): Promise<Listed | string> {
  const file = readBounded(path, MAX_BYTES)
  if (!file.ok) return file.fault
  const damage = damageIn(file.bytes)
  if (damage !== undefined)
    return {
      sites: [],
      faults: [{ place: damage, text: 'This is not valid UTF-8. Save the file in that encoding.' }],
    }
  // The YAML parser is loaded only by runs that have such a file.
  const { sitesIn } = await import('./sites-file.ts')
  return sitesIn(new TextDecoder().decode(file.bytes))
}

/** The position of the first bytes that are not valid UTF-8. */
function damageIn(bytes: Buffer): Place | undefined {
  // The decoder replaces invalid bytes, so the text encodes to other bytes. It must keep a byte order mark for that.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = Buffer.from(text)
  if (again.equals(bytes)) return undefined
  const offset = again.findIndex((byte, index) => byte !== bytes[index])
  const before = bytes.subarray(0, offset).toString().split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
