import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connect } from 'node:net'
import type { Site } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import type { Resolution } from '../../src/domain/dns.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { resolveHost } from '../../src/probe/dns/system.ts'
import { fetchPage } from '../../src/probe/page/page.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { address, coded, network, serve, type Server } from '../support/wire.ts'
import { elapsedIn } from '../../src/diagnosis/facts/exchange.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/',
  headers: [['X-Gate', 'open sesame']],
}

/** Where names lead; all of it is one server on loopback. */
const NAMES: Readonly<Record<string, string>> = {
  'www.shop.example': '104.16.10.10',
  'shop.elsewhere.example': '198.51.100.1',
  'inside.elsewhere.example': '169.254.169.254',
}

/** What the server says to the path and Host that it is asked for; nothing: it stays silent. */
type Conduct = (asked: { readonly host: string; readonly path: string; readonly request: string }) => string

const page = (body = 'shop'): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const to = (location: string, ...more: readonly string[]): string =>
  ['HTTP/1.1 302 Found', `Location: ${location}`, ...more, 'Content-Length: 0', '', ''].join('\r\n')

const ORDINARY: Conduct = () => page()

describe('a visit', () => {
  let answer: Conduct = ORDINARY
  let requests: string[] = []
  let server: Server
  beforeEach(async () => {
    answer = ORDINARY
    requests = []
    server = await serve((socket) => {
      const request = server.heard().slice(requests.join('').length)
      requests.push(request)
      const path = /^\w+ (\S+)/.exec(request)?.[1] ?? ''
      const host = /^host: (.*)\r$/im.exec(request)?.[1] ?? ''
      const said = answer({ host, path, request })
      if (said !== '') socket.end(said)
    })
  })
  afterEach(() => server.close())

  async function visited(changes: Partial<Site> = {}, timeout = 5000): Promise<Exchange> {
    const way = {
      network: network({
        lookup: (host) => {
          const found = NAMES[host]
          return found === undefined ? Promise.reject(coded('ENOTFOUND')) : Promise.resolve([address(found)])
        },
        dial: () => connect(server.port, '127.0.0.1'),
      }),
      clock: systemClock,
      signal: new AbortController().signal,
      timeout,
      onAddresses: () => undefined,
    }
    const plan = planOf({ ...SITE, ...changes })
    const name: Promise<Resolution> = resolveHost(plan.edge.host, way)
    return fetchPage(plan.edge, name, way)
  }

  const hosts = (): readonly string[] =>
    requests.map((request) => /^host: (.*)\r$/im.exec(request)?.[1] ?? '')

  test('goes where redirects lead, and keeps the way', async () => {
    answer = ({ path }) => ({ '/': to('/en'), '/en': to('en/home#top') })[path] ?? page()
    expect(await visited()).toMatchObject({
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

  test('that is not led anywhere has no way to tell of', async () => {
    expect(await visited()).not.toHaveProperty('redirectChain')
  })

  test('keeps to the redirect itself when none is to be followed', async () => {
    answer = () => to('/en')
    expect(await visited({ followRedirects: 0 })).toMatchObject({ head: { status: 302 } })
    expect(requests).toHaveLength(1)
  })

  test('tells its secrets to no other host', async () => {
    answer = ({ host }) => (host === 'www.shop.example' ? to('http://shop.elsewhere.example/') : page())
    expect(await visited()).toMatchObject({ head: { status: 200 } })
    expect(hosts()).toEqual(['www.shop.example', 'shop.elsewhere.example'])
    expect(requests.map((request) => request.includes('sesame'))).toEqual([true, false])
  })

  test('ends where it has been before', async () => {
    answer = ({ path }) => to(path === '/a' ? '/b' : '/a')
    expect(await visited()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'loop', next: 'http://www.shop.example/a', redirects: { length: 2 } },
    })
  })

  test('ends at the limit', async () => {
    answer = ({ path }) => to(`${path}x`)
    expect(await visited({ followRedirects: 3 })).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'limit', redirects: { length: 3 } },
    })
    expect(requests).toHaveLength(4)
  })

  test('sends a cookie back that it was given on the way: to the same page is then no loop', async () => {
    answer = ({ request }) =>
      /^cookie: seen=1\r$/im.test(request) ? page() : to('/', 'Set-Cookie: seen=1; Path=/')
    expect(await visited()).toMatchObject({
      head: { status: 200 },
      redirectChain: { redirects: { length: 1 } },
    })
  })

  test('does not go to the login of Cloudflare Access', async () => {
    const login = 'https://team.cloudflareaccess.com/cdn-cgi/access/login/www.shop.example'
    answer = () => to(login)
    expect(await visited()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'barred', next: login },
    })
    expect(requests).toHaveLength(1)
  })

  test.each([
    'http://127.0.0.1:8080/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://inside.elsewhere.example/latest',
    'http://168.63.129.16/machine/?comp=goalstate',
    'http://2130706433/',
    'http://10.0.0.5/',
    'http://[::ffff:10.0.0.5]/',
    'http://[fd12::1]/',
  ])('does not let itself be sent into the runner: %s', async (inside) => {
    answer = () => to(inside)
    expect(await visited()).toMatchObject({ redirectChain: { end: 'barred' } })
    expect(requests).toHaveLength(1)
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://www.shop.example/',
    'http://',
    'http://a b/',
  ])('goes nowhere a browser would not: %s', async (location) => {
    answer = ({ path }) => to(path === '/' ? '/a' : location)
    const redirectChain = { end: 'nowhere', next: location, redirects: { length: 1 } }
    expect(await visited()).toMatchObject({ head: { status: 302 }, redirectChain })
    expect(requests).toHaveLength(2)
  })

  test('goes nowhere by a redirect that names nothing', async () => {
    answer = () => 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'
    expect(await visited()).toMatchObject({
      head: { status: 302 },
      redirectChain: { end: 'nowhere', next: '' },
    })
  })

  test('tells where it broke, after the way there', async () => {
    answer = () => to('http://nowhere.elsewhere.example/')
    expect(await visited()).toMatchObject({
      kind: 'failed',
      phase: 'resolve',
      error: { reason: 'unresolved' },
      redirectChain: { redirects: [{ to: 'http://nowhere.elsewhere.example/' }] },
    })
  })

  test('takes no longer than one request may, however often it is sent on', async () => {
    answer = ({ path }) => (path.length < 3 ? to(`${path}x`) : '')
    const found = await visited({}, 1500)
    expect(found).toMatchObject({
      kind: 'failed',
      error: { reason: 'timeout' },
      redirectChain: { redirects: { length: 2 } },
    })
    expect(elapsedIn(found)).toBeLessThan(2000)
  })

  test('looks for what is expected at the end of the way, and keeps little of a page that is no error', async () => {
    const long = `${'.'.repeat(300_000)}release 7`
    answer = ({ path }) => (path === '/' ? to('/en') : page(long))
    const found = await visited({ expectedBody: { kind: 'text', text: 'release 7' } })
    expect(found).toMatchObject({ content: { body: 'found' }, body: { bytes: long.length, complete: true } })
    expect(found.kind === 'completed' && found.body.text).toHaveLength(2048)
  })

  test('keeps a page that is an error', async () => {
    const long = '.'.repeat(30_000)
    answer = () => `HTTP/1.1 500 Oops\r\nContent-Length: ${long.length}\r\n\r\n${long}`
    const found = await visited()
    expect(found.kind === 'completed' && found.body.text).toHaveLength(30_000)
  })
})
