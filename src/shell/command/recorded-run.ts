import { readBounded } from '../../files/read.ts'
import { recordingIn } from '../../recording/read.ts'
import type { Recording } from '../../recording/recording.ts'

/** Bytes. A recording of a thousand rounds has about ten million. */
const MAX_RECORDING_SIZE = 64 * 1024 * 1024

/** The recording in a file, or what is wrong with the file, as a predicate: `is a folder`. */
export function readRecording(path: string): Recording | string {
  const file = readBounded(path, MAX_RECORDING_SIZE, { pipes: true })
  if (!file.ok) return file.fault
  return recordingIn(file.bytes.toString('utf8'))
}
