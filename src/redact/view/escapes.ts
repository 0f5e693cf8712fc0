import { entityOf, MAX_ENTITY } from './entities.ts'
import { foldedPoint } from './fold.ts'
import type { Units } from './units.ts'

/** A byte from 0x80, until it and its neighbors are decoded as UTF-8. For private use. */
export const BYTE = 0xf700

/** What the last units are an escape for. */
export interface Escape {
  /** How many units it is. */
  readonly size: number
  readonly stands: string
}

const [PERCENT, BACKSLASH, SPACE, EQUALS] = [0x25, 0x5c, 0x20, 0x3d]

/** Whether an escape may begin with it: `%`, a backslash, `&`, a bracket, or for rare ones `=`. */
export function opensEscape(code: number, rare: boolean): boolean {
  if (rare && code === EQUALS) return true
  return code === PERCENT || code === BACKSLASH || code === 0x26 || code === 0x28 || (code | SPACE) === 0x7b
}

/** Finds the escape that the last unit completes: of URLs, JSON, JavaScript, HTML or UTF-8, or a defanged sign. */
export function escapeAtEnd(units: Units): Escape | undefined {
  const last = before(units, 1)
  if (isHex(last)) return hexEscape(units) ?? afterBackslash(units, last)
  if (last >= 0x80) return last >= BYTE ? utf8(units, last) : surrogates(units, last)
  switch (last) {
    case 0x3b: // ;
      return entity(units)
    case 0x7d: // }
      return bracedPoint(units) ?? defanged(units, '{') ?? afterBackslash(units, last)
    case 0x5d: // ]
      return defanged(units, '[') ?? afterBackslash(units, last)
    case 0x29: // )
      return defanged(units, '(') ?? afterBackslash(units, last)
    default:
      return afterBackslash(units, last)
  }
}

/** The unit `distance` from the end, or 0. */
function before({ codes, length }: Units, distance: number): number {
  return distance <= length ? (codes[length - distance] ?? 0) : 0
}

export function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | SPACE) >= 0x61 && (code | SPACE) <= 0x66)
}

export function hexValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | SPACE) - 0x57
}

/** `%2e`, `\x2e`, `\u002e`, `%u002e` and the octal `\056`. */
function hexEscape(units: Units): Escape | undefined {
  const [last, second, third, fourth] = [
    before(units, 1),
    before(units, 2),
    before(units, 3),
    before(units, 4),
  ]
  if (!isHex(second)) return undefined
  const byte = hexValue(second) * 16 + hexValue(last)
  // After `=`, digits and letters are mostly a value.
  if (third === PERCENT || (units.rare && third === EQUALS && isSign(byte)))
    return { size: 3, stands: byteText(byte) }
  if (fourth === BACKSLASH) {
    if ((third | SPACE) === 0x78) return { size: 4, stands: byteText(byte) }
    if (units.rare) return decimalEscape(third, second, last)
    if (third >= 0x30 && third <= 0x33 && second <= 0x37 && last <= 0x37)
      return { size: 4, stands: byteText((third - 0x30) * 64 + (second - 0x30) * 8 + last - 0x30) }
  }
  const sixth = before(units, 6)
  if ((sixth !== BACKSLASH && sixth !== PERCENT) || (before(units, 5) | SPACE) !== 0x75) return undefined
  if (!isHex(third) || !isHex(fourth)) return undefined
  const unit = (hexValue(fourth) * 16 + hexValue(third)) * 256 + byte
  return { size: 6, stands: unit >= 0xd800 && unit < 0xe000 ? String.fromCharCode(unit) : foldedPoint(unit) }
}

function isSign(byte: number): boolean {
  return byte > SPACE && byte < 0x7f && !/[a-z0-9]/i.test(String.fromCharCode(byte))
}

/** `\046` of DNS. */
function decimalEscape(...codes: readonly number[]): Escape | undefined {
  const value = codes.reduce((sum, code) => (code <= 0x39 ? sum * 10 + code - 0x30 : Infinity), 0)
  return value >= SPACE && value <= 0xff ? { size: 4, stands: byteText(value) } : undefined
}

function byteText(byte: number): string {
  return byte < 0x80 ? foldedPoint(byte) : String.fromCharCode(BYTE + byte)
}

/** A sign after a backslash is itself, and some letters are whitespace. */
function afterBackslash(units: Units, last: number): Escape | undefined {
  if (before(units, 2) !== BACKSLASH) return undefined
  if (last === 0x6e || last === 0x72 || last === 0x74) return { size: 2, stands: ' ' } // n, r, t
  const isAlphanumeric = (last >= 0x30 && last <= 0x39) || ((last | SPACE) >= 0x61 && (last | SPACE) <= 0x7a)
  return isAlphanumeric ? undefined : { size: 2, stands: String.fromCharCode(last) }
}

/** The last units as text. */
function tail({ codes, length }: Units, size: number): string {
  return String.fromCharCode(...codes.subarray(Math.max(0, length - size), length))
}

function entity(units: Units): Escape | undefined {
  const text = tail(units, MAX_ENTITY)
  const start = text.lastIndexOf('&')
  if (start < 0) return undefined
  const found = entityOf(text.slice(start + 1, -1))
  if (found === undefined) return undefined
  return { size: text.length - start, stands: typeof found === 'number' ? foldedPoint(found) : found }
}

/** `\u{2e}`, `\x{2e}` and `\N{U+2e}`. */
function bracedPoint(units: Units): Escape | undefined {
  const found = /\\(?:[ux]\{|N\{U\+)([0-9a-f]{1,6})\}$/i.exec(tail(units, 12))
  const point = Number.parseInt(found?.[1] ?? '', 16)
  return found === null || point > 0x10ffff
    ? undefined
    : { size: found[0].length, stands: foldedPoint(point) }
}

/** `[.]`, `(dot)`, `[:]`: a sign in brackets, so that no program makes a link of the text. */
function defanged(units: Units, open: string): Escape | undefined {
  const text = tail(units, 5)
  for (const [sign, stands] of DEFANGED)
    if (
      text
        .slice(0, -1)
        .toLowerCase()
        .endsWith(open + sign)
    )
      return { size: sign.length + 2, stands }
  return undefined
}

const DEFANGED = [
  ['.', '.'],
  ['dot', '.'],
  [':', ':'],
] as const

function surrogates(units: Units, low: number): Escape | undefined {
  const high = before(units, 2)
  if (low < 0xdc00 || low > 0xdfff || high < 0xd800 || high > 0xdbff) return undefined
  const point = (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000
  const stands = foldedPoint(point)
  return stands === String.fromCodePoint(point) ? undefined : { size: 2, stands }
}

/** Also longer encodings than necessary, which lenient decoders accept: `%c0%ae` is a full stop. */
function utf8(units: Units, last: number): Escape | undefined {
  if (!isContinuation(last)) return undefined
  let point = last & 0x3f
  for (let size = 2; size <= 4; size += 1) {
    const unit = before(units, size)
    if (isContinuation(unit)) {
      point += (unit & 0x3f) << (6 * (size - 1))
      continue
    }
    const lead = unit - BYTE
    const first = [0, 0, 0xc0, 0xe0, 0xf0][size] ?? 0
    const bits = [0, 0, 0x1f, 0x0f, 0x07][size] ?? 0
    if (lead < first || lead > first + bits) return undefined
    point += (lead & bits) << (6 * (size - 1))
    return point <= 0x10ffff ? { size, stands: foldedPoint(point) } : undefined
  }
  return undefined
}

function isContinuation(code: number): boolean {
  return code >= BYTE + 0x80 && code < BYTE + 0xc0
}
