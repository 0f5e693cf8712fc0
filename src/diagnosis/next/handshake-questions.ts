import { defaultPort } from '../../shared/authority.ts'
import { edgeErrorIn } from '../../cloudflare/response.ts'
import type { Evidence, FollowUpQuestion, Recheck } from '../../domain/evidence.ts'
import type { FailedExchange, Exchange } from '../../domain/exchange.ts'
import { failedAt } from '../facts/exchange.ts'

/** The follow-up questions about TLS, and about ports that use the wrong protocol. */
export const HANDSHAKE_QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  // A TLS library hides which bytes came back instead of a handshake, and whether a client certificate was requested.
  forOrigins(
    'tlsInspection',
    (origin, tls) => tls && (failedInHandshake(origin) || (origin.tls !== undefined && hungUp(origin))),
  ),
  // A server that sends a TLS alert uses TLS. Otherwise the port may use the other scheme.
  forOrigins('otherScheme', (origin, tls) =>
    tls
      ? failedInHandshake(origin) && origin.error.alert === undefined
      : hungUp(origin) || isBadRequest(origin),
  ),
  // The origin may listen only on the port that the zone's SSL/TLS mode doesn't use.
  forOrigins(
    'otherPort',
    (origin, tls, { edge, request }, index) =>
      request.origins[index]?.port === defaultPort(tls) &&
      failedAt(origin, 'connect', 'refused') &&
      edgeErrorIn(edge)?.code === 521,
  ),
]

/** The question about each origin for which the condition holds. */
function forOrigins(
  probe: keyof Recheck,
  condition: (origin: Exchange, tls: boolean, evidence: Evidence, index: number) => boolean,
): (evidence: Evidence) => readonly FollowUpQuestion[] {
  return (evidence) =>
    (evidence.origins ?? []).flatMap((origin, index) =>
      condition(origin, evidence.request.origins[index]?.tls === true, evidence, index)
        ? [{ probe, origin: index }]
        : [],
    )
}

function failedInHandshake(origin: Exchange): origin is FailedExchange {
  return origin.kind === 'failed' && origin.phase === 'tls' && origin.error.reason !== 'timeout'
}

/** The origin accepted the request, and ended the connection without sending HTTP. */
function hungUp(origin: Exchange): boolean {
  return failedAt(origin, 'processing', 'closed', 'reset', 'protocol')
}

function isBadRequest(origin: Exchange): boolean {
  return origin.kind === 'completed' && origin.head.status === 400
}
