import type { Verdict } from '../../../../domain/diagnosis.ts'
import { described, escapeLine, mermaid } from './source.ts'

/** One place on the horizontal axis. */
export interface Slot {
  /** Unique in its chart: Mermaid draws places with the same label on top of each other. */
  readonly label: string
  /** Absent: nothing was checked. */
  readonly verdict?: Verdict
  /** Milliseconds of a response through Cloudflare. */
  readonly edge?: number
  /** The same directly. `none`: a request without a response. */
  readonly direct?: number | 'none'
}

export interface Chart {
  readonly title: string
  readonly description: string
  /** What the labels count. */
  readonly axis: string
  readonly slots: readonly Slot[]
}

/** How many slots have room for labels of this length, in characters. */
export function roomFor(length: number): number {
  return Math.floor(500 / (7 * length + 5))
}

/** Readable on white, on black and on each other. */
const COLORS = { unhealthy: '#d1242f', inconclusive: '#8c959f', edge: '#4493f8', direct: '#f0883e' } as const

const SECONDS = { unit: 's', length: 1000 } as const
const MILLISECONDS = { unit: 'ms', length: 1 } as const

/**
 * Response times: bars through Cloudflare, and a line directly. A slot with a failure is a bar of full height in
 * another color, so that it can't pass for a fast response. https://mermaid.js.org/syntax/xyChart.html
 */
export function chart({ title, description, axis, slots }: Chart): string {
  const longest = Math.max(1, ...slots.flatMap((slot) => [edgeOf(slot) ?? 0, numberOf(slot.direct)]))
  const { unit, length } = longest >= 10_000 ? SECONDS : MILLISECONDS
  const top = topOf(longest)
  const shown = (time: number): number => Math.round((time / length) * 100) / 100
  // A bar of length 0 would still be visible, because the axis is drawn below its zero.
  const bars = (height: (slot: Slot) => number | undefined): readonly number[] =>
    slots.map((slot) => shown(height(slot) ?? -top / 10))
  const failed = (['unhealthy', 'inconclusive'] as const)
    .filter((verdict) => slots.some((slot) => slot.verdict === verdict))
    .map((verdict) => ({
      kind: 'bar',
      color: COLORS[verdict],
      values: bars((slot) => (slot.verdict === verdict ? top : undefined)),
    }))
  const line = lineOf(slots, top)
  const series = [
    ...failed,
    {
      kind: 'bar',
      color: COLORS.edge,
      values: bars(edgeOf),
    },
    ...(line.length === 0 ? [] : [{ kind: 'line', color: COLORS.direct, values: line.map(shown) }]),
  ]
  return mermaid([
    ...settings(series.map(({ color }) => color)),
    'xychart-beta',
    `  title "${escapeLine(title)}"`,
    ...described(title, description),
    `  x-axis "${escapeLine(axis)}" [${slots.map(({ label }) => `"${escapeLine(label)}"`).join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${shown(top)}`,
    ...series.map(({ kind, values }) => `  ${kind} [${values.join(', ')}]`),
  ])
}

/** A failure has a bar of its own. */
function edgeOf({ verdict, edge }: Slot): number | undefined {
  return verdict === 'healthy' ? edge : undefined
}

/** The end of the vertical axis. Up to these, Mermaid's ticks have room for their labels. */
function topOf(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest))
  return (TOPS.find((top) => top * power >= longest) ?? 10) * power
}

const TOPS = [1, 2, 4, 5, 8, 10]

function numberOf(time: Slot['direct']): number {
  return typeof time === 'number' ? time : 0
}

function settings(colors: readonly string[]): readonly string[] {
  return `---
config:
  xyChart:
    width: 560
    height: 260
    titleFontSize: 14
    xAxis:
      labelFontSize: 12
      titleFontSize: 12
      titlePadding: 9
    yAxis:
      labelFontSize: 12
      titleFontSize: 12
      titlePadding: 9
  themeVariables:
    xyChart:
      backgroundColor: transparent
      plotColorPalette: "${colors.join(', ')}"
---`.split('\n')
}

/**
 * The line's heights; empty without one. A request without a response is at the top. Mermaid's lines have no gaps, so
 * the line connects the neighbors of a slot in which nothing was requested.
 */
function lineOf(slots: readonly Slot[], top: number): readonly number[] {
  const known = slots.flatMap(({ direct }, index) =>
    direct === undefined ? [] : [{ index, height: direct === 'none' ? top : direct }],
  )
  const complete = slots.every(
    ({ verdict, direct }) => direct !== undefined || (verdict !== 'healthy' && verdict !== 'unhealthy'),
  )
  if (!complete || slots.every(({ direct }) => typeof direct !== 'number')) return []
  return slots.map((_, index) => {
    const before = known.findLast((point) => point.index <= index)
    const after = known.find((point) => point.index >= index)
    const [from, to] = [before ?? after, after ?? before]
    if (from === undefined || to === undefined) return top
    const share = from === to ? 0 : (index - from.index) / (to.index - from.index)
    return from.height + share * (to.height - from.height)
  })
}

/** Whether a chart says more than its words. */
export function isWorthDrawing(slots: readonly Slot[]): boolean {
  return slots.length >= 3 && slots.filter((slot) => edgeOf(slot) !== undefined).length >= 2
}

/** Whether there is a line, which needs direct requests in all slots that have a conclusive check. */
export function hasLine(slots: readonly Slot[]): boolean {
  return lineOf(slots, 1).length > 0
}
