import type { WireDetails } from '../../domain/exchange.ts'

/** Bytes of the response's beginning to keep. */
const MAX_OPENING = 200
/** Bytes of one header line to keep: the framing headers are short. */
const MAX_LINE = 300
/** Lines to keep of each framing header. */
const MAX_FRAMING_LINES = 8
/** Bytes to scan for the end of the headers. */
const MAX_SCANNED = 1024 * 1024

/** Observes the bytes that an HTTP client reads, because the client doesn't expose what it can't parse. */
export interface WireTap {
  /** Takes the next bytes of the response. */
  readonly take: (chunk: Uint8Array) => void
  /** Number of bytes so far. */
  readonly received: () => number
  /** Undefined before the first byte. */
  readonly wire: () => WireDetails | undefined
}

interface ParserState {
  opening: string
  /** The beginning of the current line, and the line's length without LF. */
  line: string
  length: number
  statusLine: string | undefined
  /** Offset of the current head. */
  headStart: number
  headBytes: number | undefined
  /** The final head is complete, or this is not HTTP. */
  done: boolean
  contentLength: string[]
  transferEncoding: string[]
  /** The last byte of the current line so far. */
  lastByte: number
  /** A line deviates from the standard in a way that readers may accept. */
  loose: boolean
  /** A line deviates in a way that readers must reject. */
  invalid: boolean
}

/**
 * Extracts the `WireDetails` of a response in constant memory. Lines end with LF or CRLF, and heads with an empty
 * line. Another head follows an interim response, which is any 1xx except 101 (RFC 9110, section 15.2).
 */
export function wireTap(): WireTap {
  let received = 0
  const state: ParserState = {
    opening: '',
    line: '',
    length: 0,
    statusLine: undefined,
    headStart: 0,
    headBytes: undefined,
    done: false,
    contentLength: [],
    transferEncoding: [],
    lastByte: 0,
    loose: false,
    invalid: false,
  }
  return {
    take: (chunk) => {
      state.opening += latin1(chunk.subarray(0, MAX_OPENING - state.opening.length))
      readLines(state, chunk, received)
      received += chunk.byteLength
    },
    received: () => received,
    wire: () => (received === 0 ? undefined : wireDetails(state)),
  }
}

const LF = 0x0a
const CR = 0x0d

/** @param offset bytes before this chunk */
function readLines(state: ParserState, chunk: Uint8Array, offset: number): void {
  let at = 0
  while (!state.done && at < chunk.length && offset + at < MAX_SCANNED) {
    const lineFeed = chunk.indexOf(LF, at)
    const end = lineFeed < 0 ? chunk.length : lineFeed
    const keptEnd = Math.min(end, at + MAX_LINE - state.line.length)
    state.line += latin1(chunk.subarray(at, Math.max(at, keptEnd)))
    state.length += end - at
    state.invalid ||= hasControls(state.lastByte, chunk.subarray(at, end))
    state.lastByte = end > at ? (chunk[end - 1] ?? 0) : state.lastByte
    at = end + 1
    if (lineFeed >= 0) endLine(state, offset + at)
  }
}

/** @param position offset of the next line */
function endLine(state: ParserState, position: number): void {
  const text = state.line.replace(/\r$/, '')
  const empty = text === '' && state.length <= 1
  state.loose ||= state.lastByte !== CR
  state.line = ''
  state.length = 0
  state.lastByte = 0
  const { statusLine } = state
  if (statusLine === undefined) {
    // Clients ignore empty lines before the status line.
    if (empty) return
    state.statusLine = text
    state.done = !/^HTTP\//i.test(text)
    state.invalid ||= !/^HTTP\/1\.[01] [1-9]\d\d(?: |$)/.test(text)
  } else if (!empty) {
    const folded = /^[ \t]/.test(text)
    state.loose ||= folded
    state.invalid ||= !folded && !/^[!#$%&'*+.^_`|~\w-]+:/.test(text)
    keepFraming(state, text)
  } else if (isInterim(statusLine)) {
    Object.assign(state, {
      statusLine: undefined,
      headStart: position,
      contentLength: [],
      transferEncoding: [],
    })
  } else {
    state.headBytes = position - state.headStart
    state.done = true
  }
}

function keepFraming(state: ParserState, line: string): void {
  const [, name = '', value = ''] = /^([a-z-]{1,40})[ \t]*:(.*)$/is.exec(line) ?? []
  const framing = { 'content-length': state.contentLength, 'transfer-encoding': state.transferEncoding }
  const values = Object.entries(framing).find(([header]) => header === name.toLowerCase())?.[1]
  if (values !== undefined && values.length < MAX_FRAMING_LINES) values.push(value.trim())
}

function isInterim(statusLine: string): boolean {
  const status = Number(/^HTTP\/\d\.\d (\d{3})/i.exec(statusLine)?.[1])
  return status >= 100 && status < 200 && status !== 101
}

function wireDetails(state: ParserState): WireDetails {
  const { opening, headBytes, contentLength, transferEncoding } = state
  return {
    opening,
    ...(isLoose(state) && { loose: true }),
    ...(headBytes !== undefined && { headBytes }),
    contentLength: [...contentLength],
    transferEncoding: [...transferEncoding],
  }
}

function isLoose({ loose, invalid, headBytes, contentLength, transferEncoding }: ParserState): boolean {
  const [length, ...others] = contentLength.flatMap((value) => value.split(/\s*,\s*/))
  const isFramed =
    transferEncoding.length === 0
      ? length === undefined || (/^\d+$/.test(length) && others.every((other) => other === length))
      : length === undefined && transferEncoding.length === 1 && /^chunked$/i.test(transferEncoding[0] ?? '')
  return headBytes !== undefined && !invalid && isFramed && (loose || others.length > 0)
}

/** A line may contain tabs, and end with one CR. `before` is the byte before this part of the line. */
function hasControls(before: number, part: Uint8Array): boolean {
  const last = part.at(-1)
  if (last === undefined) return false
  return before === CR || part.subarray(0, -1).some(isControl) || (last !== CR && isControl(last))
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09) || byte === 0x7f
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
