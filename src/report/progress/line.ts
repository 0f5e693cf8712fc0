import { duration } from '../../shared/text.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import { rayOf, throughCloudflare } from '../../cloudflare/response.ts'
import { elapsedIn } from '../../diagnosis/facts/exchange.ts'
import type { Next } from '../../diagnosis/next/schedule.ts'
import { outcome } from '../build/timeline.ts'
import { MARKS, timeOfDay } from '../words.ts'

/** One finished round at a site, and what comes next. */
export interface RoundProgress {
  readonly evidence: Evidence
  readonly judgment: Judgment
  /** Healthy rounds in a row. */
  readonly streak: number
  /** Healthy rounds in a row that make the site healthy. */
  readonly needed: number
  /** The site is healthy already, and this round is one of `watch`. */
  readonly watching: boolean
  readonly next: Next
  /** Milliseconds until the next round, which may be the first of `watch`; undefined after the last one. */
  readonly pause: number | undefined
  /** Milliseconds that are left of `wait`, or of `watch`. */
  readonly left: number
}

/**
 * One round on one line: `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · direct connection refused (31 ms) ·
 * origin-refused, certain · next check in 5 s, 48 s left`
 */
export function progressLine(line: RoundProgress): string {
  const { evidence, judgment, streak, needed, watching } = line
  const time = timeOfDay(new Date(evidence.at).toISOString())
  const [lead] = judgment.findings
  const cause = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`]
  const counts = judgment.verdict === 'healthy' && needed > 1 && !watching
  const row = counts ? [`${streak} of ${needed} in a row`] : []
  const origins = evidence.origins ?? []
  const direct = origins.map((origin, index) => {
    const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : ''
    return `direct${which} ${side(origin)}`
  })
  const parts = [
    `${routeTo(evidence.edge)} ${side(evidence.edge)}`,
    ...direct,
    ...cause,
    ...row,
    ...afterwards(line),
  ]
  return `${time} ${MARKS[judgment.verdict]} ${parts.join(' · ')}`
}

/** What follows this round, and for how long. */
function afterwards({ judgment, watching, next, pause, left }: RoundProgress): readonly string[] {
  if (next.kind === 'hopeless') return ["waiting won't fix this"]
  if (pause === undefined) return []
  const again = `next check in ${duration(pause)}`
  if (next.kind === 'reached') return ['healthy, watching from now on', again]
  if (watching) return [`${again}, watching for ${duration(left)} more`]
  return [judgment.verdict === 'healthy' ? again : `${again}, ${duration(left)} left`]
}

/** The route of a response. One from another server didn't come through Cloudflare. */
function routeTo(edge: Exchange | undefined): string {
  return edge?.kind === 'completed' && !throughCloudflare(edge) ? 'by name' : 'through Cloudflare'
}

function side(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'not checked'
  const colo = rayOf(exchange)?.colo ?? ''
  return `${outcome(exchange)} (${colo === '' ? '' : `${colo}, `}${duration(elapsedIn(exchange))})`
}
