import { addTo, filterFor, hashOf, mayHave, mixed, rollingHashes, type Filter } from './hash.ts'

/** Finds where values are in a text. */
export type Finder = (text: string, found: (start: number, end: number) => void) => void

/** Values of one class of lengths: at least `width` letters and fewer than twice as many. */
interface Class {
  readonly width: number
  readonly starts: Filter
  /** The values that start with a window, by its hash. */
  readonly groups: ReadonlyMap<number, Group>
  readonly pairs: Filter
}

interface Group {
  readonly lengths: number[]
  readonly values: Set<string>
}

/**
 * Finds values of fewer than 32 letters. The first and the last window cover a value, so two hashes decide whether it may
 * be at a position, however many values begin alike.
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
  const pairs = filterFor(values.length)
  const groups = new Map<number, Group>()
  for (const value of values) {
    const { length } = value
    const first = hashOf(value, 0, width)
    addTo(starts, first)
    addTo(pairs, pairOf(first, hashOf(value, length - width, width), length))
    const group = groups.get(first) ?? { lengths: [], values: new Set() }
    groups.set(first, group)
    if (!group.lengths.includes(length)) group.lengths.push(length)
    group.values.add(value.replaceAll('+', ' '))
  }
  return { width, starts, groups, pairs }
}

function pairOf(first: number, last: number, length: number): number {
  return (mixed(first) + Math.imul(last, 31) + length) | 0
}

function findIn(
  text: string,
  { width, starts, groups, pairs }: Class,
  found: (start: number, end: number) => void,
): void {
  const hashes = rollingHashes(text, width)
  let foundTo = 0
  for (let start = 0; start < hashes.length; start += 1) {
    const first = hashes[start] ?? 0
    if (!mayHave(starts, first)) continue
    const group = groups.get(first)
    if (group === undefined) continue
    for (const length of group.lengths) {
      const end = start + length
      if (end <= foundTo || end > text.length) continue
      if (!mayHave(pairs, pairOf(first, hashes[end - width] ?? 0, length))) continue
      if (!group.values.has(text.slice(start, end).replaceAll('+', ' '))) continue
      found(start, end)
      foundTo = end
    }
  }
}
