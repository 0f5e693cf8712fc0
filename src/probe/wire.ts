import type { Wire } from '../domain/exchange.ts'

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
  readonly wire: () => Wire | undefined
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

function readLines(reading: Reading, chunk: Uint8Array, before: number): void {
  let at = 0
  while (!reading.done && at < chunk.length && before + at < LOOKED_AT) {
    const found = chunk.indexOf(LF, at)
    const end = found < 0 ? chunk.length : found
    const kept = Math.min(end, at + LINE - reading.line.length)
    reading.line += latin1(chunk.subarray(at, Math.max(at, kept)))
    reading.length += end - at
    at = end + 1
    if (found >= 0) endLine(reading, before + at)
  }
}

/** @param position where the next line begins */
function endLine(reading: Reading, position: number): void {
  const text = reading.line.replace(/\r$/, '')
  const empty = text === '' && reading.length <= 1
  reading.line = ''
  reading.length = 0
  const { statusLine } = reading
  if (statusLine === undefined) {
    // Clients pass over empty lines before a status line.
    if (empty) return
    reading.statusLine = text
    reading.done = !/^HTTP\//i.test(text)
  } else if (!empty) {
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

function wireOf({ opening, headBytes, contentLength, transferEncoding }: Reading): Wire {
  return {
    opening,
    ...(headBytes !== undefined && { headBytes }),
    contentLength: [...contentLength],
    transferEncoding: [...transferEncoding],
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
