import type { Socket } from 'node:net'

/** Idle connections to origins. */
export interface ConnectionPool {
  /** Takes one that, as far as the edge knows, is still open. */
  readonly take: (key: string) => Socket | undefined
  /** Keeps it for at most `idle` ms. */
  readonly put: (key: string, socket: Socket, idle: number) => void
  readonly close: () => void
}

export function openConnectionPool(): ConnectionPool {
  /** By key, each socket with the function that removes it. */
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
