import { createServer, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { missingSshd } from '../../lab/bastion/sshd.ts'
import { namespaceProblem } from '../../lab/network/namespace-support.ts'
import { runProgram } from '../../lab/network/programs.ts'
import { makeAuthorities, makeCertificate } from '../../lab/tls/authorities.ts'
import { listen } from '../../lab/network/listen.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { reusableConnection } from '../../src/probe/http/reuse.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { networkOf, systemNetwork } from '../../src/probe/network/network.ts'
import { proxiesOf, type SocksProxy } from '../../src/probe/network/proxy.ts'
import { connectThroughSocks } from '../../src/probe/network/socks.ts'
import type { ProbeContext, ProbeRequest } from '../../src/probe/types.ts'
import {
  CONNECTED,
  NO_LOGIN,
  scriptedSocks,
  sends,
  startMicrosocks,
  startSshSocks,
  type ScriptedSocks,
} from '../support/socks-server.ts'
import { afterThisTest, closeAfterTest } from '../support/close-after-test.ts'
import { HOST, serve, serveSecurely } from '../support/wire.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-socks-'))
  afterThisTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const script = (...steps: readonly ((client: Socket) => void)[]): Promise<ScriptedSocks> =>
  closeAfterTest(scriptedSocks(...steps))

const proxyAt = (port: number, login?: SocksProxy['login']): SocksProxy => ({
  protocol: 'socks5',
  host: '127.0.0.1',
  port,
  ...(login !== undefined && { login }),
})

const requestTo = (host: string, port: number, tls = false): ProbeRequest => ({
  host,
  port,
  ...(tls && { tls: { servername: HOST, trust: 'cloudflare' } as const }),
  method: 'GET',
  path: '/',
  headers: { host: HOST },
})

/** Loopback is a destination here too. */
const contextOf = (proxy: SocksProxy, timeout = 20_000): ProbeContext => ({
  network: systemNetwork([], () => proxy),
  clock: systemClock,
  signal: new AbortController().signal,
  timeout,
  onAddresses: () => undefined,
})

/** The name resolves only at the proxy. */
const UNRESOLVED = Promise.resolve({
  host: HOST,
  elapsed: 3,
  kind: 'failed',
  reason: 'no-such-host',
  code: 'ENOTFOUND',
} as const)

const send = (request: ProbeRequest, proxy: SocksProxy, timeout?: number): Promise<Exchange> =>
  exchange(request, UNRESOLVED, contextOf(proxy, timeout))

const RESPONSE = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo'
const connects = [sends(...NO_LOGIN), sends(...CONNECTED)]
const credentials = makeCertificate('valid', HOST, makeAuthorities())
const utf8 = (text: string): readonly number[] => [...Buffer.from(text)]

async function sendBytes(client: Socket, bytes: readonly number[]): Promise<void> {
  for (const byte of bytes) await new Promise<void>((done) => client.write(Uint8Array.of(byte), () => done()))
}

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const { port, close } = await listen(createServer())
  await close()
  return port
}

