import { rayOf, traceOf } from '../../cloudflare/response.ts'
import type { Course } from '../../domain/availability.ts'
import type { Judgment, Verdict } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { asExpected } from '../facts/exchange.ts'
import { patternOf, type Sight } from './trend.ts'

/** Whether a site was up, by the last look that saw it; undefined before there was one. */
export type Standing = 'up' | 'down' | undefined

/** A look that could not see changes nothing. */
export function standingAfter(before: Standing, verdict: Verdict): Standing {
  if (verdict === 'inconclusive') return before
  return verdict === 'healthy' ? 'up' : 'down'
}

/** Milliseconds down and changes, from one look to the next that was kept. */
export function stepBetween(
  from: { readonly at: number; readonly standing: Standing } | undefined,
  to: Evidence,
  standing: Standing,
): { readonly down: number; readonly flaps: number } {
  if (to.skipped !== undefined) return to.skipped
  if (from === undefined) return { down: 0, flaps: 0 }
  return {
    // A clock may be set back.
    down: from.standing === 'down' ? Math.max(0, to.at - from.at) : 0,
    flaps: from.standing !== undefined && from.standing !== standing ? 1 : 0,
  }
}

/** How a run went. Pure. `looks` are the judgments of the history, one for each that is judged. */
export function courseOf(history: readonly Evidence[], looks: readonly Judgment[]): Course {
  const count = { looks: 0, failed: 0, unseen: 0, flaps: 0, down: 0 }
  let before: { readonly at: number; readonly standing: Standing } | undefined
  for (const [index, { verdict }] of looks.entries()) {
    const evidence = history[index]
    if (evidence === undefined) break
    const { healthy, unhealthy, inconclusive } = evidence.skipped ?? NONE
    const standing = standingAfter(evidence.skipped?.standing ?? before?.standing, verdict)
    const step = stepBetween(before, evidence, standing)
    count.looks += 1 + healthy + unhealthy + inconclusive
    count.failed += unhealthy + (verdict === 'unhealthy' ? 1 : 0)
    count.unseen += inconclusive + (verdict === 'inconclusive' ? 1 : 0)
    count.flaps += step.flaps
    count.down += step.down
    before = { at: evidence.at, standing }
  }
  const pattern = patternOf(contiguous(history, looks))
  return { ...count, ...spanOf(history, looks), ...(pattern !== undefined && { pattern }) }
}

const NONE = { healthy: 0, unhealthy: 0, inconclusive: 0 } as const

function spanOf(
  history: readonly Evidence[],
  looks: readonly Judgment[],
): Pick<Course, 'firstBad' | 'lastBad' | 'healedIn'> {
  const first = history[looks.findIndex(({ verdict }) => verdict === 'unhealthy')]?.at
  const worst = looks.findLastIndex(({ verdict }) => verdict === 'unhealthy')
  const last = history[worst]?.at
  if (first === undefined || last === undefined) return {}
  const healed = history[looks.findIndex(({ verdict }, at) => at > worst && verdict === 'healthy')]?.at
  return {
    firstBad: first,
    lastBad: last,
    ...(healed !== undefined && { healedIn: Math.max(0, healed - first) }),
  }
}

/** The looks between which none is missing that saw anything else. */
function contiguous(history: readonly Evidence[], looks: readonly Judgment[]): readonly Sight[] {
  const from = Math.max(
    0,
    history.findLastIndex(({ skipped }) => skipped?.alike === false),
  )
  const sights: Sight[] = []
  for (const [index, evidence] of history.entries()) {
    const look = looks[index]
    if (index < from || look === undefined) continue
    const sight = sightOf(evidence, look)
    const { healthy, unhealthy, inconclusive } = (index > from && evidence.skipped) || NONE
    const like = healthy + unhealthy + inconclusive
    for (let at = 0; at < Math.min(MOST_ALIKE, like); at += 1) sights.push(sight)
    // A part of what is alike shows as much as the whole, but for its length: then no rhythm may be read from it.
    if (like > MOST_ALIKE) sights.push(UNSEEN)
    sights.push(sight)
  }
  return sights
}

const MOST_ALIKE = 1000
const UNSEEN: Sight = { verdict: 'inconclusive' }

/** What one look says of where and when a site fails. */
export function sightOf(evidence: Evidence, { verdict }: Judgment): Sight {
  const colo = rayOf(evidence.edge)?.colo ?? traceOf(evidence.control)?.colo ?? ''
  const family = evidence.edge?.family
  const origin = lonely(evidence)
  return {
    verdict,
    ...(colo !== '' && { colo }),
    ...(family !== undefined && { family }),
    ...(origin !== undefined && { origin }),
  }
}

/** The one origin of several that did not do as expected. */
function lonely(evidence: Evidence): Sight['origin'] {
  const origins = evidence.origins ?? []
  const bad = origins.flatMap((origin, index) => (asExpected(evidence, origin) ? [] : [index + 1]))
  const [position, ...more] = bad
  if (position === undefined || more.length > 0 || origins.length < 2) return undefined
  return { position, of: origins.length }
}
