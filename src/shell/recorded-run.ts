import { readFileSync } from 'node:fs'
import { recordingIn } from '../recording/read.ts'
import type { Recording } from '../recording/recording.ts'
import { errorCode } from '../shared/errors.ts'

/** The recording in a file, or what is wrong with the file, as the end of a sentence that starts with "`--replay`". */
export function readRecording(path: string): Recording | string {
  try {
    const found = recordingIn(readFileSync(path, 'utf8'))
    return typeof found === 'string' ? `names a file that ${found}` : found
  } catch (error) {
    return `names a file that cannot be read (${errorCode(error) ?? 'unknown error'})`
  }
}
