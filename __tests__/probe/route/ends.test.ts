/** A command ends with its connection, and so does what it started. */
import { afterEach, expect } from '@jest/globals'
import { reusableConnection } from '../../../src/probe/http/reuse.ts'
import {
  commandNetwork,
  contextWith,
  fetchThrough,
  isRunning,
  leftOver,
  requestThrough,
  RESOLVED_BY_PROXY,
  uniqueSleep,
} from '../../support/command-route.ts'
import { serve, type Server } from '../../support/wire.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const { describe, test } = onLinux(NEEDS_PROGRAMS)

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const PRINT_OK = String.raw`printf 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'`

describe.each([
  ['waits', (seconds: string) => `exec sleep ${seconds}`],
  ['waits in a shell', (seconds: string) => `sleep ${seconds}; :`],
  ['starts others', (seconds: string) => `sleep ${seconds} & sleep ${seconds} | sleep ${seconds} & wait`],
  ['ignores SIGTERM', (seconds: string) => `trap '' TERM; sleep ${seconds}; sleep ${seconds}`],
  [
    'starts others that ignore SIGTERM',
    (seconds: string) => `(trap '' TERM; sleep ${seconds}) & sleep ${seconds}`,
  ],
])('nothing is left of a command that %s', (_, command) => {
  test('after the deadline', async () => {
    const seconds = uniqueSleep()
    const exchange = await fetchThrough(
      command(seconds),
      80,
      {},
      contextWith(commandNetwork(), { timeout: 300 }),
    )
    expect(exchange).toMatchObject({ error: { code: 'ROUTE_SILENT' } })
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after the run was cancelled', async () => {
    const seconds = uniqueSleep()
    const controller = new AbortController()
    const exchange = fetchThrough(
      command(seconds),
      80,
      {},
      contextWith(commandNetwork(), { signal: controller.signal }),
    )
    await isRunning(seconds)
    controller.abort()
    await exchange
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after a response', async () => {
    const seconds = uniqueSleep()
    const exchange = await fetchThrough(`${PRINT_OK}; ${command(seconds)}`, 80)
    expect(exchange).toMatchObject({ kind: 'completed' })
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after garbage', async () => {
    const seconds = uniqueSleep()
    const exchange = await fetchThrough(`echo Welcome to the bastion; ${command(seconds)}`, 80)
    expect(exchange).toMatchObject({ error: { code: 'ROUTE_GARBAGE' } })
    expect(await leftOver(seconds)).toEqual([])
  })
})

test('what a command leaves in the background ends with it', async () => {
  const seconds = uniqueSleep()
  const exchange = await fetchThrough(`sleep ${seconds} >/dev/null 2>&1 & exit 1`, 80)
  expect(exchange).toMatchObject({ error: { code: 'ROUTE_ENDED' } })
  expect(await leftOver(seconds)).toEqual([])
})

test('a process in the background that holds the output delays nothing', async () => {
  const seconds = uniqueSleep()
  const exchange = await fetchThrough(`sleep ${seconds} & exit 1`, 80)
  expect(exchange).toMatchObject({ error: { code: 'ROUTE_ENDED' } })
  expect(await leftOver(seconds)).toEqual([])
})

test('a command that reads nothing and ends causes no error', async () => {
  const body = 'x'.repeat(5_000_000)
  const exchange = await fetchThrough('exec <&-; sleep 0.2; exit 1', 80, { method: 'POST', body })
  expect(exchange).toMatchObject({ error: { code: 'ROUTE_ENDED' } })
})

test('a command that closes its output and goes on is ended', async () => {
  const seconds = uniqueSleep()
  const exchange = await fetchThrough(`exec sleep ${seconds} >&- 2>&-`, 80)
  expect(exchange).toMatchObject({ kind: 'failed', phase: 'connect', error: { code: 'ROUTE_ENDED' } })
  expect(await leftOver(seconds)).toEqual([])
})

test('SIGTERM comes first, so that a command can end its session', async () => {
  const name = uniqueSleep()
  const controller = new AbortController()
  const { port, received, close } = await serve(() => undefined)
  // The trap runs when `wait` returns.
  const command = `trap 'echo ended | nc -N 127.0.0.1 ${port}; exit' TERM; sleep ${name} & wait`
  const exchange = fetchThrough(command, 80, {}, contextWith(commandNetwork(), { signal: controller.signal }))
  await isRunning(`sleep\0${name}`)
  controller.abort()
  await exchange
  expect(await leftOver(name)).toEqual([])
  expect(received()).toBe('ended\n')
  await close()
})

test('a connection that stays open for the next request ends when it is closed', async () => {
  server = await serve((socket) => {
    const respond = (): unknown => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    respond()
    socket.on('data', respond)
  })
  const name = uniqueSleep()
  const request = requestThrough(`: ${name}; socat - TCP:%h:%p`, server.port)
  const context = contextWith(commandNetwork())
  const connection = reusableConnection()
  const first = await connection.send(request, RESOLVED_BY_PROXY, context)
  const second = await connection.send(request, RESOLVED_BY_PROXY, context)
  const other = await connection.send(
    { ...request, proxyCommand: `${request.proxyCommand ?? ''} #` },
    RESOLVED_BY_PROXY,
    context,
  )
  expect(first.timings).toHaveProperty('connect')
  expect(second).toMatchObject({
    kind: 'completed',
    timings: expect.not.objectContaining({ connect: expect.anything() }),
  })
  // Another command is another endpoint.
  expect(other.timings).toHaveProperty('connect')
  connection.close()
  expect(await leftOver(name)).toEqual([])
  await server.allClosed()
})
