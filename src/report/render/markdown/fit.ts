/** A piece of text that stands or falls as a whole: nothing is ever cut inside. */
export interface Piece {
  readonly text: string
  /** What goes first when there is too much has the highest number. 0 stays to the end. */
  readonly spare: number
}

/** What GitHub takes for a comment is 65,536 characters. Room is left for the marker in front. */
export const COMMENT_LIMIT = 65_000

/**
 * Puts pieces together, one after the other, within `limit` bytes of UTF-8: GitHub counts characters in some places and
 * bytes in others. Leaves out what can best be spared, of equals the later one, and says so with `notice` at the end.
 */
export function fit(pieces: readonly Piece[], limit: number, notice: string): string {
  const whole = together(pieces)
  if (bytesOf(whole) <= limit) return whole
  const kept = new Set(pieces)
  let size = bytesOf(whole) + bytesOf(notice)
  for (const piece of bySpare(pieces)) {
    if (size <= limit) break
    kept.delete(piece)
    size -= bytesOf(piece.text)
  }
  if (size <= limit) return together([...kept]) + notice
  // Not even what must stay has room: the first piece says the most.
  const [first] = pieces
  return first !== undefined && bytesOf(first.text) <= limit ? first.text : ''
}

function bySpare(pieces: readonly Piece[]): readonly Piece[] {
  return pieces
    .toReversed()
    .filter(({ spare }) => spare > 0)
    .toSorted((a, b) => b.spare - a.spare)
}

function together(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}
