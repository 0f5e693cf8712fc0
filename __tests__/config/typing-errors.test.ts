import { describe, expect, test } from '@jest/globals'
import { durationBetween } from '../../src/config/values/durations.ts'
import { parseHeader } from '../../src/config/values/headers.ts'
import { parseHostHeader, parseServerName } from '../../src/config/values/hosts.ts'
import { parseOrigin } from '../../src/config/values/origin/origins.ts'
import type { Parsed } from '../../src/config/parser/parser.ts'
import { HIDE_TOKENS } from '../../src/config/parser/hide.ts'
import { problemOf } from '../../src/config/parser/problems.ts'
import { parseUrl } from '../../src/config/values/urls.ts'

/** Values that the URL parser would repair into another site, or that no one means. */

const SHOWING = { secret: false, several: false, numbered: true, hide: HIDE_TOKENS }

const problemIn = (parsed: Parsed<unknown>): string | undefined =>
  parsed.ok ? undefined : parsed.faults.map((fault) => problemOf('x', fault, SHOWING).text).join('\n')

describe('a URL is refused with the one that was probably meant', () => {
  const WWW = 'Did you mean `https://www.shop.example`?'
  test.each([
    ['https://https://www.shop.example/', WWW],
    ['https://http://www.shop.example/a', 'Did you mean `http://www.shop.example/a`?'],
    ['https://https//www.shop.example', WWW],
    ['https://https:www.shop.example', WWW],
    ['http:https//www.shop.example', WWW],
    ['https://www.shop.examplehttps://www.shop.example', WWW],
    ['https:///www.shop.example', WWW],
    ['https:/www.shop.example', WWW],
    ['://www.shop.example', WWW],
    ['//www.shop.example', WWW],
    ['htps://www.shop.example', WWW],
    ['www.shop.example (custom domain)', WWW],
    ['[shop](https://www.shop.example/)', WWW],
    ['"https://www.shop.example"', WWW],
    ['url: https://www.shop.example', WWW],
    [String.raw`https:\\www.shop.example\a`, 'Did you mean `https://www.shop.example/a`?'],
    [String.raw`https://www.shop.example\a`, 'Did you mean `https://www.shop.example/a`?'],
    ['https://www%2Eshop.example/', WWW],
    ['https://www..shop.example/', WWW],
    ['https://1.1/', 'Did you mean `https://1.0.0.1`?'],
  ])('%s', (text, meant) => {
    expect(problemIn(parseUrl(text))).toContain(meant)
  })

  test.each([
    'https://a.example, https://b.example',
    'https://a.example/,https://b.example/',
    'a.example; b.example',
  ])('two on one line: %s', (text) => {
    expect(problemIn(parseUrl(text))).toContain(
      'Did you mean `https://a.example` and `https://b.example`, each on its own line?',
    )
  })

  test.each([
    'undefined',
    'null',
    '[object Object]',
    'https://undefined/',
    'https://null.shop.example/',
    'https://www.shop.example/undefined',
    'https://[object Object]/',
    'https://www.shop.example/[object%20Object]',
    'https://${HOST}/',
    'https://$HOST/',
    'https://{{ host }}/',
    '${{ steps.deploy.outputs.url }}',
  ])('%s comes from a value that is missing', (text) => {
    expect(problemIn(parseUrl(text))).toMatch(/Check (?:the variable|where it is evaluated)/)
  })

  test.each(['https://shop/', 'https://localhost:3000/', 'https://www.shop.local/', 'https://web.internal'])(
    '%s is not public',
    (text) => {
      expect(problemIn(parseUrl(text))).toContain('has no public host name')
    },
  )

  test.each(['https://', 'https://:8443/', 'https://?a=b', 'https:///'])('%s has no host', (text) => {
    expect(problemIn(parseUrl(text))).toContain('has no host')
  })

  test.each([
    'https://www.shop.example/fetch/https://images.example/a.png',
    'https://www.shop.example/w_300,h_200/a.png',
    'https://www.shop.example/?next=https://www.shop.example/',
    'https://wwwhttps.example/',
    'https://undefined-behavior.example/',
    'https://nullable.example/null-values',
    'https://203.0.113.10/',
    'https://xn--bcher-kva.example/',
  ])('near miss: %s', (text) => {
    expect(parseUrl(text).ok).toBe(true)
  })
})

