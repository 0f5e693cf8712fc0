import type { Socket } from 'node:net'

/** Connections to origins that wait for their next request. */
export interface Pool {
  /** One that nobody has closed yet, as far as the edge knows. */
  readonly take: (key: string) => Socket | undefined
  /** Keeps it for `idle` ms at most. */
  readonly put: (key: string, socket: Socket, idle: number) => void
  readonly close: () => void
}

export function openPool(): Pool {
  const waiting = new Map<string, Set<Socket>>()
  const drop = (key: string, socket: Socket): void => {
    waiting.get(key)?.delete(socket)
  }
  return {
    take: (key) => {
      const socket = waiting.get(key)?.values().next().value
      if (socket) drop(key, socket)
      return socket
    },
    put: (key, socket, idle) => {
      const among = waiting.get(key) ?? new Set()
      waiting.set(key, among.add(socket))
      const timer = setTimeout(() => {
        if (among.has(socket)) socket.destroy()
      }, idle)
      socket.once('close', () => {
        clearTimeout(timer)
        drop(key, socket)
      })
    },
    close: () => {
      for (const sockets of waiting.values()) for (const socket of sockets) socket.destroy()
    },
  }
}
