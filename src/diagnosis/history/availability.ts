import { rayOf, traceOf } from '../../cloudflare/response.ts'
import type { Availability } from '../../domain/availability.ts'
import type { Judgment, Verdict } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { patternOf, type Sample } from './trend.ts'
import { meetsExpectations } from '../facts/content.ts'

/** Whether a site was up, by the last look that saw it; undefined before there was one. */
export type Health = 'up' | 'down' | undefined

/** A look that could not see changes nothing. */
export function healthAfter(before: Health, verdict: Verdict): Health {
  if (verdict === 'inconclusive') return before
  return verdict === 'healthy' ? 'up' : 'down'
}

/** Milliseconds down and changes, from one look to the next that was kept. */
export function stepBetween(
  from: { readonly at: number; readonly health: Health } | undefined,
  to: Evidence,
  health: Health,
): { readonly downtime: number; readonly transitions: number } {
  if (to.skipped !== undefined) return to.skipped
  if (from === undefined) return { downtime: 0, transitions: 0 }
  return {
    // A clock may be set back.
    downtime: from.health === 'down' ? Math.max(0, to.at - from.at) : 0,
    transitions: from.health !== undefined && from.health !== health ? 1 : 0,
  }
}

/** How a run went. Pure. `looks` are the judgments of the history, one for each that is judged. */
export function availabilityOf(history: readonly Evidence[], judgments: readonly Judgment[]): Availability {
  const count = { rounds: 0, failed: 0, unknown: 0, transitions: 0, downtime: 0 }
  let before: { readonly at: number; readonly health: Health } | undefined
  for (const [index, { verdict }] of judgments.entries()) {
    const evidence = history[index]
    if (evidence === undefined) break
    const { healthy, unhealthy, inconclusive } = evidence.skipped ?? NONE
    const health = healthAfter(evidence.skipped?.health ?? before?.health, verdict)
    const step = stepBetween(before, evidence, health)
    count.rounds += 1 + healthy + unhealthy + inconclusive
    count.failed += unhealthy + (verdict === 'unhealthy' ? 1 : 0)
    count.unknown += inconclusive + (verdict === 'inconclusive' ? 1 : 0)
    count.transitions += step.transitions
    count.downtime += step.downtime
    before = { at: evidence.at, health }
  }
  const pattern = patternOf(contiguous(history, judgments))
  return { ...count, ...spanOf(history, judgments), ...(pattern !== undefined && { pattern }) }
}

const NONE = { healthy: 0, unhealthy: 0, inconclusive: 0 } as const

function spanOf(
  history: readonly Evidence[],
  judgments: readonly Judgment[],
): Pick<Availability, 'firstFailure' | 'lastFailure' | 'recoveredAfter'> {
  const first = history[judgments.findIndex(({ verdict }) => verdict === 'unhealthy')]?.at
  const worst = judgments.findLastIndex(({ verdict }) => verdict === 'unhealthy')
  const last = history[worst]?.at
  if (first === undefined || last === undefined) return {}
  const recovered = history[judgments.findIndex(({ verdict }, at) => at > worst && verdict === 'healthy')]?.at
  return {
    firstFailure: first,
    lastFailure: last,
    ...(recovered !== undefined && { recoveredAfter: Math.max(0, recovered - first) }),
  }
}

/** The looks between which none is missing that saw anything else. */
function contiguous(history: readonly Evidence[], judgments: readonly Judgment[]): readonly Sample[] {
  const from = Math.max(
    0,
    history.findLastIndex(({ skipped }) => skipped?.identical === false),
  )
  const sights: Sample[] = []
  for (const [index, evidence] of history.entries()) {
    const judgment = judgments[index]
    if (index < from || judgment === undefined) continue
    const sight = sampleOf(evidence, judgment)
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
const UNSEEN: Sample = { verdict: 'inconclusive' }

/** What one look says of where and when a site fails. */
export function sampleOf(evidence: Evidence, { verdict }: Judgment): Sample {
  const colo = rayOf(evidence.edge)?.colo ?? traceOf(evidence.trace)?.colo ?? ''
  const family = evidence.edge?.family
  const origin = onlyFailingOrigin(evidence)
  return {
    verdict,
    ...(colo !== '' && { colo }),
    ...(family !== undefined && { family }),
    ...(origin !== undefined && { origin }),
  }
}

/** The one origin of several that did not do as expected. */
function onlyFailingOrigin(evidence: Evidence): Sample['origin'] {
  const origins = evidence.origins ?? []
  const bad = origins.flatMap((origin, index) => (meetsExpectations(evidence, origin) ? [] : [index + 1]))
  const [position, ...more] = bad
  if (position === undefined || more.length > 0 || origins.length < 2) return undefined
  return { position, of: origins.length }
}
