import type { FailedExchange, Exchange, WireDetails } from '../../domain/exchange.ts'

/** Facts about answers that are none, or not valid ones: what came over the wire beneath HTTP. */

/** Cloudflare takes no more than this many bytes of response headers. */
const CLOUDFLARE_HEADER_LIMIT = 128 * 1024

/** The headers are more than Cloudflare takes. */
export function headersTooLarge(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return false
  const overflow = exchange.kind === 'failed' && exchange.error.code === 'UND_ERR_HEADERS_OVERFLOW'
  return overflow || (exchange.wire?.headBytes ?? 0) > CLOUDFLARE_HEADER_LIMIT
}

/** A whole head came, and the body ended before its end, or is in pieces that do not fit together. */
export function cutShort(exchange: Exchange | undefined): exchange is FailedExchange {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'transfer') return false
  return ['closed', 'reset', 'protocol'].includes(exchange.error.reason)
}

/** The answer ended in the middle of its head, by a close. */
export function endsInHead(exchange: Exchange | undefined): exchange is FailedExchange {
  return (
    exchange?.kind === 'failed' &&
    exchange.phase === 'processing' &&
    exchange.error.reason === 'closed' &&
    exchange.error.received > 0 &&
    fault(exchange) === undefined
  )
}

/** The connection was closed without a byte. */
export function closedWithoutAByte(exchange: Exchange | undefined): exchange is FailedExchange {
  return (
    exchange?.kind === 'failed' &&
    exchange.phase === 'processing' &&
    exchange.error.reason === 'closed' &&
    exchange.error.received === 0
  )
}

/** The connection stood, and was reset before the head of an answer was complete. */
export function resetBeforeAnswer(exchange: Exchange | undefined): exchange is FailedExchange {
  return exchange?.kind === 'failed' && exchange.phase === 'processing' && exchange.error.reason === 'reset'
}

/**
 * What makes an answer no valid HTTP, in words that complete "the origin …"; undefined when nothing does. Bytes of TLS in the
 * place of an answer are no fault of HTTP.
 */
export function malformation(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'processing') return
  const { reason, received } = exchange.error
  if (headersTooLarge(exchange) || received === 0) return
  if (reason === 'closed' || reason === 'other') return fault(exchange)
  if (reason !== 'protocol') return
  if (looseStatus(exchange) !== undefined) return 'sends headers that only a lenient reader takes for HTTP'
  return saysTls(exchange.wire) ? undefined : (fault(exchange) ?? 'sends headers that are not valid HTTP')
}

/**
 * The status of an answer that our reader turned down for what others may put up with; undefined when it is not such a one.
 */
export function looseStatus(exchange: Exchange | undefined): number | undefined {
  if (exchange?.kind !== 'failed' || exchange.phase !== 'processing') return
  if (exchange.error.reason !== 'protocol' || exchange.wire?.loose !== true || headersTooLarge(exchange))
    return
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(exchange.wire.opening)?.[1]
  return status === undefined ? undefined : Number(status)
}

/** What tells an answer's beginning from one of HTTP. */
function fault({ wire, error }: FailedExchange): string | undefined {
  if (wire === undefined) return
  const [first = ''] = wire.opening.split(/\r?\n/)
  if (/^SSH-\d/.test(first)) return 'greets as an SSH server'
  if (/^(220|554)[ -]/.test(first)) return 'greets as a mail or FTP server'
  if (/^(Status|Content-type):/i.test(first)) return 'sends headers without a status line'
  if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(wire.opening)) return 'sends its page without any headers'
  if (!'HTTP/'.startsWith(first.slice(0, 5))) return 'answers with what is not HTTP'
  if (/^HTTP\/1\.[01] 101\b/.test(first)) return 'switches to a protocol that nobody asked for'
  if (/^HTTP\/1\.[01] 100\b/.test(first)) return 'says 100 Continue to who did not ask'
  if (error.code === 'CONNECTION_GONE') return 'answers before it is asked'
  if (framedTwice(wire)) return 'says more than once where its page ends'
  // One that was cut off may have been going to be valid.
  if (wire.opening.length > first.length && !/^HTTP\/1\.[01] [1-9]\d\d( |$)/.test(first))
    return 'sends a status line that is not valid'
  return
}

/** Several lengths, or one beside chunks: two readers may disagree on where the answer ends (RFC 9112, section 6.3). */
function framedTwice({ contentLength, transferEncoding }: WireDetails): boolean {
  return contentLength.length > 1 || (contentLength.length === 1 && transferEncoding.length > 0)
}

/** A record of TLS (RFC 8446, section 5.1): an alert or a handshake, in version 3. */
export function saysTls(wire: WireDetails | undefined): boolean {
  return wire !== undefined && ['\x15\x03', '\x16\x03'].includes(wire.opening.slice(0, 2))
}
