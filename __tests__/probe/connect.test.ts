import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { connect, createServer, Socket } from 'node:net'
import { connectTo, type Connection } from '../../src/probe/network/connect.ts'
import { address, askAt, coded, network, resolved, serve, type Server } from '../support/wire.ts'

let server: Server
beforeEach(async () => {
  server = await serve((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
})
afterEach(() => server.close())

type Fate = 'answers' | 'never' | `E${string}`

interface Tried {
  readonly connection: Connection
  /** The addresses that were dialed, in their order. */
  readonly dialed: readonly string[]
  readonly sockets: readonly Socket[]
  readonly took: number
}

/** Connects to whichever of these addresses answers; each meets its fate. */
async function tried(fates: Readonly<Record<string, Fate>>, limit = 2000): Promise<Tried> {
  const dialed: string[] = []
  const sockets: Socket[] = []
  const dial = (at: string): Socket => {
    const fate = fates[at] ?? 'ENETUNREACH'
    const socket = fate === 'answers' ? connect(server.port, '127.0.0.1') : new Socket()
    if (fate.startsWith('E')) setImmediate(() => socket.destroy(coded(fate)))
    dialed.push(at)
    sockets.push(socket)
    return socket
  }
  const began = performance.now()
  const way = network({ dial })
  const connection = await connectTo(Object.keys(fates).map(address), 443, way, AbortSignal.timeout(limit))
  if (connection.ok) connection.socket.destroy()
  return { connection, dialed, sockets, took: performance.now() - began }
}

const V6 = '2001:db8::10'
const V4 = '203.0.113.10'
const OTHER = '203.0.113.11'

describe('of several addresses', () => {
  test('the first one that answers is taken, and no other is dialed', async () => {
    const { connection, dialed } = await tried({ [V6]: 'answers', [V4]: 'answers' })
    expect(connection).toMatchObject({ ok: true, address: { address: V6, family: 6 } })
    expect(dialed).toEqual([V6])
  })

  test('the next is tried beside one that is silent, a quarter of a second later', async () => {
    const { connection, dialed, sockets, took } = await tried({ [V6]: 'never', [V4]: 'answers' })
    expect(connection).toMatchObject({ ok: true, address: { address: V4 } })
    expect(dialed).toEqual([V6, V4])
    expect(took).toBeGreaterThanOrEqual(240)
    expect(took).toBeLessThan(1200)
    expect(sockets[0]?.destroyed).toBe(true)
  })

  test.each(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'] as const)(
    'the next is tried at once after %s',
    async (fate) => {
      const { connection, took } = await tried({ [V6]: fate, [V4]: 'answers' })
      expect(connection).toMatchObject({ ok: true, address: { address: V4 } })
      expect(took).toBeLessThan(240)
    },
  )

  test.each<[Readonly<Record<string, Fate>>, string, string]>([
    [{ [V6]: 'ENETUNREACH', [V4]: 'ECONNREFUSED' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ECONNREFUSED', [V4]: 'ENETUNREACH' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ECONNREFUSED', [V4]: 'never' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ENETUNREACH', [V4]: 'never' }, 'timeout', 'DEADLINE'],
    [{ [V6]: 'ENETUNREACH', [V4]: 'EHOSTUNREACH' }, 'unreachable', 'ENETUNREACH'],
    [{ [V4]: 'never', [OTHER]: 'never' }, 'timeout', 'DEADLINE'],
  ])('none answers: %j says %s', async (fates, reason, code) => {
    const { connection, sockets } = await tried(fates, 400)
    expect(connection).toMatchObject({ ok: false, error: { reason, code } })
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true)
  })

  test('no more than six are tried', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`203.0.113.${index + 1}`, 'ECONNREFUSED'] as const),
    )
    expect((await tried(many)).dialed).toHaveLength(6)
  })
})

/** Whether this machine has the loopback of IPv6. */
const here6 = await (async () => {
  const probe = createServer().listen(0, '::1')
  try {
    await once(probe, 'listening')
    return true
  } catch {
    return false
  } finally {
    probe.close()
  }
})()

const directly = (at: string, port: number): Socket => connect(port, at)

const ipv6 = here6 ? test : test.skip
ipv6(`an IPv6 address is dialed as it is${here6 ? '' : ' (this machine has no ::1)'}`, async () => {
  const seen: string[] = []
  const listener = createServer((socket) => {
    seen.push(socket.remoteAddress ?? '')
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  }).listen(0, '::1')
  await once(listener, 'listening')
  const bound = listener.address()
  try {
    const exchange = await askAt(typeof bound === 'object' ? (bound?.port ?? 0) : 0, {
      network: { dial: directly },
      resolution: Promise.resolve(resolved('::1')),
    })
    expect(exchange).toMatchObject({ kind: 'completed', head: { status: 200 } })
    expect(seen).toEqual(['::1'])
  } finally {
    listener.close()
  }
})
