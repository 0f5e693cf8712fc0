import { visible } from '../../../redact/visible.ts'

/** Indentation of everything under a headline. */
export const INDENT = '  '

/** Invisible and without width: keeps two characters from being read as one token. */
const ZERO_WIDTH_SPACE = '\u200b'

/**
 * One line for a terminal or a log, without escape sequences and without workflow commands. The Actions runner reads
 * `::name::` at the start of a line, and `##[name]` anywhere.
 */
export function escapeTerminal(text: string): string {
  return visible(text)
    .replace(/(^|\s):(?=:)/g, `$1:${ZERO_WIDTH_SPACE}`)
    .replace(/##(?=\[)/g, `#${ZERO_WIDTH_SPACE}#`)
}
