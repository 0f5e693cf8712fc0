import { readAll } from '../../__tests__/support/reading.ts'
import { seededRandom, splitRandomly } from '../fuzz/bytes.ts'
import type { Case, Outcome } from './case.ts'
import { featuresOf, type Feature } from './features.ts'

/** How our reader understands a case. */
export interface OurReading {
  readonly outcome: Outcome
  /** Its deviations, and everything else that recipients read differently. */
  readonly features: ReadonlySet<Feature>
  /** The features that make the response incomplete. */
  readonly stoppedBy: readonly Feature[]
}

export function readOurselves(each: Case): OurReading {
  const pieces = splitRandomly(each.bytes, seededRandom(each.number))
  const reading = readAll(pieces, { method: each.method })
  const { state, status, body, headers } = reading
  const features = featuresOf(each, reading)
  if (state === 'complete' && status !== undefined)
    return { outcome: { complete: true, status, body, fields: headers }, features, stoppedBy: [] }
  const stoppedBy = STOPPERS[state === 'cut' ? 'cut' : 'unreadable'].filter((feature) =>
    features.has(feature),
  )
  return { outcome: { complete: false, why: state }, features, stoppedBy }
}

/** What keeps our reader from completing a response. */
const STOPPERS = {
  cut: ['cut-head', 'cut-body', 'cr-in-cut-line'],
  unreadable: ['not-http', 'status-code', 'unrequested-upgrade', 'chunk-size', 'chunk-end'],
} as const satisfies Readonly<Record<string, readonly Feature[]>>
