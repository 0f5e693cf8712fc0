import { throughCloudflare } from '../../cloudflare/response.ts'
import type { Clue, Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { saysTls } from './malformed.ts'
import { alertName, OF_CLIENT_CERTIFICATES } from './tls-alerts.ts'
import { cloudflareWrote } from './edge.ts'
import { failedAt, failedWith } from './exchange.ts'

/** Facts about handshakes, and about what comes in the place of one. */

/** No handshake came about with the origin, and not for want of an answer. */
export function handshakeFailed({ origin }: Moment): boolean {
  return failedAt(origin, 'tls') && !failedAt(origin, 'tls', 'timeout')
}

/** The alert with which the origin turned this runner down. */
export function alertOf({ origin, recheck }: Moment): number | undefined {
  return (origin?.kind === 'failed' ? origin.error.alert : undefined) ?? recheck?.tlsInspection?.alert
}

/** The port on which TLS was asked for speaks plain HTTP. */
export function plainOnTlsPort(moment: Moment): boolean {
  const { dialedOrigin, recheck } = moment
  if (dialedOrigin?.tls !== true || !handshakeFailed(moment) || alertOf(moment) !== undefined) return false
  const speaks = recheck?.tlsInspection?.protocol
  return speaks === 'http' || (speaks !== 'tls' && isPage(recheck?.otherScheme))
}

/** A server that speaks TLS answers plain HTTP with a bad request, or sends it to the right scheme. Anything else it serves. */
function isPage(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed') return false
  const { status } = exchange.head
  return status !== 400 && status !== 426 && (status < 300 || status >= 400)
}

/** How web servers answer plain HTTP at a port where they want TLS: nginx; Apache; Go, hence Caddy and Traefik; Tomcat. */
const WANTS_TLS =
  /The plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port|Client sent an HTTP request to an HTTPS server|This combination of host and port requires TLS/

/** The answer says that it should have been asked in TLS. Cloudflare's own edge, an nginx, may say so to visitors. */
export function requiresTls(moment: Moment, exchange: Exchange | undefined): boolean {
  const answer = failedWith(moment, exchange, 400)
  return answer !== undefined && WANTS_TLS.test(answer.body.text) && !ofCloudflare(answer)
}

/** The port on which plain HTTP was asked for speaks TLS. */
export function tlsOnPlainPort(moment: Moment): boolean {
  const { dialedOrigin, origin, recheck } = moment
  if (dialedOrigin?.tls !== false) return false
  if (requiresTls(moment, origin)) return true
  if (!failedAt(origin, 'processing', 'closed', 'reset', 'protocol')) return false
  return recheck?.otherScheme?.tls !== undefined || saysTls(origin?.wire)
}

/** nginx and Azure's Application Gateway: the first for want of a certificate, the second for one that it does not take. */
const WANTS_CERTIFICATE = /No required SSL certificate was sent|<title>400 The SSL certificate error<\/title>/

/** The answer says that a client certificate is wanted. */
export function requiresClientCertificate(moment: Moment, exchange: Exchange | undefined): boolean {
  const answer = failedWith(moment, exchange, 400)
  return answer !== undefined && WANTS_CERTIFICATE.test(answer.body.text) && !ofCloudflare(answer)
}

function ofCloudflare(answer: Extract<Exchange, { kind: 'completed' }>): boolean {
  return /<hr><center>cloudflare/.test(answer.body.text)
}

/** The origin turned this runner down for want of a client certificate. */
export function clientCertificateRequested(moment: Moment): boolean {
  const { origin, recheck } = moment
  if (requiresClientCertificate(moment, origin)) return true
  if (origin?.kind !== 'failed') return false
  const alert = alertOf(moment)
  if (alert === 116) return true
  const greeting = recheck?.tlsInspection
  if (greeting === undefined || alert === undefined || !OF_CLIENT_CERTIFICATES.has(alert)) return false
  // Up to TLS 1.2 the demand is seen, and after a handshake of TLS 1.3 there is nothing else to turn down.
  return greeting.handshakeCompleted ? origin.phase !== 'tls' : greeting.requestsCertificate
}

/** What a look from beneath adds to the clues. */
export function handshakeClues(moment: Moment): readonly Clue[] {
  const { recheck, origin } = moment
  const alert = alertOf(moment)
  const outdated = recheck?.tlsInspection?.legacy
  const texts = [
    ...(alert === undefined ? [] : [`It sends the TLS alert ${alertName(alert)}.`]),
    ...(outdated === undefined
      ? []
      : [
          `Asked with everything outdated, it agrees on ${outdated.protocol} with ${outdated.cipher}: nothing newer that we offer suits it.`,
        ]),
    ...(origin?.kind === 'failed' && recheck?.tlsInspection?.protocol === 'http'
      ? ['What comes back for a TLS hello is plain HTTP.']
      : []),
    ...(isPage(recheck?.otherScheme) && recheck?.otherScheme?.kind === 'completed'
      ? [
          `Asked in ${recheck.otherScheme.tls === undefined ? 'plain HTTP' : 'TLS'}, the same port answers ${recheck.otherScheme.head.status}.`,
        ]
      : []),
  ]
  return texts.map((text) => ({ from: 'origin', text }))
}

/** Whether the other well-known port answers where the one that Cloudflare dials does not. */
export function otherPortClues({ dialedOrigin, recheck }: Moment): readonly Clue[] {
  const answer = recheck?.otherPort
  if (answer?.kind !== 'completed' || dialedOrigin === undefined) return []
  const [other, scheme] = dialedOrigin.tls ? [80, 'plain HTTP'] : [443, 'TLS']
  const modes = dialedOrigin.tls ? 'Full and Full (strict) dial' : 'Flexible and Off dial'
  const text = `Port ${other} answers ${answer.head.status} in ${scheme}, and port ${dialedOrigin.port} is closed: ${modes} port ${dialedOrigin.port}.`
  return [{ from: 'origin', text }]
}

/** Through Cloudflare, and not of Cloudflare's own making. */
export function passedOn(moment: Moment): boolean {
  return throughCloudflare(moment.edge) && !cloudflareWrote(moment)
}
