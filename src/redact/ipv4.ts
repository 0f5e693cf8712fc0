import type { Bytes } from './address.ts'
import { HEX_DIGITS, lettersOf, matchesIn, runsOf } from './letters.ts'
import type { Finder } from './secrets/short.ts'

/** As in load balancer cookies and host names: `0xcb00710a`, `h-cb00710a.example.net`. */
const DIGITS_OF_ADDRESS = 8
const SEPARATOR = ' ?\\. ?|[,;] ?|[_:/|~+-]'
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)'
const RUN = new RegExp(`${NUMBER}(?:(?:${SEPARATOR})${NUMBER})*`, 'g')
const NUMBERS = new RegExp(NUMBER, 'g')
/** The same with separators: `cb.00.71.0a`, `CB:00:71:0A`. */
const HEX_OCTETS = {
  pattern: /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/g,
  letters: lettersOf(/[0-9a-f.:_-]/),
  least: 7,
}
/** The cookie of a BIG-IP: the address with its bytes reversed, the port likewise, and zeros. */
const BIG_IP = {
  pattern: /(?<![0-9])([0-9]{7,10})\.[0-9]{1,5}\.0000(?![0-9])/g,
  letters: lettersOf(/[0-9.]/),
  least: 14,
}
/** A signed integer, as Java, PHP and databases print addresses. */
const SIGNED = {
  pattern: /(?<![0-9a-z])-([0-9]{8,10})(?![0-9])/g,
  letters: lettersOf(/[0-9-]/),
  least: 9,
}
/** More digits than any notation of 32 bits needs, leading zeros included. */
const MAX_DIGITS = 24

/** IPv4 addresses as 32-bit integers. A set, because a run may have thousands. */
export interface IPv4Addresses {
  readonly all: Pick<ReadonlySet<number>, 'has' | 'size'>
  /** Whether an address starts with an octet. Most numbers are none of these. */
  readonly first: readonly boolean[]
}

export function ipv4Addresses(addresses: readonly Bytes[]): IPv4Addresses {
  const first = Array<boolean>(256).fill(false)
  for (const [octet = 0] of addresses) first[octet] = true
  return { all: new Set(addresses.map(asInteger)), first }
}

/** Finds IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
export function ipv4FinderOf(addresses: IPv4Addresses): Finder {
  const { all } = addresses
  return (text, found) => {
    if (all.size === 0) return
    for (const [start, end] of runsOf(text, DIGITS_OF_ADDRESS, HEX_DIGITS)) {
      const prefix = text.endsWith('0x', start) ? 2 : 0
      if (end - start > (prefix > 0 ? MAX_DIGITS : DIGITS_OF_ADDRESS)) continue
      const integer = Number.parseInt(text.slice(start, end), 16)
      if (all.has(integer) || (end - start === DIGITS_OF_ADDRESS && all.has(reversedBytes(integer))))
        found(start - prefix, end)
    }
    for (const { match, index } of matchesIn(text, HEX_OCTETS))
      if (all.has(asInteger(hexOctets(match[0])))) found(index, index + match[0].length)
    for (const { match, index } of matchesIn(text, BIG_IP))
      if (all.has(reversedBytes(Number(match[1])))) found(index, index + match[0].length)
    for (const { match, index } of matchesIn(text, SIGNED))
      if (all.has(2 ** 32 + Number(match[0]))) found(index, index + match[0].length)
    for (const { 0: run, index } of text.matchAll(RUN)) {
      if (run.length < MIN_RUN || (run.length < MIN_INTEGER && /^\d*$/.test(run))) continue
      if (text[index - 1] !== '%' && !mayHave(run, addresses)) continue
      const named = /^\.[a-z]/.test(text.slice(index + run.length, index + run.length + 2))
      findInRun(run, addresses, named, (start, end) => {
        found(index + start, index + end)
      })
      // `%2203.0.113.10` is a quotation mark and 03.0.113.10, but it shows the address.
      const glued = text[index - 1] === '%' ? /^\d{2,9}(?=[^\dx])/.exec(run)?.[0].length : undefined
      for (let kept = Math.min(3, (glued ?? 0) - 1); kept > 0; kept -= 1) {
        const from = index + (glued ?? 0) - kept
        findInRun(run.slice(from - index, from - index + MAX_DOTTED), addresses, named, (start, end) => {
          if (start === 0) found(from, from + end)
        })
      }
    }
  }
}

/** Most runs are versions and dates: short decimal numbers, none of which is the first octet of an address. */
function mayHave(run: string, { first }: IPv4Addresses): boolean {
  let [value, digits] = [0, 0]
  for (let index = 0; index < run.length; index += 1) {
    const digit = run.charCodeAt(index) - ZERO
    if (digit < 0 || digit > 9) {
      if (digit >= LETTER_A - ZERO || (digits > 0 && first[value] === true)) return true
      ;[value, digits] = [0, 0]
      continue
    }
    value = value * 10 + digit
    digits += 1
    if (digits === MIN_RUN || (digits === 2 && value < 10)) return true
  }
  return digits > 0 && first[value] === true
}

