import type { Confidence } from '../../domain/cause.ts'
import type { TimelineEntry } from '../../domain/report.ts'
import type { Redactor } from '../../redact/redact.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { sanitizerOf } from '../build/sanitize.ts'
import { timelineEntry } from '../build/timeline.ts'
import { progressLine, type RoundProgress } from './line.ts'

/** One round as a program reads it, redacted. */
export interface CheckProgress extends Pick<TimelineEntry, 'at' | 'verdict' | 'cause' | 'edge' | 'origin'> {
  readonly url: string
  readonly confidence: Confidence | ''
  readonly line: string
}

/** Characters. A line names the responses of all origins. */
const MAX_LINE = 1000

export function checkProgress(round: RoundProgress, url: string, redact: Redactor): CheckProgress {
  const sanitize = sanitizerOf(redact)
  const { at, verdict, cause, edge, origin } = timelineEntry(round.evidence, round.judgment, sanitize)
  return {
    url: sanitize(shownUrl(url), 500),
    at,
    verdict,
    cause,
    confidence: round.judgment.findings[0]?.match.confidence ?? '',
    edge,
    origin,
    line: sanitize(progressLine(round), MAX_LINE),
  }
}
