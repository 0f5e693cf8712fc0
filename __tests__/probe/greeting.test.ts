import { afterEach, expect, test } from '@jest/globals'
import type { TlsOptions } from 'node:tls'
import { certificateOf, clientCertificateOf, makeAuthorities } from '../../lab/tls/authorities.ts'
import type { ClientCertificate } from '../../src/domain/config.ts'
import type { Greeting } from '../../src/domain/tls-inspection.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { greet } from '../../src/probe/tls/inspect.ts'
import { HOST, network, resolved, serve, serveSecurely, type Conduct, type Server } from '../support/wire.ts'

const authorities = makeAuthorities()
const valid = certificateOf('valid', HOST, authorities)

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** What comes of a hello at this server, which has to be let go of afterwards. */
async function greeted(
  started: Promise<Server>,
  { client, timeout = 2000 }: { readonly client?: ClientCertificate; readonly timeout?: number } = {},
): Promise<Greeting> {
  server = await started
  const ask = {
    host: HOST,
    port: server.port,
    tls: { servername: HOST, trust: 'cloudflare', ...(client !== undefined && { client }) },
    method: 'GET',
    path: '/cart?id=1',
    headers: { host: HOST, 'x-secret': 'open' },
  } as const
  const greeting = await greet(ask, Promise.resolve(resolved('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    reveal: () => undefined,
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
const UNHEARD = { finished: false, asksCertificate: false } as const

test('a server that is well shakes hands, and is asked for the page without a secret', async () => {
  expect(await greeted(secure({}))).toEqual({ speaks: 'tls', finished: true, asksCertificate: false })
  expect(server?.heard()).toBe(`GET /cart?id=1 HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`)
})

test('one that wants a client certificate says so after the handshake of TLS 1.3', async () => {
  expect(await greeted(secure({ ...demanding, minVersion: 'TLSv1.3' }))).toEqual({
    speaks: 'tls',
    finished: true,
    alert: 116,
    asksCertificate: false,
  })
})

test('and within that of TLS 1.2', async () => {
  expect(await greeted(secure({ ...demanding, maxVersion: 'TLSv1.2' }))).toEqual({
    speaks: 'tls',
    finished: false,
    alert: 40,
    asksCertificate: true,
  })
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)('and lets in who has one, in %s', async (version) => {
  const client = clientCertificateOf(authorities.originPull)
  const options: TlsOptions = { ...demanding, minVersion: version, maxVersion: version }
  expect(await greeted(secure(options), { client })).toMatchObject({ finished: true })
  expect(server?.heard()).toContain('GET /cart')
})

test('one that hangs up on every request wants no certificate', async () => {
  expect(await greeted(secure({ minVersion: 'TLSv1.3' }, hangUp))).toEqual({
    speaks: 'tls',
    finished: true,
    asksCertificate: false,
  })
})

test.each(['TLSv1', 'TLSv1.1'] as const)('one that knows %s alone is asked for that', async (version) => {
  const old: TlsOptions = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
  expect(await greeted(secure(old))).toEqual({
    speaks: 'tls',
    ...UNHEARD,
    alert: 70,
    outdated: { protocol: version, cipher: expect.stringContaining('SHA') },
  })
})

test('one that has ciphers which nobody offers is asked for those', async () => {
  const ciphers: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0' }
  expect(await greeted(secure(ciphers))).toMatchObject({
    alert: 40,
    outdated: { protocol: 'TLSv1.2', cipher: 'ECDHE-ECDSA-NULL-SHA' },
  })
})

const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'

test.each<[string, Conduct, Greeting]>([
  [
    'an alert',
    (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112])),
    { speaks: 'tls', ...UNHEARD, alert: 112 },
  ],
  ['plain HTTP', (socket) => socket.end(BAD_REQUEST), { speaks: 'http', ...UNHEARD }],
  ['noise', (socket) => socket.end('220 mail ready\r\n'), { speaks: 'other', ...UNHEARD }],
  ['a hang-up', (socket) => socket.end(), { speaks: 'nothing', ...UNHEARD }],
  ['a reset', (socket) => socket.resetAndDestroy(), { speaks: 'nothing', ...UNHEARD }],
])('%s is told as such', async (_, conduct, expected) => {
  expect(await greeted(bare(conduct))).toEqual(expected)
})

test('silence ends at the deadline', async () => {
  const silence = bare(() => undefined)
  expect(await greeted(silence, { timeout: 200 })).toEqual({ speaks: 'nothing', ...UNHEARD })
})

test('a flood that is no handshake ends by itself', async () => {
  expect(await greeted(bare(flood))).toEqual({ speaks: 'other', ...UNHEARD })
})
