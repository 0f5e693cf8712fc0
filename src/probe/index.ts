import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { rayOf, throughCloudflare, traceOf } from '../cloudflare/response.ts'
import type { Evidence, FollowUps, Observations, FollowUpQuestion } from '../domain/evidence.ts'
import type { Resolution } from '../domain/dns.ts'
import type { Exchange } from '../domain/exchange.ts'
import { sameAddress } from '../shared/ip.ts'
import { ABORTED } from '../shared/abort.ts'
import {
  connectionsOfTargets,
  requestOrigins,
  requestSite,
  targetsOfRound,
  withOrigins,
  withProxyNotes,
  withSite,
  type DirectPage,
  type RoundTargets,
  type SitePage,
  type WorstOf,
} from './addresses/requests.ts'
import { cloudflareFirst } from './addresses/targets.ts'
import { once, type Once } from './cache.ts'
import type { Zone } from './cloudflare/zone.ts'
import type { VantageMeasurement } from '../domain/vantage/vantage.ts'
import type { OriginAddress } from './vantage/measure.ts'
import type { VantageProbe } from './vantage/vantage.ts'
import { probeConnectivity } from './connectivity.ts'
import { queryResolvers } from './dns/resolvers.ts'
import { resolveHost, resolveOrigin } from './dns/system.ts'
import { closeUnused, fetchUncached, followUp, type FollowUpContext } from './follow-ups.ts'
import { exchange } from './http/exchange.ts'
import { reusableConnection } from './http/reuse.ts'
import { timedOut } from './network/failure.ts'
import { fetchPage } from './page/page.ts'
import type { ProbePlan } from './plan/plan.ts'
import type { ProbeContext } from './types.ts'

interface RoundContext extends Omit<FollowUpContext, 'colo' | 'page' | 'keepsEdge' | 'vantage'> {
  /** What visitors get, and what each origin returns, at each address that is requested. */
  readonly site: Once<Promise<SitePage>>
  readonly direct: Once<Promise<readonly DirectPage[]>>
}

/** The results of the probes that a round may start before it has any question. */
type FirstResults = Observations & Pick<FollowUps, 'trace'>
type FirstProbe = keyof FirstResults
type Probe<P extends FirstProbe> = (round: RoundContext) => Promise<FirstResults[P]>

/** One row per probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in FirstProbe]: Probe<P> } = {
  edge: async ({ site }) => (await site.start()).page,
  trace: ({ plan, resolution, context }) => exchange(plan.trace, cloudflareFirst(resolution), context),
  dns: ({ resolution }) => resolution,
  origins: async ({ direct }) => (await direct.start()).map(({ page }) => page),
}

/** The questions that the first responses leave open, see `followUpQuestions` in diagnosis. */
export type Questions = (evidence: Evidence) => readonly FollowUpQuestion[]

/** Milliseconds below which no follow-up starts. */
const MIN_FOLLOW_UP_TIME = 50

/** Milliseconds for the files that a page names, however long the page took: a missing one must not go unnoticed. */
const MIN_FILES_TIME = 1000

/**
 * Milliseconds from the start of a round that it waits for resolvers. After that, their answers are optional, so that
 * they're never the slowest probe of a healthy site.
 */
const RESOLVER_GRACE = 250

/**
 * Runs one round: every probe at once, each with its own deadline. Follow-ups get the remaining time, so that a round
 * never takes longer than the timeout of one request, and a second more with the files that its page names. Reading a
 * zone for the first time has its own timeout.
 *
 * @param isLast whether the round with this evidence ends the wait, so that the files of its page are requested too
 * @param worstOf which of several responses for the site's name is judged
 * @param elsewhere requests the site from elsewhere; absent if it has no places
 */
