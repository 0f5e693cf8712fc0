import { fromWhere } from '../../diagnosis/route/observer.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Body, Exchange } from '../../domain/exchange.ts'
import type { ResponseReport } from '../../domain/report.ts'
import { beginning, isEmpty, quote, read, untrusted, type Sentence } from '../../domain/untrusted.ts'
import { rayOf } from '../../cloudflare/response.ts'
import { whichOrigins } from '../../diagnosis/facts/which-origin.ts'
import { isTrimmed, MAX_RESPONSE_TEXT } from '../../diagnosis/trim-evidence.ts'
import type { Redactor } from '../../redact/redact.ts'
import { withoutCookie } from '../../redact/response/cookies.ts'
import { shownBody, shownOpening, shownValue } from '../../redact/response/shown.ts'
import { addressName } from './probes.ts'
import { linesSanitizerOf, sanitizerOf } from './sanitize.ts'

/** How to print raw responses. */
export interface ResponseOptions {
  /** Hides more than that of the report: cookies, and what error pages print about their server. */
  readonly redact: Redactor
  /** Characters of a body. */
  readonly maxBody: number
}

const MAX_ORIGINS = 5
const MAX_HEADERS = 60
const MAX_VALUE = 500

type Printer = {
  readonly line: (text: Sentence, max: number) => string
  readonly lines: (text: Sentence, max: number) => string
  readonly maxBody: number
}

/** The responses of a round as they arrived, if a byte did. With too many origins, the failing ones stay. */
export function responsesOf(
  evidence: Evidence,
  { redact, maxBody }: ResponseOptions,
): readonly ResponseReport[] {
  const { edge, origins = [], request } = evidence
  const print: Printer = { line: sanitizerOf(redact), lines: linesSanitizerOf(redact), maxBody }
  const which = whichOrigins(request, origins.length)
  const named = origins.map((exchange, index) => ({
    exchange,
    index,
    name:
      addressName(which[index]) ??
      (origins.length === 1 ? fromWhere(request.origins[0]?.route) : `origin ${index + 1}`),
  }))
  const shown = named
    .filter(({ exchange }) => hasArrived(exchange))
    .toSorted((a, b) => Number(fails(b.exchange)) - Number(fails(a.exchange)))
    .slice(0, MAX_ORIGINS)
    .toSorted((a, b) => a.index - b.index)
  return [
    ...(edge !== undefined && hasArrived(edge) ? [responseOf(edge, 'edge', frontName(edge), print)] : []),
    ...shown.map(({ exchange, name }) => responseOf(exchange, 'origin', name, print)),
  ]
}

/** Without a Ray ID the response did not come through Cloudflare. */
function frontName(edge: Exchange): string {
  return rayOf(edge) === undefined ? 'by name' : 'through Cloudflare'
}

function hasArrived(exchange: Exchange): boolean {
  return 'head' in exchange || (exchange.wire !== undefined && !isEmpty(exchange.wire.opening))
}

function fails(exchange: Exchange): boolean {
  return exchange.kind === 'failed' || exchange.head.status >= 400
}

function responseOf(
  exchange: Exchange,
  from: ResponseReport['from'],
  name: Sentence,
  print: Printer,
): ResponseReport {
  const { wire } = exchange
  const head = 'head' in exchange ? exchange.head : undefined
  const fields = Object.entries(head?.headers ?? {})
  const cookies = head?.setCookie ?? []
  const headers = [
    ...fields.map(([field, value]) => ({
      name: print.line(quote(untrusted(field)), 100),
      value: print.line(
        quote(value, (redacted) => shownValue(field, redacted)),
        MAX_VALUE,
      ),
    })),
    ...cookies.map((cookie) => ({
      name: 'set-cookie',
      value: print.line(quote(cookie, withoutCookie), MAX_VALUE),
    })),
  ]
  const more = headers.length - MAX_HEADERS
  const opening =
    wire === undefined || isEmpty(wire.opening) ? `HTTP ${head?.status}` : quote(wire.opening, shownOpening)
  return {
    from,
    name: print.line(name, 120),
    opening: print.line(opening, MAX_VALUE),
    headers: headers.slice(0, MAX_HEADERS),
    ...(more > 0 && { moreHeaders: more }),
    ...(exchange.kind === 'completed' && { body: bodyOf(exchange.body, print) }),
  }
}

function bodyOf(body: Body, { lines, maxBody }: Printer): NonNullable<ResponseReport['body']> {
  const { text, bytes, complete } = body
  const start = beginning(text, MAX_RESPONSE_TEXT)
  const isWhole = complete && start === text && !isTrimmed(body) && read(text, (raw) => raw.length <= maxBody)
  return { text: lines(quote(start, shownBody), maxBody), bytes, complete: isWhole }
}
