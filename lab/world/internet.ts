import { ADDRESSES, HOST, RUNNER_SOURCES, type Host } from '../network/addresses.ts'
import {
  makeCertificate,
  makeClientCertificate,
  makeAuthorities,
  type Authorities,
} from '../tls/authorities.ts'
import { API_ADDRESSES } from '../apis/defaults.ts'
import { getaddrinfo } from '../dns/getaddrinfo.ts'
import { RESOLVERS } from '../dns/defaults.ts'
import { DNS_ADDRESSES, dnsSetup, SITE_NAMES } from './dns-setup.ts'
import { startEdge, type DataCenter } from '../edge/edge.ts'
import type { LabNetwork, FirewallRule } from '../network/network.ts'
import { openHostSlot, type HostSlot } from './host-slot.ts'
import { openLoopback } from '../network/loopback.ts'
import type { DefaultServer } from '../origins/default-server.ts'
import type { OriginKind } from '../origins/index.ts'
import type { LabFile } from '../network/routes.ts'
import { startServices } from './services.ts'
import { DEFAULT_SETUP, type Setup } from './setup.ts'
import type { OriginRecord } from './zone.ts'

export { HOST, SITE } from '../network/addresses.ts'
export { DEFAULT_SETUP, type Setup } from './setup.ts'

export const EDGE_ADDRESS = ADDRESSES.edge
export const ORIGIN_ADDRESS = ADDRESSES.origin
export const SHORT_LIMITS = DEFAULT_SETUP.limits

/** Where Cloudflare is found, and where origins may be. */
const DATA_CENTERS: readonly [DataCenter, ...DataCenter[]] = [
  { address: ADDRESSES.edge, colo: 'SJC' },
  { address: ADDRESSES['second-edge'], colo: 'AMS' },
  { address: ADDRESSES['edge-v6'], colo: 'SJC' },
]
const ORIGIN_HOSTS = ['origin', 'origin-v6', 'second', 'third', 'old'] as const satisfies readonly Host[]

/** Who has nothing to do with the site, and is found all the same. */
const OTHER_ADDRESSES = [...DNS_ADDRESSES, ...Object.values(API_ADDRESSES)].filter(
  (address) => address !== RESOLVERS.runner,
)

export interface Internet {
  readonly network: LabNetwork
  readonly authorities: Authorities
  /** What lives at the origin's address. */
  readonly origin: DefaultServer
  /** The plan of a loopback network; elsewhere the kernel has it, and this is empty. */
  readonly labFile: () => LabFile
  readonly apply: (next: Setup) => Promise<void>
  readonly close: () => Promise<void>
}

export interface InternetOptions {
  /** Loopback unless given. Closed with the internet. */
  readonly network?: LabNetwork
  readonly authorities?: Authorities
}

/** Cloudflare's edge, the origins, name servers, and the ways between them and the runner. */
export async function startInternet(first: Setup, options: InternetOptions = {}): Promise<Internet> {
  const authorities = options.authorities ?? makeAuthorities()
  const network = options.network ?? openLoopback({ authorities })
  let setup = first

  const edge = await startEdge({
    credentials: makeCertificate('valid', HOST, authorities),
    zoneFor: (host) =>
      host === HOST
        ? {
            host,
            limits: setup.limits,
            ...(setup.companyCa === 'trusted' && { trustStore: [authorities.untrusted.certificate] }),
            ...setup.zone,
            ssl: setup.ssl,
            origin: originRecord(setup),
            behavior: setup.edgeBehavior,
          }
        : undefined,
    dial: (address, port, limit) => network.dial('edge', address, port, limit),
    trusted: [authorities.root.certificate, authorities.cloudflareOriginCa.certificate],
    originPull: makeClientCertificate(authorities.originPull),
    limits: first.limits,
    // On loopback everybody is 127.0.0.1.
    visitor: RUNNER_SOURCES[4],
    dataCenters: DATA_CENTERS,
    ports: { https: [443, 8443], http: [80, 8080] },
    listen: network.listen,
  })
  // On loopback the Action finds names in the plan; the name servers and APIs are on free ports for who asks them.
  const services = await startServices(first, network, authorities)
  const houses = new Map<Host, HostSlot>()
  const houseOf = async (host: Host): Promise<HostSlot> => {
    const built =
      houses.get(host) ??
      (await openHostSlot({ network, host, authorities, upstreamTimeout: first.limits.read / 4 }))
    houses.set(host, built)
    return built
  }
  const main = await houseOf('origin')

  const apply = async (next: Setup): Promise<void> => {
    setup = next
    for (const host of ORIGIN_HOSTS) {
      const house = await houseOf(host)
      await house.replace(originKindAt(host, next), host.startsWith('origin') ? next.certificate : 'valid')
    }
    await services.apply(next)
    const answers = dnsSetup(next)
    const names = SITE_NAMES.map((name) => [name, getaddrinfo(answers, RESOLVERS.runner, name)] as const)
    await network.configure({ rules: firewallRules(next), names: Object.fromEntries(names) })
  }
  await apply(first)

  return {
    network,
    authorities,
    origin: main.origin,
    labFile: () => network.labFile?.() ?? { names: {}, routes: {} },
    apply,
    close: async () => {
      await Promise.all([edge, services, ...houses.values()].map((each) => each.close()))
      // Who stages the next internet here has to be able to try its servers.
      await network.configure({ rules: [], names: {} })
      await network.close()
    },
  }
}

/** What lives at an address. The origin's IPv6 is in use where something leads to it. */
function originKindAt(host: (typeof ORIGIN_HOSTS)[number], apply: Setup): OriginKind {
  if (host !== 'origin-v6') return apply[host]
  if (apply.ipv6Origin !== 'the-same') return apply.ipv6Origin
  return [apply.resolvesTo, apply.record].flat().includes('origin-v6') ? apply.origin : 'stopped'
}

/** The firewalls of the origins and of the runner's own network. */
function firewallRules({
  edgeToOrigin,
  runnerToOrigin,
  runnerToEdge,
  runnerToOthers,
}: Setup): readonly FirewallRule[] {
  const origins = ORIGIN_HOSTS.map((host) => ADDRESSES[host])
  const edges = DATA_CENTERS.map(({ address }) => address)
  return [
    ...(edgeToOrigin === 'open' ? [] : [{ from: 'edge', to: origins, action: edgeToOrigin } as const]),
    ...(runnerToOrigin === 'open' ? [] : [{ from: 'runner', to: origins, action: runnerToOrigin } as const]),
    ...(runnerToEdge === 'open' ? [] : [{ from: 'runner', to: edges, action: runnerToEdge } as const]),
    ...(runnerToOthers === 'open'
      ? []
      : [{ from: 'runner', to: OTHER_ADDRESSES, action: runnerToOthers } as const]),
  ]
}

const isHost = (record: Setup['record'] & string): record is Host => Object.hasOwn(ADDRESSES, record)

/** The record as the zone has it. */
function originRecord({ record }: Setup): OriginRecord {
  if (typeof record === 'string') return isHost(record) ? { address: ADDRESSES[record] } : record
  if ('address' in record || 'pool' in record || 'tunnel' in record) return record
  return { pool: record.map((host) => ({ address: ADDRESSES[host] })) }
}
