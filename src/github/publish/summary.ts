import { errorCode } from '../../shared/errors.ts'
import { summary } from '../runner/toolkit.ts'
import { truncateToBytes } from './truncate.ts'

/** Bytes that GitHub takes from one step. It drops a larger summary as a whole. */
const LIMIT = 1024 * 1024

/** Appends Markdown to the summary of the job. Returns a warning when that fails. */
export async function publishSummary(markdown: string): Promise<string | undefined> {
  try {
    await summary.addRaw(truncateToBytes(markdown, LIMIT - 1), true).write()
    return undefined
  } catch (error) {
    summary.emptyBuffer()
    const code = errorCode(error)
    const reason =
      code !== undefined
        ? `the file of GITHUB_STEP_SUMMARY refused it (${code})`
        : 'GITHUB_STEP_SUMMARY is not set'
    return `The verdict stands, but no job summary was written: ${reason}.`
  }
}
