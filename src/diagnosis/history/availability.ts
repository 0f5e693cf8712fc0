import { failedOnRoute } from '../route/unseen.ts'
import { whichOrigins } from '../facts/which-origin.ts'
import { rayOf, traceOf } from '../../cloudflare/response.ts'
import type { Availability, SkippedRounds } from '../../domain/availability.ts'
import type { Judgment, Verdict } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { meetsExpectations } from '../facts/content.ts'
import { patternOf, type Sample } from './trend.ts'

/** Whether a site was up in the last conclusive round; undefined before the first one. */
export type Health = 'up' | 'down' | undefined

/** An inconclusive round changes nothing. */
export function healthAfter(before: Health, verdict: Verdict): Health {
  if (verdict === 'inconclusive') return before
  return verdict === 'healthy' ? 'up' : 'down'
}

/** Milliseconds down and number of transitions between one recorded round and the next. */
export function stepBetween(
  from: { readonly at: number; readonly health: Health } | undefined,
  to: Evidence,
  health: Health,
): { readonly downtime: number; readonly transitions: number } {
  if (to.skipped !== undefined) return to.skipped
  if (from === undefined) return { downtime: 0, transitions: 0 }
  return {
    // The clock may have been set back.
    downtime: from.health === 'down' ? Math.max(0, to.at - from.at) : 0,
    transitions: from.health !== undefined && from.health !== health ? 1 : 0,
  }
}

/**
 * The availability of a site over a run. Pure. `judgments` has one entry per round of `history`, and may end earlier.
 */
export function availabilityOf(history: readonly Evidence[], judgments: readonly Judgment[]): Availability {
  const count = { rounds: 0, failed: 0, unknown: 0, transitions: 0, downtime: 0 }
  let before: { readonly at: number; readonly health: Health } | undefined
  for (const [index, { verdict }] of judgments.entries()) {
    const evidence = history[index]
    if (evidence === undefined) break
    const { healthy, unhealthy, inconclusive } = evidence.skipped ?? NONE_SKIPPED
    const health = healthAfter(evidence.skipped?.health ?? before?.health, verdict)
    const step = stepBetween(before, evidence, health)
    count.rounds += 1 + healthy + unhealthy + inconclusive
    count.failed += unhealthy + (verdict === 'unhealthy' ? 1 : 0)
    count.unknown += inconclusive + (verdict === 'inconclusive' ? 1 : 0)
    count.transitions += step.transitions
    count.downtime += step.downtime
    before = { at: evidence.at, health }
  }
  const pattern = patternOf(contiguousSamples(history, judgments))
  return { ...count, ...failureTimes(history, judgments), ...(pattern !== undefined && { pattern }) }
}

/** No rounds were skipped. */
export const NONE_SKIPPED: SkippedRounds = {
  healthy: 0,
  unhealthy: 0,
  inconclusive: 0,
  downtime: 0,
  transitions: 0,
  identical: true,
}

function failureTimes(
  history: readonly Evidence[],
  judgments: readonly Judgment[],
): Pick<Availability, 'firstFailure' | 'lastFailure' | 'recoveredAfter'> {
  const first = history[judgments.findIndex(({ verdict }) => verdict === 'unhealthy')]?.at
  const lastIndex = judgments.findLastIndex(({ verdict }) => verdict === 'unhealthy')
  const last = history[lastIndex]?.at
  if (first === undefined || last === undefined) return {}
  const recovered =
    history[judgments.findIndex(({ verdict }, at) => at > lastIndex && verdict === 'healthy')]?.at
  return {
    firstFailure: first,
    lastFailure: last,
    ...(recovered !== undefined && { recoveredAfter: Math.max(0, recovered - first) }),
  }
}

/** One sample per round, from the last gap on: a skipped round with another result would break a pattern unnoticed. */
function contiguousSamples(history: readonly Evidence[], judgments: readonly Judgment[]): readonly Sample[] {
  const from = Math.max(
    0,
    history.findLastIndex(({ skipped }) => skipped?.identical === false),
  )
  const samples: Sample[] = []
  for (const [index, evidence] of history.entries()) {
    const judgment = judgments[index]
    if (index < from || judgment === undefined) continue
    const sample = sampleOf(evidence, judgment)
    const { healthy, unhealthy, inconclusive } = (index > from && evidence.skipped) || NONE_SKIPPED
    const identical = healthy + unhealthy + inconclusive
    for (let at = 0; at < Math.min(MAX_IDENTICAL, identical); at += 1) samples.push(sample)
    // The rest is left out. An unknown sample in its place keeps a period from being found across it.
    if (identical > MAX_IDENTICAL) samples.push(UNKNOWN_SAMPLE)
    samples.push(sample)
  }
  return samples
}

/** Samples for one run of identical skipped rounds. */
const MAX_IDENTICAL = 1000
const UNKNOWN_SAMPLE: Sample = { verdict: 'inconclusive' }

/** What a pattern of failures is searched in: the verdict, and where the round was measured. */
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

/** The failing origin, if exactly one of several fails. */
function onlyFailingOrigin(evidence: Evidence): Sample['origin'] {
  const origins = evidence.origins ?? []
  const which = whichOrigins(evidence.request, origins.length)
  const [only, ...more] = which.filter(
    (_, index) => !failedOnRoute(origins[index]) && !meetsExpectations(evidence, origins[index]),
  )
  return more.length > 0 || origins.length < 2 ? undefined : only
}
