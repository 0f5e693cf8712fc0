import { list, plural } from '../../shared/text.ts'
import type { Change, ChangesReport } from '../../domain/report.ts'
import { minuteOf } from '../words.ts'

/** More changes than this are only in the table. */
const MAX_CHANGES = 3

/** What changed, on one line: "since …, when it was healthy: the server from `nginx` to `caddy`". */
export function changedWords(report: ChangesReport): string {
  const { changes, responses, verdict } = report
  const start = `since ${baselineTime(report)}, when it was ${verdict}`
  if (changes.length + responses.length === 0) return `${start}: nothing that this check compares`
  if (changes.length === 0) return `${start}: only ${list(responses.map(changeWords))}`
  const items = changes.slice(0, MAX_CHANGES).map(changeWords)
  const more = changes.length - items.length
  return `${start}: ${list([...items, ...(more === 0 ? [] : [plural(more, 'more change')])])}`
}

/** `2026-11-23 10:04 UTC`. */
export function baselineTime({ baselineAt }: ChangesReport): string {
  return minuteOf(baselineAt)
}

/** All changes, possible reasons first. */
export function allChanges({ changes, responses }: ChangesReport): readonly Change[] {
  return [...changes, ...responses]
}

/** "the server (directly) from `nginx` to `caddy`". */
export function changeWords({ where, what, before, now }: Change): string {
  const place = where === '' ? '' : ` (${where})`
  return `the ${what}${place} from ${quoted(before)} to ${quoted(now)}`
}

/** In backquotes, with none inside that could end them. */
export function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
