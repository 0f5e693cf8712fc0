import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { isHtmlForFile } from '../freshness/html-for-file.ts'
import { isGoodResponse } from './exchange.ts'
import { standInFor } from './pages/stand-in.ts'
import { redirectsLikeEdge } from './redirects.ts'

type RequestAndEdge = Pick<Moment, 'request' | 'edge'>

/**
 * Whether a response has the expected body text and header, whatever its status: `unsure` when that was not decided.
 */
export function expectedContent(
  moment: RequestAndEdge,
  exchange: Exchange | undefined,
): 'found' | 'missing' | 'unsure' {
  // A server's own page is not the site, whatever else is expected.
  if (standInFor(moment, exchange) !== undefined) return 'missing'
  const { expectedBody, expectedHeader } = moment.request
  if (expectedBody === undefined && expectedHeader === undefined)
    return isHtmlForFile(moment.request, exchange) ? 'missing' : 'found'
  if (exchange?.kind !== 'completed') return 'unsure'
  // Visitors get the content from the other host, which the direct probe doesn't request.
  if (redirectsLikeEdge(moment, exchange)) return 'found'
  if (exchange.redirectChain?.end === 'elsewhere') return 'missing'
  const { body, header } = exchange.content ?? {}
  const results = [
    ...(expectedBody === undefined ? [] : [body]),
    ...(expectedHeader === undefined ? [] : [header]),
  ]
  if (results.includes('missing')) return 'missing'
  return results.every((presence) => presence === 'found') ? 'found' : 'unsure'
}

export const EXPECTED_CONTENT = 'the expected content'

/** What a response lacks that has a good status, to complete "the response lacks …". */
export function missingThing(moment: RequestAndEdge): string {
  const { expectedBody, expectedHeader } = moment.request
  if (expectedBody !== undefined || expectedHeader !== undefined) return EXPECTED_CONTENT
  const standIn = standInFor(moment, moment.edge)
  return standIn === undefined
    ? 'the file and has an HTML page in its place'
    : `the site and has ${standIn.page} in its place`
}

/** The response has everything that the user expects: status, body text and header. */
export function meetsExpectations(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  return isGoodResponse(moment, exchange) && expectedContent(moment, exchange) === 'found'
}

/** A good response that lacks the expected body text or header. */
export function lacksContent(moment: Moment, exchange: Exchange | undefined): boolean {
  return isGoodResponse(moment, exchange) && expectedContent(moment, exchange) === 'missing'
}

/** Why it is unknown whether a good response has the expected content; undefined when it is known. */
export function undecidedContentReason(moment: Moment, exchange: Exchange | undefined): string | undefined {
  if (!isGoodResponse(moment, exchange) || expectedContent(moment, exchange) !== 'unsure') return
  const page = exchange?.kind === 'completed' ? exchange : undefined
  const { body, header } = page?.content ?? {}
  if (body === 'undecided' || header === 'undecided')
    return 'the pattern takes too long on what the site sends'
  if (body === 'unread' && page !== undefined) return unreadReason(page.body)
  return 'the site redirects this check to a URL that it does not follow'
}

function unreadReason({ complete, coding, encoding }: CompletedExchange['body']): string {
  if (coding === 'unchecked') return "the page couldn't be decompressed"
  if (!complete) return "it isn't in the first megabyte of the page, and the rest wasn't read"
  const problem =
    encoding === undefined
      ? "the page isn't in the character encoding that it declares"
      : "the page's character encoding is unknown"
  return `${problem}. Declare the right \`charset\` in \`Content-Type\`, or expect a text in ASCII`
}
