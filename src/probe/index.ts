import type { Evidence, Observations, ProbeId, Question } from '../domain/evidence.ts'
import { isIP, isIPv6 } from 'node:net'
import type { Resolution } from '../domain/resolution.ts'
import { rayOf, traceOf } from '../cloudflare/answer.ts'
import { deadline } from './clock.ts'
import { exchange, type Way } from './exchange.ts'
import { followUp, type Again } from './follow-ups.ts'
import { resolve } from './resolve.ts'
import type { Plan } from './plan.ts'
import type { Zone } from './zone.ts'

type Shared = Omit<Again, 'colo'>
type Probe<P extends ProbeId> = (look: Shared) => Promise<Observations[P]>

/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in ProbeId]: Probe<P> } = {
  edge: ({ plan, name, way }) => exchange(plan.edge, name, way),
  control: ({ plan, name, way }) => exchange(plan.control, name, way),
  dns: ({ name }) => name,
  origins: ({ plan, originNames, way }) =>
    Promise.all(
      plan.origins.map((ask, index) => exchange(ask, originNames[index] ?? resolution(ask.host, way), way)),
    ),
}

/** What of the first answers leaves a question open, see `questionsOf`. */
export type Questions = (evidence: Evidence) => readonly Question[]

/** Less time than this, in milliseconds, is too little to ask anything again. */
const LEAST = 50

/**
 * Looks once: every probe at the same moment, each with its own deadline. What their answers leave open is asked again in
 * the time that is left of it, so that a look never takes longer than one request may. A zone that is read for the first time
 * has a patience of its own.
 */
export async function look(plan: Plan, way: Way, questionsOf: Questions, zone?: Zone): Promise<Evidence> {
  const [at, begun] = [way.clock.now(), way.clock.monotonic()]
  const shared: Shared = {
    plan,
    way,
    name: resolution(plan.edge.host, way),
    originNames: plan.origins.map(({ host }) => revealed(resolution(host, way), way)),
    ...(zone !== undefined && { zone }),
  }
  const [edge, control, dns, origins] = await Promise.all([
    PROBES.edge(shared),
    PROBES.control(shared),
    PROBES.dns(shared),
    PROBES.origins(shared),
  ])
  const took = way.clock.monotonic() - begun
  const facts = await zone?.facts()
  const told = facts !== undefined && { zone: facts }
  const first: Evidence = { at, asked: plan.asked, edge, control, dns, origins, ...told }
  const questions = questionsOf(first)
  const left = way.timeout - took
  if (questions.length === 0 || left < LEAST || way.signal.aborted) return first
  const colo = rayOf(edge)?.colo ?? traceOf(control)?.colo ?? ''
  const again = { ...shared, colo, way: { ...way, timeout: left } }
  return { ...first, ...(await followUp(questions, again)) }
}

/** An address needs no resolver. */
async function resolution(host: string, way: Way): Promise<Resolution> {
  if (isIP(host) !== 0) {
    return { host, took: 0, kind: 'resolved', addresses: [{ address: host, family: isIPv6(host) ? 6 : 4 }] }
  }
  const { signal, clear } = deadline(way.timeout, way.signal)
  try {
    return await resolve(host, way.network, way.clock, signal)
  } finally {
    clear()
  }
}

async function revealed(resolution: Promise<Resolution>, { reveal }: Way): Promise<Resolution> {
  const found = await resolution
  if (found.kind === 'resolved') reveal(found.addresses.map(({ address }) => address))
  return found
}
