import { challengeIn, edgeErrorIn } from '../../cloudflare/response.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { meetsExpectations } from '../facts/content.ts'
import { isGoodResponse } from '../facts/exchange.ts'

/**
 * What this runner gets from the edge, as a key: `good`, or the kind of failure. As long as it stays the same, a recent
 * measurement from elsewhere still applies.
 */
export function edgeView({ request, edge }: Evidence): string {
  if (edge === undefined) return 'unknown'
  const evidence = { request, edge }
  if (edge.kind === 'failed') return `${edge.phase} ${edge.error.reason}`
  if (meetsExpectations(evidence, edge)) return 'good'
  if (challengeIn(edge) !== undefined) return 'challenge'
  const error = edgeErrorIn(edge)
  if (error !== undefined) return `error ${error.code}`
  return isGoodResponse(evidence, edge) ? 'content' : `status ${edge.head.status}`
}
