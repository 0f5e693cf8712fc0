import { challengeIn, edgeErrorIn, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { edgeErrorOf } from '../../cloudflare/error-page.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { originHealthy } from './origin.ts'
import { served } from './visitors.ts'
import { authorOf } from './redirects.ts'

/** The code of the error that Cloudflare told visitors, unless that is what the user expects. */
export function edgeCode(moment: Moment): number | undefined {
  return served(moment) ? undefined : edgeErrorIn(moment.edge)?.code
}

/** What visitors get was written by Cloudflare: an error of its own telling, or a challenge. */
export function cloudflareWrote(moment: Moment): boolean {
  if (relayedByOrigin(moment)) return false
  return edgeCode(moment) !== undefined || (!served(moment) && challengeIn(moment.edge) !== undefined)
}

/** Cloudflare told visitors one of these codes. */
export function edgeError(moment: Moment, ...codes: readonly number[]): boolean {
  const code = edgeCode(moment)
  return code !== undefined && codes.includes(code)
}

/** The 5xx that visitors get is Cloudflare's own, not one that it passed on with its branding. */
export function cloudflareGatewayError(moment: Moment): boolean {
  const error = edgeErrorIn(moment.edge)
  if (error === undefined || served(moment) || error.code < 500 || error.code > 504) return false
  return error.form === 'bare' || error.category === 'cloudflare'
}

/**
 * Cloudflare told visitors one of these codes about this zone: no application relayed the page of somebody else's, as one
 * does that passes on what an API of another zone answers. Such an origin gives the same page when asked directly.
 */
export function zoneError(moment: Moment, ...codes: readonly number[]): boolean {
  return edgeError(moment, ...codes) && !relayed(moment)
}

/** The same, and it is no Cloudflare that was asked in the place of the origin: an application passes on what it was told. */
export function relayedByOrigin(moment: Moment): boolean {
  return relayed(moment) && !throughCloudflare(moment.origin)
}

/** The origin, asked directly, gives the very error that visitors see on a page of Cloudflare. */
function relayed(moment: Moment): boolean {
  const { origin } = moment
  const code = edgeCode(moment)
  if (code === undefined || origin?.kind !== 'completed') return false
  return told(origin) && edgeErrorOf(origin.head, origin.body)?.code === code
}

/** By a page, not by the status alone, which is anybody's. */
function told({ head, body }: CompletedExchange): boolean {
  return edgeErrorOf(head, body)?.form !== 'status'
}

/** Whether there is no doubt that Cloudflare made the page: an origin was asked and does not relay it, or no cache was. */
export function certainlyFromCloudflare({ origin, edge }: Moment): boolean {
  if (origin?.kind === 'completed') return true
  return edge?.kind === 'completed' && edge.head.headers['cf-cache-status'] === undefined
}

/** What visitors get may be of Cloudflare's own making: its bare page, or a failure over an origin that is fine. */
export function edgeMayFail(moment: Moment): boolean {
  if (cloudflareGatewayError(moment) || edgeError(moment, 500)) return true
  if (!originHealthy(moment)) return false
  const { edge } = moment
  return (edge?.kind === 'failed' && edge.phase !== 'transfer') || edgeError(moment, 502, 504)
}

/**
 * Of the answers that visitors got with the status they get now, how many the origin had given itself, by what Cloudflare
 * counted lately. Undefined without figures.
 */
export function sentByOrigin({
  analytics,
  edge,
}: Moment): { readonly share: number; readonly count: number } | undefined {
  if (analytics === undefined || edge?.kind !== 'completed') return
  const rows = analytics.rows.filter((row) => row.edge === edge.head.status)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const theirs = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0)
  return count === 0 ? undefined : { share: theirs / count, count }
}

/**
 * Whether the site's name leads to Cloudflare: by what answers there, else by the address ranges.
 * Undefined when neither tells.
 */
export function proxied(moment: Moment): boolean | undefined {
  if (edgeReachable(moment)) return true
  if (moment.dns?.kind !== 'resolved') return
  return moment.dns.addresses.some(({ address }) => inCloudflareRanges(address, moment.ranges))
}

/** Cloudflare itself answers for the name: its data center is up, and so is the runner's way to it. */
export function edgeReachable(moment: Moment): boolean {
  const [first] = moment.edge?.redirectChain?.redirects ?? []
  // The last answer may come from another host than the site's.
  const answered =
    first === undefined ? throughCloudflare(moment.edge) : authorOf(first.headers) !== 'unknown'
  return answered || traceOf(moment.trace) !== undefined
}
