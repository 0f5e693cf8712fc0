import { readFileSync } from 'node:fs'
import { recordingIn } from '../recording/read.ts'
import type { Recording } from '../recording/recording.ts'

/** The recording in a file, or what is wrong with the file: it completes "`--replay` …". */
export function recordingAt(path: string): Recording | string {
  try {
    return recordingIn(readFileSync(path, 'utf8')) ?? 'names a file that `--record` did not write'
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error'
    return `names a file that cannot be read (${code})`
  }
}
