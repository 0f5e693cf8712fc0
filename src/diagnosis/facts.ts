import { challengeIn, edgeErrorIn, fromCache, throughCloudflare, traceOf } from '../cloudflare/answer.ts'
import { edgeErrorOf } from '../cloudflare/error-page.ts'
import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { CertificateFault } from '../domain/certificate.ts'
import type { Moment } from '../domain/cause.ts'
import type { Answered, BreakReason, Exchange, Phase } from '../domain/exchange.ts'
import { looseStatus } from './answers.ts'
import { contentOf } from './content.ts'
import { authorOf, deadEnd, endless, followsVisitors, ledAway, sentAwayByOrigin } from './trails.ts'

/** Broke in that phase, and if reasons are named, for one of them. */
export function broke(
  exchange: Exchange | undefined,
  phase: Phase,
  ...reasons: readonly BreakReason[]
): boolean {
  if (exchange?.kind !== 'broken' || exchange.phase !== phase) return false
  return reasons.length === 0 || reasons.includes(exchange.error.reason)
}

/** No connection came about, and not because somebody said no. */
export function unreached(exchange: Exchange): boolean {
  if (exchange.kind === 'answered' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
    return false
  return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset'
}

/** The runner has a network: the neutral address answered, or somebody else gave it a connection. */
export function cleared({ neutral, edge, control, origin }: Moment): boolean {
  if (neutral?.kind === 'answered') return true
  return [edge, control, origin].some((exchange) => exchange !== undefined && !unreached(exchange))
}

/** Answered with a status that the user expects, or sent to another host as visitors are. Not where no page ever comes. */
export function statusExpected(
  moment: Pick<Moment, 'asked' | 'edge'>,
  exchange: Exchange | undefined,
): boolean {
  if (exchange?.kind !== 'answered' || endless(exchange) !== undefined) return false
  if (deadEnd(exchange) !== undefined) return false
  if (followsVisitors(moment, exchange)) return true
  const { status } = exchange.head
  return moment.asked.expectedStatus.some(([from, to]) => status >= from && status <= to)
}

/** Answered with a status that the user expects, and a body that decompresses: the way there is sound, whatever it says. */
export function answersWell(moment: Pick<Moment, 'asked' | 'edge'>, exchange: Exchange | undefined): boolean {
  return statusExpected(moment, exchange) && !undecodable(exchange)
}

/** Answered with all that the user expects: status, body and header. */
export function asExpected(moment: Pick<Moment, 'asked' | 'edge'>, exchange: Exchange | undefined): boolean {
  return answersWell(moment, exchange) && contentOf(moment, exchange) === 'found'
}

/** What is wrong with the compression of an answer's body, if it is. */
export function undecodable(exchange: Exchange | undefined): 'corrupt' | 'truncated' | undefined {
  const coding = exchange?.kind === 'answered' ? exchange.body.coding : undefined
  return coding === 'corrupt' || coding === 'truncated' ? coding : undefined
}

/** The answer, if it has one of these statuses and the user did not expect it. */
export function failedWith(
  moment: Moment,
  exchange: Exchange | undefined,
  ...statuses: readonly number[]
): Answered | undefined {
  const failed =
    exchange?.kind === 'answered' &&
    !statusExpected(moment, exchange) &&
    statuses.includes(exchange.head.status)
  return failed ? exchange : undefined
}

/** Visitors are answered well. */
export function served(moment: Moment): boolean {
  return answersWell(moment, moment.edge)
}

/** Visitors are answered well, and Cloudflare asked an origin for it just now: for this answer, or for one past its cache. */
export function servedFresh(moment: Moment): boolean {
  if (!served(moment)) return false
  // What another host says, however fresh, tells nothing of this one's origin.
  if (ledAway(moment) && moment.origin !== undefined) return sentAwayByOrigin(moment)
  if (!throughCloudflare(moment.edge)) return false
  return !fromCache(moment.edge) || freshPastCache(moment)
}

/** Visitors get what is expected, out of Cloudflare's cache. */
export function servedCopy(moment: Moment): boolean {
  return served(moment) && fromCache(moment.edge)
}

/** Asked past its cache, Cloudflare got what is expected from an origin. */
function freshPastCache(moment: Moment): boolean {
  const { uncached } = moment
  return answersWell(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
}

/**
 * Asked past its cache, Cloudflare tells of a failure of the origin. That a page is not known by another query string, or
 * that the runner is turned away, says nothing about the copy that visitors get; no answer in the time that was left neither.
 */
export function failsPastCache(moment: Moment): Answered | undefined {
  const { uncached } = moment
  if (!servedCopy(moment) || uncached?.kind !== 'answered' || answersWell(moment, uncached)) return
  return uncached.head.status >= 500 && challengeIn(uncached) === undefined ? uncached : undefined
}

/** The code of the error that Cloudflare told visitors, unless that is what the user expects. */
export function edgeCode(moment: Moment): number | undefined {
  return served(moment) ? undefined : edgeErrorIn(moment.edge)?.code
}

/** What visitors get was written by Cloudflare: an error of its own telling, or a challenge. */
export function cloudflareWrote(moment: Moment): boolean {
  if (relayedByOrigin(moment)) return false
  return edgeCode(moment) !== undefined || (!served(moment) && challengeIn(moment.edge) !== undefined)
}

/** Cloudflare told visitors one of these codes. */
export function edgeSaid(moment: Moment, ...codes: readonly number[]): boolean {
  const code = edgeCode(moment)
  return code !== undefined && codes.includes(code)
}

/** The 5xx that visitors get is Cloudflare's own, not one that it passed on with its branding. */
export function gatewayErrorOfCloudflare(moment: Moment): boolean {
  const error = edgeErrorIn(moment.edge)
  if (error === undefined || served(moment) || error.code < 500 || error.code > 504) return false
  return error.form === 'bare' || error.category === 'cloudflare'
}

/**
 * Cloudflare told visitors one of these codes about this zone: no application relayed the page of somebody else's, as one
 * does that passes on what an API of another zone answers. Such an origin gives the same page when asked directly.
 */
export function zoneSaid(moment: Moment, ...codes: readonly number[]): boolean {
  return edgeSaid(moment, ...codes) && !relayed(moment)
}

/** The same, and it is no Cloudflare that was asked in the place of the origin: an application passes on what it was told. */
export function relayedByOrigin(moment: Moment): boolean {
  return relayed(moment) && !throughCloudflare(moment.origin)
}

/** The origin, asked directly, gives the very error that visitors see on a page of Cloudflare. */
function relayed(moment: Moment): boolean {
  const { origin } = moment
  const code = edgeCode(moment)
  if (code === undefined || origin?.kind !== 'answered') return false
  return told(origin) && edgeErrorOf(origin.head, origin.body)?.code === code
}

/** By a page, not by the status alone, which is anybody's. */
function told({ head, body }: Answered): boolean {
  return edgeErrorOf(head, body)?.form !== 'status'
}

/** Whether there is no doubt that Cloudflare made the page: an origin was asked and does not relay it, or no cache was. */
export function surelyOfCloudflare({ origin, edge }: Moment): boolean {
  if (origin?.kind === 'answered') return true
  return edge?.kind === 'answered' && edge.head.headers['cf-cache-status'] === undefined
}

/** What visitors get may be of Cloudflare's own making: its bare page, or a failure over an origin that is fine. */
export function edgeMayFail(moment: Moment): boolean {
  if (gatewayErrorOfCloudflare(moment) || edgeSaid(moment, 500)) return true
  if (!originSound(moment)) return false
  const { edge } = moment
  return (edge?.kind === 'broken' && edge.phase !== 'transfer') || edgeSaid(moment, 502, 504)
}

/**
 * Of the answers that visitors got with the status they get now, how many the origin had given itself, by what Cloudflare
 * counted lately. Undefined without figures.
 */
export function givenByOrigin({
  figures,
  edge,
}: Moment): { readonly share: number; readonly count: number } | undefined {
  if (figures === undefined || edge?.kind !== 'answered') return
  const rows = figures.rows.filter((row) => row.edge === edge.head.status)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const theirs = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0)
  return count === 0 ? undefined : { share: theirs / count, count }
}

/** The token has read that the host's record leads to a tunnel. */
export function tunnelled({ zone }: Moment): boolean {
  return zone?.record?.kind === 'tunnel'
}

/** The token has read that Cloudflare asks another than the origin of this moment: the record decides, and leads elsewhere. */
export function recordLeadsElsewhere({ zone, dialled }: Moment): boolean {
  const redirected = zone?.pools !== undefined || zone?.worker === true || zone?.rules?.address === true
  const { proxied, leadsTo = [] } = zone?.record ?? {}
  return proxied === true && !redirected && leadsTo[(dialled?.position ?? 0) - 1] === false
}

/** The token has read that the host has a load balancer without a pool that is healthy. */
export function withoutPool({ zone }: Moment): boolean {
  const pools = zone?.pools ?? []
  return pools.length > 0 && pools.every(({ healthy }) => healthy === false)
}

/**
 * Whether the site's name leads to Cloudflare: by what answers there, else by the address ranges.
 * Undefined when neither tells.
 */
export function proxied(moment: Moment): boolean | undefined {
  if (edgeReachable(moment)) return true
  if (moment.dns?.kind !== 'resolved') return
  return moment.dns.addresses.some(({ address }) => inCloudflareRanges(address, moment.ranges))
}

/** Cloudflare itself answers for the name: its data centre is up, and so is the runner's way to it. */
export function edgeReachable(moment: Moment): boolean {
  const [first] = moment.edge?.trail?.redirects ?? []
  // The last answer may come from another host than the site's.
  const answered =
    first === undefined ? throughCloudflare(moment.edge) : authorOf(first.headers) !== 'unknown'
  return answered || traceOf(moment.control) !== undefined
}

/** The origin answers the runner well. */
export function originSound(moment: Moment): boolean {
  return answersWell(moment, moment.origin)
}

/**
 * The direct probe was not let in. While visitors are served this is how a locked origin looks: connection refused or
 * dropped, handshake turned down, a demanded client certificate, or a refusal by status.
 */
export function notLetIn({ origin, recheck }: Moment): boolean {
  if (origin === undefined) return false
  if (origin.kind === 'broken') {
    if (origin.phase === 'resolve') return false
    if (origin.phase === 'connect' || origin.phase === 'tls') return true
    if (origin.error.alert === 116) return true
    // A second look saw the handshake through, and nobody wanted a certificate: then it is no lock.
    const { finished, alert } = recheck?.greeting ?? {}
    if (finished === true && alert === undefined) return false
    // Under TLS 1.3 a server that wants a client certificate says so only after the handshake, by closing.
    const cut = origin.error.reason === 'closed' || origin.error.reason === 'reset'
    return (
      origin.phase === 'processing' &&
      cut &&
      origin.error.received === 0 &&
      origin.tls?.protocol === 'TLSv1.3'
    )
  }
  if (origin.head.status === 400) return /No required SSL certificate was sent/.test(origin.body.text)
  return origin.head.status === 401 || origin.head.status === 403
}

/**
 * The direct answer is HTTP for a lenient reader alone, and Cloudflare, which has just been answered, is one. Its status is
 * expected; where a text is, nobody could look for it.
 */
export function putUpWith(moment: Moment): boolean {
  const { expectedStatus, expectedBody, expectedHeader } = moment.asked
  const status = looseStatus(moment.origin)
  if (status === undefined || expectedBody !== undefined || expectedHeader !== undefined) return false
  return servedFresh(moment) && expectedStatus.some(([from, to]) => status >= from && status <= to)
}

/** The runner cannot resolve the name it was given for the origin, while Cloudflare has just been answered by one. */
export function originNotFound(moment: Moment): boolean {
  return broke(moment.origin, 'resolve') && servedFresh(moment)
}

/**
 * The origin fails each time it is asked as Cloudflare asks, and is fine without the fields that only Cloudflare sends. One
 * that fails now and then would have failed twice and been fine once, in that order, by chance alone.
 */
export function chokesOnCloudflare(moment: Moment): boolean {
  const { origin, recheck } = moment
  const failed = (exchange: Exchange | undefined): boolean =>
    exchange !== undefined && !answersWell(moment, exchange)
  return failed(origin) && failed(recheck?.again) && answersWell(moment, recheck?.bare)
}

/** Visitors are served, and another origin lets this runner in: so this one could, if it were well. */
export function beside(moment: Moment): boolean {
  return servedFresh(moment) && moment.dialled?.othersAnswer === true
}

/** The origin's certificate has this fault, as the direct probe was shown it. */
export function certificateFault({ origin }: Moment, fault: CertificateFault): boolean {
  return origin?.tls?.certificate.faults.includes(fault) === true
}

/** Visitors are shown a certificate with this fault: the name leads past Cloudflare, or Cloudflare has none for it. */
export function visitorsSee({ edge }: Moment, fault: CertificateFault): boolean {
  return broke(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true
}

/** `30 s`, `500 ms`: the time that one request was given. */
export function patience({ asked }: Moment): string {
  return asked.timeout % 1000 === 0 ? `${asked.timeout / 1000} s` : `${asked.timeout} ms`
}
