import { challengeIn, copyOf, edgeErrorIn, fromCache, rayOf, traceOf } from '../../cloudflare/response.ts'
import type { Clue, Moment } from '../../domain/cause.ts'
import type { FailureReason, Exchange } from '../../domain/exchange.ts'
import { lacking } from '../facts/content.ts'
import { edgeCode, edgeReachable } from '../facts/edge.ts'
import { patience, undecodable } from '../facts/exchange.ts'
import { failsOnCloudflareHeaders } from '../facts/origin.ts'
import { generatorOf } from '../facts/generator.ts'
import { redirectWords } from '../facts/redirects.ts'
import { zoneClues } from './zone.ts'

type Clues = readonly [Clue, ...Clue[]]

/** What each side was seen to do, in the order edge, origin, Cloudflare itself: the clues of most causes. */
export function cluesOf(moment: Moment, ...more: readonly Clue[]): Clues {
  const [first, ...rest] = [
    edgeClue(moment),
    ...uncachedClue(moment),
    ...originClue(moment),
    ...recheckClues(moment),
    ...more,
    ...zoneClues(moment),
    ...traceClue(moment),
  ]
  return [first ?? { from: 'edge', text: 'Nothing was seen.' }, ...rest]
}

function edgeClue(moment: Moment): Clue {
  if (challengeIn(moment.edge) !== undefined) {
    return { from: 'edge', text: 'This runner gets a challenge of Cloudflare instead of the page.' }
  }
  const code = edgeCode(moment) ?? 0
  const turnedAway = (code >= 1005 && code <= 1012) || code === 1015 || code === 1020
  const who =
    turnedAway || (moment.trace !== undefined && !edgeReachable(moment)) ? 'This runner gets' : 'Visitors get'
  return { from: 'edge', text: `${who} ${seen(moment, moment.edge)}${redirectWords(moment.edge)}.` }
}

function uncachedClue(moment: Moment): readonly Clue[] {
  const { uncached } = moment
  if (uncached === undefined) return []
  const why = fromCache(uncached) ? ': the cache does not mind the query string' : ''
  return [{ from: 'edge', text: `Asked past its cache, Cloudflare gives ${seen(moment, uncached)}${why}.` }]
}

function originClue(moment: Moment): readonly Clue[] {
  const { origin, dialedOrigin } = moment
  if (origin === undefined || dialedOrigin === undefined) return []
  const which = dialedOrigin.of > 1 ? `Origin ${dialedOrigin.position} of ${dialedOrigin.of}` : 'The origin'
  return [
    {
      from: 'origin',
      text: `${which}, asked directly on port ${dialedOrigin.port}, gives ${seen(moment, origin)}${redirectWords(origin)}.`,
    },
  ]
}

/** What the origin gave when it was asked in another way. */
function recheckClues(moment: Moment): readonly Clue[] {
  const { withoutCloudflareHeaders, http2, keepAlive } = moment.recheck ?? {}
  const without = `Without the fields that only Cloudflare sends, it gives ${seen(moment, withoutCloudflareHeaders)}.`
  const cutOff = keepAlive?.reused === true && keepAlive.exchange.kind === 'failed'
  const second =
    cutOff && `To a second request on the same connection, it gives ${seen(moment, keepAlive.exchange)}.`
  const over2 = http2?.agreed === true && `Over HTTP/2, it gives ${seen(moment, http2.exchange)}.`
  return [
    ...(failsOnCloudflareHeaders(moment) ? [{ from: 'origin', text: without } as const] : []),
    ...(second === false ? [] : [{ from: 'origin', text: second } as const]),
    ...(over2 === false ? [] : [{ from: 'origin', text: over2 } as const]),
  ]
}

/** Goes on after what an origin does when it is asked as Cloudflare asks. */
export function unlessBare(moment: Moment): string {
  return failsOnCloudflareHeaders(moment) ? ', and is fine without the fields that only Cloudflare sends' : ''
}

function traceClue({ trace }: Moment): readonly Clue[] {
  const found = traceOf(trace)
  if (found === undefined) return []
  const where = found.colo === '' ? '' : ` in ${found.colo}`
  return [
    { from: 'trace', text: `Cloudflare${where} answers for the name by itself: the way there is open.` },
  ]
}

const BROKE: Readonly<Record<FailureReason, string>> = {
  unresolved: 'its name does not resolve',
  refused: 'the connection is refused',
  unreachable: 'the network knows no way there',
  timeout: 'no answer in time',
  reset: 'the connection is reset',
  closed: 'the connection is closed without a whole answer',
  untrusted: 'its certificate is not trusted',
  protocol: 'what comes back is not the protocol that was asked for',
  proxy: "this runner's own proxy does not let it through",
  other: 'the connection fails',
}

function seen(moment: Moment, exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'nothing that we looked at'
  if (exchange.kind === 'completed') return answerSeen(exchange)
  const { phase, error } = exchange
  if (error.reason === 'timeout') {
    const step = {
      resolve: 'name',
      connect: 'connection',
      tls: 'TLS handshake',
      processing: 'answer',
      transfer: 'end of the answer',
    }
    return `no ${step[phase]} within ${patience(moment)}`
  }
  const empty =
    error.reason === 'closed' && error.received === 0
      ? 'the connection is closed without a byte'
      : BROKE[error.reason]
  return `no answer: ${empty} (${error.code})`
}

/** Completes "a compressed body that …". */
export const DAMAGE = { corrupt: 'is damaged', truncated: 'lacks its end' } as const

function answerSeen(exchange: Exchange & { readonly kind: 'completed' }): string {
  const status = `${exchange.head.status}${lacking(exchange)}`
  const damage = undecodable(exchange)
  if (damage !== undefined) return `${status} with a compressed body that ${DAMAGE[damage]}`
  const error = edgeErrorIn(exchange)
  const ray = rayOf(exchange)
  const where = ray?.colo ? `, in ${ray.colo}` : ''
  if (error !== undefined) {
    const code = error.code === exchange.head.status ? '' : ` with code ${error.code}`
    return `${status}${code} on a page of Cloudflare${where}`
  }
  const copy = copyOf(exchange)
  if (copy !== undefined) return `${status} from Cloudflare's cache (${copy})${where}`
  const generator = generatorOf(exchange)
  return generator === undefined ? `${status}${where}` : `${status} on a page of ${generator.name}${where}`
}
