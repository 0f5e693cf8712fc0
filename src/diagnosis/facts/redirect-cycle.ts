import type { CompletedExchange } from '../../domain/exchange.ts'
import { matches, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { redirectAuthor } from './redirects.ts'

/**
 * How redirects repeat. `itself`: a page redirects to itself; `schemes`: from HTTPS to plain HTTP and back; `pages`:
 * between several pages; `endless`: no URL repeats among those that were
 * followed.
 */
export type CycleKind = 'itself' | 'schemes' | 'pages' | 'endless'

/** One redirect, followed or not. */
export interface RedirectStep {
  readonly from: Untrusted
  readonly to: Untrusted
  readonly author: ReturnType<typeof redirectAuthor>
}

/** All redirects of an exchange, including the final response if it is one. `url` is the first URL requested. */
export function redirectSteps(
  { redirectChain, head }: CompletedExchange,
  url: string,
): readonly RedirectStep[] {
  const { redirects = [], next } = redirectChain ?? {}
  const followed = redirects.map(({ from, to, headers }) => ({ from, to, author: redirectAuthor(headers) }))
  if (next === undefined) return followed
  return [
    ...followed,
    { from: redirects.at(-1)?.to ?? untrusted(url), to: next, author: redirectAuthor(head.headers) },
  ]
}

/** The redirects that form a cycle; empty when none do. */
export function findCycle(steps: readonly RedirectStep[]): readonly RedirectStep[] {
  const end = steps.findLastIndex(({ to }, index) =>
    steps.slice(0, index + 1).some(({ from }) => from === to),
  )
  const start = steps.slice(0, end + 1).findLastIndex(({ from }) => from === steps[end]?.to)
  return end === -1 ? [] : steps.slice(start, end + 1)
}

export function cycleKind(steps: readonly RedirectStep[]): CycleKind {
  const cycle = findCycle(steps)
  if (cycle.length < 2) return cycle.length === 0 ? 'endless' : 'itself'
  return new Set(cycle.map(({ from }) => withoutScheme(from))).size === 1 ? 'schemes' : 'pages'
}

function withoutScheme(url: Untrusted): Untrusted {
  return read(url, (text) => untrusted(text.replace(/^https?:/, '')))
}

/** From HTTPS to plain HTTP. */
export function isDowngrade({ from, to }: Pick<RedirectStep, 'from' | 'to'>): boolean {
  return matches(from, /^https:/) && matches(to, /^http:/)
}
