import { DAY, HOUR, MINUTE, plural } from '../../../../shared/text.ts'
import type { HistoryEntry } from '../../../../domain/history/entry.ts'
import type { HistoryStatistics } from '../../../history/statistics.ts'
import { dayOf, timeOfDay } from '../../../words.ts'
import { measured } from '../../charts/scale.ts'
import { withCode } from '../escape.ts'
import { chart, hasLine, isWorthDrawing, roomFor, type Slot } from './chart.ts'
import { type Part, verdictWords, worstOf } from './parts.ts'

/** Times that one bar can stand for, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440, 2880]

/** The response times over the runs of a history, and what the chart means. Empty if there are too few. */
export function historyTimes({ entries }: HistoryStatistics): string {
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined) return ''
  const step = stepOf(entries)
  const start = Math.floor(timeOf(first) / Math.min(step, HOUR)) * Math.min(step, HOUR)
  const parts = partsOf(entries)
  const slots = slotsOf(entries, parts, { start, step, end: timeOf(last) })
  if (!isWorthDrawing(slots)) return ''
  const since = new Date(start).toISOString()
  const title = `Response times of ${plural(entries.length, 'check')}`
  const line = hasLine(slots)
  const words = [
    `Blue bars: through Cloudflare.${line ? ' Orange line: direct.' : ''}`,
    ...verdictWords(parts, line),
    `Each bar shows the worst check of ${lengthWords(step)}.`,
    ...(slots.some(({ verdict }) => verdict === undefined) ? ['No bar: no check.'] : []),
  ]
  const drawing = chart({
    title,
    description: words.join(' '),
    axis: `${step < HOUR ? 'minutes' : 'hours'} after ${dayOf(since)} ${timeOfDay(since).slice(0, 5)} UTC`,
    slots,
  })
  return `${drawing}\n\n${words.map((sentence) => withCode(sentence)).join(' ')}`
}

function timeOf({ at }: HistoryEntry): number {
  return Date.parse(at)
}

/**
 * How long one bar stands for, in milliseconds. Scheduled runs are not punctual: if it were their usual distance, every
 * late one would leave a gap.
 */
function stepOf(entries: readonly HistoryEntry[]): number {
  const times = entries.map(timeOf)
  const distances = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
  const fits = (minutes: number): boolean => {
    const count = Math.ceil(span / (minutes * MINUTE)) + 1
    const last = minutes < 60 ? count * minutes : (count * minutes) / 60
    const digits = String(Math.round(last)).length
    return minutes * MINUTE >= usual * 1.5 && count <= roomFor(digits)
  }
  // Infinite for a history that is longer than any that this version writes.
  return (STEPS.find(fits) ?? Infinity) * MINUTE
}

function partsOf(entries: readonly HistoryEntry[]): readonly Part[] {
  const isDirect = entries.some(({ originTime }) => originTime !== undefined)
  return entries.map(({ verdict, edgeTime, originTime }) => {
    const [edge, direct] = [measured(edgeTime), measured(originTime)]
    return {
      verdict,
      ...(edge !== undefined && { edge }),
      ...(direct !== undefined && { direct }),
      // An inconclusive run may have requested nothing.
      ...(direct === undefined && isDirect && verdict !== 'inconclusive' && { direct: 'none' as const }),
    }
  })
}

interface Times {
  readonly start: number
  readonly step: number
  readonly end: number
}

function slotsOf(
  entries: readonly HistoryEntry[],
  parts: readonly Part[],
  { start, step, end }: Times,
): readonly Slot[] {
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => {
    const from = start + index * step
    const within = parts.filter((_part, position) => {
      const at = Date.parse(entries[position]?.at ?? '')
      return at >= from && at < from + step
    })
    return { label: String((index * step) / (step < HOUR ? MINUTE : HOUR)), ...worstOf(within) }
  })
}

function lengthWords(step: number): string {
  if (step < HOUR) return `${step / MINUTE} min`
  return step < 2 * DAY ? `${step / HOUR} h` : `${step / DAY} days`
}