describe('the handshake', () => {
  test.each<[string, string, readonly number[]]>([
    ['a name', HOST, [3, HOST.length, ...utf8(HOST)]],
    ['an IPv4 address', '203.0.113.10', [1, 203, 0, 113, 10]],
    ['an IPv6 address', '2001:db8::10', [4, 0x20, 1, 0xd, 0xb8, ...new Uint8Array(11), 0x10]],
  ])('requests %s', async (_, host, address) => {
    const socks = await script(...connects, (client) => client.end(RESPONSE))
    expect(await send(requestTo(host, 80), proxyAt(socks.port))).toMatchObject({ head: { status: 200 } })
    expect(socks.received().slice(0, 3 + 3 + address.length + 2)).toEqual([
      5,
      1,
      0,
      5,
      1,
      0,
      ...address,
      0,
      80,
    ])
  })

  test('sends the login, and the site never sees it', async () => {
    const login = { user: 'ci@shop', password: 'p@ss:wörd' }
    const socks = await script(sends(5, 2), sends(1, 0), sends(...CONNECTED), (client) =>
      client.end(RESPONSE),
    )
    const result = await send(requestTo(HOST, 80), proxyAt(socks.port, login))
    expect(result).toMatchObject({ head: { status: 200 }, body: { text: 'hallo' } })
    const [user, password] = [utf8(login.user), utf8(login.password)]
    const sent = [5, 2, 0, 2, 1, user.length, ...user, password.length, ...password]
    expect(socks.received().slice(0, sent.length)).toEqual(sent)
    expect(Buffer.from(socks.received().slice(sent.length)).toString()).not.toContain('p@ss')
    expect(JSON.stringify(result)).not.toContain('p@ss')
  })

  test.each([
    ['IPv4', CONNECTED],
    ['IPv6', [5, 0, 0, 4, ...new Uint8Array(18)]],
    ['a name', [5, 0, 0, 3, 3, 97, 98, 99, 0, 80]],
    ['an empty name', [5, 0, 0, 3, 0, 0, 0]],
  ])('reads a reply with %s, also byte by byte', async (_, reply) => {
    const socks = await script(
      (client) => void client.write(Uint8Array.of(5), () => client.write(Uint8Array.of(0))),
      (client) => void sendBytes(client, reply),
      (client) => client.end(RESPONSE),
    )
    expect(await send(requestTo(HOST, 80), proxyAt(socks.port))).toMatchObject({ body: { text: 'hallo' } })
  })

  test('leaves the bytes after the reply to the site', async () => {
    const banner = utf8('SSH-2.0-OpenSSH\r\n')
    const socks = await script(sends(...NO_LOGIN), sends(...CONNECTED, ...banner))
    expect(await send(requestTo(HOST, 80), proxyAt(socks.port))).toMatchObject({
      phase: 'processing',
      error: { reason: 'protocol', code: 'NOT_HTTP' },
      wire: { opening: 'SSH-2.0-OpenSSH' },
    })
    const again = await script(sends(...NO_LOGIN), sends(...CONNECTED, ...banner))
    expect(await send(requestTo(HOST, 443, true), proxyAt(again.port))).toMatchObject({
      phase: 'tls',
      error: { reason: 'protocol' },
    })
  })
})

