import type { IncomingHttpHeaders } from 'node:http'

/** How the end of a body is found. */
export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' }

export type ParsedHead =
  /** More bytes are needed. */
  | { readonly kind: 'partial' }
  /** Cloudflare shows 520. */
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'complete'
      readonly status: number
      readonly version: '1.0' | '1.1'
      readonly headers: IncomingHttpHeaders
      readonly framing: Framing
      /** Bytes of the head, with the empty line. */
      readonly bytes: number
    }

/** Cloudflare accepts at most this many bytes of response headers. */
const MAX_HEAD = 128 * 1024

const INVALID: ParsedHead = { kind: 'invalid' }
const PARTIAL: ParsedHead = { kind: 'partial' }

const STATUS_LINE = /^HTTP\/1\.([01])[ \t]+([1-9]\d\d)(?:[ \t](.*))?$/
/** A field whose name may have the UTF-8 and the whitespace before its colon that Cloudflare's proxy accepts. */
const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z\u0080-\u00ff-]+)[ \t]*:(.*)$/
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\u0008\u000a-\u001f\u007f]/

/**
 * Reads the head of an origin's response as leniently as Cloudflare does. Like Pingora, Cloudflare's published proxy,
 * it accepts lines that end with LF, empty lines before the status line, folded lines and whitespace before a colon. It
 * also accepts a length next to chunks, and equal lengths. Visitors get a 520 for everything else.
 */
export function parseHead(bytes: Buffer, method: string): ParsedHead {
  const text = bytes.toString('latin1', 0, MAX_HEAD)
  let at = 0
  let statusLine: readonly string[] | undefined
  const fields: [name: string, value: string][] = []
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
    const line = text.slice(at, end).replace(/\r$/, '')
    at = end + 1
    if (line === '' && statusLine === undefined) continue
    if (line === '' && statusLine !== undefined) return complete(statusLine, fields, method, at)
    if (CONTROL.test(line)) return INVALID
    if (statusLine === undefined) {
      statusLine = STATUS_LINE.exec(line) ?? undefined
      if (statusLine === undefined) return INVALID
    } else if (!takeField(line, fields)) return INVALID
  }
  if (bytes.length > MAX_HEAD) return INVALID
  const start = text.slice(at, at + 7)
  return statusLine !== undefined || 'HTTP/1.'.startsWith(start) || start === '\r' ? PARTIAL : INVALID
}

/** Adds a line to the fields. Returns false if it is not a field line. */
export function takeField(line: string, fields: [name: string, value: string][]): boolean {
  const last = fields.at(-1)
  if (/^[ \t]/.test(line)) {
    if (last === undefined) return false
    last[1] = `${last[1]} ${line.trim()}`.trim()
    return true
  }
  const [, name = '', value = ''] = FIELD.exec(line) ?? []
  if (name !== '') fields.push([name.toLowerCase(), value.trim()])
  return name !== ''
}

export const hasControl = (line: string): boolean => CONTROL.test(line)

function complete(
  [, minor, code]: readonly string[],
  fields: readonly (readonly [name: string, value: string])[],
  method: string,
  bytes: number,
): ParsedHead {
  const status = Number(code)
  const framing = framingOf(fields, status, method)
  if (framing === undefined) return INVALID
  const version = minor === '1' ? '1.1' : '1.0'
  return { kind: 'complete', status, version, headers: headersOf(fields, framing), framing, bytes }
}

/** Undefined: the lengths contradict each other. */
function framingOf(
  fields: readonly (readonly [name: string, value: string])[],
  status: number,
  method: string,
): Framing | undefined {
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return { kind: 'none' }
  const values = (wanted: string): readonly string[] =>
    fields
      .filter(([name]) => name === wanted)
      .flatMap(([, value]) => value.split(',').map((each) => each.trim().toLowerCase()))
  const coding = values('transfer-encoding').at(-1)
  if (coding === 'chunked') return { kind: 'chunked' }
  const lengths = values('content-length')
  const [first] = lengths
  if (first === undefined) return { kind: 'close' }
  if (lengths.every((each) => /^\d+$/.test(each) && Number(each) === Number(first)))
    return { kind: 'length', length: Number(first) }
  return lengths.length === 1 ? { kind: 'close' } : undefined
}

/** The headers that visitors get: at most one length, and only valid names. */
function headersOf(
  fields: readonly (readonly [name: string, value: string])[],
  framing: Framing,
): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = {}
  for (const [name, value] of fields) {
    const before = headers[name]
    if (name === 'set-cookie') headers[name] = [...(headers[name] ?? []), value]
    else if (TOKEN.test(name)) headers[name] = typeof before === 'string' ? `${before}, ${value}` : value
  }
  const { 'content-length': length, ...others } = headers
  if (framing.kind === 'length') return { ...others, 'content-length': String(framing.length) }
  return framing.kind === 'none' && length !== undefined && /^\d+$/.test(length) ? headers : others
}
