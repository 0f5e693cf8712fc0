import type { DnsAnswer } from '../../domain/dns.ts'
import { deadline } from '../network/clock.ts'
import type { ProbeContext } from '../http/exchange.ts'

/** Milliseconds that a resolver is given at most, fallbacks included. */
const PATIENCE = 5000

/** Resolvers that were asked, and what they have said by now. */
export interface PendingAnswers {
  readonly soFar: () => readonly DnsAnswer[]
  /** What each of them says, in the order they were asked for. Silence is told as such. */
  readonly all: Promise<readonly DnsAnswer[]>
}

/** Asks every resolver for the addresses of a name, at the same moment. */
export function queryResolvers(name: string, servers: readonly string[], way: ProbeContext): PendingAnswers {
  const told: (DnsAnswer | undefined)[] = servers.map(() => undefined)
  const soFar = (): readonly DnsAnswer[] => told.filter((each) => each !== undefined)
  const ask = async (): Promise<readonly DnsAnswer[]> => {
    const { network } = way
    const { dns } = network
    if (dns === undefined || servers.length === 0) return []
    const { signal, clear } = deadline(Math.min(PATIENCE, way.timeout), way.signal)
    try {
      // Reading packets takes a package, which is loaded while the other probes wait for the network.
      const { queryAddresses } = await import('./addresses.ts')
      await Promise.all(
        servers.map(async (address, index) => {
          told[index] = await queryAddresses(name, { server: address, address, recursive: true }, dns, {
            ...way,
            signal,
          })
        }),
      )
      return soFar()
    } finally {
      clear()
    }
  }
  const all = ask()
  // Not everybody waits for it; whoever does is told.
  void all.catch(() => undefined)
  return { soFar, all }
}
