import { duration } from '../../shared/text.ts'
import type { Phase } from '../../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../../domain/report.ts'
import { briefly, dayOf, FAULTS, PHASES } from '../words.ts'

/** A cell: our text, backquotes around values in it; or text of the wire, to be shown as code as a whole. */
export interface Cell {
  readonly text: string
  readonly verbatim?: true
}

export interface Comparison {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[]
  /** What became of the origins that have no column. */
  readonly others: string
}

/** More columns than this do not fit a phone. */
const MOST_ORIGINS = 3

export const NOTHING: Cell = { text: '–' }

/** The two sides of the look, one under the other for each thing that was measured. A row without a figure is left out. */
export function comparisonOf({ probes }: SiteReport): Comparison {
  const { edge, origins } = probes
  const numbered = origins.map((origin, index) => ({ origin, name: `origin ${index + 1}` }))
  const failing = numbered.toSorted((a, b) => Number(fails(b.origin)) - Number(fails(a.origin)))
  const shown = failing
    .slice(0, MOST_ORIGINS)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  // What did not come from Cloudflare did not go through it, or never got that far.
  const front = edge?.rayId === undefined ? 'by its name' : 'through Cloudflare'
  const sides: readonly (readonly [name: string, side: ProbeReport])[] = [
    ...(edge === undefined ? [] : [[front, edge] as const]),
    ...shown.map(({ origin, name }) => [origins.length === 1 ? 'directly' : name, origin] as const),
  ]
  const row = (label: string, cell: (side: ProbeReport) => Cell): Comparison['rows'][number] => ({
    label,
    cells: sides.map(([, side]) => cell(side)),
  })
  const rows = [
    row('answer', fullAnswer),
    ...(['resolve', 'connect', 'tls', 'processing'] as const).map((phase) =>
      row(PHASES[phase], (side) => timing(side, phase)),
    ),
    row('total', total),
    row('protocol', protocol),
    row('certificate', certificate),
    row('cache', ({ cache }) => ofTheWire(cache, 'DYNAMIC')),
    row('server', ({ server }) => ofTheWire(server, 'cloudflare')),
  ]
  const others = failing.slice(MOST_ORIGINS).map(({ origin, name }) => `${name} ${answer(origin)}`)
  return {
    columns: sides.map(([name]) => name),
    rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== NOTHING.text)),
    others: others.join(', '),
  }
}

function fails({ broke, status = 0 }: ProbeReport): boolean {
  return broke !== undefined || status >= 400
}

/** `521, a page of Cloudflare`, `none: connection refused`. */
function fullAnswer(side: ProbeReport): Cell {
  if (side.broke !== undefined || side.generator === undefined) return { text: answer(side) }
  return { text: `${answer(side)}, a page of ${side.generator}` }
}

/** `521`, `none: connection refused`. */
function answer({ status, broke }: ProbeReport): string {
  const begun = status === undefined ? 'none' : String(status)
  return broke === undefined ? begun : `${begun}: ${briefly(broke)}`
}

/** @param ordinary what goes without saying */
function ofTheWire(text: string | undefined, ordinary: string): Cell {
  return text === undefined || text === ordinary ? NOTHING : { text, verbatim: true }
}

function timing({ timings, broke }: ProbeReport, phase: Phase): Cell {
  const took = timings[phase]
  if (broke?.phase === phase) return { text: took === undefined ? '✗' : `✗ after ${duration(took)}` }
  return took === undefined ? NOTHING : { text: duration(took) }
}

function total({ total, broke }: ProbeReport): Cell {
  return broke === undefined && total > 0 ? { text: duration(total) } : NOTHING
}

/** `HTTP/1.1, TLS 1.3` */
function protocol({ http, tls }: ProbeReport): Cell {
  const spoken = [http, tls?.protocol.replace(/^TLSv/, 'TLS ')].filter((name) => name !== undefined)
  return spoken.length === 0 ? NOTHING : { text: spoken.join(', ') }
}

/** `until 2027-01-22`, `expired on 2026-11-24, for another name`. */
function certificate({ tls }: ProbeReport): Cell {
  if (tls === undefined) return NOTHING
  const until = `${tls.faults.includes('expired') ? 'expired on' : 'until'} ${dayOf(tls.notAfter)}`
  return {
    text: [until, ...tls.faults.filter((fault) => fault !== 'expired').map((fault) => FAULTS[fault])].join(
      ', ',
    ),
  }
}
