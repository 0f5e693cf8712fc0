import type { Page } from '../http/page.ts'
import type { CacheState, Zone } from '../world/zone.ts'
import type { Occasion } from './edge-request.ts'

/** What the cache has to do with one request. */
export interface CachePlan {
  /** `cf-cache-status` of what the origin answers. */
  readonly label: string
  /** Served without a question to the origin. */
  readonly atOnce?: Page
  /** Served when the origin has answered well. */
  readonly onSuccess?: Page
  /** Served when the origin has failed. */
  readonly onFailure?: Page
}

/**
 * A query string makes another key, and what the visitor says of caching (`Cache-Control: no-cache`) is ignored:
 * Cloudflare's standard level. HTML is not cached unless a rule says so, hence DYNAMIC.
 */
export function cachePlan(zone: Zone, { path, method }: Occasion): CachePlan {
  const state: CacheState = zone.conduct === 'cached' ? 'fresh' : (zone.cache ?? 'dynamic')
  if (method !== 'GET' && method !== 'HEAD') return { label: 'DYNAMIC' }
  const another = path.includes('?') && zone.ignoresQuery !== true
  if (another && state !== 'dynamic' && state !== 'bypass') return { label: 'MISS' }
  switch (state) {
    case 'dynamic':
      return { label: 'DYNAMIC' }
    case 'bypass':
      return { label: 'BYPASS' }
    case 'miss':
      return { label: 'MISS' }
    case 'fresh':
      return { label: 'HIT', atOnce: copyOf(zone, 'HIT', 86) }
    case 'updating':
      // Past its time, and served once more while it is fetched anew.
      return { label: 'UPDATING', atOnce: copyOf(zone, 'UPDATING', 14_500) }
    case 'revalidated':
      return { label: 'EXPIRED', onSuccess: copyOf(zone, 'REVALIDATED', 0) }
    case 'expired':
      return { label: 'EXPIRED' }
    case 'stale-if-error':
      return { label: 'EXPIRED', onFailure: copyOf(zone, 'STALE', 14_500) }
    case 'always-online':
      // From the Internet Archive, days old. What the header then says is not documented.
      return { label: 'DYNAMIC', onFailure: copyOf(zone, 'HIT', 259_200, ALWAYS_ONLINE) }
    default:
      return state satisfies never
  }
}

const COPY = '<!DOCTYPE html><title>Shop</title><p>From the cache.\n'
const ALWAYS_ONLINE = '<!-- A copy from the Internet Archive, shown by Cloudflare Always Online -->\n'

const copyOf = ({ copy }: Zone, label: string, age: number, banner = ''): Page => ({
  status: 200,
  type: 'text/html',
  body: banner + (copy?.body ?? COPY),
  headers: { 'cf-cache-status': label, age: String(copy?.age ?? age) },
})
