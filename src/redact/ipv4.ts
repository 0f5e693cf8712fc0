import { type Bytes, ORIGIN } from './address.ts'

// Eight hexadecimal digits, as in load balancer cookies and host names: `0xcb00710a`, `h-cb00710a.example.net`.
const HEX = /(?<![0-9a-f])(?:0x0*)?[0-9a-f]{8}(?![0-9a-f])/gi
const SEPARATOR = String.raw`(?:\[\.\]|\(\.\)|\\\.|%(?:25)*2e| ?\. ?|[._:/,+-])`
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)'
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi')
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i')
// The same with separators: `cb.00.71.0a`, `CB:00:71:0A`.
const HEX_OCTETS = /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/gi
/** More digits than any notation of 32 bits needs, leading zeros included. */
const MAX_DIGITS = 24

/** IPv4 addresses as 32-bit integers. A set, because a run may have thousands. */
export type IPv4Addresses = ReadonlySet<number>

export function ipv4Addresses(addresses: readonly Bytes[]): IPv4Addresses {
  return new Set(addresses.map(asInteger))
}

/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
export function redactIPv4(text: string, hiddenAddresses: IPv4Addresses): string {
  if (hiddenAddresses.size === 0) return text
  const hexHidden = (digits: string): boolean =>
    hiddenAddresses.has(Number.parseInt(digits.replace(/^0x/i, ''), 16))
  return text
    .replace(HEX, (found) => (hexHidden(found) ? ORIGIN : found))
    .replace(HEX_OCTETS, (found) => (hiddenAddresses.has(asInteger(hexOctets(found))) ? ORIGIN : found))
    .replace(RUN, (run: string, start: number, whole: string) => {
      const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2))
      return redactRun(run, hiddenAddresses, named)
    })
}

function hexOctets(text: string): Bytes {
  return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16))
}

export function asInteger(bytes: Bytes): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** All values that a number may have: leading zeros mean octal to some programs and padding to others. */
function valuesOf(digits: string): readonly number[] {
  if (digits.length > MAX_DIGITS) return []
  if (/^0x/i.test(digits)) return [Number.parseInt(digits.slice(2), 16)]
  return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)]
}

/** All 32-bit integers that a window of numbers may mean. The last number fills the remaining octets (`inet_aton`). */
function integersOf(window: readonly string[]): readonly number[] {
  const last = window.length - 1
  const lastLimit = 256 ** (4 - last)
  return window.reduce<readonly number[]>(
    (sums, digits, index) => {
      const limit = index === last ? lastLimit : 256
      const values = valuesOf(digits).filter((value) => value < limit)
      return sums.flatMap((sum) => values.map((value) => sum * limit + value))
    },
    [0],
  )
}

/** `inet_aton` reads `203.0.28938`, `203.28938` and one integer as 203.0.113.10 too. */
function isShortForm(window: readonly string[], addresses: IPv4Addresses): boolean {
  const lastLimit = 256 ** (5 - window.length)
  // `10.5` is usually a version or a duration, not 10.0.0.5.
  return integersOf(window).some((sum) => sum % lastLimit >= 256 && addresses.has(sum))
}

function isWholeAddress(window: readonly string[], addresses: IPv4Addresses): boolean {
  return integersOf(window).some((sum) => addresses.has(sum))
}

/** Twelve digits, three per octet, as in some providers' host names. */
function isPadded(digits: string, addresses: IPv4Addresses): boolean {
  const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number)
  return octets.length === 4 && octets.every((octet) => octet < 256) && addresses.has(asInteger(octets))
}

/** @param named whether a name follows the run, as in `10.113.0.203.in-addr.arpa`: only then it may be reversed */
function redactRun(run: string, addresses: IPv4Addresses, named: boolean): string {
  const parts = run.split(SPLIT)
  const numbers = parts.filter((_, index) => index % 2 === 0)
  const dashed = parts.some((part) => part === '-' || part === '_')
  const reversible = named || dashed
  const hidden = (from: number, count: number): boolean => {
    const window = numbers.slice(from, from + count)
    if (window.length < count) return false
    if (count === 4)
      return (
        isWholeAddress(window, addresses) || (reversible && isWholeAddress(window.toReversed(), addresses))
      )
    return isShortForm(window, addresses) || (count === 1 && isPadded(window[0] ?? '', addresses))
  }
  let rest = ''
  for (let from = 0; from < numbers.length; from += 1) {
    const count = [4, 3, 2, 1].find((count) => hidden(from, count)) ?? 0
    rest += count > 0 ? ORIGIN : (numbers[from] ?? '')
    from += Math.max(0, count - 1)
    rest += parts[from * 2 + 1] ?? ''
  }
  return rest
}
