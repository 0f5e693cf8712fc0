import { errorWithCode } from '../../lab/network/routes.ts'
import { once } from 'node:events'
import { connect, createServer, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connectTo, type Connection } from '../../src/probe/network/connect.ts'
import { address, requestAt, network, resolvedTo, serve, type Server } from '../support/wire.ts'

let server: Server
beforeEach(async () => {
  server = await serve((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
})
afterEach(() => server.close())

type Outcome = 'connects' | 'never' | `E${string}`

interface Attempt {
  readonly connection: Connection
  /** In order. */
  readonly dialed: readonly string[]
  readonly sockets: readonly Socket[]
  readonly elapsed: number
}

/** Connects to these addresses, with the outcome of each. Adds those that it dials to `dialed`. */
async function attempt(
  outcomes: Readonly<Record<string, Outcome>>,
  limit = 20_000,
  dialed: string[] = [],
): Promise<Attempt> {
  const sockets: Socket[] = []
  const dial = (at: string): Socket => {
    const outcome = outcomes[at] ?? 'ENETUNREACH'
    const socket = outcome === 'connects' ? connect(server.port, '127.0.0.1') : new Socket()
    if (outcome.startsWith('E')) setImmediate(() => socket.destroy(errorWithCode(outcome)))
    dialed.push(at)
    sockets.push(socket)
    return socket
  }
  const start = performance.now()
  const dialing = network({ dial })
  const connection = await connectTo(
    Object.keys(outcomes).map(address),
    443,
    dialing,
    AbortSignal.timeout(limit),
  )
  if (connection.ok) connection.socket.destroy()
  return { connection, dialed, sockets, elapsed: performance.now() - start }
}

const V6 = '2001:db8::10'
const V4 = '203.0.113.10'
const OTHER = '203.0.113.11'

describe('of several addresses', () => {
  test('the first one that connects is used, and no other is dialed', async () => {
    const { connection, dialed } = await attempt({ [V6]: 'connects', [V4]: 'connects' })
    expect(connection).toMatchObject({ ok: true, address: { address: V6, family: 6 } })
    expect(dialed).toEqual([V6])
  })

  test('the next is tried in parallel with a slow one, after 250 ms', async () => {
    const { connection, dialed, sockets, elapsed } = await attempt({ [V6]: 'never', [V4]: 'connects' })
    expect(connection).toMatchObject({ ok: true, address: { address: V4 } })
    expect(dialed).toEqual([V6, V4])
    expect(elapsed).toBeGreaterThanOrEqual(240)
    expect(sockets[0]?.destroyed).toBe(true)
  })

  test.each(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'] as const)(
    'the next is tried at once after %s',
    async (outcome) => {
      const dialed: string[] = []
      const attempted = attempt({ [V6]: outcome, [V4]: 'connects' }, undefined, dialed)
      // The attempt fails in the first turn of the event loop. No timer fires before the second.
      for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate)
      expect(dialed).toEqual([V6, V4])
      expect((await attempted).connection).toMatchObject({ ok: true, address: { address: V4 } })
    },
  )

  test.each<[Readonly<Record<string, Outcome>>, string, string]>([
    [{ [V6]: 'ENETUNREACH', [V4]: 'ECONNREFUSED' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ECONNREFUSED', [V4]: 'ENETUNREACH' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ECONNREFUSED', [V4]: 'never' }, 'refused', 'ECONNREFUSED'],
    [{ [V6]: 'ENETUNREACH', [V4]: 'never' }, 'timeout', 'DEADLINE'],
    [{ [V6]: 'ENETUNREACH', [V4]: 'EHOSTUNREACH' }, 'unreachable', 'ENETUNREACH'],
    [{ [V4]: 'never', [OTHER]: 'never' }, 'timeout', 'DEADLINE'],
  ])('none connects: %j is %s', async (outcomes, reason, code) => {
    const { connection, sockets } = await attempt(outcomes, 400)
    expect(connection).toMatchObject({ ok: false, error: { reason, code } })
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true)
  })

  test('a metadata service is never dialed', async () => {
    for (const one of ['169.254.169.254', 'fd00:ec2::254', '64:ff9b::a9fe:a9fe', '168.63.129.16']) {
      const { connection, dialed } = await attempt({ [one]: 'connects' })
      expect(connection).toMatchObject({ ok: false, error: { code: 'METADATA_SERVICE' } })
      expect(dialed).toEqual([])
    }
    const { dialed } = await attempt({ '169.254.169.254': 'connects', [V4]: 'connects' })
    expect(dialed).toEqual([V4])
  })

  test('no more than six are tried', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`203.0.113.${index + 1}`, 'ECONNREFUSED'] as const),
    )
    expect((await attempt(many)).dialed).toHaveLength(6)
  })
})

/** Whether this machine has an IPv6 loopback address. */
const hasIpv6 = await (async () => {
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

const ipv6 = hasIpv6 ? test : test.skip
ipv6(`an IPv6 address is dialed as it is${hasIpv6 ? '' : ' (this machine has no ::1)'}`, async () => {
  const clients: string[] = []
  const listener = createServer((socket) => {
    clients.push(socket.remoteAddress ?? '')
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  }).listen(0, '::1')
  await once(listener, 'listening')
  const bound = listener.address()
  try {
    const exchange = await requestAt(typeof bound === 'object' ? (bound?.port ?? 0) : 0, {
      network: { dial: directly },
      resolution: Promise.resolve(resolvedTo('::1')),
    })
    expect(exchange).toMatchObject({ kind: 'completed', head: { status: 200 } })
    expect(clients).toEqual(['::1'])
  } finally {
    listener.close()
  }
})
