import { addTo, filterFor, hashOf, mayHave, rollingHashes } from './hash.ts'
import type { Finder } from './short.ts'

/** The length of the pieces that long values are searched by. */
export const PIECE = 32

/** How many places a piece may be at that are compared with the end of a text. */
const MAX_PLACES = 4096

/**
 * Finds values of 32 letters and more by their pieces, so that the costs don't depend on their lengths. A part of a
 * value is therefore found too. At the end of a text, the beginning of the next piece is.
 *
 * @param isPublic whether a piece is part of a public text
 */
export function longFinderOf(values: readonly string[], isPublic: (piece: string) => boolean): Finder {
  if (values.length === 0) return () => {}
  const count = values.reduce((sum, { length }) => sum + Math.ceil(length / PIECE), 0)
  // Of each piece: the value it is in, its position there, and another piece with the same hash.
  const valueOf = new Int32Array(count)
  const positionOf = new Int32Array(count)
  const nextOf = new Int32Array(count).fill(-1)
  const byHash = new Map<number, number>()
  const filter = filterFor(count)
  let piece = 0
  for (const [index, value] of values.entries()) {
    for (let position = 0; position < value.length; position += PIECE) {
      const start = Math.min(position, value.length - PIECE)
      if (isPublic(value.slice(start, start + PIECE))) continue
      const hash = hashOf(value, start, PIECE)
      valueOf[piece] = index
      positionOf[piece] = start
      nextOf[piece] = byHash.get(hash) ?? -1
      byHash.set(hash, piece)
      addTo(filter, hash)
      piece += 1
    }
  }
  const isAt = (text: string, start: number, piece: number, end: number): boolean => {
    const value = values[valueOf[piece] ?? 0] ?? ''
    const position = positionOf[piece] ?? 0
    if (position + end - start > value.length) return false
    for (let offset = 0; offset < end - start; offset += 1)
      if (!isSame(text.charCodeAt(start + offset), value.charCodeAt(position + offset))) return false
    return true
  }
  const isAtEnd = (text: string, start: number, first: number): boolean => {
    let piece = first
    for (let places = 0; piece >= 0 && places < MAX_PLACES; places += 1) {
      if (isAt(text, start, piece, text.length)) return true
      piece = nextOf[piece] ?? -1
    }
    return false
  }
  return (text, found) => {
    const hashes = rollingHashes(text, PIECE)
    for (let start = 0; start < hashes.length; start += 1) {
      const hash = hashes[start] ?? 0
      if (!mayHave(filter, hash)) continue
      let first = byHash.get(hash) ?? -1
      while (first >= 0 && !isAt(text, start, first, start + PIECE)) first = nextOf[first] ?? -1
      if (first < 0) continue
      const end = start + PIECE
      const toEnd = text.length - end < PIECE && isAtEnd(text, start, first)
      found(start, toEnd ? text.length : end)
    }
  }
}

function isSame(a: number, b: number): boolean {
  return a === b || ((a === 0x2b || a === 0x20) && (b === 0x2b || b === 0x20))
}
