import type { Schedule, Site } from '../domain/config.ts'
import type { Judgment } from '../domain/diagnosis.ts'
import type { Evidence, History } from '../domain/evidence.ts'
import { judge } from '../diagnosis/judge.ts'
import { trimEvidence } from '../diagnosis/trim-evidence.ts'
import { historyOf, EMPTY_HISTORY, addRound } from '../diagnosis/history/history.ts'
import { nextAfter, retryAfterOf } from '../diagnosis/next/schedule.ts'
import { followUpQuestions } from '../diagnosis/next/questions.ts'
import { probeSite } from '../probe/index.ts'
import { planOf, type ProbePlan } from '../probe/plan/plan.ts'
import { watchIdleConnections, type IdleConnections } from '../probe/http/idle-connections.ts'
import { connectionsOf, type ConnectionLimit } from '../probe/network/connection-limit.ts'
import type { Zone } from '../probe/cloudflare/zone.ts'
import type { ProbeContext } from '../probe/types.ts'
import type { RoundProgress } from '../report/progress/line.ts'
import { requiredStreak } from './conclude.ts'

/** A finished round, and its site. */
export interface Progress extends RoundProgress {
  readonly site: Site
}

/** What was seen of a site, and whether the looks were cut short. Without a history: before the first one was done. */
export interface WatchResult {
  /** With the origins that its zone names, where none were given. */
  readonly site: Site
  readonly history: History | undefined
  readonly cancelled: boolean
}

/** What the looks at one site need, and what they share with those at others. */
export interface WatchOptions extends Omit<ProbeContext, 'timeout'> {
  readonly onProgress: (progress: Progress) => void
  readonly connectionLimit: ConnectionLimit
  /** Whether whole pages are kept, for a recording; else only as much of them as the judgment needs. */
  readonly whole: boolean
  /** Whether connections may be kept open between the looks of `watch`. */
  readonly reuse: boolean
}

/**
 * Looks until the site has been healthy for long enough, the time is up, or waiting cannot help. Then, with `watch`, goes on
 * looking for that long. The time begins with the first look, for which there may have to be room first.
 *
 * @param openZone begins to read the zone of the site, where it has a token
 */
export async function watch(
  given: Site,
  schedule: Schedule,
  way: WatchOptions,
  openZone: () => Zone | undefined,
): Promise<WatchResult> {
  const { clock, signal, connectionLimit } = way
  const dial = { ...way, timeout: given.timeout }
  const needed = requiredStreak(schedule)
  let leave = await connectionLimit.acquire(connectionsOf(given), false)
  const zone = signal.aborted ? undefined : openZone()
  let until = clock.monotonic() + schedule.wait
  let memory = EMPTY_HISTORY
  let streak = 0
  let calm = false
  let watching = false
  let reusing: IdleConnections | undefined
  try {
    for (;;) {
      const site = (await zone?.site()) ?? given
      // What a cancelled look could not see is no fault of the site.
      if (signal.aborted) return { site, history: historyOf(memory), cancelled: true }
      const plan: ProbePlan = { ...planOf(site), resolversAtOnce: !calm }
      const reuses = reusing?.results()
      const seen = await probeSite(plan, dial, followUpQuestions, zone)
      leave()
      const evidence = { ...seen, ...(reuses !== undefined && { idleConnections: reuses }) }
      if (signal.aborted) return { site, history: historyOf(memory), cancelled: true }
      const judgment = judge(evidence)
      calm = leavesNothing(judgment, evidence, plan)
      streak = judgment.verdict === 'healthy' ? streak + 1 : 0
      const left = Math.max(0, until - clock.monotonic())
      const pace = { streak, needed, watching, left, interval: schedule.interval }
      const next = nextAfter(judgment, { ...pace, retryAfter: retryAfterOf(evidence) })
      const begins = next.kind === 'reached' && schedule.watch > 0
      const pause = begins ? schedule.interval : next.kind === 'look' ? next.after : undefined
      way.onProgress({ site, evidence, judgment, ...pace, next, pause })
      const kept = way.whole ? evidence : trimEvidence(evidence, judgment)
      memory = addRound(memory, kept, judgment, next.kind === 'reached' ? { pin: needed } : {})
      if (pause === undefined) return { site, history: historyOf(memory), cancelled: false }
      if (judgment.verdict !== 'healthy') zone?.refresh()
      if (begins) {
        until = clock.monotonic() + schedule.watch
        watching = true
        if (way.reuse) reusing = watchIdleConnections(plan, dial)
      }
      await clock.sleep(pause, signal)
      leave = await connectionLimit.acquire(connectionsOf(site), true)
    }
  } finally {
    leave()
    reusing?.stop()
  }
}

/**
 * Whether a look leaves nothing to ask other resolvers: the next one need not trouble them. Those who could not answer in
 * the time of a quick look are asked again.
 */
function leavesNothing({ verdict, warnings }: Judgment, { resolvers }: Evidence, plan: ProbePlan): boolean {
  const unheard = resolvers !== undefined && resolvers.length < plan.resolvers.length
  return verdict === 'healthy' && !unheard && !warnings.some(({ cause }) => cause.category === 'dns')
}
