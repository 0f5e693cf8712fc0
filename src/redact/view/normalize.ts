import { foldedPoint } from './fold.ts'
import { emptyUnits, pushUnit, viewOf, type View } from './units.ts'

const SPACE = 0x20

/** A text that folding doesn't change. */
const FOLDED = /^(?:[!-~]| (?! ))*$/

/** Folds each character, and any whitespace to one space. */
export function foldedView(view: View): View {
  const { text, at } = view
  if (FOLDED.test(text)) return view
  const units = emptyUnits(text.length + 1)
  let last = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const start = at === undefined ? index : (at[index] ?? 0)
    if (code > SPACE && code < 0x7f) {
      pushUnit(units, code, start)
      last = code
      continue
    }
    const point = code < 0xd800 ? code : (text.codePointAt(index) ?? code)
    const folded = foldedPoint(point)
    for (let unit = 0; unit < folded.length; unit += 1) {
      const next = folded.charCodeAt(unit)
      if (next !== SPACE || last !== SPACE) pushUnit(units, next, start)
      last = next
    }
    if (point > 0xffff) index += 1
  }
  return viewOf(units, at === undefined ? text.length : (at[text.length] ?? 0))
}
