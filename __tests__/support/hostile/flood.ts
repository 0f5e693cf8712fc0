import type { Duplex } from 'node:stream'

/** Writes a piece again and again, as fast as the client reads. Other connections get their turns. */
export function flood(stream: Duplex, piece: string | Uint8Array): void {
  const write = (): void => {
    if (stream.destroyed) return
    if (stream.write(piece)) setImmediate(write)
    else stream.once('drain', () => setImmediate(write))
  }
  write()
}

/** Writes a piece every few milliseconds, until the connection closes. */
export function drip(stream: Duplex, next: () => string | Uint8Array, interval = 20): void {
  const timer = setInterval(() => stream.write(next()), interval)
  stream.once('close', () => clearInterval(timer))
}

export function many(line: (index: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('')
}
