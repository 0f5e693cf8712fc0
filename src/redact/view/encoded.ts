import { BYTE } from './escapes.ts'
import { BREAK, EDGE, emptyUnits, pushUnit, viewOf, type Units, type View } from './units.ts'

/** The shortest text that is worth decoding, in bytes. */
const MIN_BYTES = 4

/** The same in base64, without padding. */
const MIN_DIGITS = 6

/** The values of base64's digits and base64url's by their code, or -1. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).replace('-', '+').replace('_', '/')
  return letter < ' '
    ? -1
    : 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(letter)
})

/** What is written where readable bytes end. */
interface Stretch {
  /** Where it begins in the units. */
  start: number
}

/**
 * All readable text that is encoded in a view: base64 at each of the four places where its groups of digits may begin,
 * and hexadecimal bytes. Undefined if there is none.
 *
 * @param wide whether bytes from 0x80 may be part of a text
 */
export function encodedView(view: View, wide: boolean): View | undefined {
  const units = emptyUnits(64)
  addBase64(units, view, wide)
  addHex(units, view, wide)
  return units.length === 0 ? undefined : viewOf(units, endOf(view))
}

function endOf({ text, at }: View): number {
  return at === undefined ? text.length : (at[text.length] ?? 0)
}

function positionOf({ at }: View, index: number): number {
  return at === undefined ? index : (at[index] ?? 0)
}

function addBase64(units: Units, view: View, wide: boolean): void {
  const { text } = view
  const { length } = text
  const stretch = { start: 0 }
  for (let from = 0; from < length; from += 1) {
    if (digitAt(text, from) < 0) continue
    let to = from + 1
    while (to < length && digitAt(text, to) >= 0) to += 1
    if (to - from >= MIN_DIGITS) {
      for (let shift = 0; shift < 4; shift += 1) {
        stretch.start = units.length
        addDigits(units, stretch, view, from + shift, to, wide)
        endStretch(units, stretch, positionOf(view, to), to === length)
      }
    }
    from = to
  }
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code < 128 ? (DIGITS[code] ?? -1) : -1
}

/** Decodes the digits of one run, in groups of four. */
function addDigits(
  units: Units,
  stretch: Stretch,
  view: View,
  from: number,
  to: number,
  wide: boolean,
): void {
  const { text } = view
  for (let index = from; index + 1 < to; index += 4) {
    const first = digitAt(text, index)
    const second = digitAt(text, index + 1)
    addByte(units, stretch, (first << 2) | (second >> 4), positionOf(view, index), wide)
    if (index + 2 >= to) return
    const third = digitAt(text, index + 2)
    addByte(units, stretch, ((second & 15) << 4) | (third >> 2), positionOf(view, index + 1), wide)
    if (index + 3 >= to) return
    const fourth = digitAt(text, index + 3)
    addByte(units, stretch, ((third & 3) << 6) | fourth, positionOf(view, index + 2), wide)
  }
}

/** Adds a byte that is readable. Any other one ends the text. */
function addByte(units: Units, stretch: Stretch, byte: number, at: number, wide: boolean): void {
  if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09) {
    pushUnit(units, byte, at)
  } else if (wide && byte >= 0x80) {
    pushUnit(units, BYTE + byte, at)
  } else {
    endStretch(units, stretch, at, false)
  }
}

/** Forgets a text that is too short. */
function endStretch(units: Units, stretch: Stretch, at: number, atEdge: boolean): void {
  const { start } = stretch
  if (units.length === start) return
  if (units.length - start < MIN_BYTES) units.length = start
  else pushUnit(units, atEdge ? EDGE : BREAK, at)
  stretch.start = units.length
}

const HEX_RUN = /[0-9a-f]{8,}/gi
const HEX_PAIRS = /(?:0x)?[0-9a-f]{2}(?:(?:[:._-]|[,;]? ?)(?:0x)?[0-9a-f]{2}){3,}/gi
const PAIR = /(?:0x)?([0-9a-f]{2})/gi

function addHex(units: Units, view: View, wide: boolean): void {
  const { text } = view
  const stretch = { start: 0 }
  for (const { 0: run, index } of text.matchAll(HEX_RUN)) {
    for (const shift of [0, 1]) {
      stretch.start = units.length
      for (let digit = shift; digit + 1 < run.length; digit += 2) {
        const byte = Number.parseInt(run.slice(digit, digit + 2), 16)
        addByte(units, stretch, byte, positionOf(view, index + digit), wide)
      }
      endStretch(units, stretch, positionOf(view, index + run.length), index + run.length >= text.length - 1)
    }
  }
  for (const { 0: run, index } of text.matchAll(HEX_PAIRS)) {
    if (/^[0-9a-f]*$/i.test(run)) continue
    stretch.start = units.length
    for (const { 1: pair = '', index: digit } of run.matchAll(PAIR))
      addByte(units, stretch, Number.parseInt(pair, 16), positionOf(view, index + digit), wide)
    endStretch(units, stretch, positionOf(view, index + run.length), index + run.length >= text.length - 5)
  }
}
