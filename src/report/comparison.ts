import type { Phase } from '../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../domain/report.ts'
import { briefly, duration, PHASES } from './words.ts'

/** A cell: text, and whether it is of the wire, to be shown as code. */
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

const NOTHING: Cell = { text: '–' }

type Side = ProbeReport & { readonly port?: number }

/** The two sides of the look, one under the other for each thing that was measured. A row without a figure is left out. */
export function comparisonOf({ probes }: SiteReport): Comparison {
  const { edge, origins } = probes
  const numbered = origins.map((origin, index) => ({ origin, name: `origin ${index + 1}` }))
  const failing = numbered.toSorted((a, b) => Number(fails(b.origin)) - Number(fails(a.origin)))
  const shown = failing
    .slice(0, MOST_ORIGINS)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const front = edge?.rayId === undefined ? 'as visitors ask' : 'through Cloudflare'
  const sides: readonly (readonly [name: string, side: Side])[] = [
    ...(edge === undefined ? [] : [[front, edge] as const]),
    ...shown.map(
      ({ origin, name }) => [origins.length === 1 ? 'directly' : `directly, ${name}`, origin] as const,
    ),
  ]
  const row = (label: string, cell: (side: Side) => Cell): Comparison['rows'][number] => ({
    label,
    cells: sides.map(([, side]) => cell(side)),
  })
  const rows = [
    row('answer', answer),
    row('server', ({ server }) => (server === undefined ? NOTHING : { text: server, verbatim: true })),
    row('cache', ({ cache }) => (cache === undefined ? NOTHING : { text: cache, verbatim: true })),
    ...(['resolve', 'connect', 'tls', 'processing'] as const).map((phase) =>
      row(PHASES[phase], (side) => timing(side, phase)),
    ),
    row('in all', ({ total, broke }) => (broke === undefined ? { text: duration(total) } : NOTHING)),
    row('seen as', seenAs),
  ]
  const others = failing.slice(MOST_ORIGINS).map(({ origin, name }) => `${name} ${answer(origin).text}`)
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
export function answer({ status, broke, generator }: ProbeReport): Cell {
  if (broke !== undefined) {
    const begun = status === undefined ? 'none' : String(status)
    return { text: `${begun}: ${briefly(broke)}` }
  }
  const page = generator === undefined ? '' : `, a page of ${generator}`
  return { text: `${status ?? '–'}${page}` }
}

function timing({ timings, broke, tls }: Side, phase: Phase): Cell {
  const took = timings[phase]
  if (took === undefined) return broke?.phase === phase ? { text: '✗' } : NOTHING
  return { text: duration(took) + (phase === 'tls' && tls !== undefined ? `, ${tls.protocol}` : '') }
}

function seenAs({ rayId, colo, port }: Side): Cell {
  if (port !== undefined) return { text: `port ${port}` }
  return rayId === undefined ? NOTHING : { text: `Ray ${rayId}${colo === undefined ? '' : `, ${colo}`}` }
}
