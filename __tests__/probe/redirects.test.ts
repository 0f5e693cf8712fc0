import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Site } from '../../src/domain/config.ts'
import type { Resolution } from '../../src/domain/dns.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { resolveHost } from '../../src/probe/dns/system.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { fetchPage } from '../../src/probe/page/page.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { address, network, serve, type Server } from '../support/wire.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/',
  headers: [['X-Gate', 'open sesame']],
}

/** Addresses by name. All connections go to one server on loopback. */
const NAMES: Readonly<Record<string, string>> = {
  'nat64.elsewhere.example': '64:ff9b::10.0.0.1',
  'mixed.elsewhere.example': '198.51.100.1 10.0.0.1',
  'www.shop.example': '104.16.10.10',
  'shop.elsewhere.example': '198.51.100.1',
  'private.elsewhere.example': '169.254.169.254',
}

/** The server's response to a request. Empty: none. */
type Respond = (request: { readonly host: string; readonly path: string; readonly text: string }) => string

const page = (body = 'shop'): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const redirectTo = (location: string, ...more: readonly string[]): string =>
  ['HTTP/1.1 302 Found', `Location: ${location}`, ...more, 'Content-Length: 0', '', ''].join('\r\n')

const DEFAULT_PAGE: Respond = () => page()

