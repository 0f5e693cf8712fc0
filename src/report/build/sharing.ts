import type { ProbeReport, SiteReport } from '../../domain/report.ts'

type Tls = NonNullable<ProbeReport['tls']>

/** More different values than this are forgotten: then little is equal. */
const MAX_KNOWN = 1000

/**
 * Returns a function that replaces parts of a site's report by equal parts of the reports before it. Two thirds of a
 * report are the same for most of a thousand sites, and so are in memory once.
 */
export function sharing(): (report: SiteReport) => SiteReport {
  const tls = firstEqual<Tls>()
  const path = firstEqual<SiteReport['path']>()
  const summary = firstEqual<SiteReport['summary']>()
  const availability = firstEqual<SiteReport['availability']>()
  const shared = <P extends ProbeReport>(probe: P): P =>
    probe.tls === undefined ? probe : { ...probe, tls: tls(probe.tls) }
  return (report) => {
    const { edge, origins, trace } = report.probes
    return {
      ...report,
      path: path(report.path),
      summary: summary(report.summary),
      availability: availability(report.availability),
      probes: {
        ...report.probes,
        ...(edge !== undefined && { edge: shared(edge) }),
        origins: origins.map(shared),
        ...(trace !== undefined && { trace: shared(trace) }),
      },
    }
  }
}

/** Equal means the same JSON, in which reports are published. */
function firstEqual<T>(): (value: T) => T {
  const known = new Map<string, T>()
  return (value) => {
    const json = JSON.stringify(value)
    const first = known.get(json)
    if (first !== undefined) return first
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(json, value)
    return value
  }
}
