import type { SiteReport } from '../../domain/report.ts'

/** The most values to remember. If there are more, few of them are equal. */
const MAX_KNOWN = 1000

/**
 * Returns a function that replaces parts of a site's report with equal parts of earlier reports, so that they are in
 * memory once. In a run of a thousand sites, most of a report is the same. `probes.ts` shares what it says about TLS.
 */
export function sharing(): (report: SiteReport) => SiteReport {
  const path = firstEqual<SiteReport['path']>()
  const summary = firstEqual<SiteReport['summary']>()
  const availability = firstEqual<SiteReport['availability']>()
  return (report) => ({
    ...report,
    path: path(report.path),
    summary: summary(report.summary),
    availability: availability(report.availability),
  })
}

/** Values are equal if their JSON is, because reports are published as JSON. */
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
