import { isIP } from '../../src/shared/ip.ts'
import { member, parseJson } from '../../src/shared/json.ts'
import { SPECIAL_ADDRESSES } from '../../src/shared/special-addresses.ts'
import { FAMILIES, intervalOf, overlap, sizeOf, type Family, type Interval } from './intervals.ts'

/** Cloudflare's ranges by family, such as `104.16.0.0/13`. */
export interface Lists {
  readonly v4: readonly string[]
  readonly v6: readonly string[]
}

/** What a valid list has. IPv4 has 15 ranges, with 1.5 million addresses, and IPv6 has 7 with those of 14 `/32`. */
const PLAUSIBLE = {
  v4: { shortest: 10, longest: 32, fewest: 5, most: 200, smallest: 2n ** 18n, largest: 2n ** 24n },
  v6: { shortest: 20, longest: 128, fewest: 5, most: 200, smallest: 2n ** 97n, largest: 2n ** 108n },
} as const

const NAMES = { v4: 'IPv4', v6: 'IPv6' } as const

/** Networks that are not part of the public internet. */
const SPECIAL: readonly (readonly [range: string, interval: Interval])[] = Object.values(SPECIAL_ADDRESSES)
  .flatMap((group) => group.split(' '))
  .map((range) => [range, intervalOf(range)])

/** https://www.iana.org/assignments/ipv6-address-space/ */
const PUBLIC_IPV6 = intervalOf('2000::/3')

/**
 * The ranges in texts as Cloudflare publishes them: one range per line, or the JSON of its API. Both families may be in
 * one text.
 *
 * @throws {Error} if a line is not a range, or if the lists cannot be complete
 */
export function listsIn(texts: readonly string[]): Lists {
  const ranges = texts.flatMap(entriesIn).map(checkedRange)
  const repeated = ranges.find((range, at) => ranges.indexOf(range) !== at)
  if (repeated !== undefined) throw new Error(`${repeated} is in the lists twice.`)
  const v6 = ranges.filter((range) => range.includes(':'))
  const v4 = ranges.filter((range) => !range.includes(':'))
  for (const family of FAMILIES) requirePlausible(family, family === 'v4' ? v4 : v6)
  requireDisjoint(ranges)
  return { v4, v6 }
}

/** For few ranges: it compares each with each. */
function requireDisjoint(ranges: readonly string[]): void {
  for (const [at, range] of ranges.entries()) {
    const other = ranges.slice(0, at).find((each) => overlap([intervalOf(each)], [intervalOf(range)]) > 0n)
    if (other !== undefined) throw new Error(`${range} and ${other} overlap. Cloudflare's ranges never do.`)
  }
}

function entriesIn(text: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) return text.trim().split(/\s*\n\s*/)
  const result = member(parseJson(text), 'result')
  const lists = [member(result, 'ipv4_cidrs'), member(result, 'ipv6_cidrs')]
  if (!lists.every((list) => Array.isArray(list) && list.every((entry) => typeof entry === 'string')))
    throw new Error(
      'The JSON has no lists `result.ipv4_cidrs` and `result.ipv6_cidrs`. Use what https://api.cloudflare.com/client/v4/ips returns.',
    )
  return lists.flat().map(String)
}

/** The range as it is written in the source. */
function checkedRange(entry: string): string {
  const shown = JSON.stringify(entry.slice(0, 60))
  const [, address = '', digits = ''] = /^([\da-f.:]+)\/(\d|[1-9]\d{1,2})$/i.exec(entry) ?? []
  if (isIP(address) === 0)
    throw new Error(
      `${shown} is not a range. Use Cloudflare's lists, such as https://www.cloudflare.com/ips-v4, or the JSON of its API.`,
    )
  const family: Family = address.includes(':') ? 'v6' : 'v4'
  const { shortest, longest } = PLAUSIBLE[family]
  const prefix = Number(digits)
  if (prefix < shortest || prefix > longest)
    throw new Error(`${shown} has an implausible length. Expected /${shortest} to /${longest}.`)
  const range = `${family === 'v6' ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address}/${prefix}`
  const interval = intervalOf(range)
  if (interval.first % (interval.last - interval.first + 1n) !== 0n)
    throw new Error(`${shown} has bits after its prefix. It is an address in a network, not a network.`)
  const special = SPECIAL.find(([, each]) => overlap([interval], [each]) > 0n)
  if (special) throw new Error(`${shown} overlaps ${special[0]}, which is not part of the public internet.`)
  if (family === 'v6' && overlap([interval], [PUBLIC_IPV6]) === 0n)
    throw new Error(`${shown} is outside 2000::/3, where all public IPv6 addresses are.`)
  return range
}

function requirePlausible(family: Family, ranges: readonly string[]): void {
  const { fewest, most, smallest, largest } = PLAUSIBLE[family]
  if (ranges.length === 0)
    throw new Error(
      `There are no ${NAMES[family]} ranges. Pass both lists (--from FILE_OR_URL --v6 FILE_OR_URL), or the JSON of https://api.cloudflare.com/client/v4/ips.`,
    )
  if (ranges.length < fewest || ranges.length > most)
    throw new Error(
      `${ranges.length} ${NAMES[family]} ranges are implausible. Expected ${fewest} to ${most}: compare with https://www.cloudflare.com/ips/.`,
    )
  const size = sizeOf(ranges.map(intervalOf))
  if (size < smallest || size > largest)
    throw new Error(
      `${size} addresses in the ${NAMES[family]} ranges are implausible. Expected ${smallest} to ${largest}: compare with https://www.cloudflare.com/ips/.`,
    )
}
