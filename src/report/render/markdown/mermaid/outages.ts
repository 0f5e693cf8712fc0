import { DAY, HOUR, list, MINUTE, plural } from '../../../../shared/text.ts'
import type { HistoryStatistics, Outage, Unclear } from '../../../history/statistics.ts'
import { dayOf, timeOfDay } from '../../../words.ts'
import { lengthOf, spanWords } from '../../history.ts'
import { stepFor } from '../../charts/scale.ts'
import { described, escapeLine, gantt, mermaid } from './source.ts'

/** More rows than these would be longer than a screen. */
const MAX_OUTAGES = 10
const MAX_GAPS = 5
/** Labels with a day are wide, and a phone is not. */
const MAX_TICKS = 5

const TITLE = 'Outages'

/**
 * When the site was down, and when no check was conclusive or none ran. Empty without any of these. The table of the
 * history has the same in words. https://mermaid.js.org/syntax/gantt.html
 */
export function outages(history: HistoryStatistics): string {
  const { entries, from, to, gaps, unclear } = history
  const span = Date.parse(to) - Date.parse(from)
  if (history.outages.length + gaps.length + unclear.length === 0 || !(span > 0)) return ''
  // A shorter bar would be invisible.
  const shortest = span / 200
  const checked = `${spanWords(span)}, ${plural(entries.length, 'check')}`
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Checked', [task(checked, '', { from, to }, shortest)]],
    [
      'Down',
      history.outages
        .slice(-MAX_OUTAGES)
        .map((outage) => task(outageWords(outage), 'crit, ', knownPart(outage), shortest)),
    ],
    [
      'Inconclusive',
      unclear.slice(-MAX_OUTAGES).map((stretch) => task(unclearWords(stretch), 'done, ', stretch, shortest)),
    ],
    ['No checks', gaps.slice(-MAX_GAPS).map((gap) => task(lengthWords(gap), '', gap, shortest))],
  ]
  const drawn = sections.filter(([, tasks]) => tasks.length > 0)
  const missing = notDrawn(history)
  const words = [
    `${plural(history.outages.length, 'outage')}, ${plural(gaps.length, 'gap')} without checks`,
    `and ${plural(history.counts.inconclusive, 'inconclusive check')},`,
    `from ${moment(from)} to ${moment(to)} UTC. ${missing}`,
  ].join(' ')
  const drawing = mermaid([
    ...gantt(
      TITLE,
      drawn.map(([name]) => name),
    ),
    ...described(TITLE, words),
    // Without a time zone, every reader sees UTC.
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    ...axis(span),
    ...drawn.flatMap(([name, tasks]) => [`  section ${name}`].concat(tasks)),
  ])
  return missing === '' ? drawing : `${drawing}\n\n${missing}`
}

interface Stretch {
  readonly from: string
  readonly to: string
}

/** The time that the site is known to have been down. */
function knownPart({ from, lastSeen, to, end }: Outage): Stretch {
  return { from, to: end === 'known' && to !== undefined ? to : lastSeen }
}

function task(label: string, style: string, { from, to }: Stretch, shortest: number): string {
  const length = Math.max(Date.parse(to) - Date.parse(from), shortest)
  return `    ${escapeLine(label)} :${style}${moment(from)}, ${Math.max(1, Math.round(length / 1000))}s`
}

function moment(at: string): string {
  return `${dayOf(at)} ${timeOfDay(at)}`
}

/** `28 min so far`: a phone has no room for a cause. */
function outageWords(outage: Outage): string {
  const { checks, end } = outage
  const length = lengthWords(knownPart(outage))
  return length === '' ? plural(checks, 'check') : `${length}${end === 'ongoing' ? ' so far' : ''}`
}

function unclearWords(stretch: Unclear): string {
  return lengthWords(stretch) || plural(stretch.checks, 'check')
}

/** Empty if it is only a moment. */
function lengthWords({ from, to }: Stretch): string {
  const length = Date.parse(to) - Date.parse(from)
  return length > 0 ? lengthOf(length) : ''
}

/** What has no row; empty if everything has one. */
function notDrawn({ outages: all, unclear, gaps }: HistoryStatistics): string {
  const rows = [
    [all.length - MAX_OUTAGES, 'earlier outage'],
    [unclear.length - MAX_OUTAGES, 'earlier inconclusive time'],
    [gaps.length - MAX_GAPS, 'earlier gap'],
  ] as const
  const missing = rows.flatMap(([left, what]) => (left > 0 ? [plural(left, what)] : []))
  return missing.length === 0 ? '' : `Not drawn: ${list(missing)}.`
}

function axis(span: number): readonly string[] {
  const step = Math.max(MINUTE, stepFor(span, MAX_TICKS))
  const [unit, length] =
    step % DAY === 0 ? ['day', DAY] : step % HOUR === 0 ? ['hour', HOUR] : ['minute', MINUTE]
  const format = step % DAY === 0 ? '%d %b' : span > 12 * HOUR ? '%a %H:%M' : '%H:%M'
  return [`  axisFormat ${format}`, `  tickInterval ${step / length}${unit}`]
}
