import type { Config } from '../domain/config.ts'
import type { Recording } from '../recording/recording.ts'
import { recordingSteps, recordingText } from '../recording/write.ts'
import { pace } from '../shared/turns.ts'
import { CANCELLED, writeReport } from './files.ts'

/** Writes the recording of a run, unless the run was cancelled and must end soon. */
export type Recorder = (finished: Omit<Recording, 'recording'>, isLate: () => boolean) => Promise<void>

/**
 * Makes a recorder that writes to a file.
 *
 * @param onFailed called with the reason if the file can't be written
 */
export function recorder(
  path: string,
  { showOrigin, publish }: Config,
  onFailed: (fault: string) => void,
): Recorder {
  const options = { showOrigin, tokens: [publish.githubToken] }
  return async (finished, isLate) => {
    const recording = await inTime(recordingSteps(finished, options), isLate)
    const failed =
      recording === undefined ? CANCELLED : await writeReport(path, () => recordingText(recording), isLate)
    if (failed !== undefined) onFailed(failed)
  }
}

/** The result of work, step by step; undefined when there is no time for the rest. */
async function inTime<T>(steps: Iterator<unknown, T>, isLate: () => boolean): Promise<T | undefined> {
  const pause = pace()
  while (!isLate()) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
  return undefined
}
