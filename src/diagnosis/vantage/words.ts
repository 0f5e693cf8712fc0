import type { Place, VantageResult } from '../../domain/vantage/vantage.ts'
import { isBlank, listed, phrase, quote, type Sentence, type View } from '../../domain/untrusted.ts'
import { list } from '../../shared/text.ts'
import { failureWords } from '../failure-words.ts'
import type { PlaceResult } from '../../domain/vantage/place-result.ts'
import type { SeenPlace } from './places.ts'

/** More places than this are counted. */
const MAX_NAMED = 4

/** Characters of a name. */
const MAX_NAME = 40

/** A name of a place or a network, which is text from Globalping, without what a sentence would read as markup. */
const named: View = (text) => {
  const plain = text.replaceAll(/[`\s]+/g, ' ').trim()
  return plain.length > MAX_NAME ? `${plain.slice(0, MAX_NAME - 1)}…` : plain
}

/** `Frankfurt`, or with its network if several places have that name: `Frankfurt (Example Hosting)`. */
function placeName({ city, country, network, asn }: Place, all: readonly Place[]): Sentence {
  const name = isBlank(city) ? country : city
  const alike = all.filter((other) => (isBlank(other.city) ? other.country : other.city) === name)
  if (alike.length < 2) return quote(name, named)
  if (alike.every((other) => other.country !== country || other.city !== city || other.asn === asn))
    return phrase`${quote(name, named)}, ${quote(country, named)}`
  return isBlank(network)
    ? phrase`${quote(name, named)} (AS${asn})`
    : phrase`${quote(name, named)} (${quote(network, named)})`
}

/** `Dallas, Frankfurt and Singapore`, `Dallas, Frankfurt, Lagos, Lima and 3 more`. */
export function placeNames(
  results: readonly Pick<VantageResult, 'place'>[],
  among: readonly Pick<VantageResult, 'place'>[] = results,
): Sentence {
  const places = among.map(({ place }) => place)
  const shown = results.slice(0, results.length > MAX_NAMED + 1 ? MAX_NAMED : results.length)
  const more = results.length - shown.length
  const names = shown.map(({ place }) => placeName(place, places))
  return listed(more === 0 ? names : [...names, `${more} more`])
}

/** What several places got: `200`, `521 or 522`, `no response`. */
export function gotWords(places: readonly Pick<SeenPlace, 'exchange'>[]): string {
  const words = places.map(({ exchange }) =>
    exchange.kind === 'completed' ? String(exchange.head.status) : 'no response',
  )
  return list([...new Set(words)].toSorted(), 'or')
}

/** Of Cloudflare, as far as they are known: ` (FRA, SIN)`. */
export function colosOf(places: readonly SeenPlace[]): string {
  const colos = [...new Set(places.map(({ colo }) => colo))].filter((colo) => colo !== '').toSorted()
  return colos.length === 0 ? '' : ` (${list(colos)})`
}

/** The order of the summary: failures first. Each completes "… from Dallas". */
const SUMMARIES: readonly (readonly [seen: PlaceResult, words: string])[] = [
  ['error', 'fails'],
  ['lacking', 'without the expected content'],
  ['unreached', 'no response'],
  ['challenged', 'challenged'],
  ['blocked', 'blocked'],
  ['rate-limited', 'rate-limited'],
  ['wall', 'stopped by bot protection'],
  ['access', 'behind a login'],
  ['queued', 'in a waiting room'],
  ['unjudged', 'not fully checked'],
  ['good', 'fine'],
]

/** `fails from Frankfurt and Singapore with 521, fine from Dallas`. Empty without places. */
export function summaryOfPlaces(places: readonly SeenPlace[]): Sentence {
  const parts = SUMMARIES.flatMap(([seen, words]): readonly Sentence[] => {
    const these = places.filter((place) => place.seen === seen)
    if (these.length === 0) return []
    const status = seen === 'error' ? ` with ${gotWords(these)}` : ''
    return [phrase`${words} from ${placeNames(these, places)}${status}`]
  })
  return parts.length === 0 ? '' : parts.reduce((all, part) => phrase`${all}, ${part}`)
}

/** What a place got, in a few words: `200`, `403, challenged by Cloudflare`, `connection refused`. */
export function resultWords({ exchange, seen }: Pick<SeenPlace, 'exchange' | 'seen'>): string {
  if (exchange.kind === 'failed') {
    return failureWords({ phase: exchange.phase, reason: exchange.error.reason, code: '' }).brief
  }
  const { status } = exchange.head
  const words = RESULTS[seen]
  return words === '' ? String(status) : `${status}, ${words}`
}

const RESULTS: Readonly<Record<PlaceResult, string>> = {
  good: '',
  unjudged: 'not fully checked',
  lacking: 'without the expected content',
  challenged: 'challenged by Cloudflare',
  blocked: 'blocked by Cloudflare',
  'rate-limited': 'rate-limited by Cloudflare',
  wall: 'stopped by bot protection',
  access: 'login page of Cloudflare Access',
  queued: 'waiting room',
  error: '',
  unreached: '',
}
