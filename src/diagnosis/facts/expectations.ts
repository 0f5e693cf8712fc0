import type { Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { contentOf } from './content.ts'
import { respondsWell } from './exchange.ts'

/** Answers well, and something that the user expects is not in it. */
export function lacksContent(moment: Moment, exchange: Exchange | undefined): boolean {
  return respondsWell(moment, exchange) && contentOf(moment, exchange) === 'missing'
}

/** Why nobody could tell whether a good answer has what the user expects; undefined when it could be told. */
export function unsureWhy(moment: Moment, exchange: Exchange | undefined): string | undefined {
  if (!respondsWell(moment, exchange) || contentOf(moment, exchange) !== 'unsure') return
  const { body, header } = (exchange?.kind === 'completed' ? exchange.content : undefined) ?? {}
  if (body === 'undecided' || header === 'undecided')
    return 'the pattern takes too long on what the site sends'
  if (body === 'unread') return 'it is not in the first megabyte of the page, and more was not read'
  return 'the site sends this check to where it does not follow'
}
