import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, isIP, type Socket } from 'node:net'
import { join } from 'node:path'
import { ADDRESSES, BASTION_SOURCES, INTERNAL_NAME } from '../network/addresses.ts'
import { freePort } from '../network/free-port.ts'
import { listen } from '../network/listen.ts'
import { BASTION_FILE } from '../network/loopback.ts'
import type { LabNetwork } from '../network/network.ts'
import { dialRoute, errorCode, type LabFile } from '../network/routes.ts'
import type { RunningOrigin } from '../origins/origin.ts'
import { startProgram } from '../origins/programs/program.ts'

/**
 * The runner's SOCKS proxy, which connects from the bastion's address. `none`: the runner has no proxy. `closed`:
 * nothing listens on its port. `new-password`: the runner has an older one.
 */
export type SocksState = 'none' | 'up' | 'closed' | 'new-password'

export interface Socks {
  /** For ALL_PROXY. */
  readonly url: string
  /** Does nothing if the proxy is in this state already. */
  readonly replace: (state: SocksState) => Promise<void>
  readonly close: () => Promise<void>
}

const USER = 'ci'
const PASSWORD = 'c0rrect/horse'
const NEW_PASSWORD = 'battery/staple'

/** The folder of a world in which its files are. */
const FOLDER = 'socks'
const PORT = 1080

/** In a namespace, a real one on the bastion's network. Loopback has one that connects as the bastion's file says. */
export async function openSocks(network: LabNetwork, world: string): Promise<Socks> {
  const { onBastion } = network
  const endpoint =
    onBastion === undefined
      ? { host: '127.0.0.1', port: await freePort() }
      : { host: BASTION_SOURCES[4], port: PORT }
  let current: SocksState = 'none'
  let running: RunningOrigin | undefined
  const stop = async (): Promise<void> => {
    await running?.close()
    running = undefined
  }
  return {
    url: `socks5://${USER}:${encodeURIComponent(PASSWORD)}@${endpoint.host}:${endpoint.port}`,
    replace: async (state) => {
      if (state === current) return
      current = state
      await stop()
      if (state === 'none') return
      const password = state === 'new-password' ? NEW_PASSWORD : PASSWORD
      if (onBastion === undefined) {
        if (state !== 'closed') running = await startHere(join(world, BASTION_FILE), endpoint.port, password)
        return
      }
      const folder = join(world, FOLDER)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder)
      await Promise.all([
        writeFile(join(folder, 'passwd'), 'root:x:0:0::/:/bin/sh\n'),
        writeFile(join(folder, 'hosts'), `127.0.0.1 localhost\n${ADDRESSES.origin} ${INTERNAL_NAME}\n`),
      ])
      const { host, port } = { ...endpoint, port: endpoint.port + (state === 'closed' ? 1 : 0) }
      const options = ['-i', host, '-p', String(port), '-u', USER, '-P', password]
      const [command, ...args] = onBastion(folder, ['microsocks', ...options])
      running = await startProgram({ command, args, folder, files: {}, endpoints: [{ host, port }] })
    },
    close: stop,
  }
}

/** Milliseconds after which a dropped connection fails. */
const CONNECT_LIMIT = 1000

/** The replies of microsocks to errors of the kernel. It has the general one for all others. */
const REPLIES: Readonly<Record<string, number>> = {
  ENETUNREACH: 3,
  EHOSTUNREACH: 4,
  ECONNREFUSED: 5,
  ETIMEDOUT: 6,
}

function startHere(file: string, port: number, password: string): Promise<RunningOrigin> {
  const server = createServer((client) => {
    client.on('error', () => undefined)
    void serve(client, file, password).catch(() => client.destroy())
  })
  return listen(server, port)
}

/** RFC 1928 and RFC 1929, for clients that send each message in one piece. */
async function serve(client: Socket, file: string, password: string): Promise<void> {
  await message(client)
  client.write(Uint8Array.of(5, 2))
  const login = (await message(client)).subarray(1)
  const [user, given] = fieldsIn(login)
  client.write(Uint8Array.of(1, user === USER && given === password ? 0 : 1))
  if (user !== USER || given !== password) return void client.end()
  const request = await message(client)
  const port = request.readUInt16BE(request.length - 2)
  const { names, routes }: LabFile = JSON.parse(await readFile(file, 'utf8'))
  const host = hostIn(request)
  const known = isIP(host) === 0 ? names[host] : [host]
  const reply = (status: number): boolean => client.write(Uint8Array.of(5, status, 0, 1, 0, 0, 0, 0, 0, 0))
  try {
    const address = typeof known === 'string' ? undefined : known?.[0]
    const socket = await dialRoute(routes, address ?? '', port, CONNECT_LIMIT)
    socket.on('error', () => undefined).once('close', () => client.destroy())
    client.once('close', () => socket.destroy())
    reply(0)
    client.pipe(socket).pipe(client)
  } catch (error) {
    reply(REPLIES[known === undefined ? '' : errorCode(error)] ?? 1)
    client.end()
  }
}

async function message(client: Socket): Promise<Buffer> {
  const [chunk]: unknown[] = await once(client.resume(), 'data')
  client.pause()
  return chunk instanceof Buffer ? chunk : Buffer.alloc(0)
}

/** Two fields after their lengths. */
function fieldsIn(bytes: Buffer): readonly [string, string] {
  const end = 1 + bytes.readUInt8(0)
  return [bytes.toString('utf8', 1, end), bytes.toString('utf8', end + 1)]
}

function hostIn(request: Buffer): string {
  const address = request.subarray(4, request.length - 2)
  if (request[3] === 3) return address.toString('utf8', 1)
  if (request[3] === 1) return address.join('.')
  const parts = Array.from({ length: 8 }, (_, index) => address.readUInt16BE(2 * index).toString(16))
  return new URL(`http://[${parts.join(':')}]`).hostname.slice(1, -1)
}
