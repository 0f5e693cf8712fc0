import { fieldLines, type Field } from './field-lines.ts'
import { framingOf, type Framing } from './framing.ts'
import { lineSplitter, START_LENGTH, type Line } from './lines.ts'
import type { Note, SectionEnd, SectionReader } from './section.ts'
import { mayBeHttp, readStatusLine, type StatusLine } from './status-line.ts'

/** Bytes of all heads, interim ones included. Twice Cloudflare's limit, so that headers too large for it show. */
export const MAX_HEADER_BYTES = 256 * 1024
/** Bytes to read of a first line that isn't HTTP. */
const MAX_OTHER_LINE = 200
const MAX_INTERIM_RESPONSES = 32
const MAX_EMPTY_LINES = 16

/** The final head of a response, after any interim responses. */
export interface ResponseHead {
  readonly status: number
  readonly fields: readonly Field[]
  /** Bytes up to and including the empty line. */
  readonly bytes: number
  readonly framing: Framing
}

export interface HeadReader extends SectionReader {
  /** Undefined until the final head is complete. */
  readonly head: () => ResponseHead | undefined
  /** The HTTP version of the latest status line. */
  readonly version: () => string | undefined
  /** The fields of the latest head so far. */
  readonly fields: () => readonly Field[]
  /** A status line is expected, and the incomplete line can't become one. */
  readonly cannotBeHttp: () => boolean
}

/** @param method of the request */
export function headReader(method: string, note: Note): HeadReader {
  const lines = lineSplitter()
  let statusLine: StatusLine | undefined
  let version: string | undefined
  let fields = fieldLines(note)
  let start = 0
  let interimResponses = 0
  let emptyLines = 0
  let head: ResponseHead | undefined
  let ended: SectionEnd | undefined

  const notHttp = (offset: number): void => {
    note('not-http', offset)
    ended = 'unreadable'
  }

  const takeStatusLine = ({ text, offset }: Line): void => {
    if (text === '') {
      emptyLines += 1
      if (emptyLines > MAX_EMPTY_LINES) return notHttp(offset)
      return note('empty-line-before-status-line', offset)
    }
    statusLine = readStatusLine(text)
    version = statusLine.version
    for (const kind of statusLine.deviations) note(kind, offset)
    if (statusLine.status === undefined) ended = 'unreadable'
  }

  const endHead = ({ offset, end }: Line, status: number): void => {
    const framing = framingOf({ method, status, version: version ?? '', fields: fields.fields() }, note)
    if (status >= 200 || status === 101) {
      head = { status, fields: fields.fields(), bytes: end - start, framing }
      if (status === 101) note('unrequested-upgrade', offset)
      ended = status === 101 ? 'unreadable' : 'complete'
      return
    }
    interimResponses += 1
    if (interimResponses > MAX_INTERIM_RESPONSES) ended = 'too-large'
    statusLine = undefined
    fields = fieldLines(note)
    start = end
  }

  const takeLine = (line: Line): void => {
    const { text, crlf, offset, end } = line
    if (statusLine === undefined && text !== '' && !/^http\//i.test(text)) return notHttp(offset)
    if (!crlf) note('line-without-cr', end - 1)
    if (text.includes('\r')) note('bare-cr', offset)
    if (statusLine?.status === undefined) takeStatusLine(line)
    else if (text === '') endHead(line, statusLine.status)
    else fields.take(text, offset)
  }

  const cannotBeHttp = (): boolean =>
    // A CR may be the start of an empty line.
    statusLine === undefined && lines.start() !== '\r' && !mayBeHttp(lines.start())

  /** Bytes that may still be added to the current line or head. */
  const budget = (offset: number): number => {
    if (cannotBeHttp()) return MAX_OTHER_LINE - lines.length()
    if (statusLine === undefined && lines.length() < START_LENGTH) return START_LENGTH - lines.length()
    return MAX_HEADER_BYTES - offset
  }

  return {
    take: (bytes, offset) => {
      let at = 0
      while (ended === undefined && at < bytes.length) {
        const limit = budget(offset + at)
        if (limit <= 0) {
          if (cannotBeHttp()) notHttp(offset + at - lines.length())
          else ended = 'too-large'
          break
        }
        const { taken, line } = lines.take(bytes.subarray(at, at + limit), offset + at)
        at += taken
        if (line !== undefined) takeLine(line)
      }
      return at
    },
    close: (offset) => {
      if (cannotBeHttp()) notHttp(offset - lines.length())
      else ended = 'cut'
    },
    ended: () => ended,
    head: () => head,
    version: () => version,
    fields: () => fields.fields(),
    cannotBeHttp,
  }
}
