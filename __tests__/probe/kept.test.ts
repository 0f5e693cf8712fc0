import { afterEach, expect, test } from '@jest/globals'
import { createServer, type Server as NetServer, type Socket } from 'node:net'
import { listen } from '../../lab/network/listen.ts'
import type { KeepAliveResult } from '../../src/domain/exchange.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { sendTwice } from '../../src/probe/http/keep-alive.ts'
import { HOST, network, resolved } from '../support/wire.ts'

let close = (): Promise<unknown> => Promise.resolve()
afterEach(() => close())

/** Asks a server that answers the first request so, and does so to the second. */
async function askAt(
  first: string,
  second: (socket: Socket) => void,
): Promise<{ kept: KeepAliveResult; connections: number }> {
  let connections = 0
  const server: NetServer = createServer((socket) => {
    connections += 1
    let turn = 0
    socket.on('error', () => undefined)
    socket.on('data', () => {
      turn += 1
      if (turn === 1) socket.write(first)
      else second(socket)
    })
  })
  const { port, close: end } = await listen(server)
  close = end
  const ask = { host: HOST, port, method: 'GET', path: '/', headers: { host: HOST } } as const
  const kept = await sendTwice(ask, Promise.resolve(resolved('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 20_000,
    onAddresses: () => undefined,
  })
  return { kept, connections }
}

const page = (...headers: readonly string[]): string =>
  ['HTTP/1.1 200 OK', 'Content-Length: 5', ...headers, '', 'hallo'].join('\r\n')

test('a second request on the same connection is answered', async () => {
  const { kept, connections } = await askAt(page(), (socket) => socket.write(page('X-Turn: 2')))
  expect(kept).toMatchObject({
    reused: true,
    exchange: { kind: 'completed', head: { headers: { 'x-turn': '2' } }, body: { text: 'hallo' } },
  })
  expect(connections).toBe(1)
})

test.each<[string, string, (socket: Socket) => void]>([
  ['reset', 'reset', (socket) => socket.resetAndDestroy()],
  ['closed', 'closed', (socket) => socket.end()],
])('a second request on the same connection is cut off: %s', async (_, reason, second) => {
  const { kept, connections } = await askAt(page(), second)
  expect(kept).toMatchObject({
    reused: true,
    exchange: { kind: 'failed', phase: 'processing', error: { reason, received: 0 } },
  })
  expect(connections).toBe(1)
})

test.each([
  ['says that it closes', page('Connection: close')],
  ['is of HTTP/1.0', page().replace('1.1', '1.0')],
  ['fails at once', 'HELLO\r\n\r\n'],
])('nothing is said of a server whose first answer %s', async (_, first) => {
  const { kept, connections } = await askAt(first, (socket) => socket.resetAndDestroy())
  expect(kept).toEqual({ reused: false })
  expect(connections).toBe(1)
})
