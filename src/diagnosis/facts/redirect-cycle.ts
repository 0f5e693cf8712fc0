import type { CompletedExchange } from '../../domain/exchange.ts'
import { authorOf } from './redirects.ts'

/**
 * What a way without end looks like. `itself`: a page leads to itself; `schemes`: from HTTPS to plain HTTP and back;
 * `pages`: from page to page and back; `on`: never twice to the same, as far as it was followed.
 */
export type CycleKind = 'itself' | 'schemes' | 'pages' | 'on'

/** One redirect on the way, followed or not. */
export interface Hop {
  readonly from: string
  readonly to: string
  readonly author: ReturnType<typeof authorOf>
}

/** Every redirect on the way of an answer, with the one that it is itself. `url` is where the way began. */
export function hopsOf({ redirectChain, head }: CompletedExchange, url: string): readonly Hop[] {
  const { redirects = [], next } = redirectChain ?? {}
  const followed = redirects.map(({ from, to, headers }) => ({ from, to, author: authorOf(headers) }))
  if (next === undefined) return followed
  return [...followed, { from: redirects.at(-1)?.to ?? url, to: next, author: authorOf(head.headers) }]
}

/** The redirects that lead round, if any do. */
export function cycleIn(legs: readonly Hop[]): readonly Hop[] {
  const end = legs.findLastIndex(({ to }, index) => legs.slice(0, index + 1).some(({ from }) => from === to))
  const start = legs.slice(0, end + 1).findLastIndex(({ from }) => from === legs[end]?.to)
  return end === -1 ? [] : legs.slice(start, end + 1)
}

export function cycleOf(legs: readonly Hop[]): CycleKind {
  const circle = cycleIn(legs)
  if (circle.length < 2) return circle.length === 0 ? 'on' : 'itself'
  return new Set(circle.map(({ from }) => from.replace(/^https?:/, ''))).size === 1 ? 'schemes' : 'pages'
}
