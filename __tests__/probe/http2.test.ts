import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createSecureServer, type ServerHttp2Stream } from 'node:http2'
import { gzipSync } from 'node:zlib'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { listen } from '../../lab/network/listen.ts'
import { findOrigin, type OriginKind } from '../../lab/origins/index.ts'
import { freeEndpoint } from '../../lab/network/free-port.ts'
import type { Http2Result } from '../../src/domain/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { sendHttp2 } from '../../src/probe/http/http2.ts'
import { HOST, network, resolved } from '../support/wire.ts'

const authorities = makeAuthorities()
const credentials = makeCertificate('valid', HOST, authorities)
const publicRoots = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let close = (): Promise<unknown> => Promise.resolve()
afterEach(async () => {
  await close()
  close = () => Promise.resolve()
})

function askAt(port: number, timeout = 20_000, method: 'GET' | 'HEAD' = 'GET'): Promise<Http2Result> {
  const ask = {
    host: HOST,
    port,
    tls: { servername: HOST, trust: 'cloudflare' },
    method,
    path: '/cart?id=1',
    headers: { host: HOST, connection: 'close', 'x-gate': 'open' },
  } as const
  return sendHttp2(ask, Promise.resolve(resolved('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
}

/** Asks one of the lab's origins. */
async function askOrigin(kind: OriginKind, timeout?: number): Promise<Http2Result> {
  const [https, http] = await Promise.all([freeEndpoint(), freeEndpoint()])
  const order = { https, http, host: HOST, credentials, authorities, upstreamTimeout: 200, folder: '' }
  const origin = await findOrigin(kind).start(order)
  close = origin.close
  return askAt(https.port, timeout)
}

/** Asks node's own server, which does as it is told. */
async function askServer(
  conduct: (stream: ServerHttp2Stream, headers: Readonly<Record<string, unknown>>) => void,
  method?: 'GET' | 'HEAD',
): Promise<Http2Result> {
  const server = createSecureServer({ ...credentials, maxSendHeaderBlockLength: 1_000_000 })
  server.on('stream', conduct)
  const { port, close: end } = await listen(server)
  close = end
  return askAt(port, undefined, method)
}

describe('over HTTP/2', () => {
  test('a good answer is read as one over HTTP/1.1 is', async () => {
    const heard: Readonly<Record<string, unknown>>[] = []
    const found = await askServer((stream, headers) => {
      heard.push(headers)
      stream.respond({ ':status': 200, 'content-encoding': 'gzip', 'set-cookie': ['a=1', 'b=2'] })
      stream.end(gzipSync('hallo'))
    })
    expect(found).toMatchObject({
      agreed: true,
      exchange: {
        kind: 'completed',
        head: { status: 200, setCookie: ['a=1', 'b=2'] },
        body: { text: 'hallo', complete: true, coding: 'sound' },
        tls: { protocol: 'TLSv1.3' },
        timings: { connect: expect.any(Number), tls: expect.any(Number), transfer: expect.any(Number) },
      },
    })
    expect(heard).toMatchObject([
      { ':authority': HOST, ':path': '/cart?id=1', ':method': 'GET', 'x-gate': 'open' },
    ])
    expect(heard[0]).not.toHaveProperty('connection')
  })

  test('as many headers as Cloudflare takes are taken', async () => {
    const headers = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, 'x'.repeat(400)]))
    const found = await askServer((stream) => {
      stream.respond({ ':status': 200, ...headers })
      stream.end()
    })
    expect(found).toMatchObject({ agreed: true, exchange: { kind: 'completed', head: { status: 200 } } })
  })

  test('a page without end is read up to the limit', async () => {
    const found = await askServer((stream) => {
      stream.on('error', () => undefined)
      stream.respond({ ':status': 200 })
      const flood = (): void => {
        while (!stream.destroyed && stream.write('x'.repeat(16_384))) continue
      }
      stream.on('drain', flood)
      flood()
    })
    expect(found).toMatchObject({ exchange: { kind: 'completed', body: { complete: false } } })
  })

  test('HEAD has no body', async () => {
    const found = await askServer((stream) => {
      stream.respond({ ':status': 200, 'content-length': '500' })
      stream.end()
    }, 'HEAD')
    expect(found).toMatchObject({ exchange: { kind: 'completed', body: { text: '', bytes: 0 } } })
  })

  test.each<[OriginKind, object]>([
    ['h2', { kind: 'completed', head: { status: 200 } }],
    ['h2-only', { kind: 'completed', head: { status: 200 } }],
    ['h2-reset-internal-error', broke('processing', 'reset', 'RST_STREAM_INTERNAL_ERROR')],
    ['h2-reset-protocol-error', broke('processing', 'reset', 'RST_STREAM_PROTOCOL_ERROR')],
    ['h2-reset-refused', broke('processing', 'reset', 'RST_STREAM_REFUSED_STREAM')],
    ['h2-reset-cancel', broke('processing', 'reset', 'RST_STREAM_CANCEL')],
    ['h2-reset-http-1.1-required', broke('processing', 'reset', 'RST_STREAM_HTTP_1_1_REQUIRED')],
    ['h2-cancel-in-body', broke('transfer', 'reset', 'RST_STREAM_CANCEL')],
    ['h2-goaway', broke('processing', 'closed', 'GOAWAY_NO_ERROR')],
    ['h2-goaway-calm', broke('processing', 'closed', 'GOAWAY_ENHANCE_YOUR_CALM')],
    ['h2-bad-frame', broke('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-bad-headers', broke('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-http1-bytes', broke('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-closes', broke('processing', 'closed', 'HTTP2_CLOSED')],
  ])('%s is told from the others', async (kind, exchange) => {
    const found = await askOrigin(kind)
    expect(found).toMatchObject({ agreed: true, exchange })
  })

  test('silence ends with the deadline', async () => {
    expect(await askOrigin('h2-silent', 300)).toMatchObject({
      agreed: true,
      exchange: broke('processing', 'timeout', 'DEADLINE'),
    })
  })

  test.each<OriginKind>(['up', 'silent-on-accept', 'stopped'])(
    'nothing is said of an origin that does not agree to it: %s',
    async (kind) => {
      expect(await askOrigin(kind, 300)).toEqual({ agreed: false })
    },
  )
})

function broke(phase: string, reason: string, code: string): object {
  return { kind: 'failed', phase, error: { reason, code } }
}
