/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096

/** The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become spaces. */
export function visible(text: string): string {
  return (
    text
      .slice(0, LONGEST)
      // Full-width, mathematical and circled forms become the plain ones: what reads like an address is one.
      .replace(/[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}]/gu, (form) => form.normalize('NFKC'))
      .slice(0, LONGEST)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/[\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}]+/gu, '')
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
  )
}

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
