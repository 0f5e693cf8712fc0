import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import type { Route } from './routes.ts'

export interface Blackhole {
  /** The port that never responds, or `drop` if this system can't provide one. */
  readonly route: Route
  readonly close: () => void
}

/** Listens with the shortest queue and prints its port. */
const LISTENER = `
const server = require('node:net').createServer()
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => process.stdout.write(String(server.address().port)))
`

/** Milliseconds after which a connection on loopback counts as unanswered. */
const UNANSWERED = 150

/** On Linux a queue of one holds two connections. Other systems hold more. */
const ATTEMPTS = 8

/**
 * A port that never answers a connection. A stopped process listens there and its queue is full, so the kernel
 * drops every further SYN, as a firewall does.
 */
export async function openBlackhole(): Promise<Blackhole> {
  // Windows can't stop a process.
  if (process.platform === 'win32') return { route: 'drop', close: () => {} }
  const child = spawn(process.execPath, ['-e', LISTENER], { stdio: ['ignore', 'pipe', 'ignore'] })
  const port = Number(await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve)))
  child.kill('SIGSTOP')

  const filling: Socket[] = []
  const close = (): void => {
    process.off('exit', close)
    for (const socket of filling) socket.destroy()
    child.kill('SIGKILL')
  }
  // A stopped process doesn't notice that its parent has ended.
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

/** Whether the kernel answers the connection, even with a refusal. */
const isAnswered = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    const deadline = setTimeout(() => resolve(false), UNANSWERED)
    const settled = (): void => {
      clearTimeout(deadline)
      resolve(true)
    }
    socket.once('connect', settled)
    // Kept: a socket in the queue may fail later, when the listener has gone.
    socket.on('error', settled)
  })
