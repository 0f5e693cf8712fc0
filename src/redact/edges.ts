import { BREAK, EDGE } from './view/units.ts'

/** A value whose beginning is hidden where a text ends, because something may have cut the text there. */
export interface Beginning {
  /** The value, or its first letters if it is found in another way from there. */
  readonly text: string
  /** Whether a beginning may follow any letter. Otherwise it starts a word. */
  readonly anywhere: boolean
  /** Whether a plain word may be a beginning. `long`: from eight letters on, unless our sentences end with it. */
  readonly words: 'always' | 'long' | 'never'
}

/** Finds the longest suffix of the text before `end` that begins a value. Returns its start, or -1. */
export type EdgeFinder = (text: string, end: number) => number

/** The shortest beginning. */
export const MIN_BEGINNING = 6
/** The shortest beginning of a name that is a plain word, such as `production`. */
const MIN_WORD_LENGTH = 8

/** Words with which our sentences end. They don't become a name when one begins with them. */
const ORDINARY =
  /^(?:application|backend|certificate|cloudflare|connection|database|firewall|frontend|gateway|hostname|internet|kubernetes|loadbalancer|network|production|request|response|servers?|service|timeout|upstream|webserver|website)$/

/** How many values the beginnings are compared with one by one. */
const KEY_LENGTH = 4

/** @param isPublic whether a beginning is part of a public text */
export function edgeFinderOf(
  beginnings: readonly Beginning[],
  isPublic: (beginning: string) => boolean,
): EdgeFinder {
  const keys = new Set(beginnings.map(({ text }) => text.slice(0, KEY_LENGTH)))
  const longest = beginnings.reduce((most, { text }) => Math.max(most, text.length), 0)
  // Sorting thousands of values takes long, and most runs never need it.
  let sorted: readonly Beginning[] | undefined
  const isBeginning = (suffix: string, before: string): boolean => {
    sorted ??= beginnings.toSorted((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    for (let index = firstFrom(sorted, suffix); index < sorted.length; index += 1) {
      const beginning = sorted[index]
      if (beginning === undefined || !beginning.text.startsWith(suffix)) return false
      if (beginning.text.length > suffix.length && counts(beginning, suffix, before)) return true
    }
    return false
  }
  return (text, end) => {
    for (let start = Math.max(0, end - longest); start <= end - MIN_BEGINNING; start += 1) {
      if (!keys.has(text.slice(start, start + KEY_LENGTH))) continue
      const suffix = text.slice(start, end)
      if (isBeginning(suffix, text.charAt(start - 1)) && !isPublic(suffix)) return start
    }
    return -1
  }
}

function counts({ anywhere, words }: Beginning, suffix: string, before: string): boolean {
  if (!anywhere && /[a-z0-9]/.test(before)) return false
  const word = suffix.replace(/\.+$/, '')
  if (words === 'always' || !/^[a-z]+$/.test(word)) return true
  return words === 'long' && suffix.length >= MIN_WORD_LENGTH && !ORDINARY.test(word)
}

/** The index of the first value that is not before `suffix`. */
function firstFrom(sorted: readonly Beginning[], suffix: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.text ?? '') < suffix) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the original may have been cut: at the end, and where an encoded text ends with it. */
export function endsIn(text: string): readonly number[] {
  const ends: number[] = []
  for (let at = text.indexOf(EDGE_TEXT); at >= 0; at = text.indexOf(EDGE_TEXT, at + 1)) ends.push(at)
  return text.endsWith(EDGE_TEXT) || text.endsWith(BREAK_TEXT) ? ends : [...ends, text.length]
}

const EDGE_TEXT = String.fromCharCode(EDGE)
const BREAK_TEXT = String.fromCharCode(BREAK)

/** What the end of a text may have left of an escape, of a letter in UTF-8 or of a defanged sign. */
const PARTIAL =
  /(?:%(?:25)*[0-9a-f]?|%u[0-9a-f]{0,3}|\\(?:x[0-9a-f]?|u[0-9a-f]{0,3}|u\{[0-9a-f]{0,6})?|&#?[0-9a-z]{0,8}|[[({](?:[.:]|d?o?t?)|[\u{f780}-\u{f7ff}]+|\.{3}| )$/u
const MAX_PARTIAL = 24

/** Where a value may end, if the text before `end` is cut there: at the end, and before each part of an escape. */
export function cutsBefore(text: string, end: number): readonly number[] {
  const cuts = [end]
  let rest = text.slice(Math.max(0, end - MAX_PARTIAL), end)
  for (;;) {
    const partial = PARTIAL.exec(rest)?.[0].length ?? 0
    if (partial === 0) return cuts
    rest = rest.slice(0, -partial)
    cuts.push((cuts.at(-1) ?? end) - partial)
  }
}
