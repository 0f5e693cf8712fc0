import { recordingIn } from '../../recording/read.ts'
import { inSchema1 } from '../../report/schema-1/convert.ts'
import { replayed } from '../../run/conclude.ts'
import type { Entry } from './entry.ts'
import type { Outcome } from './outcome.ts'
import type { ReplayOptions } from './types.ts'

/**
 * Judges a recording again. Pure.
 *
 * @param recording its text; undefined if it can't be JSON
 */
export function replay(
  recording: string | undefined,
  { showOrigin = false }: ReplayOptions,
  { crashText }: Entry,
): Outcome {
  const found = recording === undefined ? 'is not plain JSON' : recordingIn(recording)
  if (typeof found === 'string')
    return {
      kind: 'refused',
      problems: [`The recording ${found}. Use what \`--record\` wrote, as text or parsed.`],
    }
  try {
    return {
      kind: 'report',
      report: inSchema1(replayed(found, { showOrigin, publish: { githubToken: '' } })),
    }
  } catch (error) {
    return { kind: 'crashed', text: crashText(error, 'Nothing is known about the site.') }
  }
}
