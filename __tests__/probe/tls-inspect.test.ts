import type { TlsInspection } from '../../src/domain/recheck.ts'
import type { TlsOptions } from 'node:tls'
import { afterEach, expect, test } from '@jest/globals'
import { makeCertificate, makeClientCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import type { ClientCertificate } from '../../src/domain/config.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { inspectTls } from '../../src/probe/tls/inspect.ts'
import {
  HOST,
  network,
  resolvedTo,
  serve,
  serveSecurely,
  type Respond,
  type Server,
} from '../support/wire.ts'

const authorities = makeAuthorities()
const valid = makeCertificate('valid', HOST, authorities)

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** Inspects this server, and waits until its connections are closed. */
async function inspect(
  starting: Promise<Server>,
  { client, timeout = 2000 }: { readonly client?: ClientCertificate; readonly timeout?: number } = {},
): Promise<TlsInspection> {
  server = await starting
  const request = {
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
  const inspection = await inspectTls(request, Promise.resolve(resolvedTo('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
  await server.allClosed()
  return inspection
}

const respondOk: Respond = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
const secure = (options: TlsOptions, respond = respondOk): Promise<Server> =>
  serveSecurely({ ...valid, ...options }, respond)
/** Runs `respond` as soon as the ClientHello arrives. */
const plain = (respond: Respond): Promise<Server> => serve(() => undefined, respond)

const closeConnection: Respond = (socket) => socket.end()
const flood: Respond = (socket) => {
  const fill = (): void => {
    while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 22))) continue
  }
  socket.on('drain', fill).on('error', () => undefined)
  fill()
}

const requiresClient: TlsOptions = {
  requestCert: true,
  rejectUnauthorized: true,
  ca: authorities.originPull.certificate,
}
const NO_HANDSHAKE = { handshakeCompleted: false, requestsCertificate: false } as const

test('a healthy server completes the handshake, and its request holds no secret', async () => {
  expect(await inspect(secure({}))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    requestsCertificate: false,
  })
  expect(server?.received()).toBe(`GET /cart?id=1 HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`)
})

test('a server that requires a client certificate sends an alert after the handshake of TLS 1.3', async () => {
  expect(await inspect(secure({ ...requiresClient, minVersion: 'TLSv1.3' }))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    alert: 116,
    requestsCertificate: false,
  })
})

test('a server that requires a client certificate fails the handshake of TLS 1.2', async () => {
  expect(await inspect(secure({ ...requiresClient, maxVersion: 'TLSv1.2' }))).toEqual({
    protocol: 'tls',
    handshakeCompleted: false,
    alert: 40,
    requestsCertificate: true,
  })
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server that requires a client certificate accepts one, with %s',
  async (version) => {
    const client = makeClientCertificate(authorities.originPull)
    const options: TlsOptions = { ...requiresClient, minVersion: version, maxVersion: version }
    expect(await inspect(secure(options), { client })).toMatchObject({ handshakeCompleted: true })
    expect(server?.received()).toContain('GET /cart')
  },
)

test('a server that closes on every request requires no client certificate', async () => {
  expect(await inspect(secure({ minVersion: 'TLSv1.3' }, closeConnection))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    requestsCertificate: false,
  })
})

test.each(['TLSv1', 'TLSv1.1'] as const)(
  'a server that supports only %s is tried with that',
  async (version) => {
    const old: TlsOptions = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
    expect(await inspect(secure(old))).toEqual({
      protocol: 'tls',
      ...NO_HANDSHAKE,
      alert: 70,
      legacy: { protocol: version, cipher: expect.stringContaining('SHA') },
    })
  },
)

test('a server with obsolete ciphers is tried with those', async () => {
  const ciphers: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0' }
  expect(await inspect(secure(ciphers))).toMatchObject({
    alert: 40,
    legacy: { protocol: 'TLSv1.2', cipher: 'ECDHE-ECDSA-NULL-SHA' },
  })
})

const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'

test.each<[string, Respond, TlsInspection]>([
  [
    'an alert',
    (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112])),
    { protocol: 'tls', ...NO_HANDSHAKE, alert: 112 },
  ],
  ['plain HTTP', (socket) => socket.end(BAD_REQUEST), { protocol: 'http', ...NO_HANDSHAKE }],
  ['other bytes', (socket) => socket.end('220 mail ready\r\n'), { protocol: 'other', ...NO_HANDSHAKE }],
  ['a close', (socket) => socket.end(), { protocol: 'nothing', ...NO_HANDSHAKE }],
  ['a reset', (socket) => socket.resetAndDestroy(), { protocol: 'nothing', ...NO_HANDSHAKE }],
])('%s is reported as such', async (_, respond, expected) => {
  expect(await inspect(plain(respond))).toEqual(expected)
})

test('without a response, the inspection ends at the deadline', async () => {
  const silent = plain(() => undefined)
  expect(await inspect(silent, { timeout: 200 })).toEqual({ protocol: 'nothing', ...NO_HANDSHAKE })
})

test('a flood of other bytes ends by itself', async () => {
  expect(await inspect(plain(flood))).toEqual({ protocol: 'other', ...NO_HANDSHAKE })
})
