import { ADDRESSES, HOST, RUNNER_SOURCES, type Host } from '../network/addresses.ts'
import {
  makeCertificate,
  makeClientCertificate,
  makeAuthorities,
  type Authorities,
} from '../tls/authorities.ts'
import { API_ADDRESSES, type ApiHost } from '../network/addresses.ts'
import { getaddrinfo } from '../dns/getaddrinfo.ts'
import type { ReceivedQuery } from '../dns/servers.ts'
import { DNS_ADDRESSES, RESOLVERS } from '../dns/defaults.ts'
import { dnsSetup, SITE_NAMES } from './dns-setup.ts'
import { openBastion } from '../bastion/bastion.ts'
import { openSocks } from '../bastion/socks.ts'
import { startEdge, type DataCenter } from '../edge/edge.ts'
import type { LabNetwork, FirewallRule } from '../network/network.ts'
import { openHostSlot, type HostSlot } from './host-slot.ts'
import { openLoopback } from '../network/loopback.ts'
import type { DefaultServer } from '../origins/default-server.ts'
import type { OriginSetup } from '../origins/index.ts'
import type { LabFile } from '../network/routes.ts'
import { startServices, type Services } from './services.ts'
import { DEFAULT_SETUP, type Setup } from './setup.ts'
import type { OriginRecord } from './zone.ts'

export { HOST, SITE } from '../network/addresses.ts'
export { DEFAULT_SETUP, type Setup } from './setup.ts'

export const EDGE_ADDRESS = ADDRESSES.edge
export const ORIGIN_ADDRESS = ADDRESSES.origin
export const SHORT_LIMITS = DEFAULT_SETUP.limits

/** Addresses of the edge, and hosts that may run an origin. */
const DATA_CENTERS: readonly [DataCenter, ...DataCenter[]] = [
  { address: ADDRESSES.edge, colo: 'SJC' },
  { address: ADDRESSES['second-edge'], colo: 'AMS' },
  { address: ADDRESSES['edge-v6'], colo: 'SJC' },
]
const ORIGIN_HOSTS = ['origin', 'origin-v6', 'second', 'third', 'old'] as const satisfies readonly Host[]

/** Reachable on loopback, too. */
const GLOBALPING: ApiHost = 'api.globalping.io'

/** Every address that doesn't belong to the site. */
const OTHER_ADDRESSES = [...DNS_ADDRESSES, ...Object.values(API_ADDRESSES)].filter(
  (address) => address !== RESOLVERS.runner,
)

export interface Internet {
  readonly network: LabNetwork
  readonly authorities: Authorities
  /** The default server at the origin's address. */
  readonly origin: DefaultServer
  /** The runner's SOCKS proxy, for ALL_PROXY. Absent: it has none. */
  readonly socksUrl?: string
  /** The lab file of a loopback network. Empty in a namespace, where the kernel has the routes. */
  readonly labFile: () => LabFile
  /** What the APIs received, in order of arrival. */
  readonly apiRequests: Services['apiRequests']
  /** The queries that the lab's DNS servers got, in order of arrival. On loopback there are none. */
  readonly queries: readonly ReceivedQuery[]
  readonly apply: (next: Setup) => Promise<void>
  readonly close: () => Promise<void>
}

export interface InternetOptions {
  /** For the files of the bastion. Absent: there is none. */
  readonly folder?: string
  /** Loopback by default. Closed with the internet. */
  readonly network?: LabNetwork
  readonly authorities?: Authorities
}

