import { type Bytes, ORIGIN } from './address.ts'

// Eight hexadecimal digits, as load balancers and host names have them: `0xcb00710a`, `h-cb00710a.example.net`.
const HEX = /(?<![0-9a-f])(?:0x0*)?[0-9a-f]{8}(?![0-9a-f])/gi
const SEPARATOR = String.raw`(?:\[\.\]|\(\.\)|\\\.|%(?:25)*2e| ?\. ?|[._:/,+-])`
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)'
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi')
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i')
// The same, octet by octet: `cb.00.71.0a`, `CB:00:71:0A`.
const HEX_OCTETS = /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/gi
/** More digits than any spelling of 32 bits needs, zeros in front included. */
const MOST_DIGITS = 24

/** IPv4 addresses as numbers of 32 bits: thousands of them are as quickly looked up as one. */
export type Quads = ReadonlySet<number>

export function quadsOf(addresses: readonly Bytes[]): Quads {
  return new Set(addresses.map(integerOf))
}

/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
export function redactIPv4(text: string, quads: Quads): string {
  if (quads.size === 0) return text
  const hexHidden = (digits: string): boolean => quads.has(Number.parseInt(digits.replace(/^0x/i, ''), 16))
  return text
    .replace(HEX, (found) => (hexHidden(found) ? ORIGIN : found))
    .replace(HEX_OCTETS, (found) => (quads.has(integerOf(hexOctetsOf(found))) ? ORIGIN : found))
    .replace(RUN, (run: string, start: number, whole: string) => {
      const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2))
      return redactRun(run, quads, named)
    })
}

function hexOctetsOf(text: string): Bytes {
  return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16))
}

export function integerOf(bytes: Bytes): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** What a number may mean: zeros in front are octal to some programs and padding to others. */
function meaningsOf(digits: string): readonly number[] {
  if (digits.length > MOST_DIGITS) return []
  if (/^0x/i.test(digits)) return [Number.parseInt(digits.slice(2), 16)]
  return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)]
}

/** Every number of 32 bits that octets may mean together; the last number stands for all octets that are left. */
function togetherOf(window: readonly string[]): readonly number[] {
  const last = window.length - 1
  const room = 256 ** (4 - last)
  return window.reduce<readonly number[]>(
    (sums, digits, index) => {
      const most = index === last ? room : 256
      const values = meaningsOf(digits).filter((value) => value < most)
      return sums.flatMap((sum) => values.map((value) => sum * most + value))
    },
    [0],
  )
}

/** `203.0.28938` and `203.28938` are 203.0.113.10 to every program that uses `inet_aton`; so is one integer. */
function meansShort(window: readonly string[], quads: Quads): boolean {
  const room = 256 ** (5 - window.length)
  // `10.5` is far more often a version or a duration than 10.0.0.5.
  return togetherOf(window).some((sum) => sum % room >= 256 && quads.has(sum))
}

function meansQuad(window: readonly string[], quads: Quads): boolean {
  return togetherOf(window).some((sum) => quads.has(sum))
}

/** Twelve digits, three for each octet: some providers name their customers' hosts so. */
function isPadded(digits: string, quads: Quads): boolean {
  const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number)
  return octets.length === 4 && octets.every((octet) => octet < 256) && quads.has(integerOf(octets))
}

/** @param named a name goes on after the run: `10.113.0.203.in-addr.arpa`. Without it, a reversed address is another address. */
function redactRun(run: string, quads: Quads, named: boolean): string {
  const parts = run.split(SPLIT)
  const numbers = parts.filter((_, index) => index % 2 === 0)
  const dashed = parts.some((part) => part === '-' || part === '_')
  const reversible = named || dashed
  const hidden = (from: number, count: number): boolean => {
    const window = numbers.slice(from, from + count)
    if (window.length < count) return false
    if (count === 4) return meansQuad(window, quads) || (reversible && meansQuad(window.toReversed(), quads))
    return meansShort(window, quads) || (count === 1 && isPadded(window[0] ?? '', quads))
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
