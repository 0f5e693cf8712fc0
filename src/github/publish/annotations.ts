import type { Report } from '../../domain/report.ts'
import { clean, cut } from '../../redact/visible.ts'
import { plainText } from '../../report/prose.ts'
import { stepText } from '../../report/steps.ts'
import { plural } from '../../shared/text.ts'
import { MAX_ANNOTATIONS, withinLimit } from '../runner/annotation-limit.ts'
import { issueAnnotation } from '../runner/toolkit.ts'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly text: string
}

/**
 * Code points, of up to two UTF-16 units: the runner cuts a message after 4,096 units (`_maxIssueMessageLength` of
 * https://github.com/actions/runner). The report has the rest.
 */
const MAX_TEXT = 2048

const CANCELLED = 'The run was cancelled before it was complete'

/** As a warning, this cause is about the route. The runner has a network. */
function warningTitle(id: string): string {
  return id === 'runner-offline' ? 'route to the origin' : id
}

/** One annotation for the worst site, with its first step, and one for each warning. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const warnings = report.warnings.map(({ id, text }) =>
    annotation('warning', `origin-gate: ${warningTitle(id)}`, text),
  )
  if (report.verdict === 'healthy') return warnings

  const [worst, ...others] = report.sites
  // A cancelled run has no cause, whatever it knows about its sites.
  if (report.cause === '') {
    const soFar = report.notes.find(({ id }) => id === 'cancelled')?.text ?? worst.headline
    const first = worst.remedy === null ? '' : ` First: ${stepText(worst.remedy.steps[0])}`
    return [annotation('warning', CANCELLED, `${asSentence(soFar)}${first}`), ...warnings]
  }
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

function asSentence(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

/**
 * Annotates the verdict, and what is wrong with our own work, such as a comment that could not be written.
 *
 * @param own sentences that may have several lines
 * @param issued annotations that the step already has
 */
export function annotate(report: Report, own: readonly string[], issued: number): void {
  for (const { level, title, text } of annotationsWithin(report, own, issued)) {
    issueAnnotation(level, text, title)
  }
}

/** What `annotate` issues: with those that the step already has, at most ten. */
export function annotationsWithin(
  report: Report,
  own: readonly string[],
  issued: number,
): readonly Annotation[] {
  const [lead, ...warnings] = annotationsOf(report)
  const ours = own.map((text): Annotation => ({
    level: 'warning',
    title: 'origin-gate',
    text: cut(text, MAX_TEXT),
  }))
  const all = [...(lead === undefined ? [] : [lead]), ...ours, ...warnings]
  return withinLimit(all, joined, MAX_ANNOTATIONS - issued)
}

function joined(rest: readonly Annotation[]): Annotation {
  // Every one is named, even when there is no room for their sentences. One code point is the line break.
  const room = Math.floor(MAX_TEXT / rest.length) - 1
  const text = rest.map((each) => cut(`${each.title}: ${each.text}`, room)).join('\n')
  return { level: 'warning', title: `origin-gate: ${rest.length} more warnings`, text: cut(text, MAX_TEXT) }
}

/** Removes what a site could use to hide or reverse text. `@actions/core` escapes what the runner would interpret. */
function annotation(level: Annotation['level'], title: string, text: string): Annotation {
  return { level, title: cut(clean(title), 200), text: cut(clean(text), MAX_TEXT) }
}
