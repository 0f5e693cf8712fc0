import type { DeviationKind } from '../../../domain/deviation.ts'

/** Records a deviation. `offset` counts bytes from the beginning of the response. */
export type Note = (kind: DeviationKind, offset: number) => void

/**
 * How a section ended. `complete`: all of it was read. `cut`: the connection closed first. `unreadable`: no client can
 * continue, and a deviation says why. `too-large`: it exceeds a limit of this reader.
 */
export type SectionEnd = 'complete' | 'cut' | 'unreadable' | 'too-large'

/** Reads the head or the body of a response. */
export interface SectionReader {
  /** Takes the next bytes up to the end of the section. Returns how many. `offset` is that of the first one. */
  readonly take: (bytes: Uint8Array, offset: number) => number
  /** The server closed the connection. */
  readonly close: (offset: number) => void
  /** Undefined while more bytes are needed. */
  readonly ended: () => SectionEnd | undefined
}
