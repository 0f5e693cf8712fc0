import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { DnsAnswer } from '../domain/dns.ts'

/**
 * Addresses beside Cloudflare's to which somebody was led by the site's own name, at a look: of a grey cloud, or of a record
 * that was proxied later. They are an origin's as a rule, whether or not one was given.
 */
export function resolvedOrigins({
  dns,
  resolvers,
  ownResolver,
  nameServers,
  ranges,
}: Evidence): readonly string[] {
  const told: readonly (DnsAnswer | NonNullable<Evidence['dns']>)[] = [
    ...(dns === undefined ? [] : [dns]),
    ...[resolvers, ownResolver, nameServers].flatMap((each) => each ?? []),
  ]
  return told
    .flatMap((each) => (each.kind === 'resolved' ? each.addresses : []))
    .map(({ address }) => address)
    .filter((address) => !inCloudflareRanges(address, ranges))
}
