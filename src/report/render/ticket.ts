import type { SiteReport } from '../../domain/report.ts'
import { dayOf, timeOfDay } from '../words.ts'
import { aligned } from './timeline.ts'

/** Lines of what Cloudflare's support needs first; empty unless Cloudflare may be part of the problem. */
export function ticketLines({
  verdict,
  owner,
  confidence,
  probes,
  url,
  timeline,
}: SiteReport): readonly string[] {
  const { edge } = probes
  const involved = owner === 'cloudflare' || owner === 'cloudflare-settings' || owner === 'unknown'
  const doubtful = verdict === 'unhealthy' && confidence !== 'certain'
  if (verdict === 'healthy' || !(involved || doubtful) || edge?.rayId === undefined) return []
  const last = timeline.findLast((entry) => entry.verdict !== 'healthy')?.at ?? ''
  return aligned([
    ['URL', url],
    ['Ray ID', edge.rayId],
    ['Data center', edge.colo ?? 'unknown'],
    ['Status', String(edge.status ?? 'none')],
    ['Time', `${dayOf(last)} ${timeOfDay(last)} UTC`],
  ])
}
