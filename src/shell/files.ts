import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Recording } from '../recording/recording.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import { errorCode } from '../shared/errors.ts'

// Everything here is synchronous: a DNS lookup that hangs can block the threads that asynchronous file access needs.

/**
 * Writes a report and creates its folders. An empty path writes nothing.
 *
 * @returns the error code if the report can't be written
 */
export function writeReport(path: string, text: string): string | undefined {
  if (path === '') return undefined
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

/** Bytes. A report on a thousand sites has about ten million. */
const MAX_BASELINE_SIZE = 64 * 1024 * 1024

const BASELINE = 'the earlier report that `baseline` names'

/** The report to compare with, or why there is none. Undefined when the path is empty. */
export async function readBaseline(path: string): Promise<EarlierReport | undefined> {
  if (path === '') return undefined
  const { baselineIn } = await import('../report/baseline/baseline.ts')
  let file: number | undefined
  try {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stat = fstatSync(file)
    if (!stat.isFile()) return missing(`${BASELINE} is a folder or a device`)
    if (stat.size > MAX_BASELINE_SIZE) {
      return missing(`${BASELINE} is larger than ${MAX_BASELINE_SIZE / 1024 / 1024} MiB`)
    }
    const found = baselineIn(readFileSync(file, 'utf8'))
    return typeof found === 'string' ? missing(`the file that \`baseline\` names ${found}`) : found
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error'
    return missing(
      code === 'ENOENT' ? `${BASELINE} does not exist yet` : `${BASELINE} cannot be read (${code})`,
    )
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function missing(reason: string): EarlierReport {
  return { missing: `Nothing to compare with: ${reason}.` }
}

/** The recording in a file, or what is wrong with the file, as the end of a sentence that starts with "`--replay`". */
export async function readRecording(path: string): Promise<Recording | string> {
  const { recordingIn } = await import('../recording/read.ts')
  try {
    const found = recordingIn(readFileSync(path, 'utf8'))
    return typeof found === 'string' ? `names a file that ${found}` : found
  } catch (error) {
    return `names a file that cannot be read (${errorCode(error) ?? 'unknown error'})`
  }
}
