import type { History } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../../domain/report.ts'

type Probes = SiteReport['probes']

/** The probes of one look, with what their answer took in the median of all looks that had the same. */
export function withMedian(probes: Probes, history: History): Probes {
  const { edge, origins } = probes
  return {
    ...probes,
    ...(edge !== undefined && {
      edge: typical(
        edge,
        history.map((look) => look.edge),
      ),
    }),
    origins: origins.map((origin, index) =>
      typical(
        origin,
        history.map((look) => look.origins?.[index]),
      ),
    ),
  }
}

function typical<P extends ProbeReport>(probe: P, seen: readonly (Exchange | undefined)[]): P {
  const times = seen.flatMap((exchange) =>
    exchange?.kind === 'completed' && exchange.head.status === probe.status
      ? [Object.values(exchange.timings).reduce((sum, took) => sum + took, 0)]
      : [],
  )
  return times.length < 2 ? probe : { ...probe, typical: medianOf(times) }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}
