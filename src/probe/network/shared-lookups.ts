import type { Address } from '../../domain/dns.ts'
import type { Clock } from './clock.ts'
import { queryResolvers, type PendingAnswers } from '../dns/resolvers.ts'
import type { ProbeContext } from '../http/exchange.ts'
import type { Network } from './network.ts'

/** Milliseconds for which what one site was told of a name is as good as new to another. */
const FRESH = 1000
/** The same for what several resolvers say, who would soon be tired of being asked. */
const FRESH_ELSEWHERE = 15_000

/** A network for many sites: names that they have in common are looked up once for all that look at that moment. */
export function sharedNetwork(network: Network, clock: Clock): Network {
  return { ...network, lookup: fresh(clock, FRESH, (host: string) => network.lookup(host)) }
}

/** Asks the resolvers for many sites: once for those that have a name in common. */
export function sharedResolvers(clock: Clock): typeof queryResolvers {
  const known = new Map<string, CacheEntry<PendingAnswers>>()
  return (name, servers, way: ProbeContext) =>
    lately(known, [name, ...servers].join(' '), FRESH_ELSEWHERE, clock, () =>
      queryResolvers(name, servers, way),
    )
}

interface CacheEntry<T> {
  readonly at: number
  readonly value: T
}

function fresh(
  clock: Clock,
  ms: number,
  ask: (host: string) => Promise<readonly Address[]>,
): (host: string) => Promise<readonly Address[]> {
  const known = new Map<string, CacheEntry<Promise<readonly Address[]>>>()
  return (host) => lately(known, host, ms, clock, () => ask(host))
}

function lately<T>(
  known: Map<string, CacheEntry<T>>,
  key: string,
  ms: number,
  clock: Clock,
  make: () => T,
): T {
  const now = clock.monotonic()
  const before = known.get(key)
  if (before !== undefined && now - before.at < ms) return before.value
  const value = make()
  known.set(key, { at: now, value })
  return value
}
