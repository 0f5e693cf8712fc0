import { afterEach, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { openLine } from '../../bench/site/line.ts'
import { listen } from '../../lab/network/listen.ts'

const open: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()))
})

/** A line to a server that sends everything back. */
async function lineToEcho(roundTrip: number): Promise<Awaited<ReturnType<typeof openLine>>> {
  const server = await listen(createServer({ allowHalfOpen: true }, (socket) => void socket.pipe(socket)))
  const line = await openLine(server.port, roundTrip)
  open.push(line, server)
  return line
}

test('a line carries all bytes in order, and the end after them', async () => {
  const { port } = await lineToEcho(4)
  const sent = Array.from({ length: 500 }, (_, at) => `${at} `)
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  for (const each of sent) socket.write(each)
  socket.end()
  expect(await text(socket)).toBe(sent.join(''))
})

test('the first response takes two round trips: one for TCP, which the kernel does not delay', async () => {
  const line = await lineToEcho(40)
  const socket = connect(line.port, '127.0.0.1')
  socket.write('request')
  await once(socket, 'data')
  socket.destroy()
  expect(line.takeElapsed()).toBeGreaterThanOrEqual(80)
  expect(line.takeElapsed()).toBe(-Infinity)
})

test('a client that resets its connection does not stop the line', async () => {
  const { port } = await lineToEcho(4)
  const first = connect(port, '127.0.0.1')
  await once(first, 'connect')
  first.write('request')
  first.resetAndDestroy()
  const second = connect(port, '127.0.0.1')
  second.write('again')
  const [data] = await once(second, 'data')
  expect(String(data)).toBe('again')
  second.destroy()
})
