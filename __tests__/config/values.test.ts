import { parseBoolean, parseSslMode } from '../../src/config/values/scalars.ts'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Expected, OriginTarget, SslMode } from '../../src/domain/config.ts'
import { durationBetween, durationText } from '../../src/config/values/durations.ts'
import { parseExpected, parseExpectedHeader } from '../../src/config/values/expected.ts'
import { parseHeader } from '../../src/config/values/headers.ts'
import { editDistance, didYouMean } from '../../src/config/parser/did-you-mean.ts'
import { parseOrigin, targetOf } from '../../src/config/values/origin/origins.ts'
import { type Parsed, valueOf } from '../../src/config/parser/parser.ts'
import { parseResolvers } from '../../src/config/values/resolvers.ts'
import { parseStatuses } from '../../src/config/values/statuses.ts'
import { parseUrl } from '../../src/config/values/urls.ts'

const DAY = 86_400_000
const duration = durationBetween(0, DAY)

const meantBy = (parsed: Parsed<unknown>): string | undefined => {
  const given = parsed.ok ? undefined : parsed.faults[0]?.meant
  const meant = typeof given === 'function' ? given() : given
  return typeof meant === 'object' ? meant.join(' and ') : meant
}

function target(text: string, site: URL, mode: SslMode = 'auto'): OriginTarget | undefined {
  const origin = valueOf(parseOrigin(text))
  return origin === undefined ? undefined : targetOf(origin, site, mode)
}

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['20', 20_000],
    ['0', 0],
    ['007s', 7000],
  ])('%s', (text, milliseconds) => {
    expect(valueOf(duration(text))).toBe(milliseconds)
  })

  test.each([
    ['20x', '20s'],
    ['1.5s', '1500ms'],
    ['1,5 s', '1500ms'],
    ['10 seconds', '10s'],
    ['10S', '10s'],
    ['5 min', '5m'],
    ['1m30s', '90s'],
    ['PT30S', '30s'],
    ['-5s', '5s'],
    ['1d', '24h'],
    ['90000', '90000ms'],
    ['3d', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s is rejected', (text, meant) => {
    const parsed = duration(text)
    expect(parsed.ok).toBe(false)
    expect(meantBy(parsed)).toBe(meant)
  })

  test('are read back from their shortest spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAY }), (milliseconds) => {
        expect(valueOf(duration(durationText(milliseconds)))).toBe(milliseconds)
      }),
    )
  })

  test('have valid suggestions', () => {
    const units = fc.constantFrom('', 's', 'sec', ' ms', 'Minutes', 'h', 'days', 'x')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), units, (count, unit) => {
        const meant = meantBy(duration(`${count}${unit}`))
        if (meant !== undefined) expect(duration(meant).ok).toBe(true)
      }),
    )
  })
})

describe('statuses', () => {
  test.each([
    ['200', [[200, 200]]],
    ['2xx', [[200, 299]]],
    ['2XX', [[200, 299]]],
    [
      '200-299, 304,\n\n401 - 403',
      [
        [200, 299],
        [304, 304],
        [401, 403],
      ],
    ],
  ])('%j', (text, ranges) => {
    expect(valueOf(parseStatuses(text))).toEqual(ranges)
  })

  test.each([
    ['20x', '2xx'],
    ['2**', '2xx'],
    ['200..299', '200-299'],
    ['200–299', '200-299'],
    ['200 304', '200, 304'],
    ['399-200', '200-399'],
    ['99', undefined],
    ['600', undefined],
    ['ok', undefined],
  ])('%s is rejected', (text, meant) => {
    expect(parseStatuses(text).ok).toBe(false)
    expect(meantBy(parseStatuses(text))).toBe(meant)
  })
})

