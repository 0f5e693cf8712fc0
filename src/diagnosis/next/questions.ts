import { cachedRedirectInDoubt } from '../freshness/outdated-copy.ts'
import { fromCache, rayOf } from '../../cloudflare/response.ts'
import type { Evidence, FollowUpQuestion } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { meetsExpectations } from '../facts/content.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'
import { bodyCutShort } from '../facts/malformed.ts'
import { cloudflareMayBeAtFault, edgeReachable, hasEdgeError } from '../facts/edge.ts'
import { isGoodResponse, failedAt, encodingDamage, isSlower, neverConnected } from '../facts/exchange.ts'
import { failedOnRoute, withoutUnseen } from '../route/unseen.ts'
import { HANDSHAKE_QUESTIONS } from './handshake-questions.ts'
import { REQUEST_QUESTIONS } from './request-questions.ts'
import {
  hasNoRecord,
  needsCurrentRanges,
  runnerView,
  resolverViews,
  severalAreElsewhere,
} from '../facts/dns.ts'

/** Each row says when its follow-up probe is worth a connection. A healthy site gets none. */
const QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  (evidence) => (lacksTrace(evidence) ? [{ probe: 'trace' }] : []),
  // A cached copy says nothing about the origin behind it. A cached error or redirect may be older than the deploy.
  (evidence) => (fromCache(evidence.edge) || cachedRedirectInDoubt(evidence) ? [{ probe: 'uncached' }] : []),
  // The 5xx may be Cloudflare's or the origin's: Cloudflare's analytics have the origin's status.
  (evidence) =>
    evidence.zone !== undefined && hasEdgeError(evidence, 500, 502, 503, 504, 520)
      ? [{ probe: 'analytics' }]
      : [],
  // Cloudflare itself may have failed, and its status page may name an incident.
  ({ origins = [], ...evidence }) => {
    const moments = origins.length === 0 ? [evidence] : origins.map((origin) => ({ ...evidence, origin }))
    return moments.some(cloudflareMayBeAtFault) ? [{ probe: 'statusPage' }] : []
  },
  // The origin may fail only because of Cloudflare's request headers.
  ({ origins = [], ...evidence }) =>
    origins.flatMap((origin, index) =>
      failedAfterConnecting(origin) && !isGoodResponse(evidence, origin) && !isIntercepted(evidence, origin)
        ? [{ probe: 'withoutCloudflareHeaders', origin: index }]
        : [],
    ),
  ...REQUEST_QUESTIONS,
  ...HANDSHAKE_QUESTIONS,
  // The runner's resolver may be wrong.
  (evidence) => (nameInDoubt(evidence) ? [{ probe: 'resolvers' }] : []),
  // These show which resolver is right, and for how long the others may return old answers.
  (evidence) =>
    unresolved(evidence) || resolversDiffer(evidence)
      ? [{ probe: 'ownResolver' }, { probe: 'nameServers' }]
      : pointsElsewhere(evidence)
        ? [{ probe: 'nameServers' }]
        : [],
  // The site may work at the addresses that those resolvers return.
  (evidence) =>
    severalAreElsewhere(evidence) && isGoodResponse(evidence, evidence.edge)
      ? [{ probe: 'lateAddresses' }]
      : [],
  // When no probe connects, the runner may be offline.
  ({ edge, trace, origins = [] }) => {
    const probes = [edge, trace, ...origins].filter((exchange) => exchange !== undefined)
    return probes.length > 0 && probes.every(neverConnected) ? [{ probe: 'connectivity' }] : []
  },
  (evidence) => (needsCurrentRanges(evidence) ? [{ probe: 'ranges' }] : []),
  // Cloudflare can't connect to an origin to which this runner can: it may use the other IP version.
  ({ origins = [], ...evidence }) =>
    hasEdgeError(evidence, 521, 522, 523)
      ? origins.flatMap((origin, index) =>
          isGoodResponse(evidence, origin) ? [{ probe: 'addressFamilies', origin: index }] : [],
        )
      : [],
  // Without Cloudflare, visitors connect to the host directly, and not all of them have both IP versions.
  (evidence) =>
    needsCurrentRanges(evidence) && connectsToOne(evidence) && hasBothFamilies(evidence)
      ? [{ probe: 'addressFamilies' }]
      : [],
  // This runner may be the only one.
  (evidence) =>
    evidence.request.vantage === true && !isPlainlyHealthy(evidence) ? [{ probe: 'vantage' }] : [],
  // Cloudflare uses HTTP/2 when the origin offers it, and reuses connections. The direct probe does neither.
  ({ origins = [], ...evidence }) =>
    gotUnusableResponse(evidence)
      ? origins.flatMap((origin, index): readonly FollowUpQuestion[] => {
          if (!isGoodResponse(evidence, origin)) return []
          const secure = origin.tls !== undefined
          return [
            ...(secure ? [{ probe: 'http2', origin: index } as const] : []),
            { probe: 'keepAlive', origin: index },
          ]
        })
      : [],
]

