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
  /** Erases it. */
  readonly clear: () => void
}

/** The text is escaped and cut to the terminal's width: a line that wraps could not be erased. */
export function statusLineOn(screen: Screen): StatusLine {
  let shown = false
  const clear = (): void => {
    if (shown) screen.write(ERASE)
    shown = false
  }
  return {
    clear,
    show: (text) => {
      screen.write(`${ERASE}${cut(escapeTerminal(text), Math.max(1, (screen.columns ?? 80) - 1))}`)
      shown = true
    },
  }
}

/** ANSI: back to the start of the line, and erase it. */
const ERASE = '\r\u001b[K'
