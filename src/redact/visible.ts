/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096

/**
 * The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become
 * spaces. No longer than anything that is shown.
 */
export function visible(text: string): string {
  return shown(text.slice(0, LONGEST)).slice(0, LONGEST)
}

/** The same, of any length. */
export function shown(text: string): string {
  return (
    text
      // Full-width, mathematical, circled and raised forms become the plain ones: what reads like an address is one.
      .replace(PLAINER, (form) => form.normalize('NFKC'))
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
      .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
  )
}

const PLAINER =
  /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu

/** One line of visible text, its words one space apart. Not escaped for anything yet. */
export function clean(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim()
}

/** At most `max` code points; an ellipsis tells that something was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const points = Array.from(text)
  return points.length <= max
    ? text
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
