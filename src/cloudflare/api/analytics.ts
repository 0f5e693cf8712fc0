import type { Analytics } from '../../domain/zone.ts'
import { listIn, member, numberIn } from '../../shared/json.ts'

/** Analytics are minutes late, so a much shorter period would often be empty. */
export const ANALYTICS_MINUTES = 30

/**
 * Queries how often a host's visitors got 5xx, and what the origin had returned
 * (https://developers.cloudflare.com/analytics/graphql-api/). `now` is in milliseconds since the epoch.
 */
export function analyticsQuery(zone: string, host: string, now: number): string {
  const query = `query($zone:string!,$host:string!,$since:Time!,$until:Time!){viewer{zones(filter:{zoneTag:$zone}){httpRequestsAdaptiveGroups(limit:100,orderBy:[count_DESC],filter:{datetime_geq:$since,datetime_lt:$until,edgeResponseStatus_geq:500,requestSource:"eyeball",clientRequestHTTPHost:$host}){count dimensions{edgeResponseStatus originResponseStatus clientRequestHTTPHost}}}}}`
  const variables = { zone, host, since: isoOf(now - ANALYTICS_MINUTES * 60_000), until: isoOf(now) }
  return JSON.stringify({ query, variables })
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}

/** The analytics in a response; undefined without any, for example if the token can't read them. */
export function analyticsIn(body: unknown, host: string): Analytics | undefined {
  const [zone] = listIn(body, ['data', 'viewer', 'zones'])
  if (zone === undefined) return
  const counts = new Map<string, Analytics['rows'][number]>()
  for (const group of listIn(zone, 'httpRequestsAdaptiveGroups')) {
    const dimensions = member(group, 'dimensions')
    const [edge, origin] = [
      numberIn(dimensions, 'edgeResponseStatus'),
      numberIn(dimensions, 'originResponseStatus'),
    ]
    if (member(dimensions, 'clientRequestHTTPHost') !== host || edge < 500) continue
    const before = counts.get(`${edge} ${origin}`)?.count ?? 0
    counts.set(`${edge} ${origin}`, { edge, origin, count: before + numberIn(group, 'count') })
  }
  return { minutes: ANALYTICS_MINUTES, rows: [...counts.values()].toSorted((a, b) => b.count - a.count) }
}
