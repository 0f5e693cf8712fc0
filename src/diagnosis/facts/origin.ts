import { challengeIn } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CertificateFault } from '../../domain/certificate.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { matches } from '../../domain/untrusted.ts'
import { isGoodResponse, failedAt } from './exchange.ts'
import { isIntercepted } from './pages/intercepted.ts'
import { standInFor } from './pages/stand-in.ts'
import { servedFromOrigin } from './visitors.ts'

/** The origin returns a good response to the direct probe. */
export function originHealthy(moment: Moment): boolean {
  return isGoodResponse(moment, moment.origin)
}

/**
 * The origin rejected the direct probe: connection refused or dropped, TLS handshake failed, client certificate
 * required, connection ended without a byte of a response, 401 or 403, or its bot protection responded. While visitors
 * are served, this is what an origin that admits only Cloudflare looks like. nginx ends connections that way with
 * `return 444` (https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return).
 */
export function probeRejected(moment: Moment): boolean {
  const { origin } = moment
  if (origin === undefined) return false
  if (isIntercepted(moment, origin)) return true
  // The address belongs to Cloudflare, which challenges this runner there.
  if (challengeIn(origin) !== undefined && !isGoodResponse(moment, origin)) return true
  if (isGoodResponse(moment, origin)) return false
  if (origin.kind === 'failed') {
    if (origin.phase === 'resolve') return false
    if (origin.phase === 'connect' || origin.phase === 'tls') return true
    return origin.error.alert === 116 || hungUp(origin)
  }
  if (standInFor(moment, origin) !== undefined) return false
  if (origin.head.status === 400) return matches(origin.body.text, /No required SSL certificate was sent/)
  return origin.head.status === 401 || origin.head.status === 403
}

/** The origin ended the connection after the request, without a byte of a response. */
export function hungUp(origin: Exchange | undefined): boolean {
  return (
    failedAt(origin, 'processing', 'closed', 'reset') &&
    origin?.kind === 'failed' &&
    origin.error.received === 0
  )
}

/** This runner resolved the origin's name. Older recordings show it only in the timings. */
export function originWasResolved({ origin, dialedOrigin }: Moment): boolean {
  if (origin === undefined) return false
  return (
    (dialedOrigin?.named === true && !failedAt(origin, 'resolve')) || origin.timings.resolve !== undefined
  )
}

/** This runner can't resolve the origin's name, while Cloudflare gets responses from an origin. */
export function originUnresolvable(moment: Moment): boolean {
  return failedAt(moment.origin, 'resolve') && servedFromOrigin(moment)
}

/**
 * The origin fails twice with Cloudflare's request headers and responds normally without them. An origin that fails at
 * random would show this order of results only by chance.
 */
export function failsOnCloudflareHeaders(moment: Moment): boolean {
  const { origin, recheck } = moment
  const failed = (exchange: Exchange | undefined): boolean =>
    exchange !== undefined && !isGoodResponse(moment, exchange)
  return (
    failed(origin) && failed(recheck?.repeated) && isGoodResponse(moment, recheck?.withoutCloudflareHeaders)
  )
}

/** Visitors are served, and another origin responds to this runner. So this origin should respond as well. */
export function anotherOriginResponds(moment: Moment): boolean {
  return servedFromOrigin(moment) && moment.dialedOrigin?.othersRespond === true
}

/** The certificate that the origin presents has this fault. */
export function originCertificateHas({ origin }: Moment, fault: CertificateFault): boolean {
  return origin?.tls?.certificate.faults.includes(fault) === true
}

/** The certificate that visitors get has this fault: the name bypasses Cloudflare, or Cloudflare has none for it. */
export function edgeCertificateHas({ edge }: Moment, fault: CertificateFault): boolean {
  return failedAt(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true
}
