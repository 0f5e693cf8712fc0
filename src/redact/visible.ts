/** Nearly every text: ASCII, and the symbols that our texts use. Compiling the Unicode patterns takes milliseconds. */
const VISIBLE = /^[ -~–…→✓✗]*$/

/**
 * The text without invisible characters, bidirectional overrides and stacked combining marks. Control characters become
 * spaces. It cuts nothing: a text is redacted as a whole before it is cut.
 */
export function visible(text: string): string {
  if (VISIBLE.test(text)) return text
  return (
    text
      // Full-width, mathematical, circled and superscript forms become plain: what reads like an address is one.
      .replace(COMPATIBILITY_FORMS, (form) => form.normalize('NFKC'))
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
      .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
  )
}

const COMPATIBILITY_FORMS =
  /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu

/** One line of visible text with single spaces. Not escaped yet. */
export function clean(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** The same for each line. Of several empty lines in a row, one stays. Not escaped yet. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => visible(line.replaceAll('\t', '  ')).trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** At most `max` code points, with an ellipsis if it was cut. */
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
