import type { Socket } from 'node:net'

/** Connections to origins that wait for their next request. */
export interface ConnectionPool {
  /** One that nobody has closed yet, as far as the edge knows. */
  readonly take: (key: string) => Socket | undefined
  /** Keeps it for `idle` ms at most. */
  readonly put: (key: string, socket: Socket, idle: number) => void
  readonly close: () => void
}

export function openConnectionPool(): ConnectionPool {
  /** By key; each with what ends its wait. */
  const waiting = new Map<string, Map<Socket, () => void>>()
  return {
    take: (key) => {
      const [socket, endWait] = waiting.get(key)?.entries().next().value ?? []
      endWait?.()
      return socket
    },
    put: (key, socket, idle) => {
      const among = waiting.get(key) ?? new Map<Socket, () => void>()
      waiting.set(key, among)
      const timer = setTimeout(() => socket.destroy(), idle)
      const endWait = (): void => {
        clearTimeout(timer)
        socket.off('close', endWait)
        among.delete(socket)
      }
      socket.once('close', endWait)
      among.set(socket, endWait)
    },
    close: () => {
      for (const sockets of waiting.values()) for (const socket of sockets.keys()) socket.destroy()
    },
  }
}
