import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import {
  isEmpty,
  phrase,
  quote,
  read,
  untrusted,
  type Phrase,
  type Untrusted,
} from '../../domain/untrusted.ts'
import { mediaType } from '../../shared/html.ts'
import { cluesOf } from '../clues/clues.ts'
import { meetsExpectations } from '../facts/content.ts'
import { hostOf } from '../facts/redirects.ts'
import { originName } from '../facts/which-origin.ts'
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
  const [type, usualType] = [typeOf(one), typeOf(usual)]
  if (type !== usualType && !isEmpty(type) && !isEmpty(usualType))
    return phrase`has the type ${quote(type)} instead of ${quote(usualType)}`
  const [title, usualTitle] = [titleOf(one), titleOf(usual)]
  if (isEmpty(title) || isEmpty(usualTitle) || comparable(title) === comparable(usualTitle)) return
  // What the workflow expects is in both, or their ETags agree.
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

function warning(moment: Moment, because: Phrase): Match {
  return {
    outcome: 'warning',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
    form: DIFFERING_ADDRESS,
    title: 'one of several addresses serves another page',
  }
}

export const DIFFERING_ADDRESS = 'differing-address'

function lastHost({ redirectChain }: CompletedExchange): Untrusted {
  return hostOf(redirectChain?.redirects.at(-1)?.to)
}

function typeOf({ head }: CompletedExchange): Untrusted {
  return read(head.headers['content-type'], (text) => untrusted(mediaType(text)))
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
