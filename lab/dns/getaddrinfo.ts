import type { NameTable } from '../network/routes.ts'
import { openCache } from './cache.ts'
import { isReachable, answerAs } from './behavior.ts'
import { resolveWithCache } from './recursive.ts'
import type { DnsSetup } from './setup.ts'

/**
 * How getaddrinfo would resolve a name with this resolver, for networks without DNS servers. IPv4 comes before
 * IPv6. Failures are codes.
 */
export function getaddrinfo(stage: DnsSetup, resolver: string, name: string): NameTable[string] {
  const server = stage.resolvers.find(({ addresses }) => addresses.includes(resolver))
  if (server === undefined || !isReachable(server.behavior)) return 'EAI_AGAIN'
  const cache = openCache(() => 0)
  cache.preload(server)
  const said = (['A', 'AAAA'] as const).map((type) => {
    const question = { name, type }
    return answerAs(server.behavior, question, false, () =>
      resolveWithCache(cache, stage, false, question, false),
    )
  })
  const addresses = said.flatMap(({ answers }) =>
    answers.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data),
  )
  if (addresses.length > 0) return addresses
  if (said.some(({ rcode }) => rcode === 'SERVFAIL' || rcode === 'REFUSED')) return 'EAI_AGAIN'
  return said.some(({ rcode }) => rcode === 'NXDOMAIN') ? 'ENOTFOUND' : 'ENODATA'
}
