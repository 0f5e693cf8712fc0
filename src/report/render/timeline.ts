import { duration, plural } from '../../shared/text.ts'
import type { TimelineEntry, SiteReport } from '../../domain/report.ts'
import type { Outage } from '../history/statistics.ts'
import { MARKS, timeOfDay } from '../words.ts'

/** More rounds than this do not fit on one line. */
const MAX_STRIP = 60

/** Consecutive rounds with the same outcome. */
export interface Stretch {
  readonly first: TimelineEntry
  readonly last: TimelineEntry
  readonly count: number
  /** Dropped rounds before it that had another outcome. */
  readonly skippedBefore?: TimelineEntry['skipped']
}

/** Of equal marks in a row, a long strip has so many at either end. */
const MARKS_AT_END = 3

/**
 * One mark per round, oldest first. An ellipsis stands for dropped rounds, and in a long strip for equal ones, or for
 * its beginning.
 */
export function stripOf(timeline: readonly TimelineEntry[]): string {
  const shown = timeline.length > MAX_STRIP ? timeline.filter(isNearChange) : timeline
  const newest = shown.slice(-MAX_STRIP)
  const positions = newest.map((entry) => timeline.indexOf(entry))
  const marks = newest.map(({ verdict, skipped }, at) => {
    const gap = skipped !== undefined || positions[at] !== (at === 0 ? 0 : (positions[at - 1] ?? 0) + 1)
    return (gap ? '…' : '') + MARKS[verdict]
  })
  return marks.join('')
}

/** Whether the strip, or a row of equal marks, begins or ends near this round. */
function isNearChange({ verdict }: TimelineEntry, at: number, timeline: readonly TimelineEntry[]): boolean {
  const isNearEnd = at < MARKS_AT_END || at >= timeline.length - MARKS_AT_END
  const near = timeline.slice(Math.max(0, at - MARKS_AT_END), at + MARKS_AT_END + 1)
  return isNearEnd || near.some((other) => other.verdict !== verdict)
}

export function stretchesOf(timeline: readonly TimelineEntry[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const entry of timeline) {
    const before = stretches.at(-1)
    const skippedBefore = entry.skipped?.identical === false ? entry.skipped : undefined
    if (before !== undefined && skippedBefore === undefined && sameOutcome(before.last, entry)) {
      const count = before.count + (entry.skipped?.rounds ?? 0) + 1
      stretches[stretches.length - 1] = { ...before, last: entry, count }
    } else {
      stretches.push({
        first: entry,
        last: entry,
        count: 1,
        ...(skippedBefore !== undefined && { skippedBefore }),
      })
    }
  }
  return stretches
}

function sameOutcome(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.verdict === b.verdict && a.cause === b.cause && a.edge === b.edge && a.origin === b.origin
}

/**
 * Since when, and in how many rounds, the site was as the verdict says. Undefined for a healthy site.
 *
 * @param outage the last one of the history. If it began before this run, the history says since when the site fails
 */
export function timeSpan(
  { timeline, trend, verdict, availability }: SiteReport,
  outage?: Outage,
): { readonly label: string; readonly text: string } | undefined {
  const matching = timeline.filter((entry) => entry.verdict === verdict)
  const [first, last] = [matching[0], matching.at(-1)]
  if (verdict === 'healthy' || first === undefined || last === undefined) return undefined
  const label = LABELS[verdict]
  if (timeline.length === 1) return { label: label.once, text: `${timeOfDay(first.at)} UTC, one check` }
  const count = verdict === 'unhealthy' ? availability.failed : availability.inconclusive
  const checks = `${count} of ${plural(availability.rounds, 'check')} over ${durationOf(timeline)}`
  if (trend === 'steady' && outage?.end === 'ongoing' && Date.parse(outage.from) < Date.parse(first.at))
    return { label: 'Failing now', text: checks }
  // When the first check fails, the failure began at some time before it.
  const earlier = timeline[0] === first && first.skipped === undefined ? ' or earlier' : ''
  return trend === 'steady'
    ? { label: label.since, text: `${timeOfDay(first.at)} UTC${earlier}, ${checks}` }
    : { label: label.between, text: `${timeOfDay(first.at)} to ${timeOfDay(last.at)} UTC, ${checks}` }
}

const LABELS = {
  unhealthy: { once: 'Failed at', since: 'Failing since', between: 'Failed' },
  inconclusive: { once: 'Checked at', since: 'Inconclusive since', between: 'Inconclusive' },
} as const

function durationOf(timeline: readonly TimelineEntry[]): string {
  return duration(Date.parse(timeline.at(-1)?.at ?? '') - Date.parse(timeline[0]?.at ?? ''))
}

/** One line per stretch: when, how many rounds, what visitors got, what the origin did. */
export function timelineLines(timeline: readonly TimelineEntry[], max = 40): readonly string[] {
  const stretches = stretchesOf(timeline)
  const lines = stretches.slice(-max).flatMap(stretchCells)
  const left = stretches.length - Math.min(max, stretches.length)
  return [...(left > 0 ? [`… ${plural(left, 'earlier line')}`] : []), ...aligned(lines)]
}

function stretchCells({ first, last, count, skippedBefore }: Stretch): readonly (readonly string[])[] {
  const cells = [
    count === 1 ? timeOfDay(first.at) : `${timeOfDay(first.at)}–${timeOfDay(last.at)}`,
    `${MARKS[first.verdict]} ${plural(count, 'check')}`,
    `edge ${first.edge === '' ? 'not checked' : first.edge}`,
    first.origin === '' ? '' : `origin ${first.origin}`,
  ]
  if (skippedBefore === undefined) return [cells]
  return [['…', `  ${plural(skippedBefore.rounds, 'check')}, ${skippedBefore.failed} of them failed`], cells]
}

/** Pads cells so that columns line up. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
