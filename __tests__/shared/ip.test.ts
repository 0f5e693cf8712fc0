import { describe, expect, test } from '@jest/globals'
import { isCloudMetadata, isPrivate, isRunnerNetwork, sameAddress } from '../../src/shared/ip.ts'

/** Each address with the groups that it is in. */
const ADDRESSES: Readonly<Record<string, string>> = {
  '0.0.0.0': 'runner',
  '127.0.0.1': 'private runner',
  '10.1.2.3': 'private runner',
  '11.0.0.1': '',
  '100.64.0.1': 'private runner',
  '100.100.100.200': 'private runner metadata',
  '100.128.0.1': '',
  '169.254.169.254': 'private metadata',
  '168.63.129.16': 'metadata',
  '172.15.255.255': '',
  '172.16.0.1': 'private runner',
  '172.31.255.255': 'private runner',
  '172.32.0.1': '',
  '192.0.0.192': 'metadata',
  '192.168.1.1': 'private runner',
  '203.0.113.10': '',
  '::': 'runner',
  '::1': 'private runner',
  '::2': '',
  'fc00::1': 'private runner',
  'fd00:ec2::254': 'private runner metadata',
  'fe80::1': 'private metadata',
  'febf::1': 'private metadata',
  'fec0::1': '',
  '2001:db8::1': '',
  '::ffff:10.0.0.1': 'private runner',
  'not an address': '',
  'fc:not an address': '',
}

describe('address ranges', () => {
  test.each(Object.entries(ADDRESSES))('%s is in: %s', (address, groups) => {
    const found = [
      ...(isPrivate(address) ? ['private'] : []),
      ...(isRunnerNetwork(address) ? ['runner'] : []),
      ...(isCloudMetadata(address) ? ['metadata'] : []),
    ]
    expect(found.join(' ')).toBe(groups)
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
