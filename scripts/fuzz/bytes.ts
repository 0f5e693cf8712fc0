/** Whole numbers from 0 up to, and without, the limit. */
export type Dice = (limit: number) => number

/** The same numbers for the same seed: mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** Longer inputs than this are cut: what a body may be, and a little more. */
const LONGEST = 80_000

type Change = (bytes: Uint8Array, dice: Dice, from: readonly Uint8Array[]) => Uint8Array

const spliced = (bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)])

const oneOf = (from: readonly Uint8Array[], dice: Dice): Uint8Array =>
  from[dice(from.length)] ?? new Uint8Array()

/** What becomes of bytes on a bad day. */
const CHANGES: readonly Change[] = [
  // a byte is another
  (bytes, dice) => spliced(bytes, dice(bytes.length + 1), 1, Uint8Array.of(dice(256))),
  // a piece is gone
  (bytes, dice) => spliced(bytes, dice(bytes.length + 1), dice(40), new Uint8Array()),
  // the end is gone
  (bytes, dice) => bytes.subarray(0, dice(bytes.length + 1)),
  // a token or a whole example stands in the midst
  (bytes, dice, from) => spliced(bytes, dice(bytes.length + 1), 0, oneOf(from, dice)),
  // a piece comes twice
  (bytes, dice) => {
    const at = dice(bytes.length + 1)
    return spliced(bytes, at, 0, bytes.subarray(at, at + dice(200)))
  },
  // noise
  (bytes, dice) =>
    spliced(
      bytes,
      dice(bytes.length + 1),
      0,
      Uint8Array.from({ length: dice(30) }, () => dice(256)),
    ),
  // a byte without end, now and then
  (bytes, dice) =>
    dice(200) > 0 ? bytes : spliced(bytes, dice(bytes.length + 1), 0, Buffer.alloc(dice(LONGEST), dice(128))),
]

/** One of the examples after some changes. */
export function spoilt(
  examples: readonly Uint8Array[],
  tokens: readonly Uint8Array[],
  dice: Dice,
): Uint8Array {
  let bytes = oneOf(examples, dice)
  for (let left = dice(5); left > 0; left -= 1) {
    bytes = CHANGES[dice(CHANGES.length)]?.(bytes, dice, tokens) ?? bytes
  }
  return bytes.subarray(0, LONGEST)
}

/** The same bytes in pieces, as a network might bring them. */
export function inPieces(bytes: Uint8Array, dice: Dice): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + dice(bytes.length)
    pieces.push(bytes.subarray(at, end))
    at = end
  }
  return pieces
}
