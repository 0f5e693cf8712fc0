import type { Phase } from '../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../domain/report.ts'
import { briefly, duration, PHASES } from './words.ts'

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
  const front = edge?.rayId === undefined ? 'to visitors' : 'through Cloudflare'
  const sides: readonly (readonly [name: string, side: Side])[] = [
    ...(edge === undefined ? [] : [[front, edge] as const]),
    ...shown.map(({ origin, name }) => [origins.length === 1 ? 'directly' : name, origin] as const),
  ]
  const row = (label: string, cell: (side: Side) => Cell): Comparison['rows'][number] => ({
    label,
    cells: sides.map(([, side]) => cell(side)),
  })
  const rows = [
    row('answer', fullAnswer),
    row('server', ({ server }) => ofTheWire(server, 'cloudflare')),
    row('cache', ({ cache }) => ofTheWire(cache, 'DYNAMIC')),
    ...(['resolve', 'connect', 'tls', 'processing'] as const).map((phase) =>
      row(PHASES[phase], (side) => timing(side, phase)),
    ),
    row('seen as', seenAs),
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

/** `521 after 62 ms, a page of Cloudflare`, `none: connection refused`. */
function fullAnswer(side: Side): Cell {
  if (side.broke !== undefined || side.status === undefined) return { text: answer(side) }
  const page = side.generator === undefined ? '' : `, a page of ${side.generator}`
  return { text: `${side.status} after ${duration(side.total)}${page}` }
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

function timing({ timings, broke, tls }: Side, phase: Phase): Cell {
  const took = timings[phase]
  if (broke?.phase === phase) return { text: took === undefined ? '✗' : `✗ after ${duration(took)}` }
  if (took === undefined) return NOTHING
  return {
    text:
      duration(took) +
      (phase === 'tls' && tls !== undefined ? `, ${tls.protocol.replace(/^TLSv/, 'TLS ')}` : ''),
  }
}

function seenAs({ rayId, colo, port }: Side): Cell {
  if (port !== undefined) return { text: `port ${port}` }
  return rayId === undefined ? NOTHING : { text: `Ray \`${rayId}\`${colo === undefined ? '' : `, ${colo}`}` }
}
