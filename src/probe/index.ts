import type { Evidence, Observations, ProbeId, FollowUpQuestion } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import type { Resolution } from '../domain/dns.ts'
import { rayOf, traceOf } from '../cloudflare/response.ts'
import { timedOut } from './network/failure.ts'
import { queryResolvers } from './dns/resolvers.ts'
import { exchange, type ProbeContext } from './http/exchange.ts'
import { followUp, type Again } from './follow-ups.ts'
import { probeConnectivity } from './connectivity.ts'
import { once } from './network/lazy.ts'
import { resolution } from './dns/system.ts'
import type { ProbePlan } from './plan/plan.ts'
import { fetchPage } from './page/page.ts'
import type { Zone } from './cloudflare/zone.ts'

type Shared = Omit<Again, 'colo'>
type Probe<P extends ProbeId> = (look: Shared) => Promise<Observations[P]>

/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in ProbeId]: Probe<P> } = {
  edge: ({ plan, name, way }) => fetchPage(plan.edge, name, way),
  trace: ({ plan, name, way }) => exchange(plan.trace, name, way),
  dns: ({ name }) => name,
  origins: ({ plan, originNames, way }) =>
    Promise.all(
      plan.origins.map((ask, index) => fetchPage(ask, originNames[index] ?? resolution(ask.host, way), way)),
    ),
}

/** What of the first answers leaves a question open, see `questionsOf`. */
export type Questions = (evidence: Evidence) => readonly FollowUpQuestion[]

/** Less time than this, in milliseconds, is too little to ask anything again. */
const LEAST = 50

/**
 * Milliseconds that resolvers have at least, from the beginning of a look. After that nobody waits for them who is served
 * otherwise: they are never the slowest probe of a look at a site that is well.
 */
const LEAST_FOR_RESOLVERS = 250

/**
 * Looks once: every probe at the same moment, each with its own deadline. What their answers leave open is asked again in
 * the time that is left of it, so that a look never takes longer than one request may. A zone that is read for the first time
 * has a patience of its own.
 */
export async function probeSite(
  plan: ProbePlan,
  way: ProbeContext,
  questionsOf: Questions,
  zone?: Zone,
): Promise<Evidence> {
  const { clock } = way
  const [at, begun] = [clock.now(), clock.monotonic()]
  let lent = 0
  const left = (): number => way.timeout + lent - (clock.monotonic() - begun)
  // What is under way beside the probes ends with the look.
  const over = new AbortController()
  const within = { ...way, signal: AbortSignal.any([way.signal, over.signal]) }
  const shared: Shared = {
    plan,
    way,
    name: resolution(plan.edge.host, way),
    originNames: plan.origins.map(({ host }) => resolvedAddresses(resolution(host, way), way)),
    ...(zone !== undefined && { zone }),
    resolvers: once(() =>
      way.resolvers === undefined
        ? queryResolvers(plan.edge.host, plan.resolvers, { ...within, timeout: Math.max(LEAST, left()) })
        : way.resolvers(plan.edge.host, plan.resolvers, way),
    ),
    neutral: once(() => probeConnectivity({ ...within, timeout: Math.max(LEAST, left()) })),
  }
  const seen: { -readonly [P in ProbeId]?: Observations[P] } = {}
  const asFarAs = (known: Partial<Observations>): Evidence => ({ at, request: plan.request, ...known })
  const beginNeutral = (known: Partial<Observations>): void => {
    if (questionsOf(asFarAs(known)).some(({ ask }) => ask === 'connectivity')) void shared.neutral.begin()
  }
  const probed = async <P extends ProbeId>(id: P): Promise<Observations[P]> => {
    const value = await PROBES[id](shared)
    seen[id] = value
    // Where connections run into the deadline, no time is left afterwards to ask what became of the network.
    beginNeutral(seen)
    return value
  }
  try {
    if (plan.resolversAtOnce) shared.resolvers.begin()
    void half(within).then((passed) => passed && beginNeutral({ ...unanswered(plan), ...seen }))
    const [edge, trace, dns, origins] = await Promise.all([
      probed('edge'),
      probed('trace'),
      probed('dns'),
      probed('origins'),
    ])
    const resolvers = await orSoon(shared, LEAST_FOR_RESOLVERS - (way.timeout - left()), within)
    const done = clock.monotonic()
    const facts = await zone?.facts()
    // An API that is slow takes nothing from the questions to the site.
    lent = clock.monotonic() - done
    const told = facts !== undefined && { zone: facts }
    const first: Evidence = { ...asFarAs({ edge, trace, dns, origins }), ...resolvers, ...told }
    const enough = left() >= LEAST && !way.signal.aborted
    const questions = questionsOf(first).filter(({ ask }) => enough || isBegun(ask, shared))
    if (questions.length === 0) return first
    const timeout = Math.max(LEAST, left())
    const colo = rayOf(edge)?.colo ?? traceOf(trace)?.colo ?? ''
    return { ...first, ...(await followUp(questions, { ...shared, colo, way: { ...way, timeout } })) }
  } finally {
    over.abort()
  }
}

/** Whether half of the time has passed, once it has or the look is over. */
async function half({ clock, timeout, signal }: ProbeContext): Promise<boolean> {
  await clock.sleep(timeout / 2, signal)
  return !signal.aborted
}

/** What is begun already is waited for, however little time is left: it ends with its own deadline. */
function isBegun(ask: FollowUpQuestion['ask'], { neutral, resolvers }: Shared): boolean {
  return (ask === 'connectivity' && neutral.begun()) || (ask === 'resolvers' && resolvers.begun())
}

/** What resolvers have said by now, or a little later: the rest may be a question. */
async function orSoon(
  { plan, resolvers }: Shared,
  ms: number,
  { clock, signal }: ProbeContext,
): Promise<Pick<Evidence, 'resolvers'>> {
  if (plan.resolvers.length === 0 || !resolvers.begun()) return {}
  const asking = resolvers.begin()
  if (ms > 0) await Promise.race([asking.all, clock.sleep(ms, signal)])
  return { resolvers: asking.soFar() }
}

/** As if nobody who has not answered by now ever would. */
function unanswered({ origins }: ProbePlan): Pick<Observations, 'edge' | 'trace' | 'origins'> {
  const silence: Exchange = { timings: {}, kind: 'failed', phase: 'connect', error: timedOut() }
  return { edge: silence, trace: silence, origins: origins.map(() => silence) }
}

/** Whoever asks for an origin's name tells what it leads to, before anything else is said. */
export async function resolvedAddresses(
  resolution: Promise<Resolution>,
  { onAddresses }: ProbeContext,
): Promise<Resolution> {
  const found = await resolution
  if (found.kind === 'resolved') onAddresses(found.addresses.map(({ address }) => address))
  return found
}
