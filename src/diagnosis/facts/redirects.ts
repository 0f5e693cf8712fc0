import type { Moment } from '../../domain/cause.ts'
import type { Exchange, Redirect, Trail } from '../../domain/exchange.ts'

/** The way of redirects that came to no end, if it did not. */
export function endless(exchange: Exchange | undefined): Trail | undefined {
  const trail = exchange?.trail
  return trail?.end === 'loop' || trail?.end === 'limit' ? trail : undefined
}

/**
 * Where visitors are sent to and nobody gets. `nowhere`: the redirect has no URL that a browser goes to; `inside`: it has the
 * address of the visitor's own machine or network; `perhaps`: a name which this runner's resolver places there.
 */
export function deadEnd(exchange: Exchange | undefined): 'nowhere' | 'inside' | 'perhaps' | undefined {
  const { end, next = '' } = exchange?.trail ?? {}
  if (end === 'nowhere') return 'nowhere'
  if (end !== 'barred' || isLogin(next)) return
  return /^\[|^[\d.]+$|(?:^|\.)localhost$/.test(hostOf(next)) ? 'inside' : 'perhaps'
}

/** The wall of Cloudflare Access. */
export function isLogin(url = ''): boolean {
  return hostOf(url).endsWith('.cloudflareaccess.com')
}

/** Visitors are sent from the site's host to another, and get their answer there. */
export function ledAway({ asked, edge }: Pick<Moment, 'asked' | 'edge'>): boolean {
  const last = edge?.trail?.redirects.at(-1)
  return last !== undefined && hostOf(last.to) !== hostOf(asked.url)
}

/** The origin, asked directly, leads away from the site's host, and visitors are sent away too. */
export function followsVisitors(
  moment: Pick<Moment, 'asked' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  return exchange !== moment.edge && exchange?.trail?.end === 'elsewhere' && ledAway(moment)
}

/** The host to which the origin, asked directly, redirects, where that is neither the site's nor one that visitors are led to. */
export function straysTo({
  asked,
  edge,
  origin,
}: Pick<Moment, 'asked' | 'edge' | 'origin'>): string | undefined {
  if (origin?.trail?.end !== 'elsewhere') return
  const host = hostOf(origin.trail.next ?? '')
  const known = [asked.url, ...(edge?.trail?.redirects ?? []).map(({ to }) => to)].map(hostOf)
  return known.includes(host) ? undefined : host
}

/** The host that an answer came from, when redirects led to another than the site's. */
export function foreignHost({ asked, edge }: Pick<Moment, 'asked' | 'edge'>): string | undefined {
  const last = edge?.trail?.redirects.at(-1)
  const host = last === undefined ? undefined : hostOf(last.to)
  return host === hostOf(asked.url) ? undefined : host
}

/** It was an origin that sent visitors away, asked by Cloudflare just now; not Cloudflare itself, or its cache. */
export function sentAwayByOrigin({ asked, edge }: Pick<Moment, 'asked' | 'edge'>): boolean {
  const leaving = edge?.trail?.redirects.find(({ to }) => hostOf(to) !== hostOf(asked.url))
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
export function journey(exchange: Exchange | undefined): string {
  const { redirects = [], end, next = '' } = exchange?.trail ?? {}
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
