import type { Evidence, Observations, ProbeId } from '../domain/evidence.ts'
import { isIP, isIPv6 } from 'node:net'
import type { Resolution } from '../domain/resolution.ts'
import { deadline } from './clock.ts'
import { exchange, type Way } from './exchange.ts'
import { resolve } from './resolve.ts'
import type { Plan } from './plan.ts'

/** What the probes of one look share: the plan, and one answer of the resolver for everything that dials the site's name. */
interface Look {
  readonly plan: Plan
  readonly way: Way
  readonly name: Promise<Resolution>
}

type Probe<P extends ProbeId> = (look: Look) => Promise<Observations[P]>

/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES: { readonly [P in ProbeId]: Probe<P> } = {
  edge: ({ plan, name, way }) => exchange(plan.edge, name, way),
  control: ({ plan, name, way }) => exchange(plan.control, name, way),
  dns: ({ name }) => name,
  origins: ({ plan, way }) =>
    Promise.all(plan.origins.map((ask) => exchange(ask, revealed(resolution(ask.host, way), way), way))),
}

/** Looks once: every probe at the same moment, each with its own deadline. */
export async function look(plan: Plan, way: Way): Promise<Evidence> {
  const at = way.clock.now()
  const shared: Look = { plan, way, name: resolution(plan.edge.host, way) }
  const [edge, control, dns, origins] = await Promise.all([
    PROBES.edge(shared),
    PROBES.control(shared),
    PROBES.dns(shared),
    PROBES.origins(shared),
  ])
  return { at, asked: plan.asked, edge, control, dns, origins }
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
