import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import type { Route } from './routes.ts'

export interface Blackhole {
  /** Leads to a port where nobody answers; `drop` where this system does not let us make one. */
  readonly route: Route
  readonly close: () => void
}

/** Listens with the shortest queue and tells its port. */
const LISTENER = `
const server = require('node:net').createServer()
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => process.stdout.write(String(server.address().port)))
`

/** Milliseconds after which a connection on loopback counts as never answered. */
const UNANSWERED = 150

/** A queue of one takes two connections on Linux; the others are for systems that are more generous. */
const ATTEMPTS = 8

/**
 * A port that answers no connection: a stopped process listens there and its queue is full, so that the kernel drops
 * every further SYN. The same silence as that of a firewall.
 */
export async function openBlackhole(): Promise<Blackhole> {
  const child = spawn(process.execPath, ['-e', LISTENER], { stdio: ['ignore', 'pipe', 'ignore'] })
  const port = Number(await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve)))
  child.kill('SIGSTOP')

  const filling: Socket[] = []
  const close = (): void => {
    process.off('exit', close)
    for (const socket of filling) socket.destroy()
    child.kill('SIGKILL')
  }
  // A stopped process does not notice that its parent is gone.
  process.once('exit', close)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const socket = connect(port, '127.0.0.1')
    filling.push(socket)
    if (!(await isAnswered(socket))) {
      socket.destroy()
      return { route: port, close }
    }
  }
  close()
  return { route: 'drop', close: () => {} }
}

/** Whether the kernel answers the connection, be it with a refusal. */
const isAnswered = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    const deadline = setTimeout(() => resolve(false), UNANSWERED)
    const settled = (): void => {
      clearTimeout(deadline)
      resolve(true)
    }
    socket.once('connect', settled)
    // Stays: a socket that fills the queue may fail later, when the listener is gone.
    socket.on('error', settled)
  })
