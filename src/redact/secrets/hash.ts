const FACTOR = 0x01000193 | 2
const [PLUS, SPACE] = [0x2b, 0x20]

/** A `+` may be a space in a URL, so both are the same. */
function codeAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code === PLUS ? SPACE : code
}

/** The hash of `width` letters, as `rollingHashes` calculates it. */
export function hashOf(text: string, start: number, width: number): number {
  let hash = 0
  for (let index = start; index < start + width; index += 1)
    hash = (Math.imul(hash, FACTOR) + codeAt(text, index)) | 0
  return hash
}

/** The hash of two parts one after the other. `width` is that of the second. */
export function joinedHash(first: number, second: number, width: number): number {
  return (Math.imul(first, power(width)) + second) | 0
}

/** The hash one letter further: with the letter that is added, and without the one that was first. */
function shifted(hash: number, factor: number, added: number, first: number): number {
  return (Math.imul(hash, FACTOR) + added - Math.imul(factor, first)) | 0
}

function power(exponent: number): number {
  let result = 1
  for (let index = 0; index < exponent; index += 1) result = Math.imul(result, FACTOR)
  return result
}

/** The hash of `width` letters by their start. It costs little when it follows that of the position before. */
export function successiveHashes(text: string, width: number): (start: number) => number {
  const factor = power(width)
  let [last, hash] = [-2, 0]
  return (start) => {
    hash =
      start === last + 1
        ? shifted(hash, factor, codeAt(text, start + width - 1), codeAt(text, start - 1))
        : hashOf(text, start, width)
    last = start
    return hash
  }
}

/** Visits each window of a text that a filter may contain. Each hash is made from the one before, so time is linear. */
export function eachWindow(
  text: string,
  width: number,
  filter: Filter,
  visit: (start: number, hash: number) => void,
): void {
  if (text.length < width) return
  const codes = codesOf(text)
  const factor = power(width)
  let hash = hashOf(text, 0, width)
  if (mayHave(filter, hash)) visit(0, hash)
  for (let end = width; end < codes.length; end += 1) {
    const start = end - width
    hash = shifted(hash, factor, codes[end] ?? 0, codes[start] ?? 0)
    if (mayHave(filter, hash)) visit(start + 1, hash)
  }
}

/** The UTF-16 units of a text, with spaces for `+`. Reading an array is faster than reading a string. */
function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  Buffer.from(codes.buffer).write(text, 'utf16le')
  for (let at = codes.indexOf(PLUS); at >= 0; at = codes.indexOf(PLUS, at + 1)) codes[at] = SPACE
  return codes
}

let scratch = new Int32Array(0)

/**
 * The hashes of all windows of a text, by their start. In linear time, because each one is made from the one before.
 * The result is valid until the next call.
 */
export function rollingHashes(text: string, width: number): Int32Array {
  const count = text.length - width + 1
  if (count <= 0) return scratch.subarray(0, 0)
  if (scratch.length < count) scratch = new Int32Array(count)
  const factor = power(width)
  let hash = hashOf(text, 0, width)
  scratch[0] = hash
  for (let start = 1; start < count; start += 1) {
    hash = shifted(hash, factor, codeAt(text, start + width - 1), codeAt(text, start - 1))
    scratch[start] = hash
  }
  return scratch.subarray(0, count)
}

/** A set of numbers that has no false negatives: most lookups end here. */
export interface Filter {
  readonly bits: Uint32Array
  /** By how much to shift a mixed hash so that it is a position in `bits`. */
  readonly shift: number
}

/** @param count how many numbers will be added, at most */
export function filterFor(count: number): Filter {
  const log = Math.min(24, Math.max(10, Math.ceil(Math.log2(count + 1)) + 5))
  return { bits: new Uint32Array(2 ** (log - 5)), shift: 32 - log }
}

export function addTo({ bits, shift }: Filter, hash: number): void {
  const position = mixed(hash) >>> shift
  const word = position >>> 5
  bits[word] = (bits[word] ?? 0) | (1 << (position & 31))
}

export function mayHave({ bits, shift }: Filter, hash: number): boolean {
  const position = mixed(hash) >>> shift
  return (((bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1
}

/** The low bits of a hash depend on the low bits of the letters only. */
export function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return Math.imul(once ^ (once >>> 13), 0x297a2d39)
}
