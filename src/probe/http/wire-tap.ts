import type { WireDetails } from '../../domain/exchange.ts'

/** Bytes of the opening that are kept. */
const OPENING = 200
/** Bytes of one line of a head that are kept: the fields that frame a body are short. */
const LINE = 300
/** Lines of each of those fields that are kept. */
const MOST_FIELDS = 8
/** Bytes that are looked at for the end of the heads. Whoever sends more does not end. */
const LOOKED_AT = 1024 * 1024

/** Reads along with an HTTP client, which hides what it cannot use. */
export interface WireTap {
  /** Takes the next bytes of the answer. */
  readonly take: (chunk: Uint8Array) => void
  /** Bytes so far. */
  readonly received: () => number
  /** What they are; undefined before the first one. */
  readonly wire: () => WireDetails | undefined
}

interface Reading {
  opening: string
  /** The beginning of the current line, and its length without LF. */
  line: string
  length: number
  statusLine: string | undefined
  /** Where the current head began. */
  start: number
  headBytes: number | undefined
  /** The final head is complete, or this is no HTTP. */
  done: boolean
  contentLength: string[]
  transferEncoding: string[]
  /** The last byte of the current line so far. */
  last: number
  /** A line was not as it should be; a line was as it may not be. */
  loose: boolean
  wrong: boolean
}

/**
 * Keeps of an answer what `Wire` has: a few kilobytes, however much comes. Lines end with LF or CRLF, heads with an empty
 * line; that of a 1xx other than 101 is followed by another (RFC 9110, section 15.2).
 */
export function wireTap(): WireTap {
  let received = 0
  const reading: Reading = {
    opening: '',
    line: '',
    length: 0,
    statusLine: undefined,
    start: 0,
    headBytes: undefined,
    done: false,
    contentLength: [],
    transferEncoding: [],
    last: 0,
    loose: false,
    wrong: false,
  }
  return {
    take: (chunk) => {
      reading.opening += latin1(chunk.subarray(0, OPENING - reading.opening.length))
      readLines(reading, chunk, received)
      received += chunk.byteLength
    },
    received: () => received,
    wire: () => (received === 0 ? undefined : wireOf(reading)),
  }
}

const LF = 0x0a
const CR = 0x0d

function readLines(reading: Reading, chunk: Uint8Array, before: number): void {
  let at = 0
  while (!reading.done && at < chunk.length && before + at < LOOKED_AT) {
    const found = chunk.indexOf(LF, at)
    const end = found < 0 ? chunk.length : found
    const kept = Math.min(end, at + LINE - reading.line.length)
    reading.line += latin1(chunk.subarray(at, Math.max(at, kept)))
    reading.length += end - at
    reading.wrong ||= hasControls(reading.last, chunk.subarray(at, end))
    reading.last = end > at ? (chunk[end - 1] ?? 0) : reading.last
    at = end + 1
    if (found >= 0) endLine(reading, before + at)
  }
}

/** @param position where the next line begins */
function endLine(reading: Reading, position: number): void {
  const text = reading.line.replace(/\r$/, '')
  const empty = text === '' && reading.length <= 1
  reading.loose ||= reading.last !== CR
  reading.line = ''
  reading.length = 0
  reading.last = 0
  const { statusLine } = reading
  if (statusLine === undefined) {
    // Clients pass over empty lines before a status line.
    if (empty) return
    reading.statusLine = text
    reading.done = !/^HTTP\//i.test(text)
    reading.wrong ||= !/^HTTP\/1\.[01] [1-9]\d\d(?: |$)/.test(text)
  } else if (!empty) {
    const folded = /^[ \t]/.test(text)
    reading.loose ||= folded
    reading.wrong ||= !folded && !/^[!#$%&'*+.^_`|~\w-]+:/.test(text)
    keepFraming(reading, text)
  } else if (isInterim(statusLine)) {
    Object.assign(reading, {
      statusLine: undefined,
      start: position,
      contentLength: [],
      transferEncoding: [],
    })
  } else {
    reading.headBytes = position - reading.start
    reading.done = true
  }
}

function keepFraming(reading: Reading, line: string): void {
  const [, name = '', value = ''] = /^([a-z-]{1,40})[ \t]*:(.*)$/is.exec(line) ?? []
  const fields = { 'content-length': reading.contentLength, 'transfer-encoding': reading.transferEncoding }
  const kept = Object.entries(fields).find(([field]) => field === name.toLowerCase())?.[1]
  if (kept !== undefined && kept.length < MOST_FIELDS) kept.push(value.trim())
}

function isInterim(statusLine: string): boolean {
  const status = Number(/^HTTP\/\d\.\d (\d{3})/i.exec(statusLine)?.[1])
  return status >= 100 && status < 200 && status !== 101
}

function wireOf(reading: Reading): WireDetails {
  const { opening, headBytes, contentLength, transferEncoding } = reading
  return {
    opening,
    ...(isLoose(reading) && { loose: true }),
    ...(headBytes !== undefined && { headBytes }),
    contentLength: [...contentLength],
    transferEncoding: [...transferEncoding],
  }
}

function isLoose({ loose, wrong, headBytes, contentLength, transferEncoding }: Reading): boolean {
  const [length, ...others] = contentLength.flatMap((value) => value.split(/\s*,\s*/))
  const framed =
    transferEncoding.length === 0
      ? length === undefined || (/^\d+$/.test(length) && others.every((other) => other === length))
      : length === undefined && transferEncoding.length === 1 && /^chunked$/i.test(transferEncoding[0] ?? '')
  return headBytes !== undefined && !wrong && framed && (loose || others.length > 0)
}

/** Of the controls a line may have tabs, and one CR: its last byte. `before` is the byte in front of this part of it. */
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
