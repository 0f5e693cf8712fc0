import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import { errorCode } from '../shared/errors.ts'

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
