import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { systemNetwork } from '../../src/probe/network/network.ts'
import { proxiesOf } from '../../src/probe/network/proxy.ts'
import { HOST, serve, serveSecurely, type Respond, type Server } from '../support/wire.ts'

const PROXY = { protocol: 'http', host: 'proxy.example', port: 3128, tls: false }
const SOCKS = { protocol: 'socks5', host: 'proxy.example', port: 1080 }

describe('the proxy in the environment', () => {
  test.each<[string, Record<string, string>, [string, number, boolean], object | string | undefined]>([
    ['is for https', { HTTPS_PROXY: 'http://proxy.example:3128' }, [HOST, 443, true], PROXY],
    ['is for http', { HTTP_PROXY: 'http://proxy.example:3128/' }, [HOST, 80, false], PROXY],
    ['may be in lower case', { https_proxy: 'http://proxy.example:3128' }, [HOST, 443, true], PROXY],
    ['may have no scheme', { HTTPS_PROXY: 'proxy.example:3128' }, [HOST, 443, true], PROXY],
    [
      'may use TLS',
      { HTTPS_PROXY: 'https://proxy.example' },
      [HOST, 443, true],
      { protocol: 'http', host: 'proxy.example', port: 443, tls: true },
    ],
    [
      'may be an address',
      { HTTPS_PROXY: 'http://[2001:db8::1]:3128' },
      [HOST, 443, true],
      { ...PROXY, host: '2001:db8::1' },
    ],
    [
      'may have credentials',
      { HTTPS_PROXY: 'http://ci:p%40ss@proxy.example:3128' },
      [HOST, 443, true],
      { ...PROXY, authorization: `Basic ${Buffer.from('ci:p@ss').toString('base64')}` },
    ],
    [
      'may have an unescaped password',
      { HTTPS_PROXY: 'http://ci:100%@proxy.example:3128' },
      [HOST, 443, true],
      { ...PROXY, authorization: `Basic ${Buffer.from('ci:100%').toString('base64')}` },
    ],
    ['may be for both', { ALL_PROXY: 'http://proxy.example:3128' }, [HOST, 443, true], PROXY],
    ['may be for both, also http', { ALL_PROXY: 'http://proxy.example:3128' }, [HOST, 80, false], PROXY],
    [
      'may be for both in lower case',
      { all_proxy: 'proxy.example:3128', ALL_PROXY: 'http://other.example' },
      [HOST, 80, false],
      PROXY,
    ],
    [
      'for https wins over the one for both',
      { ALL_PROXY: 'socks5://other.example', HTTPS_PROXY: 'http://proxy.example:3128' },
      [HOST, 443, true],
      PROXY,
    ],
    [
      'for http wins over the one for both',
      { ALL_PROXY: 'socks5://other.example', HTTP_PROXY: 'http://proxy.example:3128' },
      [HOST, 80, false],
      PROXY,
    ],
    [
      'for http leaves https to the one for both',
      { ALL_PROXY: 'socks5://proxy.example', HTTP_PROXY: 'http://other.example' },
      [HOST, 443, true],
      SOCKS,
    ],
    [
      'for both yields to an empty list of exceptions',
      { ALL_PROXY: 'socks5://proxy.example', NO_PROXY: '' },
      [HOST, 443, true],
      SOCKS,
    ],
    [
      'for both has the same exceptions',
      { ALL_PROXY: 'socks5://proxy.example', no_proxy: HOST },
      [HOST, 443, true],
      undefined,
    ],
    [
      'for both is not for loopback',
      { ALL_PROXY: 'socks5://proxy.example' },
      ['127.0.0.1', 443, true],
      undefined,
    ],
    ['may be SOCKS', { ALL_PROXY: 'socks5://proxy.example' }, [HOST, 80, false], SOCKS],
    ['may be SOCKS for https', { HTTPS_PROXY: 'socks5://proxy.example' }, [HOST, 443, true], SOCKS],
    ['may be SOCKS for http', { http_proxy: 'SOCKS5H://proxy.example:1080/' }, [HOST, 80, false], SOCKS],
    ['may be SOCKS as curl writes it', { all_proxy: 'socks5h://proxy.example' }, [HOST, 443, true], SOCKS],
    [
      'may be SOCKS as GNOME writes it',
      { ALL_PROXY: 'socks://proxy.example:1080/' },
      [HOST, 443, true],
      SOCKS,
    ],
    [
      'may be SOCKS at an address',
      { ALL_PROXY: 'socks5://[2001:db8::1]:9050' },
      [HOST, 443, true],
      { protocol: 'socks5', host: '2001:db8::1', port: 9050 },
    ],
    [
      'may be SOCKS with a login',
      { ALL_PROXY: 'socks5://ci%40shop:p%40ss%3Aword%2F@proxy.example' },
      [HOST, 443, true],
      { ...SOCKS, login: { user: 'ci@shop', password: 'p@ss:word/' } },
    ],
    [
      'may be SOCKS with an unescaped password',
      { ALL_PROXY: 'socks5://ci:100%@proxy.example' },
      [HOST, 443, true],
      { ...SOCKS, login: { user: 'ci', password: '100%' } },
    ],
    [
      'may be SOCKS with a user only',
      { ALL_PROXY: 'socks5://ci@proxy.example' },
      [HOST, 443, true],
      { ...SOCKS, login: { user: 'ci', password: '' } },
    ],
    [
      'may be SOCKS with a login that is too long',
      { ALL_PROXY: `socks5://ci:${'p'.repeat(256)}@proxy.example` },
      [HOST, 443, true],
      'unusable',
    ],
    ['may be of an unsupported kind', { ALL_PROXY: 'socks4://proxy.example' }, [HOST, 443, true], 'unusable'],
    ['may be SOCKS without a host', { ALL_PROXY: 'socks5://' }, [HOST, 443, true], 'unusable'],
    ['may be invalid', { HTTPS_PROXY: 'http://' }, [HOST, 443, true], 'unusable'],
    [
      'may be for the other scheme only',
      { HTTP_PROXY: 'http://proxy.example:3128' },
      [HOST, 443, true],
      undefined,
    ],
    ['may be empty', { HTTPS_PROXY: ' ' }, [HOST, 443, true], undefined],
    ['may be absent', {}, [HOST, 443, true], undefined],
  ])('%s', (_, env, destination, proxy) => {
    expect(proxiesOf(env)(...destination)).toEqual(proxy)
  })

  test.each<[string, string, boolean]>([
    ['*', HOST, true],
    [HOST, HOST, true],
    ['shop.example', HOST, true],
    ['.shop.example', HOST, true],
    ['*.shop.example', HOST, true],
    ['SHOP.example', 'WWW.shop.EXAMPLE', true],
    ['a.example, shop.example', HOST, true],
    ['a.example shop.example', HOST, true],
    ['shop.example:443', HOST, true],
    ['shop.example:8443', HOST, false],
    ['hop.example', HOST, false],
    ['www.shop.example.org', HOST, false],
    ['203.0.113.10', '203.0.113.10', true],
    ['203.0.113.0/24', '203.0.113.10', true],
    ['203.0.113.0/28', '203.0.113.99', false],
    ['2001:db8::/32', '2001:db8::10', true],
    ['[2001:db8::10]', '2001:db8::10', true],
    ['[2001:db8::10]:443', '2001:db8::10', true],
    ['203.0.113.0/99', '203.0.113.10', false],
    ['', 'localhost', true],
    ['', '127.0.0.9', true],
    ['', '::1', true],
  ])('is bypassed with NO_PROXY %j and host %s: %s', (rules, host, direct) => {
    const proxyFor = proxiesOf({ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: rules })
    expect(proxyFor(host, 443, true)).toEqual(direct ? undefined : PROXY)
  })
})

