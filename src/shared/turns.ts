/** Milliseconds of work after which other events get their turn. */
const SLICE = 25

/** For work with many steps: await the function after each, so that a signal is noticed while they last. */
export function pace(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

/** The result of work, step by step. */
export async function inTurns<T>(steps: Iterator<unknown, T>): Promise<T> {
  const pause = pace()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}

/** The result of work, at once. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
