import { addTo, filterFor, hashOf, mayHave, rollingHashes, type Filter } from './hash.ts'

/** Finds where values are in a text. */
export type Finder = (text: string, found: (start: number, end: number) => void) => void

/** Values of one class of lengths: at least `width` letters and fewer than twice as many. */
interface Class {
  readonly width: number
  /** The first windows of all values, their last ones, and both with the length. */
  readonly starts: Filter
  readonly lasts: Filter
  readonly pairs: Filter
  /** The values that start with a window, by its hash. */
  readonly groups: ReadonlyMap<number, Group>
}

interface Group {
  /** Longest first. */
  readonly lengths: number[]
  readonly values: Set<string>
}

/**
 * Finds values of fewer than 32 letters. The first and the last window cover a value, so two hashes decide whether it
 * may be at a position, however many values begin alike.
 */
export function shortFinderOf(values: readonly string[]): Finder {
  const classes = [4, 8, 16].flatMap((width) => {
    const members = values.filter(({ length }) => length >= width && length < width * 2)
    return members.length === 0 ? [] : [classOf(members, width)]
  })
  return (text, found) => {
    for (const each of classes) findIn(text, each, found)
  }
}

function classOf(values: readonly string[], width: number): Class {
  const starts = filterFor(values.length)
  const lasts = filterFor(values.length)
  const pairs = filterFor(values.length)
  const groups = new Map<number, Group>()
  for (const value of values) {
    const { length } = value
    const first = hashOf(value, 0, width)
    const last = hashOf(value, length - width, width)
    addTo(starts, first)
    addTo(lasts, last)
    addTo(pairs, pairOf(first, last, length))
    const group = groups.get(first) ?? { lengths: [], values: new Set() }
    groups.set(first, group)
    if (!group.lengths.includes(length)) {
      group.lengths.push(length)
      group.lengths.sort((a, b) => b - a)
    }
    group.values.add(withSpaces(value))
  }
  return { width, starts, lasts, pairs, groups }
}

function pairOf(first: number, last: number, length: number): number {
  return (Math.imul(first, 0x2c1b3c6d) + Math.imul(last, 31) + length) | 0
}

function withSpaces(value: string): string {
  return value.includes('+') ? value.replaceAll('+', ' ') : value
}

function findIn(
  text: string,
  { width, starts, lasts, pairs, groups }: Class,
  found: (start: number, end: number) => void,
): void {
  const hashes = rollingHashes(text, width)
  let foundTo = 0
  let nextLast = 0
  for (let start = 0; start < hashes.length; start += 1) {
    const first = hashes[start] ?? 0
    if (!mayHave(starts, first)) continue
    const group = groups.get(first)
    if (group === undefined) continue
    nextLast = Math.max(nextLast, start)
    while (nextLast < hashes.length && !mayHave(lasts, hashes[nextLast] ?? 0)) nextLast += 1
    for (const length of group.lengths) {
      const end = start + length
      // All other values are shorter.
      if (end <= foundTo || end - width < nextLast) break
      if (end > text.length || !mayHave(pairs, pairOf(first, hashes[end - width] ?? 0, length))) continue
      if (!group.values.has(withSpaces(text.slice(start, end)))) continue
      found(start, end)
      foundTo = end
    }
  }
}
