import { challengeIn, fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { likenessOf } from '../freshness/same-content.ts'
import { meetsExpectations } from './content.ts'
import { severalAreElsewhere } from './dns.ts'
import { isGoodResponse } from './exchange.ts'
import { isIntercepted } from './pages/intercepted.ts'
import { redirectedElsewhere, originRedirectsAway } from './redirects.ts'

/** Visitors get a good response. */
export function visitorsServed(moment: Moment): boolean {
  return isGoodResponse(moment, moment.edge)
}

/**
 * Visitors get a good response, and Cloudflare got this one, or one that bypasses the cache, from an origin just now.
 */
export function servedFromOrigin(moment: Moment): boolean {
  if (!visitorsServed(moment)) return false
  // A response from another host says nothing about this site's origin, unless the origin sent the redirect.
  if (redirectedElsewhere(moment) && moment.origin !== undefined) return originRedirectsAway(moment)
  if (!throughCloudflare(moment.edge)) return false
  return !fromCache(moment.edge) || uncachedRequestSucceeds(moment)
}

/**
 * Several resolvers return addresses outside Cloudflare, and visitors who use them get the site there: from a given
 * origin, or from a server with the same content.
 */
export function servedPastCloudflare(moment: Moment): boolean {
  const { request, edge, lateAddresses = [] } = moment
  if (!visitorsServed(moment) || !severalAreElsewhere(moment) || lateAddresses.length === 0) return false
  return lateAddresses.every(
    ({ exchange, isOrigin }) =>
      meetsExpectations({ request, edge: exchange }, exchange) &&
      (isOrigin || likenessOf(exchange, edge, request.method) === 'same'),
  )
}

/** Visitors get a good response from Cloudflare's cache. */
export function servedFromCache(moment: Moment): boolean {
  return visitorsServed(moment) && fromCache(moment.edge)
}

/** A request that bypasses the cache gets a good response from an origin. */
function uncachedRequestSucceeds(moment: Moment): boolean {
  const { uncached } = moment
  return isGoodResponse(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
}

/**
 * The 5xx that a request gets when it bypasses the cache while visitors get a cached copy. Ignored are 4xx (another
 * query string may have no page), challenges and missing responses: they say nothing about the cached page.
 */
export function failureBehindCache(moment: Moment): CompletedExchange | undefined {
  const { uncached } = moment
  if (!servedFromCache(moment) || uncached?.kind !== 'completed' || isGoodResponse(moment, uncached)) return
  if (challengeIn(uncached) !== undefined || isIntercepted(moment, uncached)) return
  return uncached.head.status >= 500 ? uncached : undefined
}
