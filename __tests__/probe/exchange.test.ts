import { afterEach, describe, expect, test } from '@jest/globals'
import { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { openBlackhole, type Blackhole } from '../../lab/network/blackhole.ts'
import { BODY_LIMIT } from '../../src/probe/http/body.ts'
import { askAt, coded, HOST, serve, type Conduct, type Server } from '../support/wire.ts'

let server: Server | undefined
let blackhole: Blackhole | undefined
afterEach(async () => {
  await server?.close()
  blackhole?.close()
  server = undefined
  blackhole = undefined
})

async function at(conduct: Conduct): Promise<number> {
  server = await serve(conduct)
  return server.port
}

const OK = 'HTTP/1.1 200 OK\r\n'
const GZIP = gzipSync('Welcome to the shop')

describe('an answer', () => {
  test('is read whole, with its headers in lower case and repeated ones joined', async () => {
    const port = await at((socket) =>
      socket.write(`${OK}Content-Length: 5\r\nX-A: 1\r\nX-A: 2\r\nCF-Ray: 8f2a1c0d9e7b6543-SJC\r\n\r\nhallo`),
    )
    expect(await askAt(port, { headers: { 'x-gate': 'open' } })).toEqual({
      kind: 'completed',
      family: 4,
      timings: { connect: expect.any(Number), processing: expect.any(Number), transfer: expect.any(Number) },
      head: {
        status: 200,
        headers: { 'content-length': '5', 'x-a': '1, 2', 'cf-ray': '8f2a1c0d9e7b6543-SJC' },
      },
      body: { text: 'hallo', bytes: 5, complete: true, coding: 'none' },
      wire: {
        opening: expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n.*hallo$/s),
        headBytes: 84,
        contentLength: ['5'],
        transferEncoding: [],
      },
    })
    expect(server?.heard()).toMatch(/^GET \/cart\?id=1 HTTP\/1\.1\r\n/)
    expect(server?.heard().toLowerCase()).toContain(`host: ${HOST}\r\n`)
    expect(server?.heard()).toContain('x-gate: open\r\n')
  })

  test('has its phases timed: what the server takes before the head is processing, after it transfer', async () => {
    const port = await at((socket) => {
      setTimeout(() => socket.write(`${OK}Content-Length: 2\r\n\r\n1`), 120)
      setTimeout(() => socket.write('2'), 320)
    })
    const { timings } = await askAt(port)
    expect(timings.connect).toBeLessThan(500)
    expect(timings.processing).toBeGreaterThanOrEqual(110)
    expect(timings.processing).toBeLessThan(1000)
    expect(timings.transfer).toBeGreaterThanOrEqual(100)
    expect(timings.transfer).toBeLessThan(1000)
    expect(timings).not.toHaveProperty('resolve')
    expect(timings).not.toHaveProperty('tls')
  })

  test.each([
    ['of 204, which has no body', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204 }],
    [
      'after an early hint',
      `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
      { status: 200 },
    ],
    [
      'that is a redirect, which is not followed',
      'HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n',
      { status: 302 },
    ],
    [
      'with as many headers as Cloudflare takes',
      `${OK}X: ${'x'.repeat(120_000)}\r\nContent-Length: 0\r\n\r\n`,
      { status: 200 },
    ],
  ])('%s', async (_, said, head) => {
    expect(await askAt(await at((socket) => socket.write(said)))).toMatchObject({ kind: 'completed', head })
  })

  test('without end is read up to the limit, and the server is let go', async () => {
    const port = await at((socket) => {
      socket.write(`${OK}\r\n`)
      const flood = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(16_384))) continue
      }
      socket.on('drain', flood)
      flood()
    })
    const exchange = await askAt(port)
    expect(exchange).toMatchObject({ kind: 'completed', body: { complete: false } })
    expect(exchange.kind === 'completed' && exchange.body.text.length).toBe(BODY_LIMIT)
    await server?.released()
  })

  test('to HEAD has no body, whatever length it announces', async () => {
    const port = await at((socket) =>
      socket.write(`${OK}Content-Length: 500\r\nContent-Encoding: gzip\r\n\r\n`),
    )
    expect(await askAt(port, { method: 'HEAD' })).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      body: { text: '', bytes: 0, complete: true, coding: 'none' },
    })
    expect(server?.heard()).toMatch(/^HEAD \/cart\?id=1 HTTP\/1\.1\r\n/)
  })

  test.each([
    ['sound', GZIP],
    ['truncated', GZIP.subarray(0, -8)],
    ['corrupt', Buffer.from('no gzip')],
  ])('that is compressed is decoded, and found %s', async (coding, bytes) => {
    const port = await at((socket) => {
      socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`)
      socket.write(bytes)
    })
    expect(await askAt(port)).toMatchObject({
      kind: 'completed',
      body: {
        text: coding === 'corrupt' ? 'no gzip' : 'Welcome to the shop',
        bytes: bytes.byteLength,
        complete: true,
        coding,
      },
    })
  })

  test('that leaves the connection open does not keep it', async () => {
    await askAt(
      await at((socket) => socket.write(`${OK}Connection: keep-alive\r\nContent-Length: 0\r\n\r\n`)),
    )
    await server?.released()
  })
})

