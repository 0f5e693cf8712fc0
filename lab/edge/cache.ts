import type { Page } from '../http/page.ts'
import type { CacheState, Zone } from '../world/zone.ts'
import type { EdgeRequest } from './edge-request.ts'

/** What the cache does with one request. */
export interface CachePlan {
  /** `cf-cache-status` of the origin's response. */
  readonly cacheStatus: string
  /** Served without a request to the origin. */
  readonly immediate?: Page
  /** Served if the origin responded with success. */
  readonly onSuccess?: Page
  /** Served if the origin failed. */
  readonly onFailure?: Page
}

/**
 * Cloudflare's standard cache level: a query string makes another key, and the visitor's `Cache-Control` is
 * ignored. HTML isn't cached without a rule, so its status is DYNAMIC.
 */
export function cachePlan(zone: Zone, { path, method }: EdgeRequest): CachePlan {
  const state: CacheState = zone.behavior === 'cached' ? 'fresh' : (zone.cache ?? 'dynamic')
  if (method !== 'GET' && method !== 'HEAD') return { cacheStatus: 'DYNAMIC' }
  const another = path.includes('?') && zone.cacheIgnoresQuery !== true
  const [pathname = ''] = path.split('?')
  if (zone.cachedCopy?.paths?.includes(pathname) === false) return { cacheStatus: 'DYNAMIC' }
  if (another && state !== 'dynamic' && state !== 'bypass') return { cacheStatus: 'MISS' }
  switch (state) {
    case 'dynamic':
      return { cacheStatus: 'DYNAMIC' }
    case 'bypass':
      return { cacheStatus: 'BYPASS' }
    case 'miss':
      return { cacheStatus: 'MISS' }
    case 'fresh':
      return { cacheStatus: 'HIT', immediate: cachedPage(zone, 'HIT', 86) }
    case 'updating':
      // Expired, and served once more while it is revalidated.
      return { cacheStatus: 'UPDATING', immediate: cachedPage(zone, 'UPDATING', 14_500) }
    case 'revalidated':
      return { cacheStatus: 'EXPIRED', onSuccess: cachedPage(zone, 'REVALIDATED', 0) }
    case 'expired':
      return { cacheStatus: 'EXPIRED' }
    case 'stale-if-error':
      return { cacheStatus: 'EXPIRED', onFailure: cachedPage(zone, 'STALE', 14_500) }
    case 'always-online':
      // Days old, from the Internet Archive. Cloudflare doesn't document this header's value.
      return { cacheStatus: 'DYNAMIC', onFailure: cachedPage(zone, 'HIT', 259_200, ALWAYS_ONLINE_BANNER) }
    default:
      return state satisfies never
  }
}

const DEFAULT_COPY = '<!DOCTYPE html><title>Shop</title><p>From the cache.\n'
const ALWAYS_ONLINE_BANNER = '<!-- A copy from the Internet Archive, shown by Cloudflare Always Online -->\n'

const cachedPage = ({ cachedCopy }: Zone, cacheStatus: string, age: number, banner = ''): Page => ({
  status: cachedCopy?.status ?? 200,
  type: cachedCopy?.type ?? 'text/html',
  body: banner + (cachedCopy?.body ?? DEFAULT_COPY),
  headers: {
    ...cachedCopy?.headers,
    'cf-cache-status': cacheStatus,
    age: String(cachedCopy?.age ?? age),
  },
})
