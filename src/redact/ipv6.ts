import { type Bytes, ipv6Bytes } from './address.ts'
import { asInteger, type IPv4Addresses } from './ipv4.ts'
import type { Finder } from './secrets/short.ts'

// The usual notation, and those of host names: `2001-db8--1.example.net`, `2001_db8__1`.
const GROUPS = /\[?(?:[0-9a-f]{0,4}[:_-]){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/g
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/g
const HEX_DIGITS = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g

const SEPARATOR = /([:_-]{1,2})/
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const MAX_PARTS = 19

/** IPv6 addresses by their bytes. */
export type IPv6Addresses = Pick<ReadonlySet<string>, 'has' | 'size'>

export function ipv6Addresses(addresses: readonly Bytes[]): IPv6Addresses {
  return new Set(addresses.map((bytes) => bytes.join('.')))
}

/** Finds IPv6 addresses, and those that embed a hidden IPv4 address (mapped, NAT64, 6to4). */
export function ipv6FinderOf(ipv6: IPv6Addresses, ipv4: IPv4Addresses): Finder {
  const hidden = (bytes: Bytes | undefined): boolean =>
    bytes !== undefined && (ipv6.has(bytes.join('.')) || embedsIPv4(bytes, ipv4))
  const hiddenText = (spelling: string): boolean => hidden(ipv6Bytes(spelling))
  return (text, found) => {
    if (ipv6.size === 0 && ipv4.all.size === 0) return
    for (const { 0: nibbles, index } of text.matchAll(NIBBLES))
      if (hidden(bytesOfHex(nibbles.split('.').toReversed().join('')))) found(index, index + nibbles.length)
    for (const { 0: digits, index } of text.matchAll(HEX_DIGITS))
      if (hidden(bytesOfHex(digits))) found(index, index + digits.length)
    for (const { 0: run, index } of text.matchAll(GROUPS))
      findInRun(run, hiddenText, (start, end) => {
        found(index + start, index + end)
      })
  }
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
    // A complete other address stays, unless its last group is the port of a hidden one.
    if (ipv6Bytes(textOf(0, parts.length)) !== undefined) {
      if (hidden(textOf(0, -2))) found(open, offsetOf(parts.length - 2))
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
