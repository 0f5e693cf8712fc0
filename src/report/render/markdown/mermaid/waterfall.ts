import { capital, duration, HOUR, MINUTE, plural } from '../../../../shared/text.ts'
import type { SiteReport } from '../../../../domain/report.ts'
import { stepFor } from '../../charts/scale.ts'
import { type Bar, type Row, rowsOf, rowWords } from '../../charts/waterfall.ts'
import { MAX_COLUMNS } from '../../side-by-side.ts'
import { described, escapeLine, gantt, mermaid } from './source.ts'

const SECOND = 1000
const MAX_TICKS = 6
const TITLE = 'Phases of the requests'

/**
 * The phases of both sides on one time axis. The table of measurements has them as text. Empty without a request.
 * https://mermaid.js.org/syntax/gantt.html
 */
export function waterfall({ probes }: SiteReport): string {
  const rows = rowsOf(probes, MAX_COLUMNS)
  const drawn = rows.filter(({ bars }) => bars.length > 0)
  if (drawn.length === 0) return ''
  const more = probes.origins.length - MAX_COLUMNS
  const words = [...rows.map(rowWords), ...(more > 0 ? [`Not shown: ${plural(more, 'more origin')}.`] : [])]
  return mermaid([
    ...gantt(
      TITLE,
      drawn.map(({ name }) => name),
    ),
    ...described(TITLE, words.join(' ')),
    // Milliseconds since the epoch, which is when the requests start.
    '  dateFormat x',
    ...axis(Math.max(...drawn.flatMap(({ bars }) => bars.map(({ start, length }) => start + length)))),
    ...drawn.flatMap(section),
  ])
}

function axis(max: number): readonly string[] {
  const step = stepFor(max, MAX_TICKS)
  const [unit, length] = UNITS.find(([, each]) => step % each === 0) ?? ['millisecond', 1]
  return [`  axisFormat ${step % SECOND === 0 ? '%s s' : '%Q ms'}`, `  tickInterval ${step / length}${unit}`]
}

const UNITS = [
  ['day', 24 * HOUR],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const

function section({ name, bars }: Row): readonly string[] {
  return [`  section ${escapeLine(capital(name))}`, ...bars.map(task)]
}

/** A phase of less than a millisecond would be invisible. */
function task({ label, start, length, failure }: Bar): string {
  const [mark, style] = failure === undefined ? ['', ''] : ['✗ ', 'crit, ']
  return `    ${escapeLine(`${label} ${mark}${duration(length)}`)} :${style}${Math.round(start)}, ${Math.max(1, Math.round(length))}ms`
}
