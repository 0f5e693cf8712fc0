import type { Moment } from '../../domain/cause.ts'
import type { Exchange, Redirect, RedirectChain } from '../../domain/exchange.ts'

/** The way of redirects that came to no end, if it did not. */
export function endless(exchange: Exchange | undefined): RedirectChain | undefined {
  const trail = exchange?.redirectChain
  return trail?.end === 'loop' || trail?.end === 'limit' ? trail : undefined
}

/**
 * Where visitors are sent to and nobody gets. `nowhere`: the redirect has no URL that a browser goes to; `inside`: it has the
 * address of the visitor's own machine or network; `perhaps`: a name which this runner's resolver places there.
 */
export function endsNowhere(exchange: Exchange | undefined): 'nowhere' | 'inside' | 'perhaps' | undefined {
  const { end, next = '' } = exchange?.redirectChain ?? {}
  if (end === 'nowhere') return 'nowhere'
  if (end !== 'barred' || isLogin(next)) return
  return /^\[|^[\d.]+$|(?:^|\.)localhost$/.test(hostOf(next)) ? 'inside' : 'perhaps'
}

/** The wall of Cloudflare Access. */
export function isLogin(url = ''): boolean {
  return hostOf(url).endsWith('.cloudflareaccess.com')
}

/** Visitors are sent from the site's host to another, and get their answer there. */
export function redirectedAway({ request, edge }: Pick<Moment, 'request' | 'edge'>): boolean {
  const last = edge?.redirectChain?.redirects.at(-1)
  return last !== undefined && hostOf(last.to) !== hostOf(request.url)
}

/** The origin, asked directly, leads away from the site's host, and visitors are sent away too. */
export function followsVisitors(
  moment: Pick<Moment, 'request' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  return exchange !== moment.edge && exchange?.redirectChain?.end === 'elsewhere' && redirectedAway(moment)
}

/** The host to which the origin, asked directly, redirects, where that is neither the site's nor one that visitors are led to. */
export function redirectsToForeignHost({
  request,
  edge,
  origin,
}: Pick<Moment, 'request' | 'edge' | 'origin'>): string | undefined {
  if (origin?.redirectChain?.end !== 'elsewhere') return
  const host = hostOf(origin.redirectChain.next ?? '')
  const known = [request.url, ...(edge?.redirectChain?.redirects ?? []).map(({ to }) => to)].map(hostOf)
  return known.includes(host) ? undefined : host
}

/** The host that an answer came from, when redirects led to another than the site's. */
export function foreignHost({ request, edge }: Pick<Moment, 'request' | 'edge'>): string | undefined {
  const last = edge?.redirectChain?.redirects.at(-1)
  const host = last === undefined ? undefined : hostOf(last.to)
  return host === hostOf(request.url) ? undefined : host
}

/** It was an origin that sent visitors away, asked by Cloudflare just now; not Cloudflare itself, or its cache. */
export function redirectedAwayByOrigin({ request, edge }: Pick<Moment, 'request' | 'edge'>): boolean {
  const leaving = edge?.redirectChain?.redirects.find(({ to }) => hostOf(to) !== hostOf(request.url))
  return leaving !== undefined && authorOf(leaving.headers) === 'origin'
}

/** Who made a redirect. Cloudflare has no word on its cache where neither that nor an origin was asked. */
export function authorOf(headers: Redirect['headers']): 'cloudflare' | 'cache' | 'origin' | 'unknown' {
  const cloudflare = headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare'
  if (!cloudflare) return 'unknown'
  const state = headers['cf-cache-status']?.toUpperCase()
  if (state === undefined) return 'cloudflare'
  return ['HIT', 'STALE', 'UPDATING'].includes(state) ? 'cache' : 'origin'
}

/** A redirect may lead anywhere; what is kept of its URL begins with the host. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}

/** The redirects on the way to an answer, to go on after what it was; empty when there was none. */
export function redirectWords(exchange: Exchange | undefined): string {
  const { redirects = [], end, next = '' } = exchange?.redirectChain ?? {}
  const count = redirects.length
  const after = count === 1 ? 'after a redirect' : `after ${count} redirects`
  const last = redirects.at(-1)
  const bare = redirects.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'))
  const to = `${shortened(last?.to ?? '')}${bare ? ', in the clear' : ''}`
  if (end === undefined) return last === undefined ? '' : `, ${after} to ${to}`
  const where = next === '' ? 'nowhere' : `to ${shortened(next)}`
  return `, leading ${where}${count === 0 ? '' : ` ${after}`}`
}

function shortened(url: string): string {
  return url.length <= 120 ? url : `${url.slice(0, 119)}…`
}
