import { elapsedIn } from '../../diagnosis/facts/exchange.ts'
import type { History } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../../domain/report.ts'

type Probes = SiteReport['probes']

/** Milliseconds, redirects included. Rounded, because sums of binary fractions leave a remainder. */
export function wholeTime(exchange: Exchange): number {
  return Math.round(elapsedIn(exchange) * 10) / 10
}

/** Adds the median response time over all rounds that got the same status. */
export function withMedian(probes: Probes, history: History): Probes {
  const { edge, origins } = probes
  return {
    ...probes,
    ...(edge !== undefined && {
      edge: withMedianOf(
        edge,
        history.map((round) => round.edge),
      ),
    }),
    origins: origins.map((origin, index) =>
      withMedianOf(
        origin,
        history.map((round) => round.origins?.[index]),
      ),
    ),
  }
}

function withMedianOf<P extends ProbeReport>(probe: P, exchanges: readonly (Exchange | undefined)[]): P {
  const times = exchanges.flatMap((exchange) =>
    exchange?.kind === 'completed' && exchange.head.status === probe.status ? [elapsedIn(exchange)] : [],
  )
  return times.length < 2 ? probe : { ...probe, median: medianOf(times) }
}

/** The longest of the times that are known; undefined without one. */
export function longestOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}
