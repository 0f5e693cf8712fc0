import { BYTE, hexValue, isHex } from './escapes.ts'
import { cutsBefore, endsIn } from '../edges.ts'
import { lettersOf, matchesIn, runEnd, runsOf } from '../letters.ts'
import { BREAK, EDGE, emptyUnits, pushUnit, viewOf, type Units, type View } from './units.ts'

/** The values of base64's digits and base64url's by their code, or -1. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).replace('-', '+').replace('_', '/')
  return letter < ' '
    ? -1
    : 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(letter)
})

const BASE64_DIGITS = Uint8Array.from(DIGITS, (value) => Number(value >= 0))

/** Bytes that text consists of: printable ASCII and whitespace. */
const READABLE = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d),
)

/** Encoded texts that are being written. */
interface Writer {
  readonly units: Units
  readonly view: View
  /** Whether bytes from 0x80 may be part of a text. */
  readonly wide: boolean
  /** Texts of fewer bytes are forgotten. */
  readonly minBytes: number
  /** Where the end of the original may have cut an encoded text. */
  readonly cuts: ReadonlySet<number>
  /** Where the current text starts in the units. */
  start: number
  /** Where the letters after the last NUL start. In UTF-16 there is one letter between two of them. */
  afterNul: number
}

/**
 * All readable text that is encoded in a view: base64 at each of the four places where its groups of digits may begin,
 * and hexadecimal bytes. Undefined if there is none.
 *
 * @param wide whether bytes from 0x80 may be part of a text
 * @param minBytes the length of the shortest text
 */
export function encodedView(view: View, wide: boolean, minBytes: number): View | undefined {
  const cuts = new Set(endsIn(view.text).flatMap((end) => cutsBefore(view.text, end)))
  const writer = { units: emptyUnits(64), view, wide, minBytes, cuts, start: 0, afterNul: 0 }
  const { runs, lines } = runsIn(view.text, Math.min(MIN_HEX_DIGITS, minDigitsOf(minBytes)))
  addBase64(writer, runs)
  for (let index = 0; index < lines.length; index += 2)
    addLines(writer, lines[index] ?? 0, lines[index + 1] ?? 0)
  addHex(writer, runs)
  return writer.units.length === 0 ? undefined : viewOf(writer.units, positionOf(view, view.text.length))
}

function positionOf({ at }: View, index: number): number {
  return at === undefined ? index : (at[index] ?? 0)
}

/** Runs of digits of base64: the start and the end of each. */
interface Runs {
  readonly runs: readonly number[]
  /** Runs with one space between them, as in mail. The line breaks are spaces by now. */
  readonly lines: readonly number[]
}

/** @param least the length of the shortest run */
function runsIn(text: string, least: number): Runs {
  const [runs, lines]: [number[], number[]] = [[], []]
  let linesTo = 0
  for (const [start, end] of runsOf(text, least, BASE64_DIGITS)) {
    runs.push(start, end)
    if (end - start < MIN_LINE || start < linesTo) continue
    linesTo = linesEnd(text, end)
    if (linesTo > end) lines.push(start, linesTo)
  }
  return { runs, lines }
}

/** The end of the last line that continues the one before. */
function linesEnd(text: string, end: number): number {
  let last = end
  while (text.charCodeAt(last) === SPACE) {
    const next = runEnd(text, last + 1, BASE64_DIGITS)
    if (next - last - 1 < MIN_LAST_LINE) break
    last = next
  }
  return last
}

const SPACE = 0x20
const MIN_LINE = 16
const MIN_LAST_LINE = 4

function minDigitsOf(bytes: number): number {
  return Math.ceil((bytes * 4) / 3)
}

function addBase64(writer: Writer, runs: readonly number[]): void {
  const least = minDigitsOf(writer.minBytes)
  for (let run = 0; run < runs.length; run += 2) {
    const [from, to] = [runs[run] ?? 0, runs[run + 1] ?? 0]
    if (to - from < least) continue
    for (let shift = 0; shift < 4; shift += 1)
      if (mayHold(writer, from + shift, to)) addDigits(writer, from + shift, to)
  }
}

/**
 * Whether a run has enough readable bytes in a row. Most words don't. The last byte of each possible text is read
 * first: if it is not readable, a text can only begin after it.
 */
function mayHold({ view: { text }, wide, minBytes }: Writer, from: number, to: number): boolean {
  const count = ((to - from) * 3) >> 2
  for (let last = minBytes - 1; last < count;) {
    let index = last
    while (index > last - minBytes && isPart(byteIn(text, from, index), wide)) index -= 1
    if (index === last - minBytes) return true
    last = index + minBytes
  }
  return false
}

function isPart(byte: number, wide: boolean): boolean {
  // A NUL may be half a letter in UTF-16.
  return READABLE[byte] === 1 || byte === 0 || (wide && byte >= 0x80)
}

/** A byte that the digits from a position on encode. Each group of four digits encodes three bytes. */
function byteIn(text: string, from: number, index: number): number {
  const place = index % 3
  const digit = from + (index - place) + (index - place) / 3 + place
  return (((digitAt(text, digit) << 6) | digitAt(text, digit + 1)) >> (4 - place * 2)) & 0xff
}

