import { afterEach, describe, expect, test } from '@jest/globals'
import { createServer, type Socket } from 'node:net'
import { listen } from '../../lab/network/listen.ts'
import type { IdleConnection } from '../../src/domain/idle-connection.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { watchIdleConnections, type IdleConnections } from '../../src/probe/http/idle-connections.ts'
import { SITE } from '../support/config.ts'
import { network } from '../support/wire.ts'

let close = (): Promise<unknown> => Promise.resolve()
let reusing: IdleConnections | undefined
afterEach(async () => {
  reusing?.stop()
  await close()
})

/** Keeps a connection to a server that does so to each request of it, by its number from 1. */
async function kept(
  conduct: (socket: Socket, turn: number) => void,
  rests: readonly number[],
): Promise<IdleConnections> {
  const server = createServer((socket) => {
    let turn = 0
    socket.on('error', () => undefined)
    socket.on('data', () => conduct(socket, (turn += 1)))
  })
  const listening = await listen(server)
  close = listening.close
  const site = {
    ...SITE,
    origins: [{ scheme: 'http:' as const, host: '203.0.113.10', port: listening.port }],
  }
  const way = {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 2000,
    onAddresses: () => undefined,
  }
  return (reusing = watchIdleConnections(planOf(site), way, rests))
}

/** Looks until it has come to this, or for as long as a test may take. */
async function untilSeen(
  reusing: IdleConnections,
  fits: (reuse: IdleConnection) => boolean,
): Promise<IdleConnection | undefined> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [reuse] = reusing.results()
    if (reuse !== undefined && fits(reuse)) return reuse
    await systemClock.sleep(10, new AbortController().signal)
  }
  return reusing.results()[0]
}

const ended = ({ ended }: IdleConnection): boolean => ended !== undefined
const page = (more = ''): string => `HTTP/1.1 200 OK\r\nContent-Length: 5\r\n${more}\r\nhallo`
const answering = (socket: Socket): boolean => socket.write(page())

describe('a connection that is kept', () => {
  test('holds', async () => {
    const seen = await untilSeen(await kept(answering, [5, 10]), ({ survived }) => survived === 10)
    expect(seen).toEqual({ survived: 10 })
  })

  test('is closed while it rests, whatever time the server had named', async () => {
    const reusing = await kept(
      (socket: Socket) => {
        socket.write(page('Keep-Alive: timeout=5\r\n'))
        setTimeout(() => socket.end(), 40)
      },
      [60_000],
    )
    const seen = await untilSeen(reusing, ended)
    expect(seen).toEqual({ survived: 0, ended: { how: 'closed', after: expect.any(Number) } })
    expect(seen?.ended?.after).toBeLessThan(60_000)
  })

  test('is reset while it rests, after it had held', async () => {
    const reusing = await kept(
      (socket: Socket, turn: number) => {
        socket.write(page())
        if (turn === 2) setTimeout(() => socket.resetAndDestroy(), 40)
      },
      [5, 60_000],
    )
    const seen = await untilSeen(reusing, ended)
    expect(seen).toEqual({ survived: 5, ended: { how: 'reset', after: expect.any(Number) } })
  })

  test('stands, and the next request on it is lost', async () => {
    const reusing = await kept(
      (socket: Socket, turn: number) => {
        if (turn === 1) socket.write(page())
        else socket.resetAndDestroy()
      },
      [5],
    )
    const seen = await untilSeen(reusing, ended)
    expect(seen).toEqual({ survived: 0, ended: { how: 'unanswered', after: 5 } })
  })

  test.each([
    ['says that it closes', page('Connection: close\r\n')],
    ['fails at once', 'HELLO\r\n\r\n'],
  ])('tells nothing of a server that %s', async (_, answer) => {
    const over = Promise.withResolvers<void>()
    const reusing = await kept(
      (socket) => {
        socket.once('close', over.resolve)
        socket.write(answer)
      },
      [60_000],
    )
    await over.promise
    expect(reusing.results()).toEqual([{ survived: 0 }])
  })

  test('is let go when it is told to stop, and says nothing of that', async () => {
    const over = Promise.withResolvers<void>()
    const reusing = await kept(
      (socket, turn) => {
        if (turn === 1) socket.once('close', over.resolve)
        answering(socket)
      },
      [5, 60_000],
    )
    await untilSeen(reusing, ({ survived }) => survived === 5)
    reusing.stop()
    await over.promise
    expect(reusing.results()).toEqual([{ survived: 5 }])
  })
})
