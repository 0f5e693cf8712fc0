import { didYouMean } from '../parser/did-you-mean.ts'
import { type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

const VALUES: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])

/** Other ways to say it: YAML 1.1 and the habits of shells. */
const YES = new Set(['yes', 'y', 'on', '1', 't'])
const NO = new Set(['no', 'n', 'off', '0', 'f', 'never', 'none'])

/** The booleans of YAML 1.2's core schema, as every Action takes them. */
export const parseBoolean: Parser<boolean> = (text) => {
  const value = VALUES.get(text)
  if (value !== undefined) return succeed(value)
  return refuse({
    given: text,
    fault: 'is neither true nor false',
    accepted: 'Give `true` or `false`',
    meant: meantBy(text.toLowerCase()),
  })
}

function meantBy(text: string): string | undefined {
  if (YES.has(text)) return 'true'
  if (NO.has(text)) return 'false'
  return didYouMean(text, ['true', 'false'])
}
