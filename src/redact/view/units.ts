/**
 * A text to search, made from another one, with the position of each part in the original.
 */
export interface View {
  /** Letters still have their case. */
  readonly text: string
  /** Where each UTF-16 unit begins in the original, and at the end the original's length. Absent: at its own index. */
  readonly at?: Uint32Array
}

/** Between texts that only one view contains. For private use, so that nothing folds to it. */
export const BREAK = 0xf8fe

/** Where the original text ends, if the view goes on. */
export const EDGE = 0xf8ff

/** UTF-16 units being written, with their positions in the original. */
export interface Units {
  codes: Uint16Array
  at: Uint32Array
  length: number
  /** The index of the last sign with which an escape begins, or where one was. */
  sign: number
  /** Whether rare escapes count too. */
  readonly rare: boolean
  /** A space at this index belongs to the escape before it. */
  space: number
}

export function emptyUnits(capacity: number, rare = false): Units {
  return {
    codes: new Uint16Array(capacity),
    at: new Uint32Array(capacity),
    length: 0,
    sign: -Infinity,
    rare,
    space: -1,
  }
}

export function pushUnit(units: Units, code: number, at: number): void {
  if (units.length === units.codes.length) grow(units)
  units.codes[units.length] = code
  units.at[units.length] = at
  units.length += 1
}

/** Adds a range of another text. */
export function pushRange(units: Units, { text, at }: View, start: number, end: number): void {
  while (units.length + end - start > units.codes.length) grow(units)
  const { codes, at: positions, length } = units
  for (let index = start, unit = length; index < end; index += 1, unit += 1) {
    codes[unit] = text.charCodeAt(index)
    positions[unit] = at === undefined ? index : (at[index] ?? 0)
  }
  units.length += end - start
}

function grow(units: Units): void {
  const capacity = units.codes.length * 2 + 16
  const codes = new Uint16Array(capacity)
  codes.set(units.codes)
  const at = new Uint32Array(capacity)
  at.set(units.at)
  units.codes = codes
  units.at = at
}

/** @param end the length of the original */
export function viewOf(units: Units, end: number): View {
  const { length } = units
  pushUnit(units, 0, end)
  const codes = units.codes.subarray(0, length)
  return { text: textOf(codes), at: units.at.subarray(0, length + 1) }
}

/** A string of one byte per unit if possible: it takes half the memory, and searches in it are faster. */
function textOf(codes: Uint16Array): string {
  let all = 0
  // An iterator takes ten times as long.
  for (let index = 0; index < codes.length; index += 1) all |= codes[index] ?? 0
  if (all > 0xff) return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le')
  return Buffer.from(codes).toString('latin1')
}

/** The range of the original that a match covers, from the first unit to before the end of the last one. */
export function originalRange(view: View, start: number, end: number): readonly [number, number] {
  const { at } = view
  if (at === undefined) return [start, end]
  const last = at[end - 1] ?? 0
  let next = end
  // One character of the original may be several units.
  while (next < at.length - 1 && (at[next] ?? 0) <= last) next += 1
  return [at[start] ?? 0, at[next] ?? 0]
}
