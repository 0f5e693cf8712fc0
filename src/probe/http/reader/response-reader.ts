import { DEVIATIONS, type Deviation, type DeviationKind } from '../../../domain/deviation.ts'
import type { Head, WireDetails } from '../../../domain/exchange.ts'
import { headOf } from '../head.ts'
import { belongsInTrailer, readChunkLine } from './chunks.ts'
import { fieldLines } from './field-lines.ts'
import { framingOf } from './framing.ts'
import { latin1, lineSplitter, START_LENGTH, type Line } from './lines.ts'
import { mayBeHttp, readStatusLine, type StatusLine } from './status-line.ts'

/** Bytes of a head: twice Cloudflare's limit, so that headers too large for Cloudflare are recognized. */
export const MAX_HEADER_BYTES = 256 * 1024
/** Bytes of a chunk's line, and of all trailers. */
const MAX_CHUNK_LINE = 16 * 1024
const MAX_TRAILERS = 64 * 1024
/** Interim responses, and empty lines before a status line. */
const MAX_INTERIM = 32
const MAX_EMPTY_LINES = 16
/** Bytes of the response's beginning to keep. */
const MAX_OPENING = 200
/** Values to keep of each header that delimits the body, and their characters. */
const MAX_FRAMING_VALUES = 8
const MAX_FRAMING_VALUE = 300

/**
 * `head`, `body`: more bytes are needed. `complete`: the whole response was read. `cut`: the connection ended before
 * that. `unreadable`: no client can read on, and a deviation says why. `too-large`: a limit of this reader.
 */
export type ReaderState = 'head' | 'body' | 'complete' | 'cut' | 'unreadable' | 'too-large'

/** Reads one response to one request, and the interim responses before it. The result never depends on the chunks. */
export interface ResponseReader {
  /** Takes the next bytes of the connection. Returns how many of them belong to this response. */
  readonly take: (chunk: Uint8Array) => number
  /** The server closed the connection. */
  readonly end: () => void
  readonly state: () => ReaderState
  /** Bytes of the response so far. */
  readonly received: () => number
  /** The final head as a lenient client reads it; undefined until it is complete. */
  readonly head: () => Head | undefined
  /** The first deviation for which proxies reject a response, and whether it is in its head. */
  readonly rejection: () => Rejection | undefined
  /** What was read so far is invalid, even if the line with the deviation is not complete. */
  readonly isRejected: () => boolean
  /** Undefined before the first byte. */
  readonly wire: () => WireDetails | undefined
}

export interface Rejection {
  readonly kind: DeviationKind
  readonly inHead: boolean
}

/** Called while bytes are taken. `onBody` gets the body without chunk lines, still with its content coding. */
export interface ReaderEvents {
  readonly onHead?: (head: Head) => void
  readonly onBody: (bytes: Uint8Array) => void
}

type Step =
  | 'status-line'
  | 'fields'
  | 'length'
  | 'close'
  | 'chunk-line'
  | 'chunk'
  | 'chunk-end'
  | 'trailers'
  | 'done'

/**
 * A reader of HTTP/1.1 responses (RFC 9112). It reads on wherever a lenient client could, and notes every deviation.
 *
 * @param method of the request
 */
