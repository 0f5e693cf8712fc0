import { X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'
import { describe, expect, test } from '@jest/globals'
import { makeLeaf, type LeafSpec } from '../../lab/tls/certificates.ts'
import { isFor } from '../../src/probe/tls/names.ts'

function certificate(names: LeafSpec['names'], changes: Partial<LeafSpec> = {}): X509Certificate {
  return new X509Certificate(makeLeaf({ names, ...changes }).cert)
}

/** A name of the certificate, the name that a client expects, and whether the client accepts it. */
type Row = readonly [name: string, expected: string, accepted: boolean]

const AS_NODE: readonly Row[] = [
  ['www.shop.example', 'www.shop.example', true],
  ['www.shop.example', 'WWW.Shop.Example', true],
  ['www.shop.example', 'www.shop.example.', true],
  ['www.shop.example', 'shop.example', false],
  ['www.shop.example', '.shop.example', false],
  ['www.shop.example', '', false],
  ['www.shop.example', '.', false],
  ['www.shop.example', 'www.shop.example\0.evil.example', false],
  ['www.shop.example', '192.0.2.1', false],
  ['*.shop.example', 'www.shop.example', true],
  ['*.shop.example', 'shop.example', false],
  ['*.shop.example', 'a.www.shop.example', false],
  ['*.shop.example', 'a_b.shop.example', true],
  ['*.shop.example', '_dmarc.shop.example', true],
  ['*.shop.example', 'a_b.www.shop.example', false],
  ['*.shop.example', 'xn--mnchen-3ya.shop.example', true],
  ['a_b.shop.example', 'a_b.shop.example', true],
  ['a-b.shop.example', 'a_b.shop.example', false],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example', true],
  ['*.example', 'shop.example', false],
  ['www.*.example', 'www.shop.example', false],
  ['192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
  ['192.0.2.1', '::ffff:192.0.2.1', false],
]

test.each(AS_NODE)('a certificate for %j, and %j: %j', (name, expected, accepted) => {
  const leaf = certificate([name])
  expect(isFor(leaf, expected, 'visitors')).toBe(accepted)
  expect(isFor(leaf, expected, 'cloudflare')).toBe(accepted)
  expect(checkServerIdentity(expected, leaf.toLegacyObject()) === undefined).toBe(accepted)
})

describe('stricter than Node', () => {
  test.each(['w*.shop.example', '*w.shop.example', 'w*w.shop.example'])(
    'a wildcard is a whole label, unlike %s',
    (name) => {
      expect(isFor(certificate([name]), 'www.shop.example', 'visitors')).toBe(false)
      expect(isFor(certificate([name]), 'www.shop.example', 'cloudflare')).toBe(false)
    },
  )

  test('only Cloudflare accepts a common name, and only without alternative names', () => {
    const leaf = certificate(['www.shop.example'], { alternativeNames: false })
    expect(isFor(leaf, 'www.shop.example', 'visitors')).toBe(false)
    expect(isFor(leaf, 'www.shop.example', 'cloudflare')).toBe(true)
    expect(isFor(leaf, 'other.shop.example', 'cloudflare')).toBe(false)
  })

  test('an address is only accepted as an alternative name', () => {
    const leaf = certificate(['192.0.2.1'], { alternativeNames: false })
    expect(isFor(leaf, '192.0.2.1', 'cloudflare')).toBe(false)
  })
})
