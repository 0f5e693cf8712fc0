import { isAccessLogin } from '../../cloudflare/access.ts'
import { sentByCloudflare, sentFromCache } from '../../cloudflare/response.ts'
import { portOf } from '../../shared/authority.ts'
import { withoutComments } from '../../shared/html.ts'
import { networkOfName } from '../../shared/special-names.ts'
import type { Moment } from '../../domain/cause.ts'
import type { AssetResult } from '../../domain/evidence.ts'
import type { Exchange, Redirect, RedirectChain } from '../../domain/exchange.ts'
import { matches, read, readUrl, untrusted, type Untrusted } from '../../domain/untrusted.ts'

type RequestAndEdge = Pick<Moment, 'request' | 'edge'>

/** The redirects, if they loop or exceed the limit. */
export function endlessRedirects(exchange: Exchange | undefined): RedirectChain | undefined {
  const chain = exchange?.redirectChain
  return chain?.end === 'loop' || chain?.end === 'limit' ? chain : undefined
}

/**
 * Why visitors can't follow the last redirect. `invalid`: it has no URL that a browser can open; `private`: its address
 * or name is one of the visitor's machine or network; `maybe-private`: this runner's resolver places the host there.
 */
export function redirectDeadEnd(
  exchange: Exchange | undefined,
): 'invalid' | 'private' | 'maybe-private' | undefined {
  const { end, next } = exchange?.redirectChain ?? {}
  if (end === 'nowhere') return 'invalid'
  if (end !== 'barred' || isAccessLogin(next)) return
  const isPrivate = readUrl(
    next,
    ({ hostname }) => /^\[|^[\d.]+$/.test(hostname) || networkOfName(hostname) !== undefined,
  )
  return isPrivate === true ? 'private' : 'maybe-private'
}

/** Visitors request https, and the last redirect, or a refresh of the page, leaves them at plain HTTP. */
export function endsAtPlainHttp({ request, edge }: RequestAndEdge): boolean {
  if (!request.url.startsWith('https:')) return false
  const last = edge?.redirectChain?.redirects.at(-1)
  if (readUrl(last?.to, ({ protocol }) => protocol === 'http:') === true) return true
  if (edge?.kind !== 'completed') return false
  const { head, body } = edge
  return matches(head.headers['refresh'], REFRESH_TO_HTTP) || read(body.text, refreshesToHttp)
}

/** Visitors request https, and a redirect in between to the page goes to plain HTTP. */
export function passesPlainHttp({ request, edge }: RequestAndEdge): boolean {
  if (!request.url.startsWith('https:')) return false
  return edge?.redirectChain?.redirects.some(({ to }) => matches(to, /^http:/i)) === true
}

/** The kind of a file that the page names, if its URL redirects from https to plain HTTP: browsers block it. */
export function fileAtPlainHttp({ assets = [] }: Pick<Moment, 'assets'>): AssetResult['kind'] | undefined {
  return assets.find(
    ({ url, edge }) =>
      edge.kind === 'completed' &&
      matches(url, /^https:/) &&
      edge.head.status >= 300 &&
      edge.head.status <= 399 &&
      matches(edge.head.headers['location'], /^\s*http:\/\//i),
  )?.kind
}

/** The value of a refresh to plain HTTP: seconds, and a URL. */
const TO_HTTP = String.raw`\s*[\d.]{1,9}\s*[;,]\s*(?:url\s*=\s*)?["']?\s*http:\/\/`
const REFRESH_TO_HTTP = new RegExp(`^${TO_HTTP}`, 'i')
const CONTENT_TO_HTTP = new RegExp(String.raw`^<meta\b[^>]{0,500}\bcontent\s*=\s*["']?${TO_HTTP}`, 'i')

/** Whether a page refreshes to plain HTTP, also where scripts run. */
function refreshesToHttp(page: string): boolean {
  return withoutComments(page)
    .replaceAll(
      /<(script|style|noscript|template|textarea)\b[^>]*(?:>|$)(?:(?!<\/\1\b)[^])*(?:<\/\1\b|$)/gi,
      '',
    )
    .split(/(?=<meta\b)/i)
    .some(
      (tag) => /^<meta\b[^>]{0,500}\bhttp-equiv\s*=\s*["']?refresh\b/i.test(tag) && CONTENT_TO_HTTP.test(tag),
    )
}

/** Visitors are redirected to another host, which sends the final response. */
export function redirectedToOtherHost({ request, edge }: RequestAndEdge): boolean {
  const last = edge?.redirectChain?.redirects.at(-1)
  return last !== undefined && hostOf(last.to) !== hostOf(untrusted(request.url))
}

/**
 * Visitors are redirected to another host or port, which sends the final response. The direct probe does not follow
 * there. The default ports of both schemes count as one, because Cloudflare serves the site on both.
 */
export function redirectedElsewhere({ request, edge }: RequestAndEdge): boolean {
  const last = edge?.redirectChain?.redirects.at(-1)
  return last !== undefined && authorityOf(last.to) !== authorityOf(untrusted(request.url))
}

/**
 * Where the site redirects visitors, if that is another port of its own host that gives nothing usable. `port` is the
 * one in the URL, or the default port of its scheme.
 */
export function failingPort(
  moment: RequestAndEdge,
): { readonly port: number; readonly scheme: 'http' | 'https' } | undefined {
  const { request, edge } = moment
  const target = edge?.redirectChain?.redirects.at(-1)?.to
  if (target === undefined || hostOf(target) !== hostOf(untrusted(request.url))) return
  if (!redirectedElsewhere(moment)) return
  const unusable =
    edge?.kind === 'failed' ? edge.phase !== 'transfer' : edge !== undefined && isUnusable(edge.head.status)
  if (!unusable) return
  return readUrl(target, (url) => ({
    port: portOf(url),
    scheme: url.protocol === 'http:' ? 'http' : 'https',
  }))
}

/** Cloudflare found no usable server there, or got the wrong scheme for the port. */
function isUnusable(status: number): boolean {
  return status === 400 || status === 502 || (status >= 520 && status <= 526)
}

/** The origin redirects the direct probe elsewhere, and visitors are redirected elsewhere or to the same place. */
export function redirectsLikeEdge(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  const { edge } = moment
  if (exchange === edge || exchange?.redirectChain?.end !== 'elsewhere') return false
  const next = originOf(exchange.redirectChain.next)
  const shared = edge?.redirectChain?.redirects.some(({ to }) => originOf(to) === next) === true
  return shared || redirectedElsewhere(moment)
}

/** The host to which only the origin redirects: neither the site's own nor one to which visitors are redirected. */
export function unexpectedRedirectHost({
  request,
  edge,
  origin,
}: Pick<Moment, 'request' | 'edge' | 'origin'>): Untrusted | undefined {
  if (origin?.redirectChain?.end !== 'elsewhere') return
  const host = hostOf(origin.redirectChain.next)
  const redirects = edge?.redirectChain?.redirects ?? []
  const known = [untrusted(request.url), ...redirects.map(({ to }) => to)].map(hostOf)
  return known.includes(host) ? undefined : host
}

/**
 * The origin redirects the direct probe where visitors aren't redirected, and the probe gets no page there. Some
 * origins redirect every request that doesn't come from Cloudflare, usually to the same URL.
 */
export function isDiverted(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  if (exchange === undefined || exchange === moment.edge) return false
  if (endlessRedirects(exchange) !== undefined || redirectDeadEnd(exchange) !== undefined) return true
  return unexpectedRedirectHost({ ...moment, origin: exchange }) !== undefined
}

/** The host that sent the final response, with a port that is not a default one, if it is not the site's own. */
export function finalHost(moment: RequestAndEdge): Untrusted | undefined {
  return redirectedElsewhere(moment)
    ? authorityOf(moment.edge?.redirectChain?.redirects.at(-1)?.to)
    : undefined
}

/** The scheme and port of the URL that visitors requested last: the site's, or that of the last redirect. */
export function lastEndpoint({ request, edge }: RequestAndEdge): {
  readonly scheme: 'http:' | 'https:'
  readonly port: number
} {
  const last = edge?.redirectChain?.redirects.at(-1)?.to
  return readUrl(last, endpointOf) ?? endpointOf(new URL(request.url))
}

function endpointOf(url: URL): { readonly scheme: 'http:' | 'https:'; readonly port: number } {
  return { scheme: url.protocol === 'http:' ? 'http:' : 'https:', port: portOf(url) }
}

/** An origin sent the redirect to another host or port just now; not Cloudflare itself, nor its cache. */
export function originRedirectsAway({ request, edge }: RequestAndEdge): boolean {
  const own = authorityOf(untrusted(request.url))
  const leaving = edge?.redirectChain?.redirects.find(({ to }) => authorityOf(to) !== own)
  return leaving !== undefined && redirectAuthor(leaving.headers) === 'origin'
}

/** Who sent a redirect. Without a `cf-cache-status`, neither the cache nor an origin was involved. */
export function redirectAuthor(headers: Redirect['headers']): 'cloudflare' | 'cache' | 'origin' | 'unknown' {
  if (!sentByCloudflare(headers)) return 'unknown'
  if (headers['cf-cache-status'] === undefined) return 'cloudflare'
  return sentFromCache(headers) ? 'cache' : 'origin'
}

/** The host of a URL, with its port unless that is the default one of its scheme; empty for text that isn't a URL. */
function authorityOf(url: Untrusted | undefined): Untrusted {
  return readUrl(url, ({ host }) => untrusted(host)) ?? NONE
}

/** Scheme, host and port. */
function originOf(url: Untrusted | undefined): Untrusted | undefined {
  return readUrl(url, ({ origin }) => untrusted(origin))
}

/** The host of a URL; empty for text that isn't one, as a redirect may contain. */
export function hostOf(url: Untrusted | undefined): Untrusted {
  return readUrl(url, ({ hostname }) => untrusted(hostname)) ?? NONE
}

const NONE = untrusted('')
