import { defaultPort } from '../../shared/authority.ts'
import { edgeErrorIn } from '../../cloudflare/response.ts'
import type { Evidence, FollowUpQuestion, Recheck } from '../../domain/evidence.ts'
import type { FailedExchange, Exchange } from '../../domain/exchange.ts'
import { failedAt } from '../facts/exchange.ts'

/** What the first answers leave open where TLS and plain HTTP meet. */
export const HANDSHAKE_QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  // A TLS library hides what came in the place of a handshake, and that a client certificate was wanted.
  ofOrigins(
    'tlsInspection',
    (origin, tls) => tls && (noHandshake(origin) || (origin.tls !== undefined && hungUp(origin))),
  ),
  // Whoever sends an alert speaks TLS. Anything else may be plain HTTP, and what fails in plain HTTP may be TLS.
  ofOrigins('otherScheme', (origin, tls) =>
    tls ? noHandshake(origin) && origin.error.alert === undefined : hungUp(origin) || badRequest(origin),
  ),
  // Whether the zone's mode and the server agree on a port: it may listen on the other one alone.
  ofOrigins(
    'otherPort',
    (origin, tls, { edge, request }, index) =>
      request.origins[index]?.port === defaultPort(tls) &&
      failedAt(origin, 'connect', 'refused') &&
      edgeErrorIn(edge)?.code === 521,
  ),
]

/** A question about each origin of which something holds. */
function ofOrigins(
  ask: keyof Recheck,
  holds: (origin: Exchange, tls: boolean, evidence: Evidence, index: number) => boolean,
): (evidence: Evidence) => readonly FollowUpQuestion[] {
  return (evidence) =>
    (evidence.origins ?? []).flatMap((origin, index) =>
      holds(origin, evidence.request.origins[index]?.tls === true, evidence, index)
        ? [{ ask, origin: index }]
        : [],
    )
}

function noHandshake(origin: Exchange): origin is FailedExchange {
  return origin.kind === 'failed' && origin.phase === 'tls' && origin.error.reason !== 'timeout'
}

/** It took the request, and ended the connection without a byte that HTTP knows. */
function hungUp(origin: Exchange): boolean {
  return failedAt(origin, 'processing', 'closed', 'reset', 'protocol')
}

function badRequest(origin: Exchange): boolean {
  return origin.kind === 'completed' && origin.head.status === 400
}
