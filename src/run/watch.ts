import type { Schedule, Site } from '../domain/config.ts'
import type { Judgment } from '../domain/diagnosis.ts'
import type { Evidence, History } from '../domain/evidence.ts'
import { worstPage } from '../diagnosis/site-addresses.ts'
import type { IdleConnection } from '../domain/recheck.ts'
import { whichOrigins } from '../diagnosis/facts/which-origin.ts'
import { judge } from '../diagnosis/judge.ts'
import { shownResponses, trimEvidence } from '../diagnosis/trim-evidence.ts'
import { historyOf, isQuiet, EMPTY_HISTORY, addRound } from '../diagnosis/history/history.ts'
import { nextAfter, requestedDelay } from '../diagnosis/next/schedule.ts'
import { edgeView } from '../diagnosis/next/edge-view.ts'
import { followUpQuestions } from '../diagnosis/next/questions.ts'
import type { ProbeContext } from '../probe/types.ts'
import { probeSite } from '../probe/index.ts'
import { planOf, type ProbePlan } from '../probe/plan/plan.ts'
import { watchIdleConnections, type IdleConnections } from '../probe/http/idle-connections.ts'
import { connectionsOf, type ConnectionLimit } from '../probe/network/connection-limit.ts'
import type { Zone } from '../probe/cloudflare/zone.ts'
import { openVantage, type UsedLimits } from '../probe/vantage/vantage.ts'
import type { SiteReport } from '../domain/report.ts'
import type { RoundProgress } from '../report/progress/line.ts'
import { requiredStreak } from './conclude.ts'

/** A finished round, and its site. */
export interface SiteRound extends RoundProgress {
  readonly site: Site
}

/** The same for a shell. */
export interface Progress extends SiteRound {
  /** Makes the report of this round, redacted as the report of the run will be. */
  readonly soFar: () => SiteReport
}

/** The evidence of one site. */
export interface WatchResult {
  /** With the origins from its zone, if the inputs name none. */
  readonly site: Site
  /** Undefined when the run was cancelled during the first round. */
  readonly history: History | undefined
  /** That round, as far as it was done. */
  readonly unfinished?: Evidence
  readonly cancelled: boolean
  /** Every round was healthy, without a warning or a note. */
  readonly quiet: boolean
}

/** What the rounds at one site need. All sites of a run share it. */
export interface WatchOptions extends Omit<ProbeContext, 'timeout'> {
  readonly onProgress: (progress: SiteRound) => void
  readonly connectionLimit: ConnectionLimit
  /** Whether the evidence keeps whole pages, for a recording, or only what the diagnosis needs. */
  readonly keepPages: boolean
  /** Whether the report will have the raw responses of a round with this judgment. */
  readonly showsResponses: (judgment: Judgment) => boolean
  /** Whether each round requests the trace at once. */
  readonly traceAtOnce: boolean
  /** Of Globalping's accounts. */
  readonly usedLimits: UsedLimits
  /** Whether connections may stay open between the rounds of `watch`. */
  readonly keepConnections: boolean
}

/**
 * Runs rounds until the site has been healthy for long enough, the time is up, or waiting won't help. With `watch`,
 * then continues for that long. The time starts with the first round, which may have to wait for the connection
 * limit.
 *
 * @param openZone starts to read the site's zone, if the site has an API token
 */
