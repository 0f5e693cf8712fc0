import { writeFaultOf } from '../files/faults.ts'
import { ownDescriptor } from '../files/read.ts'
import { makeFolderOf, openTarget } from '../files/write.ts'

/** Characters that are written at once. */
const CHUNK = 65_536

/**
 * Writes a report and creates its folders. An empty path writes nothing, and nothing is rendered.
 *
 * @param render makes the text, or its pieces, which are written as they come
 * @returns why the report can't be written, and how to fix that: `the disk is full (ENOSPC). Free some space.`
 */
export function writeReport(path: string, render: () => string | Iterable<string>): string | undefined {
  if (path === '') return undefined
  const text = render()
  try {
    if (ownDescriptor(path) === undefined) makeFolderOf(path)
    const target = openTarget(path, 'replace')
    try {
      for (const chunk of typeof text === 'string' ? [text] : chunksOf(text)) target.write(chunk)
    } finally {
      target.close()
    }
    return undefined
  } catch (error) {
    return writeFaultOf(error)
  }
}

/** The warning about a report for which `writeReport` returned this. */
export function unwritten(what: string, fault: string): string {
  return `The ${what} could not be written, because ${fault} The verdict stands.`
}

/** Joins short pieces. */
function* chunksOf(pieces: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
