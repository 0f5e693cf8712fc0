import { domainToUnicode } from 'node:url'
import { addTo, filterFor, mayHave, mixed, type Filter } from './secrets/hash.ts'
import type { Finder } from './secrets/short.ts'
import { normalFormsOf } from './secrets/spellings.ts'

/** A name to find. Any separator stands for any other: `origin-example-net`. */
interface Name {
  readonly canonical: string
  readonly hasLabels: boolean
  readonly isPublic: boolean
}

/** All names by a hash of their parts. */
interface Names {
  readonly byHash: ReadonlyMap<number, readonly Name[]>
  /** The hashes of the names' first parts. */
  readonly first: Filter
  /** The most parts that a name has. */
  readonly most: number
}

/** A name in Unicode as people write it, and as DNS has it. */
export function formsOfName(name: string): ReadonlySet<string> {
  if (/^(?!.*xn--)[!-~]*$/i.test(name)) return new Set([name.toLowerCase()])
  const ascii = URL.parse(`http://${name}`)?.hostname ?? name
  return new Set([name, ascii, domainToUnicode(ascii)].flatMap(normalFormsOf))
}

/**
 * Finds the origin's names, and longer names that contain one of them, because they reveal it too. The costs don't
 * depend on the number of names: a hash decides whether the parts at a position are one.
 *
 * @param names in the forms of `formsOfName`
 * @param shown public names: no part of one is found
 */
export function nameFinderOf(hidden: readonly string[], shown: readonly string[]): Finder {
  if (hidden.length === 0) return () => {}
  const names = namesOf(hidden, shown)
  return (text, found) => {
    let publicTo = 0
    for (let start = partFrom(text, 0); start < text.length;) {
      const end = partEnd(text, start)
      let next = partFrom(text, end)
      if (mayHave(names.first, partHash(text, start, end))) {
        const { hiddenTo, shownTo } = longestAt(text, start, names)
        publicTo = Math.max(publicTo, shownTo)
        if (hiddenTo > publicTo) {
          const [first, last] = wholeName(text, start, hiddenTo)
          found(first, last)
          next = partFrom(text, Math.max(end, last))
        }
      }
      // `%2origin.example.net` shows the name, though a digit is before it.
      if (next < end || text.charCodeAt(start - 1) !== PERCENT) start = next
      else {
        const glued = [start + 1, start + 2].find(
          (from) => from < end && longestAt(text, from, names).hiddenTo > 0,
        )
        start = glued ?? next
      }
    }
  }
}

const PERCENT = 0x25

function namesOf(hidden: readonly string[], shown: readonly string[]): Names {
  const byHash = new Map<number, Name[]>()
  const first = filterFor(hidden.length + shown.length)
  let most = 0
  for (const [list, isPublic] of [
    [hidden, false],
    [shown, true],
  ] as const) {
    for (const name of list) {
      const { hash, count, firstHash } = hashOfName(name)
      addTo(first, firstHash)
      most = Math.max(most, count)
      const named = byHash.get(hash)
      const entry = { canonical: canonicalOf(name), hasLabels: name.includes('.'), isPublic }
      if (named === undefined) byHash.set(hash, [entry])
      else named.push(entry)
    }
  }
  return { byHash, first, most }
}

function hashOfName(name: string): {
  readonly hash: number
  readonly count: number
  readonly firstHash: number
} {
  let [hash, count, firstHash] = [0, 0, 0]
  for (let start = partFrom(name, 0), last = 0; start < name.length; count += 1) {
    const end = partEnd(name, start)
    const part = partHash(name, start, end)
    if (count === 0) firstHash = part
    hash = joined(hash, part, count > 0 && start > last)
    last = end
    start = partFrom(name, end)
  }
  return { hash, count, firstHash }
}

/** The ends of the longest names that start at a position, or 0. */
function longestAt(
  text: string,
  start: number,
  { byHash, most }: Names,
): { readonly hiddenTo: number; readonly shownTo: number } {
  let [hash, hiddenTo, shownTo] = [0, 0, 0]
  for (let part = 0, from = start, last = start; part < most && from < text.length; part += 1) {
    const end = partEnd(text, from)
    hash = joined(hash, partHash(text, from, end), from > last)
    last = end
    for (const { canonical, hasLabels, isPublic } of byHash.get(hash) ?? []) {
      if (canonical !== canonicalOf(text.slice(start, end))) continue
      if (isPublic) shownTo = end
      else if (hasLabels || isHostPosition(text, start, end)) hiddenTo = end
    }
    from = end
    while (isSeparator(text.charCodeAt(from))) from += 1
    if (from < text.length && !isInPart(text.charCodeAt(from))) break
  }
  return { hiddenTo, shownTo }
}

const FACTOR = 0x2c1b3c6d

function joined(hash: number, part: number, separated: boolean): number {
  return mixed((Math.imul(hash, FACTOR) + part + (separated ? 1 : 0)) | 0)
}

function canonicalOf(name: string): string {
  return name.replace(/[._;|~-]+/g, '.')
}

/**
 * A name is made of parts: runs of ASCII letters and digits, and each other letter by itself, because not all scripts
 * separate words. Where the next part starts, or the length of the text.
 */
function partFrom(text: string, index: number): number {
  let start = index
  while (start < text.length && !isInPart(text.charCodeAt(start))) start += 1
  return start
}

function partEnd(text: string, start: number): number {
  let end = start + 1
  if (text.charCodeAt(start) >= 0x80) return end
  while (end < text.length && isAlphanumeric(text.charCodeAt(end))) end += 1
  return end
}

function partHash(text: string, start: number, end: number): number {
  let hash = 0
  for (let index = start; index < end; index += 1)
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0
  return hash
}

function isInPart(code: number): boolean {
  return code >= 0x80 || isAlphanumeric(code)
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** A dot, a hyphen, an underscore, or a sign that stands for a dot. */
function isSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x5f || code === 0x3b || code === 0x7c || code === 0x7e
}

const IN_NAME = /[\p{L}\p{N}_.*-]/u

/** The longest name in DNS. */
const MAX_NAME = 253

/** A longer name that contains a name, as `a.origin.example.net` does, is hidden as a whole. */
function wholeName(text: string, start: number, end: number): readonly [number, number] {
  let first = start
  while (first > Math.max(0, start - MAX_NAME) && IN_NAME.test(text.charAt(first - 1))) first -= 1
  let last = end
  while (last < Math.min(text.length, end + MAX_NAME) && IN_NAME.test(text.charAt(last))) last += 1
  while (last > end && /[.-]/.test(text.charAt(last - 1))) last -= 1
  const isLabel = (index: number, edge: number): boolean => index === edge || text.charAt(index) === '.'
  const contains = (start === first || text.charAt(start - 1) === '.') && isLabel(end, last)
  return contains ? [first, last] : [start, end]
}

/**
 * A word such as `nginx` or `localhost` may be an origin's name or an ordinary word. It counts as a name only in the
 * position of a host: after `//` or `@`, or before a port.
 */
function isHostPosition(text: string, start: number, end: number): boolean {
  if (
    IN_NAME.test(text.charAt(start - 1)) ||
    /^(?:[\p{L}\p{N}_*-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 2))
  )
    return false
  return (
    /(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2))
  )
}
