/** A day is written YYYY-MM-DD, in UTC. */

const DAY = 24 * 60 * 60 * 1000

/** Milliseconds at the start of a day. @throws {Error} with what is accepted */
export function startOf(day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new Error(`"${day}" is not a day. Write YYYY-MM-DD.`)
  return at
}

/** Days of `90d` and `1y`. @throws {Error} with what is accepted */
export function daysOf(age: string): number {
  const [, count = '', unit = ''] = /^([1-9]\d{0,3})(d|y)$/.exec(age) ?? []
  if (unit === '') throw new Error(`"${age}" is not an age. Write days or years: 90d, 1y.`)
  return Number(count) * (unit === 'y' ? 365 : 1)
}

/** Days from one day to another; negative if the second one is earlier. */
export function daysBetween(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / DAY
}

export function currentDay(): string {
  return new Date().toISOString().slice(0, 10)
}
