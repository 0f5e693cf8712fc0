import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import net, { createServer } from 'node:net'

/**
 * Below the ephemeral ports (from 32768 on Linux, from 49152 elsewhere). An ephemeral port may become the local end
 * of a connection after it was found free and before a server takes it.
 */
const LOWEST = 10_240
const HIGHEST = 32_767

/** Consecutive ports that belong to one process. */
const BLOCK = 64
const BLOCKS = Math.floor((HIGHEST - LOWEST + 1) / BLOCK)

/** Where this process notes its blocks: Jest runs many test files in one, and only Node's own modules are shared. */
const HELD = Symbol.for('origin-gate.lab.port-blocks')

/** The first ports of this process's blocks. */
function held(): readonly number[] {
  const noted: unknown = Reflect.get(net, HELD)
  return Array.isArray(noted) ? noted.filter((port) => typeof port === 'number') : []
}

/** Ports of this process's blocks that were not handed out yet; in a new test file, all that an earlier one had. */
const unused: number[] = held().flatMap(portsOf)

/** A port of 127.0.0.1 that is free for TCP and UDP, and that no other process and nothing else in this file gets. */
export async function freePort(): Promise<number> {
  for (;;) {
    if (unused.length === 0) unused.push(...(await claimBlock()))
    const port = unused.shift()
    if (port !== undefined && (await freeForTcp(port)) && (await freeForUdp(port))) return port
  }
}

/**
 * Claims a block for this process by listening on its first port for as long as the process lives. Two processes that
 * search the same ports disturb each other: while one tests whether a port is free, the other can't listen on it.
 */
async function claimBlock(): Promise<readonly number[]> {
  for (let tries = 0; tries < 10 * BLOCKS; tries += 1) {
    const first = LOWEST + BLOCK * Math.floor(Math.random() * BLOCKS)
    if (!(await hold(first))) continue
    Reflect.set(net, HELD, [...held(), first])
    return portsOf(first)
  }
  throw new Error(`no ${BLOCK} ports of 127.0.0.1 from ${LOWEST} to ${HIGHEST} are free`)
}

function portsOf(first: number): readonly number[] {
  return Array.from({ length: BLOCK - 1 }, (_, index) => first + 1 + index)
}

/** Listens on a port without keeping the process alive. False if the port is taken. */
async function hold(port: number): Promise<boolean> {
  const server = createServer().unref()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  }
}

/** The same, with its address. */
export async function freeEndpoint(): Promise<{ readonly host: string; readonly port: number }> {
  return { host: '127.0.0.1', port: await freePort() }
}

async function freeForTcp(port: number): Promise<boolean> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}

async function freeForUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  socket.bind(port, '127.0.0.1')
  try {
    await once(socket, 'listening')
  } catch {
    return false
  }
  socket.close()
  await once(socket, 'close')
  return true
}
