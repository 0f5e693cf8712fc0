import type { Cause, Confidence, Match, Moment } from '../../domain/cause.ts'
import { failsAsCloudflareReports } from '../facts/comparison/agreement.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']

/**
 * What an origin behind a command proves. The confidence is never less than without the origin.
 *
 * - Cloudflare doesn't connect to an address such as 127.0.0.1 at the far end. So the same failure at both proves less,
 *   and a healthy origin there proves little about the server that Cloudflare connects to.
 * - Most commands end in the same way for a closed connection and for a reset one.
 */
export function withRoute(cause: Cause, match: Match, moment: Moment): Match {
  const { origin, dialedOrigin } = moment
  if (dialedOrigin?.route === undefined || origin === undefined || match.outcome !== 'unhealthy') return match
  const broken = origin.kind === 'failed' && ['closed', 'reset'].includes(origin.error.reason)
  const lower = dialedOrigin.inner === true ? innerConfidence(match, moment) : broken ? lowered(match) : match
  if (lower === match) return match
  const { origin: _, recheck: __, dialedOrigin: ___, ...alone } = moment
  const other = cause.explain(alone)
  const least = other?.outcome === 'unhealthy' ? other.confidence : 'possible'
  const rank = Math.min(CONFIDENCES.indexOf(lower.confidence), CONFIDENCES.indexOf(least))
  const most = CONFIDENCES.indexOf(match.confidence)
  return { ...match, confidence: CONFIDENCES[Math.max(most, rank)] ?? lower.confidence }
}

function innerConfidence(match: Match, moment: Moment): Match {
  if (failsAsCloudflareReports(moment) || !originHealthy(moment)) return lowered(match)
  // The machine is up, so its network drops what comes from outside, whatever the address.
  if (hasEdgeError(moment, 522)) return lowered(match)
  return match.confidence === 'possible' ? match : { ...match, confidence: 'possible' }
}

/** Certain becomes likely. */
function lowered(match: Match): Match {
  return match.confidence === 'certain' ? { ...match, confidence: 'likely' } : match
}
