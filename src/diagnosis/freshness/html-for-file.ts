import type { Moment } from '../../domain/cause.ts'
import type { Exchange, Head } from '../../domain/exchange.ts'
import { isAnyOf, matches, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { isHtmlDocument, mediaType } from '../../shared/html.ts'
import { pathOf } from './urls.ts'

/**
 * Extensions of files that are never HTML. A single-page application's fallback may serve its page under such a name
 * (https://github.com/the-via/app/issues/422, https://github.com/vercel/serve/issues/576).
 */
const FILE = /\.(?:m?js|css|json|map|webmanifest|wasm|woff2?|ttf|otf|png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i

/** Pages about a file: MediaWiki's `/wiki/File:Logo.png`, and GitHub's and Gitea's `/blob/main/app.js`. */
const PAGE_ABOUT_FILE = /:[^/]*$|\/(?:blob|blame|tree|src)\//

/** The URL names a file, and the check may judge whether it gets one. */
export function namesFile({ checkAssets, url }: Moment['request']): boolean {
  return checkAssets === true && isFileName(pathOf(untrusted(url)))
}

function isFileName(path: Untrusted): boolean {
  return matches(path, FILE) && !matches(path, PAGE_ABOUT_FILE)
}

/** The URL names a file, and the response is an HTML page. */
export function isHtmlForFile(request: Moment['request'], exchange: Exchange | undefined): boolean {
  if (!namesFile(request) || exchange?.kind !== 'completed') return false
  const last = exchange.redirectChain?.redirects.at(-1)
  // A redirect to a page is the site's own choice, except to the home page.
  const path = pathOf(last?.to ?? untrusted(request.url))
  const isFileOrHome = isAnyOf(path, '/') || isFileName(path)
  if (exchange.redirectChain?.end !== undefined || !isFileOrHome) return false
  return isHtml(exchange, request.method)
}

/** Whether a response is an HTML page. A response to HEAD has only its type. */
export function isHtml(exchange: Exchange, method: Moment['request']['method'] = 'GET'): boolean {
  if (exchange.kind !== 'completed') return false
  const { head, body } = exchange
  if (method === 'HEAD') return isOfType(head, 'text/html')
  return read(body.text, isHtmlDocument)
}

/** The response has this media type, whatever its parameters are. */
export function isOfType({ headers }: Head, type: string): boolean {
  return read(headers['content-type'], (text) => mediaType(text) === type)
}
