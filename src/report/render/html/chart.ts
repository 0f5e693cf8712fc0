import { capital, duration, plural } from '../../../shared/text.ts'
import type { Verdict } from '../../../domain/diagnosis.ts'
import { MARKS } from '../../words.ts'
import { mark } from './inline.ts'
import { type Markup, markup, NOTHING, when } from './markup.ts'
import { type Axis, type Clock, clockAxis, durationAxis, percent } from '../charts/scale.ts'
import type { Series } from '../charts/series.ts'

/** One check in a chart. */
export interface ChartCheck {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly verdict: Verdict
  /** Shown when the pointer is over its mark. */
  readonly words: string
  /** Before it, checks are missing. */
  readonly gap?: {
    readonly words: string
    /** `line`: the line of response times is interrupted there. `all`: so is the shade of an outage. */
    readonly interrupts: 'nothing' | 'line' | 'all'
  }
}

/** Checks over time, with their response times and verdicts. */
export interface Chart {
  readonly id: string
  readonly checks: readonly ChartCheck[]
  readonly series: readonly Series[]
  /** Where the axis begins, if not with the first check; ISO 8601, UTC. */
  readonly start?: string
  /** `2026-11-29 14:03:07 to 15:10:00` */
  readonly span: string
  /** The days in the legend: `2026-11-29`. */
  readonly days: string
  /** What a gap is called in the legend. */
  readonly gapName: string
}

/** With more checks, single points and marks would overlap. */
const MAX_POINTS = 40
const MAX_MARKS = 24

/** Coordinates in pixels, from the top. */
const PLOT = { top: 10, bottom: 170 } as const
const LANE = { top: 184, bottom: 208 } as const
const HEIGHT = 234

/** A figure: the legend and the drawing. */
export function chartFigure(chart: Chart): Markup {
  return markup`<figure>
${legend(chart)}${drawing(chart)}</figure>
`
}

function drawing(chart: Chart): Markup {
  const { id, checks, series } = chart
  const { first, moments } = momentsOf(chart)
  const clock = clockAxis(first, moments.at(-1) ?? 0, 6)
  const axis = durationAxis(
    series.flatMap(({ times }) => times),
    4,
    'tick',
  )
  const places = moments.map(clock.place)
  return markup`<svg class="chart timeline" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${HEIGHT}">
<title id="${id}-title">Response times of ${plural(checks.length, 'check')}</title>
<desc id="${id}-text">${describe(chart)}</desc>
${outages(checks, places)}${grid(axis, clock)}${gaps(checks, places)}
${series.map((each, index) => drawnSeries(each, index, { checks, places, axis }))}
${verdictLane(checks, places)}
</svg>
`
}

