import { type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** A whole number in decimal digits; the bounds are inclusive. */
export function integerBetween(least: number, most: number): Parser<number> {
  const within = (text: string): number | undefined => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
  return (text) => {
    const value = within(text)
    if (value !== undefined) return succeed(value)
    // `#12`, `3x`, `…/pull/12`: the only number in it.
    const numbers = text.match(/\d+/gu) ?? []
    const only = numbers.length === 1 && !/-\d|\d\.|\.\d/u.test(text) ? numbers[0] : undefined
    const meant = only === undefined ? undefined : within(only)
    return refuse({
      given: text,
      fault: /^-?\d+$/u.test(text) ? 'is out of range' : 'is no whole number',
      accepted: `Give a whole number from ${least} to ${most}`,
      meant: meant?.toString(),
    })
  }
}
