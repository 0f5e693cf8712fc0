import type { Lookalike, Match, Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { joined } from '../../domain/untrusted.ts'
import { failedAt } from './exchange.ts'

/** Statuses that mean a request that is too large: RFC 9110, sections 15.5.14 and 15.5.15, RFC 6585; 494 is nginx's. */
const TOO_LARGE: readonly number[] = [413, 414, 431, 494]

/** What else the size of this check's request can be the reason for. nginx and Node respond 400, others reset. */
const OWN_REQUEST: Lookalike = {
  what: { other: "the size of this check's own request" },
  distinguishedBy: 'Repeat the check with shorter values in `headers`.',
  isOpen: () => true,
}

/** A match, and what else its cause could be. */
interface Explained {
  readonly match: Match
  readonly lookalikes: readonly Lookalike[]
}

/**
 * A failure for which the size of the check's own request may be the reason is never certain: visitors send smaller
 * requests.
 */
export function withRequestSize(found: Explained, moment: Moment): Explained {
  const { match, lookalikes } = found
  const kilobytes = moment.request.headKilobytes
  if (kilobytes === undefined || match.outcome !== 'unhealthy') return found
  const { edge, origin } = moment
  const isNamed = [edge, origin].some((exchange) => hasStatus(exchange, ...TOO_LARGE))
  const maybe = hasStatus(edge, 400, 520) || hasStatus(origin, 400) || breaksOff(edge) || breaksOff(origin)
  if (!isNamed && !maybe) return found
  const because = `This check sends ${kilobytes} KB of request headers, and many servers accept only 8 KB. They may reject the check for its size and still serve visitors.`
  return {
    match: {
      ...match,
      confidence: isNamed && match.confidence !== 'possible' ? 'likely' : 'possible',
      because: joined([match.because, because], ' '),
    },
    lookalikes: [OWN_REQUEST, ...lookalikes],
  }
}

function hasStatus(exchange: Exchange | undefined, ...statuses: readonly number[]): boolean {
  return exchange?.kind === 'completed' && statuses.includes(exchange.head.status)
}

function breaksOff(exchange: Exchange | undefined): boolean {
  return (
    failedAt(exchange, 'processing', 'reset', 'closed') || failedAt(exchange, 'transfer', 'reset', 'closed')
  )
}
