import { BlockList, isIPv4, isIPv6 } from 'node:net'

type Subnet = readonly [address: string, bits: number]

/** Address ranges that are not part of the public internet (RFC 6890). */
const RANGES = {
  unspecified: [
    ['0.0.0.0', 8],
    ['::', 128],
  ],
  loopback: [
    ['127.0.0.0', 8],
    ['::1', 128],
  ],
  /** RFC 1918, and RFC 4193 for IPv6. */
  private: [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['fc00::', 7],
  ],
  /** Carrier-grade NAT (RFC 6598). */
  shared: [['100.64.0.0', 10]],
  linkLocal: [
    ['169.254.0.0', 16],
    ['fe80::', 10],
  ],
  /** Metadata services outside the link-local range: Azure (GitHub's runners), Oracle, Alibaba and AWS over IPv6. */
  cloudMetadata: [
    ['168.63.129.16', 32],
    ['192.0.0.192', 32],
    ['100.100.100.200', 32],
    ['fd00:ec2::254', 128],
  ],
} as const satisfies Readonly<Record<string, readonly Subnet[]>>

type Group = keyof typeof RANGES

const PRIVATE: readonly Group[] = ['loopback', 'private', 'shared', 'linkLocal']
const RUNNER_NETWORK: readonly Group[] = ['unspecified', 'loopback', 'private', 'shared']
const CLOUD_METADATA: readonly Group[] = ['linkLocal', 'cloudMetadata']

const lists = new Map<readonly Group[], BlockList>()

/** The list of these ranges, made on first use: rejected inputs need none. */
function listOf(groups: readonly Group[]): BlockList {
  const known = lists.get(groups)
  if (known !== undefined) return known
  const list = new BlockList()
  for (const [address, bits] of groups.flatMap((group): readonly Subnet[] => RANGES[group])) {
    list.addSubnet(address, bits, typeOf(address))
  }
  lists.set(groups, list)
  return list
}

/** Whether an address means different machines in different networks. */
export function isPrivate(address: string): boolean {
  return includes(listOf(PRIVATE), address)
}

/** Whether an address is the runner itself or may be in its network. */
export function isRunnerNetwork(address: string): boolean {
  return includes(listOf(RUNNER_NETWORK), address)
}

/** Whether a cloud may serve a machine's own metadata, with its credentials, at an address. */
export function isCloudMetadata(address: string): boolean {
  return includes(listOf(CLOUD_METADATA), address)
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
