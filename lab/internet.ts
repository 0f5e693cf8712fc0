import { ADDRESSES, HOST, RUNNER_SOURCES, type Host } from './addresses.ts'
import { certificateOf, makeAuthorities, type Authorities } from './authorities.ts'
import { startEdge } from './edge.ts'
import type { Ground, NameFailure, Names, Rule } from './ground.ts'
import { startHouse, type House } from './house.ts'
import { openLoopback } from './loopback.ts'
import type { Origin } from './origin.ts'
import type { LabFile } from './routes.ts'
import { ALL_WELL, type Stage } from './stage.ts'

export { HOST, SITE } from './addresses.ts'
export { ALL_WELL, type Stage } from './stage.ts'

export const SHORT_LIMITS = ALL_WELL.limits

export const EDGE_ADDRESS = ADDRESSES.edge
export const ORIGIN_ADDRESS = ADDRESSES.origin

/** Where Cloudflare's edge, and where an origin may be found. */
const EDGES = ['edge', 'second-edge', 'edge-v6'] as const satisfies readonly Host[]
const HOUSES = ['origin', 'origin-v6', 'second', 'third', 'old'] as const satisfies readonly Host[]

export interface Internet {
  readonly ground: Ground
  readonly authorities: Authorities
  /** What lives at the origin's address. */
  readonly origin: Origin
  /** The plan of a loopback ground; elsewhere the kernel has it, and this is empty. */
  readonly view: () => LabFile
  readonly stage: (next: Stage) => Promise<void>
  readonly close: () => Promise<void>
}

export interface InternetOptions {
  /** Loopback unless given. Closed with the internet. */
  readonly ground?: Ground
  readonly authorities?: Authorities
}

/** Cloudflare's edge, the origins, and the ways between them and the runner. */
export async function startInternet(first: Stage, options: InternetOptions = {}): Promise<Internet> {
  const authorities = options.authorities ?? makeAuthorities()
  const ground = options.ground ?? openLoopback({ authorities })
  const trusted = [authorities.root.certificate, authorities.cloudflareOriginCa.certificate]
  const valid = certificateOf('valid', HOST, authorities)
  let staged = first

  const houses = new Map<Host, House>()
  const house = async (host: Host): Promise<House> => {
    const known = houses.get(host)
    if (known !== undefined) return known
    const built = await startHouse({
      ground,
      address: ADDRESSES[host],
      credentials: valid,
      patience: first.limits.read / 4,
    })
    houses.set(host, built)
    return built
  }
  const main = await house('origin')
  const edges = await Promise.all(
    EDGES.map((edge) =>
      startEdge({
        credentials: valid,
        zoneOf: (host) =>
          host === HOST
            ? { host, ssl: staged.ssl, origin: { address: recordOf(staged) }, conduct: staged.conduct }
            : undefined,
        dial: (address, port, limit) => ground.dial('edge', address, port, limit),
        listen: (server, port) => ground.listen(server, ADDRESSES[edge], port),
        trusted,
        limits: first.limits,
        visitor: RUNNER_SOURCES[4],
      }),
    ),
  )

  const stage = async (next: Stage): Promise<void> => {
    staged = next
    const shown = certificateOf(next.certificate, HOST, authorities)
    for (const host of HOUSES) {
      const kind = next[host === 'origin-v6' ? 'origin' : host]
      if (host === 'origin' || houses.has(host) || kind !== 'stopped')
        await (await house(host)).turn(kind, host === 'origin' || host === 'origin-v6' ? shown : valid)
    }
    await ground.settle({ rules: rulesOf(next), names: namesOf(next) })
  }
  await stage(first)

  return {
    ground,
    authorities,
    origin: main.origin,
    view: () => ground.view?.() ?? { names: {}, routes: {} },
    stage,
    close: async () => {
      await Promise.all([...edges, ...houses.values()].map((each) => each.close()))
      await ground.close()
    },
  }
}

/** The firewalls of the origins and of the runner's own network. */
export function rulesOf({ fromEdge, fromRunner, toEdge }: Stage): readonly Rule[] {
  const origins = HOUSES.map((host) => ADDRESSES[host])
  const edges = EDGES.map((host) => ADDRESSES[host])
  return [
    ...(fromEdge === 'open' ? [] : [{ from: 'edge', to: origins, way: fromEdge } as const]),
    ...(fromRunner === 'open' ? [] : [{ from: 'runner', to: origins, way: fromRunner } as const]),
    ...(toEdge === 'open' ? [] : [{ from: 'runner', to: edges, way: toEdge } as const]),
  ]
}

export const namesOf = ({ name }: Stage): Names => ({ [HOST]: leadOf(name) })

/** The addresses that a record leads to. */
function leadOf(name: Stage['name']): readonly string[] | NameFailure {
  if (typeof name !== 'string') return name.map((host) => ADDRESSES[host])
  return isHost(name) ? [ADDRESSES[name]] : name
}

const isHost = (word: string): word is Host => Object.hasOwn(ADDRESSES, word)

/** Where Cloudflare dials. A name that does not resolve leads to an address that nobody has. */
function recordOf({ record }: Stage): string {
  const [host] = typeof record === 'string' ? [record] : record
  return host === undefined || host === 'unresolvable' ? '192.0.2.1' : ADDRESSES[host]
}
