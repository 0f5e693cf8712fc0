import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { IPV4_RANGES, IPV6_RANGES } from '../../src/cloudflare/published-ranges.ts'
import { CLOUDFLARE_RANGES, inCloudflareRanges, rangesIn } from '../../src/cloudflare/ranges.ts'

describe('an address is in a Cloudflare range', () => {
  test.each([
    ['104.16.0.0', true],
    ['104.23.255.255', true],
    ['104.27.255.255', true],
    ['104.15.255.255', false],
    ['104.28.0.0', false],
    ['173.245.48.1', true],
    ['173.245.64.0', false],
    ['131.0.75.255', true],
    ['131.0.76.0', false],
    ['162.159.255.255', true],
    ['162.160.0.0', false],
    ['203.0.113.10', false],
    ['127.0.0.1', false],
    ['2606:4700::6810:1', true],
    ['2606:4700:ffff:ffff:ffff:ffff:ffff:ffff', true],
    ['2606:4701::', false],
    ['2A06:98C0::1', true],
    ['2a06:98c7:ffff::1', true],
    ['2a06:98c8::', false],
    ['2001:db8::10', false],
    ['::1', false],
    ['::ffff:104.16.10.10', true],
    ['::ffff:203.0.113.10', false],
    ['', false],
    ['www.shop.example', false],
    ['104.16.0', false],
    ['104.16.0.0/13', false],
    ['[2606:4700::1]', false],
  ])('%s: %s', (address, expected) => {
    expect(inCloudflareRanges(address)).toBe(expected)
  })
})

test.each(CLOUDFLARE_RANGES)('%s contains its first address', (range) => {
  expect(inCloudflareRanges(range.replace(/\/\d+$/, ''))).toBe(true)
})

test('the first numbers that remedies name are those of most addresses', async () => {
  const source = await readFile(
    new URL('../../src/diagnosis/causes/dns-not-proxied.ts', import.meta.url),
    'utf8',
  )
  const named = [
    ...source.matchAll(/begin with (\d+)\.(\d+) to \1\.(\d+), (\d+)\.(\d+) to \4\.(\d+) or ([\da-f:]+)\./g),
  ]
  expect(named.length).toBe(source.split(/\b104\.16\b/).length - 1)
  for (const [, a = '', from, to, b = '', start, end, v6 = ''] of named) {
    const spans = [
      [a, Number(from), Number(to)],
      [b, Number(start), Number(end)],
    ] as const
    for (const [byte, first, last] of spans) {
      const inside = [`${byte}.${first}.0.0`, `${byte}.${last}.255.255`].map((each) =>
        inCloudflareRanges(each),
      )
      const outside = [`${byte}.${first - 1}.255.255`, `${byte}.${last + 1}.0.0`]
      expect([inside, outside.some((each) => inCloudflareRanges(each))]).toEqual([[true, true], false])
    }
    expect(CLOUDFLARE_RANGES).toContain(`${v6}::/32`)
    const addresses = IPV4_RANGES.reduce((sum, range) => sum + 2 ** (32 - Number(range.split('/')[1])), 0)
    expect(spans.reduce((sum, [, first, last]) => sum + (last - first + 1) * 2 ** 16, 0)).toBeGreaterThan(
      addresses / 2,
    )
  }
})

describe('a fetched list', () => {
  test('is used if every line is a range', () => {
    expect(rangesIn(IPV4_RANGES.join('\n'), 4)).toEqual(IPV4_RANGES)
    expect(rangesIn(`${IPV6_RANGES.join('\r\n')}\r\n`, 6)).toEqual(IPV6_RANGES)
  })

  test.each([
    ['nothing', ''],
    ['a page', '<!DOCTYPE html>\n<html><head><title>Worker threw exception</title></head></html>'],
    ['the other family', IPV6_RANGES.join('\n')],
    ['the whole internet among ranges', ['0.0.0.0/0', ...IPV4_RANGES].join('\n')],
    ['half of the internet', ['128.0.0.0/1', ...IPV4_RANGES].join('\n')],
    ['an address among ranges', [...IPV4_RANGES, '203.0.113.10'].join('\n')],
    ['a comment', ['# ranges', ...IPV4_RANGES].join('\n')],
    ['an invalid prefix', [...IPV4_RANGES, '203.0.113.0/33'].join('\n')],
    ['an invalid network', [...IPV4_RANGES, '999.1.2.3/20'].join('\n')],
    ['too few', IPV4_RANGES.slice(0, 4).join('\n')],
    ['too much', Array.from({ length: 5000 }, () => '104.16.0.0/13').join('\n')],
  ])('is rejected as a whole if it contains %s', (_, text) => {
    expect(rangesIn(text, 4)).toBeUndefined()
  })

  test('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(rangesIn(text, 4) ?? []).toEqual(expect.any(Array))
      }),
    )
  })

  test('replaces the built-in one', () => {
    const ranges = ['198.51.100.0/24']
    expect(inCloudflareRanges('198.51.100.7', ranges)).toBe(true)
    expect(inCloudflareRanges('104.16.10.10', ranges)).toBe(false)
    expect(inCloudflareRanges('104.16.10.10', [])).toBe(true)
  })
})
