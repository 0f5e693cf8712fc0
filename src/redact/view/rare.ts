import type { Escape } from './escapes.ts'
import { foldedPoint } from './fold.ts'
import type { Units } from './units.ts'

/** Quoted-printable, escapes of CSS and DNS, and entities without a semicolon. Their signs may be escaped too. */
const RARE =
  /(?:=|%(?:25)*3d)[2-7][0-9a-f]|(?:\\|%(?:25)*5c)[0-9a-f]{2}|(?:&|%(?:25)*26)(?:#|%(?:25)*23)(?:[0-9]{2,7}(?![0-9;])|x[0-9a-f]{2,6}(?![0-9a-f;]))/i

export function mayHaveRare(text: string): boolean {
  return RARE.test(text)
}

/** The longest escape without an end: `&#x00002e`. */
const MAX_OPEN = 10

/** `\2e` of CSS, which may take a space, and `&#46` of HTML: an escape of digits, which the next unit ends. */
export function openEscape(
  units: Units,
  next: number,
): (Escape & { readonly takesSpace: boolean }) | undefined {
  const text = openText(units)
  const size = text.length
  const [, css, hex, decimal = ''] = OPEN.exec(text) ?? []
  if (css !== undefined) {
    if (size < MAX_CSS && isDigit(next, 16)) return undefined
    return { size, stands: pointText(Number.parseInt(css, 16)), takesSpace: true }
  }
  if (next === SEMICOLON || isDigit(next, hex === undefined ? 10 : 16)) return undefined
  const digits = hex ?? decimal
  if (digits === '') return undefined
  return { size, stands: asciiFirst(digits, hex === undefined ? 10 : 16), takesSpace: false }
}

/** From the sign that opens an escape of digits, or an empty text. */
function openText({ codes, length }: Units): string {
  let start = length
  while (start > 0 && length - start < MAX_OPEN && isDigit(codes[start - 1] ?? 0, 16)) start -= 1
  if (start === length) return ''
  if (((codes[start - 1] ?? 0) | 0x20) === 0x78) start -= 1
  start -= codes[start - 1] === 0x23 ? 2 : 1
  return String.fromCharCode(...codes.subarray(Math.max(0, start), length))
}

const OPEN = /^(?:\\([0-9a-f]{2,6})|&#(?:x([0-9a-f]{2,6})|([0-9]{2,7})))$/i
const MAX_CSS = 7
const SEMICOLON = 0x3b

function isDigit(code: number, radix: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true
  return radix === 16 && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66
}

function pointText(point: number): string {
  return point <= 0x10ffff ? foldedPoint(point) : ''
}

/** Digits after an entity look like digits of it: `&#460` is a full stop and a zero, if it was written without care. */
function asciiFirst(digits: string, radix: number): string {
  const all = Number.parseInt(digits, radix)
  if (all < 0x7f) return pointText(all)
  for (const size of [3, 2]) {
    const point = Number.parseInt(digits.slice(0, size), radix)
    if (point > 0x20 && point < 0x7f) return pointText(point) + digits.slice(size)
  }
  return pointText(all)
}