describe('the reply of the proxy', () => {
  test.each([
    [3, 'unreachable', 'ENETUNREACH'],
    [4, 'unreachable', 'EHOSTUNREACH'],
    [5, 'refused', 'ECONNREFUSED'],
    [6, 'timeout', 'ETIMEDOUT'],
    [1, 'proxy', 'PROXY_GENERAL_FAILURE'],
    [2, 'proxy', 'PROXY_NOT_ALLOWED'],
    [7, 'proxy', 'PROXY_COMMAND_UNSUPPORTED'],
    [8, 'proxy', 'PROXY_ADDRESS_UNSUPPORTED'],
    [9, 'proxy', 'PROXY_NOT_SOCKS5'],
    [255, 'proxy', 'PROXY_NOT_SOCKS5'],
  ])('%i means %s with the code %s', async (status, reason, code) => {
    const socks = await script(sends(...NO_LOGIN), (client) =>
      client.end(Uint8Array.of(5, status, 0, 1, 0, 0, 0, 0, 0, 0)),
    )
    expect(await send(requestTo(HOST, 443, true), proxyAt(socks.port))).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason, code },
      timings: { connect: expect.any(Number) },
    })
    await socks.allClosed()
  })

  test('says nothing about an IPv6 address without a route, because the proxy may have no IPv6', async () => {
    const socks = await script(sends(...NO_LOGIN), sends(5, 3, 0, 1, 0, 0, 0, 0, 0, 0))
    expect(await send(requestTo('2001:db8::10', 80), proxyAt(socks.port))).toMatchObject({
      error: { reason: 'proxy', code: 'PROXY_NETWORK_UNREACHABLE' },
    })
  })

  test.each<[string, readonly ((client: Socket) => void)[], string]>([
    ['requires a login', [sends(5, 255)], 'PROXY_LOGIN_REQUIRED'],
    ['supports only GSSAPI', [sends(5, 1)], 'PROXY_LOGIN_UNSUPPORTED'],
    ['closes at once', [(client) => client.end()], 'PROXY_CLOSED'],
    ['resets at once', [(client) => client.resetAndDestroy()], 'PROXY_ECONNRESET'],
    ['closes after one byte', [(client) => client.end(Uint8Array.of(5))], 'PROXY_CLOSED'],
    ['speaks SOCKS4', [sends(0, 90)], 'PROXY_NOT_SOCKS5'],
    ['speaks HTTP', [(client) => client.end('HTTP/1.1 400 Bad Request\r\n\r\n')], 'PROXY_NOT_SOCKS5'],
    ['replies in another version', [sends(...NO_LOGIN), sends(4, 5, 0, 1, 0)], 'PROXY_NOT_SOCKS5'],
    [
      'replies with an unknown type of address',
      [sends(...NO_LOGIN), sends(5, 0, 0, 9, 0)],
      'PROXY_NOT_SOCKS5',
    ],
    ['closes instead of a reply', [sends(...NO_LOGIN), (client) => client.end()], 'PROXY_CLOSED_EARLY'],
    [
      'resets instead of a reply',
      [sends(...NO_LOGIN), (client) => client.resetAndDestroy()],
      'PROXY_CLOSED_EARLY',
    ],
    [
      'closes in the middle of the reply',
      [sends(...NO_LOGIN), (client) => client.end(Uint8Array.of(5, 0, 0, 1))],
      'PROXY_CLOSED_EARLY',
    ],
  ])('is a failure of the proxy when it %s', async (_, steps, code) => {
    const socks = await script(...steps)
    expect(await send(requestTo(HOST, 80), proxyAt(socks.port))).toMatchObject({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'proxy', code },
    })
    await socks.allClosed()
  })

  test.each([
    ['no login', [sends(5, 255)], 'PROXY_LOGIN_UNSUPPORTED'],
    ['this login', [sends(5, 2), sends(1, 1)], 'PROXY_LOGIN_REJECTED'],
  ])('rejects %s', async (_, steps, code) => {
    const socks = await script(...steps)
    const proxy = proxyAt(socks.port, { user: 'ci', password: 'wrong' })
    expect(await send(requestTo(HOST, 80), proxy)).toMatchObject({ error: { reason: 'proxy', code } })
  })

  test.each([
    ['nothing', [], 'PROXY_DEADLINE'],
    ['no reply to the request', [sends(...NO_LOGIN)], 'PROXY_SILENT'],
    ['no byte after the reply', connects, 'PROXY_SILENT'],
  ])('may be %s until the deadline', async (_, steps, code) => {
    const socks = await script(...steps)
    expect(await send(requestTo(HOST, 80), proxyAt(socks.port), 300)).toMatchObject({
      error: { reason: 'proxy', code },
    })
    await socks.allClosed()
  })

  test('may be missing, because nothing listens', async () => {
    expect(await send(requestTo(HOST, 80), proxyAt(await closedPort()))).toMatchObject({
      phase: 'connect',
      error: { reason: 'proxy', code: 'PROXY_ECONNREFUSED' },
    })
  })

  test('is not awaited for a name that no proxy can resolve', async () => {
    const socks = await script(...connects)
    expect(await send(requestTo(`${'a'.repeat(300)}.example`, 80), proxyAt(socks.port))).toMatchObject({
      error: { reason: 'unresolved', code: 'ENOTFOUND' },
    })
    expect(socks.received()).toEqual([])
  })
})

