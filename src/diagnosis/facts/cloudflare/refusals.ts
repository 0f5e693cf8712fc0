import { isAccessRefusal, mayBeAccessRefusal } from '../../../cloudflare/access.ts'
import { portUse } from '../../../cloudflare/ports.ts'
import {
  blockedBy,
  challengeIn,
  edgeErrorIn,
  madeAtEdge,
  throughCloudflare,
} from '../../../cloudflare/response.ts'
import { isWorkerPlaceholder } from '../../../cloudflare/worker-page.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { CompletedExchange } from '../../../domain/exchange.ts'
import { matches, read, untrusted, type Untrusted } from '../../../domain/untrusted.ts'
import { generatorOf } from '../generator.ts'
import { originHealthy } from '../origin.ts'
import { lastEndpoint } from '../redirects.ts'
import { isReplaced } from '../pages/stand-in.ts'
import { visitorsServed } from '../visitors.ts'

/**
 * How Cloudflare itself rejected the check with a 4xx, without a code, a challenge or its block page:
 * - `access`: Cloudflare Access.
 * - `rule`, `rate-limit`: a rule of the zone in its owner's words, or a Worker. WAF and rate limiting rules may respond
 *   with HTML, JSON or text and any status from 400 to 499
 *   (https://developers.cloudflare.com/waf/custom-rules/create-dashboard/, commit 14e0958 of the docs).
 * - `request`: Cloudflare's unbranded page. It did not accept the request, whatever the zone's rules are.
 * - `scheme`: the same page for plain HTTP on an HTTPS port.
 */
export type Refusal = 'access' | 'rule' | 'rate-limit' | 'request' | 'scheme'

/** Statuses that reject a client. Others, such as 404, may be what a site that is a Worker has for every visitor. */
const REJECTIONS: ReadonlySet<number> = new Set([401, 403, 407, 418, 429, 451])
/** Statuses of a page that is missing for everyone. */
const MISSING: ReadonlySet<number> = new Set([404, 410])

/** How Cloudflare itself rejected the check; undefined if it didn't, or if it has a code or a page for the reason. */
export function refusalOf(moment: Moment): Refusal | undefined {
  const { edge } = moment
  if (!isRejection(moment, edge) || challengeIn(edge) !== undefined || blockedBy(edge)) return
  if (originSendsTheSame(moment, edge) || isReplaced(moment, edge)) return
  const { status } = edge.head
  const form = edgeErrorIn(edge)?.form
  if (form === 'bare') return isPlainHttp(moment) ? 'scheme' : bareRefusal(edge)
  if (form !== undefined || !madeAtEdge(edge)) return
  if (isAccessRefusal(edge) || (moment.request.serviceToken === true && mayBeAccessRefusal(edge)))
    return 'access'
  // A Worker may have passed on the page of a server that it requested.
  if (generatorOf(edge) !== undefined || isWorkerPlaceholder(edge)) return
  const originResponds = originHealthy(moment) || moment.dialedOrigin?.othersRespond === true
  if (!originResponds && !REJECTIONS.has(status)) return
  return status === 429 ? 'rate-limit' : 'rule'
}

/** Plain HTTP on a port that Cloudflare has for HTTPS only. */
function isPlainHttp(moment: Moment): boolean {
  const { scheme, port } = lastEndpoint(moment)
  const { edge } = moment
  const says = edge?.kind === 'completed' && matches(edge.body.text, PLAIN_ON_HTTPS)
  return says && scheme === 'http:' && portUse(scheme, port) === 'other-scheme'
}

const PLAIN_ON_HTTPS = /The plain HTTP request was sent to HTTPS port/

function bareRefusal({ head }: CompletedExchange): Refusal | undefined {
  if (MISSING.has(head.status)) return
  if (head.status === 403) return 'rule'
  if (head.status === 429) return 'rate-limit'
  return 'request'
}

function isRejection(moment: Moment, edge: Moment['edge']): edge is CompletedExchange {
  if (visitorsServed(moment) || !throughCloudflare(edge)) return false
  return edge.head.status >= 400 && edge.head.status < 500
}

/** The same page: a Worker passes on what the origin sends to every client. */
function originSendsTheSame({ origin }: Moment, { head, body }: CompletedExchange): boolean {
  return (
    origin?.kind === 'completed' &&
    origin.head.status === head.status &&
    trimmed(origin.body.text) === trimmed(body.text)
  )
}

/** Cloudflare's unbranded page for a URL that it doesn't have, such as one under `/cdn-cgi/`. */
export function bareMissingPage(moment: Moment): boolean {
  const { edge } = moment
  return isRejection(moment, edge) && MISSING.has(edge.head.status) && edgeErrorIn(edge)?.form === 'bare'
}

/** Why Cloudflare did not accept a request, by its unbranded page. */
export interface RequestFault {
  /** Completes "Cloudflare did not accept the request: …". */
  readonly says: string
  readonly form: 'headers' | 'url' | 'method' | 'client-certificate' | 'request'
}

/** Titles and statuses of nginx's special responses, which Cloudflare's edge uses with its own name in the footer. */
const REQUEST_FAULTS: readonly (RequestFault & { readonly page?: RegExp; readonly status?: number })[] = [
  {
    page: /Request Header Or Cookie Too Large/i,
    says: 'its headers are larger than Cloudflare allows',
    form: 'headers',
  },
  { status: 431, says: 'its headers are larger than Cloudflare allows', form: 'headers' },
  { status: 414, says: 'its URL is longer than Cloudflare allows', form: 'url' },
  { status: 405, says: 'Cloudflare does not allow its method', form: 'method' },
  { status: 501, says: 'Cloudflare does not allow its method', form: 'method' },
  {
    page: /No required SSL certificate was sent|The SSL certificate error/,
    says: 'Cloudflare requires a client certificate from every visitor of this host',
    form: 'client-certificate',
  },
  { status: 411, says: 'it has no `Content-Length`', form: 'request' },
  { status: 413, says: 'its body is larger than Cloudflare allows', form: 'request' },
]

/** Why Cloudflare did not accept the request. */
export function requestFaultOf({ edge }: Moment): RequestFault {
  const known =
    edge?.kind === 'completed'
      ? REQUEST_FAULTS.find(
          ({ status, page }) =>
            status === edge.head.status || (page !== undefined && matches(edge.body.text, page)),
        )
      : undefined
  return known ?? { says: 'a header or the URL of this check is malformed', form: 'request' }
}

function trimmed(text: Untrusted): Untrusted {
  return read(text, (raw) => untrusted(raw.trim()))
}
