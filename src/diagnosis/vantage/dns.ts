import { throughCloudflare } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { VantageResult } from '../../domain/vantage/vantage.ts'
import { phrase, type Sentence } from '../../domain/untrusted.ts'
import { inSeveralNetworks, placesOf, resultsFor, type SeenPlace } from './places.ts'
import { placeNames } from './words.ts'

/** The vantage points where the name resolves to Cloudflare. */
function atCloudflare({ vantage }: Pick<Moment, 'vantage'>): readonly VantageResult[] {
  return resultsFor(vantage, 'edge').filter(({ resolvedTo }) => resolvedTo === 'cloudflare')
}

/** The vantage points where the name resolves to a server outside Cloudflare. */
function atOldServer({ vantage }: Pick<Moment, 'vantage'>): readonly VantageResult[] {
  return resultsFor(vantage, 'edge').filter(
    ({ resolvedTo, exchange }) => resolvedTo === 'elsewhere' && !throughCloudflare(exchange),
  )
}

/** The name resolves to Cloudflare at vantage points in several networks. */
export function placesPointToCloudflare(moment: Pick<Moment, 'vantage'>): boolean {
  return inSeveralNetworks(atCloudflare(moment))
}

/** The vantage points that bypass Cloudflare, if they are in several networks. `served`: all get the site there. */
export function placesBypassing(
  moment: Moment,
): { readonly places: readonly SeenPlace[]; readonly served: boolean; readonly fails: boolean } | undefined {
  const late = new Set(atOldServer(moment).map(({ place }) => place))
  const places = placesOf(moment).filter(({ place }) => late.has(place))
  if (!inSeveralNetworks(places)) return
  const failing = places.filter(({ seen }) => seen !== 'good' && seen !== 'unjudged')
  return {
    places,
    served: places.every(({ seen }) => seen === 'good'),
    fails: inSeveralNetworks(failing),
  }
}

/** Where the name resolves to what; undefined if all vantage points agree, or none said it. */
export function placesDisagree(moment: Pick<Moment, 'vantage'>): Sentence | undefined {
  const all = resultsFor(moment.vantage, 'edge')
  const [old, current] = [atOldServer(moment), atCloudflare(moment)]
  if (old.length === 0) return
  const others = current.length === 0 ? '' : phrase`, and from ${placeNames(current, all)} to Cloudflare`
  return phrase`From ${placeNames(old, all)}, the name resolves to a server outside Cloudflare${others}.`
}
