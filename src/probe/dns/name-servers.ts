import { zoneNamesOf } from '../../cloudflare/api/zone.ts'
import type { DnsAnswer } from '../../domain/dns.ts'
import { deadline } from '../network/clock.ts'
import type { ProbeContext } from '../http/exchange.ts'
import type { DnsAccess } from '../network/network.ts'
import { queryServer } from './query.ts'
import { queryAddresses, type Server } from './addresses.ts'

/** A zone has two as a rule, up to thirteen. These are enough to tell what it says. */
const MOST_SERVERS = 4

/**
 * Asks the zone's own name servers for the addresses of a name. Resolvers say who they are, the first that knows. Empty
 * where nobody does: the zone is not delegated, or its servers do not answer.
 */
export async function queryNameServers(
  name: string,
  resolvers: readonly string[],
  way: ProbeContext,
): Promise<readonly DnsAnswer[]> {
  const { dns } = way.network
  if (dns === undefined) return []
  const { signal, clear } = deadline(way.timeout, way.signal)
  try {
    const limited = { ...way, signal }
    for (const resolver of resolvers) {
      const servers = await serversOf(name, resolver, dns, limited)
      if (servers.length === 0) continue
      return await Promise.all(servers.map((server) => queryAddresses(name, server, dns, limited)))
    }
    return []
  } finally {
    clear()
  }
}

/** The name servers of the nearest zone at or above the name, with the address of each. */
async function serversOf(
  name: string,
  resolver: string,
  dns: DnsAccess,
  way: ProbeContext,
): Promise<readonly Server[]> {
  const question = { recursive: true, unchecked: true } as const
  const heard = await Promise.all(
    zoneNamesOf(name).map((zone) => queryServer({ ...question, name: zone, type: 'NS' }, resolver, dns, way)),
  )
  const nearest = heard.flatMap((said) => (said.ok ? [said.message.nameServers] : []))
  const names = nearest.find((servers) => servers.length > 0)?.slice(0, MOST_SERVERS) ?? []
  const addresses = await Promise.all(
    names.map((server) => queryServer({ ...question, name: server, type: 'A' }, resolver, dns, way)),
  )
  return names.flatMap((server, index) => {
    const said = addresses[index]
    const [first] = said?.ok === true ? said.message.addresses : []
    return first === undefined ? [] : [{ server, address: first.address, recursive: false }]
  })
}