describe('a number without a unit', () => {
  const wait = durationBetween(0, 86_400_000, { unitAbove: 21_600_000 })

  test('is refused when milliseconds were probably meant', () => {
    expect(problemIn(wait('60000'))).toBe(
      '`x`: `60000` is 17 h, because a number without a unit is seconds. Write `60000s` if that is what you mean. Did you mean `60000ms`?',
    )
  })

  test('is accepted up to six hours, and with a unit', () => {
    expect([wait('21600'), wait('60000s'), wait('23h')].every(({ ok }) => ok)).toBe(true)
  })
})

describe('a header line', () => {
  test.each([
    ['"Authorization: Bearer abc"', 'is wrapped in quotes. Remove the quotes'],
    ["'X-Key: abc'", 'is wrapped in quotes'],
    ['-H "X-Key: abc"', 'starts with a curl option'],
    ['Authorization: Bearer', 'has a scheme without credentials'],
    ['Authorization: Bearer undefined', 'for a missing value'],
    ['X-Key: ${{ secrets.KEY }}', 'an expression that was not replaced'],
  ])('%s', (line, fault) => {
    const parsed = parseHeader(line)
    const secret = parsed.ok
      ? ''
      : parsed.faults.map((each) => problemOf('headers', each, { ...SHOWING, secret: true }).text)
    expect(secret.toString()).toContain(fault)
    expect(secret.toString()).not.toContain('abc')
  })

  test('may have a quoted value', () => {
    expect(parseHeader('If-None-Match: "abc"').ok).toBe(true)
  })
})

/** Addresses of metadata services inside IPv6 addresses. Local NAT64 has prefixes of 48, 56, 64 and 96 bits. */
const METADATA = [
  '64:ff9b:1::a9fe:a9fe',
  '64:ff9b:1:a9fe:a9:fe00::',
  '64:ff9b:1:a9:fe:a9fe::',
  '64:ff9b:1::a9:fea9:fe00:0',
  '64:ff9b:1::a83f:8110',
  '64:ff9b:1::6464:64c8',
  '::ffff:169.254.169.254',
  '::a9fe:a9fe',
  '::ffff:0:a9fe:a9fe',
  '2002:a9fe:a9fe::',
  '2002:a83f:8110::1',
  '2001:0:a9fe:a9fe::',
  '2606:4700::5efe:a9fe:a9fe',
]

describe('an origin', () => {
  test.each([
    ['undefined', 'for a missing value'],
    ['null.example', 'contains `undefined` or `null`'],
    ['169.254.169.254', 'is a link-local address or a metadata service'],
    ['http://[fd00:ec2::254]:80', 'is a link-local address or a metadata service'],
    ['[64:ff9b::a9fe:a9fe]', 'is a link-local address or a metadata service'],
    ...METADATA.map((address) => [`[${address}]`, 'is a link-local address or a metadata service'] as const),
    ['100.100.100.200', 'is a link-local address or a metadata service'],
    ['168.63.129.16', 'is a link-local address or a metadata service'],
    ['metadata.google.internal', 'is a link-local address or a metadata service'],
    ['https://https://origin.example', 'Did you mean `https://origin.example`?'],
    ['203.0.113.1, 203.0.113.2', 'Did you mean `203.0.113.1` and `203.0.113.2`, each on its own line?'],
  ])('%s', (text, words) => {
    expect(problemIn(parseOrigin(text))).toContain(words)
  })

  test('its host and server name are never a missing value', () => {
    expect(parseHostHeader('undefined').ok || parseServerName('null').ok).toBe(false)
  })
})
