import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { matches } from '../../domain/untrusted.ts'
import { startsWithTls } from './malformed.ts'
import { CLIENT_CERTIFICATE_ALERTS } from './handshake/tls-alerts.ts'
import { failedAt, unexpectedResponse } from './exchange.ts'

/** Facts about TLS handshakes, and about ports that use the wrong protocol. */

/** The TLS handshake with the origin failed, other than by a timeout. */
export function handshakeFailed({ origin }: Moment): boolean {
  return failedAt(origin, 'tls') && !failedAt(origin, 'tls', 'timeout')
}

/** The number of the alert with which the origin rejected this runner. */
export function tlsAlert({ origin, recheck }: Moment): number | undefined {
  return (origin?.kind === 'failed' ? origin.error.alert : undefined) ?? recheck?.tlsInspection?.alert
}

/** The origin's HTTPS port uses plain HTTP. */
export function plainHttpOnTlsPort(moment: Moment): boolean {
  const { dialedOrigin, recheck } = moment
  if (dialedOrigin?.tls !== true || !handshakeFailed(moment) || tlsAlert(moment) !== undefined) return false
  const protocol = recheck?.tlsInspection?.protocol
  return protocol === 'http' || (protocol !== 'tls' && isRegularResponse(recheck?.otherScheme))
}

/** A TLS server responds to plain HTTP with 400, 426 or a redirect to HTTPS. Any other response is a regular one. */
export function isRegularResponse(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed') return false
  const { status } = exchange.head
  return status !== 400 && status !== 426 && (status < 300 || status >= 400)
}

/** How web servers respond to plain HTTP on a TLS port: nginx; Apache; Go, hence Caddy and Traefik; Tomcat. */
const TLS_REQUIRED =
  /The plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port|Client sent an HTTP request to an HTTPS server|This combination of host and port requires TLS/

/** The response says that the port requires TLS. Cloudflare's own edge may send the same page to visitors. */
export function requestsTls(moment: Moment, exchange: Exchange | undefined): boolean {
  const response = unexpectedResponse(moment, exchange, 400)
  return response !== undefined && matches(response.body.text, TLS_REQUIRED) && !isCloudflarePage(response)
}

/** The origin's plain HTTP port uses TLS. */
export function tlsOnPlainPort(moment: Moment): boolean {
  const { dialedOrigin, origin, recheck } = moment
  if (dialedOrigin?.tls !== false) return false
  if (requestsTls(moment, origin)) return true
  if (!failedAt(origin, 'processing', 'closed', 'reset', 'protocol')) return false
  return recheck?.otherScheme?.tls !== undefined || startsWithTls(origin?.wire)
}

/** nginx and Azure Application Gateway. The first page is for a missing certificate, the second for a rejected one. */
const CLIENT_CERTIFICATE_REQUIRED =
  /No required SSL certificate was sent|<title>400 The SSL certificate error<\/title>/

/** The response says that the server requires a client certificate. */
export function requestsClientCertificate(moment: Moment, exchange: Exchange | undefined): boolean {
  const response = unexpectedResponse(moment, exchange, 400)
  return (
    response !== undefined &&
    matches(response.body.text, CLIENT_CERTIFICATE_REQUIRED) &&
    !isCloudflarePage(response)
  )
}

function isCloudflarePage(response: CompletedExchange): boolean {
  return matches(response.body.text, /<hr><center>cloudflare/)
}

/** The origin rejected this runner because it has no client certificate. */
export function originRequiresClientCertificate(moment: Moment): boolean {
  const { origin, recheck } = moment
  if (requestsClientCertificate(moment, origin)) return true
  if (origin?.kind !== 'failed') return false
  const alert = tlsAlert(moment)
  if (alert === 116) return true
  const inspection = recheck?.tlsInspection
  if (inspection === undefined || alert === undefined || !CLIENT_CERTIFICATE_ALERTS.has(alert)) return false
  // Up to TLS 1.2, the certificate request is visible. After a TLS 1.3 handshake, only the client certificate can be
  // rejected.
  return inspection.handshakeCompleted ? origin.phase !== 'tls' : inspection.requestsCertificate
}