const authorities = makeAuthorities()
const publicRoots = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()))
})

async function closeAfterTest(server: Promise<Server>): Promise<Server> {
  const running = await server
  open.push(running.close)
  return running
}

const respondWith =
  (response: string): Respond =>
  (socket) =>
    socket.end(response)

/** Connects every client to one port, whatever it requests. */
const forwardTo =
  (port: number): Respond =>
  (socket) => {
    socket.removeAllListeners('data')
    socket.write('HTTP/1.1 200 Connection established\r\nVia: tiny\r\n\r\n')
    const upstream = connect(port, '127.0.0.1')
    upstream.on('error', () => undefined)
    socket.pipe(upstream).pipe(socket)
  }

/** Sends a request through the proxy on this port. */
function requestThrough(port: number, tls = false, credentials = '', timeout = 20_000): Promise<Exchange> {
  const variable = tls ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const network = systemNetwork([], proxiesOf({ [variable]: `http://${credentials}127.0.0.1:${port}` }))
  const request = {
    host: HOST,
    port: tls ? 443 : 80,
    ...(tls && { tls: { servername: HOST, trust: 'visitors' } as const }),
    method: 'GET',
    path: '/',
    headers: { host: HOST },
  } as const
  // The name doesn't resolve here: the proxy resolves it.
  const unresolved = {
    host: HOST,
    elapsed: 3,
    kind: 'failed',
    reason: 'no-such-host',
    code: 'ENOTFOUND',
  } as const
  return exchange(request, Promise.resolve(unresolved), {
    network,
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
}

const RESPONSE = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo'

describe('through a proxy', () => {
  test('a site is requested by name, without a local lookup', async () => {
    const site = await closeAfterTest(serve((socket) => socket.write(RESPONSE)))
    const proxy = await closeAfterTest(serve(forwardTo(site.port)))
    const result = await requestThrough(proxy.port, false, 'ci:secret@')
    expect(result).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      body: { text: 'hallo' },
      timings: { connect: expect.any(Number) },
    })
    expect(result.timings).not.toHaveProperty('resolve')
    expect(proxy.received()).toContain(`CONNECT ${HOST}:80 HTTP/1.1\r\nHost: ${HOST}:80\r\n`)
    expect(proxy.received()).toContain(
      `Proxy-Authorization: Basic ${Buffer.from('ci:secret').toString('base64')}`,
    )
    // The credentials are for the proxy only.
    expect(site.received()).not.toMatch(/proxy-authorization/i)
    expect(JSON.stringify(result)).not.toContain('secret')
  })

  test('the TLS handshake is with the site, not with the proxy', async () => {
    const site = await closeAfterTest(
      serveSecurely(makeCertificate('valid', HOST, authorities), (socket) => socket.write(RESPONSE)),
    )
    const proxy = await closeAfterTest(serve(forwardTo(site.port)))
    expect(await requestThrough(proxy.port, true)).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      tls: { certificate: { faults: [] } },
    })
    expect(proxy.received()).toContain(`CONNECT ${HOST}:443 HTTP/1.1`)
  })

  test("bytes right after the proxy's response belong to the site", async () => {
    const proxy = await closeAfterTest(
      serve((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nSSH-2.0-OpenSSH\r\n')),
    )
    expect(await requestThrough(proxy.port)).toMatchObject({
      phase: 'processing',
      error: { reason: 'protocol', code: 'NOT_HTTP' },
      wire: { opening: 'SSH-2.0-OpenSSH' },
    })
  })

  test.each<[string, Respond, string]>([
    ['requires credentials', respondWith('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'), 'PROXY_407'],
    ['cannot reach the site', respondWith('HTTP/1.1 502 Bad Gateway\r\n\r\nno'), 'PROXY_502'],
    ['closes', (socket) => socket.end(), 'PROXY_CLOSED'],
    ['resets', (socket) => socket.resetAndDestroy(), 'PROXY_ECONNRESET'],
    ['does not use HTTP', respondWith('SSH-2.0-OpenSSH\r\n\r\n'), 'PROXY_NOT_HTTP'],
    ['sends an endless head', (socket) => socket.write('x'.repeat(20_000)), 'PROXY_NOT_HTTP'],
  ])('the failure has the reason proxy when the proxy %s', async (_, respond, code) => {
    const proxy = await closeAfterTest(serve(respond))
    expect(await requestThrough(proxy.port)).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'proxy', code },
    })
    await proxy.allClosed()
  })

  test('the failure has the reason proxy when the proxy does not respond', async () => {
    const proxy = await closeAfterTest(serve(() => undefined))
    expect(await requestThrough(proxy.port, false, '', 300)).toMatchObject({
      phase: 'connect',
      error: { reason: 'proxy', code: 'PROXY_DEADLINE' },
    })
  })

  test('the failure has the reason proxy when the proxy refuses the connection', async () => {
    const proxy = await serve(() => undefined)
    await proxy.close()
    expect(await requestThrough(proxy.port)).toMatchObject({
      phase: 'connect',
      error: { reason: 'proxy', code: 'PROXY_ECONNREFUSED' },
    })
  })
})
