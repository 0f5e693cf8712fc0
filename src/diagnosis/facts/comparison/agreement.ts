import { edgeErrorIn, throughCloudflare } from '../../../cloudflare/response.ts'
import type { Moment } from '../../../domain/cause.ts'
import { isBlank } from '../../../domain/untrusted.ts'
import { cloudflareGatewayError, edgeErrorCode, hasEdgeError } from '../edge.ts'
import { failedAt, isGoodResponse } from '../exchange.ts'
import { generatorOf } from '../generator.ts'
import { bodyCutShort } from '../malformed.ts'
import { visitorsServed } from '../visitors.ts'

/** Whether what Cloudflare reports about the origin agrees with what the direct probe got. */

/**
 * Cloudflare got no usable response from the origin, and visitors see no reason: a 520, Cloudflare's own 502 or 504, or
 * one of these without a page.
 */
export function failsWithoutReason(moment: Moment): boolean {
  if (hasEdgeError(moment, 520) || cloudflareGatewayError(moment)) return true
  const { edge } = moment
  if (visitorsServed(moment) || !throughCloudflare(edge) || edgeErrorIn(edge) !== undefined) return false
  // A hosting platform behind Cloudflare may identify itself by its headers.
  if (generatorOf(edge) !== undefined) return false
  return (edge.head.status === 502 || edge.head.status === 504) && isBlank(edge.body.text)
}

/** `Cloudflare got no usable response (520)`, for a sentence about `failsWithoutReason`. */
export function unusableText({ edge }: Moment): string {
  const status = edge?.kind === 'completed' ? ` (${edge.head.status})` : ''
  return `Cloudflare got no usable response${status}`
}

/**
 * The origin accepted the connection and reset it before a response. The kernel may report that while connecting,
 * during the TLS handshake, or after it.
 */
export function resetsConnections(moment: Moment): boolean {
  if (endsEarly(moment, 'reset')) return endOfEmpty(moment) !== 'closed'
  return failedAt(moment.origin, 'tls', 'closed') && endOfEmpty(moment) === 'reset'
}

/** The origin closed the connection without a byte, during the TLS handshake or after it. */
export function closesWithoutByte(moment: Moment): boolean {
  const { origin } = moment
  if (origin?.kind === 'failed' && origin.error.received > 0) return false
  if (endsEarly(moment, 'reset')) return endOfEmpty(moment) === 'closed'
  return endsEarly(moment, 'closed') && !resetsConnections(moment)
}

function endsEarly({ origin }: Moment, reason: 'closed' | 'reset'): boolean {
  return (['connect', 'tls', 'processing'] as const).some((phase) => failedAt(origin, phase, reason))
}

/**
 * How the origin ends a connection on which nothing was sent. With unread data in it, the kernel resets a connection
 * that is closed (RFC 2525, section 2.17), and Node may report a reset during the handshake as a close. Both depend
 * on timing.
 */
function endOfEmpty({ recheck }: Moment): 'closed' | 'reset' | 'open' | undefined {
  return recheck?.silentConnection?.ended
}

/**
 * The origin fails for this runner exactly as Cloudflare reports. Of several origins, this one explains the failure.
 */
export function failsAsCloudflareReports(moment: Moment): boolean {
  const { edge, origin } = moment
  if (origin === undefined || edge === undefined || isGoodResponse(moment, edge)) return false
  if (isGoodResponse(moment, origin)) return false
  if (bodyCutShort(edge)) return bodyCutShort(origin)
  const silent = failedAt(origin, 'processing', 'timeout') || failedAt(origin, 'transfer', 'timeout')
  switch (edgeErrorCode(moment)) {
    case 520:
      return (
        closesWithoutByte(moment) ||
        resetsConnections(moment) ||
        failedAt(origin, 'processing', 'closed', 'protocol')
      )
    case 521:
      return failedAt(origin, 'connect', 'refused')
    case 522:
      return failedAt(origin, 'connect', 'timeout')
    case 523:
      return failedAt(origin, 'connect', 'unreachable')
    case 524:
      return silent
    case 525:
      return failedAt(origin, 'tls')
    case 526:
      return origin.tls !== undefined && origin.tls.certificate.faults.length > 0
    case undefined:
    default:
      if (origin.kind === 'completed' && edge.kind === 'completed')
        return origin.head.status === edge.head.status
      return silent && (failedAt(edge, 'processing', 'timeout') || failedAt(edge, 'transfer', 'timeout'))
  }
}
