import { describe, expect, test } from '@jest/globals'
import { secretsOf } from '../../src/config/secrets.ts'
import { type Given, read } from './support.ts'

const secrets = (given: Given) => secretsOf(read(given))

describe('what must be masked', () => {
  test('an origin in every spelling', () => {
    expect(new Set(secrets({ origin: 'https://[2001:DB8:0::1]:8443/\n203.0.113.10:80,\n' }))).toEqual(
      new Set([
        'https://[2001:DB8:0::1]:8443/',
        '[2001:DB8:0::1]:8443',
        '[2001:DB8:0::1]',
        '2001:DB8:0::1',
        '[2001:db8::1]',
        '2001:db8::1',
        '203.0.113.10:80',
        '203.0.113.10',
      ]),
    )
  })

  test('origins in invalid lines', () => {
    expect(secrets({ origin: 'u:p@203.0.113.10/24 (prod), origin.example.net:x' })).toEqual(
      expect.arrayContaining(['203.0.113.10', 'origin.example.net']),
    )
  })

  test('the values of headers, and credentials without their scheme', () => {
    const headers =
      'Authorization: Bearer abc def,\r\nX-Key: ApiKey k123\nX-Auth: token t456\nno colon here\nX: 1'
    expect(new Set(secrets({ headers }))).toEqual(
      new Set([
        'Bearer abc def,',
        'Bearer abc def',
        'abc def,',
        'abc def',
        'ApiKey k123',
        'token t456',
        't456',
        'no colon here',
      ]),
    )
  })

  test.each(['github-token', 'cloudflare-api-token', 'access-client-id', 'access-client-secret'])(
    '%s',
    (name) => {
      expect(secrets({ [name]: ' tok_abc ' })).toEqual(['tok_abc'])
    },
  )

  test('the longest comes first, so that no part of it is masked before', () => {
    const lengths = secrets({ origin: 'http://origin.example.net:8080', headers: 'X: abc' }).map(
      ({ length }) => length,
    )
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
  })
})

describe('what is not masked', () => {
  test('an origin that may be shown, even with other problems', () => {
    expect(secrets({ origin: '203.0.113.10', 'show-origin': 'TRUE', url: '?' })).toEqual([])
    expect(secrets({ origin: '203.0.113.10', 'show-origin': 'yes' })).toEqual(['203.0.113.10'])
  })

  test("the site's own host", () => {
    expect(secrets({ url: 'https://www.example.com', origin: 'www.example.com:8443' })).toEqual([
      'www.example.com:8443',
    ])
  })

  test('short values, and the words of our own outputs', () => {
    expect(secrets({ headers: 'X-A: 1\nX-B: true\nX-C: 200\nX-D: ab', origin: 'origin:80' })).toEqual([
      'origin:80',
    ])
  })
})
