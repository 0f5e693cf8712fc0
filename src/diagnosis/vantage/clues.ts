import type { Clue, Moment } from '../../domain/cause.ts'
import { phrase, type Sentence } from '../../domain/untrusted.ts'
import { originName } from '../facts/which-origin.ts'
import { placesDisagree } from './dns.ts'
import { directResults, placesOf } from './places.ts'
import { gotWords, placeNames, summaryOfPlaces } from './words.ts'

/** What the vantage points got for the site, and directly from this origin. */
export function vantageClues(moment: Moment): readonly Clue[] {
  const { vantage } = moment
  if (vantage === undefined) return []
  const places = placesOf(moment)
  const disagreement = placesDisagree(moment)
  const texts: readonly Sentence[] = [
    ...(places.length === 0 ? [] : [phrase`Globalping's probes: ${summaryOfPlaces(places)}.`]),
    ...(disagreement === undefined ? [] : [disagreement]),
    ...directTexts(moment),
  ]
  return texts.map((text) => ({ from: 'vantage', text }))
}

/** What they got directly from the origin, one sentence for each status. */
function directTexts(moment: Moment): readonly Sentence[] {
  const { dialedOrigin } = moment
  if (dialedOrigin === undefined) return []
  const results = directResults(moment).flatMap(({ place, exchange }) =>
    exchange === undefined ? [] : [{ place, exchange }],
  )
  const groups = Map.groupBy(results, (result) => gotWords([result]))
  return [...groups].map(
    ([got, these]) =>
      phrase`A direct request to ${originName(dialedOrigin)} from ${placeNames(these, results)} gets ${got}.`,
  )
}
