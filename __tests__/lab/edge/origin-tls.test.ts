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

async function stage(origin: Server, settings: Partial<Zone> = {}): Promise<Site> {
  site = await startSite(origin, settings, { originPull })
  return site
}

/** The status under `strict` of an origin with such a certificate. */
const judged = async (kind: CertificateKind, settings: Partial<Zone> = {}): Promise<number> => {
  const origin = createSecure({ ...makeCertificate(kind, HOST, authorities) }, (_, response) =>
    response.end('ok'),
  )
  const { visit } = await stage(origin, { ssl: 'strict', ...settings })
  return (await visit()).status
}

/** Says whose client certificate it got. */
const demanding = (maxVersion: 'TLSv1.2' | 'TLSv1.3'): Server =>
  createSecure(
    { ...credentials, requestCert: true, rejectUnauthorized: false, maxVersion },
    ({ socket }, response) => {
      const peer = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
      response.end(peer?.subject ?? 'nobody')
    },
  )

/** Answers HTTP/2 as told, and HTTP/1.1 well. */
const speaking = (answer: (stream: ServerHttp2Stream) => void): Http2SecureServer => {
  const server = createSecureServer({ ...credentials, allowHTTP1: true }, (request, response) => {
    if (request.httpVersion === '1.1') response.end('over HTTP/1.1')
  })
  server.on('stream', answer)
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
    expect(await judged(kind)).toBe(status)
  })

  test('takes a private root from the trust store, and a name that the record leads to', async () => {
    expect(await judged('unknown-issuer', { trustStore: [authorities.untrusted.certificate] })).toBe(200)
    await site?.close()
    const origin = { address: '203.0.113.10', name: `old-${HOST}` }
    expect(await judged('wrong-name', { origin })).toBe(200)
    await site?.close()
    expect(await judged('wrong-name', { rules: { sni: `old-${HOST}` } })).toBe(200)
  })
})

describe('authenticated origin pulls', () => {
  test('show a certificate to who asks for one', async () => {
    const { visit, set } = await stage(demanding('TLSv1.3'))
    expect((await visit()).body).toBe('nobody')
    set({ clientCertificate: true })
    expect((await visit()).body).toBe('CN=origin-pull.lab')
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a certificate that is missing breaks TLS (%s)',
    async (maxVersion) => {
      const ca = [pullAuthority.certificate]
      const origin = createTls({
        ...credentials,
        requestCert: true,
        rejectUnauthorized: true,
        ca,
        maxVersion,
      })
      const { visit } = await stage(origin)
      expect((await visit()).status).toBe(525)
    },
  )
})

describe('HTTP/2', () => {
  test('is spoken with an origin that offers it, unless it is off', async () => {
    const origin = speaking((stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</a.css>; rel=preload' })
      stream.respond({ ':status': 201, 'x-mine': 'kept' })
      stream.end('over HTTP/2'.repeat(100_000))
    })
    const { visit, set } = await stage(origin, { ssl: 'strict' })
    const reply = await visit()
    expect([reply.status, reply.body.length, reply.headers['x-mine']]).toEqual([201, 1_100_000, 'kept'])
    set({ http2: false })
    expect((await visit()).body).toBe('over HTTP/1.1')
  })

  test.each([
    ['a stream that is reset', (stream: ServerHttp2Stream) => stream.close(2), 520],
    ['a session that goes away', (stream: ServerHttp2Stream) => stream.session?.goaway(11), 520],
    ['a session that is cut', (stream: ServerHttp2Stream) => stream.session?.destroy(), 520],
    ['silence', () => {}, 524],
  ] as const)('that ends in %s', async (_, answer, expected) => {
    const { visit, set } = await stage(speaking(answer))
    expect((await visit()).status).toBe(expected)
    set({ http2: false })
    expect((await visit()).status).toBe(200)
  })

  test('that is broken from its first byte', async () => {
    const origin = createTls({ ...credentials, ALPNProtocols: ['h2'] }, (socket) => {
      socket.on('error', () => {})
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    })
    const { visit } = await stage(origin)
    expect((await visit()).status).toBe(520)
  })

  test('that cuts a body cuts it for the visitor, too', async () => {
    const origin = speaking((stream) => {
      stream.respond({ ':status': 200, 'content-length': '100' })
      stream.write('half')
      setTimeout(() => stream.close(2), 50)
    })
    const { visit } = await stage(origin)
    expect(await visit().catch(errorCode)).toBe('ECONNRESET')
  })
})
