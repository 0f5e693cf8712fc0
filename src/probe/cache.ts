import type { Clock } from './network/clock.ts'

/** Work that starts at most once, on first use. */
export interface Once<T> {
  readonly start: () => T
  readonly started: () => boolean
}

export function once<T>(work: () => T): Once<T> {
  let result: { readonly value: T } | undefined
  return {
    start: () => (result ??= { value: work() }).value,
    started: () => result !== undefined,
  }
}

export interface CacheEntry<T> {
  /** On the monotonic clock. */
  readonly createdAt: number
  readonly value: T
}

/** The value under a key. An entry older than `maxAge` milliseconds is created again. */
export function cached<T>(
  entries: Map<string, CacheEntry<T>>,
  key: string,
  maxAge: number,
  clock: Clock,
  create: () => T,
): T {
  const now = clock.monotonic()
  const entry = entries.get(key)
  if (entry !== undefined && now - entry.createdAt < maxAge) return entry.value
  const value = create()
  entries.set(key, { createdAt: now, value })
  return value
}
