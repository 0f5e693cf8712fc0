import { type Bytes, ipv6Bytes } from './address.ts'
import { asInteger, type IPv4Addresses } from './ipv4.ts'
import { HEX_DIGITS, lettersOf, matchesIn, runsOf } from './letters.ts'
import type { Finder } from './secrets/short.ts'

const NIBBLES = {
  pattern: /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/g,
  letters: lettersOf(/[0-9a-f.]/),
  least: 63,
}
const DIGITS_OF_ADDRESS = 32
const QUAD = /\d{1,3}(?:\.\d{1,3}){3}/y

const SEPARATOR = /([:_-]{1,2})/
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const MAX_PARTS = 19

/** IPv6 addresses by their bytes. */
export type IPv6Addresses = Pick<ReadonlySet<string>, 'has' | 'size'>

export function ipv6Addresses(addresses: readonly Bytes[]): IPv6Addresses {
  return new Set(addresses.map((bytes) => bytes.join('.')))
}

/**
 * Finds IPv6 addresses, and those that embed a hidden IPv4 address (mapped, NAT64, 6to4).
 *
 * @param groups the `groupsOf` all of them. Few groups of other text are one of these
 */
export function ipv6FinderOf(ipv6: IPv6Addresses, ipv4: IPv4Addresses, groups?: ReadonlySet<number>): Finder {
  const hidden = (bytes: Bytes | undefined): boolean =>
    bytes !== undefined && (ipv6.has(bytes.join('.')) || embedsIPv4(bytes, ipv4))
  const hiddenText = (spelling: string): boolean => hidden(ipv6Bytes(spelling))
  return (text, found) => {
    if (ipv6.size === 0 && ipv4.all.size === 0) return
    for (const { match, index } of matchesIn(text, NIBBLES))
      if (hidden(bytesOfHex(match[0].split('.').toReversed().join('')))) found(index, index + match[0].length)
    for (const [start, end] of runsOf(text, DIGITS_OF_ADDRESS, HEX_DIGITS))
      if (end - start === DIGITS_OF_ADDRESS && hidden(bytesOfHex(text.slice(start, end)))) found(start, end)
    for (const [start, end] of runsIn(text)) {
      const run = text.slice(start, end)
      if (groups === undefined || mayBe(run, groups))
        findInRun(run, hiddenText, (from, to) => {
          found(start + from, start + to)
        })
    }
  }
}

/** The values of groups of which each address has at least one, in its own notation or embedded in another address. */
export function groupsOf(addresses: readonly Bytes[]): ReadonlySet<number> {
  const groups = new Set<number>()
  for (const bytes of addresses)
    for (let index = 0; index < bytes.length; index += 2)
      groups.add((bytes[index] ?? 0) * 256 + (bytes[index + 1] ?? 0))
  groups.delete(0)
  return groups
}

function mayBe(run: string, groups: ReadonlySet<number>): boolean {
  if (run.includes('.')) return true
  for (const [group] of run.matchAll(/[0-9a-f]+/g)) if (groups.has(Number.parseInt(group, 16))) return true
  return false
}

/**
 * Runs of at least two groups of up to four digits. Between groups are colons, or hyphens or underscores as in host
 * names: `2001-db8--1.example.net`. The last group may be dotted IPv4.
 */
function* runsIn(text: string): Generator<readonly [start: number, end: number]> {
  for (let index = 0; index < text.length; index += 1) {
    if (!isSeparator(text.charCodeAt(index))) continue
    let start = index
    while (start > index - 4 && isHex(text.charCodeAt(start - 1))) start -= 1
    let end = index + 1
    let separators = 1
    for (;;) {
      let next = end
      while (next < end + 4 && isHex(text.charCodeAt(next))) next += 1
      if (!isSeparator(text.charCodeAt(next))) {
        QUAD.lastIndex = end
        end = QUAD.test(text) ? QUAD.lastIndex : next
        break
      }
      separators += 1
      end = next + 1
    }
    if (separators > 1)
      yield [text.charAt(start - 1) === '[' ? start - 1 : start, text.charAt(end) === ']' ? end + 1 : end]
    index = end - 1
  }
}

/** A colon, a hyphen or an underscore. */
function isSeparator(code: number): boolean {
  return code === 0x3a || code === 0x2d || code === 0x5f
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66)
}

function bytesOfHex(digits: string): Bytes {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

function embedsIPv4(bytes: Bytes, { all }: IPv4Addresses): boolean {
  return [2, 4, 6, 8, 10, 12].some((at) => {
    const ipv4Part = bytes.slice(at, at + 4)
    return ipv4Part.length === 4 && ipv4Part[0] !== 0 && all.has(asInteger(ipv4Part))
  })
}

/** A run of groups may have a word before the address or a port after it. */
function findInRun(
  run: string,
  hidden: (spelling: string) => boolean,
  found: (start: number, end: number) => void,
): void {
  const open = run.startsWith('[') ? 1 : 0
  const inner = run.endsWith(']') ? run.slice(open, -1) : run.slice(open)
  const parts = inner.split(SEPARATOR)
  const textOf = (from: number, to: number): string => parts.slice(from, to).join('').replace(/[_-]/g, ':')
  const offsetOf = (part: number): number =>
    parts.slice(0, part).reduce((sum, { length }) => sum + length, open)
  if (parts.length <= MAX_PARTS) {
    if (hidden(textOf(0, parts.length))) {
      found(0, run.length)
      return
    }
    // A complete other address stays, unless its first groups are a time or a line, or the last one is a port.
    if (ipv6Bytes(textOf(0, parts.length)) !== undefined) {
      for (let from = 0; from < parts.length; from += 2)
        for (const to of [parts.length, parts.length - 2])
          if (hidden(textOf(from, to))) {
            found(offsetOf(from), offsetOf(to))
            return
          }
      return
    }
  }
  let offset = open
  for (let from = 0; from < parts.length; from += 2) {
    let to = Math.min(parts.length, from + MAX_PARTS)
    while (to > from && !hidden(textOf(from, to))) to -= 2
    const next = Math.max(to, from + 1)
    const end = parts.slice(from, next).reduce((sum, { length }) => sum + length, offset)
    if (to > from) found(offset, end)
    offset = end + (parts[next]?.length ?? 0)
    from = next - 1
  }
}
