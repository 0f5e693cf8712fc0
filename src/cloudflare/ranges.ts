import { BlockList } from 'node:net'
import { includes, isIP, typeOf } from '../shared/ip.ts'
import { IPV4_RANGES, IPV6_RANGES } from './published-ranges.ts'

/** Cloudflare's published ranges, https://www.cloudflare.com/ips/, as of `RANGES_DATE`. */
export const CLOUDFLARE_RANGES: readonly string[] = [...IPV4_RANGES, ...IPV6_RANGES]

/** The fewest ranges of a valid fetched list. Cloudflare has had more for ten years. */
const MIN_RANGES = 5
/** The shortest valid prefixes. A larger network would cover much of the internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 } as const
const MAX_LIST_LENGTH = 10_000

/**
 * The ranges of https://www.cloudflare.com/ips-v4 or -v6, one per line. Undefined unless every line is a range of that
 * family: the URL has returned an HTML page with status 200 before.
 */
export function rangesIn(text: string, family: 4 | 6): readonly string[] | undefined {
  if (text.length > MAX_LIST_LENGTH) return undefined
  const lines = text.trim().split(/\r?\n/)
  return lines.length >= MIN_RANGES && lines.every((line) => isRange(line, family)) ? lines : undefined
}

function isRange(line: string, family: 4 | 6): boolean {
  const [, network = '', prefix = ''] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(line) ?? []
  const right = isIP(network) === family
  return right && Number(prefix) >= SHORTEST_PREFIX[family] && Number(prefix) <= (family === 4 ? 32 : 128)
}

const lists = new WeakMap<readonly string[], BlockList>()

function listOf(ranges: readonly string[]): BlockList {
  const known = lists.get(ranges)
  if (known !== undefined) return known
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/')
    list.addSubnet(network, Number(prefix), typeOf(network))
  }
  lists.set(ranges, list)
  return list
}

/**
 * Whether an address is one of Cloudflare's. Customers who bring their own ranges are proxied from addresses outside
 * this list, so `false` doesn't prove the opposite.
 *
 * @param ranges a newer list than the built-in one; empty without one
 */
export function inCloudflareRanges(address: string, ranges: readonly string[] = []): boolean {
  const list = listOf(ranges.length === 0 ? CLOUDFLARE_RANGES : ranges)
  return includes(list, address)
}
