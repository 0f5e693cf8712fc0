import { duration } from '../../shared/text.ts'
import type { Phase } from '../../domain/exchange.ts'
import type { RouteKind } from '../../domain/route/route.ts'
import { fromWhere } from '../../diagnosis/route/observer.ts'
import { totalOf } from '../../diagnosis/facts/exchange.ts'
import { failureWords } from '../../diagnosis/failure-words.ts'
import type { ProbeReport, SiteReport } from '../../domain/report.ts'
import { dayOf, FAULTS, issuerFault, PHASES, tlsVersion } from '../words.ts'

/** A cell: text of ours with values in backquotes, or `verbatim` text from the wire, which is printed as code. */
export interface Cell {
  readonly text: string
  readonly verbatim?: true
}

export interface SideBySide {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[]
  /** The responses of origins that have no column. */
  readonly others: string
}

/** More columns than this do not fit on a phone. */
export const MAX_COLUMNS = 3

export const EMPTY_CELL: Cell = { text: '–' }

/** One probe, with the name of its side: `through Cloudflare`, `direct`, `origin 2`. */
export interface Side {
  readonly name: string
  readonly probe: ProbeReport & { readonly route?: RouteKind }
}

/** Both sides of a site, with all origins. */
export function sidesOf({ edge, origins }: SiteReport['probes']): {
  readonly edge?: Side
  readonly origins: readonly Side[]
} {
  const named = origins.map((probe, index) => ({
    name: origins.length === 1 ? directName(probe.route) : (probe.name ?? `origin ${index + 1}`),
    probe,
  }))
  if (edge === undefined) return { origins: named }
  // Without a Ray ID the response did not come through Cloudflare.
  const name = edge.rayId === undefined ? 'by name' : 'through Cloudflare'
  return { edge: { name, probe: edge }, origins: named }
}

/** The only origin's side: `direct`, `from the bastion`. */
export function directName(route: RouteKind | undefined): string {
  return route === undefined ? 'direct' : fromWhere(route)
}

/** The measurements of both sides, one row each. Rows without a value are left out. */
export function sideBySide({ probes }: SiteReport): SideBySide {
  const { edge, origins } = sidesOf(probes)
  const [shown, rest] = failingFirst(origins, MAX_COLUMNS)
  const sides = [...(edge === undefined ? [] : [edge]), ...shown]
  const row = (label: string, cell: (side: Side['probe']) => Cell): SideBySide['rows'][number] => ({
    label,
    cells: sides.map(({ probe }) => cell(probe)),
  })
  const rows = [
    row('response', (side) => ({ text: responseWords(side) })),
    row('redirects', redirects),
    ...(['resolve', 'connect', 'tls', 'processing'] as const).map((phase) =>
      row(PHASES[phase], (side) => timing(side, phase)),
    ),
    row('total', total),
    row('times', routeNote),
    row('protocol', protocol),
    row('certificate', certificate),
    row('cache', ({ cache }) => wireText(cache, 'DYNAMIC')),
    row('server', ({ server }) => wireText(server, 'cloudflare')),
  ]
  const others = rest.map(({ probe, name }) => `${name} ${responseText(probe)}`)
  return {
    columns: sides.map(({ name }) => name),
    rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== EMPTY_CELL.text)),
    others: others.join(', '),
  }
}

/** At most `max` origins in their order, of which no failing one is left out for another, and the rest. */
export function failingFirst(
  origins: readonly Side[],
  max: number,
): readonly [readonly Side[], readonly Side[]] {
  const failing = origins.toSorted((a, b) => Number(fails(b.probe)) - Number(fails(a.probe)))
  const shown = new Set(failing.slice(0, max))
  return [origins.filter((origin) => shown.has(origin)), failing.slice(max)]
}

/** The times of a request that a command carries, unless it never got that far. */
function routeNote({ route, failure }: Side['probe']): Cell {
  return route === undefined || failure?.reason === 'route' ? EMPTY_CELL : { text: 'include the route' }
}

function fails({ failure, status = 0 }: ProbeReport): boolean {
  return failure !== undefined || status >= 400
}

/** `521, Cloudflare page`, `none: connection refused`. */
export function responseWords(side: ProbeReport): string {
  if (side.failure !== undefined || side.generator === undefined) return responseText(side)
  return `${responseText(side)}, ${side.generator} page`
}

/** `521`, `none: connection refused`. */
function responseText({ status, failure }: ProbeReport): string {
  const received = status === undefined ? 'none' : String(status)
  return failure === undefined ? received : `${received}: ${failureWords(failure).brief}`
}

function redirects(side: ProbeReport): Cell {
  const before = redirectTime(side)
  return before === 0 ? EMPTY_CELL : { text: duration(before) }
}

/**
 * Milliseconds that redirects took before the last request; 0 without one. The phases belong to the last request only.
 */
export function redirectTime({ timings, total }: ProbeReport): number {
  const before = total - totalOf(timings)
  // Rounding leaves a remainder.
  return before < 1 ? 0 : before
}

/** @param ordinary the usual value, which is not worth a row */
function wireText(text: string | undefined, ordinary: string): Cell {
  return text === undefined || text === ordinary ? EMPTY_CELL : { text, verbatim: true }
}

function timing({ timings, failure }: ProbeReport, phase: Phase): Cell {
  const elapsed = timings[phase]
  if (failure?.phase === phase) return { text: elapsed === undefined ? '✗' : `✗ after ${duration(elapsed)}` }
  return elapsed === undefined ? EMPTY_CELL : { text: duration(elapsed) }
}

function total({ total, failure }: ProbeReport): Cell {
  return failure === undefined && total > 0 ? { text: duration(total) } : EMPTY_CELL
}

/** `HTTP/1.1, TLS 1.3` */
function protocol({ http, tls }: ProbeReport): Cell {
  const names = [http, tls && tlsVersion(tls.protocol)].filter((name) => name !== undefined)
  return names.length === 0 ? EMPTY_CELL : { text: names.join(', ') }
}

/** `expired on 2026-11-24, for another name`, `until 2027-01-22, intermediate expired on 2026-11-24`. */
function certificate({ tls }: ProbeReport): Cell {
  if (tls === undefined) return EMPTY_CELL
  const { faults, notAfter, outdatedIssuer } = tls
  const leafExpired = faults.includes('expired') && outdatedIssuer?.fault !== 'expired'
  const others = faults.filter((fault) => fault !== 'expired' && fault !== outdatedIssuer?.fault)
  return {
    text: [
      `${leafExpired ? 'expired on' : 'until'} ${dayOf(notAfter)}`,
      ...(outdatedIssuer === undefined ? [] : [issuerFault(outdatedIssuer)]),
      ...others.map((fault) => FAULTS[fault]),
    ].join(', '),
  }
}
