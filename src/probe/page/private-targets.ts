import { BlockList } from 'node:net'
import type { Resolution } from '../../domain/dns.ts'

type Net = readonly [address: string, bits: number, family: 'ipv4' | 'ipv6']

const listOf = (...nets: readonly Net[]): BlockList => {
  const list = new BlockList()
  for (const [address, bits, family] of nets) list.addSubnet(address, bits, family)
  return list
}

/**
 * What a cloud tells a machine of its own, keys among it: link-local addresses, and those of Azure, which runs GitHub's
 * runners, of Oracle, of Alibaba and of Amazon by IPv6. No site has any business there.
 */
const OF_THE_CLOUD = listOf(
  ['169.254.0.0', 16, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['192.0.0.192', 32, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['fe80::', 10, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
)

/** The machine that we run on, and the network that it is in (RFC 1918, RFC 6598, RFC 4193). */
const OF_THE_RUNNER = listOf(
  ['0.0.0.0', 8, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
)

/**
 * Whether a redirect leads where a site of the internet cannot send anybody: into the runner, or into its network. A site
 * that is there itself may lead to its neighbors, and not even that one to what the cloud keeps for the machine.
 *
 * @param place where the redirect leads, and `own` where the site's own name does
 */
export async function isPrivateTarget(
  place: Promise<Resolution>,
  own: Promise<Resolution>,
): Promise<boolean> {
  if (isIn(await place, OF_THE_CLOUD)) return true
  return isIn(await place, OF_THE_RUNNER) && !isIn(await own, OF_THE_RUNNER)
}

function isIn(found: Resolution, list: BlockList): boolean {
  if (found.kind === 'failed') return false
  return found.addresses.some(({ address, family }) => list.check(address, family === 6 ? 'ipv6' : 'ipv4'))
}
