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

function listOf(...groups: readonly (keyof typeof RANGES)[]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of groups.flatMap((group): readonly Subnet[] => RANGES[group])) {
    list.addSubnet(address, bits, typeOf(address))
  }
  return list
}

const PRIVATE = listOf('loopback', 'private', 'shared', 'linkLocal')
const RUNNER_NETWORK = listOf('unspecified', 'loopback', 'private', 'shared')
const CLOUD_METADATA = listOf('linkLocal', 'cloudMetadata')

/** Whether an address means different machines in different networks. */
export function isPrivate(address: string): boolean {
  return includes(PRIVATE, address)
}

/** Whether an address is the runner itself or may be in its network. */
export function isRunnerNetwork(address: string): boolean {
  return includes(RUNNER_NETWORK, address)
}

/** Whether a cloud may serve a machine's own metadata, with its credentials, at an address. */
export function isCloudMetadata(address: string): boolean {
  return includes(CLOUD_METADATA, address)
}

/** Whether a list has an address. Text that is not an address is in no list. */
export function includes(list: BlockList, address: string): boolean {
  const type = typeOf(address)
  return (type === 'ipv6' ? isIPv6(address) : isIPv4(address)) && list.check(address, type)
}

/** Whether two addresses are the same one, however they are written. */
export function sameAddress(a: string, b: string): boolean {
  if (familyOf(a) !== familyOf(b)) return false
  const list = new BlockList()
  list.addAddress(b, typeOf(b))
  return list.check(a, typeOf(a))
}

/** The family of an address. By its colon: `net.isIPv6` takes 5 ms on its first call. */
export function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4
}

export function typeOf(address: string): 'ipv4' | 'ipv6' {
  return familyOf(address) === 6 ? 'ipv6' : 'ipv4'
}
