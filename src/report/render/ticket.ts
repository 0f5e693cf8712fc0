import type { SiteReport, VantageReport } from '../../domain/report.ts'
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
  vantage,
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
    ...failuresElsewhere(vantage),
  ])
}

/** More would not help the support. */
const MAX_FAILURES = 3

/** The error responses of vantage points, with their Ray IDs. */
function failuresElsewhere(vantage: VantageReport | undefined): readonly (readonly string[])[] {
  const failures = (vantage?.places ?? []).filter(
    ({ target, result, rayId }) => target === 'site' && result === 'error' && rayId !== undefined,
  )
  return failures
    .slice(0, MAX_FAILURES)
    .map(({ rayId = '', colo = '', response }) => ['Elsewhere', `${rayId} ${colo} ${response}`])
}
