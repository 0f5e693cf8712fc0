import { setTimeout } from 'node:timers/promises'
import { failureOf } from './failure.ts'

export interface Patience {
  /** Milliseconds before the second try; GitHub may need a moment to show what it has just stored. */
  readonly settle?: number | undefined
  /** Ends the wait, and the wish to try again. */
  readonly signal?: AbortSignal | undefined
}

/** Asks a second time when the answer was lost. What is asked must look for the traces of the first time. */
export async function onceMore<T>(ask: () => Promise<T>, { settle = 1000, signal }: Patience): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (signal?.aborted === true || failureOf(error).kind !== 'lost') throw error
    await setTimeout(settle, undefined, signal === undefined ? {} : { signal })
    return ask()
  }
}
