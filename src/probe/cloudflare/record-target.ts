import { isIP } from '../../shared/ip.ts'
import type { RecordEntry } from '../../cloudflare/api/zone.ts'
import type { OriginTarget } from '../../domain/config.ts'
import { familyOf, isPrivate, sameAddress } from '../../shared/ip.ts'
import type { ProbeContext } from '../types.ts'

/**
 * Whether the records point to an origin. Null if that can't be compared: private addresses, no common address
 * family, or a name that doesn't resolve. Resolved addresses are reported before they are compared.
 */
export async function recordsPointTo(
  { host }: OriginTarget,
  records: readonly RecordEntry[],
  context: ProbeContext,
): Promise<boolean | null> {
  if (records.some(({ content }) => content === host.toLowerCase())) return true
  const [ofOrigin, ofRecords] = await Promise.all([
    addressesOf(host, context),
    Promise.all(records.map(({ content }) => addressesOf(content, context))).then((all) => all.flat()),
  ])
  const comparable = ofOrigin.filter(
    (address) => !isPrivate(address) && ofRecords.some((other) => familyOf(address) === familyOf(other)),
  )
  if (comparable.length === 0) return null
  return comparable.some((address) => ofRecords.some((other) => sameAddress(address, other)))
}

/** The addresses of a host; empty if it doesn't resolve. */
async function addressesOf(host: string, context: ProbeContext): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  try {
    const addresses = (await context.network.lookup(host)).map(({ address }) => address)
    context.onAddresses(addresses)
    return addresses
  } catch {
    return []
  }
}
