/** A reason for frequent aborts. Without one, Node creates an error with a stack trace each time. */
export const ABORTED = Object.assign(new Error('aborted'), { code: 'ABORT_ERR' })

/** Settles as the promise does, or rejects with the signal's reason once that aborts. The work itself continues. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
