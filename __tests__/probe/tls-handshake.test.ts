import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import {
  makeCertificate,
  makeClientCertificate,
  makeAuthorities,
  type CertificateKind,
} from '../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf, type Credentials } from '../../lab/tls/certificates.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { requestAt, HOST, serve, serveSecurely, type Respond, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
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

const unknownName: TlsOptions['SNICallback'] = (_, done) => done(new Error('unknown'))

type Trust = 'visitors' | 'cloudflare'

/** Sends a request to a server with these credentials, validated as visitors or as Cloudflare do. */
async function connectTo(credentials: TlsOptions, trust: Trust, servername = HOST): Promise<Exchange> {
  server = await serveSecurely(credentials, respondOk)
  return requestAt(server.port, {
    tls: { servername, trust },
    network: { originCa: [authorities.cloudflareOriginCa.certificate] },
  })
}

test('a handshake is timed and reported with protocol, cipher and certificate', async () => {
  const exchange = await connectTo(makeCertificate('valid', HOST, authorities), 'visitors')
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
  await server?.allClosed()
})

describe('every fault of a certificate is reported', () => {
  const issuer = authorities.intermediate
  const past = { notBefore: Date.now() - 93 * DAY, notAfter: Date.now() - 3 * DAY }
  const future = { notBefore: Date.now() + DAY }
  const unknownCa = makeAuthority({ CN: 'Unknown' })
  const of = (kind: CertificateKind): Credentials => makeCertificate(kind, HOST, authorities)

  test.each<[string, Credentials, readonly string[]]>([
    ['valid', of('valid'), []],
    ['expired', of('expired'), ['expired']],
    ['not yet valid', of('not-yet-valid'), ['not-yet-valid']],
    ['for another name', of('wrong-name'), ['name-mismatch']],
    ['for the parent domain', makeLeaf({ names: ['shop.example'], issuer }), ['name-mismatch']],
    ['for a wildcard', makeLeaf({ names: ['*.shop.example'], issuer }), []],
    ['self-signed', of('self-signed'), ['untrusted']],
    ['from an unknown issuer', of('unknown-issuer'), ['untrusted']],
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
      'from an unknown issuer and expired',
      makeLeaf({ names: [HOST], issuer: unknownCa, ...past }),
      ['expired', 'untrusted'],
    ],
    [
      'self-signed, expired and for another name',
      makeLeaf({ names: ['old.example'], ...past }),
      ['expired', 'name-mismatch', 'untrusted'],
    ],
  ])('%s', async (_, credentials, faults) => {
    const exchange = await connectTo(credentials, 'cloudflare')
    // The direct probe continues with any certificate, because the response matters too.
    expect(exchange.kind).toBe('completed')
    expect(exchange.tls?.certificate.faults).toEqual(faults)
  })

  test('visitors send no request, and all faults are reported', async () => {
    const exchange = await connectTo(makeLeaf({ names: ['old.example'], issuer, ...past }), 'visitors')
    expect(exchange).toMatchObject({
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted', code: 'expired', received: 0 },
      tls: { certificate: { names: ['old.example'], faults: ['expired', 'name-mismatch'] } },
    })
    expect(server?.received()).toBe('')
  })
})

describe("a certificate from Cloudflare's Origin CA", () => {
  const issue = (changes: { readonly names?: readonly [string]; readonly notAfter?: number }): Credentials =>
    makeLeaf({
      names: [HOST],
      issuer: authorities.cloudflareOriginCa,
      notBefore: Date.now() - 93 * DAY,
      ...changes,
    })

  test('is valid for Cloudflare', async () => {
    expect(await connectTo(issue({}), 'cloudflare')).toMatchObject({
      kind: 'completed',
      tls: { certificate: { cloudflareOriginCa: true, chainError: '', faults: [] } },
    })
  })

  test('is untrusted for visitors', async () => {
    expect(await connectTo(issue({}), 'visitors')).toMatchObject({
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted' },
      tls: { certificate: { cloudflareOriginCa: false, faults: ['untrusted'] } },
    })
  })

  test.each([
    ['can expire', issue({ notAfter: Date.now() - DAY }), ['expired']],
    ['can be for another name', issue({ names: ['old.example'] }), ['name-mismatch']],
  ])('%s', async (_, credentials, faults) => {
    expect((await connectTo(credentials, 'cloudflare')).tls?.certificate.faults).toEqual(faults)
  })

  test('is recognized by its signature, not by its name', async () => {
    const impostor = makeAuthority(authorities.cloudflareOriginCa.name)
    const exchange = await connectTo(makeLeaf({ names: [HOST], issuer: impostor }), 'cloudflare')
    expect(exchange.tls?.certificate).toMatchObject({ cloudflareOriginCa: false, faults: ['untrusted'] })
  })
})

