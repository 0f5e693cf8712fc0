import type { FailOn } from './domain/config.ts'
import type { Report } from './domain/report.ts'

/** Whether a report fails the step, by the `fail-on` input. */
export function failsBy(failOn: ReadonlySet<FailOn>, { verdict, warnings }: Report): boolean {
  if (verdict !== 'healthy' && failOn.has(verdict)) return true
  return warnings.length > 0 && failOn.has('warning')
}
