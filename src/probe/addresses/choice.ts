import type { ChosenAddress, UncheckedAddresses } from '../../domain/address.ts'
import type { Address } from '../../domain/dns.ts'
import { familyOf } from '../../shared/ip.ts'

/** Addresses of one name that a round requests. */
export const MAX_ADDRESSES = 4

/** An address, and which of several it is. */
export interface Chosen {
  readonly address: Address
  /** Absent if it is the only one. */
  readonly which?: ChosenAddress
}

export interface Choice {
  readonly chosen: readonly Chosen[]
  /** Absent: all addresses were chosen. */
  readonly unchecked?: UncheckedAddresses
}

/**
 * The addresses of a name to request: both families, each address once, in numerical order. Resolvers rotate their
 * answers, so the order in which they arrive must not matter.
 *
 * @param reachable the IP versions with which the runner can connect
 */
export function chooseAddresses(
  addresses: readonly Address[],
  reachable: ReadonlySet<4 | 6>,
  showOrigin = false,
  limit = MAX_ADDRESSES,
): Choice {
  const all = inOrder(addresses)
  const usable = all.filter(({ family }) => reachable.has(family))
  const byFamily = Map.groupBy(usable, ({ family }) => family)
  // With too many addresses, each family still gets half, and what the other one leaves.
  const [ipv4 = [], ipv6 = []] = [byFamily.get(4), byFamily.get(6)]
  const selected = [
    ...ipv4.slice(0, Math.max(Math.ceil(limit / 2), limit - ipv6.length)),
    ...ipv6.slice(0, Math.max(Math.floor(limit / 2), limit - ipv4.length)),
  ]
  const unchecked = {
    ...counted('withoutIpv6', all, (address) => address.family === 6 && !reachable.has(6)),
    ...counted('withoutIpv4', all, (address) => address.family === 4 && !reachable.has(4)),
    ...counted('overLimit', usable, (address) => !selected.includes(address)),
  }
  return {
    chosen: selected.map((address, index) => {
      if (selected.length === 1) return { address }
      const sameFamily = selected.filter(({ family }) => family === address.family)
      return {
        address,
        which: {
          position: index + 1,
          of: selected.length,
          family: address.family,
          ...(sameFamily.length > 1 && { ofFamily: sameFamily.indexOf(address) + 1 }),
          ...(showOrigin && { shown: address.address }),
        },
      }
    }),
    ...(Object.keys(unchecked).length > 0 && { unchecked }),
  }
}

function counted(
  key: keyof UncheckedAddresses,
  addresses: readonly Address[],
  isUnchecked: (address: Address) => boolean,
): UncheckedAddresses {
  const count = addresses.filter(isUnchecked).length
  return count === 0 ? {} : { [key]: count }
}

/** Each address once, IPv4 first. An IPv4-mapped IPv6 address is the IPv4 address. */
export function inOrder(addresses: readonly Address[]): readonly Address[] {
  const byKey = new Map<string, Address>()
  for (const { address } of addresses) {
    const key = numericKey(address)
    byKey.set(
      key,
      key.length === IPV4_DIGITS ? ipv4From(key) : { address: canonicalIpv6(address), family: 6 },
    )
  }
  return [...byKey].toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([, each]) => each)
}

const IPV4_DIGITS = 8
const MAPPED_PREFIX = `${'0'.repeat(20)}ffff`

/** The bytes of an address as hexadecimal digits. */
function numericKey(address: string): string {
  if (familyOf(address) === 4) {
    return address
      .split('.')
      .map((octet) => Number(octet).toString(16).padStart(2, '0'))
      .join('')
  }
  const [head = [], tail] = canonicalIpv6(address.replace(/%.*/, ''))
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':')))
  const groups =
    tail === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  const digits = groups.map((group) => group.padStart(4, '0')).join('')
  return digits.startsWith(MAPPED_PREFIX) ? digits.slice(MAPPED_PREFIX.length) : digits
}

/** The URL parser knows every notation of IPv6, and writes the shortest. It knows no zones. */
function canonicalIpv6(address: string): string {
  return URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1) ?? address
}

function ipv4From(digits: string): Address {
  const octets = digits.match(/../g) ?? []
  return { address: octets.map((octet) => Number.parseInt(octet, 16)).join('.'), family: 4 }
}
