import { afterEach, expect, test } from '@jest/globals'
import type { TlsOptions } from 'node:tls'
import { makeCertificate, makeClientCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import type { ClientCertificate } from '../../src/domain/config.ts'
import type { TlsInspection } from '../../src/domain/tls-inspection.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { inspectTls } from '../../src/probe/tls/inspect.ts'
import { HOST, network, resolved, serve, serveSecurely, type Conduct, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
const valid = makeCertificate('valid', HOST, authorities)

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** What comes of a hello at this server, which has to be let go of afterwards. */
async function greeted(
  started: Promise<Server>,
  { client, timeout = 2000 }: { readonly client?: ClientCertificate; readonly timeout?: number } = {},
): Promise<TlsInspection> {
  server = await started
  const ask = {
    host: HOST,
    port: server.port,
    tls: {
      servername: HOST,
      trust: 'cloudflare',
      ...(client !== undefined && { clientCertificate: client }),
    },
    method: 'GET',
    path: '/cart?id=1',
    headers: { host: HOST, 'x-secret': 'open' },
  } as const
  const greeting = await inspectTls(ask, Promise.resolve(resolved('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
  await server.released()
  return greeting
}

const hello: Conduct = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
const secure = (options: TlsOptions, conduct = hello): Promise<Server> =>
  serveSecurely({ ...valid, ...options }, conduct)
/** Does this as soon as the hello has arrived. */
const bare = (conduct: Conduct): Promise<Server> => serve(() => undefined, conduct)

const hangUp: Conduct = (socket) => socket.end()
const flood: Conduct = (socket) => {
  const pour = (): void => {
    while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 22))) continue
  }
  socket.on('drain', pour).on('error', () => undefined)
  pour()
}

const demanding: TlsOptions = {
  requestCert: true,
  rejectUnauthorized: true,
  ca: authorities.originPull.certificate,
}
const UNHEARD = { handshakeCompleted: false, requestsCertificate: false } as const

test('a server that is well shakes hands, and is asked for the page without a secret', async () => {
  expect(await greeted(secure({}))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    requestsCertificate: false,
  })
  expect(server?.heard()).toBe(`GET /cart?id=1 HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`)
})

test('one that wants a client certificate says so after the handshake of TLS 1.3', async () => {
  expect(await greeted(secure({ ...demanding, minVersion: 'TLSv1.3' }))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    alert: 116,
    requestsCertificate: false,
  })
})

test('and within that of TLS 1.2', async () => {
  expect(await greeted(secure({ ...demanding, maxVersion: 'TLSv1.2' }))).toEqual({
    protocol: 'tls',
    handshakeCompleted: false,
    alert: 40,
    requestsCertificate: true,
  })
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)('and lets in who has one, in %s', async (version) => {
  const client = makeClientCertificate(authorities.originPull)
  const options: TlsOptions = { ...demanding, minVersion: version, maxVersion: version }
  expect(await greeted(secure(options), { client })).toMatchObject({ handshakeCompleted: true })
  expect(server?.heard()).toContain('GET /cart')
})

test('one that hangs up on every request wants no certificate', async () => {
  expect(await greeted(secure({ minVersion: 'TLSv1.3' }, hangUp))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    requestsCertificate: false,
  })
})

test.each(['TLSv1', 'TLSv1.1'] as const)('one that knows %s alone is asked for that', async (version) => {
  const old: TlsOptions = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
  expect(await greeted(secure(old))).toEqual({
    protocol: 'tls',
    ...UNHEARD,
    alert: 70,
    legacy: { protocol: version, cipher: expect.stringContaining('SHA') },
  })
})

test('one that has ciphers which nobody offers is asked for those', async () => {
  const ciphers: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0' }
  expect(await greeted(secure(ciphers))).toMatchObject({
    alert: 40,
    legacy: { protocol: 'TLSv1.2', cipher: 'ECDHE-ECDSA-NULL-SHA' },
  })
})

const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'

test.each<[string, Conduct, TlsInspection]>([
  [
    'an alert',
    (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112])),
    { protocol: 'tls', ...UNHEARD, alert: 112 },
  ],
  ['plain HTTP', (socket) => socket.end(BAD_REQUEST), { protocol: 'http', ...UNHEARD }],
  ['noise', (socket) => socket.end('220 mail ready\r\n'), { protocol: 'other', ...UNHEARD }],
  ['a hang-up', (socket) => socket.end(), { protocol: 'nothing', ...UNHEARD }],
  ['a reset', (socket) => socket.resetAndDestroy(), { protocol: 'nothing', ...UNHEARD }],
])('%s is told as such', async (_, conduct, expected) => {
  expect(await greeted(bare(conduct))).toEqual(expected)
})

test('silence ends at the deadline', async () => {
  const silence = bare(() => undefined)
  expect(await greeted(silence, { timeout: 200 })).toEqual({ protocol: 'nothing', ...UNHEARD })
})

test('a flood that is no handshake ends by itself', async () => {
  expect(await greeted(bare(flood))).toEqual({ protocol: 'other', ...UNHEARD })
})
