import type { Report } from '../../domain/report.ts'

/** More sites than this have a line each: indented, a report of thousands would be half blanks. */
const MOST_INDENTED = 20

/** The report as a file. Nothing is left out of it. */
export function jsonOf(report: Report): string {
  if (report.sites.length <= MOST_INDENTED) return `${JSON.stringify(report, null, 2)}\n`
  const { sites, ...rest } = report
  const lines = sites.map((site) => JSON.stringify(site))
  return `${JSON.stringify(rest).slice(0, -1)},"sites":[\n${lines.join(',\n')}\n]}\n`
}
