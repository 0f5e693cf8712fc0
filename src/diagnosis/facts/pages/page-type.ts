import type { Moment } from '../../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../../domain/exchange.ts'
import { matches, read, untrusted, type Untrusted } from '../../../domain/untrusted.ts'
import { isHtmlDocument, mediaType } from '../../../shared/html.ts'
import { pathOf } from '../../freshness/urls.ts'

/**
 * The `Content-Type` of an HTML page, if browsers don't show the page because of it: they download the page, or show
 * its source. Undefined for a file: a URL that ends like one, a download, or a type that the user expects.
 */
export function typeThatHides(
  { request }: Pick<Moment, 'request'>,
  exchange: Exchange | undefined,
): Untrusted | undefined {
  if (exchange?.kind !== 'completed' || request.method === 'HEAD') return
  const { head, body } = exchange
  const { 'content-type': type, 'content-disposition': disposition } = head.headers
  if (head.status !== 200 || type === undefined || !read(type, isOther)) return
  if (matches(disposition, /^\s*attachment\b/i) || request.expectedHeader?.name === 'content-type') return
  if (isFileUrl(request, exchange)) return
  return read(body.text, isHtmlDocument) ? type : undefined
}

/** Whether the URL of a response ends like that of a file. */
export function isFileUrl({ url }: Moment['request'], { redirectChain }: CompletedExchange): boolean {
  return matches(pathOf(redirectChain?.redirects.at(-1)?.to ?? untrusted(url)), FILE_NAME)
}

/** Extensions of files, and not of pages. */
const FILE_NAME = /\.(?!(?:[sx]?html?|php\d?|aspx?|jspx?|cgi|cfm|pl|do|action)$)[a-z][a-z\d]{0,9}$/i

/**
 * A media type that browsers show neither as HTML nor as XML (WHATWG MIME Sniffing, "MIME type groups" and "unknown
 * MIME types"). They guess the type if there is none, or none that is valid.
 */
function isOther(contentType: string): boolean {
  const type = mediaType(contentType)
  return (
    /^[\w!#$&^+.-]+\/[\w!#$&^+.-]+$/.test(type) &&
    !/^(?:text\/html|(?:unknown|application)\/unknown)$|[/+]xml$|^multipart\//.test(type)
  )
}
