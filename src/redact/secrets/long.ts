import {
  addTo,
  eachWindow,
  filterFor,
  hashOf,
  joinedHash,
  mixed,
  successiveHashes,
  type Filter,
} from './hash.ts'
import type { Finder } from './short.ts'
import { alike, before } from './cut.ts'

/** The length of the pieces that long values are searched by. */
export const PIECE = 32
const HALF = PIECE / 2

/** A piece may be at many places of values. So many are compared with the text around it. */
const MAX_PLACES = 64

/** The pieces of all values. Columns instead of objects, because there may be hundreds of thousands. */
interface Pieces {
  /** The value that a piece is in, and its position there. */
  readonly values: Int32Array
  readonly positions: Int32Array
  /** The hash of a piece, and that of its second half. Together they identify it. */
  readonly hashes: Int32Array
  readonly halves: Int32Array
  /** Another piece with the same hash, or -1. */
  readonly next: Int32Array
  /** A hash table: the index of a piece, or -1. */
  readonly slots: Int32Array
  readonly filter: Filter
}

/**
 * Finds values of 32 letters and more by their pieces, so that the costs don't depend on their lengths. A part of a
 * value is found too, with the letters around the piece that the text and the value have in common.
 *
 * @param isPublic whether a piece is part of a public text
 */
export function longFinderOf(values: readonly string[], isPublic: (piece: string) => boolean): Finder {
  if (values.length === 0) return () => {}
  const pieces = piecesOf(values, isPublic)
  const most = (piece: number, lengthAt: (value: string, position: number) => number): number => {
    let length = 0
    let each = piece
    for (let places = 0; each >= 0 && places < MAX_PLACES; places += 1) {
      const value = values[pieces.values[each] ?? 0] ?? ''
      length = Math.max(length, lengthAt(value, pieces.positions[each] ?? 0))
      each = pieces.next[each] ?? -1
    }
    return length
  }
  return (text, found) => {
    const halfAt = successiveHashes(text, HALF)
    const endAfter = (end: number, piece: number): number =>
      end + most(piece, (value, position) => alike(text, end, value, position + PIECE, 1))
    // Overlapping pieces are one range: each position of a repetitive text may begin a piece.
    let [from, to, last, lastHash] = [0, 0, -1, 0]
    eachWindow(text, PIECE, pieces.filter, (start, hash) => {
      // One repeated letter has the same piece everywhere.
      const piece = last >= 0 && hash === lastHash ? last : pieceAt(pieces, start, hash, halfAt)
      if (piece < 0) return
      lastHash = hash
      if (start >= to) {
        if (to > 0) found(from, endAfter(to, last))
        from = start - most(piece, (value, position) => before(text, start, value, position))
      }
      to = start + PIECE
      last = piece
    })
    if (to > 0) found(from, endAfter(to, last))
  }
}

/** A piece that a text has at a position, or -1. `halfAt` is the hash of half a piece by its start. */
function pieceAt(pieces: Pieces, start: number, hash: number, halfAt: (start: number) => number): number {
  let piece = pieces.slots[slotOf(pieces, hash)] ?? -1
  if (piece < 0) return piece
  const half = halfAt(start + HALF)
  while (piece >= 0 && pieces.halves[piece] !== half) piece = pieces.next[piece] ?? -1
  return piece
}

function piecesOf(values: readonly string[], isPublic: (piece: string) => boolean): Pieces {
  const count = values.reduce((sum, { length }) => sum + Math.ceil(length / PIECE), 0)
  const column = (): Int32Array => new Int32Array(count)
  const pieces: Pieces = {
    values: column(),
    positions: column(),
    hashes: column(),
    halves: column(),
    next: column(),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 1))).fill(-1),
    filter: filterFor(count),
  }
  let piece = 0
  for (const [index, value] of values.entries()) {
    for (let position = 0; position < value.length; position += PIECE) {
      const start = Math.min(position, value.length - PIECE)
      if (isPublic(value.slice(start, start + PIECE))) continue
      const half = hashOf(value, start + HALF, HALF)
      const hash = joinedHash(hashOf(value, start, HALF), half, HALF)
      pieces.values[piece] = index
      pieces.positions[piece] = start
      pieces.hashes[piece] = hash
      pieces.halves[piece] = half
      const slot = slotOf(pieces, hash)
      pieces.next[piece] = pieces.slots[slot] ?? -1
      pieces.slots[slot] = piece
      addTo(pieces.filter, hash)
      piece += 1
    }
  }
  return pieces
}

/** The slot of a hash: the one that has a piece with it, or an empty one. */
function slotOf({ slots, hashes }: Pieces, hash: number): number {
  const mask = slots.length - 1
  let slot = mixed(hash) & mask
  for (;;) {
    const piece = slots[slot] ?? -1
    if (piece < 0 || hashes[piece] === hash) return slot
    slot = (slot + 1) & mask
  }
}
