import { startApis } from '../apis/start.ts'
import { apiSetup } from './api-setup.ts'
import type { Authorities } from '../tls/authorities.ts'
import { makeLeaf, type Credentials } from '../tls/certificates.ts'
import { startDns } from '../dns/start.ts'
import { dnsSetup } from './dns-setup.ts'
import type { LabNetwork } from '../network/network.ts'
import type { Setup } from './setup.ts'

/** Third-party services: DNS servers, APIs, status pages. */
export interface Services {
  readonly apply: (next: Setup) => Promise<void>
  readonly close: () => Promise<void>
}

export async function startServices(
  first: Setup,
  network: LabNetwork,
  authorities: Authorities,
): Promise<Services> {
  const { listen, bindUdp } = network
  const credentialsFor = (names: readonly [string, ...string[]]): Credentials =>
    makeLeaf({ names, issuer: authorities.intermediate })
  const [dns, apis] = await Promise.all([
    startDns({ setup: dnsSetup(first), listen, bindUdp, credentialsFor }),
    startApis({ setup: apiSetup(first), listen, credentialsFor }),
  ])
  return {
    apply: async (next) => {
      apis.apply(apiSetup(next))
      await dns.apply(dnsSetup(next))
    },
    close: async () => {
      await Promise.all([dns.close(), apis.close()])
    },
  }
}
