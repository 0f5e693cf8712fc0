import type { FailOn } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import { CANCELLED, missingText, stoppedLine } from '../report/render/summary-line.ts'

/** The outcome for which a report fails the step, by the `fail-on` input. */
export function failureBy(
  failOn: ReadonlySet<FailOn>,
  { verdict, warnings }: Pick<Report, 'verdict' | 'warnings'>,
): FailOn | undefined {
  if (verdict !== 'healthy' && failOn.has(verdict)) return verdict
  return warnings.length > 0 && failOn.has('warning') ? 'warning' : undefined
}

/**
 * The report of a run that was cancelled: nothing is promoted, even if some sites are healthy. The first note with
 * the id `cancelled` says what is known so far.
 *
 * @param missing the number of sites that there was no time to report
 */
export function interrupted(report: Report, missing = 0): Report {
  const total = report.sites.length + missing
  const texts = [stoppedLine(report.sites), ...(missing === 0 ? [] : [missingText(missing, total)])]
  const notes = [...report.notes, ...texts.map((text) => ({ id: 'cancelled', text }) as const)]
  const { verdict, cause } = CANCELLED
  const { history } = report
  const own = { ...(history.at(-1) ?? history[0]), verdict, cause }
  const [first = own, ...rest] = history.slice(0, -1).concat(own)
  return { ...report, ...CANCELLED, notes, history: [first, ...rest] }
}
