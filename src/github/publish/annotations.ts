import type { Report } from '../../domain/report.ts'
import { stepText } from '../../report/words.ts'
import { clean, cut } from '../../redact/visible.ts'
import { issueAnnotation } from '../runner/toolkit.ts'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly text: string
}

/** GitHub shows about this many characters; the rest is in the report. */
const LIMIT = 2000

/** One for what is wrong with the worst site, with the first step to take, and one for each warning. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const warnings = report.warnings.map(({ id, text }) => annotation('warning', `origin-gate: ${id}`, text))
  if (report.verdict === 'healthy') return warnings

  const [worst, ...others] = report.sites
  const level = report.verdict === 'unhealthy' ? 'error' : 'warning'
  const sick = others.filter(({ verdict }) => verdict !== 'healthy').length
  const sentences = [
    worst.summary,
    worst.remedy === null ? '' : `First: ${stepText(worst.remedy.steps[0])}`,
    sick === 0 ? '' : `${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy.`,
    `Cause: ${report.cause} (${report.confidence}).`,
  ]
  return [annotation(level, worst.headline, sentences.filter((text) => text !== '').join(' ')), ...warnings]
}

export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, text } of annotations) {
    issueAnnotation(level, text, title)
  }
}

/** A warning of our own work, such as a comment that could not be written. It may have several lines. */
export function warn(text: string): void {
  issueAnnotation('warning', text.slice(0, LIMIT), 'origin-gate')
}

/** What a site sent may turn text around, or hide it. `@actions/core` escapes what means something to the runner. */
function annotation(level: Annotation['level'], title: string, text: string): Annotation {
  return { level, title: cut(clean(title), 200), text: cut(clean(text), LIMIT) }
}
