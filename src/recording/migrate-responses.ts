import type { DeviationKind } from '../domain/deviation.ts'
import { flagIn, listIn, member, numberIn, textIn } from '../shared/json.ts'
import { asCode } from '../shared/text.ts'

/**
 * Migrates evidence from recording format 2 to format 3, so that its verdict stays the same. In format 2, undici read
 * the responses: they have no deviations, only the flag `loose` for those that lenient clients accept.
 */
export function migrateResponses(evidence: unknown): unknown {
  return migrate(evidence, contextOf(evidence))
}

interface Context {
  /** The status codes that count as expected, as ranges. */
  readonly expectedStatus: readonly (readonly [from: number, to: number])[]
  /** A text or header was searched for in responses. */
  readonly hasExpectedContent: boolean
}

function contextOf(evidence: unknown): Context {
  const request = member(evidence, 'request')
  return {
    expectedStatus: listIn(request, 'expectedStatus').map((range) => [
      numberIn(range, 0),
      numberIn(range, 1),
    ]),
    hasExpectedContent:
      member(request, 'expectedBody') !== undefined || member(request, 'expectedHeader') !== undefined,
  }
}

function migrate(value: unknown, context: Context): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => migrate(item, context))
  if (typeof value !== 'object' || value === null) return value
  const kind = textIn(value, 'kind')
  if ((kind === 'completed' || kind === 'failed') && member(value, 'timings') !== undefined)
    return kind === 'failed' ? failedExchange(value, context) : withWire(value, [])
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, migrate(inner, context)]),
  )
}

function failedExchange(exchange: object, context: Context): unknown {
  const wire = member(exchange, 'wire')
  const error = member(exchange, 'error')
  if (typeof error !== 'object' || error === null) return exchange
  const inHead = textIn(exchange, 'phase') === 'processing'
  const loose = inHead && flagIn(wire, 'loose') === true && textIn(error, 'reason') === 'protocol'
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(textIn(wire, 'opening') ?? '')?.[1])
  const expected = context.expectedStatus.some(([from, to]) => status >= from && status <= to)
  if (loose && expected && !context.hasExpectedContent) return completed(exchange, status)
  const deviation = inHead ? deviationIn(wire, error, loose) : undefined
  return {
    ...withWire(exchange, deviation === undefined || deviation === 'unknown' ? [] : [deviation]),
    error: { ...error, ...currentFailure(error, deviation) },
  }
}

/** A response that lenient clients accept. Format 2 didn't record its headers and body, so they stay empty. */
function completed(exchange: object, status: number): unknown {
  const { error: _, phase: __, ...rest } = withWire(exchange, [looseDeviation(member(exchange, 'wire'))])
  return {
    ...rest,
    kind: 'completed',
    head: { status, headers: {} },
    body: { text: '', bytes: 0, complete: false },
  }
}

/** The exchange with the wire details of format 3. */
function withWire(exchange: object, deviations: readonly DeviationKind[]): Record<string, unknown> {
  const wire = member(exchange, 'wire')
  if (typeof wire !== 'object' || wire === null) return { ...exchange }
  const { loose: _, ...kept }: Record<string, unknown> = { ...wire }
  const opening = textIn(wire, 'opening') ?? ''
  const version = /^HTTP\/(\d(?:\.\d)?)(?= )/.exec(opening)?.[1]
  return {
    ...exchange,
    wire: {
      ...kept,
      ...(version !== undefined && { version }),
      contentLength: trimmed(wire, 'contentLength'),
      transferEncoding: trimmed(wire, 'transferEncoding'),
      ...(deviations.length > 0 && { deviations: deviations.map((kind) => ({ kind, offset: 0 })) }),
    },
  }
}

function trimmed(wire: object, name: string): readonly string[] {
  return listIn(wire, name).map((value) => (typeof value === 'string' ? value.trim() : ''))
}

function looseDeviation(wire: unknown): DeviationKind {
  if (/(?:^|[^\r])\n/.test(textIn(wire, 'opening') ?? '')) return 'line-without-cr'
  return listIn(wire, 'contentLength').length > 1 ? 'content-length-repeated' : 'folded-line'
}

/** Why the head is invalid; `unknown` when its beginning doesn't show it, undefined when the head is valid. */
function deviationIn(wire: unknown, error: object, loose: boolean): DeviationKind | 'unknown' | undefined {
  const reason = textIn(error, 'reason')
  if (loose) return looseDeviation(wire)
  if (wire === undefined || textIn(error, 'code') === 'UND_ERR_HEADERS_OVERFLOW') return
  if (reason !== 'protocol' && reason !== 'closed' && reason !== 'other') return
  const opening = textIn(wire, 'opening') ?? ''
  const [first = '', ...lines] = opening.split(/\r?\n/)
  if (!'HTTP/'.startsWith(first.slice(0, 5))) return 'not-http'
  if (/^HTTP\/1\.[01] 101\b/.test(first)) return 'unrequested-upgrade'
  // An interim response without a final one is not a deviation.
  if (/^HTTP\/1\.[01] 100\b/.test(first)) return reason === 'closed' ? undefined : 'unknown'
  if (textIn(error, 'code') === 'CONNECTION_GONE') return 'unknown'
  const lengths = new Set(listIn(wire, 'contentLength'))
  if (lengths.size > 1) return 'content-length-conflict'
  if (listIn(wire, 'contentLength').length > 1) return 'content-length-repeated'
  if (lengths.size === 1 && listIn(wire, 'transferEncoding').length > 0)
    return 'content-length-with-transfer-encoding'
  // A status line that was cut off might have become valid.
  if (opening.length > first.length && !/^HTTP\/1\.[01] [1-9]\d\d( |$)/.test(first))
    return /^HTTP\/1\.[01] /.test(first) ? 'status-code' : 'http-version'
  return reason === 'protocol' ? (fieldDeviation(lines) ?? 'unknown') : undefined
}

/** @param lines of the head's beginning; the last one is incomplete */
function fieldDeviation(lines: readonly string[]): DeviationKind | undefined {
  const end = lines.indexOf('')
  for (const line of lines.slice(0, end === -1 ? -1 : end)) {
    if (line.includes('\0')) return 'nul-in-field'
    if (!line.includes(':')) return 'line-without-colon'
  }
  return
}

/** The current codes, and sometimes reasons, for the codes of undici. */
const CODES: Readonly<Record<string, { readonly code: string; readonly reason?: string }>> = {
  UND_ERR_SOCKET: { code: 'CLOSED' },
  UND_ERR_INFO: { code: 'CLOSED' },
  UND_ERR_HEADERS_OVERFLOW: { code: 'TOO_LARGE' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { code: 'CLOSED', reason: 'closed' },
  UND_ERR_ABORTED: { code: 'DEADLINE' },
  UND_ERR_CONNECT_TIMEOUT: { code: 'DEADLINE' },
  UND_ERR_HEADERS_TIMEOUT: { code: 'DEADLINE' },
  UND_ERR_BODY_TIMEOUT: { code: 'DEADLINE' },
  HTTPParserError: { code: 'INVALID_HTTP' },
}

function currentFailure(
  error: object,
  deviation: DeviationKind | 'unknown' | undefined,
): { readonly code: string; readonly reason?: string } | undefined {
  if (deviation === 'unknown') return { code: 'INVALID_HTTP', reason: 'protocol' }
  if (deviation !== undefined) return { code: asCode(deviation), reason: 'protocol' }
  const code = textIn(error, 'code') ?? ''
  return Object.hasOwn(CODES, code) ? CODES[code] : undefined
}
