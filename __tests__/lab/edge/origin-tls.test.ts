import { createSecureServer, type Http2SecureServer, type ServerHttp2Stream } from 'node:http2'
import { createServer as createSecure } from 'node:https'
import type { Server } from 'node:net'
import { createServer as createTls, TLSSocket } from 'node:tls'
import { afterEach, describe, expect, test } from '@jest/globals'
import { makeCertificate, type CertificateKind } from '../../../lab/tls/authorities.ts'
import { makeAuthority, makeLeaf } from '../../../lab/tls/certificates.ts'
import { errorCode } from '../../../lab/network/routes.ts'
import type { Zone } from '../../../lab/world/zone.ts'
import { authorities, credentials, HOST, startSite, type Site } from '../../support/lab-edge.ts'

let site: Site | undefined
afterEach(async () => {
  await site?.close()
  site = undefined
})

const pullAuthority = makeAuthority({ O: 'Lab', CN: 'Origin Pull CA' })
const originPull = makeLeaf({ names: ['origin-pull.lab'], issuer: pullAuthority })

async function start(origin: Server, settings: Partial<Zone> = {}): Promise<Site> {
  site = await startSite(origin, settings, { originPull })
  return site
}

/** The status under `strict` for this certificate. */
const strictStatus = async (kind: CertificateKind, settings: Partial<Zone> = {}): Promise<number> => {
  const origin = createSecure({ ...makeCertificate(kind, HOST, authorities) }, (_, response) =>
    response.end('ok'),
  )
  const { visit } = await start(origin, { ssl: 'strict', ...settings })
  return (await visit()).status
}

/** Responds with the subject of the client certificate. */
const requiringCertificate = (maxVersion: 'TLSv1.2' | 'TLSv1.3'): Server =>
  createSecure(
    { ...credentials, requestCert: true, rejectUnauthorized: false, maxVersion },
    ({ socket }, response) => {
      const peer = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
      response.end(peer?.subject ?? 'none')
    },
  )

/** Handles HTTP/2 with `respond`, and serves HTTP/1.1. */
const http2Server = (respond: (stream: ServerHttp2Stream) => void): Http2SecureServer => {
  const server = createSecureServer({ ...credentials, allowHTTP1: true }, (request, response) => {
    if (request.httpVersion === '1.1') response.end('over HTTP/1.1')
  })
  server.on('stream', respond)
  server.on('session', (session) => session.on('error', () => {}))
  return server
}

describe('strict validation', () => {
  test.each([
    ['valid', 200],
    ['cloudflare-origin-ca', 200],
    ['expired', 526],
    ['not-yet-valid', 526],
    ['wrong-name', 526],
    ['self-signed', 526],
    ['unknown-issuer', 526],
    ['no-intermediate', 526],
  ] as const)('%s: %d', async (kind, status) => {
    expect(await strictStatus(kind)).toBe(status)
  })

  test('accepts a private root from the trust store, and the name of a CNAME or of an Origin Rule', async () => {
    expect(await strictStatus('unknown-issuer', { trustStore: [authorities.untrusted.certificate] })).toBe(
      200,
    )
    await site?.close()
    const origin = { address: '203.0.113.10', name: `old-${HOST}` }
    expect(await strictStatus('wrong-name', { origin })).toBe(200)
    await site?.close()
    expect(await strictStatus('wrong-name', { rules: { sni: `old-${HOST}` } })).toBe(200)
  })
})

describe('authenticated origin pulls', () => {
  test('present a certificate to an origin that requests one', async () => {
    const { visit, set } = await start(requiringCertificate('TLSv1.3'))
    expect((await visit()).body).toBe('none')
    set({ clientCertificate: true })
    expect((await visit()).body).toBe('CN=origin-pull.lab')
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a missing certificate is a 525 (%s)', async (maxVersion) => {
    const ca = [pullAuthority.certificate]
    const origin = createTls({
      ...credentials,
      requestCert: true,
      rejectUnauthorized: true,
      ca,
      maxVersion,
    })
    const { visit } = await start(origin)
    expect((await visit()).status).toBe(525)
  })
})

describe('HTTP/2', () => {
  test('is used with an origin that offers it, unless it is off', async () => {
    const origin = http2Server((stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</a.css>; rel=preload' })
      stream.respond({ ':status': 201, 'x-own': 'kept' })
      stream.end('over HTTP/2'.repeat(100_000))
    })
    const { visit, set } = await start(origin, { ssl: 'strict' })
    const reply = await visit()
    expect([reply.status, reply.body.length, reply.headers['x-own']]).toEqual([201, 1_100_000, 'kept'])
    set({ http2: false })
    expect((await visit()).body).toBe('over HTTP/1.1')
  })

  test.each([
    ['a reset stream', (stream: ServerHttp2Stream) => stream.close(2), 520],
    ['GOAWAY', (stream: ServerHttp2Stream) => stream.session?.goaway(11), 520],
    ['a closed connection', (stream: ServerHttp2Stream) => stream.session?.destroy(), 520],
    ['no response', () => {}, 524],
  ] as const)('that fails with %s', async (_, respond, expected) => {
    const { visit, set } = await start(http2Server(respond))
    expect((await visit()).status).toBe(expected)
    set({ http2: false })
    expect((await visit()).status).toBe(200)
  })

  test('that is invalid from the first byte', async () => {
    const origin = createTls({ ...credentials, ALPNProtocols: ['h2'] }, (socket) => {
      socket.on('error', () => {})
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    })
    const { visit } = await start(origin)
    expect((await visit()).status).toBe(520)
  })

  test('that ends in the middle of a body ends it for the visitor too', async () => {
    const origin = http2Server((stream) => {
      stream.respond({ ':status': 200, 'content-length': '100' })
      stream.write('half')
      setTimeout(() => stream.close(2), 50)
    })
    const { visit } = await start(origin)
    expect(await visit().catch(errorCode)).toBe('ECONNRESET')
  })
})
