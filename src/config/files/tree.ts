import { printable } from '../parser/problems.ts'

/** A position in a file, counted from 1. */
export interface Place {
  readonly line: number
  /** In UTF-16 code units, as editors count. */
  readonly column: number
}

/** An error at a position, in sentences. It quotes keys only: values may be secret. */
export interface Fault {
  readonly place: Place
  readonly text: string
}

/** A value as it is written: numbers and booleans are text too. */
export type Tree = { readonly place: Place } & (
  | { readonly kind: 'text'; readonly text: string }
  /** `~`, `null`, or nothing at all. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
)

export interface Entry {
  readonly key: string
  /** The key's position. */
  readonly place: Place
  readonly value: Tree
}

/** Faults that are worded. The others are only counted: a hundred are printed. */
const MAX_WORDED = 1000

/** The first entry of each key. The others are reported. */
export function checkedEntries(entries: readonly Entry[], faults: Fault[]): readonly Entry[] {
  const firsts = new Map<string, Place>()
  return entries.filter(({ key, place }) => {
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, place)
    else faults.push({ place, text: faults.length < MAX_WORDED ? fault(key, first) : '' })
    return first === undefined
  })
}

const fault = (key: string, { line }: Place): string =>
  `\`${printable(key)}\` is already set on line ${line}. Remove one of them.`
