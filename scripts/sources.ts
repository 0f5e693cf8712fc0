/**
 * Lists the claims of causes whose sources were read too long ago: `npm run sources -- [--max-age 1y] [--date DAY]`.
 * Read them again, correct the cause if the page has changed, and set `read` to that day. Exits with 1 when it lists one.
 */
import { parseArgs } from 'node:util'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import type { Cause } from '../src/domain/cause.ts'

const DAY = 24 * 60 * 60 * 1000

/** Days of `90d` and `1y`. */
export function daysOf(age: string): number {
  const [, count = '', unit = ''] = /^([1-9]\d{0,3})(d|y)$/.exec(age) ?? []
  if (unit === '') throw new Error(`"${age}" is not an age. Write days or years: 90d, 1y.`)
  return Number(count) * (unit === 'y' ? 365 : 1)
}

/** Milliseconds at the start of a day in UTC. */
export function startOf(day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new Error(`"${day}" is not a day. Write YYYY-MM-DD.`)
  return at
}

/** One line for each claim that was read more than `days` days before `today`, oldest first. */
export function outdatedClaims(
  causes: readonly Pick<Cause, 'id' | 'sources'>[],
  days: number,
  today: string,
): readonly string[] {
  const limit = startOf(today) - days * DAY
  return causes
    .flatMap(({ id, sources = [] }) => sources.map((source) => ({ id, ...source })))
    .filter(({ read }) => startOf(read) < limit)
    .toSorted((a, b) => a.read.localeCompare(b.read))
    .map(({ id, read, claim, at }) => `${read}  ${id}: ${claim} ${at}`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { 'max-age': { type: 'string', default: '1y' }, date: { type: 'string' } },
  })
  const today = values.date ?? new Date().toISOString().slice(0, 10)
  const lines = outdatedClaims(CAUSES, daysOf(values['max-age']), today)
  if (lines.length > 0) console.log(lines.join('\n'))
  console.log(
    lines.length === 0
      ? `All sources were read in the ${values['max-age']} before ${today}.`
      : 'Read these pages again. Correct the cause if its page has changed, and set `read` to today.',
  )
  process.exitCode = lines.length === 0 ? 0 : 1
}