const [ZERO, LETTER_A] = [0x30, 0x61]

/** Four octets of three digits with separators of three letters. */
const MAX_DOTTED = 24

function reversedBytes(integer: number): number {
  return integer > 0xffffffff ? -1 : asInteger([0, 8, 16, 24].map((shift) => (integer >>> shift) & 0xff))
}

/** The shortest notations: `1.256`, and 16777216 for 1.0.0.0. */
const MIN_RUN = 5
const MIN_INTEGER = 8

function hexOctets(text: string): Bytes {
  return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16))
}

export function asInteger(bytes: Bytes): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

interface Numeral {
  readonly start: number
  readonly end: number
  /** All values that it may have: leading zeros mean octal to some programs and padding to others. */
  readonly values: readonly number[]
}

function valuesOf(digits: string): readonly number[] {
  if (digits.length > MAX_DIGITS) return []
  if (digits.startsWith('0x')) return [Number.parseInt(digits.slice(2), 16)]
  return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)]
}

/** All 32-bit integers that a window of numbers may mean. The last number fills the remaining octets (`inet_aton`). */
function integersOf(window: readonly Numeral[]): readonly number[] {
  const last = window.length - 1
  const lastLimit = 256 ** (4 - last)
  return window.reduce<readonly number[]>(
    (sums, { values }, index) => {
      const limit = index === last ? lastLimit : 256
      return sums.flatMap((sum) =>
        values.filter((value) => value < limit).map((value) => sum * limit + value),
      )
    },
    [0],
  )
}

/** `inet_aton` reads `203.0.28938`, `203.28938` and one integer as 203.0.113.10 too. */
function isShortForm(window: readonly Numeral[], { all }: IPv4Addresses): boolean {
  const lastLimit = 256 ** (5 - window.length)
  // `10.5` is usually a version or a duration, not 10.0.0.5.
  return integersOf(window).some((sum) => sum % lastLimit >= 256 && all.has(sum))
}

function isWholeAddress(window: readonly Numeral[], { all }: IPv4Addresses): boolean {
  return integersOf(window).some((sum) => all.has(sum))
}

/** One integer with the bytes in the order of the processor, as C programs print it by mistake. */
function isReversed(digits: string, { all }: IPv4Addresses): boolean {
  return /^\d{8,10}$/.test(digits) && all.has(reversedBytes(Number(digits)))
}

/** Twelve digits, three per octet, as in some providers' host names. */
function isPadded(digits: string, { all }: IPv4Addresses): boolean {
  const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number)
  return octets.length === 4 && octets.every((octet) => octet < 256) && all.has(asInteger(octets))
}

/** @param named whether a name follows the run, as in `10.113.0.203.in-addr.arpa`: only then it may be reversed */
function findInRun(
  run: string,
  addresses: IPv4Addresses,
  named: boolean,
  found: (start: number, end: number) => void,
): void {
  const numerals: Numeral[] = []
  for (const { 0: digits, index } of run.matchAll(NUMBERS))
    numerals.push({ start: index, end: index + digits.length, values: valuesOf(digits) })
  const reversible = named || /[-_]/.test(run)
  const starts = numerals.map(({ values }) => values.some((value) => addresses.first[value] === true))
  for (let from = 0; from < numerals.length; from += 1) {
    const count = countFrom(
      numerals,
      from,
      run,
      addresses,
      starts[from] === true,
      reversible && starts[from + 3] === true,
    )
    if (count === 0) continue
    found(numerals[from]?.start ?? 0, numerals[from + count - 1]?.end ?? 0)
    from += count - 1
  }
}

/** How many numbers from a position are an address, or 0. */
function countFrom(
  numerals: readonly Numeral[],
  from: number,
  run: string,
  addresses: IPv4Addresses,
  starts: boolean,
  startsReversed: boolean,
): number {
  if (starts || startsReversed) {
    const window = numerals.slice(from, from + 4)
    if (window.length === 4) {
      if (starts && isWholeAddress(window, addresses)) return 4
      if (startsReversed && isWholeAddress(window.toReversed(), addresses)) return 4
    }
    for (const count of [3, 2])
      if (starts && window.length >= count && isShortForm(window.slice(0, count), addresses)) return count
  }
  const { start = 0, end = 0 } = numerals[from] ?? {}
  if (end - start < MIN_RUN) return 0
  const isOne =
    isShortForm(numerals.slice(from, from + 1), addresses) ||
    isReversed(run.slice(start, end), addresses) ||
    isPadded(run.slice(start, end), addresses)
  return isOne ? 1 : 0
}
