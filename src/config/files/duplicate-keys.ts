import { printable } from '../parser/problems.ts'
import type { Entry, Fault, Place } from './yaml.ts'

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