export function responseReader(method: string, { onHead, onBody }: ReaderEvents): ResponseReader {
  let state: ReaderState = 'head'
  let step: Step = 'status-line'
  let received = 0
  let opening = ''
  const deviations = new Map<DeviationKind, number>()
  let rejection: Rejection | undefined
  const note = (kind: DeviationKind, offset: number): void => {
    if (!deviations.has(kind)) deviations.set(kind, offset)
    if (DEVIATIONS[kind].proxy === 'rejects') rejection ??= { kind, inHead: state === 'head' }
  }
  const lines = lineSplitter()
  let statusLine: StatusLine | undefined
  let fields = fieldLines(note)
  let trailers = fieldLines(note)
  let headStart = 0
  let trailerStart = 0
  let headBytes: number | undefined
  let head: Head | undefined
  let interim = 0
  let emptyLines = 0
  /** Bytes until the end of the body or of the chunk. */
  let left = 0
  let afterCr = false

  const stop = (why: 'complete' | 'cut' | 'unreadable' | 'too-large'): void => {
    state = why
    step = 'done'
  }
  const unreadable = (kind: DeviationKind, offset: number): void => {
    note(kind, offset)
    stop('unreadable')
  }

  const takeStatusLine = ({ text, offset }: Line): void => {
    if (text === '') {
      emptyLines += 1
      if (emptyLines > MAX_EMPTY_LINES) return unreadable('not-http', offset)
      return note('empty-line-before-status-line', offset)
    }
    statusLine = readStatusLine(text)
    if (statusLine === undefined) return unreadable('not-http', offset)
    for (const kind of statusLine.deviations) note(kind, offset)
    if (statusLine.status === undefined) return stop('unreadable')
    step = 'fields'
  }

  const endHead = ({ offset, end }: Line): void => {
    const { status = 0, version = '' } = statusLine ?? {}
    const framing = framingOf({ method, status, version, fields: fields.fields() }, note)
    if (status < 200 && status !== 101) {
      interim += 1
      if (interim > MAX_INTERIM) return stop('too-large')
      statusLine = undefined
      fields = fieldLines(note)
      headStart = end
      step = 'status-line'
      return
    }
    headBytes = end - headStart
    head = headOf(
      status,
      fields.fields().map(({ name, value }) => [name, value] as const),
    )
    if (status === 101) return unreadable('unrequested-upgrade', offset)
    state = 'body'
    onHead?.(head)
    if (framing.kind === 'none') return stop('complete')
    step = framing.kind === 'chunked' ? 'chunk-line' : framing.kind
    if (framing.kind !== 'length') return
    left = framing.length
    if (left === 0) stop('complete')
  }

  const takeChunkLine = ({ text, offset, end }: Line): void => {
    const line = readChunkLine(text)
    if (line === undefined) return unreadable('chunk-size', offset)
    for (const kind of line.deviations) note(kind, offset)
    left = line.size
    step = left === 0 ? 'trailers' : 'chunk'
    trailerStart = end
  }

  const takeTrailer = ({ text, offset }: Line): void => {
    if (text !== '') return trailers.take(text, offset)
    for (const { name, offset: at } of trailers.fields())
      if (!belongsInTrailer(name)) note('trailer-field', at)
    stop('complete')
  }

  const takeLine = (line: Line): void => {
    if (step === 'status-line' && line.text !== '' && !mayBeHttp(line.text))
      return unreadable('not-http', line.offset)
    const chunked = step === 'chunk-line' || step === 'trailers'
    if (!line.crlf) note(chunked ? 'chunk-line-without-cr' : 'line-without-cr', line.end - 1)
    if (line.text.includes('\r')) note('bare-cr', line.offset)
    if (step === 'status-line') takeStatusLine(line)
    else if (step === 'fields') line.text === '' ? endHead(line) : fields.take(line.text, line.offset)
    else if (step === 'chunk-line') takeChunkLine(line)
    else takeTrailer(line)
  }

  /** Bytes that the current line or section may still have. */
  const budget = (position: number): number => {
    if (step === 'chunk-line') return MAX_CHUNK_LINE - lines.length()
    if (step === 'trailers') return MAX_TRAILERS - (position - trailerStart)
    const whole = MAX_HEADER_BYTES - (position - headStart)
    if (step === 'fields') return whole
    // Of anything other than HTTP, no more is read than what is kept of it.
    if (!mayBeHttp(lines.start())) return MAX_OPENING - lines.length()
    return lines.length() < START_LENGTH ? START_LENGTH - lines.length() : whole
  }

  const takeLines = (chunk: Uint8Array, at: number, position: number): number => {
    const limit = budget(position)
    if (limit <= 0) {
      if (step === 'status-line' && !mayBeHttp(lines.start()))
        unreadable('not-http', position - lines.length())
      else stop('too-large')
      return 0
    }
    const { taken, line } = lines.take(chunk.subarray(at, at + limit), position)
    if (line !== undefined) takeLine(line)
    return taken
  }

  /** Expects CRLF. Takes one byte. */
  const takeChunkEnd = (byte: number | undefined, offset: number): void => {
    if (byte === 0x0d && !afterCr) {
      afterCr = true
    } else if (byte === 0x0a) {
      if (!afterCr) note('chunk-line-without-cr', offset)
      afterCr = false
      step = 'chunk-line'
    } else unreadable('chunk-end', offset)
  }

  const takeBody = (chunk: Uint8Array, at: number): number => {
    const part = chunk.subarray(at, step === 'close' ? undefined : at + left)
    onBody(part)
    if (step === 'close') return part.length
    left -= part.length
    if (left > 0) return part.length
    if (step === 'chunk') step = 'chunk-end'
    else stop('complete')
    return part.length
  }

  return {
    take: (chunk) => {
      let at = 0
      while (step !== 'done' && at < chunk.length) {
        const position = received + at
        if (step === 'length' || step === 'close' || step === 'chunk') {
          at += takeBody(chunk, at)
        } else if (step === 'chunk-end') {
          takeChunkEnd(chunk[at], position)
          at += 1
        } else {
          at += takeLines(chunk, at, position)
        }
      }
      opening += latin1(chunk.subarray(0, Math.min(at, MAX_OPENING - opening.length)))
      received += at
      return at
    },
    end: () => {
      if (step === 'done') return
      if (step === 'close') return stop('complete')
      if (step === 'status-line' && !mayBeHttp(lines.start()))
        return unreadable('not-http', received - lines.length())
      stop('cut')
    },
    state: () => state,
    received: () => received,
    head: () => head,
    rejection: () => rejection,
    isRejected: () => rejection !== undefined || (step === 'status-line' && !mayBeHttp(lines.start())),
    wire: () => {
      if (received === 0) return undefined
      const values = (wanted: string): readonly string[] =>
        fields
          .fields()
          .filter(({ name }) => name.toLowerCase() === wanted)
          .slice(0, MAX_FRAMING_VALUES)
          .map(({ value }) => value.slice(0, MAX_FRAMING_VALUE))
      const found = [...deviations].map(([kind, offset]): Deviation => ({ kind, offset }))
      return {
        opening,
        ...(statusLine !== undefined && { version: statusLine.version.slice(0, 8) }),
        ...(headBytes !== undefined && { headBytes }),
        contentLength: values('content-length'),
        transferEncoding: values('transfer-encoding'),
        ...(found.length > 0 && { deviations: found.toSorted((a, b) => a.offset - b.offset) }),
      }
    },
  }
}
