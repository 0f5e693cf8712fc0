import { zoneNamesOf } from '../../cloudflare/api/zone.ts'
import type { DnsAnswer } from '../../domain/dns.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { deadline } from '../network/clock.ts'
import type { DnsAccess, ProbeContext } from '../types.ts'
import { queryAddresses } from './addresses.ts'
import { queryServer } from './query.ts'

/** Name servers to query. A zone usually has two, and at most thirteen. */
const MAX_NAME_SERVERS = 4

/**
 * Queries the zone's own name servers for the addresses of a name. The first resolver that knows them provides their
 * names. Empty if none does: the zone is not delegated, or the resolvers don't respond.
 */
export async function queryNameServers(
  name: string,
  resolvers: readonly string[],
  context: ProbeContext,
): Promise<readonly DnsAnswer[]> {
  const { dns } = context.network
  if (dns === undefined) return []
  const { signal, clear } = deadline(context.timeout, context.signal)
  try {
    const limited = { ...context, signal }
    for (const resolver of resolvers) {
      const servers = await findNameServers(name, resolver, dns, limited)
      if (servers.length === 0) continue
      return await Promise.all(
        servers.map(async ({ server, address }) =>
          address === undefined
            ? withoutAddress(server)
            : await queryAddresses(name, { server, address, recursive: false }, dns, limited),
        ),
      )
    }
    return []
  } finally {
    clear()
  }
}

/** A name server that resolves to nothing. Its name still shows who serves the zone. */
function withoutAddress(server: string): DnsAnswer {
  const failed = { kind: 'failed', reason: 'other', code: 'NO_ADDRESS', errors: [], bogus: false } as const
  return { server: untrusted(server), elapsed: 0, transport: 'udp', ...failed }
}

interface NameServer {
  readonly server: string
  readonly address: string | undefined
}

/** The name servers of the nearest zone at or above the name, with one address each if they have one. */
async function findNameServers(
  name: string,
  resolver: string,
  dns: DnsAccess,
  context: ProbeContext,
): Promise<readonly NameServer[]> {
  // Without DNSSEC validation, the name servers of a zone with invalid signatures are found too.
  const question = { recursive: true, unchecked: true } as const
  const zoneReplies = await Promise.all(
    zoneNamesOf(name).map((zone) =>
      queryServer({ ...question, name: zone, type: 'NS' }, resolver, dns, context),
    ),
  )
  const byZone = zoneReplies.flatMap((reply) => (reply.ok ? [reply.message.nameServers] : []))
  const names = byZone.find((servers) => servers.length > 0)?.slice(0, MAX_NAME_SERVERS) ?? []
  const addressReplies = await Promise.all(
    names.map((server) => queryServer({ ...question, name: server, type: 'A' }, resolver, dns, context)),
  )
  return names.map((server, index) => {
    const reply = addressReplies[index]
    const [first] = reply?.ok === true ? reply.message.addresses : []
    return { server, address: first?.address }
  })
}
