import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { makeAuthorities, makeCertificate } from '../../lab/tls/authorities.ts'
import { elapsedIn } from '../../src/diagnosis/facts/exchange.ts'
import type { Site } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { resolveHost } from '../../src/probe/dns/system.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { fetchPage } from '../../src/probe/page/page.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE } from '../support/config.ts'
import { responseOf, servePersistently, type PersistentServer, type Turn } from '../support/persistent.ts'
import { address, HOST, network } from '../support/wire.ts'

const authorities = makeAuthorities()
const publicRoots = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let server: PersistentServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const page = responseOf('200 OK', [], 'shop')
const redirectTo = (location: string, ...more: readonly string[]): string =>
  responseOf('302 Found', [`Location: ${location}`, ...more])

/** `/` redirects to `/1`, and so on to `/5`, the page. */
const fiveRedirects = ({ socket, path }: Turn): unknown =>
  socket.write(path === '/5' ? page : redirectTo(`/${Number(path.slice(1)) + 1}`))

const redirectToHttp = ({ socket, path }: Turn): unknown =>
  socket.write(path === '/' ? redirectTo(`http://${HOST}/en`) : page)

const headOnly = ({ socket, path }: Turn): unknown =>
  socket.write(path === '/' ? redirectTo('/en') : 'HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n')

interface Fetched {
  readonly changes?: Partial<Site>
  readonly tls?: TlsOptions
  readonly timeout?: number
}

/** Requests the page from a server, and waits until every connection to it is closed. */
async function fetchFrom(
  respond: (turn: Turn) => void,
  { changes, tls, timeout }: Fetched = {},
): Promise<Exchange> {
  const persistent = await servePersistently(respond, tls)
  server = persistent
  const context = {
    network: network({
      lookup: () => Promise.resolve([address('104.16.10.10')]),
      dial: () => connect(persistent.port, '127.0.0.1'),
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: timeout ?? 20_000,
    onAddresses: () => undefined,
  }
  const url = `${tls === undefined ? 'http' : 'https'}://${HOST}/`
  const { edge } = planOf({ ...SITE, url, ...changes })
  const response = await fetchPage(edge, resolveHost(edge.host, context), context)
  await persistent.allClosed()
  return response
}

test('redirects to the same endpoint go over one connection', async () => {
  const response = await fetchFrom(fiveRedirects)
  expect(server?.requests()).toBe('1: /, 1: /1, 1: /2, 1: /3, 1: /4, 1: /5')
  expect(response).toMatchObject({ kind: 'completed', head: { status: 200 }, family: 4 })
})

test('a reused connection has no phases of its own, and counts in the time of the first request', async () => {
  const response = await fetchFrom(fiveRedirects)
  expect(Object.keys(response.timings).toSorted()).toEqual(['processing', 'transfer'])
  const redirects = response.redirectChain?.redirects ?? []
  expect(redirects).toHaveLength(5)
  const own = Object.values(response.timings).reduce((sum, ms) => sum + ms, 0)
  expect(elapsedIn(response)).toBeCloseTo(redirects.reduce((sum, { elapsed }) => sum + elapsed, own))
})

test('the response over a reused connection has the certificate of its handshake', async () => {
  const response = await fetchFrom(fiveRedirects, { tls: makeCertificate('valid', HOST, authorities) })
  expect(server?.requests()).toBe('1: /, 1: /1, 1: /2, 1: /3, 1: /4, 1: /5')
  expect(response).toMatchObject({
    kind: 'completed',
    family: 4,
    tls: { protocol: 'TLSv1.3', certificate: { expectedName: HOST, faults: [] } },
  })
  expect(response.timings).not.toHaveProperty('tls')
})

test('a request without a body is redirected over the same connection', async () => {
  const response = await fetchFrom(headOnly, { changes: { method: 'HEAD' } })
  expect(server?.requests()).toBe('1: /, 1: /en')
  expect(response).toMatchObject({ kind: 'completed', head: { status: 200 }, body: { text: '' } })
})

test.each<[string, (turn: Turn) => void]>([
  [
    'announces that it closes',
    ({ socket, path }) => socket.write(path === '/' ? redirectTo('/en', 'Connection: close') : page),
  ],
  ['closes without announcing it', ({ socket, path }) => socket.end(path === '/' ? redirectTo('/en') : page)],
  [
    'sends a redirect without a length',
    ({ socket, path }) => socket.end(path === '/' ? 'HTTP/1.1 302 Found\r\nLocation: /en\r\n\r\n' : page),
  ],
  [
    'sends a body that is not read to its end',
    ({ socket, path }) =>
      socket.write(path === '/' ? responseOf('302 Found', ['Location: /en'], 'x'.repeat(5_000_000)) : page),
  ],
  [
    'sends more than its length',
    ({ socket, path }) => socket.write(path === '/' ? `${redirectTo('/en')}surplus` : page),
  ],
])('a redirect is followed over a new connection if the server %s', async (_, respond) => {
  const response = await fetchFrom(respond)
  // The client may send the request before it reads that the connection is closed.
  expect(server?.requests()).toMatch(/^1: \/, (1: \/en, )?2: \/en$/)
  expect(response).toMatchObject({ kind: 'completed', head: { status: 200 }, body: { text: 'shop' } })
  expect(response.timings).toHaveProperty('connect')
})

test.each<[string, (turn: Turn) => void]>([
  ['closes the connection', ({ socket }) => socket.end()],
  ['resets the connection', ({ socket }) => socket.resetAndDestroy()],
  ['reports a timeout', ({ socket }) => socket.end(responseOf('408 Request Timeout', ['Connection: close']))],
  ['sends something else', ({ socket }) => socket.end('surplus\r\n\r\n')],
  ['stops in the middle', ({ socket }) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nsho')],
])('a request is repeated once on a new connection if the server %s on a reused one', async (_, end) => {
  const response = await fetchFrom((turn) => {
    if (turn.path === '/') turn.socket.write(redirectTo('/en'))
    else if (turn.connection === 1) end(turn)
    else turn.socket.write(page)
  })
  expect(server?.requests()).toBe('1: /, 1: /en, 2: /en')
  expect(response).toMatchObject({
    kind: 'completed',
    head: { status: 200 },
    redirectChain: { redirects: { length: 1 } },
  })
})

test('a server that also fails on a connection of its own is reported', async () => {
  const response = await fetchFrom(({ socket, path }) => {
    if (path === '/') socket.write(redirectTo('/en'))
    else socket.resetAndDestroy()
  })
  expect(server?.requests()).toBe('1: /, 1: /en, 2: /en')
  expect(response).toMatchObject({ kind: 'failed', phase: 'processing', error: { reason: 'reset' } })
  expect(response.timings).toHaveProperty('connect')
})

test('a redirect to the other scheme opens a connection', async () => {
  const response = await fetchFrom(redirectToHttp, {
    tls: makeCertificate('valid', HOST, authorities),
    timeout: 2000,
  })
  // The same server speaks TLS on every port, so plain HTTP gets no response from it.
  expect(server?.requests()).toBe('1: /')
  expect(response).toMatchObject({ kind: 'failed', redirectChain: { redirects: { length: 1 } } })
  expect(response).not.toHaveProperty('tls')
})

test('a server that sends nothing on a reused connection uses up the time of the whole chain', async () => {
  const response = await fetchFrom(({ socket, path }) => path === '/' && socket.write(redirectTo('/en')), {
    timeout: 300,
  })
  expect(server?.requests()).toBe('1: /, 1: /en')
  expect(response).toMatchObject({ kind: 'failed', phase: 'processing', error: { reason: 'timeout' } })
})
