/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096

/**
 * One line of harmless text: controls and line breaks become spaces; what is invisible or turns the reading
 * order around goes, and so do letters buried under combining marks. Not escaped for anything yet.
 */
export function clean(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
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
