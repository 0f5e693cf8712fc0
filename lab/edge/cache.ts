import type { Page } from '../http/page.ts'
import type { CacheState, Zone } from '../world/zone.ts'
import type { EdgeRequest } from './edge-request.ts'

/** What the cache has to do with one request. */
export interface CachePlan {
  /** `cf-cache-status` of what the origin answers. */
  readonly label: string
  /** Served without a question to the origin. */
  readonly immediate?: Page
  /** Served when the origin has answered well. */
  readonly onSuccess?: Page
  /** Served when the origin has failed. */
  readonly onFailure?: Page
}

/**
 * A query string makes another key, and what the visitor says of caching (`Cache-Control: no-cache`) is ignored:
 * Cloudflare's standard level. HTML is not cached unless a rule says so, hence DYNAMIC.
 */
export function cachePlan(zone: Zone, { path, method }: EdgeRequest): CachePlan {
  const state: CacheState = zone.behavior === 'cached' ? 'fresh' : (zone.cache ?? 'dynamic')
  if (method !== 'GET' && method !== 'HEAD') return { label: 'DYNAMIC' }
  const another = path.includes('?') && zone.cacheIgnoresQuery !== true
  if (another && state !== 'dynamic' && state !== 'bypass') return { label: 'MISS' }
  switch (state) {
    case 'dynamic':
      return { label: 'DYNAMIC' }
    case 'bypass':
      return { label: 'BYPASS' }
    case 'miss':
      return { label: 'MISS' }
    case 'fresh':
      return { label: 'HIT', immediate: cachedPage(zone, 'HIT', 86) }
    case 'updating':
      // Past its time, and served once more while it is fetched anew.
      return { label: 'UPDATING', immediate: cachedPage(zone, 'UPDATING', 14_500) }
    case 'revalidated':
      return { label: 'EXPIRED', onSuccess: cachedPage(zone, 'REVALIDATED', 0) }
    case 'expired':
      return { label: 'EXPIRED' }
    case 'stale-if-error':
      return { label: 'EXPIRED', onFailure: cachedPage(zone, 'STALE', 14_500) }
    case 'always-online':
      // From the Internet Archive, days old. What the header then says is not documented.
      return { label: 'DYNAMIC', onFailure: cachedPage(zone, 'HIT', 259_200, ALWAYS_ONLINE_BANNER) }
    default:
      return state satisfies never
  }
}

const DEFAULT_COPY = '<!DOCTYPE html><title>Shop</title><p>From the cache.\n'
const ALWAYS_ONLINE_BANNER = '<!-- A copy from the Internet Archive, shown by Cloudflare Always Online -->\n'

const cachedPage = ({ cachedCopy }: Zone, label: string, age: number, banner = ''): Page => ({
  status: 200,
  type: 'text/html',
  body: banner + (cachedCopy?.body ?? DEFAULT_COPY),
  headers: { 'cf-cache-status': label, age: String(cachedCopy?.age ?? age) },
})
