import { systemClock, type Clock } from './clock.ts'

/** A site that pauses. */
interface Pause {
  readonly until: number
  readonly wake: () => void
}

/**
 * A clock for the lab. Hours of `watch` take seconds with it: its pauses pass at once, and what it measures takes as
 * long as it really does.
 *
 * @param start milliseconds since the epoch
 */
export function labClock(start: number): Clock {
  let now = start
  let busy = 0
  let pauses: readonly Pause[] = []
  const advance = (): void => {
    if (busy > 0 || pauses.length === 0) return
    now = Math.min(...pauses.map(({ until }) => until))
    const ended = pauses.filter(({ until }) => until <= now)
    pauses = pauses.filter(({ until }) => until > now)
    for (const { wake } of ended) wake()
  }
  return {
    ...systemClock,
    now: () => now,
    monotonic: () => systemClock.monotonic() + now - start,
    simulated: {
      enter: () => {
        busy += 1
        return () => {
          busy -= 1
          advance()
        }
      },
      pause: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve()
          const wake = (): void => {
            busy += 1
            signal.removeEventListener('abort', stop)
            resolve()
          }
          const stop = (): void => {
            pauses = pauses.filter((other) => other !== pause)
            wake()
          }
          const pause = { until: now + Math.ceil(ms), wake }
          signal.addEventListener('abort', stop)
          pauses = [...pauses, pause]
          busy -= 1
          advance()
        }),
    },
  }
}
