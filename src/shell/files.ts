import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { errorCode } from '../shared/errors.ts'

// Everything here is synchronous: a DNS lookup that hangs can block the threads that asynchronous file access needs.

/**
 * Writes a report and creates its folders. An empty path writes nothing, and nothing is rendered.
 *
 * @returns the error code if the report can't be written
 */
export function writeReport(path: string, render: () => string): string | undefined {
  if (path === '') return undefined
  const text = render()
  try {
    makeFolder(dirname(resolve(path)))
    writeFileSync(path, text)
    return undefined
  } catch (error) {
    return errorCode(error) ?? 'unknown error'
  }
}

/** One folder at a time: a recursive `mkdir` below `/proc` never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder)
}
