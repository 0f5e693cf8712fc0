import type { FailedExchange, Exchange, WireDetails } from '../../domain/exchange.ts'
import { matches, read } from '../../domain/untrusted.ts'
import { deviationOfCode, deviationsOf, deviationText } from './deviations.ts'

/** Facts about incomplete and invalid responses: what came over the wire below HTTP. */

/** Bytes of response headers that Cloudflare accepts. */
const CLOUDFLARE_HEADER_LIMIT = 128 * 1024

/** The response headers are larger than Cloudflare accepts. */
export function headersTooLarge(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return false
  const overflow =
    exchange.kind === 'failed' &&
    exchange.phase === 'processing' &&
    exchange.error.code === 'TOO_LARGE' &&
    exchange.error.received > CLOUDFLARE_HEADER_LIMIT
  return overflow || (exchange.wire?.headBytes ?? 0) > CLOUDFLARE_HEADER_LIMIT
}

/** The headers are complete, and the body ended early or is invalid. */
export function bodyCutShort(exchange: Exchange | undefined): exchange is FailedExchange {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'transfer') return false
  return ['closed', 'reset', 'protocol'].includes(exchange.error.reason)
}

/** The connection was closed in the middle of otherwise valid headers. */
export function closedInHeaders(exchange: Exchange | undefined): exchange is FailedExchange {
  return (
    exchange?.kind === 'failed' &&
    exchange.phase === 'processing' &&
    exchange.error.reason === 'closed' &&
    exchange.error.received > 0 &&
    !onlyInterim(exchange)
  )
}

/** The connection was closed before the first byte of a response. */
export function closedWithoutData(exchange: Exchange | undefined): exchange is FailedExchange {
  return (
    exchange?.kind === 'failed' &&
    exchange.phase === 'processing' &&
    exchange.error.reason === 'closed' &&
    exchange.error.received === 0
  )
}

/** The connection was established, and reset before the response headers were complete. */
export function resetBeforeResponse(exchange: Exchange | undefined): exchange is FailedExchange {
  return exchange?.kind === 'failed' && exchange.phase === 'processing' && exchange.error.reason === 'reset'
}

/**
 * Why proxies reject the head of a response, in words that complete "the origin …"; undefined when they don't. A TLS
 * record instead of a response to plain HTTP is not an HTTP fault.
 */
export function malformation(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'processing') return
  const { error, wire } = exchange
  if (error.received === 0 || headersTooLarge(exchange)) return
  if (exchange.tls === undefined && startsWithTls(wire)) return
  if (error.reason === 'closed' && onlyInterim(exchange)) return 'sends an interim response and no final one'
  if (error.reason !== 'protocol') return
  return otherThanHttp(wire) ?? sendsInvalidResponse(exchange) ?? 'sends invalid HTTP'
}

/** What is invalid in a body, in words that complete "the origin …"; undefined when it is valid so far. */
export function bodyMalformation(exchange: FailedExchange): string | undefined {
  if (exchange.error.reason !== 'protocol') return
  return sendsInvalidResponse(exchange) ?? 'sends its response in invalid chunks'
}

/**
 * The deviations of a usable response that proxies usually tolerate, in words that complete "a response that …";
 * undefined when it has none.
 */
export function toleratedDeviations(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'completed') return
  return deviationText(deviationsOf(exchange, 'tolerates'))
}

/**
 * Why this check rejects a response that some proxies serve, in words that complete "a response that …"; undefined when
 * it has none of these faults, or others.
 */
export function disputedDeviations(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'failed' || exchange.error.reason !== 'protocol') return
  return deviationsOf(exchange, 'rejects').length > 0
    ? undefined
    : deviationText(deviationsOf(exchange, 'disputes'))
}

/** Completes "the origin …"; undefined when the reader found no such deviation. */
function sendsInvalidResponse(exchange: FailedExchange): string | undefined {
  const found = deviationsOf(exchange, 'rejects', 'disputes')
  const named = deviationOfCode(exchange.error.code)
  const text = deviationText(found.length === 0 && named !== undefined ? [named] : found)
  return text === undefined ? undefined : `sends a response that ${text}`
}

/** What the origin sends instead of a status line, in words that complete "the origin …". */
function otherThanHttp(wire: WireDetails | undefined): string | undefined {
  if (wire === undefined) return
  const { opening } = wire
  if (matches(opening, /^SSH-\d/)) return 'responds like an SSH server'
  if (matches(opening, /^(220|554)[ -]/)) return 'responds like a mail or FTP server'
  if (matches(opening, /^(Status|Content-type):/i)) return 'sends headers without a status line'
  if (matches(opening, /^\s*<(!doctype|html|head|body|\?xml)/i)) return 'sends its page without any headers'
  const maybeHttp = read(opening, (text) =>
    'HTTP/'.startsWith((text.split(/\r?\n/)[0] ?? '').slice(0, 5).toUpperCase()),
  )
  return maybeHttp ? undefined : 'responds with something other than HTTP'
}

/** Only interim responses arrived, such as `100 Continue`. They are never the last ones (RFC 9110, section 15.2). */
function onlyInterim({ wire }: FailedExchange): boolean {
  return wire !== undefined && wire.headBytes === undefined && matches(wire.opening, /^HTTP\/1\.[01] 1\d\d\b/)
}

/** The response starts with a TLS record, an alert or a handshake, in version 3 (RFC 8446, section 5.1). */
export function startsWithTls(wire: WireDetails | undefined): boolean {
  return wire !== undefined && read(wire.opening, (text) => TLS_RECORDS.has(text.slice(0, 2)))
}

const TLS_RECORDS: ReadonlySet<string> = new Set(['\x15\x03', '\x16\x03'])
