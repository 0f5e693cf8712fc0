import type { FailOn, SslMode } from '../../domain/config.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { alternatives, type Parser, refuse, succeed } from '../parser/parser.ts'

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])

/** Other spellings, from YAML 1.1 and shells. */
const YES = new Set(['yes', 'y', 'on', '1', 't'])
const NO = new Set(['no', 'n', 'off', '0', 'f', 'never', 'none'])

/** The booleans of YAML 1.2's core schema, which all Actions accept. */
export const parseBoolean: Parser<boolean> = (text) => {
  const value = BOOLEANS.get(text)
  if (value !== undefined) return succeed(value)
  return refuse({
    given: text,
    fault: 'is not a valid boolean',
    accepted: 'Use `true` or `false`',
    meant: () => booleanSuggestion(text.toLowerCase()),
  })
}

function booleanSuggestion(text: string): string | undefined {
  if (YES.has(text)) return 'true'
  if (NO.has(text)) return 'false'
  return didYouMean(text, ['true', 'false'])
}

/** A whole number in decimal digits; the bounds are inclusive. */
export function integerBetween(least: number, most: number): Parser<number> {
  const within = (text: string): number | undefined => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
  return (text) => {
    const value = within(text)
    if (value !== undefined) return succeed(value)
    // The only number in `#12`, `3x` or `…/pull/12`.
    const numbers = text.match(/\d+/gu) ?? []
    const only = numbers.length === 1 && !/-\d|\d\.|\.\d/u.test(text) ? numbers[0] : undefined
    const meant = only === undefined ? undefined : within(only)
    return refuse({
      given: text,
      fault: /^-?\d+$/u.test(text) ? 'is out of range' : 'is not a whole number',
      accepted: `Use a whole number from ${least} to ${most}`,
      meant: meant?.toString(),
    })
  }
}

/** One of a few words, spelled exactly. */
export function oneOf<const Name extends string>(names: readonly Name[]): Parser<Name> {
  return (text) => {
    const found = names.find((name) => name === text)
    if (found !== undefined) return succeed(found)
    return refuse({
      given: text,
      fault: 'is not a valid value',
      accepted: `Use ${alternatives(names)}`,
      meant: () => didYouMean(text, names),
    })
  }
}

const outcomes = listOf(oneOf(['unhealthy', 'inconclusive', 'warning', 'never']), commaItemsOf)

/** Which outcomes fail the step; the empty set for `never`. */
export const parseFailOn: Parser<ReadonlySet<FailOn>> = (text) => {
  const parsed = outcomes(text)
  if (!parsed.ok) return parsed
  const named = new Set<FailOn>(parsed.value.filter((outcome) => outcome !== 'never'))
  if (!parsed.value.includes('never') || named.size === 0) return succeed(named)
  return refuse({
    given: text,
    fault: 'combines `never` with other outcomes',
    accepted: 'Use `never` alone, or any of `unhealthy`, `inconclusive` and `warning`',
  })
}

const MODES = ['auto', 'off', 'flexible', 'full', 'strict'] as const satisfies readonly SslMode[]

/** Names of the modes in Cloudflare's dashboard and API, letters only. */
const MODE_NAMES: ReadonlyMap<string, SslMode> = new Map([
  ['automatic', 'auto'],
  ['fullstrict', 'strict'],
  ['strictsslonlyoriginpull', 'strict'],
  ['originpull', 'strict'],
])

const mode = oneOf(MODES)

export const parseSslMode: Parser<SslMode> = (text) => {
  const parsed = mode(text)
  const [fault] = parsed.ok ? [] : parsed.faults
  const meant = MODE_NAMES.get(text.toLowerCase().replaceAll(/[^a-z]/gu, ''))
  return fault === undefined || meant === undefined ? parsed : refuse({ ...fault, meant })
}
