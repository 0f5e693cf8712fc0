/** Returns an integer from 0 to the limit, excluding the limit. */
export type Random = (limit: number) => number

/** The same seed gives the same numbers: mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** Longer inputs are cut. Slightly more than the limit of a body. */
const MAX_BYTES = 80_000

type Mutation = (bytes: Uint8Array, random: Random, from: readonly Uint8Array[]) => Uint8Array

const splice = (bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)])

const oneOf = (from: readonly Uint8Array[], random: Random): Uint8Array =>
  from[random(from.length)] ?? new Uint8Array()

const MUTATIONS: readonly Mutation[] = [
  // replaces a byte
  (bytes, random) => splice(bytes, random(bytes.length + 1), 1, Uint8Array.of(random(256))),
  // removes a piece
  (bytes, random) => splice(bytes, random(bytes.length + 1), random(40), new Uint8Array()),
  // removes the end
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  // inserts a token
  (bytes, random, from) => splice(bytes, random(bytes.length + 1), 0, oneOf(from, random)),
  // repeats a piece
  (bytes, random) => {
    const at = random(bytes.length + 1)
    return splice(bytes, at, 0, bytes.subarray(at, at + random(200)))
  },
  // inserts random bytes
  (bytes, random) =>
    splice(
      bytes,
      random(bytes.length + 1),
      0,
      Uint8Array.from({ length: random(30) }, () => random(256)),
    ),
  // inserts a long run of one byte, rarely
  (bytes, random) =>
    random(200) > 0
      ? bytes
      : splice(bytes, random(bytes.length + 1), 0, Buffer.alloc(random(MAX_BYTES), random(128))),
]

/** One of the examples, with up to four mutations. */
export function mutate(
  examples: readonly Uint8Array[],
  tokens: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  let bytes = oneOf(examples, random)
  for (let left = random(5); left > 0; left -= 1) {
    bytes = MUTATIONS[random(MUTATIONS.length)]?.(bytes, random, tokens) ?? bytes
  }
  return bytes.subarray(0, MAX_BYTES)
}

/** The same bytes in pieces, as they may arrive from a network. */
export function splitRandomly(bytes: Uint8Array, random: Random): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + random(bytes.length)
    pieces.push(bytes.subarray(at, end))
    at = end
  }
  return pieces
}
