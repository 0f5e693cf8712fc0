import { domainToUnicode } from 'node:url'
import { mixed } from './secrets/hash.ts'
import type { Finder } from './secrets/short.ts'
import { normalFormsOf } from './secrets/spellings.ts'

/**
 * The parts of a text that a name may be made of: runs of ASCII letters and digits, and each other letter by itself,
 * because not all scripts separate words. Between the parts of a name is a separator or nothing.
 */
interface Parts {
  /** Whether the text is only one name. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly hashes: readonly number[]
  /** Whether a separator precedes the part, another character, or nothing. */
  readonly before: readonly Before[]
}

type Before = 'separator' | 'other' | 'nothing'

/** A name by its parts. Any separator stands for any other: `origin-example-net`. */
interface Name {
  readonly canonical: string
  readonly hasLabels: boolean
  readonly isPublic: boolean
}

/** A name in Unicode as people write it, and as DNS has it. */
export function formsOfName(name: string): ReadonlySet<string> {
  if (/^(?!.*xn--)[!-~]*$/i.test(name)) return new Set([name.toLowerCase()])
  const ascii = URL.parse(`http://${name}`)?.hostname ?? name
  return new Set([name, ascii, domainToUnicode(ascii)].flatMap((form) => Array.from(normalFormsOf(form))))
}

const FACTOR = 0x2c1b3c6d

/**
 * Finds the origin's names, and longer names that contain one of them, because they reveal it too. The costs don't
 * depend on the number of names: a hash decides whether the parts at a position are one.
 *
 * @param names in the forms of `formsOfName`
 * @param shown public names: no part of one is found
 */
export function nameFinderOf(names: readonly string[], shown: readonly string[]): Finder {
  const byHash = new Map<number, Name[]>()
  const counts = new Set<number>()
  for (const [list, isPublic] of [
    [names, false],
    [shown, true],
  ] as const) {
    for (const name of list) {
      const { hashes, before } = partsOf(name)
      if (hashes.length === 0) continue
      const hash = hashes.reduce(
        (sum, part, index) => next(sum, part, index === 0 ? undefined : before[index]),
        0,
      )
      counts.add(hashes.length)
      byHash.set(hash, [
        ...(byHash.get(hash) ?? []),
        { canonical: canonicalOf(name), hasLabels: name.includes('.'), isPublic },
      ])
    }
  }
  const most = Math.max(0, ...counts)
  const firstParts = new Set(names.concat(shown).map((name) => partsOf(name).hashes[0]))
  if (names.length === 0) return () => {}
  return (text, found) => {
    const { starts, ends, hashes, before } = partsOf(text)
    let publicTo = 0
    for (let from = 0; from < hashes.length; from += 1) {
      if (!firstParts.has(hashes[from])) continue
      let hash = 0
      let hiddenTo = 0
      const start = starts[from] ?? 0
      for (let part = from; part < hashes.length && part - from < most; part += 1) {
        const preceding = part === from ? undefined : before[part]
        if (preceding === 'other') break
        hash = next(hash, hashes[part] ?? 0, preceding)
        if (!counts.has(part - from + 1)) continue
        const end = ends[part] ?? 0
        for (const name of byHash.get(hash) ?? []) {
          if (name.canonical !== canonicalOf(text.slice(start, end))) continue
          if (name.isPublic) publicTo = Math.max(publicTo, end)
          else if (name.hasLabels || isHostPosition(text, start, end)) hiddenTo = end
        }
      }
      if (hiddenTo <= publicTo) continue
      const [first, last] = wholeName(text, start, hiddenTo)
      found(first, last)
      while ((starts[from + 1] ?? Infinity) < last) from += 1
    }
  }
}

function next(sum: number, part: number, before: Before | undefined): number {
  return mixed((Math.imul(sum, FACTOR) + part + (before === 'separator' ? 1 : 0)) | 0)
}

function canonicalOf(name: string): string {
  return name.replace(/[._-]+/g, '.')
}

function partsOf(text: string): Parts {
  const [starts, ends, hashes, before]: [number[], number[], number[], Before[]] = [[], [], [], []]
  let state: Before = 'other'
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (!isAlphanumeric(code) && code < 0x80) {
      // A name has one separator at a time, or the two hyphens of `xn--`.
      state = isSeparator(code) && state !== 'other' ? 'separator' : 'other'
      continue
    }
    const start = index
    let hash = code
    if (code < 0x80) {
      while (index + 1 < text.length && isAlphanumeric(text.charCodeAt(index + 1))) {
        index += 1
        hash = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0
      }
    }
    starts.push(start)
    ends.push(index + 1)
    hashes.push(hash)
    before.push(state)
    state = 'nothing'
  }
  return { starts, ends, hashes, before }
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** A dot, a hyphen or an underscore. */
function isSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x5f
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
