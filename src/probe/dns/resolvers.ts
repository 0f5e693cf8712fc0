import type { Told } from '../../domain/dns.ts'
import { deadline } from '../network/clock.ts'
import type { Way } from '../http/exchange.ts'

/** Milliseconds that a resolver is given at most, fallbacks included. */
const PATIENCE = 5000

/** Resolvers that were asked, and what they have said by now. */
export interface Asking {
  readonly soFar: () => readonly Told[]
  /** What each of them says, in the order they were asked for. Silence is told as such. */
  readonly all: Promise<readonly Told[]>
}

/** Asks every resolver for the addresses of a name, at the same moment. */
export function askResolvers(name: string, servers: readonly string[], way: Way): Asking {
  const told: (Told | undefined)[] = servers.map(() => undefined)
  const soFar = (): readonly Told[] => told.filter((each) => each !== undefined)
  const ask = async (): Promise<readonly Told[]> => {
    const { network } = way
    const { dns } = network
    if (dns === undefined || servers.length === 0) return []
    const { signal, clear } = deadline(Math.min(PATIENCE, way.timeout), way.signal)
    try {
      // Reading packets takes a package, which is loaded while the other probes wait for the network.
      const { tell } = await import('./addresses.ts')
      await Promise.all(
        servers.map(async (address, index) => {
          told[index] = await tell(name, { server: address, address, recursive: true }, dns, {
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