export async function watch(
  configured: Site,
  schedule: Schedule,
  options: WatchOptions,
  openZone: () => Zone | undefined,
): Promise<WatchResult> {
  const { clock, signal, connectionLimit, traceAtOnce } = options
  const needed = requiredStreak(schedule)
  const leave = clock.simulated?.enter()
  let connections = connectionsOf(configured, traceAtOnce)
  let release = await connectionLimit.acquire(connections, false)
  const onConnections = (needed: number): void => {
    connections = needed
    release.resize(needed)
  }
  const context = { ...options, timeout: configured.timeout, onConnections }
  const zone = signal.aborted ? undefined : openZone()
  const elsewhere = openVantage(configured, edgeView, options.usedLimits)
  let until = clock.monotonic() + schedule.wait
  let rounds = EMPTY_HISTORY
  let streak = 0
  let dnsSettled = false
  let watching = false
  let failsElsewhere = false
  let idleConnections: IdleConnections | undefined
  const ended = (site: Site, cancelled: boolean): WatchResult => ({
    site,
    history: historyOf(rounds),
    cancelled,
    quiet: isQuiet(rounds),
  })
  try {
    for (;;) {
      const site = (await zone?.site()) ?? configured
      // A cancelled round is not evidence: what it lacks is not the site's fault.
      if (signal.aborted) return ended(site, true)
      const plan: ProbePlan = { ...planOf(site), resolversAtOnce: !dnsSettled, traceAtOnce }
      const idle = idleConnections?.results()
      // The files that the page names are requested once, in the round that would end the wait.
      const isLast =
        watching || streak + 1 < needed
          ? undefined
          : (found: Evidence): boolean => judge(found).verdict === 'healthy'
      const probed = await probeSite(
        plan,
        context,
        watching ? questionsOfWatch : failsElsewhere ? questionsElsewhere : followUpQuestions,
        zone,
        isLast,
        (pages) => worstPage(plan.request, pages),
        elsewhere,
      )
      release()
      const evidence = { ...probed, ...(idle !== undefined && { idleConnections: perAddress(idle, probed) }) }
      if (signal.aborted)
        return { ...ended(site, true), ...(rounds.length === 0 && { unfinished: evidence }) }
      const shortage = options.network.shortage?.()
      if (shortage !== undefined) throw shortage
      const judgment = judge(evidence)
      elsewhere?.ended(evidence, judgment.verdict === 'healthy')
      dnsSettled = isDnsSettled(judgment, evidence, plan)
      streak = judgment.verdict === 'healthy' ? streak + 1 : 0
      failsElsewhere = judgment.findings[0]?.match.elsewhere === true
      const left = Math.max(0, until - clock.monotonic())
      const state = { streak, needed, watching, left, interval: schedule.interval }
      const next = nextAfter(judgment, { ...state, retryAfter: requestedDelay(evidence) })
      const startsWatching = next.kind === 'reached' && schedule.watch > 0
      const pause = startsWatching ? schedule.interval : next.kind === 'round' ? next.after : undefined
      options.onProgress({ site, evidence, judgment, ...state, next, pause })
      const kept = options.keepPages ? evidence : trimEvidence(evidence, judgment)
      rounds = addRound(rounds, kept, judgment, {
        ...(next.kind === 'reached' && { pin: needed }),
        ...(options.showsResponses(judgment) && { responses: shownResponses(evidence) }),
      })
      if (pause === undefined) return ended(site, false)
      if (judgment.verdict !== 'healthy') zone?.refresh()
      if (startsWatching) {
        until = clock.monotonic() + schedule.watch
        watching = true
        elsewhere?.watch()
        if (options.keepConnections) idleConnections = watchIdleConnections(plan, context)
      }
      await (clock.simulated?.pause ?? clock.sleep)(pause, signal)
      release = await connectionLimit.acquire(connections, true)
    }
  } finally {
    release()
    leave?.()
    idleConnections?.stop()
  }
}

/** This runner gets the site, so only a measurement shows whether others do by now. */
function questionsElsewhere(evidence: Evidence): ReturnType<typeof followUpQuestions> {
  const questions = followUpQuestions(evidence)
  const isMeasured = questions.some(({ probe }) => probe === 'vantage')
  return isMeasured ? questions : [...questions, { probe: 'vantage' }]
}

/** A healthy round isn't measured from elsewhere, even if an origin rejects this runner. */
function questionsOfWatch(evidence: Evidence): ReturnType<typeof followUpQuestions> {
  const questions = followUpQuestions(evidence)
  const isMeasured = questions.some(({ probe }) => probe === 'vantage')
  if (!isMeasured || judge(evidence).verdict !== 'healthy') return questions
  return questions.filter(({ probe }) => probe !== 'vantage')
}

/** The connection to an origin is to one address of its name, and the system chooses which. */
function perAddress(idle: readonly IdleConnection[], { request }: Evidence): readonly IdleConnection[] {
  return whichOrigins(request).flatMap(({ position }) => idle.slice(position - 1, position))
}

/**
 * Whether the next round can query the other resolvers only on demand: the site is healthy, DNS is too, and every
 * resolver answered in this round.
 */
function isDnsSettled({ verdict, warnings }: Judgment, { resolvers }: Evidence, plan: ProbePlan): boolean {
  const missing = resolvers !== undefined && resolvers.length < plan.resolvers.length
  return verdict === 'healthy' && !missing && !warnings.some(({ cause }) => cause.category === 'dns')
}
