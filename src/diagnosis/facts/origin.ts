import type { Moment } from '../../domain/cause.ts'
import type { CertificateFault } from '../../domain/certificate.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { looseStatus } from './malformed.ts'
import { respondsWell, failedAt } from './exchange.ts'
import { servedFresh } from './visitors.ts'

/** The origin answers the runner well. */
export function originHealthy(moment: Moment): boolean {
  return respondsWell(moment, moment.origin)
}

/**
 * The direct probe was not let in. While visitors are served this is how a locked origin looks: connection refused or
 * dropped, handshake turned down, a demanded client certificate, or a refusal by status.
 */
export function probeRejected({ origin, recheck }: Moment): boolean {
  if (origin === undefined) return false
  if (origin.kind === 'failed') {
    if (origin.phase === 'resolve') return false
    if (origin.phase === 'connect' || origin.phase === 'tls') return true
    if (origin.error.alert === 116) return true
    // A second look saw the handshake through, and nobody wanted a certificate: then it is no lock.
    const { handshakeCompleted, alert } = recheck?.tlsInspection ?? {}
    if (handshakeCompleted === true && alert === undefined) return false
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
export function toleratedByCloudflare(moment: Moment): boolean {
  const { expectedStatus, expectedBody, expectedHeader } = moment.request
  const status = looseStatus(moment.origin)
  if (status === undefined || expectedBody !== undefined || expectedHeader !== undefined) return false
  return servedFresh(moment) && expectedStatus.some(([from, to]) => status >= from && status <= to)
}

/** The runner cannot resolve the name it was given for the origin, while Cloudflare has just been answered by one. */
export function originNotFound(moment: Moment): boolean {
  return failedAt(moment.origin, 'resolve') && servedFresh(moment)
}

/**
 * The origin fails each time it is asked as Cloudflare asks, and is fine without the fields that only Cloudflare sends. One
 * that fails now and then would have failed twice and been fine once, in that order, by chance alone.
 */
export function failsOnCloudflareHeaders(moment: Moment): boolean {
  const { origin, recheck } = moment
  const failed = (exchange: Exchange | undefined): boolean =>
    exchange !== undefined && !respondsWell(moment, exchange)
  return (
    failed(origin) && failed(recheck?.repeated) && respondsWell(moment, recheck?.withoutCloudflareHeaders)
  )
}

/** Visitors are served, and another origin lets this runner in: so this one could, if it were well. */
export function anotherOriginAnswers(moment: Moment): boolean {
  return servedFresh(moment) && moment.dialedOrigin?.othersAnswer === true
}

/** The origin's certificate has this fault, as the direct probe was shown it. */
export function certificateFault({ origin }: Moment, fault: CertificateFault): boolean {
  return origin?.tls?.certificate.faults.includes(fault) === true
}

/** Visitors are shown a certificate with this fault: the name leads past Cloudflare, or Cloudflare has none for it. */
export function visitorsSee({ edge }: Moment, fault: CertificateFault): boolean {
  return failedAt(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true
}
