import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, expect, test } from '@jest/globals'
import { freePort } from '../../../lab/network/free-port.ts'

const listening: ReturnType<typeof createServer>[] = []
afterAll(() => Promise.all(listening.map((server) => once(server.close(), 'close'))))

/** The module as the next test file of this process loads it. */
async function inNextFile(): Promise<typeof freePort> {
  const again: string = '../../../lab/network/free-port.ts?next'
  const module: { readonly freePort: typeof freePort } = await import(again)
  return module.freePort
}

test('no port is handed out twice', async () => {
  const ports = await Promise.all(Array.from({ length: 80 }, freePort))
  expect(new Set(ports).size).toBe(80)
})

test('the next test file gets the same ports again, without those on which a server still listens', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort))
  const [taken = 0] = ports
  const server = createServer().listen(taken, '127.0.0.1')
  listening.push(server)
  await once(server, 'listening')
  const next = await inNextFile()
  const again: number[] = []
  while (again.length < 200 && !ports.slice(1).every((port) => again.includes(port))) again.push(await next())
  expect(again).toEqual(expect.arrayContaining(ports.slice(1)))
  expect(again).not.toContain(taken)
})
