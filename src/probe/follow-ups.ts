import type { FollowUps, Question, Recheck } from '../domain/evidence.ts'
import type { Resolution } from '../domain/resolution.ts'
import { withoutCloudflare } from './as-cloudflare.ts'
import type { Way } from './exchange.ts'
import { askHttp2 } from './http2.ts'
import { askTwice } from './kept.ts'
import type { Ask, Plan } from './plan.ts'
import { visit } from './visit.ts'

/** What the first probes of a look have in hand for those that ask again. */
export interface Again {
  readonly plan: Plan
  readonly way: Way
  /** The site's name, and each origin's, as they were resolved a moment ago. */
  readonly name: Promise<Resolution>
  readonly originNames: readonly Promise<Resolution>[]
}

/** One row a follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS: { readonly [K in keyof FollowUps]: (again: Again) => Promise<FollowUps[K]> } = {
  uncached: ({ plan, name, way }) => visit(uncached(plan.edge, way.clock.now()), name, way),
}

/** Likewise, for what is asked of one origin again. */
const RECHECKS: {
  readonly [K in keyof Recheck]-?: (
    ask: Ask,
    name: Promise<Resolution>,
    way: Way,
  ) => Promise<NonNullable<Recheck[K]>>
} = {
  bare: (ask, name, way) => visit(withoutCloudflare(ask), name, way),
  again: (ask, name, way) => visit(ask, name, way),
  http2: (ask, name, way) => askHttp2(ask, name, way),
  kept: (ask, name, way) => askTwice(ask, name, way),
}

/** Asks again, all at the same moment. */
export async function followUp(
  questions: readonly Question[],
  again: Again,
): Promise<Partial<FollowUps> & { readonly rechecks?: readonly Recheck[] }> {
  const found: Partial<FollowUps> = {}
  const rechecks: { -readonly [K in keyof Recheck]: Recheck[K] }[] = again.plan.origins.map(() => ({}))
  const recheck = async (key: keyof Recheck, origin: number): Promise<void> => {
    const [ask, name, place] = [again.plan.origins[origin], again.originNames[origin], rechecks[origin]]
    if (ask === undefined || name === undefined || place === undefined) return
    await fill(place, key, RECHECKS[key](ask, name, again.way))
  }
  await Promise.all(
    questions.map((question) =>
      'origin' in question
        ? recheck(question.ask, question.origin)
        : fill(found, question.ask, FOLLOW_UPS[question.ask](again)),
    ),
  )
  return { ...found, ...(questions.some((question) => 'origin' in question) && { rechecks }) }
}

async function fill<T, K extends keyof T>(place: T, key: K, value: Promise<T[K]>): Promise<void> {
  place[key] = await value
}

/** A query string that nobody asked for before is in no cache. */
function uncached(ask: Ask, now: number): Ask {
  const join = ask.path.includes('?') ? '&' : '?'
  return { ...ask, path: `${ask.path}${join}origin-gate=${now.toString(36)}` }
}