/**
 * The page doesn't show which Cloudflare data center responded, or whether one did. Or it took so long that it must be
 * compared with Cloudflare's own response.
 */
function lacksTrace({ trace, edge, ...evidence }: Evidence): boolean {
  if (trace !== undefined || edge === undefined) return false
  const { maxResponseTime = Infinity } = evidence.request
  return !edgeReachable({ ...evidence, edge }) || rayOf(edge) === undefined || isSlower(edge, maxResponseTime)
}

/** Of several addresses, only one was requested, and it was the faster one. */
function connectsToOne({ request }: Evidence): boolean {
  return request.siteAddress === undefined && request.siteUnchecked === undefined
}

function hasBothFamilies({ dns }: Evidence): boolean {
  const families = dns?.kind === 'resolved' ? dns.addresses.map(({ family }) => family) : []
  return families.includes(4) && families.includes(6)
}

/** The name resolves to a server that is none of the origins: its name servers may have changed. */
function pointsElsewhere({ atOrigins, request }: Evidence): boolean {
  if (request.origins.some(({ route }) => route !== undefined)) return false
  return atOrigins?.every((isThere) => !isThere) === true
}

function unresolved({ dns }: Evidence): boolean {
  return dns?.kind === 'failed'
}

/** The name doesn't resolve, resolves to a host outside Cloudflare that fails, or to one that accepts no connection. */
function nameInDoubt(evidence: Evidence): boolean {
  const { edge } = evidence
  const noConnection = failedAt(edge, 'connect') || failedAt(edge, 'tls')
  const bypassed = runnerView(evidence) === 'elsewhere' && !isGoodResponse(evidence, edge)
  return unresolved(evidence) || noConnection || bypassed || pointsElsewhere(evidence)
}

/** Another resolver disagrees with the runner's own, or has no record. */
function resolversDiffer(evidence: Evidence): boolean {
  const own = runnerView(evidence)
  return resolverViews(evidence).some((other) => other.view !== own || hasNoRecord(other))
}

/** As far as this runner knows, the edge and each origin return what is expected. */
function isPlainlyHealthy({ origins = [], ...evidence }: Evidence): boolean {
  const exchanges = evidence.edge === undefined ? origins : [evidence.edge, ...origins]
  return exchanges.every((exchange) => meetsExpectations(evidence, exchange))
}

/** All follow-up questions after the first probes of a round. Pure. */
export function followUpQuestions(evidence: Evidence): readonly FollowUpQuestion[] {
  const seen = withoutUnseen(evidence)
  return QUESTIONS.flatMap((questions) =>
    questions(seen)
      .filter((question) => !('origin' in question))
      .concat(
        questions(evidence).filter((question) => 'origin' in question && isWorthIt(evidence, question)),
      ),
  )
}

/** An origin that its route doesn't reach is not requested again, and what is at the far end has one address. */
function isWorthIt(
  { origins = [], request }: Evidence,
  { probe, origin }: FollowUpQuestion & { readonly origin: number },
): boolean {
  if (failedOnRoute(origins[origin])) return false
  return probe !== 'addressFamilies' || request.origins[origin]?.route === undefined
}

/** Cloudflare connected to an origin, and got no response that it can use. */
function gotUnusableResponse(evidence: Omit<Evidence, 'origins'>): boolean {
  return hasEdgeError(evidence, 502, 520, 524) || bodyCutShort(evidence.edge)
}

/** The connection was established, and the response is an error or incomplete. */
function failedAfterConnecting(exchange: Exchange): boolean {
  if (exchange.kind === 'completed')
    return exchange.head.status >= 400 || encodingDamage(exchange) !== undefined
  return exchange.phase === 'processing' || exchange.phase === 'transfer'
}
