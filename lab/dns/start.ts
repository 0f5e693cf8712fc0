import type { Credentials } from '../tls/certificates.ts'
import type { Listening } from '../network/listen.ts'
import { openHttps, openTcp, openUdp, type DnsNetwork } from './wire/listeners.ts'
import { dnsServers, type ReceivedQuery, type Transport } from './servers.ts'
import { packetResponder } from './wire/responder.ts'
import type { ServerBehavior, DnsSetup } from './setup.ts'

export interface DnsOptions extends DnsNetwork {
  readonly setup: DnsSetup
  /** Creates certificates for DNS over HTTPS. Absent: no DNS over HTTPS. */
  readonly credentialsFor?: (names: readonly [string, ...string[]]) => Credentials
  /** Milliseconds that a resolver waits for dead name servers. Default: 1500. */
  readonly upstreamTimeout?: number
  /** Milliseconds since the epoch. TTLs in caches count from it. */
  readonly now?: () => number
}

export interface Dns {
  /** In order of arrival, answered or not. */
  readonly queries: readonly ReceivedQuery[]
  /** Changes the setup. A resolver that caches keeps its answers until they expire. */
  readonly apply: (next: DnsSetup) => Promise<void>
  readonly close: () => Promise<void>
}

/** The lab's name servers and resolvers, at their addresses on UDP, TCP and HTTPS. */
export async function startDns(options: DnsOptions): Promise<Dns> {
  let current = options.setup
  const queries: ReceivedQuery[] = []
  const serverAt = dnsServers({
    setup: () => current,
    upstreamTimeout: options.upstreamTimeout ?? 1500,
    now: options.now ?? Date.now,
  })
  const open = new Map<string, Listening>()

  const openListener = ({ address, transport, names }: Listener): Promise<Listening> => {
    const respond = packetResponder(address, serverAt, (question) => queries.push(question))
    if (transport === 'udp') return openUdp(options, address, respond)
    if (transport === 'tcp') return openTcp(options, address, respond)
    const [first = address, ...rest] = names
    const credentials = options.credentialsFor?.([first, ...rest])
    if (credentials === undefined) throw new TypeError('DNS over HTTPS needs credentials')
    return openHttps(options, address, credentials, {
      server: () => serverAt(address),
      respond,
      onQuery: (question) => queries.push({ server: address, transport, ...question }),
    })
  }

  const apply = async (next: DnsSetup): Promise<void> => {
    current = next
    const needed = new Map(
      listenersFor(next, options.credentialsFor !== undefined).map((listener) => [
        listenerKey(listener),
        listener,
      ]),
    )
    for (const [key, listening] of open) {
      if (needed.has(key)) continue
      open.delete(key)
      await listening.close()
    }
    for (const [key, listener] of needed) {
      if (!open.has(key)) open.set(key, await openListener(listener))
    }
    // Creates the caches, so that preloaded TTLs count from now rather than from the first query.
    for (const { addresses } of next.resolvers) serverAt(addresses[0])
  }

  await apply(current)
  return {
    queries,
    apply,
    close: async () => {
      await Promise.all(open.values().map((listening) => listening.close()))
      open.clear()
    },
  }
}

interface Listener {
  readonly address: string
  readonly transport: Transport
  /** Names for the certificate. */
  readonly names: readonly string[]
}

const listenerKey = ({ address, transport }: Listener): string => `${transport} ${address}`

/** Every listener, including those that never answer. */
function listenersFor(apply: DnsSetup, secure: boolean): readonly Listener[] {
  const servers = Object.values(apply.nameServers).map(({ address, behavior }) => ({
    addresses: [address],
    names: [],
    behavior,
  }))
  return [...servers, ...apply.resolvers].flatMap(({ addresses, names, behavior }) =>
    addresses.flatMap((address) =>
      transportsOf(behavior, secure && names.length > 0).map((transport) => ({ address, transport, names })),
    ),
  )
}

function transportsOf(behavior: ServerBehavior, https: boolean): readonly Transport[] {
  const all = ['udp', 'tcp', ...(https ? (['https'] as const) : [])] as const
  return all.filter((transport) => behavior[transport] !== 'closed')
}
