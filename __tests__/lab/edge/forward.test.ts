import { once } from 'node:events'
import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { createServer as createTcp, type Server, type Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { errorCode } from '../../../lab/network/routes.ts'
import type { Zone } from '../../../lab/world/zone.ts'
import { credentials, HOST, SITE, startSite, type Site } from '../../support/lab-edge.ts'

let site: Site | undefined
afterEach(async () => {
  await site?.close()
  site = undefined
})

async function start(origin: Server, settings: Partial<Zone> = {}): Promise<Site> {
  site = await startSite(origin, settings)
  return site
}

/** Plain HTTP, for `flexible`. */
const httpServer = (listener: RequestListener): Server => createServer(listener)

/** Raw bytes, for `flexible`. */
const rawServer = (bytes: string | Buffer, end = true): Server =>
  createTcp((socket: Socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(bytes)
      if (end) socket.end()
    })
  })

const PAGE = '<p>from the origin</p>'.repeat(50)

/** Sends this body, possibly with a wrong length. */
const compressedServer = (body: Buffer, encoding: string, length = body.length): Server =>
  httpServer((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding, 'content-length': length })
    response.end(body.subarray(0, length))
    if (length > body.length) response.socket?.end()
  })

/** An origin that counts its connections. */
const counting = (): { readonly origin: Server; readonly count: () => number } => {
  let connections = 0
  const origin = createServer((_, response) => response.end('ok'))
  origin.on('connection', () => (connections += 1))
  return { origin, count: () => connections }
}

const FLEXIBLE: Partial<Zone> = { ssl: 'flexible' }
const outcomeOf = (visit: Promise<{ readonly status: number }>): Promise<unknown> =>
  visit.then(({ status }) => status, errorCode)

