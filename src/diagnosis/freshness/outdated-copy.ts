import { fromCache, sentFromCache, throughCloudflare } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { matches, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { meetsExpectations } from '../facts/content.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { finalHost } from '../facts/redirects.ts'
import { firstTarget } from './redirect-target.ts'
import { placeOf } from './urls.ts'

/** A cached error or redirect that visitors get, and that current responses don't have. */
export interface OutdatedCopy {
  readonly what: 'error' | 'redirect'
  /** The status of the copy. */
  readonly status: number
  /** Where current responses were measured. */
  readonly current: { readonly direct: boolean; readonly past: boolean }
}

/**
 * Cloudflare caches 404 and 410 for 3 minutes, 302 and 303 for 20 and 301 for 120, unless the origin or a rule says
 * otherwise (https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/).
 */
export function outdatedCopy(moment: Moment): OutdatedCopy | undefined {
  return outdatedRedirect(moment) ?? outdatedError(moment)
}

/** The first response that visitors get is a copy from the cache. */
export function firstFromCache(edge: Exchange | undefined): boolean {
  const [first] = edge?.redirectChain?.redirects ?? []
  return first === undefined ? fromCache(edge) : sentFromCache(first.headers)
}

/** Visitors get a cached redirect, and no origin makes the same one. */
export function cachedRedirectInDoubt({ edge, origins = [], request }: Evidence): boolean {
  if (edge === undefined || !firstFromCache(edge)) return false
  const target = firstTarget(edge, request.url)
  const same = (origin: Exchange): boolean => {
    const other = firstTarget(origin, request.url)
    return other !== undefined && target !== undefined && placeOf(other) === placeOf(target)
  }
  return target !== undefined && !origins.some(same)
}

function outdatedError(moment: Moment): OutdatedCopy | undefined {
  const { edge } = moment
  if (edge?.kind !== 'completed' || !fromCache(edge) || finalHost(moment) !== undefined) return
  if (hasExpectedStatus(moment, edge) || writtenByCloudflare(moment)) return
  const current = currentResponses(moment, () => true)
  return isKnown(current) ? { what: 'error', status: edge.head.status, current } : undefined
}

function outdatedRedirect(moment: Moment): OutdatedCopy | undefined {
  const { edge, request } = moment
  if (edge === undefined || !firstFromCache(edge)) return
  const target = firstTarget(edge, request.url)
  if (target === undefined || onlySecures(request.url, target)) return
  const current = currentResponses(moment, (response) => {
    const other = firstTarget(response, request.url)
    return other === undefined || placeOf(other) !== placeOf(target)
  })
  const [first] = edge.redirectChain?.redirects ?? []
  const status = first?.status ?? ('head' in edge ? edge.head.status : undefined)
  return isKnown(current) && status !== undefined ? { what: 'redirect', status, current } : undefined
}

/** A redirect to the same URL over HTTPS. The origin may expect Cloudflare to make it. */
function onlySecures(from: string, to: Untrusted): boolean {
  return matches(to, /^https:/) && from.startsWith('http:') && placeOf(untrusted(from)) === placeOf(to)
}

/** Which current responses are good and differ from the copy. One that doesn't differ explains the copy. */
function currentResponses(
  moment: Moment,
  differs: (response: CompletedExchange) => boolean,
): OutdatedCopy['current'] | undefined {
  const { origin, uncached } = moment
  const good = (response: Exchange | undefined): boolean =>
    response?.kind === 'completed' && meetsExpectations(moment, response) && differs(response)
  const bypassed = throughCloudflare(uncached) && !firstFromCache(uncached)
  const past = bypassed && good(uncached)
  // What bypasses the cache is as bad: then another origin or a rule explains it.
  if (bypassed && !past) return
  return { direct: good(origin), past }
}

function isKnown(current: OutdatedCopy['current'] | undefined): current is OutdatedCopy['current'] {
  return current !== undefined && (current.direct || current.past)
}
