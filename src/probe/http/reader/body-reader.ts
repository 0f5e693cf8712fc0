import { belongsInTrailer, readChunkLine } from './chunks.ts'
import { fieldLines } from './field-lines.ts'
import type { Framing } from './framing.ts'
import { lineSplitter, type Line } from './lines.ts'
import type { Note, SectionEnd, SectionReader } from './section.ts'

/** Limits in bytes: of one chunk line, and of the whole trailer section. */
const MAX_CHUNK_LINE = 16 * 1024
const MAX_TRAILERS = 64 * 1024

/** @param onBody receives the body, without chunk lines */
export function bodyReader(framing: Framing, note: Note, onBody: (bytes: Uint8Array) => void): SectionReader {
  return framing.kind === 'chunked' ? chunkedReader(note, onBody) : plainReader(framing, onBody)
}

/** A body without chunks: it has a known length, or ends when the connection closes. */
function plainReader(
  framing: Exclude<Framing, { kind: 'chunked' }>,
  onBody: (bytes: Uint8Array) => void,
): SectionReader {
  let left = framing.kind === 'length' ? framing.length : framing.kind === 'close' ? Infinity : 0
  let ended: SectionEnd | undefined = left === 0 ? 'complete' : undefined
  return {
    take: (bytes) => {
      const part = left < bytes.length ? bytes.subarray(0, left) : bytes
      left -= part.length
      onBody(part)
      if (left === 0) ended = 'complete'
      return part.length
    },
    close: () => {
      ended = framing.kind === 'close' ? 'complete' : 'cut'
    },
    ended: () => ended,
  }
}

const CR = 0x0d
const LF = 0x0a

/** A chunked body (RFC 9112, section 7.1). */
function chunkedReader(note: Note, onBody: (bytes: Uint8Array) => void): SectionReader {
  const lines = lineSplitter()
  const trailers = fieldLines(note)
  let step: 'line' | 'data' | 'end' | 'trailers' = 'line'
  let left = 0
  let afterCr = false
  let trailersStart = 0
  let ended: SectionEnd | undefined

  const unreadable = (kind: 'chunk-size' | 'chunk-end', offset: number): void => {
    note(kind, offset)
    ended = 'unreadable'
  }

  const takeChunkLine = ({ text, offset, end }: Line): void => {
    const line = readChunkLine(text)
    if (line === undefined) return unreadable('chunk-size', offset)
    for (const kind of line.deviations) note(kind, offset)
    left = line.size
    step = left === 0 ? 'trailers' : 'data'
    trailersStart = end
  }

  const takeTrailer = ({ text, offset }: Line): void => {
    if (text !== '') return trailers.take(text, offset)
    const misplaced = trailers.fields().find(({ name }) => !belongsInTrailer(name))
    if (misplaced !== undefined) note('trailer-field', misplaced.offset)
    ended = 'complete'
  }

  const takeLine = (line: Line): void => {
    if (!line.crlf) note('chunk-line-without-cr', line.end - 1)
    if (line.text.includes('\r')) note('bare-cr', line.offset)
    if (step === 'line') takeChunkLine(line)
    else takeTrailer(line)
  }

  /** Takes one byte of the CRLF after a chunk's data. */
  const takeChunkEnd = (byte: number, offset: number): void => {
    if (byte === CR && !afterCr) {
      afterCr = true
    } else if (byte === LF) {
      if (!afterCr) note('chunk-line-without-cr', offset)
      afterCr = false
      step = 'line'
    } else unreadable('chunk-end', offset)
  }

  /** Takes bytes from `at` up to the end of a step. Returns how many. Creates few arrays, for chunks of one byte. */
  const takeSome = (bytes: Uint8Array, at: number, offset: number): number => {
    if (step === 'data') {
      const part = bytes.subarray(at, at + left)
      left -= part.length
      onBody(part)
      if (left === 0) step = 'end'
      return part.length
    }
    if (step === 'end') {
      takeChunkEnd(bytes[at] ?? 0, offset)
      return 1
    }
    const limit = step === 'line' ? MAX_CHUNK_LINE - lines.length() : MAX_TRAILERS - (offset - trailersStart)
    if (limit <= 0) {
      ended = 'too-large'
      return 0
    }
    const { taken, line } = lines.take(bytes.subarray(at, at + limit), offset)
    if (line !== undefined) takeLine(line)
    return taken
  }

  return {
    take: (bytes, offset) => {
      let at = 0
      while (at < bytes.length) {
        if (ended !== undefined) break
        at += takeSome(bytes, at, offset + at)
      }
      return at
    },
    close: () => {
      ended = 'cut'
    },
    ended: () => ended,
  }
}
