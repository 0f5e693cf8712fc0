import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { ORIGIN } from './address.ts'
import { ipv4FinderOf } from './ipv4.ts'
import { ipv6FinderOf } from './ipv6.ts'
import { addRange, noRanges, withoutRanges } from './ranges.ts'
import type { Redactor } from './redact.ts'
import { searchAll, type Search } from './search.ts'

/**
 * Replaces every address outside Cloudflare's ranges, in any notation: for text of an earlier report, whose origin is
 * unknown. A number that may be an address counts as one, except short versions (`1.24.0`) and days (`20231104`).
 */
export const redactEveryAddress: Redactor = (text) => {
  const ranges = noRanges()
  searchAll({ text }, [SEARCH], ENCODING, (start, end, mark) => {
    if (!DAY.test(text.slice(start, end))) addRange(ranges, start, end, mark)
  })
  return ranges.starts.length === 0 ? text : withoutRanges(text, ranges, ORIGIN)
}

/** A build's day, which is an integer that an IPv4 address may have. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/

/** Addresses from 1.0.0.0 on. Smaller integers are ports, years and counts. */
const MIN_IPV4 = 2 ** 24

const IPV4 = {
  all: { size: 1, has: (address: number) => address >= MIN_IPV4 && !isCloudflareIPv4(address) },
  first: Array<boolean>(256).fill(true),
}

function isCloudflareIPv4(address: number): boolean {
  const octets = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff)
  return inCloudflareRanges(octets.join('.'))
}

/** The first bytes of addresses in use: global, unique local, link-local, and those that hold an IPv4 address. */
const IN_USE =
  /^(?:3[2-9]|[45]\d|6[0-3]|25[23]|254\.(?:12[89]|1[3-9]\d|2\d\d)|0\.100\.255\.155|(?:0\.){10}255\.255)\./

/** An IPv6 address by its bytes, joined by dots. `std::` and `a::b` are words of programs, and no one's address. */
function isForeignIPv6(key: string): boolean {
  if (!IN_USE.test(key)) return false
  const hex = key.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'))
  return !inCloudflareRanges((hex.join('').match(/.{4}/g) ?? []).join(':'))
}

const NO_IPV4 = { all: new Set<number>(), first: [] }

/** `1.2.3.4` has seven letters. */
const MIN_LENGTH = 7

const ENCODING = { wide: false, minBytes: MIN_LENGTH }

const SEARCH: Search = {
  mark: ORIGIN,
  minLength: MIN_LENGTH,
  finders: [ipv6FinderOf({ size: 1, has: isForeignIPv6 }, NO_IPV4), ipv4FinderOf(IPV4)],
  atEdge: (text, end) => (text.startsWith('...', end) ? cutAddressAt(text.slice(0, end)) : -1),
}

/** Where an address starts that an ellipsis cut off, or -1. */
function cutAddressAt(text: string): number {
  const cut =
    /(?<![\d.])\d{1,3}(?:[._-]\d{1,3}){1,2}[._-]?$|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){2,}[0-9a-f]{0,4}$/.exec(
      text,
    )
  return cut === null || cut[0].length < MIN_CUT ? -1 : cut.index
}

/** Characters of an address that reveal something. */
const MIN_CUT = 6
