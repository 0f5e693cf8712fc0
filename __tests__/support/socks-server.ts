import { createServer, type Socket } from 'node:net'
import { freePort } from '../../lab/network/free-port.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { closeTogether, startProgram } from '../../lab/origins/programs/program.ts'
import { BASTION } from '../../lab/network/addresses.ts'
import { SSH_CONFIG, startSshd } from '../../lab/bastion/sshd.ts'

export interface ScriptedSocks extends Listening {
  /** What clients sent, byte by byte. */
  readonly received: () => readonly number[]
  /** Resolves once every connection is closed. */
  readonly allClosed: () => Promise<void>
}

/** A SOCKS server that reacts to each message of the client with the next step, whatever the client sends. */
export async function scriptedSocks(...steps: readonly ((client: Socket) => void)[]): Promise<ScriptedSocks> {
  const received: number[] = []
  const closed: Promise<void>[] = []
  const server = createServer({ noDelay: true }, (client) => {
    const next = steps[Symbol.iterator]()
    client.on('error', () => undefined)
    closed.push(new Promise((resolve) => client.once('close', () => resolve())))
    client.on('data', (chunk) => {
      received.push(...chunk)
      next.next().value?.(client)
    })
  })
  return {
    ...(await listen(server)),
    received: () => received,
    allClosed: async () => {
      await Promise.all(closed)
    },
  }
}

/** A step that sends bytes. */
export const sends =
  (...bytes: readonly number[]) =>
  (client: Socket): void =>
    void client.write(Uint8Array.from(bytes))

/** What a server sends that accepts every client without a login, and then reports a connection. */
export const NO_LOGIN = [5, 0] as const
export const CONNECTED = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0] as const

/** Debian's microsocks, on loopback. */
export async function startMicrosocks(
  folder: string,
  login?: readonly [user: string, password: string],
): Promise<Listening> {
  const port = await freePort()
  const options = login === undefined ? [] : ['-u', login[0], '-P', login[1]]
  const args = ['-i', '127.0.0.1', '-p', String(port), ...options]
  const endpoints = [{ host: '127.0.0.1', port }]
  return { port, ...(await startProgram({ command: 'microsocks', args, folder, files: {}, endpoints })) }
}

/** OpenSSH's SOCKS server (`ssh -D`) in front of a real sshd, both on loopback. */
export async function startSshSocks(folder: string): Promise<Listening> {
  const [port, behind] = [await freePort(), await freePort()]
  const sshd = await startSshd({ folder, endpoint: { host: '127.0.0.1', port: behind }, state: 'up' })
  const args = ['-F', `${folder}/${SSH_CONFIG}`, '-N', '-D', `127.0.0.1:${port}`, BASTION]
  const endpoints = [{ host: '127.0.0.1', port }]
  const program = { command: 'ssh', args, folder, files: {}, endpoints }
  return { port, ...(await closeTogether(sshd, startProgram(program))) }
}
