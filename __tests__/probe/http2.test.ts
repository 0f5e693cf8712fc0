import type { Http2Result } from '../../src/domain/recheck.ts'
import { createSecureServer, type ServerHttp2Stream } from 'node:http2'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { freeEndpoint } from '../../lab/network/free-port.ts'
import { listen } from '../../lab/network/listen.ts'
import { findOrigin, type OriginKind } from '../../lab/origins/index.ts'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { sendHttp2 } from '../../src/probe/http/http2.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { HOST, network, resolvedTo } from '../support/wire.ts'

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

function requestAt(port: number, timeout = 20_000, method: 'GET' | 'HEAD' = 'GET'): Promise<Http2Result> {
  const request = {
    host: HOST,
    port,
    tls: { servername: HOST, trust: 'cloudflare' },
    method,
    path: '/cart?id=1',
    headers: { host: HOST, connection: 'close', 'x-gate': 'open' },
  } as const
  return sendHttp2(request, Promise.resolve(resolvedTo('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
}

/** Sends a request to one of the lab's origins. */
async function requestFromOrigin(kind: OriginKind, timeout?: number): Promise<Http2Result> {
  const [https, http] = await Promise.all([freeEndpoint(), freeEndpoint()])
  const order = { https, http, host: HOST, credentials, authorities, upstreamTimeout: 200, folder: '' }
  const origin = await findOrigin(kind).start(order)
  close = origin.close
  return requestAt(https.port, timeout)
}

/** Sends a request to Node's server. */
async function requestFromServer(
  respond: (stream: ServerHttp2Stream, headers: Readonly<Record<string, unknown>>) => void,
  method?: 'GET' | 'HEAD',
): Promise<Http2Result> {
  const server = createSecureServer({ ...credentials, maxSendHeaderBlockLength: 1_000_000 })
  server.on('stream', respond)
  const { port, close: end } = await listen(server)
  close = end
  return requestAt(port, undefined, method)
}

describe('over HTTP/2', () => {
  test('a response is read as over HTTP/1.1', async () => {
    const received: Readonly<Record<string, unknown>>[] = []
    const result = await requestFromServer((stream, headers) => {
      received.push(headers)
      stream.respond({ ':status': 200, 'content-encoding': 'gzip', 'set-cookie': ['a=1', 'b=2'] })
      stream.end(gzipSync('hallo'))
    })
    expect(result).toMatchObject({
      agreed: true,
      exchange: {
        kind: 'completed',
        head: { status: 200, setCookie: ['a=1', 'b=2'] },
        body: { text: 'hallo', complete: true, coding: 'sound' },
        tls: { protocol: 'TLSv1.3' },
        timings: { connect: expect.any(Number), tls: expect.any(Number), transfer: expect.any(Number) },
      },
    })
    expect(received).toMatchObject([
      { ':authority': HOST, ':path': '/cart?id=1', ':method': 'GET', 'x-gate': 'open' },
    ])
    expect(received[0]).not.toHaveProperty('connection')
  })

  test('as many headers as Cloudflare accepts are accepted', async () => {
    const headers = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`x-${index}`, 'x'.repeat(400)]),
    )
    const result = await requestFromServer((stream) => {
      stream.respond({ ':status': 200, ...headers })
      stream.end()
    })
    expect(result).toMatchObject({ agreed: true, exchange: { kind: 'completed', head: { status: 200 } } })
  })

  test('a body without an end is read up to the limit', async () => {
    const result = await requestFromServer((stream) => {
      stream.on('error', () => undefined)
      stream.respond({ ':status': 200 })
      const flood = (): void => {
        while (!stream.destroyed && stream.write('x'.repeat(16_384))) continue
      }
      stream.on('drain', flood)
      flood()
    })
    expect(result).toMatchObject({ exchange: { kind: 'completed', body: { complete: false } } })
  })

  test('a response to HEAD has no body', async () => {
    const result = await requestFromServer((stream) => {
      stream.respond({ ':status': 200, 'content-length': '500' })
      stream.end()
    }, 'HEAD')
    expect(result).toMatchObject({ exchange: { kind: 'completed', body: { text: '', bytes: 0 } } })
  })

  test.each<[OriginKind, object]>([
    ['h2', { kind: 'completed', head: { status: 200 } }],
    ['h2-only', { kind: 'completed', head: { status: 200 } }],
    ['h2-reset-internal-error', failed('processing', 'reset', 'RST_STREAM_INTERNAL_ERROR')],
    ['h2-reset-protocol-error', failed('processing', 'reset', 'RST_STREAM_PROTOCOL_ERROR')],
    ['h2-reset-refused', failed('processing', 'reset', 'RST_STREAM_REFUSED_STREAM')],
    ['h2-reset-cancel', failed('processing', 'reset', 'RST_STREAM_CANCEL')],
    ['h2-reset-http-1.1-required', failed('processing', 'reset', 'RST_STREAM_HTTP_1_1_REQUIRED')],
    ['h2-cancel-in-body', failed('transfer', 'reset', 'RST_STREAM_CANCEL')],
    ['h2-error-in-body', failed('transfer', 'reset', 'RST_STREAM_INTERNAL_ERROR')],
    ['h2-goaway', failed('processing', 'closed', 'GOAWAY_NO_ERROR')],
    ['h2-goaway-calm', failed('processing', 'closed', 'GOAWAY_ENHANCE_YOUR_CALM')],
    ['h2-bad-frame', failed('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-bad-headers', failed('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-http1-bytes', failed('processing', 'protocol', 'ERR_HTTP2_ERROR')],
    ['h2-closes', failed('processing', 'closed', 'HTTP2_CLOSED')],
  ])('%s has its own failure', async (kind, exchange) => {
    const result = await requestFromOrigin(kind)
    expect(result).toMatchObject({ agreed: true, exchange })
  })

  test('a missing response is a timeout at the deadline', async () => {
    expect(await requestFromOrigin('h2-silent', 300)).toMatchObject({
      agreed: true,
      exchange: failed('processing', 'timeout', 'DEADLINE'),
    })
  })

  test.each<OriginKind>(['up', 'silent-on-accept', 'stopped'])(
    'an origin that does not select HTTP/2 has no result: %s',
    async (kind) => {
      expect(await requestFromOrigin(kind, 300)).toEqual({ agreed: false })
    },
  )
})

function failed(phase: string, reason: string, code: string): object {
  return { kind: 'failed', phase, error: { reason, code } }
}
