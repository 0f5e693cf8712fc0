import { isAccessLogin } from '../../cloudflare/access.ts'
import { sentByCloudflare, sentFromCache } from '../../cloudflare/response.ts'
import { portOf } from '../../shared/authority.ts'
import type { Moment } from '../../domain/cause.ts'
import type { Exchange, Redirect, RedirectChain } from '../../domain/exchange.ts'

type RequestAndEdge = Pick<Moment, 'request' | 'edge'>

/** The redirects, if they loop or exceed the limit. */
export function endlessRedirects(exchange: Exchange | undefined): RedirectChain | undefined {
  const chain = exchange?.redirectChain
  return chain?.end === 'loop' || chain?.end === 'limit' ? chain : undefined
}

/**
 * Why visitors can't follow the last redirect. `invalid`: it has no URL that a browser can open; `private`: it names an
 * address of the visitor's own machine or network; `maybe-private`: it names a host that this runner's resolver places
 * there.
 */
export function redirectDeadEnd(
  exchange: Exchange | undefined,
): 'invalid' | 'private' | 'maybe-private' | undefined {
  const { end, next = '' } = exchange?.redirectChain ?? {}
  if (end === 'nowhere') return 'invalid'
  if (end !== 'barred' || isAccessLogin(next)) return
  return /^\[|^[\d.]+$|(?:^|\.)localhost$/.test(hostOf(next)) ? 'private' : 'maybe-private'
}

/** Visitors are redirected to another host, which sends the final response. */
export function redirectedToOtherHost({ request, edge }: RequestAndEdge): boolean {
  const last = edge?.redirectChain?.redirects.at(-1)
  return last !== undefined && hostOf(last.to) !== hostOf(request.url)
}

/** The origin redirects the direct probe to another host, and visitors are redirected to another host too. */
export function redirectsLikeEdge(moment: RequestAndEdge, exchange: Exchange | undefined): boolean {
  return (
    exchange !== moment.edge && exchange?.redirectChain?.end === 'elsewhere' && redirectedToOtherHost(moment)
  )
}

/** The host to which only the origin redirects: neither the site's own nor one to which visitors are redirected. */
export function unexpectedRedirectHost({
  request,
  edge,
  origin,
}: Pick<Moment, 'request' | 'edge' | 'origin'>): string | undefined {
  if (origin?.redirectChain?.end !== 'elsewhere') return
  const host = hostOf(origin.redirectChain.next ?? '')
  const known = [request.url, ...(edge?.redirectChain?.redirects ?? []).map(({ to }) => to)].map(hostOf)
  return known.includes(host) ? undefined : host
}

/** The host that sent the final response, if redirects went to another host than the site's. */
export function finalHost({ request, edge }: RequestAndEdge): string | undefined {
  const last = edge?.redirectChain?.redirects.at(-1)
  if (last === undefined) return
  const host = hostOf(last.to)
  return host === hostOf(request.url) ? undefined : host
}

/** The scheme and port of the URL that visitors requested last: the site's, or that of the last redirect. */
export function lastEndpoint({ request, edge }: RequestAndEdge): {
  readonly scheme: 'http:' | 'https:'
  readonly port: number
} {
  const url = URL.parse(edge?.redirectChain?.redirects.at(-1)?.to ?? '') ?? new URL(request.url)
  const scheme = url.protocol === 'http:' ? 'http:' : 'https:'
  return { scheme, port: portOf(url) }
}

/** An origin sent the redirect to another host just now; not Cloudflare itself, nor its cache. */
export function originRedirectsAway({ request, edge }: RequestAndEdge): boolean {
  const leaving = edge?.redirectChain?.redirects.find(({ to }) => hostOf(to) !== hostOf(request.url))
  return leaving !== undefined && redirectAuthor(leaving.headers) === 'origin'
}

/** Who sent a redirect. Without a `cf-cache-status`, neither the cache nor an origin was involved. */
export function redirectAuthor(headers: Redirect['headers']): 'cloudflare' | 'cache' | 'origin' | 'unknown' {
  if (!sentByCloudflare(headers)) return 'unknown'
  if (headers['cf-cache-status'] === undefined) return 'cloudflare'
  return sentFromCache(headers) ? 'cache' : 'origin'
}

/** The host of a URL; empty for text that isn't one, as a redirect may contain. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}
