import { capital, duration, plural } from '../../../shared/text.ts'
import type { SiteReport } from '../../../domain/report.ts'
import { type Axis, durationAxis, percent } from '../charts/scale.ts'
import { type Bar, type Row, rowsOf, rowWords } from '../charts/waterfall.ts'
import { fold, table } from './inline.ts'
import { type Markup, markup, NOTHING, when } from './markup.ts'

/** More origins than this are only counted. */
const MAX_ORIGINS = 8

/** Heights in pixels. */
const HEAD = 42
const BAR = 20
const GAP = 14
const FOOT = 22

/** Percent. */
const MIN_BAR = 0.4

/** The phases of each side on one time axis, and the same as a table. Empty if nothing was requested. */
export function waterfall({ probes }: SiteReport, id: string): Markup {
  const rows = rowsOf(probes, MAX_ORIGINS)
  if (rows.length === 0) return NOTHING
  const more = probes.origins.length - MAX_ORIGINS
  return markup`<figure>
${drawing(rows, id)}${when(more > 0, () => markup`<figcaption>Not shown: ${plural(more, 'more origin')}.</figcaption>\n`)}</figure>
${asTable(rows)}`
}

function drawing(rows: readonly Row[], id: string): Markup {
  const axis = durationAxis(
    rows.flatMap(({ bars }) => bars.map(({ start, length }) => start + length)),
    6,
  )
  let top = 0
  const drawn = rows.map((row) => {
    const group = drawnRow(row, top, axis)
    top += heightOf(row) + GAP
    return group
  })
  const height = top + FOOT
  return markup`<svg class="chart waterfall" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${height}">
<title id="${id}-title">Phases of the requests on one time axis</title>
<desc id="${id}-text">${rows.map(rowWords).join(' ')}</desc>
${axis.ticks.map((tick, index) => gridLine(tick.at, index, top, tick.label))}
${drawn}
</svg>
`
}

function heightOf({ bars }: Row): number {
  return HEAD + bars.reduce((sum, { failure }) => sum + (failure === undefined ? BAR : 2 * BAR), 0)
}

function gridLine(at: number, index: number, bottom: number, label: string): Markup {
  return markup`<g class="tick ${index % 2 === 0 ? 'even' : 'odd'}"><line x1="${at}%" x2="${at}%" y1="0" y2="${bottom}"/><text x="${at}%" y="${bottom + 16}">${label}</text></g>`
}

function drawnRow({ name, outcome, bars }: Row, top: number, axis: Axis): Markup {
  let y = top + HEAD
  const drawn = bars.map((bar) => {
    const group = drawnBar(bar, y, axis)
    y += bar.failure === undefined ? BAR : 2 * BAR
    return group
  })
  return markup`<g><text class="side" x="-84" y="${top + 14}">${capital(name)}</text><text class="soft" x="-84" y="${top + 32}">${outcome}</text>${drawn}</g>\n`
}

function drawnBar({ kind, label, start, length, failure }: Bar, y: number, { max }: Axis): Markup {
  const from = percent(start, max)
  const to = percent(start + length, max)
  // Shorter bars would be invisible. This is in pixels.
  const width = percent(length, max) < MIN_BAR ? '2' : `${percent(length, max)}%`
  const middle = y + BAR / 2 + 4
  const bar = (style: string): Markup =>
    markup`<rect class="${style}" x="${from}%" width="${width}" y="${y + 3}" height="${BAR - 6}" rx="2"/>`
  const failed = failure !== undefined
  return markup`
<g><title>${label}, ${duration(length)}, from ${duration(start)}</title><text class="soft" x="-84" y="${middle}">${label}</text>${bar(failed ? 'bar failed' : `bar ${kind}`)}${when(failed, () => bar('hatched'))}<text x="${to}%" dx="7" y="${middle}">${failed ? '✗ ' : ''}${duration(length)}</text>${when(
    failed,
    () => markup`<text class="failure" ${anchor(from, to)} y="${middle + BAR}">${failure ?? ''}</text>`,
  )}</g>`
}

/** A long text stays in the drawing: it begins at the left, ends at the right or is in the middle. */
function anchor(from: number, to: number): Markup {
  if (from <= 30) return markup`x="${from}%" text-anchor="start"`
  return to >= 70 ? markup`x="${to}%" text-anchor="end"` : markup`x="${from}%" text-anchor="middle"`
}

function asTable(rows: readonly Row[]): Markup {
  const lines = rows.flatMap(({ name, outcome, bars }) =>
    bars.length === 0
      ? [[capital(name), '–', '–', '–', outcome]]
      : bars.map(({ label, start, length, failure }) => [
          capital(name),
          label,
          duration(start),
          duration(length),
          failure === undefined ? '✓' : `✗ ${failure}`,
        ]),
  )
  return fold(
    'The phases as a table',
    table({
      caption: 'phases of the requests',
      columns: ['side', 'phase', 'starts at', 'takes', 'result'],
      rows: lines,
    }),
  )
}
