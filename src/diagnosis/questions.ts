import { fromCache } from '../cloudflare/answer.ts'
import type { Evidence, Question } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import { cutShort } from './answers.ts'
import { answersWell, edgeSaid, undecodable } from './facts.ts'

/**
 * What the first answers of a look leave open. Each row says when its question is worth a connection: a look at a site that
 * is well asks nothing twice.
 */
const QUESTIONS: readonly ((evidence: Evidence) => readonly Question[])[] = [
  // A copy says nothing about what stands behind it.
  (evidence) =>
    fromCache(evidence.edge) && answersWell(evidence, evidence.edge) ? [{ ask: 'uncached' }] : [],
  // An origin that chokes on what only Cloudflare sends answers well without it, and fails with it every time.
  ({ origins = [], ...evidence }) =>
    origins.flatMap((origin, index) =>
      failed(origin) && !answersWell(evidence, origin)
        ? [
            { ask: 'bare', origin: index },
            { ask: 'again', origin: index },
          ]
        : [],
    ),
  // Cloudflare speaks HTTP/2 to an origin that offers it, and keeps its connections. The direct probe does neither.
  ({ origins = [], ...evidence }) =>
    gotNoUse(evidence)
      ? origins.flatMap((origin, index): readonly Question[] => {
          if (!answersWell(evidence, origin)) return []
          const secure = origin.tls !== undefined
          return [
            ...(secure ? [{ ask: 'http2', origin: index } as const] : []),
            { ask: 'kept', origin: index },
          ]
        })
      : [],
]

/** Every question that the first answers leave. Pure. */
export function questionsOf(evidence: Evidence): readonly Question[] {
  return QUESTIONS.flatMap((questions) => questions(evidence))
}

/** Cloudflare got a connection to an origin, and no answer that it could use. */
function gotNoUse(evidence: Omit<Evidence, 'origins'>): boolean {
  return edgeSaid(evidence, 502, 520, 524) || cutShort(evidence.edge)
}

/** A connection stood, and what came of the request is no page. */
function failed(exchange: Exchange): boolean {
  if (exchange.kind === 'answered') return exchange.head.status >= 400 || undecodable(exchange) !== undefined
  return exchange.phase === 'processing' || exchange.phase === 'transfer'
}
