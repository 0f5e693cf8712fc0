import { describe, expect, test } from '@jest/globals'
import { secretsOf } from '../../src/config/secrets.ts'
import { type Given, problems, read } from './support.ts'

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

  test('secrets in a URL, as it is given, as it is sent and without escapes', () => {
    const url =
      'https://www.shop.example/?lang=en&token=a%2Fb%c3%bc-"1\nshop.example?api_key=q7hF9-xx&password=banana'
    expect(new Set(secrets({ url }))).toEqual(
      new Set(['a%2Fb%c3%bc-"1', 'a%2Fb%c3%bc-%221', 'a/bü-"1', 'q7hF9-xx', 'password=banana']),
    )
    expect(secrets({ url: 'https://www.shop.example/tokens/key?utm_source=news&v=1.2.3' })).toEqual([])
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

describe('a secret in the wrong input is not shown', () => {
  const PEM = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(20)}-----END PRIVATE KEY-----`
  const forms = [
    ['in base64', Buffer.from(PEM).toString('base64')],
    ['in base64 for URLs', Buffer.from(PEM).toString('base64url')],
    ['in lines of base64', Buffer.from(PEM).toString('base64').replaceAll(/.{76}/g, '$&\n')],
    ['in hexadecimal', Buffer.from(PEM).toString('hex')],
    ['without its first line', PEM.split('\n').slice(1).join('\n')],
    ['of which one line is left', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj'],
  ] as const
  const url = 'https://www.shop.example/'

  test.each(
    forms.flatMap(([name, key]) =>
      ['origin-ca', 'origin-client-cert', 'origin-client-key'].map((input) => [name, input, key] as const),
    ),
  )('a private key %s, as %s', (_, input, key) => {
    const given = { url, [input]: key, ...(input === 'origin-client-cert' && { 'origin-client-key': key }) }
    const shown = problems(given).join('\n')
    expect(shown).not.toBe('')
    const parts = Array.from({ length: key.length - 11 }, (_value, at) => key.slice(at, at + 12))
    expect(parts.filter((part) => !/[\n ]|--/.test(part) && shown.includes(part))).toEqual([])
    // The runner's log is masked line by line.
    const lines = key.split('\n').filter((line) => line.length >= 16 && !line.startsWith('-----'))
    expect(secrets(given)).toEqual(expect.arrayContaining(lines))
  })

  test.each(['url', 'origin', 'origin-sni', 'headers', 'expected-body', 'github-token', 'config'])(
    'a private key as %s',
    (input) => {
      expect(problems({ url, [input]: PEM }).join()).not.toMatch(/MIIEvQIBADAN/)
      expect(secrets({ [input]: PEM }).join()).toContain('MIIEvQIBADAN')
    },
  )

  test.each(['/etc/ssl/certs/origin/client/certificate/ca', 'secrets/origin-client-certificate-of-the-shop'])(
    'a path is: %s',
    (path) => {
      expect(problems({ url, 'origin-ca': path }).join()).toContain(path)
    },
  )

  const TOKENS = [
    'ghs_0123456789abcdefABCDEF0123456789abcd',
    'github_pat_11ABCDEFG0123456789_abcdef',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    'cfut_0123456789abcdefABCDEF0123456789abcd',
  ]

  test.each([...TOKENS, 'Q2xvdWRmbGFyZS1hcGktdG9rZW4tMDEyMzQ1Njc4', '0123456789abcdef0123456789abcdef01234'])(
    'a token as the zone: %s',
    (token) => {
      expect(problems({ url, 'cloudflare-zone-id': token }).join()).toMatch(/`\*\*\*` is not a valid zone id/)
      expect(secrets({ 'cloudflare-zone-id': token })).toContain(token)
    },
  )

  test.each(['wait', 'method', 'expected-status', 'origin-sni', 'fail-on', 'pr-number', 'resolvers'])(
    'a token of a known format as %s',
    (input) => {
      for (const token of TOKENS)
        expect(problems({ url, [input]: token }).join()).not.toContain(token.slice(8))
    },
  )

  test('a typo in a zone is', () => {
    expect(problems({ url, 'cloudflare-zone-id': 'shop.example' }).join()).toContain('`shop.example`')
  })

  test.each(['ORIGIN.Example.NET/x', 'https://Origin.example.net'])(
    'an origin in another case: %s',
    (given) => {
      for (const input of ['origin-sni', 'origin-host'])
        expect(problems({ url, origin: 'origin.example.net', [input]: `${given} x` }).join()).not.toMatch(
          /origin\.example/i,
        )
    },
  )
})
