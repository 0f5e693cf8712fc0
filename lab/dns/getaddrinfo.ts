import type { NameTable } from '../network/routes.ts'
import { openCache } from './cache.ts'
import { isReachable, answerAs } from './behavior.ts'
import { resolveWithCache } from './recursive.ts'
import type { DnsSetup } from './setup.ts'

/**
 * How getaddrinfo would resolve a name with this resolver, for networks without DNS servers. IPv4 comes before
 * IPv6. Failures are codes.
 */
export function getaddrinfo(setup: DnsSetup, resolver: string, name: string): NameTable[string] {
  const found = setup.resolvers.find(({ addresses }) => addresses.includes(resolver))
  if (found === undefined || !isReachable(found.behavior)) return 'EAI_AGAIN'
  const cache = openCache(() => 0)
  cache.preload(found)
  const answers = (['A', 'AAAA'] as const).map((type) => {
    const question = { name, type }
    return answerAs(found.behavior, question, false, () =>
      resolveWithCache(cache, setup, false, question, false),
    )
  })
  const addresses = answers.flatMap(({ answers: records }) =>
    records.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data),
  )
  if (addresses.length > 0) return addresses
  if (answers.some(({ rcode }) => rcode === 'SERVFAIL' || rcode === 'REFUSED')) return 'EAI_AGAIN'
  return answers.some(({ rcode }) => rcode === 'NXDOMAIN') ? 'ENOTFOUND' : 'ENODATA'
}
