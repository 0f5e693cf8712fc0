import type { Report } from '../domain/report.ts'

/** The report as a file. Nothing is left out of it. */
export function jsonOf(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