function addLines(writer: Writer, start: number, end: number): void {
  const { view } = writer
  const joined = emptyUnits(end - start + 1)
  for (let index = start; index < end; index += 1) {
    const code = view.text.charCodeAt(index)
    if (code !== SPACE) pushUnit(joined, code, positionOf(view, index))
  }
  const cuts = new Set(writer.cuts.has(end) ? [joined.length] : [])
  const part = { ...writer, view: viewOf(joined, positionOf(view, end)), cuts }
  for (let shift = 0; shift < 4; shift += 1) addDigits(part, shift, part.view.text.length)
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code < 128 ? (DIGITS[code] ?? -1) : -1
}

/** Decodes the digits of one run, in groups of four. */
function addDigits(writer: Writer, from: number, to: number): void {
  const { text } = writer.view
  writer.start = writer.units.length
  let bits = 0
  for (let index = from; index < to; index += 1) {
    const place = (index - from) & 3
    bits = (bits << 6) | digitAt(text, index)
    // The second digit completes the first byte of a group, which starts at the first digit.
    if (place > 0) addByte(writer, (bits >> (6 - place * 2)) & 0xff, index - 1)
  }
  endText(writer, to, writer.cuts.has(to))
}

/** Adds a byte that is readable. Any other one ends the text. */
function addByte(writer: Writer, byte: number, index: number): void {
  if (READABLE[byte] === 1) pushUnit(writer.units, byte, positionOf(writer.view, index))
  else if (writer.wide && byte >= 0x80 && byte <= 0xff)
    pushUnit(writer.units, BYTE + byte, positionOf(writer.view, index))
  else if (byte === 0 && writer.units.length - Math.max(writer.start, writer.afterNul) === 1)
    writer.afterNul = writer.units.length
  else if (writer.units.length > writer.start) endText(writer, index, false)
}

/** Ends a text, or forgets one that is too short. */
function endText(writer: Writer, index: number, atEdge: boolean): void {
  const { units, start, minBytes, view } = writer
  if (units.length === start) return
  if (units.length - start < minBytes) units.length = start
  else pushUnit(units, atEdge ? EDGE : BREAK, positionOf(view, index))
  writer.start = units.length
  writer.afterNul = units.length
}

const MIN_HEX_DIGITS = 8
/** Pairs of digits with separators. */
const HEX_PAIRS = {
  pattern: /(?:0x)?[0-9a-f]{2}([:._=|-]|[,;]? ?)(?:0x)?[0-9a-f]{2}(?:\1(?:0x)?[0-9a-f]{2}){2,}/gi,
  letters: lettersOf(/[0-9a-fx:._=|,; -]/i),
  least: 11,
}
/** A list of character codes. */
const CODES = {
  pattern: /(?<![0-9])[0-9]{2,3}(?:([,;] ?| )[0-9]{2,3})(?:\1[0-9]{2,3}){4,}(?![0-9])/g,
  letters: lettersOf(/[0-9,; ]/),
  least: 17,
}
const PAIR = /(?:0x)?([0-9a-f]{2})/gi

function addHex(writer: Writer, runs: readonly number[]): void {
  const { units, view } = writer
  const { text } = view
  for (let run = 0; run < runs.length; run += 2) addHexIn(writer, runs[run] ?? 0, runs[run + 1] ?? 0)
  for (const { match, index } of matchesIn(text, CODES)) {
    const [run] = match
    writer.start = units.length
    for (const { 0: code, index: digit } of run.matchAll(/[0-9]+/g))
      addByte(writer, Number(code), index + digit)
    endText(writer, index + run.length, false)
  }
  for (const { match, index } of matchesIn(text, HEX_PAIRS)) {
    const [run] = match
    if (/^[0-9a-f]*$/i.test(run)) continue
    writer.start = units.length
    for (const { 1: pair = '', index: digit } of run.matchAll(PAIR))
      addByte(writer, Number.parseInt(pair, 16), index + digit)
    const end = index + run.length
    endText(writer, end, PARTIAL_PAIR.test(text.slice(end, end + MAX_PARTIAL_PAIR + 1)))
  }
}

/** Hexadecimal digits are digits of base64 too. */
function addHexIn(writer: Writer, from: number, to: number): void {
  const { text } = writer.view
  for (let start = from; start < to; start += 1) {
    let end = start
    while (end < to && isHex(text.charCodeAt(end))) end += 1
    if (end - start >= MIN_HEX_DIGITS)
      for (const shift of [0, 1]) {
        writer.start = writer.units.length
        for (let digit = start + shift; digit + 1 < end; digit += 2)
          addByte(writer, hexValue(text.charCodeAt(digit)) * 16 + hexValue(text.charCodeAt(digit + 1)), digit)
        endText(writer, end, writer.cuts.has(end) || writer.cuts.has(end + 1))
      }
    start = end
  }
}

/** What the end of the original may leave of a hexadecimal byte. */
const PARTIAL_PAIR = new RegExp(
  `^[:._,; -]{0,2}(?:0(?:x[0-9a-f]?)?|[0-9a-f])?(?:$|${String.fromCharCode(EDGE)})`,
  'i',
)

/** Of a pair in a list: `, 0x7`. */
const MAX_PARTIAL_PAIR = 5
