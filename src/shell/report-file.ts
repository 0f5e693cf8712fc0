import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Writes a report, with the folders it needs; none where the path is empty. Returns the code of the error that kept it from being written.
 * Synchronous on purpose: a resolver that stays silent holds the threads on which other writes would wait. Folder by
 * folder on purpose: a recursive `mkdir` never ends below `/proc`.
 */
export function writeReport(path: string, text: string): string | undefined {
  if (path === '') return undefined
  try {
    makeFolder(dirname(resolve(path)))
    writeFileSync(path, text)
    return undefined
  } catch (error) {
    return Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error'
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder)
}
