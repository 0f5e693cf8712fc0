import { writeFaultOf } from '../../files/faults.ts'
import { openTarget } from '../../files/write.ts'
import type { Env } from '../event/event.ts'
import { truncateToBytes } from './truncate.ts'

/** Bytes that GitHub accepts from one step. It discards a larger summary completely. */
const MAX_SUMMARY = 1024 * 1024

/** Appends Markdown to the job summary. Returns a warning if that fails. */
export function publishSummary(env: Env, markdown: string): string | undefined {
  const path = env['GITHUB_STEP_SUMMARY'] ?? ''
  if (path === '') return warning('GITHUB_STEP_SUMMARY is not set. Only the Actions runner sets it.')
  try {
    const file = openTarget(path, 'append')
    try {
      file.write(`${truncateToBytes(markdown, MAX_SUMMARY - 1)}\n`)
    } finally {
      file.close()
    }
    return undefined
  } catch (error) {
    return warning(`the file that GITHUB_STEP_SUMMARY names cannot be written: ${writeFaultOf(error)}`)
  }
}

function warning(reason: string): string {
  return `The verdict stands, but the job summary could not be written: ${reason}`
}
