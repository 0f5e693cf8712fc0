/**
 * Lists the claims of causes whose sources were read too long ago: `npm run sources -- [--max-age 1y] [--date DAY]`.
 * Read them again, correct the cause if the page has changed, and set `read` to that day. Exits with 1 if it lists one.
 */
import { parseArgs } from 'node:util'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import type { Cause } from '../src/domain/cause.ts'
import { currentDay, daysBetween, daysOf } from './days.ts'

/** One line for each claim that was read more than `days` days before `today`, oldest first. */
export function outdatedClaims(
  causes: readonly Pick<Cause, 'id' | 'sources'>[],
  days: number,
  today: string,
): readonly string[] {
  return causes
    .flatMap(({ id, sources }) => sources.map((source) => ({ id, ...source })))
    .filter(({ read }) => daysBetween(read, today) > days)
    .toSorted((a, b) => a.read.localeCompare(b.read))
    .map(({ id, read, claim, at }) => `${read}  ${id}: ${claim} ${at}`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { 'max-age': { type: 'string', default: '1y' }, date: { type: 'string' } },
  })
  const today = values.date ?? currentDay()
  const lines = outdatedClaims(CAUSES, daysOf(values['max-age']), today)
  if (lines.length > 0) console.log(lines.join('\n'))
  console.log(
    lines.length === 0
      ? `All sources were read less than ${values['max-age']} before ${today}.`
      : 'Read these pages again. Correct the cause if its page has changed, and set `read` to today.',
  )
  process.exitCode = lines.length === 0 ? 0 : 1
}
