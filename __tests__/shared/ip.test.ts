import { describe, expect, test } from '@jest/globals'
import { isCloudMetadata, isPlaceholder, isPrivate, networkOf, sameAddress } from '../../src/shared/ip.ts'
import { SPECIAL_ADDRESSES } from '../../src/shared/special-addresses.ts'

/** Each address with its network, and whether it means different machines in different networks. */
const ADDRESSES: Readonly<Record<string, string>> = {
  '0.0.0.0': 'local private',
  '127.0.0.1': 'local private',
  '10.1.2.3': 'private private',
  '11.0.0.1': 'public',
  '100.64.0.1': 'private private',
  '100.100.100.200': 'metadata private',
  '100.128.0.1': 'public',
  '169.254.169.254': 'metadata private',
  '168.63.129.16': 'metadata',
  '172.15.255.255': 'public',
  '172.16.0.1': 'private private',
  '172.31.255.255': 'private private',
  '172.32.0.1': 'public',
  '192.0.0.170': 'unusable',
  '192.0.0.192': 'metadata',
  '192.31.196.1': 'public',
  '192.88.99.1': 'unusable',
  '192.168.1.1': 'private private',
  '198.17.255.255': 'public',
  '198.18.0.1': 'private',
  '198.19.255.255': 'private',
  '198.20.0.1': 'public',
  '203.0.113.10': 'public',
  '224.0.0.1': 'unusable',
  '240.0.0.1': 'unusable',
  '255.255.255.255': 'unusable',
  '::': 'local private',
  '::1': 'local private',
  '100::1': 'unusable',
  '100:0:0:1::1': 'unusable',
  '2001:1::1': 'unusable',
  '2001:2::1': 'private',
  '2001:20::1': 'unusable',
  '2001:1ff::1': 'unusable',
  '2001:200::1': 'public',
  '2001:db8::1': 'public',
  '3fff::1': 'public',
  '2606:4700::1': 'public',
  '5f00::1': 'unusable',
  'fc00::1': 'private private',
  'fd00:ec2::254': 'metadata private',
  'fd20:ce::254': 'metadata private',
  'fe80::1': 'metadata private',
  'febf::1': 'metadata private',
  'fec0::1': 'private private',
  'ff02::1': 'unusable',
  '64:ff9b:1::8.8.8.8': 'unusable',
  'not an address': 'public',
  'fc:not an address': 'public',
}

/** The two groups of an IPv6 address that hold an IPv4 address. */
function hex(address: string): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16))
}

function inverted(group: string): string {
  return (Number.parseInt(group, 16) ^ 0xffff).toString(16)
}

describe('address ranges', () => {
  test.each(Object.entries(ADDRESSES))('%s is in: %s', (address, expected) => {
    const found = [networkOf(address), ...(isPrivate(address) ? ['private'] : [])]
    expect(found.join(' ')).toBe(expected)
  })

  test.each([
    ['mapped', (address: string) => `::ffff:${address}`],
    ['compatible', (address: string) => `::${address}`],
    ['translated', (address: string) => `::ffff:0:${address}`],
    ['NAT64', (address: string) => `64:ff9b::${address}`],
    ['6to4', (address: string) => `2002:${hex(address).join(':')}::1`],
    ["Teredo's server", (address: string) => `2001:0:${hex(address).join(':')}:0:0:f7f7:f7f7`],
    ["Teredo's client", (address: string) => `2001:0:808:808:0:0:${hex(address).map(inverted).join(':')}`],
    ['ISATAP', (address: string) => `2606:4700::5efe:${address}`],
    ['ISATAP of a global address', (address: string) => `2606:4700::200:5efe:${address}`],
  ])('an IPv6 address is judged by the IPv4 address in it: %s', (_, embed) => {
    for (const address of Object.keys(ADDRESSES).filter((text) => /^[\d.]+$/.test(text))) {
      if (address === '0.0.0.0' && embed(address) === '::0.0.0.0') continue
      expect({ address, network: networkOf(embed(address)) }).toEqual({
        address,
        network: networkOf(address),
      })
    }
  })

  test.each(['metadata.google.internal', 'Metadata', 'instance-data'])(
    '%s names a metadata service',
    (name) => {
      expect(isCloudMetadata(name)).toBe(true)
    },
  )

  test.each(['192.0.2.1', '100::1'])('%s is a placeholder', (address) => {
    expect(isPlaceholder(address)).toBe(true)
  })

  test('every row of the table is a range', () => {
    const rows = Object.values(SPECIAL_ADDRESSES).flatMap((group) => group.split(' '))
    for (const row of rows) expect(row).toMatch(/^[\da-f.:]+\/\d{1,3}$/)
    expect(
      rows.map((row) => networkOf(row.split('/')[0] ?? '')).filter((found) => found === 'public'),
    ).toEqual([...SPECIAL_ADDRESSES.documentation.split(' ').map(() => 'public'), 'public'])
  })
})

test.each<[string, string, boolean]>([
  ['203.0.113.10', '203.0.113.10', true],
  ['203.0.113.10', '203.0.113.11', false],
  ['2001:db8::1', '2001:0DB8:0::1', true],
  ['2001:db8::1', '203.0.113.10', false],
])('%s and %s are the same address: %s', (a, b, same) => {
  expect(sameAddress(a, b)).toBe(same)
})
