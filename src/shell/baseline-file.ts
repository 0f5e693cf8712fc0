import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { type BaselineReport, baselineIn, type EarlierReport } from '../report/baseline/baseline.ts'

/** Bytes. A thousand sites take about ten million. */
const LIMIT = 64 * 1024 * 1024

/**
 * The report in a file; undefined where the path is empty. That there is none, or that it is something else, is told and
 * stops nothing. Synchronous, as everything that may have to be done while a resolver stays silent.
 */
export function earlierAt(path: string): EarlierReport | undefined {
  if (path === '') return undefined
  const found = read(path)
  return typeof found === 'string' ? { missing: `Nothing to compare with: ${found}.` } : found
}

const FILE = 'the earlier report that `baseline` names'

function read(path: string): BaselineReport | string {
  let file: number | undefined
  try {
    // Opening a pipe would wait for whoever writes into it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stat = fstatSync(file)
    if (!stat.isFile()) return `${FILE} is a folder or a device`
    if (stat.size > LIMIT) return `${FILE} is larger than ${LIMIT / 1024 / 1024} MiB`
    const found = baselineIn(readFileSync(file, 'utf8'))
    return typeof found === 'string' ? `the file that \`baseline\` names ${found}` : found
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error'
    return code === 'ENOENT' ? `${FILE} does not exist yet` : `${FILE} cannot be read (${code})`
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
