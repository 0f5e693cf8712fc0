import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Address } from '../../../src/domain/dns.ts'
import { chooseAddresses, inOrder, MAX_ADDRESSES } from '../../../src/probe/addresses/choice.ts'
import { address } from '../../support/wire.ts'

const BOTH: ReadonlySet<4 | 6> = new Set([4, 6])
const V4 = ['203.0.113.9', '203.0.113.10', '203.0.113.20', '203.0.113.30', '203.0.113.100'] as const
const V6 = ['2001:db8::9', '2001:db8::10', '2001:db8::20', '2001:db8::30'] as const

const texts = (addresses: readonly Address[]): readonly string[] => addresses.map((each) => each.address)
const chosen = (addresses: readonly string[], reachable = BOTH): readonly string[] =>
  texts(chooseAddresses(addresses.map(address), reachable).chosen.map((each) => each.address))

describe('the addresses of a name that are requested', () => {
  test.each<readonly [name: string, addresses: readonly string[], expected: readonly string[]]>([
    ['one', [V4[0]], [V4[0]]],
    ['both families', [V6[0], V4[0]], [V4[0], V6[0]]],
    ['in numerical order', [V4[4], V4[1], V4[0]], [V4[0], V4[1], V4[4]]],
    ['at most four', V4, V4.slice(0, 4)],
    ['half of each family, if there are too many', [...V4, ...V6], [...V4.slice(0, 2), ...V6.slice(0, 2)]],
    ['what the other family leaves', [...V4, V6[0]], [...V4.slice(0, 3), V6[0]]],
    ['duplicates once', [V4[0], V4[0], V6[0], '2001:DB8:0::9'], [V4[0], V6[0]]],
    ['an IPv4-mapped address as IPv4', ['::ffff:203.0.113.9', V4[1]], [V4[0], V4[1]]],
    ['a mapped duplicate once', ['::ffff:cb00:7109', V4[0]], [V4[0]]],
  ])('%s', (_, addresses, expected) => {
    expect(chosen(addresses)).toEqual(expected)
  })

  test('leave out a family without a route, and count it', () => {
    const { chosen: all, unchecked } = chooseAddresses([...V4, ...V6].map(address), new Set([4] as const))
    expect(texts(all.map((each) => each.address))).toEqual(V4.slice(0, 4))
    expect(unchecked).toEqual({ withoutIpv6: 4, overLimit: 1 })
  })

  test('know their family and their position in it, and show themselves only if allowed', () => {
    const whichOf = (showOrigin: boolean) =>
      chooseAddresses([V4[1], V6[0], V4[0]].map(address), BOTH, showOrigin).chosen.map(({ which }) => which)
    expect(whichOf(false)).toEqual([
      { position: 1, of: 3, family: 4, ofFamily: 1 },
      { position: 2, of: 3, family: 4, ofFamily: 2 },
      { position: 3, of: 3, family: 6 },
    ])
    expect(whichOf(true).map((which) => which?.shown)).toEqual([V4[0], V4[1], V6[0]])
  })

  test('are the same in whatever order and notation they arrive', () => {
    const any = fc.uniqueArray(fc.oneof(fc.ipV4(), fc.ipV6()), { minLength: 1, maxLength: 8 })
    const property = fc.property(any, (all) => {
      const [first = '203.0.113.9', ...rest] = all
      const expected = chosen(all)
      expect(chosen([...rest, first, first])).toEqual(expected)
      expect(expected.length).toBe(Math.min(inOrder(all.map(address)).length, MAX_ADDRESSES))
    })
    fc.assert(property, { numRuns: 200 })
  })
})
