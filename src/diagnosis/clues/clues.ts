import { originName } from '../facts/which-origin.ts'
import { blockedBy, challengeIn, fromCache, traceOf } from '../../cloudflare/response.ts'
import type { Clue, Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { edgeErrorCode, edgeReachable } from '../facts/edge.ts'
import { timeoutText } from '../facts/exchange.ts'
import { failsOnCloudflareHeaders } from '../facts/origin.ts'
import { shownWall } from '../facts/pages/intercepted.ts'
import { refusalOf } from '../facts/cloudflare/refusals.ts'
import {
  headFailsOnly,
  originNeedsGet,
  rejectsPostQuantum,
  rejectsVisitorHeaders,
  requiresVisitorHeaders,
  trustsOnlyCloudflareHeaders,
} from '../facts/comparison/request-forms.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { outcomeText, redirectText } from './exchange.ts'
import { isHtmlForFile } from '../freshness/html-for-file.ts'
import { shortened } from '../freshness/urls.ts'
import { vantageClues } from '../vantage/clues.ts'
import { zoneClues } from './zone.ts'

type Clues = readonly [Clue, ...Clue[]]

/** What each side returned, in the order edge, origin, Cloudflare itself: the clues of most causes. */
export function cluesOf(moment: Moment, ...more: readonly Clue[]): Clues {
  const known = ownClues.get(moment) ?? {
    edge: edgeClue(moment),
    others: [
      ...getClue(moment),
      ...uncachedClue(moment),
      ...originClue(moment),
      ...recheckClues(moment),
      ...assetClues(moment),
    ],
    last: [...vantageClues(moment), ...zoneClues(moment), ...traceClue(moment)],
  }
  ownClues.set(moment, known)
  return [known.edge, ...known.others, ...more, ...known.last]
}

/** Many rules collect clues before they know whether they match. */
const ownClues = new WeakMap<
  Moment,
  { readonly edge: Clue; readonly others: readonly Clue[]; readonly last: readonly Clue[] }
>()

function edgeClue(moment: Moment): Clue {
  if (challengeIn(moment.edge) !== undefined) {
    return { from: 'edge', text: 'This runner gets a Cloudflare challenge instead of the page.' }
  }
  const code = edgeErrorCode(moment) ?? 0
  const blocked = blockedBy(moment.edge) || isRunnerCode(code) || refusalOf(moment) !== undefined
  const who =
    blocked ||
    // What visitors get is known from elsewhere.
    (moment.vantage?.results ?? []).length > 0 ||
    shownWall(moment.edge) !== undefined ||
    (moment.trace !== undefined && !edgeReachable(moment))
      ? 'This runner gets'
      : 'Visitors get'
  return { from: 'edge', text: phrase`${who} ${outcome(moment, moment.edge)}${redirectText(moment.edge)}.` }
}

/** The codes with which Cloudflare blocks or limits one client. */
function isRunnerCode(code: number): boolean {
  return (code >= 1005 && code <= 1012) || code === 1015 || code === 1020 || code === 1106
}

function getClue(moment: Moment): readonly Clue[] {
  if (!headFailsOnly(moment)) return []
  return [{ from: 'edge', text: `With GET, they get ${outcome(moment, moment.edgeWithGet)}.` }]
}

function uncachedClue(moment: Moment): readonly Clue[] {
  const { uncached } = moment
  if (uncached === undefined) return []
  const why = fromCache(uncached) ? ': the cache ignores the query string' : ''
  const text = `A request that bypasses the cache gets ${outcome(moment, uncached)}${why}.`
  return [{ from: 'edge', text }]
}

function originClue(moment: Moment): readonly Clue[] {
  const { origin, dialedOrigin } = moment
  if (dialedOrigin?.atCloudflare === true) {
    const text =
      'The direct request got an error page from Cloudflare itself: the given origin is at Cloudflare. The origin behind it was not requested.'
    return [{ from: 'origin', text }]
  }
  if (origin === undefined || dialedOrigin === undefined) return []
  const { port } = dialedOrigin
  const which = originName(dialedOrigin)
  const text = phrase`A direct request to ${which} on port ${port}${differenceText(moment)} gets ${outcome(moment, origin)}${redirectText(origin)}.`
  return [{ from: 'origin', text }]
}

/** How the request by which the origin is judged differs from the first one; empty when it does not. */
function differenceText(moment: Moment): string {
  if (rejectsPostQuantum(moment)) return ', after a TLS handshake without post-quantum groups,'
  if (requiresVisitorHeaders(moment)) return ' with `CF-Connecting-IP`, `X-Forwarded-For` and `CF-Ray`'
  if (trustsOnlyCloudflareHeaders(moment)) return " without Cloudflare's request headers"
  return originNeedsGet(moment) ? ' with GET' : ''
}

/** What the origin returned to the follow-up requests. */
function recheckClues(moment: Moment): readonly Clue[] {
  const { withoutCloudflareHeaders, visitorHeaders, http2, keepAlive } = moment.recheck ?? {}
  const texts = [
    ...(rejectsVisitorHeaders(moment)
      ? [`With \`CF-Connecting-IP\` and \`X-Forwarded-For\`, it gets ${outcome(moment, visitorHeaders)}.`]
      : []),
    ...(failsOnCloudflareHeaders(moment)
      ? [`Without Cloudflare's request headers, it gets ${outcome(moment, withoutCloudflareHeaders)}.`]
      : []),
    ...(keepAlive?.reused === true && keepAlive.exchange.kind === 'failed'
      ? [`A second request on the same connection gets ${outcome(moment, keepAlive.exchange)}.`]
      : []),
    ...(http2?.agreed === true ? [`Over HTTP/2, it gets ${outcome(moment, http2.exchange)}.`] : []),
  ]
  return texts.map((text) => ({ from: 'origin', text }))
}

/** A sentence that follows what the origin does, if Cloudflare's request headers make the difference. */
export function headerCaveat(moment: Moment): string {
  return failsOnCloudflareHeaders(moment) ? " It responds normally without Cloudflare's request headers." : ''
}

/** What visitors get for the files that the page names. */
function assetClues(moment: Moment): readonly Clue[] {
  return (moment.assets ?? []).flatMap(({ kind, url, edge, uncached }) => {
    const name = phrase`the page's ${kind} ${quote(url, shortened)}`
    const texts = [
      phrase`For ${name}, visitors get ${outcome(moment, edge)}.`,
      ...(uncached === undefined
        ? []
        : [`For the same file, a request that bypasses the cache gets ${outcome(moment, uncached)}.`]),
    ]
    return texts.map((text): Clue => ({ from: 'edge', text }))
  })
}

function traceClue({ trace }: Moment): readonly Clue[] {
  const found = traceOf(trace)
  if (found === undefined) return []
  const where = found.colo === '' ? '' : ` (${found.colo})`
  return [{ from: 'trace', text: `Cloudflare${where} is reachable and responds for this host.` }]
}

function outcome(moment: Moment, exchange: Exchange | undefined): string {
  const text = outcomeText(exchange, timeoutText(moment))
  return isHtmlForFile(moment.request, exchange) ? `${text} with an HTML page` : text
}
