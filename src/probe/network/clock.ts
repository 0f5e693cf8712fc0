import { ABORTED } from '../../shared/abort.ts'

/** The time, as a dependency. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Milliseconds from an arbitrary start; never runs backwards. */
  readonly monotonic: () => number
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** Only in the lab, where the pauses between rounds pass at once. */
  readonly simulated?: SimulatedTime
}

/** The time of day stands still during a round, and advances when every site pauses. */
export interface SimulatedTime {
  /** Call when the first round of a site begins. The returned function ends its last one. */
  readonly enter: () => () => void
  /** The pause of a site between two rounds. Resolves when the others pause too, or as soon as the signal aborts. */
  readonly pause: Clock['sleep']
}

export const systemClock: Clock = {
  now: () => Date.now(),
  // Not `performance.now()`, whose first call loads nine of Node's modules.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
    }),
}

/** Each call returns the milliseconds since the previous one, rounded to tenths. */
export function stopwatch(clock: Clock): () => number {
  let last = clock.monotonic()
  return () => {
    const now = clock.monotonic()
    const elapsed = Math.max(0, Math.round((now - last) * 10) / 10)
    last = now
    return elapsed
  }
}

/**
 * A signal that aborts after so many milliseconds or with its parent. Unlike `AbortSignal.timeout`, it keeps the
 * process alive: a connection whose packets are dropped holds nothing else open.
 */
export function deadline(
  ms: number,
  parent: AbortSignal,
): { readonly signal: AbortSignal; readonly clear: () => void } {
  const controller = new AbortController()
  const abort = (): void => controller.abort(ABORTED)
  const timer = setTimeout(abort, ms)
  parent.addEventListener('abort', abort)
  if (parent.aborted) abort()
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer)
      parent.removeEventListener('abort', abort)
    },
  }
}
