import { setTimeout } from 'node:timers/promises'
import { classifyError, type ApiFailure } from './failure.ts'

export interface RetryOptions {
  /** Milliseconds before a lost request is retried: GitHub may need a moment to show what it has just stored. */
  readonly settle?: number | undefined
  /** Milliseconds for all attempts and pauses together. A pause that would exceed it is not started. */
  readonly limit?: number | undefined
  /** Ends a pause, and prevents further attempts. */
  readonly signal?: AbortSignal | undefined
}

const MAX_ATTEMPTS = 4

/**
 * Retries once after a lost response, and after the pause that a rate limit requires. Each attempt must check first
 * whether the one before succeeded.
 *
 * Octokit's retry plugins would send a lost POST again without that check, which creates a second comment. They also
 * delay every write by one to three seconds.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  { settle = 1000, limit = 20_000, signal }: RetryOptions,
): Promise<T> {
  const until = performance.now() + limit
  let lost = 0
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      const failure = classifyError(error)
      if (failure.kind === 'lost') lost++
      const pause = pauseAfter(failure, settle)
      const final = signal?.aborted === true || lost > 1 || attempts === MAX_ATTEMPTS
      if (final || pause === undefined || performance.now() + pause > until) throw error
      await setTimeout(pause, undefined, signal === undefined ? {} : { signal })
    }
  }
}

/** Milliseconds; undefined when a retry won't help. */
function pauseAfter({ kind, retryAfter }: ApiFailure, settle: number): number | undefined {
  if (kind === 'lost') return Math.max(retryAfter ?? 0, settle)
  return kind === 'rate-limited' && retryAfter !== undefined ? Math.max(retryAfter, settle) : undefined
}
