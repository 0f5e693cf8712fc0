import { escapeTerminal } from '../render/text/terminal.ts'
import { cut } from '../../redact/visible.ts'

/** A terminal. */
export interface Screen {
  readonly write: (text: string) => unknown
  /** Its width; undefined when unknown. */
  readonly columns?: number | undefined
}

/** A line that is rewritten in place. */
export interface StatusLine {
  readonly show: (text: string) => void
  /** Writes lines that stay, above it. */
  readonly stay: (lines: readonly string[]) => void
  /** Erases it. */
  readonly clear: () => void
}

/** The text is escaped and cut to the terminal's width: a line that wraps could not be erased. */
export function statusLineOn(screen: Screen): StatusLine {
  let shown = ''
  const clear = (): void => {
    if (shown !== '') screen.write(ERASE)
    shown = ''
  }
  return {
    clear,
    show: (text) => {
      shown = `${ERASE}${cut(escapeTerminal(text), roomOn(screen))}`
      screen.write(shown)
    },
    stay: (lines) => {
      const above = lines.map((line) => `${escapeTerminal(line)}\n`).join('')
      screen.write(`${shown === '' ? '' : ERASE}${above}${shown}`)
    },
  }
}

/** Columns of a line that does not wrap, not even when the terminal echoes `^C` at its end. */
export function roomOn({ columns = 0 }: Screen): number {
  // A terminal without a size, as in some containers, has 0 columns.
  return Math.max(1, (columns === 0 ? 80 : columns) - 3)
}

/** ANSI: back to the start of the line, and erase it. */
const ERASE = '\r\u001b[K'
