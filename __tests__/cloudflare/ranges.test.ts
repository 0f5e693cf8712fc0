import { describe, expect, test } from '@jest/globals'
import { CLOUDFLARE_RANGES, inCloudflareRanges } from '../../src/cloudflare/ranges.ts'

describe('an address is in the ranges of Cloudflare', () => {
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

test.each(CLOUDFLARE_RANGES)('%s holds its own first address', (range) => {
  expect(inCloudflareRanges(range.replace(/\/\d+$/, ''))).toBe(true)
})
