import { capital, duration, plural } from '../../../shared/text.ts'
import type { Verdict } from '../../../domain/diagnosis.ts'
import type { SiteReport, TimelineEntry } from '../../../domain/report.ts'
import { dayOf, MARKS, timeOfDay } from '../../words.ts'
import { fold, mark, table } from './inline.ts'
import { type Markup, markup, NOTHING, type Value, when } from './markup.ts'
import { type Axis, type Clock, clockAxis, durationAxis, percent } from '../charts/scale.ts'
import { isFailure, type Series, seriesOf } from '../charts/series.ts'

/** More origins than this have one line, which shows the slowest. */
const MAX_LINES = 3
/** With more checks, single points and marks would overlap. */
const MAX_POINTS = 40
const MAX_MARKS = 24

/** Coordinates in pixels, from the top. */
const PLOT = { top: 10, bottom: 170 } as const
const LANE = { top: 184, bottom: 208 } as const
const HEIGHT = 234

/** All checks with their response times, and the same as a table. */
export function timelineChart(site: SiteReport, id: string): Markup {
  const { timeline } = site
  const [first, ...rest] = timeline
  if (first === undefined) return NOTHING
  const series = seriesOf(site, MAX_LINES)
  if (rest.length === 0)
    return markup`<p>One check, at ${timeOfDay(first.at)} UTC: ${checkWords(first, 0, series)}.</p>\n`
  return markup`<figure>
${legend(timeline, series)}${drawing(timeline, series, id)}</figure>
${fold('All checks as a table', asTable(timeline, series))}`
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

function drawing(timeline: readonly TimelineEntry[], series: readonly Series[], id: string): Markup {
  const moments = momentsOf(timeline)
  const clock = clockAxis(moments[0] ?? 0, moments.at(-1) ?? 0, 6)
  const axis = durationAxis(
    series.flatMap(({ times }) => times),
    4,
    'tick',
  )
  const places = moments.map(clock.place)
  return markup`<svg class="chart timeline" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${HEIGHT}">
<title id="${id}-title">Response times of ${plural(timeline.length, 'check')}</title>
<desc id="${id}-text">${describe(timeline, series)}</desc>
${outages(timeline, places)}${grid(axis, clock)}${gaps(timeline, places)}
${series.map((each, index) => drawnSeries(each, index, { timeline, places, axis }))}
${verdictLane(timeline, places, series)}
</svg>
`
}

/** When the checks were, in milliseconds; their positions if a time is missing or the clock went backwards. */
function momentsOf(timeline: readonly TimelineEntry[]): readonly number[] {
  const moments = timeline.map(({ at }) => Date.parse(at))
  const ordered = moments.every((at, index) => index === 0 || at >= (moments[index - 1] ?? Number.NaN))
  return ordered && moments.every(Number.isFinite) ? moments : timeline.map((_, index) => index * 1000)
}

function grid({ ticks, max }: Axis, clock: Clock): Markup {
  const rows = ticks.map(({ at, label }) => {
    const y = heightOf((at / 100) * max, max)
    return markup`<g class="tick"><line x1="0" x2="100%" y1="${y}" y2="${y}"/><text class="end" x="-10" y="${y + 4}">${label}</text></g>`
  })
  const columns = clock.ticks.map(({ at, label }, index) => {
    const anchor = at < 4 ? 'start' : at > 96 ? 'end' : ''
    return markup`<g class="tick ${index % 2 === 0 ? 'even' : 'odd'}"><line x1="${at}%" x2="${at}%" y1="${LANE.bottom}" y2="${LANE.bottom + 5}"/><text class="${anchor}" x="${at}%" y="${HEIGHT - 6}">${label}</text></g>`
  })
  return markup`${rows}${columns}`
}

/** Pixels from the top. */
function heightOf(time: number, max: number): number {
  const { top, bottom } = PLOT
  return Math.round((bottom - (percent(time, max) / 100) * (bottom - top)) * 10) / 10
}

/** A shade from the first failing check of an outage to the check after it. */
function outages(timeline: readonly TimelineEntry[], places: readonly number[]): readonly Markup[] {
  const shades: Markup[] = []
  let start = 0
  for (const [index, { verdict }] of timeline.entries()) {
    if (timeline[index + 1]?.verdict === verdict) continue
    const from = places[start] ?? 0
    const to = places[index + 1] ?? places[index] ?? from
    start = index + 1
    if (verdict === 'healthy') continue
    const width = percent(to - from, 100)
    shades.push(
      markup`<rect class="outage ${verdict}" x="${from}%" width="${width}%" y="0" height="${LANE.bottom}"/><g class="limits ${verdict}"><line x1="${from}%" x2="${to}%" y1="0" y2="0"/></g>`,
    )
  }
  return shades
}

/** Checks that a long run did not keep. */
function gaps(timeline: readonly TimelineEntry[], places: readonly number[]): readonly Markup[] {
  return timeline.flatMap(({ skipped }, index) => {
    if (skipped === undefined) return []
    const from = index === 0 ? 0 : (places[index - 1] ?? 0)
    const to = places[index] ?? from
    const y = LANE.top - 7
    return [
      markup`<g class="gap"><title>${skippedWords(skipped)}</title><line x1="${from}%" x2="${to}%" y1="${y}" y2="${y}"/></g>`,
    ]
  })
}

/** `400 checks not listed, 3 of them failed` */
function skippedWords({ rounds, failed }: NonNullable<TimelineEntry['skipped']>): string {
  return `${plural(rounds, 'check')} not listed, ${failed === 0 ? 'none' : failed} of them failed`
}

interface Plot {
  readonly timeline: readonly TimelineEntry[]
  readonly places: readonly number[]
  readonly axis: Axis
}

/** The point of a request without a response. */
const HOLLOW = markup` class="hollow"`

/** A line through the responses, broken where there is none, and a point for each. */
function drawnSeries(
  { style, times, failed }: Series,
  index: number,
  { timeline, places, axis }: Plot,
): Markup {
  let path = ''
  let drawing = false
  const points: Markup[] = []
  for (const [check, time] of times.entries()) {
    if (time === undefined || timeline[check]?.skipped?.identical === false) drawing = false
    if (time === undefined) continue
    const [x, y] = [places[check] ?? 0, heightOf(time, axis.max)]
    path += `${drawing ? 'L' : 'M'}${x} ${y}`
    drawing = true
    const hollow = when(failed[check] === true, () => HOLLOW)
    points.push(
      style === 'edge'
        ? markup`<circle${hollow} cx="${x}%" cy="${y}" r="3.5"/>`
        : markup`<rect${hollow} x="${x}%" y="${y - 3}" width="6" height="6" transform="translate(-3)"/>`,
    )
  }
  const shown = times.length > MAX_POINTS ? [] : points
  // Stretched in one direction only, so that the line is as wide as the page.
  return markup`<g class="series ${style} n${index}"><svg x="0" y="0" width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none"><path d="${path}"/></svg>${shown}</g>
`
}

const LANE_HEIGHTS: Readonly<Record<Verdict, number>> = { healthy: 6, inconclusive: 14, unhealthy: 24 }

/** One mark per check: its sign, or a bar whose height stands for the verdict. */
function verdictLane(
  timeline: readonly TimelineEntry[],
  places: readonly number[],
  series: readonly Series[],
): readonly Markup[] {
  const asSigns = timeline.length <= MAX_MARKS
  const marks = timeline.map((entry, index) => {
    const x = places[index] ?? 0
    const words = `${timeOfDay(entry.at)} ${checkWords(entry, index, series)}`
    const shape = asSigns
      ? markup`<text x="${x}%" y="${LANE.bottom - 5}">${MARKS[entry.verdict]}</text>`
      : markup`<line x1="${x}%" x2="${x}%" y1="${LANE.bottom - LANE_HEIGHTS[entry.verdict]}" y2="${LANE.bottom}"/>`
    return { verdict: entry.verdict, drawn: markup`<g><title>${words}</title>${shape}</g>` }
  })
  // Failures last: nothing covers them.
  return (['healthy', 'inconclusive', 'unhealthy'] as const).flatMap((verdict) => {
    const group = marks.filter((each) => each.verdict === verdict).map(({ drawn }) => drawn)
    return group.length === 0 ? [] : [markup`<g class="lane ${verdict}">${group}</g>\n`]
  })
}

function legend(timeline: readonly TimelineEntry[], series: readonly Series[]): Markup {
  const lines = series.map(({ name, style }, index) => {
    const point =
      style === 'edge'
        ? markup`<circle cx="15" cy="5" r="3.5"/>`
        : markup`<rect x="12" y="2" width="6" height="6"/>`
    return markup`<span class="series ${style} n${index}">${sample(point)} ${capital(name)}</span>\n`
  })
  const asSigns = timeline.length <= MAX_MARKS
  const verdicts = (['healthy', 'inconclusive', 'unhealthy'] as const)
    .filter((verdict) => timeline.some((entry) => entry.verdict === verdict))
    .map((verdict) => {
      const height = LANE_HEIGHTS[verdict] / 2
      const sign = asSigns
        ? mark(MARKS[verdict])
        : markup`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12 - height}" y2="12"/></svg>`
      return markup`<span class="lane ${verdict}">${sign} ${verdict}</span>\n`
    })
  const skipped = timeline.some((entry) => entry.skipped !== undefined)
  const hollow = timeline.length <= MAX_POINTS && series.some(({ failed }) => failed.includes(true))
  return markup`<figcaption class="legend">
${lines}${when(hollow, () => markup`<span class="series">${dot()} No response (time until the failure)</span>\n`)}${verdicts}${when(skipped, () => markup`<span class="gap">${sample(NOTHING)} Checks not listed</span>\n`)}<span>${dayOf(timeline[0]?.at ?? '')}, UTC</span></figcaption>
`
}

function dot(): Markup {
  return markup`<svg width="10" height="10" aria-hidden="true"><circle${HOLLOW} cx="5" cy="5" r="3.5"/></svg>`
}

/** A piece of a line, for the legend. */
function sample(point: Markup): Markup {
  return markup`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${point}</svg>`
}

function describe(timeline: readonly TimelineEntry[], series: readonly Series[]): string {
  const [first, last] = [timeline[0]?.at ?? '', timeline.at(-1)?.at ?? '']
  const failed = timeline.filter(({ verdict }) => verdict === 'unhealthy').length
  const times = series.map(({ name, times }) => {
    const known = times.filter((time) => time !== undefined)
    const range = [...new Set([Math.min(...known), Math.max(...known)].map(duration))].join(' to ')
    return `${capital(name)}: ${range}.`
  })
  const count = failed === timeline.length ? 'all' : failed === 0 ? 'none' : failed
  return [
    `${plural(timeline.length, 'check')} from ${dayOf(first)} ${timeOfDay(first)} to ${timeOfDay(last)} UTC,`,
    `${count} of them unhealthy.`,
    ...times,
    'The table below lists them all.',
  ].join(' ')
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
