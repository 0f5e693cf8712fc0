import type { FailOn, SslMode } from '../../domain/config.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { alternatives, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** One of a few words, spelled exactly so. */
export function oneOf<const Name extends string>(names: readonly Name[]): Parser<Name> {
  return (text) => {
    const found = names.find((name) => name === text)
    if (found !== undefined) return succeed(found)
    return refuse({
      given: text,
      fault: 'is not known',
      accepted: `Give ${alternatives(names)}`,
      meant: didYouMean(text, names),
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
    fault: 'has `never` beside other outcomes',
    accepted: 'Give `never` alone, or any of `unhealthy`, `inconclusive` and `warning`',
  })
}

const MODES = ['auto', 'off', 'flexible', 'full', 'strict'] as const satisfies readonly SslMode[]

/** How Cloudflare's dashboard and its API call the modes, in letters alone. */
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
