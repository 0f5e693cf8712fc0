import type { FailOn } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'

/** Whether a report fails the step, by the `fail-on` input. */
export function failsBy(failOn: ReadonlySet<FailOn>, { verdict, warnings }: Report): boolean {
  if (verdict !== 'healthy' && failOn.has(verdict)) return true
  return warnings.length > 0 && failOn.has('warning')
}

/** The report of a run that was cancelled: nothing is promoted, whatever some of the sites came to. */
export function interrupted(report: Report): Report {
  return { ...report, verdict: 'inconclusive', promote: false, cause: '', category: '', confidence: '' }
}
