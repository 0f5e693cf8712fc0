import { isWithinLimits, member, parseJson } from '../shared/json.ts'
import { migrateEvidence } from './migrate.ts'
import { migrateResponses } from './migrate-responses.ts'
import { STOPPED, type Recording } from './recording.ts'
import { EVIDENCE, SITE } from './evidence-shape.ts'
import { anyOf, arrayOf, host, moment, number, object, text, type Fault } from './shape.ts'

/** Reads a recording of any version. On an error, returns a text that completes "the file …". */
export function recordingIn(content: string): Recording | string {
  if (!isWithinLimits(content)) return 'has more than 3,000,000 values or 200 levels'
  const found = parseJson(content)
  if (found === undefined) return 'is not valid JSON'
  const version = member(found, 'recording')
  if (typeof version !== 'number') return 'was not written by `--record`'
  if (version !== 1 && version !== 2 && version !== 3)
    return `has recording format ${version}, which this version does not support`
  const current = version === 3 ? found : migrated(found, version)
  return isRecording(current) ? current : wordsOf(faultOf(current))
}

function migrated(recording: unknown, version: 1 | 2): unknown {
  const sites = member(recording, 'sites')
  if (typeof recording !== 'object' || !Array.isArray(sites)) return recording
  const current = (history: unknown): unknown => {
    const second = version === 1 ? migrateEvidence(history) : history
    return Array.isArray(second) ? second.map(migrateResponses) : second
  }
  return {
    ...recording,
    recording: 3,
    sites: sites.map((site: unknown) =>
      typeof site === 'object'
        ? Object.assign({}, site, { history: current(member(site, 'history')) })
        : site,
    ),
  }
}

function isRecording(value: unknown): value is Recording {
  return faultOf(value) === undefined
}

function faultOf(value: unknown): Fault | undefined {
  return RECORDING(value, '')
}

function wordsOf({ path, most }: Fault = { path: '' }): string {
  return most === undefined
    ? `has no valid \`${path}\``
    : `has more than ${most.toLocaleString('en-US')} entries in \`${path}\``
}

/** As many as an input may name. */
const SITES = { min: 1, most: 10_000 }
/** A day of rounds, one each second. */
const ROUNDS = { min: 1, most: 86_400 }

/** Everything that a replay reads. */
const RECORDING = object(
  {
    recording: anyOf(3),
    version: text,
    at: moment,
    schedule: object({ wait: number, interval: number, consecutiveSuccesses: number, watch: number }),
    sites: arrayOf(
      object(
        { site: SITE, history: arrayOf(EVIDENCE, ROUNDS), addresses: arrayOf(host) },
        { stopped: anyOf(...STOPPED) },
      ),
      SITES,
    ),
  },
  { cancelled: anyOf(true) },
)
