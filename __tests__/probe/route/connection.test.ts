/** Real processes carry the connections to real servers on loopback. */
import { createSecureServer } from 'node:http2'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import { listen } from '../../../lab/network/listen.ts'
import { makeAuthorities, makeCertificate } from '../../../lab/tls/authorities.ts'
import { sendHttp2 } from '../../../src/probe/http/http2.ts'
import { sendTwice } from '../../../src/probe/http/keep-alive.ts'
import { observeSilentConnection } from '../../../src/probe/network/silent-connection.ts'
import { inspectTls } from '../../../src/probe/tls/inspect.ts'
import {
  commandNetwork,
  contextWith,
  fetchThrough,
  leftOver,
  requestThrough,
  RESOLVED_BY_PROXY,
  uniqueSleep,
} from '../../support/command-route.ts'
import { floodWith, HOST, serve, serveSecurely, type Respond, type Server } from '../../support/wire.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const { describe, test } = onLinux(NEEDS_PROGRAMS)

const authorities = makeAuthorities()
const credentials = makeCertificate('valid', HOST, authorities)
const publicRoots = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const SOCAT = 'socat - TCP:%h:%p'
const OK = 'HTTP/1.1 200 OK\r\n'
const hello: Respond = (socket) => socket.write(`${OK}Content-Length: 5\r\n\r\nhallo`)

async function served(respond: Respond, tls = false): Promise<number> {
  server = await (tls ? serveSecurely(credentials, respond) : serve(respond))
  return server.port
}

describe.each([SOCAT, 'nc %h %p', 'exec nc %h %p', 'VARIABLE=1 nc "%h" %p'])('through `%s`', (command) => {
  test('a response is read', async () => {
    const port = await served(hello)
    expect(await fetchThrough(command, port)).toEqual({
      kind: 'completed',
      timings: { connect: expect.any(Number), processing: expect.any(Number), transfer: expect.any(Number) },
      head: { status: 200, headers: { 'content-length': '5' } },
      body: { text: 'hallo', bytes: 5, complete: true, coding: 'none' },
      wire: expect.anything(),
    })
    expect(server?.received()).toMatch(/^GET \/cart\?id=1 HTTP\/1\.1\r\n/)
    await server?.allClosed()
  })

  test('a response over TLS is read, and its certificate judged', async () => {
    const port = await served(hello, true)
    const exchange = await fetchThrough(command, port, { tls: { servername: HOST, trust: 'cloudflare' } })
    expect(exchange).toMatchObject({
      kind: 'completed',
      body: { text: 'hallo' },
      tls: { protocol: 'TLSv1.3', certificate: { names: [HOST], faults: [] } },
      timings: { tls: expect.any(Number) },
    })
    await server?.allClosed()
  })
})

test('an untrusted certificate is rejected as without a command', async () => {
  const port = await served(hello, true)
  const tls = { servername: 'www.other.example', trust: 'visitors' } as const
  expect(await fetchThrough(SOCAT, port, { tls })).toMatchObject({
    kind: 'failed',
    phase: 'tls',
    error: { reason: 'untrusted' },
  })
  await server?.allClosed()
})

test('a response to HEAD ends after its head', async () => {
  const port = await served((socket) => socket.write(`${OK}Content-Length: 9000\r\n\r\n`))
  expect(await fetchThrough(SOCAT, port, { method: 'HEAD' })).toMatchObject({ kind: 'completed' })
})

test.each([false, true])('a megabyte arrives whole, both ways (TLS: %s)', async (secure) => {
  const large = 'x'.repeat(1_000_000)
  const port = await served((socket) => {
    let bytes = 0
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes >= 900_000) socket.write(`${OK}Content-Length: ${large.length}\r\n\r\n${large}`)
    })
  }, secure)
  const exchange = await fetchThrough(SOCAT, port, {
    method: 'POST',
    body: large,
    bodyLimit: 2_000_000,
    ...(secure && { tls: { servername: HOST, trust: 'cloudflare' } }),
  })
  expect(exchange).toMatchObject({ kind: 'completed', body: { bytes: 1_000_000 } })
})

test('a body without an end is read within limits', async () => {
  const port = await served((socket) => {
    socket.write(`${OK}Content-Length: 99999999999\r\n\r\n`)
    floodWith(socket, 'x'.repeat(65_536))
  })
  expect(await fetchThrough(SOCAT, port)).toMatchObject({ kind: 'completed', body: { complete: false } })
  await server?.allClosed()
})

test('a body that ends with the connection is complete', async () => {
  const port = await served((socket) => socket.end(`${OK}\r\nhallo`))
  expect(await fetchThrough(SOCAT, port)).toMatchObject({ kind: 'completed', body: { text: 'hallo' } })
})

test('HTTP/2 works', async () => {
  const secure = createSecureServer(credentials)
  secure.on('stream', (stream) => {
    stream.respond({ ':status': 200 })
    stream.end('hallo')
  })
  const { port, close } = await listen(secure)
  const request = requestThrough(SOCAT, port, { tls: { servername: HOST, trust: 'cloudflare' } })
  const result = await sendHttp2(request, RESOLVED_BY_PROXY, contextWith(commandNetwork()))
  await close()
  expect(result).toMatchObject({ agreed: true, exchange: { kind: 'completed', body: { text: 'hallo' } } })
})

test('one process carries two requests', async () => {
  const name = uniqueSleep()
  const requests: string[] = []
  const port = await served((socket) => {
    hello(socket)
    socket.on('data', (chunk) => {
      requests.push(String(chunk))
      hello(socket)
    })
  })
  const request = requestThrough(`: ${name}; ${SOCAT}`, port)
  const result = await sendTwice(request, RESOLVED_BY_PROXY, contextWith(commandNetwork()))
  expect(result).toMatchObject({ reused: true, exchange: { kind: 'completed', body: { text: 'hallo' } } })
  expect(requests).toHaveLength(1)
  expect(await leftOver(name)).toEqual([])
})

test('a handshake is inspected', async () => {
  const port = await served(hello, true)
  const request = requestThrough(SOCAT, port, { tls: { servername: HOST, trust: 'cloudflare' } })
  expect(await inspectTls(request, RESOLVED_BY_PROXY, contextWith(commandNetwork()))).toEqual({
    protocol: 'tls',
    handshakeCompleted: true,
    requestsCertificate: false,
  })
  await server?.allClosed()
})

test('a connection without a request shows nothing', async () => {
  const port = await served(hello)
  const request = requestThrough(SOCAT, port)
  expect(await observeSilentConnection(request, RESOLVED_BY_PROXY, contextWith(commandNetwork()))).toEqual({
    ended: 'open',
  })
})

test('the name of an origin reaches the command unresolved', async () => {
  const port = await served(hello)
  expect(
    await fetchThrough('socat - TCP:127.0.0.1:%p # %h', port, { host: 'origin.internal' }),
  ).toMatchObject({
    kind: 'completed',
  })
})

test('a metadata service gets no command', async () => {
  expect(await fetchThrough('touch /tmp/never', 80, { host: '169.254.169.254' })).toMatchObject({
    phase: 'connect',
    error: { code: 'METADATA_SERVICE' },
  })
})
