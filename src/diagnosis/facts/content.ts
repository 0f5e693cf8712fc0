import type { Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { followsVisitors } from './redirects.ts'

/** Whether all that the user expects is in an answer, whatever its status: `unsure` when nobody could tell. */
export function contentOf(
  moment: Pick<Moment, 'request' | 'edge'>,
  exchange: Exchange | undefined,
): 'found' | 'missing' | 'unsure' {
  const { expectedBody, expectedHeader } = moment.request
  if (expectedBody === undefined && expectedHeader === undefined) return 'found'
  if (exchange?.kind !== 'completed') return 'unsure'
  // What visitors get is at the other host, where the direct probe has no business.
  if (followsVisitors(moment, exchange)) return 'found'
  if (exchange.redirectChain?.end === 'elsewhere') return 'missing'
  const { body, header } = exchange.content ?? {}
  const seen = [
    ...(expectedBody === undefined ? [] : [body]),
    ...(expectedHeader === undefined ? [] : [header]),
  ]
  if (seen.includes('missing')) return 'missing'
  return seen.every((presence) => presence === 'found') ? 'found' : 'unsure'
}

/** What an answer lacks, to go on after its status; empty when it lacks nothing. */
export function lacking(exchange: Exchange | undefined): string {
  const { body, header } = (exchange?.kind === 'completed' ? exchange.content : undefined) ?? {}
  const lacks = [
    ...(body === 'missing' ? ['the expected text'] : []),
    ...(header === 'missing' ? ['the expected header'] : []),
  ]
  return lacks.length === 0 ? '' : ` without ${lacks.join(' and ')}`
}
