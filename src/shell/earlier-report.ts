import { NO_FILE, readBounded } from '../files/read.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'

/** Bytes. A report on a thousand sites has about ten million. */
export const MAX_REPORT_SIZE = 64 * 1024 * 1024

const BASELINE = 'the earlier report that `baseline` names'

/** The report to compare with, or why there is none. Undefined when the path is empty. */
export async function readBaseline(path: string): Promise<EarlierReport | undefined> {
  if (path === '') return undefined
  const { baselineIn } = await import('../report/baseline/baseline.ts')
  const file = readBounded(path, MAX_REPORT_SIZE)
  if (!file.ok) return missing(`${BASELINE} ${file.fault === NO_FILE ? 'does not exist yet' : file.fault}`)
  const found = baselineIn(file.bytes.toString('utf8'))
  return typeof found === 'string' ? missing(`the file that \`baseline\` names ${found}`) : found
}

function missing(reason: string): EarlierReport {
  return { missing: `Nothing to compare with: ${reason}.` }
}
