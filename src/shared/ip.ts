import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { SPECIAL_ADDRESSES } from './special-addresses.ts'
import { isMetadataName, networkOfName } from './special-names.ts'

type Group = keyof typeof SPECIAL_ADDRESSES

/** The ranges of a group. A `BlockList` takes microseconds for each address, and a run may have 100,000 of IPv4. */
interface Ranges {
  readonly ipv4: readonly { readonly first: number; readonly size: number }[]
  readonly ipv6: BlockList
}

const known = new Map<Group, Ranges>()

/** Made on first use: rejected inputs need none. */
function rangesOf(group: Group): Ranges {
  const made = known.get(group)
  if (made !== undefined) return made
  const all = SPECIAL_ADDRESSES[group].split(' ').map((range) => range.split('/'))
  const ipv6 = new BlockList()
  for (const [network = '', bits] of all)
    if (familyOf(network) === 6) ipv6.addSubnet(network, Number(bits), 'ipv6')
  const ipv4 = all
    .filter(([network = '']) => familyOf(network) === 4)
    .map(([network = '', bits]) => ({ first: numberOf(network), size: 2 ** (32 - Number(bits)) }))
  known.set(group, { ipv4, ipv6 })
  return { ipv4, ipv6 }
}

function isInRanges({ ipv4, ipv6 }: Ranges, address: string): boolean {
  if (familyOf(address) === 6) return includes(ipv6, address)
  const number = numberOf(address)
  return ipv4.some(({ first, size }) => number >= first && number < first + size)
}

/** An IPv4 address as a number. */
function numberOf(address: string): number {
  return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
}

/** Whether an address is in one of the groups, or an IPv4 address in it is. */
function isIn(address: string, ...groups: readonly Group[]): boolean {
  if (isIP(address) === 0) return false
  const all = [address, ...embeddedIPv4(address)]
  return groups.some((group) => all.some((each) => isInRanges(rangesOf(group), each)))
}

/** Whether an address means different machines in different networks. */
export function isPrivate(address: string): boolean {
  return isIn(address, 'local', 'private', 'linkLocal')
}

/** Whether an address, or a name, is that of a service that gives a cloud machine its credentials. */
export function isCloudMetadata(host: string): boolean {
  return isIn(host, 'linkLocal', 'cloudMetadata') || isMetadataName(host)
}

/** Whether an address stands for no server, by Cloudflare's documentation. */
export function isPlaceholder(address: string): boolean {
  return isIn(address, 'placeholder')
}

/**
 * The network that an address belongs to. `local`: the machine itself; `private`: its own network; `unusable`: one
 * where no site can be. Addresses for documentation count as public: the lab uses them.
 */
export function networkOf(address: string): 'public' | 'private' | 'local' | 'metadata' | 'unusable' {
  if (isCloudMetadata(address)) return 'metadata'
  if (isIn(address, 'local')) return 'local'
  if (isIn(address, 'private', 'benchmarking')) return 'private'
  return isIn(address, 'other') ? 'unusable' : 'public'
}

/** Whether a host means the same server everywhere: a name of the public DNS, or a public address. */
export function isPublicHost(host: string): boolean {
  return isIP(host) === 0 ? networkOfName(host) === undefined : networkOf(host) === 'public'
}

/**
 * The IPv4 addresses in an IPv6 address: mapped, compatible (RFC 4291), translated (RFC 7915), NAT64 (RFC
 * 6052, RFC 8215), 6to4 (RFC 3056), Teredo's server and client (RFC 4380), ISATAP (RFC 5214).
 */
export function embeddedIPv4(address: string): readonly string[] {
  if (familyOf(address) === 4) return []
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groupsOf(address)
  const last = dotted(g, h)
  if (isZero(a, b, c, d, e)) return f === 0xffff || f === 0 ? [last] : []
  if (isZero(a, b, c, d, f) && e === 0xffff) return [last]
  if (a === 0x64 && b === 0xff9b && isZero(c, d, e, f)) return [last]
  // Networks choose the length of the prefix: 48, 56, 64 or 96 bits. Bits 64 to 71 are zero.
  if (a === 0x64 && b === 0xff9b && c === 1) {
    const bytes = [d >> 8, d & 0xff, e & 0xff, f >> 8, f & 0xff, g >> 8]
    const others = [bytes.slice(0, 4), bytes.slice(1, 5), bytes.slice(2, 6)]
    return [last, ...others.filter(([first]) => first !== 0).map((parts) => parts.join('.'))]
  }
  if (a === 0x2002) return [dotted(b, c)]
  if (a === 0x2001 && b === 0) return [dotted(c, d), dotted(g ^ 0xffff, h ^ 0xffff)]
  return isZero(e & ~0x200) && f === 0x5efe ? [last] : []
}

function isZero(...groups: readonly number[]): boolean {
  return groups.every((group) => group === 0)
}

/** The eight groups of an IPv6 address. */
export function groupsOf(address: string): readonly number[] {
  const [plain = ''] = address.split('%')
  const halves = new URL(`http://[${plain}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))))
  const [start = [], end = []] = halves
  return [...start, ...Array<number>(8 - start.length - end.length).fill(0), ...end]
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
}

/** Whether a list has an address. Text that is not an address is in no list. */
export function includes(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, typeOf(address))
}

/** Whether two addresses are the same one, however they are written. */
export function sameAddress(a: string, b: string): boolean {
  if (familyOf(a) !== familyOf(b)) return false
  const list = new BlockList()
  list.addAddress(b, typeOf(b))
  return list.check(a, typeOf(a))
}

/**
 * The version of an IP address, or 0 if the text is not one. Cheaper than `net.isIP`: the pattern of `net.isIPv6` takes
 * 5 ms on its first call, so only text with a colon reaches it.
 */
export function isIP(text: string): 0 | 4 | 6 {
  if (text.includes(':')) return isIPv6(text) ? 6 : 0
  return isIPv4(text) ? 4 : 0
}

/** The family of an address. */
export function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4
}

export function typeOf(address: string): 'ipv4' | 'ipv6' {
  return familyOf(address) === 6 ? 'ipv6' : 'ipv4'
}