describe('a page', () => {
  let respond: Respond = DEFAULT_PAGE
  let requests: string[] = []
  let server: Server
  beforeEach(async () => {
    respond = DEFAULT_PAGE
    requests = []
    server = await serve((socket) => {
      const request = server.received().slice(requests.join('').length)
      requests.push(request)
      const path = /^\w+ (\S+)/.exec(request)?.[1] ?? ''
      const host = /^host: (.*)\r$/im.exec(request)?.[1] ?? ''
      const response = respond({ host, path, text: request })
      if (response !== '') socket.end(response)
    })
  })
  afterEach(() => server.close())

  async function fetched(
    changes: Partial<Site> = {},
    timeout = 5000,
    clock = systemClock,
  ): Promise<Exchange> {
    const context = {
      network: network({
        lookup: (host) => {
          const known = NAMES[host]
          return known === undefined
            ? Promise.reject(errorWithCode('ENOTFOUND'))
            : Promise.resolve(known.split(' ').map(address))
        },
        dial: () => connect(server.port, '127.0.0.1'),
      }),
      clock,
      signal: new AbortController().signal,
      timeout,
      onAddresses: () => undefined,
    }
    const plan = planOf({ ...SITE, ...changes })
    const resolution: Promise<Resolution> = resolveHost(plan.edge.host, context)
    return fetchPage(plan.edge, resolution, context)
  }

  const hosts = (): readonly string[] =>
    requests.map((request) => /^host: (.*)\r$/im.exec(request)?.[1] ?? '')

  test('is requested along its redirects, which are kept', async () => {
    respond = ({ path }) => ({ '/': redirectTo('/en'), '/en': redirectTo('en/home#top') })[path] ?? page()
    expect(await fetched()).toMatchObject({
      kind: 'completed',
      head: { status: 200 },
      redirectChain: {
        redirects: [
          { status: 302, from: 'http://www.shop.example/', to: 'http://www.shop.example/en' },
          { status: 302, from: 'http://www.shop.example/en', to: 'http://www.shop.example/en/home' },
        ],
      },
    })
    expect(requests).toHaveLength(3)
  })

  test('without redirects has no redirect chain', async () => {
    expect(await fetched()).not.toHaveProperty('redirectChain')
  })

  test('may be the redirect itself if none is to be followed', async () => {
    respond = () => redirectTo('/en')
    expect(await fetched({ followRedirects: 0 })).toMatchObject({ head: { status: 302 } })
    expect(requests).toHaveLength(1)
  })

  test('on another host receives no secrets', async () => {
    respond = ({ host }) =>
      host === 'www.shop.example' ? redirectTo('http://shop.elsewhere.example/') : page()
    expect(await fetched()).toMatchObject({ head: { status: 200 } })
    expect(hosts()).toEqual(['www.shop.example', 'shop.elsewhere.example'])
    expect(requests.map((request) => request.includes('sesame'))).toEqual([true, false])
  })

  test('in a redirect loop ends at the first repeated request', async () => {
    respond = ({ path }) => redirectTo(path === '/a' ? '/b' : '/a')
    expect(await fetched()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'loop', next: 'http://www.shop.example/a', redirects: { length: 2 } },
    })
  })

  test('beyond the limit of redirects is not requested', async () => {
    respond = ({ path }) => redirectTo(`${path}x`)
    expect(await fetched({ followRedirects: 3 })).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'limit', redirects: { length: 3 } },
    })
    expect(requests).toHaveLength(4)
  })

  test('that sets a cookie receives it, so a redirect to itself is not a loop', async () => {
    respond = ({ text }) =>
      /^cookie: seen=1\r$/im.test(text) ? page() : redirectTo('/', 'Set-Cookie: seen=1; Path=/')
    expect(await fetched()).toMatchObject({
      head: { status: 200 },
      redirectChain: { redirects: { length: 1 } },
    })
  })

  test('behind a Cloudflare Access login is not requested', async () => {
    const login = 'https://team.cloudflareaccess.com/cdn-cgi/access/login/www.shop.example'
    respond = () => redirectTo(login)
    expect(await fetched()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'barred', next: login },
    })
    expect(requests).toHaveLength(1)
  })

  test.each([
    'http://127.0.0.1:8080/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://private.elsewhere.example/latest',
    'http://168.63.129.16/machine/?comp=goalstate',
    'http://2130706433/',
    'http://10.0.0.5/',
    'http://[::ffff:10.0.0.5]/',
    'http://[fd12::1]/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b:1::808:808]/',
    'http://[2002:a9fe:a9fe::1]/',
    'http://[2001:0:808:808::5601:5601]/',
    'http://[::7f00:1]/',
    'http://[fec0::1]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://198.18.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://192.0.0.192/',
    'http://192.88.99.1/',
    'http://224.0.0.1/',
    'http://100.100.100.200/latest/meta-data/',
    'http://nat64.elsewhere.example/',
    'http://mixed.elsewhere.example/',
  ])('in the runner or its network is not requested: %s', async (target) => {
    respond = () => redirectTo(target)
    expect(await fetched()).toMatchObject({ redirectChain: { end: 'barred' } })
    expect(requests).toHaveLength(1)
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://www.shop.example/',
    'http://',
    'http://a b/',
  ])('that a browser would not request is not requested: %s', async (location) => {
    respond = ({ path }) => redirectTo(path === '/' ? '/a' : location)
    const redirectChain = { end: 'nowhere', next: location, redirects: { length: 1 } }
    expect(await fetched()).toMatchObject({ head: { status: 302 }, redirectChain })
    expect(requests).toHaveLength(2)
  })

  test('after a redirect without a Location does not exist', async () => {
    respond = () => 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'
    expect(await fetched()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'nowhere', next: '' },
    })
  })

  test('that fails is reported with the redirects before it', async () => {
    respond = () => redirectTo('http://nowhere.elsewhere.example/')
    expect(await fetched()).toMatchObject({
      kind: 'failed',
      phase: 'resolve',
      error: { reason: 'unresolved' },
      redirectChain: { redirects: [{ to: 'http://nowhere.elsewhere.example/' }] },
    })
  })

  test('takes no longer than the timeout, however many redirects there are', async () => {
    let passed = 0
    respond = ({ path }) => {
      if (path.length === 3) return ''
      passed += 30_000
      return redirectTo(`${path}x`)
    }
    // By this clock, the redirects take a minute: longer than a test may take.
    const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + passed }
    const found = await fetched({}, 60_500, clock)
    expect(found).toMatchObject({
      kind: 'failed',
      error: { reason: 'timeout' },
      redirectChain: { redirects: { length: 2 } },
    })
  })

  test('is searched for expected text after its redirects, and kept in part unless it is an error', async () => {
    const long = `${'.'.repeat(300_000)}release 7`
    respond = ({ path }) => (path === '/' ? redirectTo('/en') : page(long))
    const found = await fetched({ expectedBody: { kind: 'text', text: 'release 7' } })
    expect(found).toMatchObject({ content: { body: 'found' }, body: { bytes: long.length, complete: true } })
    expect(found.kind === 'completed' && found.body.text).toHaveLength(8192)
  })

  test('is kept if it is an error', async () => {
    const long = '.'.repeat(30_000)
    respond = () => `HTTP/1.1 500 Oops\r\nContent-Length: ${long.length}\r\n\r\n${long}`
    const found = await fetched()
    expect(found.kind === 'completed' && found.body.text).toHaveLength(30_000)
  })
})
