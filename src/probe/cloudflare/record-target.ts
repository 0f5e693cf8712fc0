import { BlockList, isIP, isIPv6 } from 'node:net'
import type { RecordEntry } from '../../cloudflare/api/zone.ts'
import type { OriginTarget } from '../../domain/config.ts'
import type { ProbeContext } from '../http/exchange.ts'

/** Addresses that say nothing about where the internet would find the same machine (RFC 6890). */
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4')
INSIDE.addSubnet('fc00::', 7, 'ipv6')
INSIDE.addSubnet('fe80::', 10, 'ipv6')
INSIDE.addAddress('::1', 'ipv6')

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
    (address) => !isInside(address) && theirs.some((other) => sameFamily(address, other)),
  )
  if (comparable.length === 0) return null
  return comparable.some((address) => theirs.some((other) => isSame(address, other)))
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

const sameFamily = (a: string, b: string): boolean => isIPv6(a) === isIPv6(b)

function isInside(address: string): boolean {
  return INSIDE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function isSame(a: string, b: string): boolean {
  if (!sameFamily(a, b)) return false
  const list = new BlockList()
  list.addAddress(b, isIPv6(b) ? 'ipv6' : 'ipv4')
  return list.check(a, isIPv6(a) ? 'ipv6' : 'ipv4')
}
