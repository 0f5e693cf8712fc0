import type { DnsAnswer } from '../../domain/dns.ts'
import { cached, type CacheEntry } from '../cache.ts'
import { loadDnsQueries } from '../late-imports.ts'
import { deadline, type Clock } from '../network/clock.ts'
import type { PendingAnswers, ProbeContext, QueryResolvers } from '../types.ts'

/** Milliseconds for one resolver, retries and other transports included. */
const RESOLVER_TIMEOUT = 5000

/** Queries every resolver for the addresses of a name, all at once. */
export function queryResolvers(
  name: string,
  resolvers: readonly string[],
  context: ProbeContext,
): PendingAnswers {
  const answers: (DnsAnswer | undefined)[] = resolvers.map(() => undefined)
  const soFar = (): readonly DnsAnswer[] => answers.filter((answer) => answer !== undefined)
  const queryAll = async (): Promise<readonly DnsAnswer[]> => {
    const { dns } = context.network
    if (dns === undefined || resolvers.length === 0) return []
    const { signal, clear } = deadline(Math.min(RESOLVER_TIMEOUT, context.timeout), context.signal)
    try {
      const { queryAddresses } = await loadDnsQueries()
      await Promise.all(
        resolvers.map(async (address, index) => {
          const server = { server: address, address, recursive: true }
          answers[index] = await queryAddresses(name, server, dns, { ...context, signal })
        }),
      )
      return soFar()
    } finally {
      clear()
    }
  }
  const all = queryAll()
  // Prevents an unhandled rejection when no caller awaits it.
  void all.catch(() => undefined)
  return { soFar, all }
}

/** Milliseconds for which sites share answers, so that public resolvers don't rate-limit us. */
const ANSWER_MAX_AGE = 15_000

/** `queryResolvers` for many sites: it queries once for all sites with the same name. */
export function sharedResolvers(clock: Clock): QueryResolvers {
  const queries = new Map<string, CacheEntry<PendingAnswers>>()
  return (name, resolvers, context) =>
    cached(queries, [name, ...resolvers].join(' '), ANSWER_MAX_AGE, clock, () =>
      queryResolvers(name, resolvers, context),
    )
}
