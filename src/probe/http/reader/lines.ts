const LF = 0x0a
const CR = 0x0d

/** A line without its line end. */
export interface Line {
  readonly text: string
  /** Whether it ended with CRLF rather than LF. */
  readonly crlf: boolean
  /** Bytes from the beginning of the response to the line, and to the byte after it. */
  readonly offset: number
  readonly end: number
}

/** Characters of an incomplete line that `start` returns. */
export const START_LENGTH = 5

/** Splits bytes into lines of Latin-1 text. The lines don't depend on how the bytes arrive. */
export interface LineSplitter {
  /**
   * Takes the bytes up to the end of a line, or all of them.
   *
   * @param offset of the first byte, from the beginning of the response
   * @returns how many bytes were taken, and the line if it is complete
   */
  readonly take: (bytes: Uint8Array, offset: number) => { readonly taken: number; readonly line?: Line }
  /** The first characters of the incomplete line. */
  readonly start: () => string
  /** Bytes of the incomplete line so far. */
  readonly length: () => number
}

export function lineSplitter(): LineSplitter {
  let parts: string[] = []
  let start = ''
  let length = 0
  return {
    take: (bytes, offset) => {
      const found = bytes.indexOf(LF)
      const part = latin1(found === -1 ? bytes : bytes.subarray(0, found))
      if (found === -1) {
        parts.push(part)
        start += part.slice(0, START_LENGTH - start.length)
        length += part.length
        return { taken: bytes.length }
      }
      const text = parts.length === 0 ? part : parts.join('') + part
      const from = offset - length
      parts = []
      start = ''
      length = 0
      const crlf = text.charCodeAt(text.length - 1) === CR
      const taken = found + 1
      return {
        taken,
        line: { text: crlf ? text.slice(0, -1) : text, crlf, offset: from, end: offset + taken },
      }
    },
    start: () => start,
    length: () => length,
  }
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
