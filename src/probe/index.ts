import { rayOf, traceOf } from '../cloudflare/response.ts'
import type { Evidence, Observations, ProbeId, FollowUpQuestion } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import { ABORTED } from '../shared/abort.ts'
import { once } from './cache.ts'
import type { Zone } from './cloudflare/zone.ts'
import { probeConnectivity } from './connectivity.ts'
import { queryResolvers } from './dns/resolvers.ts'
import { resolveHost, resolveOrigin } from './dns/system.ts'
import { followUp, type FollowUpContext } from './follow-ups.ts'
import { exchange } from './http/exchange.ts'
import { timedOut } from './network/failure.ts'
import { fetchPage } from './page/page.ts'
import type { ProbePlan } from './plan/plan.ts'
import type { ProbeContext } from './types.ts'

type RoundContext = Omit<FollowUpContext, 'colo'>
type Probe<P extends ProbeId> = (round: RoundContext) => Promise<Observations[P]>

/** One row per probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in ProbeId]: Probe<P> } = {
  edge: ({ plan, resolution, context }) => fetchPage(plan.edge, resolution, context),
  trace: ({ plan, resolution, context }) => exchange(plan.trace, resolution, context),
  dns: ({ resolution }) => resolution,
  origins: ({ plan, originResolutions, context }) =>
    Promise.all(
      plan.origins.map((request, index) =>
        fetchPage(request, originResolutions[index] ?? resolveHost(request.host, context), context),
      ),
    ),
}

/** The questions that the first responses leave open, see `followUpQuestions` in diagnosis. */
export type Questions = (evidence: Evidence) => readonly FollowUpQuestion[]

/** Milliseconds below which no follow-up starts. */
const MIN_FOLLOW_UP_TIME = 50

/**
 * Milliseconds from the start of a round that it waits for resolvers. After that, their answers are optional, so that
 * they're never the slowest probe of a healthy site.
 */
const RESOLVER_GRACE = 250

/**
 * Runs one round: every probe at once, each with its own deadline. Follow-ups get the remaining time, so that a round
 * never takes longer than the timeout of one request. Reading a zone for the first time has its own timeout.
 */
export async function probeSite(
  plan: ProbePlan,
  context: ProbeContext,
  questionsOf: Questions,
  zone?: Zone,
): Promise<Evidence> {
  const { clock } = context
  const [at, start] = [clock.now(), clock.monotonic()]
  let zoneTime = 0
  const remaining = (): number => context.timeout + zoneTime - (clock.monotonic() - start)
  // Whatever is still running ends with the round.
  const roundEnd = new AbortController()
  const untilEnd = { ...context, signal: AbortSignal.any([context.signal, roundEnd.signal]) }
  const round: RoundContext = {
    plan,
    context,
    resolution: resolveHost(plan.edge.host, context),
    originResolutions: plan.origins.map(({ host }) => resolveOrigin(host, context)),
    ...(zone !== undefined && { zone }),
    resolvers: once(() =>
      context.queryResolvers === undefined
        ? queryResolvers(plan.edge.host, plan.resolvers, {
            ...untilEnd,
            timeout: Math.max(MIN_FOLLOW_UP_TIME, remaining()),
          })
        : context.queryResolvers(plan.edge.host, plan.resolvers, context),
    ),
    connectivity: once(() =>
      probeConnectivity({ ...untilEnd, timeout: Math.max(MIN_FOLLOW_UP_TIME, remaining()) }),
    ),
  }
  const results: { -readonly [P in ProbeId]?: Observations[P] } = {}
  const evidenceOf = (known: Partial<Observations>): Evidence => ({ at, request: plan.request, ...known })
  const startConnectivity = (known: Partial<Observations>): void => {
    const needed = questionsOf(evidenceOf(known)).some(({ probe }) => probe === 'connectivity')
    if (needed) void round.connectivity.start()
  }
  const run = async <P extends ProbeId>(id: P): Promise<Observations[P]> => {
    const result = await PROBES[id](round)
    results[id] = result
    // When probes run into the deadline, no time is left to check the connectivity afterwards.
    startConnectivity(results)
    return result
  }
  try {
    if (plan.resolversAtOnce) round.resolvers.start()
    void halfTime(untilEnd).then(
      (passed) => passed && startConnectivity({ ...assumedTimeouts(plan), ...results }),
    )
    const [edge, trace, dns, origins] = await Promise.all([
      run('edge'),
      run('trace'),
      run('dns'),
      run('origins'),
    ])
    const elapsed = context.timeout - remaining()
    const resolvers = await resolverAnswers(round, RESOLVER_GRACE - elapsed, untilEnd)
    const beforeZone = clock.monotonic()
    const facts = await zone?.facts()
    // A slow API doesn't shorten the time for the follow-ups.
    zoneTime = clock.monotonic() - beforeZone
    const evidence: Evidence = {
      ...evidenceOf({ edge, trace, dns, origins }),
      ...resolvers,
      ...(facts !== undefined && { zone: facts }),
    }
    const hasTime = remaining() >= MIN_FOLLOW_UP_TIME && !context.signal.aborted
    const questions = questionsOf(evidence).filter(({ probe }) => hasTime || isStarted(probe, round))
    if (questions.length === 0) return evidence
    const timeout = Math.max(MIN_FOLLOW_UP_TIME, remaining())
    const colo = rayOf(edge)?.colo ?? traceOf(trace)?.colo ?? ''
    const followUps = await followUp(questions, { ...round, colo, context: { ...context, timeout } })
    return { ...evidence, ...followUps }
  } finally {
    roundEnd.abort(ABORTED)
  }
}

/** Resolves when half of the timeout has passed: to false if the round ended before. */
async function halfTime({ clock, timeout, signal }: ProbeContext): Promise<boolean> {
  await clock.sleep(timeout / 2, signal)
  return !signal.aborted
}

/** A probe that has started is awaited even if little time is left: it has its own deadline. */
function isStarted(question: FollowUpQuestion['probe'], { connectivity, resolvers }: RoundContext): boolean {
  return (
    (question === 'connectivity' && connectivity.started()) ||
    (question === 'resolvers' && resolvers.started())
  )
}

/** The resolvers' answers so far, after waiting for at most so many milliseconds. A follow-up may await the others. */
async function resolverAnswers(
  { plan, resolvers }: RoundContext,
  ms: number,
  { clock, signal }: ProbeContext,
): Promise<Pick<Evidence, 'resolvers'>> {
  if (plan.resolvers.length === 0 || !resolvers.started()) return {}
  const pending = resolvers.start()
  if (ms > 0) await Promise.race([pending.all, clock.sleep(ms, signal)])
  return { resolvers: pending.soFar() }
}

/** The observations if every probe timed out. */
function assumedTimeouts({ origins }: ProbePlan): Pick<Observations, 'edge' | 'trace' | 'origins'> {
  const timeout: Exchange = { timings: {}, kind: 'failed', phase: 'connect', error: timedOut() }
  return { edge: timeout, trace: timeout, origins: origins.map(() => timeout) }
}
