import type { Zone } from '../world/zone.ts'
import type { EdgeRequest } from './edge-request.ts'

/** The number of requests for a host, including this one. */
export interface RequestCount {
  readonly total: number
  /** Within the period of the zone's rate limit. */
  readonly recent: number
}

/** Counts requests by host. Paths of the edge itself, such as its trace, don't count. */
export function openRequestCounter(): (request: EdgeRequest, zone: Zone) => RequestCount {
  const totals = new Map<string, number>()
  const times = new Map<string, readonly number[]>()
  return ({ host, path, at }, { rateLimit }) => {
    const before = totals.get(host) ?? 0
    if (path.startsWith('/cdn-cgi/')) return { total: before, recent: 0 }
    totals.set(host, before + 1)
    if (!rateLimit) return { total: before + 1, recent: 0 }
    const recent = [...(times.get(host) ?? []).filter((time) => time > at - rateLimit.per), at]
    times.set(host, recent)
    return { total: before + 1, recent: recent.length }
  }
}