export async function probeSite(
  plan: ProbePlan,
  context: ProbeContext,
  questionsOf: Questions,
  zone?: Zone,
  isLast?: (evidence: Evidence) => boolean,
  worstOf: WorstOf = () => 0,
  elsewhere?: VantageProbe,
): Promise<Evidence> {
  const { clock } = context
  const [at, start] = [clock.now(), clock.monotonic()]
  let zoneTime = 0
  const remaining = (): number => context.timeout + zoneTime - (clock.monotonic() - start)
  const limited = (): ProbeContext => ({ ...context, timeout: Math.max(MIN_FOLLOW_UP_TIME, remaining()) })
  // Whatever is still running ends with the round.
  const roundEnd = new AbortController()
  const untilEnd = { ...context, signal: AbortSignal.any([context.signal, roundEnd.signal]) }
  const resolution = resolveHost(plan.edge.host, context)
  const originResolutions = plan.origins.map((request) => resolveOrigin(request, context))
  const targets = targetsOfRound(plan, resolution, originResolutions, context)
  // Once it is known which addresses are requested, these describe each of them.
  let round: RoundContext = {
    plan,
    context,
    resolution,
    originResolutions,
    site: once(async () => {
      const site = await requestSite(plan, await targets.site, limited, worstOf)
      round = withSite(round, site)
      return site
    }),
    direct: once(async () => {
      const pages = await requestOrigins(plan, targets.origins, limited)
      round = withOrigins(round, pages)
      return pages
    }),
    ...(zone !== undefined && { zone }),
    resolvers: once(() =>
      context.queryResolvers === undefined
        ? queryResolvers(plan.edge.host, plan.resolvers, { ...limited(), signal: untilEnd.signal })
        : context.queryResolvers(plan.edge.host, plan.resolvers, context),
    ),
    connectivity: once(() => probeConnectivity({ ...limited(), signal: untilEnd.signal })),
    trace: once(() => run('trace')),
    uncached: once(() => {
      const keepsEdge = mayReuse(results.edge)
      return fetchUncached({ ...round, keepsEdge }, { ...limited(), signal: untilEnd.signal })
    }),
    edgeWithGet: once(() =>
      fetchPage({ ...plan.edge, method: 'GET' }, round.resolution, { ...limited(), signal: untilEnd.signal }),
    ),
    connections: { edge: reusableConnection(), origins: plan.origins.map(reusableConnection) },
  }
  void connectionsOfTargets(targets, plan).then((count) =>
    context.onConnections?.(count + (plan.traceAtOnce ? 1 : 0)),
  )
  const results: { -readonly [P in FirstProbe]?: FirstResults[P] } = {}
  const evidenceOf = (known: Partial<FirstResults>): Evidence => ({
    at,
    request: round.plan.request,
    ...known,
  })
  let vantage: Promise<VantageMeasurement> | undefined
  const addresses = (): Promise<readonly OriginAddress[]> => addressesOf(plan, targets)
  // What this runner gets from the edge shows what the others should request, and whether a recent result applies.
  const startVantage = (known: Evidence, isNeeded: boolean): void => {
    if (known.edge === undefined) return
    const untilRoundEnds = { ...limited(), signal: untilEnd.signal }
    vantage ??= elsewhere?.measure(known, isNeeded, { resolution, origins: addresses }, untilRoundEnds)
  }
  // If other probes time out, no time is left to start these afterward.
  const startEarly = (known: Partial<FirstResults>): readonly FollowUpQuestion[] => {
    const evidence = evidenceOf(known)
    const questions = questionsOf(evidence)
    for (const { probe } of questions) if (isEarly(probe)) void round[probe].start()
    const mayEndTheWait = isLast !== undefined
    startVantage(evidence, mayEndTheWait || questions.some(({ probe }) => probe === 'vantage'))
    return questions
  }
  const run = async <P extends FirstProbe>(id: P): Promise<FirstResults[P]> => {
    const result = await PROBES[id]({ ...round, context: limited() })
    results[id] = result
    const questions = startEarly(results)
    if (id === 'edge') closeUnused({ ...round.connections, origins: [] }, questions, mayReuse(results.edge))
    return result
  }
  const mayNeedFiles = (page: Exchange | undefined): boolean =>
    isLast !== undefined && page?.kind === 'completed' && page.assets !== undefined
  // Another server than Cloudflare's may serve one connection at a time.
  const mayReuse = (page: Exchange | undefined): boolean => mayNeedFiles(page) && throughCloudflare(page)
  try {
    if (plan.resolversAtOnce) round.resolvers.start()
    const first = Promise.all([run('edge'), run('dns'), run('origins')])
    if (plan.traceAtOnce) void round.trace.start()
    void halfTime(untilEnd).then((passed) => passed && startEarly({ ...assumedTimeouts(round), ...results }))
    const [edge, dns, origins] = await first
    const trace = round.trace.started() ? await round.trace.start() : undefined
    const elapsed = context.timeout - remaining()
    const resolvers = await resolverAnswers(round, RESOLVER_GRACE - elapsed, untilEnd)
    const beforeZone = clock.monotonic()
    const facts = await zone?.facts()
    // A slow API doesn't shorten the time for the follow-ups.
    zoneTime = clock.monotonic() - beforeZone
    const atOrigins = originsAtName(dns, await Promise.all(originResolutions))
    round = await withProxyNotes(round, plan, resolution, context)
    const { others } = await round.site.start()
    const evidence: Evidence = {
      ...evidenceOf({ edge, ...(trace !== undefined && { trace }), dns, origins }),
      ...(atOrigins !== undefined && { atOrigins }),
      ...(others.length > 0 && { otherAddresses: others }),
      ...resolvers,
      ...(facts !== undefined && { zone: facts }),
    }
    const hasTime = (): boolean => remaining() >= MIN_FOLLOW_UP_TIME && !context.signal.aborted
    const colo = rayOf(edge)?.colo ?? traceOf(trace)?.colo ?? ''
    const keepsEdge = mayReuse(edge)
    const known = { colo, page: edge, keepsEdge, vantage: () => vantage ?? Promise.reject(ABORTED) }
    const follow = (questions: readonly FollowUpQuestion[]): ReturnType<typeof followUp> =>
      followUp(questions, { ...round, ...known, context: limited() })
    const withFollowUps = async (): Promise<Evidence> => {
      const questions = questionsOf(evidence)
        .filter(({ probe }) => hasTime() || isStarted(probe, round))
        // Awaited last, because no other question depends on it.
        .filter(({ probe }) => probe !== 'vantage')
      if (questions.length === 0) return evidence
      const found = { ...evidence, ...(await follow(questions)) }
      // A recheck may raise another question about the same origin.
      const more = questionsOf(found).filter((next) => 'origin' in next && !isAmong(next, questions))
      if (more.length === 0 || !hasTime()) return found
      const { rechecks = [] } = await follow(more)
      return {
        ...found,
        rechecks: rechecks.map((recheck, index) => Object.assign({}, found.rechecks?.[index], recheck)),
      }
    }
    const found = await withFollowUps()
    if (context.signal.aborted) return found
    const needsFiles = mayNeedFiles(edge) && isLast?.(found) === true
    const last: readonly FollowUpQuestion[] = [
      ...(needsFiles ? [{ probe: 'assets' } as const] : []),
      ...(vantage === undefined ? [] : [{ probe: 'vantage' } as const]),
    ]
    if (last.length === 0) return found
    const timeout = Math.max(remaining(), Math.min(context.timeout, MIN_FILES_TIME))
    return { ...found, ...(await followUp(last, { ...round, ...known, context: { ...context, timeout } })) }
  } finally {
    roundEnd.abort(ABORTED)
    closeUnused(round.connections, [])
  }
}

