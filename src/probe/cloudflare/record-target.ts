import { isIP } from 'node:net'
import { familyOf, isPrivate, sameAddress } from '../../shared/ip.ts'
import type { RecordEntry } from '../../cloudflare/api/zone.ts'
import type { OriginTarget } from '../../domain/config.ts'
import type { ProbeContext } from '../http/exchange.ts'

/**
 * Whether the records lead to an origin; null where the two cannot be compared: an address inside of a network, one of
 * IPv4 against one of IPv6, a name that does not resolve. What is resolved is revealed before it is compared.
 */
export async function pointsToOrigins(
  { host }: OriginTarget,
  records: readonly RecordEntry[],
  way: ProbeContext,
): Promise<boolean | null> {
  if (records.some(({ content }) => content === host.toLowerCase())) return true
  const [ours, theirs] = await Promise.all([
    addressesOf(host, way),
    Promise.all(records.map(({ content }) => addressesOf(content, way))).then((all) => all.flat()),
  ])
  const comparable = ours.filter(
    (address) => !isPrivate(address) && theirs.some((other) => familyOf(address) === familyOf(other)),
  )
  if (comparable.length === 0) return null
  return comparable.some((address) => theirs.some((other) => sameAddress(address, other)))
}

/** The public addresses of a host; an address is its own. */
async function addressesOf(host: string, way: ProbeContext): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  try {
    const addresses = (await way.network.lookup(host)).map(({ address }) => address)
    way.onAddresses(addresses)
    return addresses
  } catch {
    return []
  }
}
