import { challengeIn, edgeErrorIn, throughCloudflare } from '../../cloudflare/response.ts'
import type { Evidence, FollowUpQuestion, Recheck } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { isDiverted } from '../facts/redirects.ts'
import { servedFromOrigin } from '../facts/visitors.ts'

/**
 * The follow-up questions about requests that differ from the first one in the method, the headers or the handshake.
 */
export const REQUEST_QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  // Some servers don't support HEAD, and a response to HEAD has no page that explains its status.
  ({ edge, ...evidence }) =>
    evidence.request.method === 'HEAD' &&
    failsAfterConnecting(evidence, edge) &&
    challengeIn(edge) === undefined
      ? [{ probe: 'edgeWithGet' }]
      : [],
  forOrigins(
    'withGet',
    (evidence, origin) => evidence.request.method === 'HEAD' && failsAfterConnecting(evidence, origin),
  ),
  // The origin may distinguish Cloudflare from this runner by headers that Cloudflare adds.
  forOrigins('visitorHeaders', (evidence, origin) =>
    servedFromOrigin(evidence)
      ? failsAfterConnecting(evidence, origin) || isDiverted(evidence, origin)
      : failsOnlyThroughCloudflare(evidence) && isGoodResponse(evidence, origin),
  ),
  // A network device may reject a ClientHello that needs two packets, as one with post-quantum groups does.
  forOrigins(
    'classicalKeyExchange',
    (_, origin) =>
      origin.kind === 'failed' &&
      origin.phase === 'tls' &&
      !['timeout', 'untrusted', 'proxy'].includes(origin.error.reason),
  ),
  // A server that closes a connection without reading the request looks like one that resets it.
  forOrigins(
    'silentConnection',
    (evidence, origin) =>
      !isGoodResponse(evidence, evidence.edge) &&
      origin.kind === 'failed' &&
      (origin.error.reason === 'reset' || (origin.phase === 'tls' && origin.error.reason === 'closed')) &&
      origin.error.received === 0,
  ),
  // If the difference changes the result, repeating the first request rules out an intermittent failure.
  forOrigins('repeated', (evidence, origin, recheck) => {
    const { withoutCloudflareHeaders, visitorHeaders, classicalKeyExchange } = recheck
    if (isGoodResponse(evidence, withoutCloudflareHeaders) || classicalKeyExchange?.tls !== undefined)
      return true
    return (
      visitorHeaders !== undefined &&
      respondsAsToVisitors(evidence, visitorHeaders) !== respondsAsToVisitors(evidence, origin)
    )
  }),
]

function respondsAsToVisitors(evidence: Round, exchange: Exchange): boolean {
  return isGoodResponse(evidence, exchange) && !isDiverted(evidence, exchange)
}

type Round = Omit<Evidence, 'origins' | 'rechecks'>

/** The question about each origin for which the condition holds. */
function forOrigins(
  probe: keyof Recheck,
  condition: (evidence: Round, origin: Exchange, recheck: Recheck) => boolean,
): (evidence: Evidence) => readonly FollowUpQuestion[] {
  return ({ origins = [], rechecks = [], ...evidence }) =>
    origins.flatMap((origin, index) =>
      condition(evidence, origin, rechecks[index] ?? {}) ? [{ probe, origin: index }] : [],
    )
}

/** The server accepted the request, and responds with an error or ends the connection. */
function failsAfterConnecting(evidence: Round, exchange: Exchange | undefined): exchange is Exchange {
  if (exchange === undefined || isGoodResponse(evidence, exchange)) return false
  if (exchange.kind === 'completed') return exchange.head.status >= 400
  return (
    (exchange.phase === 'processing' || exchange.phase === 'transfer') && exchange.error.reason !== 'timeout'
  )
}

/** Visitors get an error through Cloudflare that an origin may have caused, and no Cloudflare page explains it. */
function failsOnlyThroughCloudflare(evidence: Round): boolean {
  const { edge } = evidence
  if (!throughCloudflare(edge) || isGoodResponse(evidence, edge) || challengeIn(edge) !== undefined)
    return false
  const error = edgeErrorIn(edge)
  return error === undefined ? edge.head.status >= 400 : [502, 504, 520].includes(error.code)
}