/** Each address of each origin that the round requests. */
async function addressesOf({ origins }: ProbePlan, targets: RoundTargets): Promise<readonly OriginAddress[]> {
  const byOrigin = await Promise.all(targets.origins)
  return origins.flatMap((request, index) =>
    (byOrigin[index] ?? []).map(({ resolution }) => ({ request, resolution })),
  )
}

function isAmong(next: FollowUpQuestion, questions: readonly FollowUpQuestion[]): boolean {
  return questions.some(
    (question) =>
      'origin' in question &&
      'origin' in next &&
      question.probe === next.probe &&
      question.origin === next.origin,
  )
}

/** By origin: whether the site's name resolves to its address. Undefined if it is Cloudflare's, or if unknown. */
function originsAtName(site: Resolution, origins: readonly Resolution[]): readonly boolean[] | undefined {
  if (site.kind !== 'resolved' || origins.length === 0) return
  if (site.addresses.some(({ address }) => inCloudflareRanges(address))) return
  if (origins.some(({ kind }) => kind !== 'resolved')) return
  return origins.map(
    (origin) =>
      origin.kind === 'resolved' &&
      origin.addresses.some((mine) =>
        site.addresses.some(({ address }) => sameAddress(mine.address, address)),
      ),
  )
}

/** Resolves when half of the timeout has passed: to false if the round ended before. */
async function halfTime({ clock, timeout, signal }: ProbeContext): Promise<boolean> {
  await clock.sleep(timeout / 2, signal)
  return !signal.aborted
}

/** The follow-ups that depend on no slow probe, so they start as soon as their question is known. */
const EARLY = ['connectivity', 'trace', 'uncached', 'edgeWithGet'] as const

function isEarly(probe: FollowUpQuestion['probe']): probe is (typeof EARLY)[number] {
  return EARLY.some((early) => early === probe)
}

/** A probe that has started is awaited even if little time is left: it has its own deadline. */
function isStarted(probe: FollowUpQuestion['probe'], round: RoundContext): boolean {
  return (isEarly(probe) || probe === 'resolvers') && round[probe].started()
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

/** The observations if every probe that has started timed out. */
function assumedTimeouts({ plan, trace }: RoundContext): Partial<FirstResults> {
  const timeout: Exchange = { timings: {}, kind: 'failed', phase: 'connect', error: timedOut() }
  return {
    edge: timeout,
    ...(trace.started() && { trace: timeout }),
    origins: plan.origins.map(() => timeout),
  }
}
