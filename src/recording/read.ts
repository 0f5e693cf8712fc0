import { migrateEvidence } from './migrate.ts'
import type { Recording } from './recording.ts'

/** The recording in a file's text, in this version's format; undefined when the file is not a recording. */
export function recordingIn(text: string): Recording | undefined {
  try {
    return currentFormat(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Only the outline is checked: the file is the user's own. */
function currentFormat(
  found: Omit<Recording, 'recording'> & { readonly recording: 1 | 2 },
): Recording | undefined {
  if (found.recording !== 1 && found.recording !== 2) return undefined
  const whole = found.sites.every(({ site, history }) => site.url !== '' && history[0].at > 0)
  if (!whole || found.sites.length === 0) return undefined
  if (found.recording === 2) return { ...found, recording: 2 }
  const sites = found.sites.map((each) => ({ ...each, history: migrateEvidence(each.history) }))
  return JSON.parse(JSON.stringify({ ...found, recording: 2, sites }))
}
