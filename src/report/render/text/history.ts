import type { HistoryStatistics } from '../../history/statistics.ts'
import { plural } from '../../../shared/text.ts'
import { eventMark, historyEvents, historyFacts, historyPoint } from '../history.ts'
import { aligned } from '../timeline.ts'
import { INDENT } from './terminal.ts'

interface Page {
  readonly width: number
  readonly wrap: (text: string, indent?: string) => readonly string[]
}

/** The history in one sentence, and its strip. */
export function historySummary(history: HistoryStatistics, { wrap }: Page): readonly string[] {
  const { label, text, strip = '' } = historyPoint(history)
  return [...wrap(`${label}: ${text}`), ...wrap(strip)]
}

/** What happened between runs, one line each; empty if nothing did, or after one run. */
export function historyLines(history: HistoryStatistics, { width, wrap }: Page): readonly string[] {
  const { events, others } = historyEvents(history)
  if (events.length === 0 || history.entries.length === 1) return []
  const names = aligned(events.map((event) => [event.when, `${eventMark(event)} ${event.what}`.trim(), '|']))
  const lines = events.flatMap(({ length, details }, index) => {
    const start = `${INDENT}${(names[index] ?? '').replace(/\|$/, '')}`
    const text = [length, details].filter((part) => part !== '').join(', ')
    return start.length > width / 2 ? wrap(`${start.trim()}  ${text}`, `${INDENT}- `) : wrap(text, start)
  })
  return [
    ...lines,
    ...(others === 0 ? [] : wrap(`and ${plural(others, 'more event')}`)),
    ...historyFacts(history).flatMap(({ label, text }) => wrap(`${label}: ${text}`)),
  ]
}
