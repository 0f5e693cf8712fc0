import { groupsOf } from '../../src/shared/ip.ts'

export const FAMILIES = ['v4', 'v6'] as const
export type Family = (typeof FAMILIES)[number]

/** The addresses of a range as numbers, both ends included. Those of IPv6 are beyond those of IPv4. */
export interface Interval {
  readonly first: bigint
  readonly last: bigint
}

/** Keeps the families apart: 2^128 is divisible by the size of every range. */
const IPV6_START = 2n ** 128n

/** The range must be valid. Bits after its prefix move the whole interval. */
export function intervalOf(range: string): Interval {
  const [address = '', prefix] = range.split('/')
  const isIPv6 = address.includes(':')
  const first = isIPv6 ? IPV6_START + numberOf(groupsOf(address), 16n) : numberOf(address.split('.'), 8n)
  return { first, last: first + 2n ** BigInt((isIPv6 ? 128 : 32) - Number(prefix)) - 1n }
}

function numberOf(parts: readonly (number | string)[], bits: bigint): bigint {
  return parts.reduce((sum, part) => (sum << bits) + BigInt(part), 0n)
}

/** How many addresses are in one or more of the intervals. */
export function sizeOf(intervals: readonly Interval[]): bigint {
  return joined(intervals).reduce((sum, { first, last }) => sum + last - first + 1n, 0n)
}

/** How many addresses both have. */
export function overlap(some: readonly Interval[], others: readonly Interval[]): bigint {
  return sizeOf(some) + sizeOf(others) - sizeOf([...some, ...others])
}

/** The same addresses without overlaps, in order. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = []
  for (const { first, last } of intervals.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = result.at(-1)
    if (before === undefined || before.last < first) result.push({ first, last })
    else if (before.last < last) result.splice(-1, 1, { first: before.first, last })
  }
  return result
}
