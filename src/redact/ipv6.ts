import { type Bytes, ORIGIN, ipv6Bytes } from './address.ts'
import { asInteger, type IPv4Addresses } from './ipv4.ts'

// The usual notation, and that of host names: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi
const HEX_DIGITS = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi

const SEPARATOR = /((?::|%3a|-){1,2})/i
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const MAX_PARTS = 19

/** IPv6 addresses by their bytes. */
export type IPv6Addresses = ReadonlySet<string>

export function ipv6Addresses(addresses: readonly Bytes[]): IPv6Addresses {
  return new Set(addresses.map((bytes) => bytes.join('.')))
}

/** Replaces IPv6 addresses, and those that embed a hidden IPv4 address (mapped, NAT64, 6to4). */
export function redactIPv6(text: string, ipv6: IPv6Addresses, ipv4: IPv4Addresses): string {
  if (ipv6.size === 0 && ipv4.size === 0) return text
  const hidden = (bytes: Bytes | undefined): boolean =>
    bytes !== undefined && (ipv6.has(bytes.join('.')) || embedsIPv4(bytes, ipv4))
  const hiddenText = (spelling: string): boolean => hidden(ipv6Bytes(spelling))
  const hex = (digits: string): string => (hidden(bytesOfHex(digits)) ? ORIGIN : digits)
  return text
    .replace(NIBBLES, (found) =>
      hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? ORIGIN : found,
    )
    .replace(HEX_DIGITS, hex)
    .replace(COLONS, (found) => redactRun(found, hiddenText))
    .replace(DASHES, (found) => redactRun(found, hiddenText))
}

function bytesOfHex(digits: string): Bytes {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

function embedsIPv4(bytes: Bytes, ipv4: IPv4Addresses): boolean {
  return [2, 4, 6, 8, 10, 12].some((at) => {
    const ipv4Part = bytes.slice(at, at + 4)
    return ipv4Part.length === 4 && ipv4Part[0] !== 0 && ipv4.has(asInteger(ipv4Part))
  })
}

/** A run of groups may have a word before the address or a port after it. */
function redactRun(run: string, hidden: (spelling: string) => boolean): string {
  const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? []
  const parts = inner.split(SEPARATOR)
  const textOf = (from: number, to: number): string => parts.slice(from, to).join('').replace(/%3a|-/gi, ':')
  if (hidden(textOf(0, parts.length))) return ORIGIN
  // A complete other address stays, unless its last group is the port of a hidden one.
  if (ipv6Bytes(textOf(0, parts.length)) !== undefined) {
    return hidden(textOf(0, -2)) ? `${open}${ORIGIN}${parts.slice(-2).join('')}${close}` : run
  }
  let rest = ''
  for (let from = 0; from < parts.length; from += 2) {
    let to = Math.min(parts.length, from + MAX_PARTS)
    while (to > from && !hidden(textOf(from, to))) to -= 2
    if (to > from) {
      rest += ORIGIN + (parts[to] ?? '')
      from = to - 1
    } else {
      rest += (parts[from] ?? '') + (parts[from + 1] ?? '')
    }
  }
  return `${open}${rest}${close}`
}
