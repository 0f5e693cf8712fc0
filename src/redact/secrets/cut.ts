import { addTo, eachWindow, filterFor, hashOf } from './hash.ts'
import type { Finder } from './short.ts'

/** How many letters of a value are recognized without the rest of it. */
const MIN_QUOTED = 10

/** Shorter values are found only as a whole. */
const MIN_LENGTH = MIN_QUOTED + 4

/** Some letters of a value. */
interface Piece {
  readonly value: string
  /** Where it starts in the value. */
  readonly at: number
}

/**
 * Finds what a site quotes of a value: "token abc…" and "…xyz". From 20 letters on, also what is between its ends.
 * What may be ordinary words is not found.
 *
 * @param isPublic whether a text is part of a public one
 */
export function cutFinderOf(values: readonly string[], isPublic: (text: string) => boolean): Finder {
  const pieces = new Map<number, Piece[]>()
  for (const value of values) {
    if (value.length < MIN_LENGTH) continue
    for (const at of placesIn(value)) {
      const text = value.slice(at, at + MIN_QUOTED)
      if (!isRandom(text) || isPublic(text)) continue
      const hash = hashOf(value, at, MIN_QUOTED)
      const alikes = pieces.get(hash) ?? []
      if (alikes.length < MAX_ALIKE) alikes.push({ value, at })
      pieces.set(hash, alikes)
    }
  }
  if (pieces.size === 0) return () => {}
  const filter = filterFor(pieces.size)
  for (const hash of pieces.keys()) addTo(filter, hash)
  return (text, found) => {
    let foundTo = 0
    eachWindow(text, MIN_QUOTED, filter, (start, hash) => {
      if (start + MIN_QUOTED <= foundTo) return
      for (const { value, at } of pieces.get(hash) ?? []) {
        const length = alike(text, start, value, at, 1)
        if (length < MIN_QUOTED) continue
        const end = start + length
        found(start - before(text, start, value, at), end)
        foundTo = Math.max(foundTo, end)
      }
    })
  }
}

/** Both ends, and of a value that is not very long some places between them. */
function placesIn({ length }: string): readonly number[] {
  const between = length > MAX_BETWEEN ? 0 : Math.ceil(length / MIN_QUOTED) - 2
  const inner = Array.from({ length: between }, (_, index) => (index + 1) * MIN_QUOTED)
  return [0, ...inner, length - MIN_QUOTED]
}

const MAX_BETWEEN = 128

/** So many values with the same end are compared. */
const MAX_ALIKE = 16

/**
 * Letters and digits that alternate, as in a key. Dates, versions, and names with a number don't. The beginning of a
 * JWT is the same in most of them.
 */
function isRandom(text: string): boolean {
  if (!/^[\w+-]*$/.test(text) || text.startsWith('eyj')) return false
  const runs = text.replaceAll(/[_+-]/g, '').match(/\d+|[a-z]+/g) ?? []
  return runs.length > 2
}

/** How many letters a text and a value have in common from here, as far as a piece of a long value reaches. */
export function alike(text: string, at: number, value: string, from: number, step: 1 | -1): number {
  let count = 0
  while (count < MAX_COMPARED && isAlike(text.charAt(at + count * step), value.charAt(from + count * step)))
    count += 1
  return count
}

/** The same backward, up to a sign that separates a key from its value. The key stays readable. */
export function before(text: string, start: number, value: string, at: number): number {
  const count = alike(text, start - 1, value, at - 1, -1)
  return /[^\s/=:;,&?"']*$/.exec(text.slice(start - count, start))?.[0].length ?? 0
}

const MAX_COMPARED = 64

/** A `+` may be a space in a URL. */
function isAlike(one: string, other: string): boolean {
  return one !== '' && (one === other || (one === '+' && other === ' ') || (one === ' ' && other === '+'))
}
