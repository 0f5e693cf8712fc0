import { hasControl, takeField, type Framing } from './response-head.ts'

/** `invalid`: visitors get an incomplete page. */
export type BodyState = 'open' | 'complete' | 'invalid'

/** Removes the chunk lines from a body as it arrives. */
export interface BodyParser {
  /** Returns the bytes of the page among these bytes. */
  readonly take: (bytes: Buffer) => readonly Buffer[]
  readonly state: () => BodyState
  /** Bytes after the end of the response. */
  readonly surplus: () => number
  /** The origin closed the connection. */
  readonly end: () => void
}

export function bodyParser(framing: Framing): BodyParser {
  return framing.kind === 'chunked' ? chunkParser() : plainParser(framing)
}

function plainParser(framing: Exclude<Framing, { readonly kind: 'chunked' }>): BodyParser {
  let left = framing.kind === 'length' ? framing.length : framing.kind === 'none' ? 0 : Infinity
  let surplus = 0
  let state: BodyState = left === 0 ? 'complete' : 'open'
  return {
    take: (bytes) => {
      const part = bytes.subarray(0, Math.min(left, bytes.length))
      left -= part.length
      surplus += bytes.length - part.length
      if (left === 0) state = 'complete'
      return part.length === 0 ? [] : [part]
    },
    state: () => state,
    surplus: () => surplus,
    end: () => {
      if (state === 'open') state = framing.kind === 'close' ? 'complete' : 'invalid'
    },
  }
}

const CHUNK_LINE = /^[ \t]*([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i

function chunkParser(): BodyParser {
  let unread: Buffer = Buffer.alloc(0)
  let step: 'size' | 'data' | 'data-end' | 'trailers' = 'size'
  let left = 0
  let state: BodyState = 'open'
  const trailers: [name: string, value: string][] = []

  const takeLine = (): string | undefined => {
    const end = unread.indexOf(0x0a)
    if (end === -1) return undefined
    const line = unread.toString('latin1', 0, end).replace(/\r$/, '')
    unread = unread.subarray(end + 1)
    if (hasControl(line)) state = 'invalid'
    return line
  }
  /** False: more bytes are needed. */
  const advance = (parts: Buffer[]): boolean => {
    if (step === 'data') {
      const part = unread.subarray(0, left)
      unread = unread.subarray(part.length)
      left -= part.length
      if (part.length > 0) parts.push(part)
      if (left === 0) step = 'data-end'
      return left === 0
    }
    const line = takeLine()
    if (line === undefined) {
      // Any other byte in place of the line end makes the chunk longer than its size.
      if (step === 'data-end' && unread.length > 1) state = 'invalid'
      return false
    }
    if (step === 'data-end') {
      if (line !== '') state = 'invalid'
      step = 'size'
    } else if (step === 'size') {
      const [, size] = CHUNK_LINE.exec(line) ?? []
      if (size === undefined) state = 'invalid'
      left = Number.parseInt(size ?? '0', 16)
      step = left === 0 ? 'trailers' : 'data'
    } else if (line === '') state = 'complete'
    else if (!takeField(line, trailers)) state = 'invalid'
    return true
  }
  return {
    take: (bytes) => {
      unread = unread.length === 0 ? bytes : Buffer.concat([unread, bytes])
      const parts: Buffer[] = []
      let more = true
      while (more) more = state === 'open' && advance(parts)
      return parts
    },
    state: () => state,
    surplus: () => (state === 'complete' ? unread.length : 0),
    end: () => {
      if (state === 'open') state = 'invalid'
    },
  }
}