describe('a connection that ends', () => {
  const ends: readonly [string, (client: Socket) => void][] = [
    ['closes', (client) => client.end()],
    ['resets', (client) => client.resetAndDestroy()],
  ]
  test.each(ends)('and %s without a byte may never have been one', async (_, end) => {
    for (const tls of [false, true]) {
      const socks = await script(...connects, end)
      expect(await send(requestTo(HOST, 443, tls), proxyAt(socks.port))).toMatchObject({
        phase: 'connect',
        error: { reason: 'proxy', code: 'PROXY_CLOSED_EARLY' },
        timings: { connect: expect.any(Number) },
      })
      const again = await script(...connects, end)
      const reused = reusableConnection()
      const proxy = proxyAt(again.port)
      expect(await reused.send(requestTo(HOST, 443, tls), UNRESOLVED, contextOf(proxy))).toMatchObject({
        error: { reason: 'proxy', code: 'PROXY_CLOSED_EARLY' },
      })
    }
  })

  test('after a byte says something about the site', async () => {
    const socks = await script(...connects, (client) => client.end('H'))
    expect(await send(requestTo(HOST, 80), proxyAt(socks.port))).toMatchObject({
      phase: 'processing',
      error: { reason: 'closed', received: 1 },
    })
  })
})

test('a proxy that sends all replies at once and resets the connection ends in a failure', async () => {
  const server = createServer((client) => {
    client
      .on('error', () => undefined)
      .once('data', () => {
        client.write(Uint8Array.of(...NO_LOGIN, ...CONNECTED))
        client.resetAndDestroy()
      })
  })
  const { port } = await closeAfterTest(listen(server))
  for (let attempt = 0; attempt < 30; attempt++) {
    const connection = await connectThroughSocks(proxyAt(port), HOST, 443, new AbortController().signal)
    if (connection.ok) connection.socket.destroy()
    else expect(connection.error.reason).toBe('proxy')
  }
})

test('aborting the run ends a handshake, and closes its connection', async () => {
  const socks = await script(sends(...NO_LOGIN))
  const abort = new AbortController()
  const connecting = connectThroughSocks(proxyAt(socks.port), HOST, 80, abort.signal)
  abort.abort()
  expect(await connecting).toMatchObject({ ok: false, error: { reason: 'proxy' } })
  expect(await connectThroughSocks(proxyAt(socks.port), HOST, 80, abort.signal)).toMatchObject({ ok: false })
  await socks.allClosed()
})

test('whatever a server sends, the handshake ends in a connection or in a failure', async () => {
  const reply = fc.uint8Array({ maxLength: 300 })
  const ending = fc.constantFrom('end', 'reset', 'open')
  const steps = fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          Uint8Array.from(NO_LOGIN),
          Uint8Array.from(CONNECTED),
          Uint8Array.of(5, 2),
          Uint8Array.of(1, 0),
        ),
        reply,
      ),
      ending,
    ),
    { maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (replies, withLogin) => {
      const socks = await scriptedSocks(
        ...replies.map(([bytes, end]) => (client: Socket) => {
          client.write(bytes)
          if (end === 'end') client.end()
          if (end === 'reset') client.resetAndDestroy()
        }),
      )
      try {
        const proxy = proxyAt(socks.port, withLogin ? { user: 'ci', password: 'word' } : undefined)
        const connection = await connectThroughSocks(proxy, HOST, 80, AbortSignal.timeout(200))
        if (connection.ok) connection.socket.on('error', () => undefined).destroy()
        const failed = ['proxy', 'refused', 'unreachable', 'timeout']
        expect(connection.ok || failed.includes(connection.error.reason)).toBe(true)
        await socks.allClosed()
      } finally {
        await socks.close()
      }
    }),
    { numRuns: 60 },
  )
})

const isMissing = async (program: string): Promise<boolean> =>
  (await runProgram([program, '-V'])).code === 127
const noSshd = (await namespaceProblem()) ?? (await missingSshd())
const noMicrosocks = (await isMissing('microsocks')) ? 'microsocks is not installed' : undefined
const describeWithMicrosocks = onLinux(NEEDS_PROGRAMS, noMicrosocks).describe
const testWithSshd = onLinux(NEEDS_PROGRAMS, noSshd).test

