import { stepText } from '../words.ts'
import type { Report, SiteReport } from '../../domain/report.ts'

/** More sites than this have a line each: indented, a report of thousands would be half blanks. */
const MOST_INDENTED = 20

/** The report as a file. Nothing is left out of it. */
export function jsonOf(internal: Report): string {
  const report = { ...internal, sites: internal.sites.map(withStepsAsText) }
  if (report.sites.length <= MOST_INDENTED) return `${JSON.stringify(report, null, 2)}\n`
  const { sites, ...rest } = report
  const lines = sites.map((site) => JSON.stringify(site))
  return `${JSON.stringify(rest).slice(0, -1)},"sites":[\n${lines.join(',\n')}\n]}\n`
}

/** Schema 1 has the steps of a remedy as strings. */
function withStepsAsText(site: SiteReport) {
  if (site.remedy === null) return site
  return { ...site, remedy: { ...site.remedy, steps: site.remedy.steps.map(stepText) } }
}
