import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls'
import {
  makeCertificate,
  makeClientCertificate,
  makeAuthorities,
  type CertificateKind,
} from '../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf, type Credentials } from '../../lab/tls/certificates.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { askAt, HOST, serve, serveSecurely, type Conduct, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
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

const unknownName: TlsOptions['SNICallback'] = (_, done) => done(new Error('unknown'))

type Trust = 'visitors' | 'cloudflare'

/** Asks a server with these credentials, as visitors or as Cloudflare would judge them. */
async function asked(credentials: TlsOptions, trust: Trust, servername = HOST): Promise<Exchange> {
  server = await serveSecurely(credentials, hello)
  return askAt(server.port, {
    tls: { servername, trust },
    network: { originCa: [authorities.cloudflareOriginCa.certificate] },
  })
}

test('a handshake is timed, and told with what was agreed', async () => {
  const exchange = await asked(makeCertificate('valid', HOST, authorities), 'visitors')
  expect(exchange).toMatchObject({
    kind: 'completed',
    timings: { connect: expect.any(Number), tls: expect.any(Number), processing: expect.any(Number) },
    tls: {
      protocol: 'TLSv1.3',
      cipher: expect.stringMatching(/^TLS_/),
      certificate: {
        subject: `CN=${HOST}`,
        issuer: 'O=Origin Gate Lab, CN=Lab Issuing CA',
        names: [HOST],
        expectedName: HOST,
        cloudflareOriginCa: false,
        chainError: '',
        faults: [],
      },
    },
  })
  expect(exchange.timings.tls).toBeGreaterThan(0)
  await server?.released()
})

describe('a certificate is judged fault by fault', () => {
  const issuer = authorities.intermediate
  const past = { notBefore: Date.now() - 93 * DAY, notAfter: Date.now() - 3 * DAY }
  const future = { notBefore: Date.now() + DAY }
  const deadCa = makeAuthority({ CN: 'Nobody' })
  const of = (kind: CertificateKind): Credentials => makeCertificate(kind, HOST, authorities)

  test.each<[string, Credentials, readonly string[]]>([
    ['valid', of('valid'), []],
    ['expired', of('expired'), ['expired']],
    ['not yet valid', of('not-yet-valid'), ['not-yet-valid']],
    ['for another name', of('wrong-name'), ['name-mismatch']],
    ['for a name one level up', makeLeaf({ names: ['shop.example'], issuer }), ['name-mismatch']],
    ['for every name of the domain', makeLeaf({ names: ['*.shop.example'], issuer }), []],
    ['self-signed', of('self-signed'), ['untrusted']],
    ['of an unknown issuer', of('unknown-issuer'), ['untrusted']],
    ['without its intermediate', of('no-intermediate'), ['chain-incomplete']],
    [
      'expired and for another name',
      makeLeaf({ names: ['old.example'], issuer, ...past }),
      ['expired', 'name-mismatch'],
    ],
    [
      'not yet valid and for another name',
      makeLeaf({ names: ['old.example'], issuer, ...future }),
      ['not-yet-valid', 'name-mismatch'],
    ],
    ['self-signed for another name', makeLeaf({ names: ['old.example'] }), ['name-mismatch', 'untrusted']],
    ['self-signed and expired', makeLeaf({ names: [HOST], ...past }), ['expired', 'untrusted']],
    ['self-signed and not yet valid', makeLeaf({ names: [HOST], ...future }), ['not-yet-valid', 'untrusted']],
    [
      'of an unknown issuer and expired',
      makeLeaf({ names: [HOST], issuer: deadCa, ...past }),
      ['expired', 'untrusted'],
    ],
    [
      'self-signed, expired and for another name',
      makeLeaf({ names: ['old.example'], ...past }),
      ['expired', 'name-mismatch', 'untrusted'],
    ],
  ])('%s', async (_, credentials, faults) => {
    const exchange = await asked(credentials, 'cloudflare')
    // The probe of the origin goes on with any certificate: what is behind it is worth knowing.
    expect(exchange.kind).toBe('completed')
    expect(exchange.tls?.certificate.faults).toEqual(faults)
  })

  test('visitors stop at the first fault, and see all of them', async () => {
    const exchange = await asked(makeLeaf({ names: ['old.example'], issuer, ...past }), 'visitors')
    expect(exchange).toMatchObject({
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted', code: 'expired', received: 0 },
      tls: { certificate: { names: ['old.example'], faults: ['expired', 'name-mismatch'] } },
    })
    expect(server?.heard()).toBe('')
  })
})

describe("Cloudflare's Origin CA", () => {
  const by = (more: { readonly names?: readonly [string]; readonly notAfter?: number }): Credentials =>
    makeLeaf({
      names: [HOST],
      issuer: authorities.cloudflareOriginCa,
      notBefore: Date.now() - 93 * DAY,
      ...more,
    })

  test('is as good as a public one to Cloudflare', async () => {
    expect(await asked(by({}), 'cloudflare')).toMatchObject({
      kind: 'completed',
      tls: { certificate: { cloudflareOriginCa: true, chainError: '', faults: [] } },
    })
  })

  test('is unknown to visitors', async () => {
    expect(await asked(by({}), 'visitors')).toMatchObject({
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted' },
      tls: { certificate: { cloudflareOriginCa: false, faults: ['untrusted'] } },
    })
  })

  test.each([
    ['expires too', by({ notAfter: Date.now() - DAY }), ['expired']],
    ['is for a name too', by({ names: ['old.example'] }), ['name-mismatch']],
  ])('%s', async (_, credentials, faults) => {
    expect((await asked(credentials, 'cloudflare')).tls?.certificate.faults).toEqual(faults)
  })

  test('is told by its signature, not by its name', async () => {
    const impostor = makeAuthority(authorities.cloudflareOriginCa.name)
    const exchange = await asked(makeLeaf({ names: [HOST], issuer: impostor }), 'cloudflare')
    expect(exchange.tls?.certificate).toMatchObject({ cloudflareOriginCa: false, faults: ['untrusted'] })
  })
})

test('a client certificate is shown to a server that demands one', async () => {
  const client = makeClientCertificate(authorities.originPull)
  const demanding = { requestCert: true, ca: authorities.originPull.certificate }
  server = await serveSecurely({ ...makeCertificate('valid', HOST, authorities), ...demanding }, hello)
  const tls = { servername: HOST, trust: 'cloudflare', clientCertificate: client } as const
  expect(await askAt(server.port, { tls })).toMatchObject({ kind: 'completed' })
})

describe('the server name', () => {
  const names: (string | undefined)[] = []
  const SNICallback: TlsOptions['SNICallback'] = (name, done) => {
    names.push(name)
    done(null)
  }

  test('is the one that was asked for', async () => {
    await asked(
      { ...makeCertificate('valid', HOST, authorities), SNICallback },
      'cloudflare',
      'origin.shop.example',
    )
    expect(names).toEqual(['origin.shop.example'])
  })

  test('is never an address, whose certificate is judged all the same', async () => {
    names.length = 0
    const credentials = makeLeaf({ names: ['203.0.113.10'], issuer: authorities.intermediate })
    const exchange = await asked({ ...credentials, SNICallback }, 'cloudflare', '203.0.113.10')
    expect(names).toEqual([])
    expect(exchange.tls?.certificate.faults).toEqual([])
  })
})

describe('a handshake breaks', () => {
  const tls = { servername: HOST, trust: 'cloudflare' } as const
  const valid = makeCertificate('valid', HOST, authorities)

  /** Does this as soon as the ClientHello has arrived. */
  async function onHello(conduct: Conduct, timeout?: number): Promise<Exchange> {
    // The hello has no blank line in it, so that the server must not wait for one.
    server = await serve(() => undefined, conduct)
    return askAt(server.port, { tls, ...(timeout !== undefined && { timeout }) })
  }

  test.each<[string, Conduct, string]>([
    ['on plain HTTP', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'protocol'],
    ['on a hang-up', (socket) => socket.end(), 'reset'],
    ['on a reset', (socket) => socket.resetAndDestroy(), 'reset'],
  ])('%s', async (_, conduct, reason) => {
    expect(await onHello(conduct)).toMatchObject({ kind: 'failed', phase: 'tls', error: { reason } })
  })

  test.each([10, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 90, 109, 110, 112, 116, 120])(
    'on alert %i, whose number is told',
    async (alert) => {
      const exchange = await onHello((socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, alert])))
      expect(exchange).toMatchObject({ kind: 'failed', phase: 'tls', error: { alert } })
    },
  )

  test('on silence, at the deadline', async () => {
    expect(await onHello(() => undefined, 200)).toMatchObject({
      phase: 'tls',
      error: { reason: 'timeout', code: 'DEADLINE' },
    })
    await server?.released()
  })

  test('without a common version', async () => {
    const old: TlsOptions = {
      ...valid,
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }
    expect(await asked(old, 'cloudflare')).toMatchObject({
      phase: 'tls',
      error: { reason: 'protocol', code: expect.stringMatching(/^ERR_SSL_/) },
    })
  })

  test('when the server knows no such name', async () => {
    expect(await asked({ ...valid, SNICallback: unknownName }, 'cloudflare')).toMatchObject({
      kind: 'failed',
      phase: 'tls',
    })
  })

  const demanding: TlsOptions = { ...valid, requestCert: true, rejectUnauthorized: true }

  test('for want of a client certificate, under TLS 1.2', async () => {
    expect(await asked({ ...demanding, maxVersion: 'TLSv1.2' }, 'cloudflare')).toMatchObject({ phase: 'tls' })
  })

  test('and under TLS 1.3 only once the request is sent, without a byte of an answer', async () => {
    expect(await asked(demanding, 'cloudflare')).toMatchObject({
      kind: 'failed',
      phase: 'processing',
      error: { reason: expect.stringMatching(/^(closed|reset)$/), received: 0 },
      tls: { protocol: 'TLSv1.3' },
    })
  })
})
