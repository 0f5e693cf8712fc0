import { challengeIn, fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { respondsWell } from './exchange.ts'
import { redirectedAway, redirectedAwayByOrigin } from './redirects.ts'

/** Visitors are answered well. */
export function served(moment: Moment): boolean {
  return respondsWell(moment, moment.edge)
}

/** Visitors are answered well, and Cloudflare asked an origin for it just now: for this answer, or for one past its cache. */
export function servedFresh(moment: Moment): boolean {
  if (!served(moment)) return false
  // What another host says, however fresh, tells nothing of this one's origin.
  if (redirectedAway(moment) && moment.origin !== undefined) return redirectedAwayByOrigin(moment)
  if (!throughCloudflare(moment.edge)) return false
  return !fromCache(moment.edge) || freshPastCache(moment)
}

/** Visitors get what is expected, out of Cloudflare's cache. */
export function servedCopy(moment: Moment): boolean {
  return served(moment) && fromCache(moment.edge)
}

/** Asked past its cache, Cloudflare got what is expected from an origin. */
function freshPastCache(moment: Moment): boolean {
  const { uncached } = moment
  return respondsWell(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
}

/**
 * Asked past its cache, Cloudflare tells of a failure of the origin. That a page is not known by another query string, or
 * that the runner is turned away, says nothing about the copy that visitors get; no answer in the time that was left neither.
 */
export function failsPastCache(moment: Moment): CompletedExchange | undefined {
  const { uncached } = moment
  if (!servedCopy(moment) || uncached?.kind !== 'completed' || respondsWell(moment, uncached)) return
  return uncached.head.status >= 500 && challengeIn(uncached) === undefined ? uncached : undefined
}
