import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { DnsAnswer } from '../domain/dns.ts'

/**
 * Addresses outside Cloudflare that the site's own name resolved to in a round: of a DNS-only record, or of one that
 * was proxied later. They are usually the origin's, whether or not the user configured one.
 */
export function resolvedOrigins({
  dns,
  resolvers,
  ownResolver,
  nameServers,
  ranges,
}: Evidence): readonly string[] {
  const answers: readonly (DnsAnswer | NonNullable<Evidence['dns']>)[] = [
    ...(dns === undefined ? [] : [dns]),
    ...[resolvers, ownResolver, nameServers].flatMap((list) => list ?? []),
  ]
  return answers
    .flatMap((answer) => (answer.kind === 'resolved' ? answer.addresses : []))
    .map(({ address }) => address)
    .filter((address) => !inCloudflareRanges(address, ranges))
}
