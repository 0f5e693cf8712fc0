import { rawTextOf } from '../../src/domain/untrusted.ts'
import { Socket } from 'node:net'
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openBlackhole, type Blackhole } from '../../lab/network/blackhole.ts'
import { BODY_LIMIT } from '../../src/probe/http/body.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { floodWith, requestAt, HOST, serve, type Respond, type Server } from '../support/wire.ts'

let server: Server | undefined
let blackhole: Blackhole | undefined
afterEach(async () => {
  await server?.close()
  blackhole?.close()
  server = undefined
  blackhole = undefined
})

async function startServer(respond: Respond): Promise<number> {
  server = await serve(respond)
  return server.port
}

function failingSocket(code: string): Socket {
  const socket = new Socket()
  setImmediate(() => socket.destroy(errorWithCode(code)))
  return socket
}

const OK = 'HTTP/1.1 200 OK\r\n'
/** Random bytes hardly compress, so that this is longer than what is kept. */
const LARGE_GZIP = new Uint8Array(gzipSync(randomBytes(300_000)))
const GZIP = gzipSync('Welcome to the shop')

describe('a response', () => {
  test('has lowercase header names, and repeated headers joined', async () => {
    const port = await startServer((socket) =>
      socket.write(`${OK}Content-Length: 5\r\nX-A: 1\r\nX-A: 2\r\nCF-Ray: 8f2a1c0d9e7b6543-SJC\r\n\r\nhallo`),
    )
    expect(await requestAt(port, { headers: { 'x-gate': 'open' } })).toEqual({
      kind: 'completed',
      family: 4,
      timings: { connect: expect.any(Number), processing: expect.any(Number), transfer: expect.any(Number) },
      head: {
        status: 200,
        headers: { 'content-length': '5', 'x-a': '1, 2', 'cf-ray': '8f2a1c0d9e7b6543-SJC' },
      },
      body: { text: 'hallo', bytes: 5, complete: true, coding: 'none' },
      wire: {
        opening: 'HTTP/1.1 200 OK',
        version: '1.1',
        headBytes: 84,
        contentLength: ['5'],
        transferEncoding: [],
      },
    })
    expect(server?.received()).toMatch(/^GET \/cart\?id=1 HTTP\/1\.1\r\n/)
    expect(server?.received().toLowerCase()).toContain(`host: ${HOST}\r\n`)
    expect(server?.received()).toContain('x-gate: open\r\n')
  })

  test('has its phases timed: processing until the head, transfer after it', async () => {
    const port = await startServer((socket) => {
      setTimeout(() => {
        socket.write(`${OK}Content-Length: 2\r\n\r\n1`)
        setTimeout(() => socket.write('2'), 200)
      }, 120)
    })
    const start = performance.now()
    const { timings } = await requestAt(port, { timeout: 20_000 })
    const { connect = NaN, processing = NaN, transfer = NaN } = timings
    expect(processing).toBeGreaterThanOrEqual(110)
    expect(transfer).toBeGreaterThanOrEqual(100)
    // No time counts twice.
    expect(connect + processing + transfer).toBeLessThan(performance.now() - start + 1)
    expect(timings).not.toHaveProperty('resolve')
    expect(timings).not.toHaveProperty('tls')
  })

  test.each([
    ['with status 204 has no body', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204 }],
    [
      'may follow early hints',
      `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
      { status: 200 },
    ],
    [
      'may be a redirect, which is not followed',
      'HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n',
      { status: 302 },
    ],
    [
      'may have as many headers as Cloudflare accepts',
      `${OK}X: ${'x'.repeat(120_000)}\r\nContent-Length: 0\r\n\r\n`,
      { status: 200 },
    ],
  ])('%s', async (_, response, head) => {
    expect(await requestAt(await startServer((socket) => socket.write(response)))).toMatchObject({
      kind: 'completed',
      head,
    })
  })

  test.each<[string, string, Uint8Array, object]>([
    [
      'shorter than announced',
      'Content-Length: 354815\r\n',
      Buffer.alloc(200_000, 'x'),
      {
        kind: 'failed',
        phase: 'transfer',
        error: { reason: 'closed', code: 'CLOSED' },
        head: { status: 200 },
      },
    ],
    [
      'compressed, with damage behind what is kept',
      `Content-Encoding: gzip\r\nContent-Length: ${LARGE_GZIP.byteLength}\r\n`,
      LARGE_GZIP.with(150_000, 0xff ^ (LARGE_GZIP[150_000] ?? 0)),
      { kind: 'completed', body: { coding: 'corrupt' } },
    ],
    [
      'compressed, without its last bytes',
      `Content-Encoding: gzip\r\nContent-Length: ${LARGE_GZIP.byteLength - 4}\r\n`,
      LARGE_GZIP.subarray(0, -4),
      { kind: 'completed', body: { coding: 'truncated' } },
    ],
    [
      'intact',
      `Content-Encoding: gzip\r\nContent-Length: ${LARGE_GZIP.byteLength}\r\n`,
      LARGE_GZIP,
      { kind: 'completed', body: { coding: 'sound', complete: false, bytes: LARGE_GZIP.byteLength } },
    ],
  ])('is read to its end although only its beginning is kept: %s', async (_, framing, body, expected) => {
    const port = await startServer((socket) => {
      socket.write(`${OK}${framing}\r\n`)
      socket.end(body)
    })
    const exchange = await requestAt(port)
    expect(exchange).toMatchObject(expected)
    expect(exchange).not.toHaveProperty('body.unfinished')
    if (exchange.kind === 'completed')
      expect(rawTextOf(exchange.body.text).length).toBeLessThanOrEqual(BODY_LIMIT)
    await server?.allClosed()
  })

  test('with a slow end is read for at most one more second', async () => {
    const port = await startServer((socket) => {
      socket.write(`${OK}Content-Length: 9999999\r\n\r\n${'x'.repeat(BODY_LIMIT + 1)}`)
    })
    expect(await requestAt(port, { timeout: 20_000 })).toMatchObject({
      kind: 'completed',
      body: { complete: false, unfinished: true },
    })
    await server?.allClosed()
  })

  test('that is a stream by its type has begun, whatever it sends', async () => {
    const sent = [
      ['text/event-stream', ''],
      ['Text/Event-Stream; charset=utf-8', '6\r\ndata:\n\r\n'],
      ['multipart/x-mixed-replace; boundary="a"', '3\r\n--a\r\n'],
    ] as const
    let next = 0
    const port = await startServer((socket) => {
      const [type, chunk] = sent[next % sent.length] ?? sent[0]
      next += 1
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`)
    })
    const exchanges = await Promise.all(sent.map(() => requestAt(port, { timeout: 20_000 })))
    const begun = { kind: 'completed', head: { status: 200 }, body: { complete: false, unfinished: true } }
    expect(exchanges).toMatchObject(sent.map(() => begun))
    await server?.allClosed()
  })

  test('that redirects needs no body, however that ends', async () => {
    const head = 'HTTP/1.1 302 Found\r\nLocation: /x\r\n'
    const sent = [
      [`${head}Content-Length: 100\r\n\r\nMoved`, true],
      [`${head}Content-Length: 100\r\n\r\nMoved`, false],
      [`${head}Transfer-Encoding: chunked\r\n\r\n5\r\nMoved\r\n`, true],
      [`${head}Content-Length: 100\r\n\r\n`, false],
    ] as const
    let next = 0
    const port = await startServer((socket) => {
      const [bytes, ends] = sent[next % sent.length] ?? sent[0]
      next += 1
      socket.write(bytes)
      if (ends) socket.end()
    })
    const exchanges = await Promise.all(sent.map(() => requestAt(port, { timeout: 20_000 })))
    const redirect = { kind: 'completed', head: { status: 302 }, body: { complete: false, unfinished: true } }
    expect(exchanges).toMatchObject(sent.map(() => redirect))
    await server?.allClosed()
  })

  test('whose chunk extensions have no end is read up to the limit', async () => {
    const port = await startServer((socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`)
      floodWith(socket, `1;${'x'.repeat(16_000)}\r\n.\r\n`)
    })
    expect(await requestAt(port, { timeout: 20_000 })).toMatchObject({
      kind: 'completed',
      body: { bytes: expect.any(Number), complete: false, unfinished: true },
    })
    await server?.allClosed()
  })

  test('without an end is read up to the limit, then the connection is closed', async () => {
    const port = await startServer((socket) => {
      socket.write(`${OK}\r\n`)
      floodWith(socket, 'x'.repeat(16_384))
    })
    const exchange = await requestAt(port)
    expect(exchange).toMatchObject({ kind: 'completed', body: { complete: false, unfinished: true } })
    expect(exchange.kind === 'completed' && rawTextOf(exchange.body.text).length).toBe(BODY_LIMIT)
    await server?.allClosed()
  })

  test('to HEAD has no body, whatever its Content-Length', async () => {
    const port = await startServer((socket) =>
      socket.write(`${OK}Content-Length: 500\r\nContent-Encoding: gzip\r\n\r\n`),
    )
    expect(await requestAt(port, { method: 'HEAD' })).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      body: { text: '', bytes: 0, complete: true, coding: 'none' },
    })
    expect(server?.received()).toMatch(/^HEAD \/cart\?id=1 HTTP\/1\.1\r\n/)
  })

  test.each([
    ['sound', GZIP],
    ['truncated', GZIP.subarray(0, -8)],
    ['corrupt', Buffer.from('no gzip')],
  ])('with gzip encoding is decoded and found %s', async (coding, bytes) => {
    const port = await startServer((socket) => {
      socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`)
      socket.write(bytes)
    })
    expect(await requestAt(port)).toMatchObject({
      kind: 'completed',
      body: {
        text: coding === 'corrupt' ? 'no gzip' : 'Welcome to the shop',
        bytes: bytes.byteLength,
        complete: true,
        coding,
      },
    })
  })

  test('with keep-alive has its connection closed too', async () => {
    await requestAt(
      await startServer((socket) => socket.write(`${OK}Connection: keep-alive\r\nContent-Length: 0\r\n\r\n`)),
    )
    await server?.allClosed()
  })
})