test('a client certificate is presented to a server that requests one', async () => {
  const client = makeClientCertificate(authorities.originPull)
  const requiresClient = { requestCert: true, ca: authorities.originPull.certificate }
  server = await serveSecurely(
    { ...makeCertificate('valid', HOST, authorities), ...requiresClient },
    respondOk,
  )
  const tls = { servername: HOST, trust: 'cloudflare', clientCertificate: client } as const
  expect(await requestAt(server.port, { tls })).toMatchObject({ kind: 'completed' })
})

describe('the server name', () => {
  const names: (string | undefined)[] = []
  const SNICallback: TlsOptions['SNICallback'] = (name, done) => {
    names.push(name)
    done(null)
  }

  test('is the requested one', async () => {
    await connectTo(
      { ...makeCertificate('valid', HOST, authorities), SNICallback },
      'cloudflare',
      'origin.shop.example',
    )
    expect(names).toEqual(['origin.shop.example'])
  })

  test('is never an address, but the certificate is validated for the address', async () => {
    names.length = 0
    const credentials = makeLeaf({ names: ['203.0.113.10'], issuer: authorities.intermediate })
    const exchange = await connectTo({ ...credentials, SNICallback }, 'cloudflare', '203.0.113.10')
    expect(names).toEqual([])
    expect(exchange.tls?.certificate.faults).toEqual([])
  })
})

describe('a handshake fails', () => {
  const tls = { servername: HOST, trust: 'cloudflare' } as const
  const valid = makeCertificate('valid', HOST, authorities)

  /** Runs `respond` as soon as the ClientHello arrives. */
  async function onClientHello(respond: Respond, timeout?: number): Promise<Exchange> {
    // A ClientHello has no empty line, so the server must not wait for one.
    server = await serve(() => undefined, respond)
    return requestAt(server.port, { tls, ...(timeout !== undefined && { timeout }) })
  }

  test.each<[string, Respond, string]>([
    ['on plain HTTP', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'protocol'],
    ['on a close', (socket) => socket.end(), 'closed'],
    ['on a reset', (socket) => socket.resetAndDestroy(), 'reset'],
  ])('%s', async (_, respond, reason) => {
    expect(await onClientHello(respond)).toMatchObject({ kind: 'failed', phase: 'tls', error: { reason } })
  })

  test.each([10, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 90, 109, 110, 112, 116, 120])(
    'on alert %i, and its number is reported',
    async (alert) => {
      const exchange = await onClientHello((socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, alert])))
      expect(exchange).toMatchObject({ kind: 'failed', phase: 'tls', error: { alert } })
    },
  )

  test('without a response, at the deadline', async () => {
    expect(await onClientHello(() => undefined, 200)).toMatchObject({
      phase: 'tls',
      error: { reason: 'timeout', code: 'DEADLINE' },
    })
    await server?.allClosed()
  })

  test('without a common protocol version', async () => {
    const old: TlsOptions = {
      ...valid,
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }
    expect(await connectTo(old, 'cloudflare')).toMatchObject({
      phase: 'tls',
      error: { reason: 'protocol', code: expect.stringMatching(/^ERR_SSL_/) },
    })
  })

  test('on an unknown server name', async () => {
    expect(await connectTo({ ...valid, SNICallback: unknownName }, 'cloudflare')).toMatchObject({
      kind: 'failed',
      phase: 'tls',
    })
  })

  const requiresClient: TlsOptions = { ...valid, requestCert: true, rejectUnauthorized: true }

  test('without a client certificate, with TLS 1.2', async () => {
    expect(await connectTo({ ...requiresClient, maxVersion: 'TLSv1.2' }, 'cloudflare')).toMatchObject({
      phase: 'tls',
    })
  })

  test('without a client certificate only after the request, with TLS 1.3', async () => {
    expect(await connectTo(requiresClient, 'cloudflare')).toMatchObject({
      kind: 'failed',
      phase: 'processing',
      error: { reason: 'protocol', received: 0, alert: 116 },
      tls: { protocol: 'TLSv1.3' },
    })
  })
})
