import type { Socket } from 'node:net'
import type { Address } from '../../domain/dns.ts'
import type { Failure, FailureReason } from '../../domain/exchange.ts'
import { failureOf, timedOut } from './failure.ts'
import type { Network } from './network.ts'

/** Milliseconds before the next address is tried beside one that has not answered (RFC 8305, section 5). */
const ATTEMPT_DELAY = 250
/** More addresses than this are not tried. */
const MOST_ADDRESSES = 6

export type Connection =
  | { readonly ok: true; readonly socket: Socket; readonly address: Address }
  | { readonly ok: false; readonly error: Failure }

/**
 * Opens one TCP connection to whichever of the addresses answers first. Each is tried once: as soon as the one
 * before has failed, or a little later beside it.
 */
export function connectTo(
  addresses: readonly Address[],
  port: number,
  network: Network,
  signal: AbortSignal,
): Promise<Connection> {
  return new Promise((settle) => {
    const waiting = addresses.slice(0, MOST_ADDRESSES)
    const open = new Set<Socket>()
    const errors: Failure[] = []
    let timer: NodeJS.Timeout | undefined

    const finish = (connection: Connection): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      for (const socket of open) if (!connection.ok || socket !== connection.socket) socket.destroy()
      settle(connection)
    }
    const abort = (): void => finish({ ok: false, error: worst([...errors, timedOut()]) })
    const next = (): void => {
      clearTimeout(timer)
      const address = waiting.shift()
      if (address === undefined) {
        if (open.size === 0) finish({ ok: false, error: worst(errors) })
        return
      }
      const socket = network.dial(address.address, port)
      open.add(socket)
      socket.once('connect', () => {
        socket.removeAllListeners('error')
        finish({ ok: true, socket, address })
      })
      socket.on('error', (error) => {
        open.delete(socket)
        errors.push(failureOf(error))
        next()
      })
      if (waiting.length > 0) timer = setTimeout(next, ATTEMPT_DELAY)
    }
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    next()
  })
}

const TELLING: readonly FailureReason[] = ['refused', 'reset', 'timeout', 'other', 'unreachable']

/** The failure that says most: an address that refused was reached, one without a route may only be IPv6 on a runner without it. */
function worst(errors: readonly Failure[]): Failure {
  const ranked = errors.toSorted((a, b) => TELLING.indexOf(a.reason) - TELLING.indexOf(b.reason))
  return ranked[0] ?? { reason: 'unresolved', code: 'ENODATA', received: 0 }
}
