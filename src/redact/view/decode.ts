import { MAX_ENTITY } from './entities.ts'
import { escapeAtEnd, opensEscape } from './escapes.ts'
import { mayHaveRare, openEscape } from './rare.ts'
import { BREAK, emptyUnits, pushRange, pushUnit, viewOf, type Units, type View } from './units.ts'

const SPACE = 0x20

const MAY_ESCAPE = /[%\\&\u{f780}-\u{f7ff}]|[[({](?:[.:]|dot)[\])}]/iu

/** Longer than any name or address, and than the pieces that secrets are searched by. */
const AROUND = 280

/** The text without escapes, and the raw text around them. */
export interface Decoded {
  readonly decoded: View
  /** Where an escape may have swallowed the first letters of a value: `%` before `deadbeef` is not always an escape. */
  readonly raw?: View
}

/** The text with its rare escapes decoded too, or undefined if it has none. Few texts mean them. */
export function rareView({ text, at }: View): View | undefined {
  if (!mayHaveRare(text)) return undefined
  const units = emptyUnits(text.length + 1, true)
  for (let index = 0; index < text.length; index += 1)
    put(units, text.charCodeAt(index), at === undefined ? index : (at[index] ?? 0))
  close(units, 0)
  return viewOf(units, at === undefined ? text.length : (at[text.length] ?? 0))
}

/** Decodes an escape that has no end of its own, if the next unit ends it. */
function close(units: Units, next: number): void {
  const escape = openEscape(units, next)
  if (escape === undefined) return
  const { size, stands } = escape
  units.length -= size
  units.sign = Math.min(units.sign, units.length)
  const start = units.at[units.length] ?? 0
  for (let unit = 0; unit < stands.length; unit += 1) put(units, stands.charCodeAt(unit), start)
  if (escape.takesSpace) units.space = units.length
}

/**
 * Decodes escapes until none is left, in one pass: whatever is written is a new end, which may complete another escape.
 *
 * @param view folded
 */
export function decode(view: View): Decoded {
  const { text, at } = view
  if (!MAY_ESCAPE.test(text)) return { decoded: view }
  const units = emptyUnits(text.length + 1)
  const excerpts: [start: number, end: number][] = []
  for (let index = 0; index < text.length; index += 1) {
    const start = at === undefined ? index : (at[index] ?? 0)
    if (put(units, text.charCodeAt(index), start)) widen(excerpts, index, text.length)
  }
  if (excerpts.length === 0) return { decoded: view }
  const end = at === undefined ? text.length : (at[text.length] ?? 0)
  return { decoded: viewOf(units, end), raw: excerptOf(view, excerpts, end) }
}

/** Whether it completed an escape. */
function put(units: Units, code: number, at: number): boolean {
  if (units.rare) close(units, code)
  if (code === SPACE && units.length === units.space) return true
  if (opensEscape(code, units.rare)) units.sign = units.length
  pushUnit(units, code, at)
  let changed = false
  for (;;) {
    const last = units.codes[units.length - 1] ?? 0
    if (last < 0x80 && units.length - units.sign > MAX_ENTITY) return changed
    const escape = escapeAtEnd(units)
    if (escape === undefined) return changed
    changed = true
    const { size, stands } = escape
    units.length -= size
    units.sign = Math.min(units.sign, units.length)
    const start = units.at[units.length] ?? 0
    if (stands.length !== 1) {
      for (let unit = 0; unit < stands.length; unit += 1) put(units, stands.charCodeAt(unit), start)
      return true
    }
    if (stands === ' ' && (units.codes[units.length - 1] === SPACE || units.length === units.space))
      return true
    if (opensEscape(stands.charCodeAt(0), units.rare)) units.sign = units.length
    pushUnit(units, stands.charCodeAt(0), start)
  }
}

function widen(excerpts: [start: number, end: number][], index: number, length: number): void {
  const end = Math.min(length, index + AROUND)
  const last = excerpts.at(-1)
  if (last !== undefined && index - AROUND <= last[1]) last[1] = end
  else excerpts.push([Math.max(0, index - AROUND), end])
}

function excerptOf(view: View, excerpts: readonly (readonly [number, number])[], end: number): View {
  const total = excerpts.reduce((sum, [from, to]) => sum + to - from, 0)
  if (total > view.text.length / 2) return view
  const units = emptyUnits(total + excerpts.length + 1)
  for (const [from, to] of excerpts) {
    pushRange(units, view, from, to)
    const next = view.at === undefined ? to : (view.at[to] ?? 0)
    if (to < view.text.length) pushUnit(units, BREAK, next)
  }
  return viewOf(units, end)
}
