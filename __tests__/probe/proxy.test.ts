import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { systemNetwork } from '../../src/probe/network/network.ts'
import { proxiesOf } from '../../src/probe/network/proxy.ts'
import { HOST, serve, serveSecurely, type Conduct, type Server } from '../support/wire.ts'

const PROXY = { host: 'proxy.example', port: 3128, tls: false }

describe('the environment names a proxy', () => {
  test.each<[string, Record<string, string>, [string, number, boolean], object | string | undefined]>([
    ['for https', { HTTPS_PROXY: 'http://proxy.example:3128' }, [HOST, 443, true], PROXY],
    ['for http', { HTTP_PROXY: 'http://proxy.example:3128/' }, [HOST, 80, false], PROXY],
    ['in lower case', { https_proxy: 'http://proxy.example:3128' }, [HOST, 443, true], PROXY],
    ['without a scheme', { HTTPS_PROXY: 'proxy.example:3128' }, [HOST, 443, true], PROXY],
    [
      'that speaks TLS',
      { HTTPS_PROXY: 'https://proxy.example' },
      [HOST, 443, true],
      { host: 'proxy.example', port: 443, tls: true },
    ],
    [
      'by its address',
      { HTTPS_PROXY: 'http://[2001:db8::1]:3128' },
      [HOST, 443, true],
      { ...PROXY, host: '2001:db8::1' },
    ],
    [
      'with credentials',
      { HTTPS_PROXY: 'http://ci:p%40ss@proxy.example:3128' },
      [HOST, 443, true],
      { ...PROXY, authorization: `Basic ${Buffer.from('ci:p@ss').toString('base64')}` },
    ],
    [
      'with a password that nobody escaped',
      { HTTPS_PROXY: 'http://ci:100%@proxy.example:3128' },
      [HOST, 443, true],
      { ...PROXY, authorization: `Basic ${Buffer.from('ci:100%').toString('base64')}` },
    ],
    [
      'of a kind that we cannot ask',
      { HTTPS_PROXY: 'socks5://proxy.example' },
      [HOST, 443, true],
      'unusable',
    ],
    ['that is none', { HTTPS_PROXY: 'http://' }, [HOST, 443, true], 'unusable'],
    ['for the other scheme alone', { HTTP_PROXY: 'http://proxy.example:3128' }, [HOST, 443, true], undefined],
    ['empty', { HTTPS_PROXY: ' ' }, [HOST, 443, true], undefined],
    ['not at all', {}, [HOST, 443, true], undefined],
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
  ])('but not where NO_PROXY is %j and the host %s: %s', (rules, host, direct) => {
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

async function kept(server: Promise<Server>): Promise<Server> {
  const running = await server
  open.push(running.close)
  return running
}

const answers =
  (said: string): Conduct =>
  (socket) =>
    socket.end(said)

/** Lets everybody through to one port, whatever is asked for. */
const letsThrough =
  (port: number): Conduct =>
  (socket) => {
    socket.removeAllListeners('data')
    socket.write('HTTP/1.1 200 Connection established\r\nVia: tiny\r\n\r\n')
    const onward = connect(port, '127.0.0.1')
    onward.on('error', () => undefined)
    socket.pipe(onward).pipe(socket)
  }

/** Asks through the proxy at this port, in a network where nothing else can be reached. */
function askThrough(port: number, tls = false, credentials = '', timeout = 20_000): Promise<Exchange> {
  const variable = tls ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const network = systemNetwork([], proxiesOf({ [variable]: `http://${credentials}127.0.0.1:${port}` }))
  const ask = {
    host: HOST,
    port: tls ? 443 : 80,
    ...(tls && { tls: { servername: HOST, trust: 'visitors' } as const }),
    method: 'GET',
    path: '/',
    headers: { host: HOST },
  } as const
  // The name does not resolve here: the proxy does that.
  const unresolved = {
    host: HOST,
    elapsed: 3,
    kind: 'failed',
    reason: 'no-such-host',
    code: 'ENOTFOUND',
  } as const
  return exchange(ask, Promise.resolve(unresolved), {
    network,
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  })
}

const HELLO = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo'

describe('through a proxy', () => {
  test('a site is asked by its name, which need not resolve here', async () => {
    const site = await kept(serve((socket) => socket.write(HELLO)))
    const proxy = await kept(serve(letsThrough(site.port)))
    const found = await askThrough(proxy.port, false, 'ci:secret@')
    expect(found).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      body: { text: 'hallo' },
      timings: { connect: expect.any(Number) },
    })
    expect(found.timings).not.toHaveProperty('resolve')
    expect(proxy.heard()).toContain(`CONNECT ${HOST}:80 HTTP/1.1\r\nHost: ${HOST}:80\r\n`)
    expect(proxy.heard()).toContain(
      `Proxy-Authorization: Basic ${Buffer.from('ci:secret').toString('base64')}`,
    )
    // The credentials are the proxy's alone.
    expect(site.heard()).not.toMatch(/proxy-authorization/i)
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test('TLS is spoken with the site, not with the proxy', async () => {
    const site = await kept(
      serveSecurely(makeCertificate('valid', HOST, authorities), (socket) => socket.write(HELLO)),
    )
    const proxy = await kept(serve(letsThrough(site.port)))
    expect(await askThrough(proxy.port, true)).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      tls: { certificate: { faults: [] } },
    })
    expect(proxy.heard()).toContain(`CONNECT ${HOST}:443 HTTP/1.1`)
  })

  test("what comes right behind its answer is the site's", async () => {
    const proxy = await kept(serve((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nSSH-2.0-OpenSSH\r\n')))
    expect(await askThrough(proxy.port)).toMatchObject({
      phase: 'processing',
      error: { reason: 'closed' },
      wire: { opening: 'SSH-2.0-OpenSSH\r\n' },
    })
  })

  test.each<[string, Conduct, string]>([
    ['wants credentials', answers('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'), 'PROXY_407'],
    ['does not reach the site', answers('HTTP/1.1 502 Bad Gateway\r\n\r\nno'), 'PROXY_502'],
    ['closes', (socket) => socket.end(), 'PROXY_CLOSED'],
    ['resets', (socket) => socket.resetAndDestroy(), 'PROXY_ECONNRESET'],
    ['is none', answers('SSH-2.0-OpenSSH\r\n\r\n'), 'PROXY_NOT_HTTP'],
    ['talks without end', (socket) => socket.write('x'.repeat(20_000)), 'PROXY_NOT_HTTP'],
  ])('nothing is said of the site when the proxy %s', async (_, conduct, code) => {
    const proxy = await kept(serve(conduct))
    expect(await askThrough(proxy.port)).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'proxy', code },
    })
    await proxy.released()
  })

  test('nor when it is silent', async () => {
    const proxy = await kept(serve(() => undefined))
    expect(await askThrough(proxy.port, false, '', 300)).toMatchObject({
      phase: 'connect',
      error: { reason: 'proxy', code: 'PROXY_DEADLINE' },
    })
  })

  test('nor when it is not there', async () => {
    const proxy = await serve(() => undefined)
    await proxy.close()
    expect(await askThrough(proxy.port)).toMatchObject({
      phase: 'connect',
      error: { reason: 'proxy', code: 'PROXY_ECONNREFUSED' },
    })
  })
})
