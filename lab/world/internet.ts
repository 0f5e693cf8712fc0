import { ADDRESSES, HOST, RUNNER_SOURCES, type Host } from '../network/addresses.ts'
import { certificateOf, clientCertificateOf, makeAuthorities, type Authorities } from '../tls/authorities.ts'
import { API_ADDRESSES } from '../apis/defaults.ts'
import { addressesBy } from '../dns/getaddrinfo.ts'
import { RESOLVERS } from '../dns/defaults.ts'
import { DNS_ADDRESSES, dnsOf, NAMES } from './dns-setup.ts'
import { startEdge, type Presence } from '../edge/edge.ts'
import type { Ground, Rule } from '../network/network.ts'
import { startHouse, type House } from './host-slot.ts'
import { openLoopback } from '../network/loopback.ts'
import type { Origin } from '../origins/default-server.ts'
import type { OriginKind } from '../origins/index.ts'
import type { LabFile } from '../network/routes.ts'
import { startServices } from './services.ts'
import { ALL_WELL, type Stage } from './setup.ts'
import type { OriginRecord } from './zone.ts'

export { HOST, SITE } from '../network/addresses.ts'
export { ALL_WELL, type Stage } from './setup.ts'

export const EDGE_ADDRESS = ADDRESSES.edge
export const ORIGIN_ADDRESS = ADDRESSES.origin
export const SHORT_LIMITS = ALL_WELL.limits

/** Where Cloudflare is found, and where origins may be. */
const PRESENCES: readonly [Presence, ...Presence[]] = [
  { address: ADDRESSES.edge, colo: 'SJC' },
  { address: ADDRESSES['second-edge'], colo: 'AMS' },
  { address: ADDRESSES['edge-v6'], colo: 'SJC' },
]
const HOUSES = ['origin', 'origin-v6', 'second', 'third', 'old'] as const satisfies readonly Host[]

/** Who has nothing to do with the site, and is found all the same. */
const OTHERS = [...DNS_ADDRESSES, ...Object.values(API_ADDRESSES)].filter(
  (address) => address !== RESOLVERS.runner,
)

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

/** Cloudflare's edge, the origins, name servers, and the ways between them and the runner. */
export async function startInternet(first: Stage, options: InternetOptions = {}): Promise<Internet> {
  const authorities = options.authorities ?? makeAuthorities()
  const ground = options.ground ?? openLoopback({ authorities })
  let staged = first

  const edge = await startEdge({
    credentials: certificateOf('valid', HOST, authorities),
    zoneOf: (host) =>
      host === HOST
        ? {
            host,
            limits: staged.limits,
            ...(staged.companyCa === 'trusted' && { trustStore: [authorities.unknown.certificate] }),
            ...staged.zone,
            ssl: staged.ssl,
            origin: recordOf(staged),
            conduct: staged.conduct,
          }
        : undefined,
    dial: (address, port, limit) => ground.dial('edge', address, port, limit),
    trusted: [authorities.root.certificate, authorities.cloudflareOriginCa.certificate],
    originPull: clientCertificateOf(authorities.originPull),
    limits: first.limits,
    // On loopback everybody is 127.0.0.1.
    visitor: RUNNER_SOURCES[4],
    presences: PRESENCES,
    ports: { https: [443, 8443], http: [80, 8080] },
    listen: ground.listen,
  })
  // On loopback the Action finds names in the plan; the name servers and APIs are on free ports for who asks them.
  const services = await startServices(first, ground, authorities)
  const houses = new Map<Host, House>()
  const houseOf = async (host: Host): Promise<House> => {
    const built =
      houses.get(host) ?? (await startHouse({ ground, host, authorities, patience: first.limits.read / 4 }))
    houses.set(host, built)
    return built
  }
  const main = await houseOf('origin')

  const stage = async (next: Stage): Promise<void> => {
    staged = next
    for (const host of HOUSES) {
      const house = await houseOf(host)
      await house.turn(kindAt(host, next), host.startsWith('origin') ? next.certificate : 'valid')
    }
    await services.stage(next)
    const answers = dnsOf(next)
    const names = NAMES.map((name) => [name, addressesBy(answers, RESOLVERS.runner, name)] as const)
    await ground.settle({ rules: rulesOf(next), names: Object.fromEntries(names) })
  }
  await stage(first)

  return {
    ground,
    authorities,
    origin: main.origin,
    view: () => ground.view?.() ?? { names: {}, routes: {} },
    stage,
    close: async () => {
      await Promise.all([edge, services, ...houses.values()].map((each) => each.close()))
      // Who stages the next internet here has to be able to try its servers.
      await ground.settle({ rules: [], names: {} })
      await ground.close()
    },
  }
}

/** What lives at an address. The origin's IPv6 is in use where something leads to it. */
function kindAt(host: (typeof HOUSES)[number], stage: Stage): OriginKind {
  if (host !== 'origin-v6') return stage[host]
  if (stage.overIPv6 !== 'the-same') return stage.overIPv6
  return [stage.name, stage.record].flat().includes('origin-v6') ? stage.origin : 'stopped'
}

/** The firewalls of the origins and of the runner's own network. */
function rulesOf({ fromEdge, fromRunner, toEdge, toOthers }: Stage): readonly Rule[] {
  const origins = HOUSES.map((host) => ADDRESSES[host])
  const edges = PRESENCES.map(({ address }) => address)
  return [
    ...(fromEdge === 'open' ? [] : [{ from: 'edge', to: origins, way: fromEdge } as const]),
    ...(fromRunner === 'open' ? [] : [{ from: 'runner', to: origins, way: fromRunner } as const]),
    ...(toEdge === 'open' ? [] : [{ from: 'runner', to: edges, way: toEdge } as const]),
    ...(toOthers === 'open' ? [] : [{ from: 'runner', to: OTHERS, way: toOthers } as const]),
  ]
}

const isHost = (record: Stage['record'] & string): record is Host => Object.hasOwn(ADDRESSES, record)

/** The record as the zone has it. */
function recordOf({ record }: Stage): OriginRecord {
  if (typeof record === 'string') return isHost(record) ? { address: ADDRESSES[record] } : record
  if ('address' in record || 'pool' in record || 'tunnel' in record) return record
  return { pool: record.map((host) => ({ address: ADDRESSES[host] })) }
}
