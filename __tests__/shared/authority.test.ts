import { expect, test } from '@jest/globals'
import { hostAndPort, portOf, unbracketed } from '../../src/shared/authority.ts'

test('an IPv6 address has brackets before its port', () => {
  expect([hostAndPort('2001:db8::1', 8443), hostAndPort('www.example.com', 80)]).toEqual([
    '[2001:db8::1]:8443',
    'www.example.com:80',
  ])
})

test('brackets are removed from an IPv6 address only', () => {
  expect([unbracketed('[2001:db8::1]'), unbracketed('www.example.com')]).toEqual([
    '2001:db8::1',
    'www.example.com',
  ])
})

test.each([
  ['https://example.com/', 443],
  ['http://example.com/', 80],
  ['http://example.com:443/', 443],
  ['https://[2001:db8::1]:8443/', 8443],
])('the port of %s is %d', (url, port) => {
  expect(portOf(new URL(url))).toBe(port)
})
