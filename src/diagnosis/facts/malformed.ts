import { DEVIATIONS, type Deviation } from '../../domain/deviation.ts'
import type { FailedExchange, Exchange, WireDetails } from '../../domain/exchange.ts'

/** Facts about incomplete and invalid responses: what came over the wire below HTTP. */

/** Bytes of response headers that Cloudflare accepts. */
const CLOUDFLARE_HEADER_LIMIT = 128 * 1024

/** The response headers are larger than Cloudflare accepts. */
export function headersTooLarge(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return false
  const overflow =
    exchange.kind === 'failed' && exchange.phase === 'processing' && exchange.error.code === 'TOO_LARGE'
  return overflow || (exchange.wire?.headBytes ?? 0) > CLOUDFLARE_HEADER_LIMIT
}

/** The headers are complete, and the body ended early or has broken chunks. */
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
    openingFault(exchange) === undefined
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
 * What makes a response invalid HTTP, in words that complete "the origin …"; undefined when nothing does. A TLS record
 * instead of a response is not an HTTP fault.
 */
export function malformation(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'processing') return
  const { reason, received } = exchange.error
  if (headersTooLarge(exchange) || received === 0) return
  if (reason !== 'protocol' || startsWithTls(exchange.wire)) return
  return openingFault(exchange) ?? 'sends invalid HTTP headers'
}

/** The status of a response with deviations that proxies usually tolerate; undefined for any other. */
export function lenientStatus(exchange: Exchange | undefined): number | undefined {
  if (exchange?.kind !== 'completed' || toleratedDeviations(exchange).length === 0) return
  return exchange.head.status
}

/** The deviations of a response that proxies usually tolerate. */
export function toleratedDeviations(exchange: Exchange | undefined): readonly Deviation[] {
  return (exchange?.wire?.deviations ?? []).filter(({ kind }) => DEVIATIONS[kind].proxy === 'tolerates')
}

/** What is wrong with the first bytes of a response. Completes "the origin …". */
function openingFault({ wire, error }: FailedExchange): string | undefined {
  if (wire === undefined) return
  const [first = ''] = wire.opening.split(/\r?\n/)
  if (/^SSH-\d/.test(first)) return 'responds like an SSH server'
  if (/^(220|554)[ -]/.test(first)) return 'responds like a mail or FTP server'
  if (/^(Status|Content-type):/i.test(first)) return 'sends headers without a status line'
  if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(wire.opening)) return 'sends its page without any headers'
  if (!'HTTP/'.startsWith(first.slice(0, 5))) return 'responds with something other than HTTP'
  if (/^HTTP\/1\.[01] 101\b/.test(first)) return 'switches to a protocol that was not requested'
  if (/^HTTP\/1\.[01] 100\b/.test(first)) return 'sends an unrequested 100 Continue'
  if (error.code === 'CONNECTION_GONE') return 'responds before it gets a request'
  if (hasConflictingFraming(wire)) return 'announces the length of its body more than once'
  // A status line that was cut off may have been going to be valid.
  if (wire.opening.length > first.length && !/^HTTP\/1\.[01] [1-9]\d\d( |$)/.test(first))
    return 'sends an invalid status line'
  return
}

/**
 * Several lengths, or a length next to chunks: two readers may disagree where the body ends (RFC 9112, section 6.3).
 */
function hasConflictingFraming({ contentLength, transferEncoding }: WireDetails): boolean {
  return contentLength.length > 1 || (contentLength.length === 1 && transferEncoding.length > 0)
}

/** The response starts with a TLS record, an alert or a handshake, in version 3 (RFC 8446, section 5.1). */
export function startsWithTls(wire: WireDetails | undefined): boolean {
  return wire !== undefined && ['\x15\x03', '\x16\x03'].includes(wire.opening.slice(0, 2))
}
