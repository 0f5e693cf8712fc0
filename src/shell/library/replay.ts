import { recordingIn } from '../../recording/read.ts'
import { inSchema1 } from '../../report/schema-1/convert.ts'
import { replayed } from '../../run/conclude.ts'
import type { Entry } from './entry.ts'
import type { Outcome } from './outcome.ts'
import type { ReplayOptions } from './types.ts'

/** Judges a recording again. Pure. */
export function replay(
  recording: unknown,
  { showOrigin = false }: ReplayOptions,
  { crashText }: Entry,
): Outcome {
  const text = typeof recording === 'string' ? recording : jsonOf(recording)
  const found = text === undefined ? 'is not plain JSON' : recordingIn(text)
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

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
