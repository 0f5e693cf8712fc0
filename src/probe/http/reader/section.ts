import type { DeviationKind } from '../../../domain/deviation.ts'

/** Records a deviation. `offset` counts bytes from the beginning of the response. */
export type Note = (kind: DeviationKind, offset: number) => void

/**
 * How the reading of a section ended. `complete`: at its end. `cut`: the connection ended before. `unreadable`: no
 * client can read on, and a deviation says why. `too-large`: at a limit of this reader.
 */
export type SectionEnd = 'complete' | 'cut' | 'unreadable' | 'too-large'

/** Reads the head or the body of a response. */
export interface SectionReader {
  /** Takes the next bytes, until the section ends. Returns how many. `offset` is that of the first one. */
  readonly take: (bytes: Uint8Array, offset: number) => number
  /** The server closed the connection. */
  readonly close: (offset: number) => void
  /** Undefined while more bytes are needed. */
  readonly ended: () => SectionEnd | undefined
}
