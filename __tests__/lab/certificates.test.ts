import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { certificateOf, makeAuthorities } from '../../lab/authorities.ts'
import { makeAuthority, makeLeaf } from '../../lab/certificates.ts'

const authorities = makeAuthorities()
const HOST = 'www.shop.example'

/** How many certificates there are in it. */
const count = (pem: string): number => pem.split('BEGIN CERTIFICATE').length - 1

describe('a certificate of the lab', () => {
  test('bears its names and is signed by its issuer', () => {
    const issuer = makeAuthority({ O: 'Shop', CN: 'Shop CA' })
    const { cert } = makeLeaf({ names: [HOST, 'shop.example', '203.0.113.10'], issuer })
    const leaf = new X509Certificate(cert)
    expect(leaf.subjectAltName).toBe(`DNS:${HOST}, DNS:shop.example, IP Address:203.0.113.10`)
    expect(leaf.checkHost('shop.example')).toBe('shop.example')
    expect(leaf.issuer).toBe('O=Shop\nCN=Shop CA')
    expect(leaf.ca).toBe(false)
    expect(leaf.verify(new X509Certificate(issuer.certificate).publicKey)).toBe(true)
  })

  test('begins and ends when it is told to, also beyond 2049', () => {
    const [notBefore, notAfter] = [Date.UTC(2001, 1, 3, 4, 5, 6), Date.UTC(2051, 1, 3, 4, 5, 6)]
    const leaf = new X509Certificate(makeLeaf({ names: [HOST], notBefore, notAfter }).cert)
    expect(leaf.validFromDate.getTime()).toBe(notBefore)
    expect(leaf.validToDate.getTime()).toBe(notAfter)
  })

  test('is sent with its intermediate unless that is forgotten', () => {
    expect(count(certificateOf('valid', HOST, authorities).cert)).toBe(2)
    expect(count(certificateOf('no-intermediate', HOST, authorities).cert)).toBe(1)
  })

  test('has a serial number of its own', () => {
    const serials = Array.from(
      { length: 20 },
      () => new X509Certificate(makeLeaf({ names: [HOST] }).cert).serialNumber,
    )
    expect(new Set(serials).size).toBe(serials.length)
  })
})

test('the authority under the root is one, and the root signs itself', () => {
  const root = new X509Certificate(authorities.root.certificate)
  const intermediate = new X509Certificate(authorities.intermediate.certificate)
  expect([root.ca, intermediate.ca]).toEqual([true, true])
  expect(root.verify(root.publicKey)).toBe(true)
  expect(intermediate.verify(root.publicKey)).toBe(true)
  expect(intermediate.checkIssued(root)).toBe(true)
})
