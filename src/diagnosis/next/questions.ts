import { fromCache } from '../../cloudflare/response.ts'
import type { Evidence, FollowUpQuestion } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { bodyCutShort } from '../facts/malformed.ts'
import { cloudflareMayBeAtFault, hasEdgeError } from '../facts/edge.ts'
import { isGoodResponse, failedAt, encodingDamage, neverConnected } from '../facts/exchange.ts'
import { HANDSHAKE_QUESTIONS } from './handshake-questions.ts'
import { hasNoRecord, needsCurrentRanges, runnerView, resolverViews } from '../facts/dns.ts'

/**
 * What the first answers of a look leave open. Each row says when its question is worth a connection: a look at a site that
 * is well asks nothing twice.
 */
const QUESTIONS: readonly ((evidence: Evidence) => readonly FollowUpQuestion[])[] = [
  // A copy says nothing about what stands behind it.
  (evidence) =>
    fromCache(evidence.edge) && isGoodResponse(evidence, evidence.edge) ? [{ ask: 'uncached' }] : [],
  // Visitors get a 5xx that may be anybody's: what Cloudflare counted tells what the origin had said.
  (evidence) =>
    evidence.zone !== undefined && hasEdgeError(evidence, 500, 502, 503, 504, 520)
      ? [{ ask: 'analytics' }]
      : [],
  // Whether Cloudflare knows of trouble, where it may be its own.
  ({ origins = [], ...evidence }) => {
    const moments = origins.length === 0 ? [evidence] : origins.map((origin) => ({ ...evidence, origin }))
    return moments.some(cloudflareMayBeAtFault) ? [{ ask: 'statusPage' }] : []
  },
  // An origin that chokes on what only Cloudflare sends answers well without it, and fails with it every time.
  ({ origins = [], ...evidence }) =>
    origins.flatMap((origin, index) =>
      failed(origin) && !isGoodResponse(evidence, origin)
        ? [
            { ask: 'withoutCloudflareHeaders', origin: index },
            { ask: 'repeated', origin: index },
          ]
        : [],
    ),
  ...HANDSHAKE_QUESTIONS,
  // The runner's resolver may be the one that is wrong.
  (evidence) => (nameInDoubt(evidence) ? [{ ask: 'resolvers' }] : []),
  // Who is right, and how long the others may go on, only these know.
  (evidence) =>
    unresolved(evidence) || resolversDiffer(evidence) ? [{ ask: 'ownResolver' }, { ask: 'nameServers' }] : [],
  // Where nothing is reached, the fault may be the runner's.
  ({ edge, trace, origins = [] }) => {
    const tried = [edge, trace, ...origins].filter((exchange) => exchange !== undefined)
    return tried.length > 0 && tried.every(neverConnected) ? [{ ask: 'connectivity' }] : []
  },
  (evidence) => (needsCurrentRanges(evidence) ? [{ ask: 'ranges' }] : []),
  // Cloudflare gets no connection where we get one: it may have dialed the other family of addresses.
  ({ origins = [], ...evidence }) =>
    hasEdgeError(evidence, 521, 522, 523)
      ? origins.flatMap((origin, index) =>
          isGoodResponse(evidence, origin) ? [{ ask: 'addressFamilies', origin: index }] : [],
        )
      : [],
  // Past Cloudflare visitors dial by themselves, and not everybody has both families.
  (evidence) => (needsCurrentRanges(evidence) && hasBoth(evidence) ? [{ ask: 'addressFamilies' }] : []),
  // Cloudflare speaks HTTP/2 to an origin that offers it, and keeps its connections. The direct probe does neither.
  ({ origins = [], ...evidence }) =>
    gotNoUse(evidence)
      ? origins.flatMap((origin, index): readonly FollowUpQuestion[] => {
          if (!isGoodResponse(evidence, origin)) return []
          const secure = origin.tls !== undefined
          return [
            ...(secure ? [{ ask: 'http2', origin: index } as const] : []),
            { ask: 'keepAlive', origin: index },
          ]
        })
      : [],
]

function hasBoth({ dns }: Evidence): boolean {
  const families = dns?.kind === 'resolved' ? dns.addresses.map(({ family }) => family) : []
  return families.includes(4) && families.includes(6)
}

function unresolved({ dns }: Evidence): boolean {
  return dns?.kind === 'failed'
}

/** The name leads nowhere, past Cloudflare to something that fails, or to what gives no connection. */
function nameInDoubt(evidence: Evidence): boolean {
  const { edge } = evidence
  const noWay = failedAt(edge, 'connect') || failedAt(edge, 'tls')
  const past = runnerView(evidence) === 'elsewhere' && !isGoodResponse(evidence, edge)
  return unresolved(evidence) || noWay || past
}

/** Those that were heard by now lead to other places than the runner's own, or nowhere. */
function resolversDiffer(evidence: Evidence): boolean {
  const own = runnerView(evidence)
  return resolverViews(evidence).some((witness) => witness.view !== own || hasNoRecord(witness))
}

/** Every question that the first answers leave. Pure. */
export function followUpQuestions(evidence: Evidence): readonly FollowUpQuestion[] {
  return QUESTIONS.flatMap((questions) => questions(evidence))
}

/** Cloudflare got a connection to an origin, and no answer that it could use. */
function gotNoUse(evidence: Omit<Evidence, 'origins'>): boolean {
  return hasEdgeError(evidence, 502, 520, 524) || bodyCutShort(evidence.edge)
}

/** A connection stood, and what came of the request is no page. */
function failed(exchange: Exchange): boolean {
  if (exchange.kind === 'completed')
    return exchange.head.status >= 400 || encodingDamage(exchange) !== undefined
  return exchange.phase === 'processing' || exchange.phase === 'transfer'
}
