import { plural, list } from '../../shared/text.ts'
import type { Change, ChangesReport } from '../../domain/report.ts'
import { dayOf } from '../words.ts'

/** More than these have to be unfolded. */
const MOST_TOLD = 3

/** What changed, in one line: "since …: the server `nginx` is `caddy`". What was measured stands in backquotes. */
export function changedWords(report: ChangesReport): string {
  const { changes, answers } = report
  const begin = `since ${momentOf(report)}, when it was ${STATES[report.verdict]}`
  if (changes.length + answers.length === 0) return `${begin}: nothing that was compared`
  if (changes.length === 0) return `${begin}: nothing but ${list(answers.map(changeWords))}`
  const shown = changes.slice(0, MOST_TOLD).map(changeWords)
  const more = changes.length - shown.length
  return `${begin}: ${list([...shown, ...(more === 0 ? [] : [plural(more, 'thing') + ' more'])])}`
}

const STATES: Readonly<Record<ChangesReport['verdict'], string>> = {
  healthy: 'healthy',
  unhealthy: 'not healthy',
  inconclusive: 'not to be judged',
}

/** `2026-11-23 10:04 UTC`. */
export function momentOf({ since }: ChangesReport): string {
  return `${dayOf(since)} ${since.slice(11, 16)} UTC`
}

/** All that changed, the likely reasons first. */
export function allChanges({ changes, answers }: ChangesReport): readonly Change[] {
  return [...changes, ...answers]
}

/** "the server (directly) from `nginx` to `caddy`". */
export function changeWords({ where, what, before, now }: Change): string {
  const place = where === '' ? '' : ` (${where})`
  return `the ${what}${place} from ${quoted(before)} to ${quoted(now)}`
}

/** Nothing in the value can end the quotation. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
