import type { Evidence, Observations, ProbeId, Question } from '../domain/evidence.ts'
import type { Resolution } from '../domain/resolution.ts'
import { exchange, type Way } from './exchange.ts'
import { followUp, type Again } from './follow-ups.ts'
import { resolution } from './resolve.ts'
import type { Plan } from './plan.ts'
import { visit } from './visit.ts'

type Probe<P extends ProbeId> = (look: Again) => Promise<Observations[P]>

/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in ProbeId]: Probe<P> } = {
  edge: ({ plan, name, way }) => visit(plan.edge, name, way),
  control: ({ plan, name, way }) => exchange(plan.control, name, way),
  dns: ({ name }) => name,
  origins: ({ plan, originNames, way }) =>
    Promise.all(
      plan.origins.map((ask, index) => visit(ask, originNames[index] ?? resolution(ask.host, way), way)),
    ),
}

/** What of the first answers leaves a question open, see `questionsOf`. */
export type Questions = (evidence: Evidence) => readonly Question[]

/** Less time than this, in milliseconds, is too little to ask anything again. */
const LEAST = 50

/**
 * Looks once: every probe at the same moment, each with its own deadline. What their answers leave open is asked again in
 * the time that is left of it, so that a look never takes longer than one request may.
 */
export async function look(plan: Plan, way: Way, questionsOf: Questions): Promise<Evidence> {
  const [at, begun] = [way.clock.now(), way.clock.monotonic()]
  const shared: Again = {
    plan,
    way,
    name: resolution(plan.edge.host, way),
    originNames: plan.origins.map(({ host }) => revealed(resolution(host, way), way)),
  }
  const [edge, control, dns, origins] = await Promise.all([
    PROBES.edge(shared),
    PROBES.control(shared),
    PROBES.dns(shared),
    PROBES.origins(shared),
  ])
  const first: Evidence = { at, asked: plan.asked, edge, control, dns, origins }
  const questions = questionsOf(first)
  const left = way.timeout - (way.clock.monotonic() - begun)
  if (questions.length === 0 || left < LEAST || way.signal.aborted) return first
  return { ...first, ...(await followUp(questions, { ...shared, way: { ...way, timeout: left } })) }
}

async function revealed(resolution: Promise<Resolution>, { reveal }: Way): Promise<Resolution> {
  const found = await resolution
  if (found.kind === 'resolved') reveal(found.addresses.map(({ address }) => address))
  return found
}
