import { type Bytes, ORIGIN, groupsOf } from './address.ts'
import { integerOf, type Quads } from './ipv4.ts'

// An address as people write it, and as host names carry it: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi
const BARE = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi

const SEPARATOR = /((?::|%3a|-){1,2})/i
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const LONGEST = 19

/** IPv6 addresses by their bytes. */
export type IPv6Addresses = ReadonlySet<string>

export function ipv6Addresses(addresses: readonly Bytes[]): IPv6Addresses {
  return new Set(addresses.map((bytes) => bytes.join('.')))
}

/** Replaces IPv6 addresses, and IPv6 spellings that carry an IPv4 address in them (mapped, NAT64, 6to4). */
export function redactIPv6(text: string, sextets: IPv6Addresses, quads: Quads): string {
  if (sextets.size === 0 && quads.size === 0) return text
  const hidden = (bytes: Bytes | undefined): boolean =>
    bytes !== undefined && (sextets.has(bytes.join('.')) || carriesOneOf(bytes, quads))
  const hiddenText = (spelling: string): boolean => hidden(groupsOf(spelling))
  const hex = (digits: string): string => (hidden(bytesOfHex(digits)) ? ORIGIN : digits)
  return text
    .replace(NIBBLES, (found) =>
      hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? ORIGIN : found,
    )
    .replace(BARE, hex)
    .replace(COLONS, (found) => redactRun(found, hiddenText))
    .replace(DASHES, (found) => redactRun(found, hiddenText))
}

function bytesOfHex(digits: string): Bytes {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

function carriesOneOf(bytes: Bytes, quads: Quads): boolean {
  return [2, 4, 6, 8, 10, 12].some((at) => {
    const quad = bytes.slice(at, at + 4)
    return quad.length === 4 && quad[0] !== 0 && quads.has(integerOf(quad))
  })
}

/** A run of groups may be more than the address: a word in front of it, a port behind it. */
function redactRun(run: string, hidden: (spelling: string) => boolean): string {
  const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? []
  const parts = inner.split(SEPARATOR)
  const spelled = (from: number, to: number): string => parts.slice(from, to).join('').replace(/%3a|-/gi, ':')
  if (hidden(spelled(0, parts.length))) return ORIGIN
  // Another whole address: it stays, unless its last group is the port of ours.
  if (groupsOf(spelled(0, parts.length)) !== undefined) {
    return hidden(spelled(0, -2)) ? `${open}${ORIGIN}${parts.slice(-2).join('')}${close}` : run
  }
  let rest = ''
  for (let from = 0; from < parts.length; from += 2) {
    let to = Math.min(parts.length, from + LONGEST)
    while (to > from && !hidden(spelled(from, to))) to -= 2
    if (to > from) {
      rest += ORIGIN + (parts[to] ?? '')
      from = to - 1
    } else {
      rest += (parts[from] ?? '') + (parts[from + 1] ?? '')
    }
  }
  return `${open}${rest}${close}`
}
