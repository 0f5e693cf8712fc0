import type { AssetLink, CompletedExchange, Exchange, PageAssets } from '../../domain/exchange.ts'
import { rawTextOf, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { isHtmlDocument, mediaType } from '../../shared/html.ts'
import type { ProbeRequest } from '../types.ts'
import { tagsIn, type Tag } from './html-tags.ts'

/** Bytes of a page to search for its script and stylesheet. A script may be at the end of the page. */
export const PAGE_LIMIT = 512 * 1024

/** Characters of a URL. Longer ones are left out. */
const MAX_URL = 2048

/**
 * Adds the files that the page names, if the request is to find them. The origin may use its own name, and plain HTTP,
 * in a URL that Cloudflare rewrites for visitors.
 */
export function withAssets(page: Exchange, { redirects, findsAssets, headers }: ProbeRequest): Exchange {
  if (findsAssets !== true || redirects === undefined) return page
  if (page.kind !== 'completed' || page.redirectChain?.end !== undefined || !isHtmlPage(page)) return page
  const url = finalUrl(page, redirects.siteUrl)
  if (url === undefined) return page
  const hosts = new Set([url.hostname, (headers['host'] ?? '').replace(/:\d+$/, '')])
  const isOwn = (found: URL): boolean =>
    redirects.direct === undefined ? found.origin === url.origin : hosts.has(found.hostname)
  return { ...page, assets: assetsIn(rawTextOf(page.body.text), url, isOwn) }
}

/** The URL of a page after its redirects, if it is still on the site's host, with or without `www`. */
function finalUrl({ redirectChain }: Exchange, siteUrl: string): URL | undefined {
  const last = redirectChain?.redirects.at(-1)?.to
  const url = URL.parse(last === undefined ? siteUrl : rawTextOf(last))
  return url !== null && withoutWww(url) === withoutWww(new URL(siteUrl)) ? url : undefined
}

function withoutWww({ hostname }: URL): string {
  return hostname.replace(/^www\./, '')
}

const HTML_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])

/** Whether a response is an HTML page that visitors see. */
export function isHtmlPage({ head, body }: CompletedExchange): boolean {
  if (head.status < 200 || head.status > 299) return false
  const type = read(head.headers['content-type'], (text) => {
    const known = mediaType(text)
    return known === '' ? 'none' : HTML_TYPES.has(known) ? 'html' : 'other'
  })
  return type === 'html' || (type === 'none' && read(body.text, isHtmlDocument))
}

/**
 * The first script and stylesheet that a page names. A script with `type="module"` precedes others, because browsers
 * that support modules run it.
 *
 * @param isOwn whether a URL belongs to the page's own host; others are skipped
 */
export function assetsIn(html: string, pageUrl: URL, isOwn: (url: URL) => boolean): PageAssets {
  let base: URL | undefined
  let classic: AssetLink | undefined
  let module: AssetLink | undefined
  let stylesheet: AssetLink | undefined
  const own = (text: string | undefined): Untrusted | undefined => {
    if (text === undefined || text.trim() === '') return
    const url = URL.parse(text, (base ?? pageUrl).href)
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || !isOwn(url)) return
    url.hash = ''
    const isNone = isPlaceholder(url, [pageUrl, base ?? pageUrl]) || isAdded(url)
    return url.href.length > MAX_URL || isNone ? undefined : untrusted(url.href)
  }
  for (const { name, end, attributes } of tagsIn(html)) {
    if (end) continue
    if (name === 'base' && base === undefined && attributes.has('href')) {
      base = URL.parse(attributes.get('href') ?? '', pageUrl.href) ?? pageUrl
    } else if (name === 'script') {
      const kind = scriptKind(attributes)
      const url = kind === undefined ? undefined : own(attributes.get('src'))
      if (url !== undefined && kind === 'module') module ??= { url, module: true }
      if (url !== undefined && kind === 'classic') classic ??= { url }
    } else if (name === 'link' && stylesheet === undefined && isStylesheet(attributes)) {
      const url = own(attributes.get('href'))
      if (url !== undefined) stylesheet = { url }
    }
    if (module !== undefined && stylesheet !== undefined) break
  }
  const script = module ?? classic
  return { ...(script !== undefined && { script }), ...(stylesheet !== undefined && { stylesheet }) }
}

/**
 * A URL that names no file, such as `#`, `?`, `./` and `/`: the page itself, its base URL or the home page. Browsers
 * ignore the HTML that they get, and a script may set a real URL later, such as that of a theme. The same applies to a
 * URL that ends in `.html`.
 */
function isPlaceholder({ pathname, search }: URL, pages: readonly URL[]): boolean {
  if (/\.html?$/i.test(pathname) || (pathname === '/' && search === '')) return true
  return pages.some((page) => page.pathname === pathname && page.search === search)
}

/**
 * Files that are added to a page and not part of a deploy: Cloudflare's own scripts, fonts that it serves itself
 * (Cloudflare Fonts), and the scripts of bot protection in front of the origin, which serve only browsers.
 */
function isAdded({ pathname }: URL): boolean {
  return /^\/(cdn-cgi|cf-fonts|akam|TSPD|__qrator|\.basedflare|\.bunny-shield|\.well-known)\/|^\/(_Incapsula_Resource|_fs-ch-)/.test(
    pathname,
  )
}

/**
 * The types that browsers run (https://mimesniff.spec.whatwg.org/#javascript-mime-type). Others are data, or a consent
 * manager runs them later.
 */
const SCRIPT_TYPE =
  /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/

/** Rocket Loader puts a random number before the type of each script. */
const ROCKET_LOADER = /^[\da-f]{16,}-/

function scriptKind(attributes: Tag['attributes']): 'module' | 'classic' | undefined {
  const language = attributes.get('language') ?? ''
  const typed = attributes.get('type') ?? (language === '' ? '' : `text/${language}`)
  const type = typed.trim().toLowerCase().replace(ROCKET_LOADER, '')
  if (type === 'module') return 'module'
  if (type !== '' && !SCRIPT_TYPE.test(type)) return
  return attributes.has('nomodule') ? undefined : 'classic'
}

/** A stylesheet that is in use. One for print may be switched on by a script. */
function isStylesheet(attributes: Tag['attributes']): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  if (!rel.includes('stylesheet') || rel.includes('alternate') || attributes.has('disabled')) return false
  return attributes.get('media')?.trim().toLowerCase() !== 'print' || attributes.has('onload')
}
