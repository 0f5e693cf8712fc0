import { setTimeout } from 'node:timers/promises'
import { failureOf, type Failure } from './failure.ts'

export interface RetryOptions {
  /** Milliseconds before the second try; GitHub may need a moment to show what it has just stored. */
  readonly settle?: number | undefined
  /** Milliseconds that all tries and pauses may take together: GitHub is asked no more once a pause would go beyond. */
  readonly longest?: number | undefined
  /** Ends the wait, and the wish to try again. */
  readonly signal?: AbortSignal | undefined
}

const MOST_TRIES = 4

/**
 * Asks a second time when the answer was lost, and again after the pause that a rate limit asks for, where it is a short
 * one. What is asked must look for the traces of the time before.
 *
 * Octokit's plugins for this would send a lost POST again without a look, which makes a second comment, and hold every
 * write back for one to three seconds.
 */
export async function retry<T>(
  ask: () => Promise<T>,
  { settle = 1000, longest = 20_000, signal }: RetryOptions,
): Promise<T> {
  const until = performance.now() + longest
  let lost = 0
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'lost') lost++
      const pause = pauseAfter(failure, settle)
      if (signal?.aborted === true || pause === undefined || lost > 1 || tries === MOST_TRIES) throw error
      if (performance.now() + pause > until) throw error
      await setTimeout(pause, undefined, signal === undefined ? {} : { signal })
    }
  }
}

/** Milliseconds; undefined: to ask again would not mend it. */
function pauseAfter({ kind, pause }: Failure, settle: number): number | undefined {
  if (kind === 'lost') return Math.max(pause ?? 0, settle)
  return kind === 'rate-limited' && pause !== undefined ? Math.max(pause, settle) : undefined
}
