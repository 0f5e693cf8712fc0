import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange, Head } from '../../domain/exchange.ts'
import { isAnyOf, matches, read, readUrl, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { isHtmlDocument, mediaType } from '../../shared/html.ts'
import { MAX_SHOWN, shownText } from '../fingerprints/shown-text.ts'
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

/**
 * Where files are, and pages are not: folders of builds, names with a hash, and at the top of a site, types and names
 * that no page is about. A page may be about `/next.js` or `/media/sunset.jpg`.
 */
const PLACE_OF_FILES =
  /^\/(?:[^/]*\.(?:css|json|map|webmanifest|wasm|woff2?|ttf|otf|ico)|(?:app|bundle|index|main|polyfills|runtime|scripts?|service-worker|sw|vendor|worker)\.m?js)$|\/(?:_next|_nuxt|_app|assets?|build|bundles?|css|dist|fonts?|js|scripts?|static|styles?|wp-content|wp-includes)\/|[.-](?=[\w]*\d)[\w]{8,}\.\w+$/i

/** Characters that the page of a single-page application shows at most, before its script runs. */
const MAX_SHELL = 300

/** The URL names a file, and the response is the page that a site has for every path, not one for this URL. */
export function isHtmlForFile(request: Moment['request'], exchange: Exchange | undefined): boolean {
  return isHtmlAtFile(request, exchange) && purposeOf(request, exchange) === 'any path'
}

/** The URL ends like a file, the response is an HTML page, and nothing shows whether it is meant to be one. */
export function isPageForFile(request: Moment['request'], exchange: Exchange | undefined): boolean {
  return isHtmlAtFile(request, exchange) && purposeOf(request, exchange) === 'unclear'
}

/**
 * Whether a page is about its own URL. A tag, a package or a photo may have a page whose URL ends in `.js` or `.jpg`:
 * its title, its heading or its canonical link names it. Templates often give every page the home page's address, so
 * that address counts only where the title and the heading don't name the URL.
 */
function purposeOf(
  { url }: Moment['request'],
  exchange: CompletedExchange,
): 'this path' | 'any path' | 'unclear' {
  const path = readUrl(untrusted(url), ({ pathname }) => untrusted(decoded(pathname).toLowerCase()))
  const last = exchange.redirectChain?.redirects.at(-1)?.to
  if (last !== undefined && isAnyOf(pathOf(last), '/')) return 'any path'
  const about = read(exchange.body.text, (page) => read(path, (name) => aboutIn(page, name)))
  if (about === 'this') return 'this path'
  const forAny = about === 'home' || matches(path, PLACE_OF_FILES) || read(exchange.body.text, isShell)
  return forAny ? 'any path' : 'unclear'
}

/** The page shows hardly anything without its script. Of a longer page, only the beginning is known. */
function isShell(page: string): boolean {
  const whole =
    page.length < MAX_SHOWN || /<div [^<>]{0,100}\bid=["']?(?:root|app|__next|__nuxt|q-app)\b/i.test(page)
  return whole && /<script\b/i.test(page) && shownText(page).length <= MAX_SHELL
}

/** What a page says that it is about, by its title, its first heading and its canonical links. */
function aboutIn(page: string, path: string): 'this' | 'home' | 'unknown' {
  const name = lastPart(path)
  const names = PICTURE.test(name) ? [name, name.replace(/\.\w+$/, '')] : [name]
  const texts = [/<title\b[^>]{0,100}>([^<]{0,1000})</i, /<h1\b[^<>]{0,500}>((?:(?!<\/h1)[^]){0,1000})/i].map(
    (part) => shownText(part.exec(page)?.[1] ?? '').toLowerCase(),
  )
  if (names.some((each) => each.length > 3 && texts.some((text) => text.includes(each)))) return 'this'
  const targets = canonicalsIn(page).map(
    (url) => URL.parse(url.replaceAll('&amp;', '&'), `https://site.invalid${path}`)?.pathname ?? '',
  )
  if (targets.some((target) => lastPart(decoded(target).toLowerCase()) === name)) return 'this'
  return targets.includes('/') ? 'home' : 'unknown'
}

/** The URLs that a page gives as its own, to search engines or social networks. */
function canonicalsIn(page: string): readonly string[] {
  return [...page.matchAll(/<(?:link|meta)\b[^<>]{0,3000}>/gi)].flatMap(([tag]) => {
    const value = /\brel=["']?canonical\b/i.test(tag)
      ? /\bhref=["']?([^"'\s>]+)/i.exec(tag)
      : /\bproperty=["']?og:url\b/i.test(tag)
        ? /\bcontent=["']?([^"'\s>]+)/i.exec(tag)
        : undefined
    return value?.[1] ?? []
  })
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/

const lastPart = (path: string): string => /([^/]*)\/?$/.exec(path)?.[1] ?? ''

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The URL names a file, and the response is an HTML page. */
function isHtmlAtFile(
  request: Moment['request'],
  exchange: Exchange | undefined,
): exchange is CompletedExchange {
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
