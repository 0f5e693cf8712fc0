import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities, type CertificateKind } from '../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf, type Credentials } from '../../lab/tls/certificates.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import { requestAt, HOST, serveSecurely, type Respond, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
const company = makeAuthority({ O: 'Shop', CN: 'Shop Root' })
const companyIssuing = makeAuthority({ O: 'Shop', CN: 'Shop Issuing CA' }, { parent: company })
const publicRoots = getCACertificates('default')
// The lab's root replaces the public ones in this file.
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const DAY = 86_400_000
const respondOk: Respond = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
const of = (kind: CertificateKind): Credentials => makeCertificate(kind, HOST, authorities)

/** The certificate of a server with these credentials, as Cloudflare validates it. */
async function served(
  credentials: Credentials,
  ca: readonly string[] = [],
): Promise<Certificate | undefined> {
  server = await serveSecurely(credentials, respondOk)
  return (await requestAt(server.port, { tls: { servername: HOST, trust: 'cloudflare', ca } })).tls
    ?.certificate
}

const linked = (certificate: Certificate | undefined): readonly boolean[] =>
  certificate?.chain.map(({ linked }) => linked) ?? []

describe('the chain', () => {
  test('is reported as served, with keys, dates and signatures', async () => {
    const certificate = await served(of('valid'))
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

  test('may have unneeded certificates', async () => {
    const issuer = authorities.intermediate
    const chain = issuer.certificate + authorities.untrusted.certificate
    const certificate = await served(makeLeaf({ names: [HOST], issuer, chain }))
    expect(linked(certificate)).toEqual([true, true, false])
    expect(certificate).toMatchObject({ disordered: false, faults: [] })
  })

  test('may be out of order', async () => {
    const certificate = await served(of('out-of-order'))
    expect(certificate).toMatchObject({ disordered: true, faults: [], chainError: '' })
    expect(linked(certificate)).toEqual([true, true, true])
  })

  test('may have an expired cross-signature of a trusted root', async () => {
    const certificate = await served(of('expired-cross-sign'))
    expect(linked(certificate)).toEqual([true, true, false])
    expect(certificate).toMatchObject({ chainError: '', faults: [] })
  })

  test.each(['old-and-new-intermediate', 'old-intermediate-too'] as const)(
    'may have an intermediate and its expired predecessor: %s',
    async (kind) => {
      const certificate = await served(of(kind))
      expect(certificate?.chain.find(({ notAfter }) => notAfter < Date.now())?.linked).toBe(false)
      expect(certificate?.faults).toEqual([])
    },
  )

  test.each([
    ['expired-intermediate', 'expired', true],
    ['expired-cross-sign-needed', 'expired', true],
    ['future-intermediate', 'not-yet-valid', false],
  ] as const)('depends on an issuer with other dates: %s', async (kind, fault, expired) => {
    const certificate = await served(of(kind))
    expect(certificate).toMatchObject({ faults: [fault], chainError: '' })
    const wrong = certificate?.chain.filter(
      ({ linked, notBefore, notAfter }) =>
        linked && (expired ? notAfter < Date.now() : notBefore > Date.now()),
    )
    expect(wrong).toHaveLength(1)
    expect(wrong?.[0]).not.toEqual(certificate?.chain[0])
  })

  test('ends at a root of the user that has expired', async () => {
    const old = makeAuthority({ O: 'Shop', CN: 'Shop Root' }, { notAfter: Date.now() - DAY })
    const certificate = await served(makeLeaf({ names: [HOST], issuer: old }), [old.certificate])
    expect(certificate?.faults).toEqual(['expired'])
    expect(certificate?.root?.subject).toBe('O=Shop, CN=Shop Root')
  })

  test('may lack an intermediate and have an old one instead', async () => {
    const certificate = await served(of('wrong-intermediate'))
    expect(certificate?.faults).toEqual(['chain-incomplete'])
    expect(linked(certificate)).toEqual([true, false])
  })

  test('may have an expired intermediate', async () => {
    expect((await served(of('expired-intermediate')))?.faults).toEqual(['expired'])
  })

  test('is untrusted, not incomplete, if the issuer only has the name of a root', async () => {
    const impostor = makeAuthority(authorities.root.name)
    expect((await served(makeLeaf({ names: [HOST], issuer: impostor })))?.faults).toEqual(['untrusted'])
  })

  test('is read to the tenth certificate', async () => {
    const chain = authorities.intermediate.certificate.repeat(15)
    const certificate = await served(makeLeaf({ names: [HOST], issuer: authorities.intermediate, chain }))
    expect(certificate?.chain).toHaveLength(10)
    expect(certificate?.faults).toEqual([])
  })

  describe("from the user's own authority", () => {
    test.each([
      ['a root', company],
      ['an intermediate', companyIssuing],
    ])('is valid for Cloudflare with %s', async (_, issuer) => {
      expect((await served(makeLeaf({ names: [HOST], issuer }), [company.certificate]))?.faults).toEqual([])
    })

    test('may be a self-signed certificate that is its own root', async () => {
      const credentials = makeLeaf({ names: [HOST] })
      expect((await served(credentials, [credentials.cert]))?.faults).toEqual([])
    })

    test('can expire, and be for another name', async () => {
      const credentials = makeLeaf({
        names: ['old.example'],
        issuer: companyIssuing,
        notBefore: Date.now() - 93 * DAY,
        notAfter: Date.now() - DAY,
      })
      expect((await served(credentials, [company.certificate]))?.faults).toEqual(['expired', 'name-mismatch'])
    })

    test('can have expired intermediates', async () => {
      const expired = makeAuthority({ CN: 'Old' }, { parent: company, notAfter: Date.now() - DAY })
      const credentials = makeLeaf({ names: [HOST], issuer: expired })
      expect((await served(credentials, [company.certificate]))?.faults).toEqual(['expired'])
    })

    test.each([
      ['no root is configured', []],
      ['another root is configured', [authorities.untrusted.certificate]],
    ])('is untrusted if %s', async (_, ca) => {
      expect((await served(makeLeaf({ names: [HOST], issuer: companyIssuing }), ca))?.faults).toEqual([
        'untrusted',
      ])
    })
  })
})