/** Starts Cloudflare's edge, the origins, DNS servers and APIs, and configures the network between them. */
export async function startInternet(first: Setup, options: InternetOptions = {}): Promise<Internet> {
  const authorities = options.authorities ?? makeAuthorities()
  const network = options.network ?? openLoopback({ authorities })
  let setup = first
  const credentials = makeCertificate('valid', HOST, authorities)

  const edge = await startEdge({
    credentials,
    credentialsFor: () => (setup.edgeCertificate === 'none' ? undefined : credentials),
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
    // On loopback every client is 127.0.0.1.
    visitor: RUNNER_SOURCES[4],
    dataCenters: DATA_CENTERS,
    ports: { https: [443, 8443], http: [80, 8080] },
    listen: network.listen,
  })
  // On loopback the Action resolves names from the lab file. DNS servers and APIs listen on free ports.
  const services = await startServices(first, network, authorities)
  const slots = new Map<Host, HostSlot>()
  const slotOf = async (host: Host): Promise<HostSlot> => {
    const slot =
      slots.get(host) ??
      (await openHostSlot({ network, host, authorities, upstreamTimeout: first.limits.read / 4 }))
    slots.set(host, slot)
    return slot
  }
  const main = await slotOf('origin')
  const bastion = options.folder === undefined ? undefined : openBastion(network, options.folder)
  const socks = options.folder === undefined ? undefined : await openSocks(network, options.folder)

  const apply = async (next: Setup): Promise<void> => {
    setup = next
    for (const host of ORIGIN_HOSTS) {
      const slot = await slotOf(host)
      await slot.replace(originKindAt(host, next), host.startsWith('origin') ? next.certificate : 'valid')
    }
    await bastion?.replace(next.bastion)
    await socks?.replace(next.socks)
    await services.apply(next)
    const answers = dnsSetup(next)
    const names = [...SITE_NAMES, GLOBALPING].map(
      (name) => [name, getaddrinfo(answers, RESOLVERS.runner, name)] as const,
    )
    await network.configure({ rules: firewallRules(next), names: Object.fromEntries(names) })
  }
  await apply(first)

  return {
    network,
    authorities,
    origin: main.defaultServer,
    ...(socks !== undefined && first.socks !== 'none' && { socksUrl: socks.url }),
    queries: services.queries,
    labFile: () => network.labFile?.() ?? { names: {}, routes: {} },
    apiRequests: services.apiRequests,
    apply,
    close: async () => {
      const running = [edge, services, ...slots.values(), bastion, socks].filter((each) => each !== undefined)
      await Promise.all(running.map((each) => each.close()))
      // The firewall must not block the servers of the next internet on this network.
      await network.configure({ rules: [], names: {} })
      await network.close()
    },
  }
}

/** The origin's IPv6 address runs a server only if the name or the record points to it. */
function originKindAt(host: (typeof ORIGIN_HOSTS)[number], apply: Setup): OriginSetup {
  if (host !== 'origin-v6') return apply[host]
  if (apply.ipv6Origin !== 'the-same') return apply.ipv6Origin
  return [apply.resolvesTo, apply.record].flat().includes('origin-v6') ? apply.origin : 'stopped'
}

/** Firewall rules of the origins and of the runner's network. */
function firewallRules({
  silentHosts,
  edgeToOrigin,
  runnerToOrigin,
  bastionToOrigin,
  elsewhereToOrigin,
  runnerToIpv6,
  runnerToEdge,
  runnerToOthers,
}: Setup): readonly FirewallRule[] {
  const origins = ORIGIN_HOSTS.map((host) => ADDRESSES[host])
  const edges = DATA_CENTERS.map(({ address }) => address)
  const silent = silentHosts.map((host) => ADDRESSES[host])
  const sources = silent.length === 0 ? [] : (['edge', 'runner', 'bastion', 'elsewhere'] as const)
  return [
    ...sources.map((from) => ({ from, to: silent, action: 'drop' }) as const),
    ...(edgeToOrigin === 'open' ? [] : [{ from: 'edge', to: origins, action: edgeToOrigin } as const]),
    ...(runnerToOrigin === 'open' ? [] : [{ from: 'runner', to: origins, action: runnerToOrigin } as const]),
    ...(bastionToOrigin === 'open'
      ? []
      : [{ from: 'bastion', to: origins, action: bastionToOrigin } as const]),
    ...(elsewhereToOrigin === 'open'
      ? []
      : [{ from: 'elsewhere', to: origins, action: elsewhereToOrigin } as const]),
    ...(runnerToIpv6 === 'open'
      ? []
      : [{ from: 'runner', to: origins.filter((to) => to.includes(':')), action: runnerToIpv6 } as const]),
    ...(runnerToEdge === 'open' ? [] : [{ from: 'runner', to: edges, action: runnerToEdge } as const]),
    ...(runnerToOthers === 'open'
      ? []
      : [{ from: 'runner', to: OTHER_ADDRESSES, action: runnerToOthers } as const]),
  ]
}

const isHost = (record: Setup['record'] & string): record is Host => Object.hasOwn(ADDRESSES, record)

/** The record as the edge expects it. */
function originRecord({ record }: Setup): OriginRecord {
  if (typeof record === 'string') return isHost(record) ? { address: ADDRESSES[record] } : record
  if ('address' in record || 'pool' in record || 'tunnel' in record) return record
  return { pool: record.map((host) => ({ address: ADDRESSES[host] })) }
}
