import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ephemeral ports (from 32768 on Linux, from 49152 elsewhere). An ephemeral port may become the local end
 * of a connection after it was found free and before a server takes it.
 */
const LOWEST = 10_240
const HIGHEST = 32_767

/** Ports already handed out by this process. Other processes start their search elsewhere. */
const handedOut = new Set<number>()
let next = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))

/** A port of 127.0.0.1 that is free for TCP and UDP, and that this process doesn't hand out again. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < HIGHEST - LOWEST; tries += 1) {
    next = next >= HIGHEST ? LOWEST : next + 1
    const port = next
    if (handedOut.has(port)) continue
    handedOut.add(port)
    if ((await freeForTcp(port)) && (await freeForUdp(port))) return port
  }
  throw new Error(`no port of 127.0.0.1 from ${LOWEST} to ${HIGHEST} is free`)
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
