import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf } from '../../lab/tls/certificates.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const authorities = makeAuthorities()
const HOST = 'www.shop.example'

/** Number of certificates in a PEM text. */
const count = (pem: string): number => pem.split('BEGIN CERTIFICATE').length - 1

const validUntil = (pem: string): number => new X509Certificate(pem).validToDate.getTime()

describe('a lab certificate', () => {
  test('has its names and is signed by its issuer', () => {
    const issuer = makeAuthority({ O: 'Shop', CN: 'Shop CA' })
    const { cert } = makeLeaf({ names: [HOST, 'shop.example', '203.0.113.10'], issuer })
    const leaf = new X509Certificate(cert)
    expect(leaf.subjectAltName).toBe(`DNS:${HOST}, DNS:shop.example, IP Address:203.0.113.10`)
    expect(leaf.checkHost('shop.example')).toBe('shop.example')
    expect(leaf.issuer).toBe('O=Shop\nCN=Shop CA')
    expect(leaf.ca).toBe(false)
    expect(leaf.verify(new X509Certificate(issuer.certificate).publicKey)).toBe(true)
  })

  test('has the given validity, also beyond 2049', () => {
    const [notBefore, notAfter] = [Date.UTC(2001, 1, 3, 4, 5, 6), Date.UTC(2051, 1, 3, 4, 5, 6)]
    const leaf = new X509Certificate(makeLeaf({ names: [HOST], notBefore, notAfter }).cert)
    expect(leaf.validFromDate.getTime()).toBe(notBefore)
    expect(leaf.validToDate.getTime()).toBe(notAfter)
  })

  test('includes its intermediate, except for no-intermediate', () => {
    expect(count(makeCertificate('valid', HOST, authorities).cert)).toBe(2)
    expect(count(makeCertificate('no-intermediate', HOST, authorities).cert)).toBe(1)
  })

  test('has a unique serial number', () => {
    const serials = Array.from(
      { length: 20 },
      () => new X509Certificate(makeLeaf({ names: [HOST] }).cert).serialNumber,
    )
    expect(new Set(serials).size).toBe(serials.length)
  })
})

test('for runs at a simulated time, valid certificates have the given dates', () => {
  const dates = { notBefore: Date.UTC(2020, 0, 1), notAfter: Date.UTC(2049, 5, 1) }
  const fixed = makeAuthorities(dates)
  const { cert } = makeCertificate('valid', HOST, fixed)
  expect([cert, fixed.root.certificate, fixed.intermediate.certificate].map(validUntil)).toEqual([
    dates.notAfter,
    dates.notAfter,
    dates.notAfter,
  ])
  expect(validUntil(makeCertificate('renewed', HOST, fixed).cert)).toBe(dates.notAfter + 60 * 86_400_000)
})

test('the intermediate is a CA, and the root is self-signed', () => {
  const root = new X509Certificate(authorities.root.certificate)
  const intermediate = new X509Certificate(authorities.intermediate.certificate)
  expect([root.ca, intermediate.ca]).toEqual([true, true])
  expect(root.verify(root.publicKey)).toBe(true)
  expect(intermediate.verify(root.publicKey)).toBe(true)
  expect(intermediate.checkIssued(root)).toBe(true)
})

onLinux(NEEDS_PROGRAMS).describe('OpenSSL verifies against the root', () => {
  // https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/
  test.each([
    ['valid', 0],
    ['renewed', 0],
    ['wildcard', 0],
    ['expires-soon', 0],
    ['common-name-only', 0],
    ['expired', 10],
    ['not-yet-valid', 9],
    ['wrong-name', 62],
    ['wildcard-too-high', 62],
    ['self-signed', 18],
    ['self-signed-expired', 18],
    ['unknown-issuer', 20],
    ['no-intermediate', 20],
    ['wrong-intermediate', 20],
    ['expired-intermediate', 10],
    ['cloudflare-origin-ca', 20],
    ['cloudflare-origin-ca-expired', 20],
    ['cloudflare-origin-ca-wrong-name', 20],
    ['client-only', 26],
    ['weak-key', 66],
  ] as const)('%s: error %d', async (kind, error) => {
    const folder = await mkdtemp(join(tmpdir(), 'origin-gate-certificate-'))
    const { cert } = makeCertificate(kind, HOST, authorities)
    await Promise.all([
      writeFile(join(folder, 'root.pem'), authorities.root.certificate),
      writeFile(join(folder, 'sent.pem'), cert),
    ])
    const command = `verify -CAfile root.pem -untrusted sent.pem -purpose sslserver -verify_hostname ${HOST} -auth_level 2 sent.pem`
    const output = await new Promise<string>((resolve) => {
      execFile('openssl', command.split(' '), { cwd: folder }, (_, out, err) => resolve(out + err))
    })
    await rm(folder, { recursive: true })
    expect(Number(/error (\d+) at/.exec(output)?.[1] ?? 0)).toBe(error)
  })
})
