/** A piece of text that is kept or dropped as a whole. */
export interface Piece {
  readonly text: string
  /** The highest number is dropped first. 0 is never dropped. */
  readonly dropOrder: number
}

/** GitHub accepts 65,536 characters in a comment. The rest is for the marker in front. */
export const COMMENT_LIMIT = 65_000

/**
 * Joins pieces within `limit` bytes of UTF-8: GitHub counts characters in some places and bytes in others. Drops
 * pieces by `dropOrder`, of equals the later one, and then appends `notice`.
 */
export function fit(pieces: readonly Piece[], limit: number, notice: string): string {
  const whole = join(pieces)
  if (bytesOf(whole) <= limit) return whole
  const kept = new Set(pieces)
  let size = bytesOf(whole) + bytesOf(notice)
  for (const piece of byDropOrder(pieces)) {
    if (size <= limit) break
    kept.delete(piece)
    size -= bytesOf(piece.text)
  }
  if (size <= limit) return join([...kept]) + notice
  // Even the mandatory pieces are too long: the first one matters most.
  const [first] = pieces
  return first !== undefined && bytesOf(first.text) <= limit ? first.text : ''
}

function byDropOrder(pieces: readonly Piece[]): readonly Piece[] {
  return pieces
    .toReversed()
    .filter(({ dropOrder }) => dropOrder > 0)
    .toSorted((a, b) => b.dropOrder - a.dropOrder)
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}