/** Begins, and goes on in pieces for ever. */
const drip = (socket: Socket, start: string, piece: string): void => {
  socket.write(start)
  const timer = setInterval(() => socket.write(piece), 20)
  socket.once('close', () => clearInterval(timer))
}

const neverTold = (): Socket => new Socket()

describe('a broken exchange says where it broke, and why', () => {
  test.each<[string, Conduct, object]>([
    [
      'closes without a byte',
      (socket) => socket.end(),
      { phase: 'processing', error: { reason: 'closed', received: 0 } },
    ],
    [
      'closes within the head',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'),
      { phase: 'processing', error: { reason: 'closed', received: 25 } },
    ],
    [
      'resets',
      (socket) => socket.resetAndDestroy(),
      { phase: 'processing', error: { reason: 'reset', received: 0 } },
    ],
    [
      'says something that is not HTTP',
      (socket) => socket.write('HELLO WORLD\r\n\r\n'),
      {
        phase: 'processing',
        error: { reason: 'protocol', code: 'HTTPParserError' },
        wire: { opening: 'HELLO WORLD\r\n\r\n' },
      },
    ],
    [
      'greets as SSH does',
      (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
      { phase: 'processing', error: { reason: 'protocol' } },
    ],
    [
      'has a status that is no number',
      (socket) => socket.write('HTTP/1.1 abc OK\r\n\r\n'),
      {
        phase: 'processing',
        error: { reason: 'protocol' },
        wire: { opening: expect.stringContaining('abc'), headBytes: 19 },
      },
    ],
    [
      'has a header without a colon',
      (socket) => socket.write(`${OK}nonsense here\r\n\r\n`),
      { phase: 'processing', error: { reason: 'protocol' } },
    ],
    [
      'announces two lengths',
      (socket) => socket.write(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
      { phase: 'processing', error: { reason: 'protocol' }, wire: { contentLength: ['1', '2'] } },
    ],
    [
      'is chunked, and announces a length',
      (socket) =>
        socket.write(`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`),
      {
        phase: 'processing',
        error: { reason: 'protocol' },
        wire: { contentLength: ['1'], transferEncoding: ['chunked'] },
      },
    ],
    [
      'switches to a protocol that nobody asked for',
      (socket) =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
      { phase: 'processing', error: { reason: 'closed' }, wire: { headBytes: 69 } },
    ],
    [
      'has more headers than we take',
      (socket) => socket.write(`${OK}X: ${'x'.repeat(300_000)}\r\n\r\n`),
      { phase: 'processing', error: { reason: 'protocol', code: 'UND_ERR_HEADERS_OVERFLOW' } },
    ],
    [
      'ends before the announced length',
      (socket) => socket.end(`${OK}Content-Length: 100\r\n\r\nshort`),
      { phase: 'transfer', error: { reason: 'closed' }, head: { status: 200 } },
    ],
    [
      'breaks off a chunked body',
      (socket) => socket.end(`${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n`),
      { phase: 'transfer', error: { reason: 'closed' }, head: { status: 200 } },
    ],
    [
      'has a chunk of no size',
      (socket) => socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n`),
      { phase: 'transfer', error: { reason: 'protocol' }, head: { status: 200 } },
    ],
    [
      'resets within the body',
      (socket) => {
        socket.write(`${OK}Content-Length: 100\r\n\r\nshort`)
        setTimeout(() => socket.resetAndDestroy(), 60)
      },
      { phase: 'transfer', error: { reason: 'reset' }, head: { status: 200 } },
    ],
  ])('%s', async (_, conduct, expected) => {
    expect(await askAt(await at(conduct))).toMatchObject({ kind: 'failed', ...expected })
    await server?.released()
  })

  test.each<[string, Conduct, object]>([
    [
      'is silent',
      () => undefined,
      { phase: 'processing', error: { reason: 'timeout', code: 'DEADLINE', received: 0 } },
    ],
    [
      'drips its head',
      (socket) => drip(socket, OK, 'X'),
      { phase: 'processing', error: { reason: 'timeout' } },
    ],
    [
      'drips its body',
      (socket) => drip(socket, `${OK}Content-Length: 9999\r\n\r\n`, 'x'),
      { phase: 'transfer', error: { reason: 'timeout' }, head: { status: 200 } },
    ],
  ])('%s, until the deadline', async (_, conduct, expected) => {
    const port = await at(conduct)
    const began = performance.now()
    expect(await askAt(port, { timeout: 250 })).toMatchObject({ kind: 'failed', ...expected })
    const took = performance.now() - began
    expect(took).toBeGreaterThanOrEqual(240)
    expect(took).toBeLessThan(1500)
    await server?.released()
  })

  test('refuses', async () => {
    const port = await at(() => undefined)
    await server?.close()
    server = undefined
    expect(await askAt(port)).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'refused', code: 'ECONNREFUSED', received: 0 },
    })
  })

  test('drops the connection', async () => {
    blackhole = await openBlackhole()
    const { route } = blackhole
    // Where the system does not let us make a silent port, a socket that is never told anything.
    const wish = typeof route === 'number' ? {} : { network: { dial: neverTold } }
    expect(await askAt(typeof route === 'number' ? route : 1, { timeout: 300, ...wish })).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'timeout', code: 'DEADLINE' },
      timings: { connect: expect.any(Number) },
    })
  })

  test.each([
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EACCES', 'unreachable'],
    ['ECONNRESET', 'reset'],
    ['ETIMEDOUT', 'timeout'],
    ['EMFILE', 'other'],
  ])('%s on the way there is %s', async (code, reason) => {
    const dial = (): Socket => {
      const socket = new Socket()
      setImmediate(() => socket.destroy(coded(code)))
      return socket
    }
    expect(await askAt(1, { network: { dial } })).toMatchObject({ phase: 'connect', error: { reason, code } })
  })

  test.each([
    ['no-such-host', 'unresolved', 'ENOTFOUND'],
    ['no-address', 'unresolved', 'ENODATA'],
    ['server-failure', 'unresolved', 'EAI_AGAIN'],
    ['timeout', 'timeout', 'ABORT_ERR'],
  ] as const)('a name with %s is %s', async (failure, reason, code) => {
    const resolution = Promise.resolve({
      host: HOST,
      elapsed: 4,
      kind: 'failed',
      reason: failure,
      code,
    } as const)
    expect(await askAt(1, { resolution })).toEqual({
      kind: 'failed',
      phase: 'resolve',
      error: { reason, code, received: 0 },
      timings: { resolve: 4 },
    })
  })

  test('a name that never resolves takes no longer than the deadline', async () => {
    const resolution = new Promise<never>(() => undefined)
    expect(await askAt(1, { resolution, timeout: 100 })).toMatchObject({
      phase: 'resolve',
      error: { reason: 'timeout' },
    })
  })

  test('a cancelled run ends at once', async () => {
    const stop = new AbortController()
    const port = await at(() => stop.abort())
    const began = performance.now()
    expect(await askAt(port, { signal: stop.signal, timeout: 20_000 })).toMatchObject({ kind: 'failed' })
    expect(performance.now() - began).toBeLessThan(1000)
    await server?.released()
  })
})
