import { waitingRoomIn } from '../../../cloudflare/waiting-room.ts'
import { isWorkerPlaceholder } from '../../../cloudflare/worker-page.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { CheckRequest } from '../../../domain/evidence.ts'
import type { CompletedExchange, Exchange } from '../../../domain/exchange.ts'
import {
  BOT_PROTECTIONS,
  type BotProtection,
  type WallSign,
} from '../../fingerprints/bot-protection/index.ts'
import { hasSign } from '../../fingerprints/sign.ts'

type Requested = Pick<Moment, 'request'>

/** Bot protection or a WAF that responded instead of the site, and what shows it. */
export interface Wall {
  readonly provider: BotProtection
  readonly sign: WallSign
}

/** Something in front of the site responded instead of it. That says nothing about the site, whatever the status. */
export function isIntercepted(moment: Requested, exchange: Exchange | undefined): boolean {
  return (
    wallIn(moment, exchange) !== undefined ||
    queuedIn(moment, exchange) ||
    hasWorkerPlaceholder(moment, exchange)
  )
}

/** The wall in a response, unless the response is what the user expects. */
export function wallIn({ request }: Requested, exchange: Exchange | undefined): Wall | undefined {
  if (exchange?.kind !== 'completed' || isWanted(request, exchange)) return
  return wallOf(exchange)
}

/** Visitors wait in a Cloudflare waiting room. */
export function queuedIn({ request }: Requested, exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed' || isWanted(request, exchange)) return false
  return waitingRoomIn(exchange, lacksText(exchange))
}

/** Cloudflare has no Worker for the host, and shows its placeholder. */
export function hasWorkerPlaceholder({ request }: Requested, exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'completed' && !isWanted(request, exchange) && isWorkerPlaceholder(exchange)
}

/** Most rules need it, and the table is long. */
const walls = new WeakMap<Exchange, Wall | 'none'>()

function wallOf(response: CompletedExchange): Wall | undefined {
  const known = walls.get(response) ?? findWall(response) ?? 'none'
  walls.set(response, known)
  return known === 'none' ? undefined : known
}

function findWall(response: CompletedExchange): Wall | undefined {
  for (const provider of BOT_PROTECTIONS) {
    const sign = provider.signs.find((each) => hasSign(response, each))
    if (sign !== undefined) return { provider, sign }
  }
  return
}

/**
 * The response is what the user expects, whatever else it looks like: it has the text that only the site has, or an
 * error status that they named.
 */
export function isWanted(
  { expectedBody, expectedStatus }: CheckRequest,
  { head, content }: CompletedExchange,
): boolean {
  if (expectedBody !== undefined && content?.body === 'found') return true
  return head.status >= 400 && expectedStatus.some(([from, to]) => head.status >= from && head.status <= to)
}

/** `a challenge from Vercel`, `a block page from Wordfence`. */
export function wallWords({ provider, sign }: Wall): string {
  return `a ${sign.kind === 'block' ? 'block page' : 'challenge'} from ${provider.name}`
}

/** The wall in a response, whatever status the user expects: for words about the response. */
export function shownWall(exchange: Exchange | undefined): Wall | undefined {
  if (exchange?.kind !== 'completed' || exchange.content?.body === 'found') return
  return wallOf(exchange)
}

/** The response is the placeholder for a missing Worker, whatever status the user expects: for words about it. */
export function isShownPlaceholder(exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'completed' && exchange.content?.body !== 'found' && isWorkerPlaceholder(exchange)
}

function lacksText({ content }: CompletedExchange): boolean {
  return content?.body === 'missing'
}