/** When the checks were, in milliseconds; their positions if a time is missing or the clock went backwards. */
function momentsOf({ checks, start }: Chart): {
  readonly first: number
  readonly moments: readonly number[]
} {
  const moments = checks.map(({ at }) => Date.parse(at))
  const first = start === undefined ? (moments[0] ?? 0) : Date.parse(start)
  const ordered = moments.every(
    (at, index) => at >= (index === 0 ? first : (moments[index - 1] ?? Number.NaN)),
  )
  return ordered && moments.every(Number.isFinite)
    ? { first, moments }
    : { first: 0, moments: checks.map((_, index) => index * 1000) }
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

/** A shade from the first failing check of an outage to the check after it, or to a gap. */
function outages(checks: readonly ChartCheck[], places: readonly number[]): readonly Markup[] {
  const shades: Markup[] = []
  let start = 0
  for (const [index, { verdict }] of checks.entries()) {
    const next = checks[index + 1]
    const isUnseen = next?.gap?.interrupts === 'all'
    if (next?.verdict === verdict && !isUnseen) continue
    const from = places[start] ?? 0
    const to = (isUnseen ? undefined : places[index + 1]) ?? places[index] ?? from
    start = index + 1
    if (verdict === 'healthy') continue
    const width = percent(to - from, 100)
    shades.push(
      markup`<rect class="outage ${verdict}" x="${from}%" width="${width}%" y="0" height="${LANE.bottom}"/><g class="limits ${verdict}"><line x1="${from}%" x2="${to}%" y1="0" y2="0"/></g>`,
    )
  }
  return shades
}

/** Where checks are missing. */
function gaps(checks: readonly ChartCheck[], places: readonly number[]): readonly Markup[] {
  return checks.flatMap(({ gap }, index) => {
    if (gap === undefined) return []
    const from = index === 0 ? 0 : (places[index - 1] ?? 0)
    const to = places[index] ?? from
    const y = LANE.top - 7
    return [
      markup`<g class="gap"><title>${gap.words}</title><line x1="${from}%" x2="${to}%" y1="${y}" y2="${y}"/></g>`,
    ]
  })
}

interface Plot {
  readonly checks: readonly ChartCheck[]
  readonly places: readonly number[]
  readonly axis: Axis
}

/** The point of a request without a response. */
const HOLLOW = markup` class="hollow"`

/** A line through the responses, broken where there is none, and a point for each. */
function drawnSeries(
  { style, times, failed }: Series,
  index: number,
  { checks, places, axis }: Plot,
): Markup {
  let path = ''
  let drawing = false
  const points: Markup[] = []
  for (const [check, time] of times.entries()) {
    const interrupts = checks[check]?.gap?.interrupts ?? 'nothing'
    if (time === undefined || interrupts !== 'nothing') drawing = false
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
function verdictLane(checks: readonly ChartCheck[], places: readonly number[]): readonly Markup[] {
  const asSigns = checks.length <= MAX_MARKS
  const marks = checks.map(({ verdict, words }, index) => {
    const x = places[index] ?? 0
    const shape = asSigns
      ? markup`<text x="${x}%" y="${LANE.bottom - 5}">${MARKS[verdict]}</text>`
      : markup`<line x1="${x}%" x2="${x}%" y1="${LANE.bottom - LANE_HEIGHTS[verdict]}" y2="${LANE.bottom}"/>`
    return { verdict, drawn: markup`<g><title>${words}</title>${shape}</g>` }
  })
  // Failures last: nothing covers them.
  return (['healthy', 'inconclusive', 'unhealthy'] as const).flatMap((verdict) => {
    const group = marks.filter((each) => each.verdict === verdict).map(({ drawn }) => drawn)
    return group.length === 0 ? [] : [markup`<g class="lane ${verdict}">${group}</g>\n`]
  })
}

function legend({ checks, series, days, gapName }: Chart): Markup {
  const lines = series.map(({ name, style }, index) => {
    const point =
      style === 'edge'
        ? markup`<circle cx="15" cy="5" r="3.5"/>`
        : markup`<rect x="12" y="2" width="6" height="6"/>`
    return markup`<span class="series ${style} n${index}">${sample(point)} ${capital(name)}</span>\n`
  })
  const asSigns = checks.length <= MAX_MARKS
  const verdicts = (['healthy', 'inconclusive', 'unhealthy'] as const)
    .filter((verdict) => checks.some((check) => check.verdict === verdict))
    .map((verdict) => {
      const height = LANE_HEIGHTS[verdict] / 2
      const sign = asSigns
        ? mark(MARKS[verdict])
        : markup`<svg width="4" height="12" aria-hidden="true"><line x1="2" x2="2" y1="${12 - height}" y2="12"/></svg>`
      return markup`<span class="lane ${verdict}">${sign} ${verdict}</span>\n`
    })
  const gap = checks.some((check) => check.gap !== undefined)
  const hollow = checks.length <= MAX_POINTS && series.some(({ failed }) => failed.includes(true))
  return markup`<figcaption class="legend">
${lines}${when(hollow, () => markup`<span class="series">${dot()} No response (time until the failure)</span>\n`)}${verdicts}${when(gap, () => markup`<span class="gap">${sample(NOTHING)} ${gapName}</span>\n`)}<span>${days}, UTC</span></figcaption>
`
}

function dot(): Markup {
  return markup`<svg width="10" height="10" aria-hidden="true"><circle${HOLLOW} cx="5" cy="5" r="3.5"/></svg>`
}

/** A piece of a line, for the legend. */
function sample(point: Markup): Markup {
  return markup`<svg width="30" height="10" aria-hidden="true"><path d="M0 5H30"/>${point}</svg>`
}

function describe({ checks, series, span }: Chart): string {
  const failed = checks.filter(({ verdict }) => verdict === 'unhealthy').length
  const times = series.map(({ name, times }) => {
    const known = times.filter((time) => time !== undefined)
    const range = [...new Set([Math.min(...known), Math.max(...known)].map(duration))].join(' to ')
    return `${capital(name)}: ${range}.`
  })
  const unclear = checks.filter(({ verdict }) => verdict === 'inconclusive').length
  const count = failed === checks.length ? 'all' : failed === 0 ? 'none' : failed
  return [
    `${plural(checks.length, 'check')} from ${span} UTC,`,
    `${count} of them unhealthy${unclear === 0 ? '' : `, ${unclear} inconclusive`}.`,
    ...times,
    'The table below lists them all.',
  ].join(' ')
}
