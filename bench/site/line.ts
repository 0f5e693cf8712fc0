import { connect, createServer, type Socket } from 'node:net'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { listen } from '../../lab/network/listen.ts'

/** A port of 127.0.0.1 that forwards to a server. Clients reach the server as if it were far away. */
export interface Line {
  readonly port: number
  /** Milliseconds from the first connection to the last byte that a client got. The next call starts anew. */
  readonly takeElapsed: () => number
  readonly close: () => Promise<void>
}

/**
 * Delays all bytes to and from a port of 127.0.0.1 by half a round trip, in milliseconds. The kernel completes the TCP
 * handshake at once, so the client's first bytes wait for it here: the round trip counts as part of TLS.
 */
export async function openLine(port: number, roundTrip: number): Promise<Line> {
  let [first, last] = [Infinity, -Infinity]
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const opened = performance.now()
    first = Math.min(first, opened)
    const far = connect({ host: '127.0.0.1', port, allowHalfOpen: true, noDelay: true })
    let closing = false
    near.once('end', () => (closing = true))
    carry(near, far, () => Math.max(performance.now(), opened + roundTrip) + roundTrip / 2)
    carry(
      far,
      near,
      () => performance.now() + roundTrip / 2,
      () => {
        // What the server sends after the client's end, such as the end of TLS, is not a response.
        if (!closing) last = performance.now()
      },
    )
  })
  const listening = await listen(server)
  return {
    ...listening,
    takeElapsed: () => {
      const elapsed = last - first
      ;[first, last] = [Infinity, -Infinity]
      return elapsed
    },
  }
}

/** Writes each chunk when it is due, in order, and the end after them. */
function carry(from: Socket, to: Socket, due: () => number, delivered = (): void => undefined): void {
  let sent = Promise.resolve()
  const writeAfter = async (previous: Promise<void>, time: number, write: () => void): Promise<void> => {
    await previous
    await until(time)
    if (!to.destroyed) write()
  }
  const later = (write: () => void): void => {
    sent = writeAfter(sent, due(), write)
  }
  from.on('data', (chunk) =>
    later(() => {
      to.write(chunk)
      delivered()
    }),
  )
  from.once('end', () => later(() => to.end()))
  from.once('close', () => later(() => to.destroySoon()))
  from.on('error', () => undefined)
}

/** A timer is up to a millisecond early or late. The rest of the time is spent in turns of the event loop. */
async function until(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 2) await pause(left - 2)
  while (performance.now() < time) await turn()
}