describe('origins', () => {
  const https = new URL('https://www.example.com/')
  test.each([
    ['203.0.113.10', 'https:', '203.0.113.10', 443],
    ['203.0.113.10:80', 'http:', '203.0.113.10', 80],
    ['[2001:db8::1]:8443', 'https:', '2001:db8::1', 8443],
    ['2001:DB8:0::1', 'https:', '2001:db8::1', 443],
    ['[2001:db8::1]', 'https:', '2001:db8::1', 443],
    ['Origin.Example.net:8080', 'https:', 'origin.example.net', 8080],
    ['http://203.0.113.10:8080', 'http:', '203.0.113.10', 8080],
    ['https://origin.example.net/', 'https:', 'origin.example.net', 443],
    ['http://[2001:db8::1]', 'http:', '2001:db8::1', 80],
    ['my_app', 'https:', 'my_app', 443],
    ['bücher.example', 'https:', 'xn--bcher-kva.example', 443],
  ])('%s behind https', (text, scheme, host, port) => {
    expect(target(text, https)).toEqual({ scheme, host, port })
  })

  test('get missing parts from the site', () => {
    const http = new URL('http://www.example.com/')
    const alternate = new URL('https://www.example.com:8443/')
    expect(target('203.0.113.10', http)).toEqual({ scheme: 'http:', host: '203.0.113.10', port: 80 })
    expect(target('203.0.113.10:443', http)).toMatchObject({ scheme: 'https:', port: 443 })
    expect(target('203.0.113.10', alternate)).toMatchObject({ scheme: 'https:', port: 8443 })
    expect(target('https://203.0.113.10', alternate)).toMatchObject({ scheme: 'https:', port: 443 })
  })

  test.each<[SslMode, string, string, string, number]>([
    ['off', 'https://www.example.com/', '203.0.113.10', 'http:', 80],
    ['flexible', 'https://www.example.com/', '203.0.113.10', 'http:', 80],
    ['flexible', 'https://www.example.com/', '203.0.113.10:8080', 'http:', 8080],
    ['flexible', 'https://www.example.com/', '203.0.113.10:443', 'https:', 443],
    ['flexible', 'https://www.example.com/', 'https://203.0.113.10', 'https:', 443],
    ['flexible', 'https://www.example.com:8443/', '203.0.113.10', 'https:', 8443],
    ['off', 'https://www.example.com:8443/', '203.0.113.10', 'http:', 80],
    ['full', 'https://www.example.com/', '203.0.113.10', 'https:', 443],
    ['strict', 'http://www.example.com:8080/', '203.0.113.10', 'http:', 8080],
  ])(
    'with SSL mode %s, %s and origin %s use the scheme and port that Cloudflare uses',
    (mode, url, text, scheme, port) => {
      expect(target(text, new URL(url), mode)).toEqual({ scheme, host: '203.0.113.10', port })
    },
  )

  test.each([
    '203.0.113.999',
    '203.0.113.10/24',
    '203.0.113',
    '0x7f.1',
    ':8443',
    '[2001:db8::1',
    '[2001:db8::1]8443',
    'fe80::1%eth0',
    'origin.example.net:0',
    'origin.example.net:65536',
    'origin.example.net:https',
    '*.example.net',
    '-a.example.net',
    'a..example.net',
    'u:p@origin.example.net',
    'ssh://origin.example.net',
    'https://origin.example.net/path',
    '203.0.113.10 203.0.113.11',
    'a%2eb',
    `${'a'.repeat(64)}.example`,
  ])('%s is rejected', (text) => {
    expect(parseOrigin(text).ok).toBe(false)
  })
})

