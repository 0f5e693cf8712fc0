import type { VantagePoint } from '../../domain/config.ts'
import { isIP } from '../../shared/ip.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { MAX_SUGGESTION_LENGTH, type Parser, refuse, succeed } from '../parser/parser.ts'

/** Probes for `world`, because they are not in one place. */
const WORLD_PROBES = 3

/** Probes of one measurement. Without a token, Globalping allows 250 tests per hour. */
const MAX_PROBES = 50

const CONTINENTS = [
  'Africa',
  'Antarctica',
  'Asia',
  'Europe',
  'North America',
  'Oceania',
  'South America',
] as const

const ACCEPTED = 'Use a place such as `world`, `Europe`, `Germany`, `Tokyo`, `AS13335` or `US+3`'

/**
 * One of Globalping's locations (`magic` in its API): words joined with `+`, all of which apply. A number says how
 * many probes. Which cities and networks have probes is known only to Globalping.
 */
const parsePoint: Parser<VantagePoint> = (given) => {
  const words = given.split('+').map((word) => word.trim())
  const names = words.filter((word) => !/^\d+$/u.test(word))
  const numbers = words.filter((word) => /^\d+$/u.test(word)).map(Number)
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted: ACCEPTED, meant })
  if (names.length === 0 || names.includes('') || numbers.length > 1) return refused('is not a place')
  const [probes = names.some((name) => /^world$/iu.test(name)) ? WORLD_PROBES : 1] = numbers
  if (probes < 1 || probes > MAX_PROBES)
    return refuse({
      given,
      fault: `sets ${probes} probes`,
      accepted: `Use 1 to ${MAX_PROBES}, such as \`US+3\``,
    })
  const unknown = names.find((name) => !isPlace(name))
  if (unknown === undefined) return succeed({ location: names.join('+'), probes })
  const meant = suggestionFor(unknown)
  return refused(
    'is not a place that Globalping knows',
    meant && words.map((word) => (word === unknown ? meant : word)).join('+'),
  )
}

const points = listOf(parsePoint, commaItemsOf)

/** The places without duplicates; empty for none. */
export const parseVantagePoints: Parser<readonly VantagePoint[]> = (text) => {
  const parsed = points(text)
  if (!parsed.ok) return parsed
  const byLocation = new Map(parsed.value.map((point) => [point.location.toLowerCase(), point]))
  const all = [...byLocation.values()]
  const probes = all.reduce((sum, point) => sum + point.probes, 0)
  return probes <= MAX_PROBES
    ? succeed(all)
    : refuse({ given: text, fault: `needs ${probes} probes`, accepted: `Use at most ${MAX_PROBES} in all` })
}

/** Whether a word can be the name of a place. Of codes, only those that exist can. */
function isPlace(word: string): boolean {
  if (word.length > 100 || isIP(word) !== 0 || !/^[\p{L}\p{M}][\p{L}\p{M}\p{N} .,'’()_-]*$/u.test(word))
    return false
  const [, number] = /^AS(\d+)$/iu.exec(word) ?? []
  if (number !== undefined) return Number(number) >= 1 && Number(number) < 2 ** 32
  if (/^[a-z]{2}$/iu.test(word)) return isCountry(word)
  return suggestionFor(word) === undefined
}

function isCountry(code: string): boolean {
  return (
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code.toUpperCase()) !== undefined
  )
}

/** A misspelled continent. Short names are too similar to those of cities. */
function suggestionFor(word: string): string | undefined {
  if (word.length < 5 || word.length > MAX_SUGGESTION_LENGTH) return undefined
  const meant = didYouMean(word, ['world', ...CONTINENTS.filter((name) => name.length > 4)])
  return meant?.toLowerCase() === word.toLowerCase() ? undefined : meant
}