describe('a response', () => {
  test.each([
    ['that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 520],
    ['with two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok', 520],
    ['with half of its headers', 'HTTP/1.1 200 OK\r\nContent-', 520],
    [
      'that switches protocols',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      520,
    ],
    ['with 130 KB of headers', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(133_000)}\r\n\r\n`, 520],
    [
      'with 120 KB of headers',
      `HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: ${'x'.repeat(120_000)}\r\n\r\n`,
      200,
    ],
  ])('%s', async (_, bytes, expected) => {
    const { labFile } = await start(rawServer(bytes), FLEXIBLE)
    // The lab's HTTP client accepts only 16 KB of headers.
    const request = httpRequest({
      port: Number(labFile.routes['104.16.10.10:80']),
      host: '127.0.0.1',
      maxHeaderSize: 200_000,
      headers: { host: HOST },
    }).end()
    const [message] = await once(request, 'response')
    message.resume()
    expect(message.statusCode).toBe(expected)
  })

  test('with headers that never end, or a body that stalls, times out', async () => {
    const { visit } = await start(rawServer('HTTP/1.1 200 OK\r\nX: ', false), FLEXIBLE)
    expect((await visit()).status).toBe(524)
    await site?.close()
    const stalled = await start(
      rawServer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', false),
      FLEXIBLE,
    )
    expect(await outcomeOf(stalled.visit())).toBe('ECONNRESET')
  })
})

describe('a compressed body', () => {
  test('is forwarded as it is to clients that accept it, and decompressed to others', async () => {
    const { visit } = await start(compressedServer(gzipSync(PAGE), 'gzip'), FLEXIBLE)
    const plain = await visit()
    expect([plain.body, plain.headers['content-encoding']]).toEqual([PAGE, undefined])
    const coded = await visit({ 'accept-encoding': 'br, gzip;q=0.5' })
    expect([coded.headers['content-encoding'], coded.headers['content-length']]).toEqual([
      'gzip',
      String(gzipSync(PAGE).length),
    ])
  })

  test.each([
    [
      'is shorter than its declared length',
      compressedServer(gzipSync(PAGE), 'gzip', gzipSync(PAGE).length + 9),
    ],
    ['is longer than its declared length', compressedServer(gzipSync(PAGE), 'gzip', 20)],
    ['is corrupt', compressedServer(Buffer.from('this is not gzip'), 'gzip')],
    ['is truncated', compressedServer(brotliCompressSync(PAGE).subarray(0, 12), 'br')],
  ])('that %s becomes the unbranded 502', async (_, origin) => {
    const { visit } = await start(origin, FLEXIBLE)
    const { status, body } = await visit()
    expect([status, body.includes('<hr><center>cloudflare</center>')]).toEqual([502, true])
  })
})

test("the challenge script is injected only into the origin's HTML", async () => {
  const origin = httpServer(({ url }, response) => {
    response.setHeader('content-type', url === '/' ? 'text/html' : 'text/plain')
    response.writeHead(403).end('<html><body>No</body></html>')
  })
  const { visit } = await start(origin, { ...FLEXIBLE, injectsScript: true })
  const { status, body } = await visit()
  expect(status).toBe(403)
  expect(body).toMatch(
    /^<html><body>No<script>.+\/cdn-cgi\/challenge-platform\/.+<\/script><\/body><\/html>$/,
  )
  expect((await visit({}, `${SITE}robots.txt`)).body).toBe('<html><body>No</body></html>')
})

test("the origin's own 502 page passes if the zone allows it", async () => {
  const origin = httpServer((_, response) => response.writeHead(502).end('own page'))
  const { visit, set } = await start(origin, FLEXIBLE)
  expect((await visit()).body).toContain('Error code 502')
  set({ passThroughErrorPages: true })
  expect((await visit()).body).toBe('own page')
})

test('early hints are forwarded', async () => {
  const origin = httpServer((_, response) => {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' })
    response.end('ok')
  })
  const { labFile } = await start(origin, FLEXIBLE)
  const port = Number(labFile.routes['104.16.10.10:80'])
  const request = httpRequest({ port, host: '127.0.0.1', headers: { host: HOST } }).end()
  const [[hints], [message]] = await Promise.all([once(request, 'information'), once(request, 'response')])
  expect(hints).toMatchObject({ statusCode: 103, headers: { link: '</a.css>; rel=preload' } })
  message.resume()
  expect(message.statusCode).toBe(200)
})

test('a request body is forwarded with its method', async () => {
  const origin = httpServer((request, response) => {
    response.write(`${request.method} `)
    request.pipe(response)
  })
  const { labFile } = await start(origin, FLEXIBLE)
  const port = Number(labFile.routes['104.16.10.10:80'])
  const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', headers: { host: HOST } })
  request.end('hello')
  const [message] = await once(request, 'response')
  const chunks: unknown[] = await message.toArray()
  expect(chunks.join('')).toBe('POST hello')
})

describe('connections', () => {
  test('are new for each request, unless keep-alive is on', async () => {
    const { origin, count } = counting()
    const { visit, set } = await start(origin, FLEXIBLE)
    await visit()
    await visit()
    expect(count()).toBe(2)
    set({ keepAlive: 5000 })
    await visit()
    await visit()
    await visit()
    expect(count()).toBe(3)
  })

  test('that the origin closes at the moment of reuse cause a 520', async () => {
    let requests = 0
    // Resets a connection at its second request, without notice.
    const origin = createTcp((socket) => {
      let responded = false
      socket.on('error', () => {})
      socket.on('data', () => {
        requests += 1
        if (responded) socket.resetAndDestroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
        responded = true
      })
    })
    const { visit } = await start(origin, { ...FLEXIBLE, keepAlive: 5000 })
    expect([(await visit()).status, (await visit()).status, (await visit()).status]).toEqual([200, 520, 200])
    expect(requests).toBe(3)
  })

  test('are retried by a load balancer', async () => {
    const pool = [{ address: '203.0.113.20' }, { address: '203.0.113.10' }]
    const { visit, set } = await start(
      createSecure({ ...credentials }, (_, response) => response.end('ok')),
      {
        origin: { pool },
      },
    )
    expect([(await visit()).status, (await visit()).status]).toEqual([521, 200])
    set({ origin: { pool, failover: true } })
    expect([(await visit()).status, (await visit()).status]).toEqual([200, 200])
  })

  test('behind a tunnel fail with 502', async () => {
    const { origin } = counting()
    const { visit, set } = await start(origin, {
      origin: { tunnel: 'up', address: '203.0.113.10', port: 80 },
    })
    expect((await visit()).status).toBe(200)
    set({ origin: { tunnel: 'up', address: '203.0.113.20', port: 443 } })
    const { status, body } = await visit()
    expect(status).toBe(502)
    expect(body).toContain('Error code 502')
    set({ origin: { tunnel: 'up', address: '203.0.113.10', port: 80, scheme: 'https' } })
    expect((await visit()).status).toBe(502)
  })
})