/** Sends `start`, then pieces without an end. */
const drip = (socket: Socket, start: string, piece: string): void => {
  socket.write(start)
  const timer = setInterval(() => socket.write(piece), 20)
  socket.once('close', () => clearInterval(timer))
}

const neverConnects = (): Socket => new Socket()

describe('a failed exchange reports its phase and reason when the server', () => {
  test.each<[string, Respond, object]>([
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
      'sends something other than HTTP',
      (socket) => socket.write('HELLO WORLD\r\n\r\n'),
      {
        phase: 'processing',
        error: { reason: 'protocol', code: 'NOT_HTTP' },
        wire: { opening: 'HELLO WORLD', deviations: [{ kind: 'not-http', offset: 0 }] },
      },
    ],
    [
      'sends an SSH banner',
      (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
      { phase: 'processing', error: { reason: 'protocol' } },
    ],
    [
      'sends a status that is not a number',
      (socket) => socket.write('HTTP/1.1 abc OK\r\n\r\n'),
      {
        phase: 'processing',
        error: { reason: 'protocol', code: 'STATUS_CODE' },
        wire: { opening: expect.stringContaining('abc'), deviations: [{ kind: 'status-code', offset: 0 }] },
      },
    ],
    [
      'sends a header without a colon',
      (socket) => socket.write(`${OK}nonsense here\r\n\r\n`),
      { phase: 'processing', error: { reason: 'protocol' } },
    ],
    [
      'sends two different lengths',
      (socket) => socket.write(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
      { phase: 'processing', error: { reason: 'protocol' }, wire: { contentLength: ['1', '2'] } },
    ],
    [
      'switches to a protocol that was not requested',
      (socket) =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
      {
        phase: 'processing',
        error: { reason: 'protocol', code: 'UNREQUESTED_UPGRADE' },
        wire: { headBytes: 69 },
      },
    ],
    [
      'sends more headers than the limit',
      (socket) => socket.write(`${OK}X: ${'x'.repeat(300_000)}\r\n\r\n`),
      { phase: 'processing', error: { reason: 'protocol', code: 'TOO_LARGE' } },
    ],
    [
      'closes before the announced length',
      (socket) => socket.end(`${OK}Content-Length: 100\r\n\r\nshort`),
      { phase: 'transfer', error: { reason: 'closed' }, head: { status: 200 } },
    ],
    [
      'closes within a chunked body',
      (socket) => socket.end(`${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n`),
      { phase: 'transfer', error: { reason: 'closed' }, head: { status: 200 } },
    ],
    [
      'sends a chunk with an invalid size',
      (socket) => socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n`),
      { phase: 'transfer', error: { reason: 'protocol' }, head: { status: 200 } },
    ],
    [
      'resets a body that ends with the connection',
      (socket) => {
        socket.write(`${OK}\r\nshort`)
        setTimeout(() => socket.resetAndDestroy(), 60)
      },
      { phase: 'transfer', error: { reason: 'reset' }, head: { status: 200 } },
    ],
    [
      'sends something other than HTTP without a line end, and waits',
      (socket) => socket.write('HELLO'),
      { phase: 'processing', error: { reason: 'protocol', code: 'NOT_HTTP' }, wire: { opening: 'HELLO' } },
    ],
    [
      'sends an invalid head in two packets',
      (socket) => {
        socket.write(`${OK}nonsense\r\n`)
        setTimeout(() => socket.write('Content-Length: 0\r\n\r\n'), 60)
      },
      {
        phase: 'processing',
        error: { reason: 'protocol', code: 'LINE_WITHOUT_COLON' },
        wire: { headBytes: 48, contentLength: ['0'] },
      },
    ],
    [
      'sends an invalid head, and waits',
      (socket) => socket.write(`${OK}nonsense\r\n`),
      { phase: 'processing', error: { reason: 'protocol', code: 'LINE_WITHOUT_COLON' } },
    ],
    [
      'resets within the body',
      (socket) => {
        socket.write(`${OK}Content-Length: 100\r\n\r\nshort`)
        setTimeout(() => socket.resetAndDestroy(), 60)
      },
      { phase: 'transfer', error: { reason: 'reset' }, head: { status: 200 } },
    ],
  ])('%s', async (_, respond, expected) => {
    expect(await requestAt(await startServer(respond))).toMatchObject({ kind: 'failed', ...expected })
    await server?.allClosed()
  })

  test.each<[string, Respond, object]>([
    [
      'sends nothing',
      () => undefined,
      { phase: 'processing', error: { reason: 'timeout', code: 'DEADLINE', received: 0 } },
    ],
    [
      'sends its head byte by byte',
      (socket) => drip(socket, OK, 'X'),
      { phase: 'processing', error: { reason: 'timeout' } },
    ],
    [
      'sends its body byte by byte',
      (socket) => drip(socket, `${OK}Content-Length: 9999\r\n\r\n`, 'x'),
      { phase: 'transfer', error: { reason: 'timeout' }, head: { status: 200 } },
    ],
  ])('%s, at the deadline', async (_, respond, expected) => {
    const port = await startServer(respond)
    const start = performance.now()
    expect(await requestAt(port, { timeout: 250 })).toMatchObject({ kind: 'failed', ...expected })
    // Without a deadline it would never end.
    expect(performance.now() - start).toBeGreaterThanOrEqual(240)
    await server?.allClosed()
  })

  test('refuses the connection', async () => {
    const port = await startServer(() => undefined)
    await server?.close()
    server = undefined
    expect(await requestAt(port)).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'refused', code: 'ECONNREFUSED', received: 0 },
    })
  })

  test('drops the connection', async () => {
    blackhole = await openBlackhole()
    const { route } = blackhole
    // On systems without such a port, a socket that never connects.
    const options = typeof route === 'number' ? {} : { network: { dial: neverConnects } }
    expect(
      await requestAt(typeof route === 'number' ? route : 1, { timeout: 300, ...options }),
    ).toMatchObject({
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
    ['ETIMEDOUT', 'timeout'],
    ['EMFILE', 'other'],
  ])('cannot be reached: %s is %s', async (code, reason) => {
    expect(await requestAt(1, { network: { dial: () => failingSocket(code) } })).toMatchObject({
      phase: 'connect',
      error: { reason, code },
    })
  })

  test('resets the connection at once, which is not a matter of connecting', async () => {
    const error = { reason: 'reset', code: 'ECONNRESET' }
    expect(await requestAt(1, { network: { dial: () => failingSocket('ECONNRESET') } })).toMatchObject({
      phase: 'processing',
      error,
    })
  })

  test.each([
    ['no-such-host', 'unresolved', 'ENOTFOUND'],
    ['no-address', 'unresolved', 'ENODATA'],
    ['server-failure', 'unresolved', 'EAI_AGAIN'],
    ['timeout', 'timeout', 'ABORT_ERR'],
  ] as const)('has a name that fails to resolve: %s is %s', async (failure, reason, code) => {
    const resolution = Promise.resolve({
      host: HOST,
      elapsed: 4,
      kind: 'failed',
      reason: failure,
      code,
    } as const)
    expect(await requestAt(1, { resolution })).toEqual({
      kind: 'failed',
      phase: 'resolve',
      error: { reason, code, received: 0 },
      timings: { resolve: 4 },
    })
  })

  test('has a name that never resolves, at the deadline', async () => {
    const resolution = new Promise<never>(() => undefined)
    expect(await requestAt(1, { resolution, timeout: 100 })).toMatchObject({
      phase: 'resolve',
      error: { reason: 'timeout' },
    })
  })

  test('is still responding when the run is cancelled, at once', async () => {
    const stop = new AbortController()
    const port = await startServer(() => stop.abort())
    // The timeout is longer than a test may take.
    expect(await requestAt(port, { signal: stop.signal, timeout: 60_000 })).toMatchObject({ kind: 'failed' })
    await server?.allClosed()
  })
})
