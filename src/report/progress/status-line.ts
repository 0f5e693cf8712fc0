import { terminal } from '../render/text/terminal.ts'
import { cut } from '../../redact/visible.ts'

/** Where a live line goes: a terminal. */
export interface Screen {
  readonly write: (text: string) => unknown
  /** Its width; undefined where it is not known. */
  readonly columns?: number | undefined
}

/** One line that is rewritten in place. */
export interface StatusLine {
  readonly show: (text: string) => void
  /** Takes it away, as if it had never been there. */
  readonly clear: () => void
}

/** What is shown has no effect on the terminal, and is never wider than it: a line that wraps could not be taken back. */
export function statusLineOn(screen: Screen): StatusLine {
  let shown = false
  const clear = (): void => {
    if (shown) screen.write(ERASE)
    shown = false
  }
  return {
    clear,
    show: (text) => {
      screen.write(`${ERASE}${cut(terminal(text), Math.max(1, (screen.columns ?? 80) - 1))}`)
      shown = true
    },
  }
}

/** To the beginning of the line, and nothing from there on. */
const ERASE = '\r\u001b[K'
