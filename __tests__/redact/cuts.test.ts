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
