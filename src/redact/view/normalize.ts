import { foldedPoint } from './fold.ts'
import { emptyUnits, pushRange, pushUnit, viewOf, type View } from './units.ts'

const SPACE = 0x20

/** Folds each character, and any whitespace to one space. */
export function foldedView(view: View): View {
  const { text, at } = view
  if (plainEnd(text, 0, 0) === text.length) return view
  const units = emptyUnits(text.length + 1)
  let last = 0
  for (let index = 0; index < text.length; index += 1) {
    const plainTo = plainEnd(text, index, last)
    if (plainTo > index) {
      pushRange(units, view, index, plainTo)
      last = text.charCodeAt(plainTo - 1)
      index = plainTo
      if (index === text.length) break
    }
    const code = text.charCodeAt(index)
    const start = at === undefined ? index : (at[index] ?? 0)
    const misread = code < 0xc2 || code > 0xf4 ? undefined : misreadPoint(text, index, code)
    const point = misread?.point ?? (code < 0xd800 ? code : (text.codePointAt(index) ?? code))
    const folded = foldedPoint(point)
    for (let unit = 0; unit < folded.length; unit += 1) {
      const next = folded.charCodeAt(unit)
      if (next !== SPACE || last !== SPACE) pushUnit(units, next, start)
      last = next
    }
    if (misread !== undefined) index += misread.size - 1
    else if (point > 0xffff) index += 1
  }
  return viewOf(units, at === undefined ? text.length : (at[text.length] ?? 0))
}

/**
 * The code point whose UTF-8 starts here, one byte as one letter: heads of responses are read as Latin-1. Latin-1 text
 * rarely has such letters by chance.
 */
function misreadPoint(
  text: string,
  start: number,
  first: number,
): { readonly point: number; readonly size: number } | undefined {
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  let point = first & (0xff >> (size + 1))
  for (let index = start + 1; index < start + size; index += 1) {
    // NaN after the end.
    const byte = text.charCodeAt(index)
    if (!(byte >= 0x80 && byte < 0xc0)) return undefined
    point = point * 64 + byte - 0x80
  }
  return point > 0x10ffff ? undefined : { point, size }
}

/** The end of the letters that folding doesn't change. `last` is the one before them. */
function plainEnd(text: string, start: number, last: number): number {
  let [end, before] = [start, last]
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code < SPACE || code > 0x7e || (code === SPACE && before === SPACE)) break
    before = code
  }
  return end
}
