import type { Report } from '../../domain/report.ts'
import { clean, cut } from '../../redact/visible.ts'
import { plainText } from '../../report/prose.ts'
import { stepText } from '../../report/words.ts'
import { plural } from '../../shared/text.ts'
import { issueAnnotation } from '../runner/toolkit.ts'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly text: string
}

/** Characters. GitHub shows about this many; the report has the rest. */
const MAX_TEXT = 2000

/** One annotation for the worst site, with its first step, and one for each warning. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const warnings = report.warnings.map(({ id, text }) => annotation('warning', `origin-gate: ${id}`, text))
  if (report.verdict === 'healthy') return warnings

  const [worst, ...others] = report.sites
  const level = report.verdict === 'unhealthy' ? 'error' : 'warning'
  const failing = others.filter(({ verdict }) => verdict !== 'healthy').length
  const sentences = [
    plainText(worst.summary),
    worst.remedy === null ? '' : `First: ${stepText(worst.remedy.steps[0])}`,
    failing === 0 ? '' : `${plural(failing, 'more site is', 'more sites are')} not healthy.`,
    `Cause: ${report.cause} (${report.confidence}).`,
  ]
  return [annotation(level, worst.headline, sentences.filter((text) => text !== '').join(' ')), ...warnings]
}

export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, text } of annotations) {
    issueAnnotation(level, text, title)
  }
}

/** Warns about our own work, such as a comment that could not be written. The text may have several lines. */
export function warn(text: string): void {
  issueAnnotation('warning', text.slice(0, MAX_TEXT), 'origin-gate')
}

/** Removes what a site could use to hide or reverse text. `@actions/core` escapes what the runner would interpret. */
function annotation(level: Annotation['level'], title: string, text: string): Annotation {
  return { level, title: cut(clean(title), 200), text: cut(clean(text), MAX_TEXT) }
}