describe('URLs', () => {
  test.each([
    ['https://www.example.com', 'https://www.example.com/'],
    ['HTTPS://WWW.example.com:443/a?b=c#d', 'https://www.example.com/a?b=c'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['https://www.example.com/@someone', 'https://www.example.com/@someone'],
  ])('%s', (text, url) => {
    expect(valueOf(parseUrl(text))).toBe(url)
  })

  test('a password is never quoted', () => {
    const password = fc
      .string({ minLength: 4, unit: fc.constantFrom(...'hunter2/?# @:.'.split('')) })
      .filter((text) => !text.includes('www'))
    fc.assert(
      fc.property(password, fc.constantFrom('https://', '', 'ftp://'), (password, scheme) => {
        const parsed = parseUrl(`${scheme}user:~${password}~@www.example.com/`)
        const quoted = parsed.ok ? '' : JSON.stringify(parsed.faults)
        expect(quoted).not.toContain(`~${password}`)
      }),
    )
  })
})

describe('headers', () => {
  test('the value keeps its inner spaces and colons', () => {
    expect(valueOf(parseHeader('X-When:  12:00 \t today'))).toEqual(['X-When', '12:00 \t today'])
  })

  test.each([
    'X: a\rb',
    'X: a\nb',
    'X: a\0b',
    'X: é',
    ': a',
    'X Y: a',
    'X : a',
    'X:',
    'X',
    'Transfer-Encoding: chunked',
    'hOST: a',
  ])('%j is rejected', (line) => {
    expect(parseHeader(line).ok).toBe(false)
  })
})

test('booleans are those of YAML 1.2', () => {
  expect(
    ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((text) => valueOf(parseBoolean(text))),
  ).toEqual([true, true, true, false, false, false])
  expect(['yes', 'off', 'flase', 'tRUE', 'maybe'].map((text) => meantBy(parseBoolean(text)))).toEqual([
    'true',
    'false',
    'false',
    'true',
    undefined,
  ])
})

describe('suggested names', () => {
  test.each([
    ['unhealty', 'unhealthy'],
    ['on-fail', 'on-failure'],
    ['ALWAYS', 'always'],
    ['nevre', 'never'],
    ['sometimes', undefined],
    ['', undefined],
  ])('%s', (text, name) => {
    expect(didYouMean(text, ['always', 'on-failure', 'never', 'unhealthy'])).toBe(name)
  })

  test('have a symmetric distance that is zero only for equal names', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  test('swapped letters count as one edit', () => {
    expect(editDistance('nevre', 'never')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })
})

describe('expectations', () => {
  test.each<[string, Expected]>([
    ['Welcome', { kind: 'text', text: 'Welcome' }],
    ['/', { kind: 'text', text: '/' }],
    ['//', { kind: 'text', text: '//' }],
    ['/static/app.js', { kind: 'text', text: '/static/app.js' }],
    ['a/b/', { kind: 'text', text: 'a/b/' }],
    ['/a/b/', { kind: 'regex', source: 'a/b', flags: '' }],
    ['/v\\d+\\.\\d+/', { kind: 'regex', source: String.raw`v\d+\.\d+`, flags: '' }],
    ['/welcome$/gim', { kind: 'regex', source: 'welcome$', flags: 'im' }],
    ['/a\nb/', { kind: 'regex', source: 'a\nb', flags: '' }],
  ])('%j', (text, expected) => {
    expect(valueOf(parseExpected(text))).toEqual(expected)
  })

  test.each([
    ['/a/y', '/\\/a\\/y/'],
    ['/a/ii', '/\\/a\\/ii/'],
    ['/a/uv', '/\\/a\\/uv/'],
    ['/static/App', '/\\/static\\/App/'],
    ['/*/', undefined],
    ['/\\p{Nonsense}/u', undefined],
    ['x'.repeat(10_001), undefined],
  ])('%j is rejected', (text, meant) => {
    expect(parseExpected(text).ok).toBe(false)
    expect(meantBy(parseExpected(text))).toBe(meant)
  })

  test('an accepted pattern is valid, and a suggested pattern matches the given text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'/ab(*[\\+giuv.'.split('')), maxLength: 10 })
    fc.assert(
      fc.property(text, (text) => {
        const given = `/${text}`
        const parsed = parseExpected(given)
        if (parsed.ok) {
          const { value } = parsed
          if (value.kind === 'regex') expect(() => RegExp(value.source, value.flags)).not.toThrow()
          return
        }
        const meant = meantBy(parsed)
        if (meant === undefined) return
        const again = valueOf(parseExpected(meant))
        expect(again?.kind === 'regex' && RegExp(`^${again.source}$`, again.flags).test(given)).toBe(true)
      }),
    )
  })

  test('of a header have the name in lowercase', () => {
    expect(valueOf(parseExpectedHeader('X-Served-By : app: 2'))).toEqual({
      name: 'x-served-by',
      value: { kind: 'text', text: 'app: 2' },
    })
  })

  test.each([
    ['X-Release', 'X-Release: /./'],
    ['X-Release:', 'X-Release: /./'],
    [': a', undefined],
    ['X Y: a', undefined],
    ['X: a\nY: b', undefined],
    ['X: /a/b', 'X: /\\/a\\/b/'],
  ])('%j of a header is rejected', (text, meant) => {
    expect(parseExpectedHeader(text).ok).toBe(false)
    expect(meantBy(parseExpectedHeader(text))).toBe(meant)
  })
})

describe('resolvers', () => {
  test.each([
    ['none', []],
    ['1.1.1.1, 1.1.1.1\n8.8.8.8,', ['1.1.1.1', '8.8.8.8']],
    ['2001:DB8:0::1', ['2001:db8::1']],
  ])('%j', (text, addresses) => {
    expect(valueOf(parseResolvers(text))).toEqual(addresses)
  })

  test.each([
    ['[2001:db8::1]:53', '2001:db8::1'],
    ['https://1.1.1.1/dns-query', '1.1.1.1'],
    ['None', 'none'],
    ['dns.google', undefined],
    ['1.1.1', undefined],
  ])('%j is rejected', (text, meant) => {
    expect(parseResolvers(text).ok).toBe(false)
    expect(meantBy(parseResolvers(text))).toBe(meant)
  })
})

test.each([
  ['Full (strict)', 'strict'],
  ['full-strict', 'strict'],
  ['origin_pull', 'strict'],
  ['Automatic', 'auto'],
  ['flexibel', 'flexible'],
  ['OFF', 'off'],
  ['none', undefined],
])('the SSL mode %s is rejected', (text, meant) => {
  expect(parseSslMode(text).ok).toBe(false)
  expect(meantBy(parseSslMode(text))).toBe(meant)
})
