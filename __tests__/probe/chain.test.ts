import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate, makeAuthorities, type CertificateKind } from '../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf, type Credentials } from '../../lab/tls/certificates.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import { askAt, HOST, serveSecurely, type Conduct, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
const company = makeAuthority({ O: 'Shop', CN: 'Shop Root' })
const below = makeAuthority({ O: 'Shop', CN: 'Shop Issuing CA' }, { parent: company })
const publicRoots = getCACertificates('default')
// The lab's root stands in for the public ones, for this file only.
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const DAY = 86_400_000
const hello: Conduct = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
const of = (kind: CertificateKind): Credentials => makeCertificate(kind, HOST, authorities)

/** What a server shows with these credentials, in the eyes of Cloudflare. */
async function shown(credentials: Credentials, ca: readonly string[] = []): Promise<Certificate | undefined> {
  server = await serveSecurely(credentials, hello)
  return (await askAt(server.port, { tls: { servername: HOST, trust: 'cloudflare', ca } })).tls?.certificate
}

const linked = (certificate: Certificate | undefined): readonly boolean[] =>
  certificate?.chain.map(({ linked }) => linked) ?? []

describe('the chain', () => {
  test('is told as it was served, with keys, dates and signatures', async () => {
    const certificate = await shown(of('valid'))
    expect(certificate?.chain).toEqual([
      {
        subject: `CN=${HOST}`,
        issuer: 'O=Origin Gate Lab, CN=Lab Issuing CA',
        notBefore: certificate?.notBefore,
        notAfter: certificate?.notAfter,
        key: 'EC prime256v1',
        signature: 'ecdsa-with-SHA256',
        linked: true,
      },
      expect.objectContaining({
        subject: 'O=Origin Gate Lab, CN=Lab Issuing CA',
        issuer: 'O=Origin Gate Lab, CN=Lab Root',
        linked: true,
      }),
    ])
    expect(certificate?.disordered).toBe(false)
  })

  test('may have what nobody needs, and that is no fault', async () => {
    const issuer = authorities.intermediate
    const chain = issuer.certificate + authorities.untrusted.certificate
    const certificate = await shown(makeLeaf({ names: [HOST], issuer, chain }))
    expect(linked(certificate)).toEqual([true, true, false])
    expect(certificate).toMatchObject({ disordered: false, faults: [] })
  })

  test('may be out of order', async () => {
    const certificate = await shown(of('out-of-order'))
    expect(certificate).toMatchObject({ disordered: true, faults: [], chainError: '' })
    expect(linked(certificate)).toEqual([true, true, true])
  })

  test('lacks an intermediate, though an old one is in its place', async () => {
    const certificate = await shown(of('wrong-intermediate'))
    expect(certificate?.faults).toEqual(['chain-incomplete'])
    expect(linked(certificate)).toEqual([true, false])
  })

  test('has an intermediate that has ended', async () => {
    expect((await shown(of('expired-intermediate')))?.faults).toEqual(['expired'])
  })

  test('lacks nothing where somebody borrowed the name of a root', async () => {
    const impostor = makeAuthority(authorities.root.name)
    expect((await shown(makeLeaf({ names: [HOST], issuer: impostor })))?.faults).toEqual(['untrusted'])
  })

  test('is read to the tenth certificate', async () => {
    const chain = authorities.intermediate.certificate.repeat(15)
    const certificate = await shown(makeLeaf({ names: [HOST], issuer: authorities.intermediate, chain }))
    expect(certificate?.chain).toHaveLength(10)
    expect(certificate?.faults).toEqual([])
  })

  describe("of the user's own authority", () => {
    test.each([
      ['a root', company],
      ['an intermediate', below],
    ])('%s is as good as a public one to Cloudflare', async (_, issuer) => {
      expect((await shown(makeLeaf({ names: [HOST], issuer }), [company.certificate]))?.faults).toEqual([])
    })

    test('a certificate that signs itself may be named as its own', async () => {
      const credentials = makeLeaf({ names: [HOST] })
      expect((await shown(credentials, [credentials.cert]))?.faults).toEqual([])
    })

    test('expires too, and is for a name too', async () => {
      const credentials = makeLeaf({
        names: ['old.example'],
        issuer: below,
        notBefore: Date.now() - 93 * DAY,
        notAfter: Date.now() - DAY,
      })
      expect((await shown(credentials, [company.certificate]))?.faults).toEqual(['expired', 'name-mismatch'])
    })

    test('has intermediates that expire too', async () => {
      const ended = makeAuthority({ CN: 'Old' }, { parent: company, notAfter: Date.now() - DAY })
      const credentials = makeLeaf({ names: [HOST], issuer: ended })
      expect((await shown(credentials, [company.certificate]))?.faults).toEqual(['expired'])
    })

    test.each([
      ['nobody named it', []],
      ['another was named', [authorities.untrusted.certificate]],
    ])('is unknown where %s', async (_, ca) => {
      expect((await shown(makeLeaf({ names: [HOST], issuer: below }), ca))?.faults).toEqual(['untrusted'])
    })
  })
})
