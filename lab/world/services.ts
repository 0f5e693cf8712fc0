import { startApis } from '../apis/start.ts'
import { apisOf } from './api-setup.ts'
import type { Authorities } from '../tls/authorities.ts'
import { makeLeaf, type Credentials } from '../tls/certificates.ts'
import { startDns } from '../dns/start.ts'
import { dnsOf } from './dns-setup.ts'
import type { Ground } from '../network/network.ts'
import type { Stage } from './setup.ts'

/** What others run for everybody: name servers, resolvers, APIs, status pages. */
export interface Services {
  readonly stage: (next: Stage) => Promise<void>
  readonly close: () => Promise<void>
}

export async function startServices(first: Stage, ground: Ground, by: Authorities): Promise<Services> {
  const { listen, bindUdp } = ground
  const credentialsFor = (names: readonly [string, ...string[]]): Credentials =>
    makeLeaf({ names, issuer: by.intermediate })
  const [dns, apis] = await Promise.all([
    startDns({ staged: dnsOf(first), listen, bindUdp, credentialsFor }),
    startApis({ staged: apisOf(first), listen, credentialsFor }),
  ])
  return {
    stage: async (next) => {
      apis.stage(apisOf(next))
      await dns.stage(dnsOf(next))
    },
    close: async () => {
      await Promise.all([dns.close(), apis.close()])
    },
  }
}