describeWithMicrosocks("Debian's microsocks", () => {
  test('carries HTTP and HTTPS to the site', async () => {
    const socks = await closeAfterTest(startMicrosocks(await temporaryFolder()))
    const site = await closeAfterTest(serve((socket) => socket.end(RESPONSE)))
    const secure = await closeAfterTest(serveSecurely(credentials, (socket) => socket.end(RESPONSE)))
    const proxy = proxyAt(socks.port)
    expect(await send(requestTo('127.0.0.1', site.port), proxy)).toMatchObject({ body: { text: 'hallo' } })
    expect(await send(requestTo('127.0.0.1', secure.port, true), proxy)).toMatchObject({
      body: { text: 'hallo' },
      timings: { connect: expect.any(Number), tls: expect.any(Number) },
    })
  })

  test('passes on a site that closes after the handshake', async () => {
    const site = await closeAfterTest(serveSecurely(credentials, (stream) => stream.end()))
    const proxy = proxyAt((await closeAfterTest(startMicrosocks(await temporaryFolder()))).port)
    expect(await send(requestTo('127.0.0.1', site.port, true), proxy)).toMatchObject({
      phase: 'processing',
      error: { reason: 'closed', received: 0 },
      tls: { certificate: {} },
    })
  })

  test('reports that the site refuses the connection', async () => {
    const socks = await closeAfterTest(startMicrosocks(await temporaryFolder()))
    expect(await send(requestTo('127.0.0.1', await closedPort()), proxyAt(socks.port))).toMatchObject({
      phase: 'connect',
      error: { reason: 'refused', code: 'ECONNREFUSED' },
    })
  })

  test.each([
    ['the right', 'p@ss:word', { kind: 'completed' }],
    ['a wrong', 'nope', { error: { reason: 'proxy', code: 'PROXY_LOGIN_REJECTED' } }],
  ])('gets %s password', async (_, password, expected) => {
    const socks = await closeAfterTest(startMicrosocks(await temporaryFolder(), ['ci', 'p@ss:word']))
    const site = await closeAfterTest(serve((socket) => socket.end(RESPONSE)))
    const proxy = proxyAt(socks.port, { user: 'ci', password })
    expect(await send(requestTo('127.0.0.1', site.port), proxy)).toMatchObject(expected)
  })

  test('rejects a client without a password', async () => {
    const socks = await closeAfterTest(startMicrosocks(await temporaryFolder(), ['ci', 'p@ss:word']))
    expect(await send(requestTo('127.0.0.1', 80), proxyAt(socks.port))).toMatchObject({
      error: { reason: 'proxy', code: 'PROXY_LOGIN_REQUIRED' },
    })
  })
})

testWithSshd(
  "OpenSSH's `ssh -D` carries requests, and closes instead of reporting a refused connection",
  async () => {
    const socks = await closeAfterTest(startSshSocks(await temporaryFolder()))
    const site = await closeAfterTest(serve((socket) => socket.end(RESPONSE)))
    const proxy = proxyAt(socks.port)
    expect(await send(requestTo('127.0.0.1', site.port), proxy)).toMatchObject({ body: { text: 'hallo' } })
    expect(await send(requestTo('127.0.0.1', await closedPort()), proxy)).toMatchObject({
      error: { reason: 'proxy', code: 'PROXY_CLOSED_EARLY' },
    })
  },
)

test('only a network with a SOCKS proxy loads its client', () => {
  expect(networkOf({})).not.toHaveProperty('load')
  expect(networkOf({ HTTPS_PROXY: 'http://proxy.example' })).not.toHaveProperty('load')
  expect(networkOf({ all_proxy: 'socks5://proxy.example' })).toHaveProperty('load')
})

test('a SOCKS proxy resolves the names that it connects to, and an HTTP proxy leaves them to both', () => {
  const network = systemNetwork(
    [],
    proxiesOf({ ALL_PROXY: 'socks5://proxy.example', HTTP_PROXY: 'proxy.example' }),
  )
  expect(network.resolvedByProxy?.(HOST, 443, true)).toBe(true)
  expect(network.resolvedByProxy?.(HOST, 80, false)).toBe(false)
  expect(network.resolvedByProxy?.('localhost', 443, true)).toBe(false)
})
