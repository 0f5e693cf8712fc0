import { errorCode } from '../../shared/errors.ts'
import { summary } from '../runner/toolkit.ts'
import { truncateToBytes } from './truncate.ts'

/** Bytes that GitHub accepts from one step. It discards a larger summary completely. */
const MAX_SUMMARY = 1024 * 1024

/** Appends Markdown to the job summary. Returns a warning if that fails. */
export async function publishSummary(markdown: string): Promise<string | undefined> {
  try {
    await summary.addRaw(truncateToBytes(markdown, MAX_SUMMARY - 1), true).write()
    return undefined
  } catch (error) {
    summary.emptyBuffer()
    const code = errorCode(error)
    const reason =
      code === undefined
        ? 'GITHUB_STEP_SUMMARY is not set'
        : `the file that GITHUB_STEP_SUMMARY names cannot be written (${code})`
    return `The verdict stands, but the job summary could not be written: ${reason}.`
  }
}
