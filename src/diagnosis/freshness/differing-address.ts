import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import {
  isEmpty,
  matches,
  phrase,
  quote,
  read,
  untrusted,
  type Phrase,
  type Untrusted,
} from '../../domain/untrusted.ts'
import { fromCache, madeAtEdge, throughCloudflare } from '../../cloudflare/response.ts'
import { mediaType } from '../../shared/html.ts'
import { cluesOf } from '../clues/clues.ts'
import { meetsExpectations } from '../facts/content.ts'
import { hostOf, redirectedElsewhere } from '../facts/redirects.ts'
import { originName, originNameIn } from '../facts/which-origin.ts'
import { titleOf } from '../fingerprints/shown-text.ts'
import { likenessOf } from './same-content.ts'

/**
 * What clearly differs between two good responses, to complete "the response …"; undefined if nothing does. Titles,
 * types, status classes and hosts count, because pages differ in small ways with each request.
 */
export function differenceOf(
  moment: Pick<Moment, 'request' | 'edge'>,
  one: Exchange | undefined,
  usual: Exchange | undefined,
): Phrase | undefined {
  if (one?.kind !== 'completed' || usual?.kind !== 'completed') return
  if (![one, usual].every((each) => meetsExpectations({ ...moment, edge: each }, each))) return
  const [host, usualHost] = [lastHost(one), lastHost(usual)]
  if (host !== usualHost && !isEmpty(host) && !isEmpty(usualHost))
    return phrase`comes from ${quote(host)} after redirects, and not from ${quote(usualHost)}`
  const [status, usualStatus] = [one.head.status, usual.head.status]
  if (Math.floor(status / 100) !== Math.floor(usualStatus / 100))
    return phrase`has the status ${status} instead of ${usualStatus}`
  const [empty, usualEmpty] = [one, usual].map(({ body }) => body.bytes === 0)
  if (moment.request.method === 'GET' && status !== usualStatus && empty !== usualEmpty)
    return empty === true
      ? phrase`is empty, with the status ${status} instead of ${usualStatus}`
      : phrase`isn't empty, with the status ${status} instead of ${usualStatus}`
  const [type, usualType] = [typeOf(one), typeOf(usual)]
  // Cloudflare may convert images.
  if ([type, usualType].every((each) => matches(each, /^image\//))) return
  if (type !== usualType && !isEmpty(type) && !isEmpty(usualType))
    return phrase`has the type ${quote(type)} instead of ${quote(usualType)}`
  const [title, usualTitle] = [titleOf(one), titleOf(usual)]
  if (isEmpty(title) || isEmpty(usualTitle) || comparable(title) === comparable(usualTitle)) return
  // What the workflow expects is in both, or their ETags agree. A translation has its own title.
  const [language, usualLanguage] = [languageOf(one), languageOf(usual)]
  if (language !== usualLanguage && !isEmpty(language) && !isEmpty(usualLanguage)) return
  if (likenessOf(one, usual) === 'same') return
  return phrase`has the title ${quote(title)} instead of ${quote(usualTitle)}`
}

/** One of several addresses of the site's name returns another page than the one that is judged. */
export function differingSiteAddress(moment: Moment): Match | undefined {
  const { otherAddresses = [], edge, dialedOrigin } = moment
  if (dialedOrigin?.site === true) return
  const found = otherAddresses
    .map(({ address, exchange }) => ({ address, difference: differenceOf(moment, exchange, edge) }))
    .find(({ difference }) => difference !== undefined)
  if (found?.difference === undefined) return
  const where = originName({ position: 1, of: 1, address: found.address, site: true })
  return warning(
    moment,
    phrase`At ${where}, the response ${found.difference}. Some visitors may get another site.`,
  )
}

/** The address of this origin returns another page than visitors and another address get. */
export function differingOriginAddress(moment: Moment): Match | undefined {
  const { dialedOrigin, origin, edge } = moment
  if (dialedOrigin?.chosen === undefined || dialedOrigin.siblingAlike !== true || dialedOrigin.site === true)
    return
  if (dialedOrigin.redirectsAlone === true) return
  const difference = differenceOf(moment, origin, edge)
  if (difference === undefined) return
  return warning(
    moment,
    phrase`The response of one address ${difference}, which visitors get. It may serve another site or release.`,
  )
}

/** The origin returns another page than visitors get from an origin just now. */
export function differingOrigin(moment: Moment): Match | undefined {
  const { dialedOrigin, origin, edge } = moment
  if (dialedOrigin?.site === true || dialedOrigin?.siblingAlike === true) return
  // A Worker or a Cloudflare rule may respond in the origin's place.
  if (!throughCloudflare(edge) || madeAtEdge(edge) || fromCache(edge)) return
  // Redirects may be Cloudflare's, and those of the origin alone are a matter of their own.
  if (redirectedElsewhere(moment) || [edge, origin].some(isRedirect)) return
  // An error is only good if the workflow lists it, so the origin may return it to everyone but Cloudflare.
  if (origin?.kind === 'completed' && origin.head.status >= 400) return
  const difference = differenceOf(moment, origin, edge)
  if (difference === undefined) return
  return warning(
    moment,
    phrase`When requested directly, the response of ${originNameIn(moment)} ${difference}, which visitors get. It may serve another site or release.`,
    DIFFERING_ORIGIN,
  )
}

function isRedirect(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed') return false
  return exchange.redirectChain?.end !== undefined || Math.floor(exchange.head.status / 100) === 3
}

const TITLES = {
  'differing-address': 'one of several addresses serves another page',
  'differing-origin': 'the origin serves another page than visitors get',
} as const

function warning(moment: Moment, because: Phrase, form: keyof typeof TITLES = 'differing-address'): Match {
  return {
    outcome: 'warning',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
    form,
    title: TITLES[form],
  }
}

export const DIFFERING_ORIGIN = 'differing-origin'

/** Whether a match is about a difference between responses. Pages may also differ with each request. */
export function isDifference({ form = '' }: Match): boolean {
  return Object.hasOwn(TITLES, form)
}

function lastHost({ redirectChain }: CompletedExchange): Untrusted {
  return hostOf(redirectChain?.redirects.at(-1)?.to)
}

function typeOf({ head }: CompletedExchange): Untrusted {
  return read(head.headers['content-type'], (text) => untrusted(mediaType(text)))
}

/** The language that a page declares; empty without one. */
function languageOf({ body }: CompletedExchange): Untrusted {
  return read(body.text, (text) =>
    untrusted(/<html\b[^>]{0,200}?\blang\s*=\s*["']?([a-z]{2,3})/i.exec(text)?.[1]?.toLowerCase() ?? ''),
  )
}

/** Without numbers, which are counts or times. */
function comparable(title: Untrusted): Untrusted {
  return read(title, (text) =>
    untrusted(
      text
        .toLowerCase()
        .replace(/[\d\s\p{P}]+/gu, ' ')
        .trim(),
    ),
  )
}
