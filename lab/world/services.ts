import { startApis } from '../apis/start.ts'
import { apiSetup } from './api-setup.ts'
import type { Authorities } from '../tls/authorities.ts'
import { makeLeaf, type Credentials } from '../tls/certificates.ts'
import type { ReceivedQuery } from '../dns/servers.ts'
import { startDns } from '../dns/start.ts'
import { dnsSetup } from './dns-setup.ts'
import type { ApiRequest } from '../apis/api.ts'
import { getaddrinfo } from '../dns/getaddrinfo.ts'
import type { LabNetwork } from '../network/network.ts'
import type { Setup } from './setup.ts'

/** Third-party services: DNS servers, APIs, status pages. */
export interface Services {
  /** What the APIs received, in order of arrival. */
  readonly apiRequests: readonly ApiRequest[]
  /** The queries that the DNS servers got, in order of arrival. */
  readonly queries: readonly ReceivedQuery[]
  readonly apply: (next: Setup) => Promise<void>
  readonly close: () => Promise<void>
}

/** What Globalping's probes use. */
const PROBES_RESOLVER = '8.8.8.8'
/** Milliseconds. Their requests end sooner. */
const DIAL_LIMIT = 10_000

export async function startServices(
  first: Setup,
  network: LabNetwork,
  authorities: Authorities,
): Promise<Services> {
  const { listen, bindUdp } = network
  const credentialsFor = (names: readonly [string, ...string[]]): Credentials =>
    makeLeaf({ names, issuer: authorities.intermediate })
  let setup = first
  const [dns, apis] = await Promise.all([
    startDns({ setup: dnsSetup(first), listen, bindUdp, credentialsFor }),
    startApis({
      setup: apiSetup(first),
      listen,
      credentialsFor,
      probeNetwork: {
        resolve: (name) => getaddrinfo(dnsSetup(setup), PROBES_RESOLVER, name),
        dial: (address, port) => network.dial('elsewhere', address, port, DIAL_LIMIT),
        trusted: [authorities.root.certificate],
      },
    }),
  ])
  return {
    apiRequests: apis.requests,
    queries: dns.queries,
    apply: async (next) => {
      setup = next
      apis.apply(apiSetup(next))
      await dns.apply(dnsSetup(next))
    },
    close: async () => {
      await Promise.all([dns.close(), apis.close()])
    },
  }
}
