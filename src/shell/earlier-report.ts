import { NO_FILE, readBounded } from '../files/read.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'

const MEBIBYTE = 1024 * 1024

/** Bytes of a report to merge. A report on a thousand sites has about ten million. */
export const MAX_REPORT_SIZE = 64 * MEBIBYTE
/** Bytes of a baseline. It is read next to the evidence of a run, which takes memory too. */
const MAX_BASELINE_SIZE = 32 * MEBIBYTE

/**
 * The report to compare with, or why there is none. Undefined when the path is empty.
 *
 * @param elsewhere where it is if there is no file
 */
export async function readBaseline(
  path: string,
  elsewhere: () => Promise<EarlierReport | undefined> = async () => undefined,
): Promise<EarlierReport | undefined> {
  if (path === '') return elsewhere()
  const { baselineIn, FAULTS } = await import('../report/baseline/baseline.ts')
  const file = readBounded(path, MAX_BASELINE_SIZE)
  if (!file.ok && file.fault === NO_FILE) return (await elsewhere()) ?? missing('does not exist yet', '')
  if (!file.ok) return missing(file.fault, fixOf(file.fault))
  const found = baselineIn(file.bytes.toString('utf8'))
  if (typeof found !== 'string') return found
  return missing(found, found === FAULTS.schema ? 'Use the version of Origin Gate that wrote it.' : INTACT)
}

const INTACT = 'Use a complete JSON report, as `report` writes it.'

/** Empty for a fault that says what to do. */
function fixOf(fault: string): string {
  if (fault.includes('. ')) return ''
  if (fault.startsWith('is larger')) return 'Check fewer sites in one run, or use another file.'
  return fault === 'is not readable' ? 'Give this user read permission.' : 'Use the path of a JSON report.'
}

function missing(reason: string, fix: string): EarlierReport {
  const text = `Nothing to compare with: the earlier report that \`baseline\` names ${reason}. ${fix}`
  return { missing: text.trimEnd() }
}
