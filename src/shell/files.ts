import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { errorCode } from '../shared/errors.ts'

// Everything here is synchronous: a DNS lookup that hangs can block the threads that asynchronous file access needs.

/** Characters that are written at once. */
const CHUNK = 65_536

/**
 * Writes a report and creates its folders. An empty path writes nothing, and nothing is rendered.
 *
 * @param render makes the text, or its pieces, which are written as they come
 * @returns the error code if the report can't be written
 */
export function writeReport(path: string, render: () => string | Iterable<string>): string | undefined {
  if (path === '') return undefined
  const text = render()
  try {
    makeFolder(dirname(resolve(path)))
    const file = openSync(path, 'w')
    try {
      for (const chunk of typeof text === 'string' ? [text] : chunksOf(text)) writeFileSync(file, chunk)
    } finally {
      closeSync(file)
    }
    return undefined
  } catch (error) {
    return errorCode(error) ?? 'unknown error'
  }
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

/** One folder at a time: a recursive `mkdir` below `/proc` never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder)
}
