import { defaultPort } from '../../shared/authority.ts'
import { edgeErrorIn } from '../../cloudflare/response.ts'
import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import type { Evidence, FollowUpQuestion, Recheck } from '../../domain/evidence.ts'
import type { FailedExchange, Exchange } from '../../domain/exchange.ts'
import { failedAt, isGoodResponse } from '../facts/exchange.ts'
import { startsWithTls } from '../facts/malformed.ts'

/** The follow-up questions about TLS, and about ports that use the wrong protocol. */
export const HANDSHAKE_QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  // A TLS library hides which bytes came back instead of a handshake, and whether a client certificate was requested.
  forOrigins(
    'tlsInspection',
    (origin, tls) => tls && (failedInHandshake(origin) || (origin.tls !== undefined && hungUp(origin))),
  ),
  // A server that sends a TLS alert uses TLS. Otherwise the port may use the other scheme. Bytes of a response that are
  // not a TLS record rule that out.
  forOrigins('otherScheme', (origin, tls) =>
    tls
      ? failedInHandshake(origin) && origin.error.alert === undefined
      : (hungUp(origin) && (origin.wire === undefined || startsWithTls(origin.wire))) || isBadRequest(origin),
  ),
  // The origin may listen only on the port that the zone's SSL mode doesn't use.
  forOrigins('otherPort', (origin, tls, evidence, index) => {
    const { edge, request, zone } = evidence
    const code = edgeErrorIn(edge)?.code
    if (request.origins[index]?.port !== defaultPort(tls)) return false
    if (failedAt(origin, 'connect', 'refused')) return code === 521
    // With a token, the mode is known, and the first request may have used its port.
    const { mode, by } = sslModeOf(request, zone?.ssl)
    const usesTls =
      mode === 'origin_pull' || (request.url.startsWith('https:') && mode !== 'off' && mode !== 'flexible')
    const isPortOfMode = by === 'zone' && usesTls === tls
    return isGoodResponse(evidence, origin) && (code === 521 || code === 522) && !isPortOfMode
  }),
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
