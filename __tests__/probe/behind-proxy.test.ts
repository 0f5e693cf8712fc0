/** Probes that don't go through `exchange`, on a runner whose only way out is a proxy. */
import { connect } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { makeAuthorities, makeCertificate } from '../../lab/tls/authorities.ts'
import { queryOverHttps } from '../../src/probe/dns/https.ts'
import { resolveOrigin } from '../../src/probe/dns/system.ts'
import { watchIdleConnections } from '../../src/probe/http/idle-connections.ts'
import { probeAddressFamilies } from '../../src/probe/network/address-families.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { systemNetwork } from '../../src/probe/network/network.ts'
import { proxiesOf } from '../../src/probe/network/proxy.ts'
import { observeSilentConnection } from '../../src/probe/network/silent-connection.ts'
import { inspectTls } from '../../src/probe/tls/inspect.ts'
import type { ProbeContext, ProbeRequest } from '../../src/probe/types.ts'
import { CONNECTED, NO_LOGIN, scriptedSocks, sends } from '../support/socks-server.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { HOST, resolvedTo, serve, serveSecurely, type Server } from '../support/wire.ts'

/** An HTTP proxy that connects every client to this port. */
const proxyTo = (port: number): Promise<Server> =>
  closeAfterTest(
    serve((socket) => {
      socket.removeAllListeners('data')
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      const upstream = connect(port, '127.0.0.1')
      upstream.on('error', () => undefined)
      socket.pipe(upstream).pipe(socket)
    }),
  )

const dialed: string[] = []
const lookups: string[] = []
afterEach(() => {
  dialed.length = 0
  lookups.length = 0
})

function contextOf(env: Readonly<Record<string, string>>): ProbeContext {
  return {
    network: {
      ...systemNetwork([], proxiesOf(env)),
      dial: (address) => {
        dialed.push(address)
        return connect(1, '127.0.0.1')
      },
      lookup: async (host) => {
        lookups.push(host)
        return [{ address: '203.0.113.10', family: 4 }]
      },
    },
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 5000,
    onAddresses: () => undefined,
  }
}

const REQUEST: ProbeRequest = {
  host: HOST,
  port: 443,
  tls: { servername: HOST, trust: 'cloudflare' },
  method: 'GET',
  path: '/',
  headers: { host: HOST },
}
const QUESTION = { name: HOST, type: 'A', recursive: true, unchecked: false } as const
const RESOLVED = Promise.resolve(resolvedTo('203.0.113.10', '2001:db8::10'))

test('the inspection of a TLS handshake goes through the proxy', async () => {
  const credentials = makeCertificate('valid', HOST, makeAuthorities())
  const site = await closeAfterTest(
    serveSecurely(credentials, (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')),
  )
  const proxy = await proxyTo(site.port)
  const context = contextOf({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })
  expect(await inspectTls(REQUEST, RESOLVED, context)).toMatchObject({ handshakeCompleted: true })
  expect(proxy.received()).toContain(`CONNECT ${HOST}:443 HTTP/1.1`)
  expect(dialed).toEqual([])
})

test('DNS over HTTPS goes through the proxy', async () => {
  const proxy = await closeAfterTest(serve((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')))
  const context = contextOf({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })
  expect(await queryOverHttps(QUESTION, '1.1.1.1', context)).toMatchObject({
    ok: false,
    code: 'PROXY_403',
  })
  expect(proxy.received()).toContain('CONNECT 1.1.1.1:443 HTTP/1.1')
  expect(dialed).toEqual([])
})

test('probes of what a proxy hides are skipped', async () => {
  const socks = await closeAfterTest(scriptedSocks(sends(...NO_LOGIN), sends(...CONNECTED)))
  const context = contextOf({ ALL_PROXY: `socks5://127.0.0.1:${socks.port}` })
  expect(await probeAddressFamilies(REQUEST, RESOLVED, context)).toEqual({})
  expect(await observeSilentConnection(REQUEST, RESOLVED, context)).toEqual({ ended: 'open' })
  const plan = { origins: [REQUEST] }
  const idle = watchIdleConnections(plan, context, [1])
  expect(idle.results()).toEqual([{ survived: 0 }])
  idle.stop()
  expect([dialed, socks.received()]).toEqual([[], []])
})

test("only a SOCKS proxy keeps an origin's name from the runner's resolver", async () => {
  const socks = contextOf({ ALL_PROXY: 'socks5h://127.0.0.1:1080' })
  expect(await resolveOrigin(REQUEST, socks)).toMatchObject({ kind: 'failed', code: 'RESOLVED_BY_PROXY' })
  expect(await resolveOrigin({ ...REQUEST, host: '203.0.113.10' }, socks)).toMatchObject({ kind: 'resolved' })
  expect(lookups).toEqual([])
  const http = contextOf({ ALL_PROXY: 'http://127.0.0.1:3128' })
  expect(await resolveOrigin(REQUEST, http)).toMatchObject({ kind: 'resolved' })
  expect(lookups).toEqual([HOST])
})
