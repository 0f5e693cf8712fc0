import type { Config } from '../domain/config.ts'
import type { Recording } from '../recording/recording.ts'
import { recordingOf } from '../recording/write.ts'
import { writeReport } from './files.ts'

/**
 * A function that writes the recording of a run to a file.
 *
 * @param onFailed called with the reason if the file can't be written
 */
export function recorder(
  path: string,
  { showOrigin, publish }: Config,
  onFailed: (fault: string) => void,
): (finished: Omit<Recording, 'recording'>) => Promise<void> {
  const options = { showOrigin, tokens: [publish.githubToken] }
  return async (finished) => {
    const failed = await writeReport(path, () => JSON.stringify(recordingOf(finished, options), null, 2))
    if (failed !== undefined) onFailed(failed)
  }
}
