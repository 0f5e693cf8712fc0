import type { Names } from '../network/routes.ts'
import { openCache } from './cache.ts'
import { isReachable, saidBy } from './behavior.ts'
import { resolveWith } from './resolve.ts'
import type { DnsStage } from './setup.ts'

/**
 * What a resolver makes of a name, as getaddrinfo tells it: for ground where the product cannot ask it over the wire.
 * IPv4 before IPv6; a failure by its code.
 */
export function addressesBy(stage: DnsStage, resolver: string, name: string): Names[string] {
  const server = stage.resolvers.find(({ addresses }) => addresses.includes(resolver))
  if (server === undefined || !isReachable(server.conduct)) return 'EAI_AGAIN'
  const cache = openCache(() => 0)
  cache.prime(server)
  const said = (['A', 'AAAA'] as const).map((type) => {
    const question = { name, type }
    return saidBy(server.conduct, question, false, () => resolveWith(cache, stage, false, question, false))
  })
  const addresses = said.flatMap(({ answers }) =>
    answers.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data),
  )
  if (addresses.length > 0) return addresses
  if (said.some(({ rcode }) => rcode === 'SERVFAIL' || rcode === 'REFUSED')) return 'EAI_AGAIN'
  return said.some(({ rcode }) => rcode === 'NXDOMAIN') ? 'ENOTFOUND' : 'ENODATA'
}
