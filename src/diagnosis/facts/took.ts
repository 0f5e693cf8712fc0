import type { Exchange } from '../../domain/exchange.ts'

/** Milliseconds from dialling to the last byte, with all redirects that were followed, as far as it went. */
export function elapsedIn({ timings, redirectChain }: Exchange): number {
  const took = [
    ...Object.values(timings),
    ...(redirectChain?.redirects ?? []).map((redirect) => redirect.elapsed),
  ]
  return took.reduce((sum, ms) => sum + ms, 0)
}

/** `340 ms`, `1004 ms`, `12.4 s`: close to a limit, a rounded figure would look like the limit itself. */
export function inTime(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`
}
