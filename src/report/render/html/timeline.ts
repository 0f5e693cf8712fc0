import { duration, plural } from '../../../shared/text.ts'
import type { SiteReport, TimelineEntry } from '../../../domain/report.ts'
import { dayOf, MARKS, timeOfDay } from '../../words.ts'
import { type ChartCheck, chartFigure } from './chart.ts'
import { fold, table } from './inline.ts'
import { type Markup, markup, NOTHING, type Value } from './markup.ts'
import { isFailure, type Series, seriesOf } from '../charts/series.ts'

/** More origins than this have one line, which shows the slowest. */
const MAX_LINES = 3
/** All checks with their response times, and the same as a table. */
export function timelineChart(site: SiteReport, id: string): Markup {
  const { timeline } = site
  const [first, ...rest] = timeline
  if (first === undefined) return NOTHING
  const series = seriesOf(site, MAX_LINES)
  if (rest.length === 0)
    return markup`<p>One check, at ${timeOfDay(first.at)} UTC: ${checkWords(first, 0, series)}.</p>\n`
  const last = rest.at(-1) ?? first
  const figure = chartFigure({
    id,
    checks: timeline.map((entry, index) => checkOf(entry, index, series)),
    series,
    span: `${dayOf(first.at)} ${timeOfDay(first.at)} to ${timeOfDay(last.at)}`,
    days: dayOf(first.at),
    gapName: 'Checks not listed',
  })
  return markup`${figure}${fold('All checks as a table', asTable(timeline, series))}`
}

function checkOf(entry: TimelineEntry, index: number, series: readonly Series[]): ChartCheck {
  const { at, verdict, skipped } = entry
  return {
    at,
    verdict,
    words: `${timeOfDay(at)} ${checkWords(entry, index, series)}`,
    ...(skipped !== undefined && {
      gap: { words: skippedWords(skipped), interrupts: skipped.identical ? 'nothing' : 'line' },
    }),
  }
}

/** `✗ unhealthy, edge 502 in 62 ms, origin 502 in 41 ms` */
function checkWords(
  { verdict, edge, origin }: TimelineEntry,
  index: number,
  series: readonly Series[],
): string {
  const words = (style: Series['style'], outcome: string): string => {
    const times = series.filter((each) => each.style === style).flatMap(({ times }) => times[index] ?? [])
    const took = times.map(duration).join(', ')
    // A failure is a clause: "edge: name does not resolve after 9 ms".
    const [colon, preposition] = isFailure(outcome) ? [':', 'after'] : ['', 'in']
    return `${style}${colon} ${outcome}${took === '' ? '' : ` ${preposition} ${took}`}`
  }
  return [
    `${MARKS[verdict]} ${verdict}`,
    edge === '' ? 'edge not checked' : words('edge', edge),
    ...(origin === '' ? [] : [words('origin', origin)]),
  ].join(', ')
}

/** `400 checks not listed, 3 of them failed` */
function skippedWords({ rounds, failed }: NonNullable<TimelineEntry['skipped']>): string {
  return `${plural(rounds, 'check')} not listed, ${failed === 0 ? 'none' : failed} of them failed`
}

function asTable(timeline: readonly TimelineEntry[], series: readonly Series[]): Markup {
  const rows = timeline.flatMap((entry, index) => {
    const times = series.map(({ times }) => (times[index] === undefined ? '–' : duration(times[index])))
    const cells: readonly Value[] = [
      timeOfDay(entry.at),
      markup`<span class="lane ${entry.verdict}">${MARKS[entry.verdict]}</span> ${entry.verdict}`,
      entry.edge === '' ? 'not checked' : entry.edge,
      entry.origin === '' ? '–' : entry.origin,
      ...times,
    ]
    const { skipped } = entry
    return skipped === undefined
      ? [cells]
      : [['…', skippedWords(skipped), '', '', ...times.map(() => '')], cells]
  })
  return table({
    caption: `checks on ${dayOf(timeline[0]?.at ?? '')}`,
    columns: ['time (UTC)', 'verdict', 'edge', 'origin', ...series.map(({ name }) => `${name}, time`)],
    rows,
  })
}
