import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { redactorFor } from '../../src/redact/redact.ts'
import { IPV4_NOTATIONS, IPV6_NOTATIONS, NAME_NOTATIONS, NOTATIONS } from './support/notations.ts'
import { runOf } from './support/reading.ts'
import { hostName, ipv4, ipv6, secret } from './support/values.ts'

const BEFORE = 'https://www.shop.test/login?id=7&next='

const VALUES = [
  ['an IPv4 address', ipv4, IPV4_NOTATIONS, true],
  ['an IPv6 address', ipv6, IPV6_NOTATIONS, true],
  ['a name', hostName, NAME_NOTATIONS, true],
  ['a secret', secret, [], false],
] as const

function redactorOfOne(value: string, isHost: boolean): (text: string) => string {
  return redactorFor({
    hosts: isHost ? [value] : [],
    secrets: isHost ? [] : [value],
    shownHosts: ['www.shop.test'],
    shownTexts: ['https://www.shop.test/login'],
  })
}

// Longer with `npm run fuzz`.
describe.each(VALUES)('%s', (_, values, own, isHost) => {
  test('is hidden in any notation, between any letters', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(...NOTATIONS, ...own),
        around,
        around,
        (value, { write }, before, after) => {
          // Letters next to an address or a name may make it another one.
          const [first, last] = isHost ? [`${before} `, ` ${after}`] : [before, after]
          expect(runOf(redactorOfOne(value, isHost)(first + write(value) + last), value)).toBe('')
        },
      ),
      { numRuns: 150, seed: 7, endOnFailure: true },
    )
  })

  test('is hidden in any notation, wherever the text is cut', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...NOTATIONS, ...own), (value, { write }) => {
        const redact = redactorOfOne(value, isHost)
        const text = `${BEFORE}${write(value)}`
        const step = Math.ceil((text.length - BEFORE.length) / 60)
        for (let end = BEFORE.length; end <= text.length; end += step)
          expect([text.slice(0, end), runOf(redact(text.slice(0, end)), value)]).toEqual([
            text.slice(0, end),
            '',
          ])
      }),
      { numRuns: 40, seed: 7, endOnFailure: true },
    )
  })
})

test('a text without any of the values stays as it is', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('0123456789.:%&;\\ux-/=ab ')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 200,
  })
  fc.assert(
    fc.property(ipv4, ipv6, hostName, secret, text, (address, other, name, value, text) => {
      const redact = redactorFor({
        hosts: [address, other, name],
        secrets: [value],
        shownHosts: [],
        shownTexts: [],
      })
      expect(redact(text)).toBe(text)
    }),
    { numRuns: 300, seed: 7 },
  )
})

describe('at the end of a text stays', () => {
  const redact = redactorFor({
    hosts: ['origin.example.net', 'cloudflare-origin.example.net', '10.0.0.5'],
    secrets: ['Bearer s3cret-value', 'production-token'],
    shownHosts: ['www.shop.test'],
    shownTexts: ['https://www.shop.test/production'],
  })

  test.each([
    'Restart the origin',
    'Restart the origin.',
    'blocked by Cloudflare',
    'WWW-Authenticate: Bearer',
    'Upgrade from nginx/1.22.1 to nginx/10.0',
    'https://www.shop.test/product',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('at the end of a text, where it was cut,', () => {
  const redact = redactorFor({
    hosts: [
      'productive.example.net',
      'kubernetes.example.net',
      'zeta-host.test',
      'alpha-host.test',
      'zeta-host.test',
      'bastion.test',
      '203.0.113.10',
      '2001:db8::abcd:12',
    ],
    secrets: ['Bearer s3cret-value', 'x9-token-of-mine', `k9-${'x1'.repeat(300)}`],
    shownHosts: ['www.shop.test'],
    shownTexts: ['https://www.shop.test/s3cret'],
  })

  test.each([
    ['at productive.e', 'at $ORIGIN'],
    ['at productive.', 'at $ORIGIN'],
    ['at productive', 'at $ORIGIN'],
    ['at producti', 'at $ORIGIN'],
    ['.productive.e', '.$ORIGIN'],
    ['at kubernetes.e', 'at $ORIGIN'],
    ['at zeta-h', 'at $ORIGIN'],
    ['at zeta-host-t', 'at $ORIGIN'],
    ['at alpha-', 'at $ORIGIN'],
    ['at alpha-host.tes', 'at $ORIGIN'],
    ['at bastion.', 'at $ORIGIN'],
    ['at bastion.t', 'at $ORIGIN'],
    ['at 203.0.', 'at $ORIGIN'],
    ['at 203.0.113.1', 'at $ORIGIN'],
    ['at 203_0_11', 'at $ORIGIN'],
    ['at 203-0-', 'at $ORIGIN'],
    ['at cb0071', 'at $ORIGIN'],
    ['at 0xcb00', 'at $ORIGIN'],
    ['at 2001:d', 'at $ORIGIN'],
    ['at 2001-db8', 'at $ORIGIN'],
    ['at 20010db8', 'at $ORIGIN'],
    ['at 2001:0db8:0000', 'at $ORIGIN'],
    ['at 2001:db8:0:0', 'at $ORIGIN'],
    ['s3cret-', '***'],
    ['ws3cret-v', 'w***'],
    ['at x9-tok', 'at ***'],
    ['wx9-token-of-min', 'w***'],
    ['at k9-x1x', 'at ***'],
    [`k9-${'x1'.repeat(290)}`, '***'],
    ['at productive%2', 'at $ORIGIN'],
    ['at productive%25', 'at $ORIGIN'],
    ['at productive%252', 'at $ORIGIN'],
    ['at productive%2ee', 'at $ORIGIN'],
    ['at productive%u00', 'at $ORIGIN'],
    [String.raw`at productive\u00`, 'at $ORIGIN'],
    [String.raw`at productive\u{2`, 'at $ORIGIN'],
    [String.raw`at productive\x2`, 'at $ORIGIN'],
    ['at productive&#x2', 'at $ORIGIN'],
    ['at productive&perio', 'at $ORIGIN'],
    ['at productive[do', 'at $ORIGIN'],
    ['at productive(.', 'at $ORIGIN'],
    ['at productive.e...', 'at $ORIGIN'],
    ['at productive.e…', 'at $ORIGIN'],
    ['at productive ', 'at $ORIGIN'],
  ])('a beginning is hidden: %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    'at product',
    'xproductive.e',
    '9productive.e',
    'at kubernetes',
    'at kubernetes.',
    'at zeta-',
    'at bastion',
    'at 203.0',
    'x203.0.1',
    '9203.0.1',
    'at cb007',
    'at 2001:',
    's3cret',
    'at Bearer s',
    'at x9-to',
    'productive. It is',
    'at 203.0.1 once',
    'at 203.0.1... once',
    'at productiv.e',
    '',
  ])('other text stays: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})
