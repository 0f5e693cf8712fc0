import type { KeepAliveResult } from '../../src/domain/recheck.ts'
import { createServer, type Server as NetServer, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { listen } from '../../lab/network/listen.ts'
import { sendTwice } from '../../src/probe/http/keep-alive.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { HOST, network, resolvedTo } from '../support/wire.ts'

let close = (): Promise<unknown> => Promise.resolve()
afterEach(() => close())

/** Sends two requests to a server that responds to the first with `first`, and runs `second` on the second. */
async function sendToServer(
  first: string,
  second: (socket: Socket) => void,
): Promise<{ result: KeepAliveResult; connections: number }> {
  let connections = 0
  const server: NetServer = createServer((socket) => {
    connections += 1
    let requests = 0
    socket.on('error', () => undefined)
    socket.on('data', () => {
      requests += 1
      if (requests === 1) socket.write(first)
      else second(socket)
    })
  })
  const { port, close: end } = await listen(server)
  close = end
  const request = { host: HOST, port, method: 'GET', path: '/', headers: { host: HOST } } as const
  const result = await sendTwice(request, Promise.resolve(resolvedTo('203.0.113.10')), {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 20_000,
    onAddresses: () => undefined,
  })
  return { result, connections }
}

const page = (...headers: readonly string[]): string =>
  ['HTTP/1.1 200 OK', 'Content-Length: 5', ...headers, '', 'hallo'].join('\r\n')

test('the second request on a connection gets its response', async () => {
  const { result, connections } = await sendToServer(page(), (socket) => socket.write(page('X-Turn: 2')))
  expect(result).toMatchObject({
    reused: true,
    exchange: { kind: 'completed', head: { headers: { 'x-turn': '2' } }, body: { text: 'hallo' } },
  })
  expect(connections).toBe(1)
})

test.each<[string, string, (socket: Socket) => void]>([
  ['reset', 'reset', (socket) => socket.resetAndDestroy()],
  ['closed', 'closed', (socket) => socket.end()],
])('the second request on a connection fails: %s', async (_, reason, second) => {
  const { result, connections } = await sendToServer(page(), second)
  expect(result).toMatchObject({
    reused: true,
    exchange: { kind: 'failed', phase: 'processing', error: { reason, received: 0 } },
  })
  expect(connections).toBe(1)
})

test.each([
  ['closes the connection', page('Connection: close')],
  ['uses HTTP/1.0', page().replace('1.1', '1.0')],
  ['is not HTTP', 'HELLO\r\n\r\n'],
])('nothing is reported about a server whose first response %s', async (_, first) => {
  const { result, connections } = await sendToServer(first, (socket) => socket.resetAndDestroy())
  expect(result).toEqual({ reused: false })
  expect(connections).toBe(1)
})

test('a server that sends more than its response is not a closed connection', async () => {
  const { result } = await sendToServer(`${page()}HTTP/1.1 200 OK\r\n`, () => undefined)
  expect(result).toMatchObject({
    reused: true,
    exchange: { kind: 'failed', phase: 'processing', error: { reason: 'protocol', code: 'SURPLUS_DATA' } },
  })
})
