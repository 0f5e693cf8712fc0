import type { HistoryEntry } from '../../../domain/history/entry.ts'
import type { Gap, HistoryStatistics } from '../../history/statistics.ts'
import { duration, plural } from '../../../shared/text.ts'
import { dayOf, docsOf, MARKS, timeOfDay } from '../../words.ts'
import { measured } from '../charts/scale.ts'
import type { Series } from '../charts/series.ts'
import {
  eventMark,
  gapLength,
  type HistoryEvent,
  historyEvents,
  historyFacts,
  historyPoint,
} from '../history.ts'
import { CODE_TOKENS } from '../links.ts'
import { type ChartCheck, chartFigure } from './chart.ts'
import { code, fold, link, mark, sentence, table, withDays } from './inline.ts'
import { type Markup, markup, NOTHING, type Value, when } from './markup.ts'

/** The history in one sentence, with the name of its time. */
export function historyWords(history: HistoryStatistics): { readonly label: string; readonly text: Markup } {
  const { label, text } = historyPoint(history)
  return { label, text: withCauses(text) }
}

/** The picture of the history, its events, and all checks as a table; nothing after one run. */
export function historyPicture(history: HistoryStatistics, id: string): Markup {
  const { entries, gaps, from, to, sinceDeploy } = history
  if (entries.length === 1) return NOTHING
  const series = seriesOf(entries)
  const gapBefore = new Map(gaps.map((gap) => [gap.to, gap]))
  const days = [...new Set([from, to].map(dayOf))].join(' to ')
  const figure = chartFigure({
    id,
    checks: entries.map((entry) => checkOf(entry, gapBefore.get(entry.at))),
    series,
    ...(sinceDeploy && { start: from }),
    span: `${dayOf(from)} ${timeOfDay(from)} to ${dayOf(to)} ${timeOfDay(to)}`,
    days,
    gapName: 'No checks',
  })
  // The legend of the picture explains its marks.
  const facts = historyFacts(history).filter(({ label }) => label !== 'Marks')
  return markup`${figure}${eventTable(history)}<dl>
${facts.map(({ label, text }) => markup`<div><dt>${label}</dt><dd>${withDays(text)}</dd></div>\n`)}</dl>
${fold('All checks as a table', checkTable(entries, gapBefore))}`
}

function seriesOf(entries: readonly HistoryEntry[]): readonly Series[] {
  const all: readonly Series[] = [
    {
      name: 'through Cloudflare',
      style: 'edge',
      times: entries.map(({ edgeTime }) => measured(edgeTime)),
      failed: [],
    },
    {
      name: 'directly',
      style: 'origin',
      times: entries.map(({ originTime }) => measured(originTime)),
      failed: [],
    },
  ]
  return all.filter(({ times }) => times.some((time) => time !== undefined))
}

function checkOf(
  { at, verdict, cause, edgeTime, originTime }: HistoryEntry,
  gap: Gap | undefined,
): ChartCheck {
  const times = [
    ...(edgeTime === undefined ? [] : [`through Cloudflare ${duration(edgeTime)}`]),
    ...(originTime === undefined ? [] : [`directly ${duration(originTime)}`]),
  ]
  const outcome = [`${MARKS[verdict]} ${verdict}`, ...(cause === '' ? [] : [cause]), ...times].join(', ')
  return {
    at,
    verdict,
    words: `${dayOf(at)} ${timeOfDay(at)} ${outcome}`,
    ...(gap !== undefined && { gap: { words: gapWords(gap), interrupts: 'all' } }),
  }
}

/** `no checks for 2 h` */
function gapWords(gap: Gap): string {
  return `no checks for ${gapLength(gap)}`
}

function eventTable(history: HistoryStatistics): Markup {
  const { events, others } = historyEvents(history)
  if (events.length === 0) return NOTHING
  const rows = events.map((event): readonly Value[] => {
    const what = unbroken(event.what)
    return [
      whenCell(event.when),
      event.what === 'outage'
        ? markup`<b class="unhealthy">${mark(eventMark(event))}\u00a0${what}</b>`
        : event.what === 'inconclusive'
          ? markup`${mark(eventMark(event))}\u00a0${what}`
          : what,
      unbroken(event.length),
      detailsOf(event),
    ]
  })
  return markup`${table({ caption: 'outages, inconclusive checks, gaps and changes', columns: ['UTC', 'what', 'length', 'details'], rows })}${when(others > 0, () => markup`<p class="small">${plural(others, 'more event')} not shown.</p>\n`)}`
}

/** Days and times are broken only between them. */
function whenCell(text: string): Markup {
  const words = text.split(' ').map((word, index) => markup`${index === 0 ? '' : ' '}<time>${word}</time>`)
  return markup`${words}`
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function detailsOf(event: HistoryEvent): Markup {
  return eventMark(event) === '' ? sentence(event.details) : withCauses(event.details)
}

function checkTable(entries: readonly HistoryEntry[], gapBefore: ReadonlyMap<string, Gap>): Markup {
  const rows = entries.flatMap((entry): readonly (readonly Value[])[] => {
    const { at, verdict, cause, edgeTime, originTime } = entry
    const gap = gapBefore.get(at)
    const cells = [
      markup`<time>${dayOf(at)} ${timeOfDay(at)}</time>`,
      markup`<span class="lane ${verdict}">${MARKS[verdict]}</span> ${verdict}`,
      cause === '' ? '–' : causeLink(cause),
      timeCell(edgeTime),
      timeCell(originTime),
    ]
    return gap === undefined ? [cells] : [['…', gapWords(gap), '', '', ''], cells]
  })
  const columns = ['time (UTC)', 'verdict', 'cause', 'through Cloudflare', 'directly']
  return table({ caption: 'earlier checks and this one', columns, rows })
}

function timeCell(time: number | undefined): string {
  return time === undefined ? '–' : duration(time)
}

/** Text in backquotes is the id of a cause. */
function withCauses(text: string): Markup {
  const pieces = text
    .split(CODE_TOKENS)
    .map((piece, index) => (index % 2 === 1 ? causeLink(piece.replaceAll('`', '')) : withDays(piece)))
  return markup`${pieces}`
}

function causeLink(cause: string): Markup {
  return link(code(cause), docsOf(cause))
}
