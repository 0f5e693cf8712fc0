import type { IdleConnection } from '../../src/domain/recheck.ts'
import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { listen } from '../../lab/network/listen.ts'
import { watchIdleConnections, type IdleConnections } from '../../src/probe/http/idle-connections.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE } from '../support/config.ts'
import { network } from '../support/wire.ts'

let close = (): Promise<unknown> => Promise.resolve()
let connections: IdleConnections | undefined
afterEach(async () => {
  connections?.stop()
  await close()
})

/** Watches an idle connection to a server that runs `respond` for each request, numbered from 1. */
async function watchServer(
  respond: (socket: Socket, request: number) => void,
  idleTimes: readonly number[],
): Promise<IdleConnections> {
  const server = createServer((socket) => {
    let requests = 0
    socket.on('error', () => undefined)
    socket.on('data', () => respond(socket, (requests += 1)))
  })
  const listening = await listen(server)
  close = listening.close
  const site = {
    ...SITE,
    origins: [{ scheme: 'http:' as const, host: '203.0.113.10', port: listening.port }],
  }
  const context = {
    network: network(),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 2000,
    onAddresses: () => undefined,
  }
  return (connections = watchIdleConnections(planOf(site), context, idleTimes))
}

/** Waits for a result, for at most four seconds. */
async function waitFor(
  connections: IdleConnections,
  matches: (result: IdleConnection) => boolean,
): Promise<IdleConnection | undefined> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [result] = connections.results()
    if (result !== undefined && matches(result)) return result
    await systemClock.sleep(10, new AbortController().signal)
  }
  return connections.results()[0]
}

const hasEnded = ({ ended }: IdleConnection): boolean => ended !== undefined
const page = (more = ''): string => `HTTP/1.1 200 OK\r\nContent-Length: 5\r\n${more}\r\nhallo`
const respondWithPage = (socket: Socket): boolean => socket.write(page())

describe('an idle connection', () => {
  test('survives', async () => {
    const result = await waitFor(
      await watchServer(respondWithPage, [5, 10]),
      ({ survived }) => survived === 10,
    )
    expect(result).toEqual({ survived: 10 })
  })

  test('is not read for as long as the server sends', async () => {
    const limit = 64 * 1024 * 1024
    let server: Socket | undefined
    const connections = await watchServer(
      (socket: Socket) => {
        server = socket
        socket.write(page())
        const flood = (): void => {
          while (socket.bytesWritten < limit && socket.write('x'.repeat(65_536))) continue
        }
        socket.on('drain', flood)
        setTimeout(flood, 20)
      },
      [1000],
    )
    expect(await waitFor(connections, hasEnded)).toEqual({
      survived: 0,
      ended: { how: 'unanswered', after: 1000 },
    })
    expect(server?.bytesWritten).toBeLessThan(limit)
  })

  test('is closed by the server, whatever its Keep-Alive header says', async () => {
    const connections = await watchServer(
      (socket: Socket) => {
        socket.write(page('Keep-Alive: timeout=5\r\n'))
        setTimeout(() => socket.end(), 40)
      },
      [60_000],
    )
    const result = await waitFor(connections, hasEnded)
    expect(result).toEqual({ survived: 0, ended: { how: 'closed', after: expect.any(Number) } })
    expect(result?.ended?.after).toBeLessThan(60_000)
  })

  test('is reset after it survived once', async () => {
    const connections = await watchServer(
      (socket: Socket, request: number) => {
        socket.write(page())
        if (request === 2) setTimeout(() => socket.resetAndDestroy(), 40)
      },
      [5, 60_000],
    )
    const result = await waitFor(connections, hasEnded)
    expect(result).toEqual({ survived: 5, ended: { how: 'reset', after: expect.any(Number) } })
  })

  test('stays open, but the next request on it fails', async () => {
    const connections = await watchServer(
      (socket: Socket, request: number) => {
        if (request === 1) socket.write(page())
        else socket.resetAndDestroy()
      },
      [5],
    )
    const result = await waitFor(connections, hasEnded)
    expect(result).toEqual({ survived: 0, ended: { how: 'unanswered', after: 5 } })
  })

  test.each([
    ['closes the connection', page('Connection: close\r\n')],
    ['does not send HTTP', 'HELLO\r\n\r\n'],
  ])('has no result for a server that %s', async (_, response) => {
    const closed = Promise.withResolvers<void>()
    const connections = await watchServer(
      (socket) => {
        socket.once('close', closed.resolve)
        socket.write(response)
      },
      [60_000],
    )
    await closed.promise
    expect(connections.results()).toEqual([{ survived: 0 }])
  })

  test('is closed by stop(), which is not a result', async () => {
    const closed = Promise.withResolvers<void>()
    const connections = await watchServer(
      (socket, request) => {
        if (request === 1) socket.once('close', closed.resolve)
        respondWithPage(socket)
      },
      [5, 60_000],
    )
    await waitFor(connections, ({ survived }) => survived === 5)
    connections.stop()
    await closed.promise
    expect(connections.results()).toEqual([{ survived: 5 }])
  })
})
