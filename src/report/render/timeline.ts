import { plural, duration } from '../../shared/text.ts'
import type { TimelineEntry, SiteReport } from '../../domain/report.ts'
import { MARKS, timeOfDay } from '../words.ts'

/** A line can hold this many looks. */
const LONGEST_STRIP = 60

/** Looks in a row that saw the same. */
export interface Stretch {
  readonly first: TimelineEntry
  readonly last: TimelineEntry
  readonly count: number
  /** Looks before it that were not kept, and saw something else. */
  readonly missing?: TimelineEntry['skipped']
}

/** One mark a look, oldest first; of a long run the end. Looks that were not kept are dots. */
export function stripOf(timeline: readonly TimelineEntry[]): string {
  const shown = timeline.slice(-LONGEST_STRIP)
  const marks = shown.map(({ verdict, skipped }, at) => {
    const gap = at === 0 ? timeline.length > shown.length : skipped !== undefined
    return (gap ? '…' : '') + MARKS[verdict]
  })
  return marks.join('')
}

export function stretchesOf(timeline: readonly TimelineEntry[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const look of timeline) {
    const before = stretches.at(-1)
    const missing = look.skipped?.alike === false ? look.skipped : undefined
    if (before !== undefined && missing === undefined && sameSight(before.last, look)) {
      const count = before.count + (look.skipped?.looks ?? 0) + 1
      stretches[stretches.length - 1] = { ...before, last: look, count }
    } else {
      stretches.push({ first: look, last: look, count: 1, ...(missing !== undefined && { missing }) })
    }
  }
  return stretches
}

function sameSight(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.verdict === b.verdict && a.cause === b.cause && a.edge === b.edge && a.origin === b.origin
}

/** When it failed: the label of the line, and what it says. Undefined when nothing failed. */
export function timeSpan({
  timeline,
  trend,
  verdict,
  course,
}: SiteReport): { label: string; text: string } | undefined {
  const failed = timeline.filter((look) => look.verdict === verdict)
  const [first] = failed
  const last = failed.at(-1)
  if (verdict === 'healthy' || first === undefined || last === undefined) return undefined
  if (timeline.length === 1) return { label: 'When', text: `${timeOfDay(first.at)} UTC, one look` }
  const count = verdict === 'unhealthy' ? course.failed : course.unseen
  const looks = `${count} of ${plural(course.looks, 'look')} in ${between(timeline)}`
  if (trend === 'steady') return { label: 'Since', text: `${timeOfDay(first.at)} UTC, ${looks}` }
  return { label: 'When', text: `${timeOfDay(first.at)} to ${timeOfDay(last.at)} UTC, ${looks}` }
}

function between(timeline: readonly TimelineEntry[]): string {
  return duration(Date.parse(timeline.at(-1)?.at ?? '') - Date.parse(timeline[0]?.at ?? ''))
}

/** One line a stretch: when, how many looks, what visitors got, what the origin did. */
export function timelineLines(timeline: readonly TimelineEntry[], most = 40): readonly string[] {
  const stretches = stretchesOf(timeline)
  const lines = stretches.slice(-most).flatMap(stretchCells)
  const left = stretches.length - Math.min(most, stretches.length)
  return [
    ...(left > 0 ? [`… ${plural(left, 'earlier stretch', 'earlier stretches')}`] : []),
    ...aligned(lines),
  ]
}

function stretchCells({ first, last, count, missing }: Stretch): readonly (readonly string[])[] {
  const cells = [
    count === 1 ? timeOfDay(first.at) : `${timeOfDay(first.at)}–${timeOfDay(last.at)}`,
    `${MARKS[first.verdict]} ${plural(count, 'look')}`,
    `edge ${first.edge === '' ? 'not asked' : first.edge}`,
    first.origin === '' ? '' : `origin ${first.origin}`,
  ]
  if (missing === undefined) return [cells]
  return [['…', `  ${plural(missing.looks, 'look')}, ${missing.failed} of them failed`], cells]
}

/** Columns under one another. */
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
