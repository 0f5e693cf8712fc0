import type { Socket } from 'node:net'
import type { Address } from '../../domain/dns.ts'
import type { Failure, FailureReason } from '../../domain/exchange.ts'
import { isCloudMetadata } from '../../shared/ip.ts'
import type { CommandConnection, Endpoint, Network, ProxyConnection } from '../types.ts'
import { failureOf, timedOut } from './failure.ts'

/** Milliseconds before the next address is tried in parallel (RFC 8305, section 5). */
const ATTEMPT_DELAY = 250
const MAX_ADDRESSES = 6

/** The address is absent behind a proxy. */
export type Connection =
  | { readonly ok: true; readonly socket: Socket; readonly address: Address }
  | ProxyConnection

export type AnyConnection = Connection | CommandConnection

/** Whether the site's command or the runner's proxy connects. Then nothing is resolved or dialed here. */
export function usesProxy({ host, port, tls, proxyCommand }: Endpoint, network: Network): boolean {
  return proxyCommand !== undefined || network.openThroughProxy?.(host, port, tls !== undefined) !== undefined
}

/**
 * Opens one connection: through the site's command if it has one, through the runner's proxy if it has one, else to one
 * of the destination's addresses.
 */
export function openSocket(
  { host, port, tls, proxyCommand }: Endpoint,
  addresses: readonly Address[],
  network: Network,
  signal: AbortSignal,
): Promise<AnyConnection> {
  if (proxyCommand !== undefined)
    return network.openThroughCommand?.(proxyCommand, host, port) ?? Promise.resolve(NO_PROCESSES)
  const openThroughProxy = network.openThroughProxy?.(host, port, tls !== undefined)
  return openThroughProxy?.(signal) ?? connectTo(addresses, port, network, signal)
}

const NO_PROCESSES = {
  ok: false,
  error: { reason: 'route', code: 'ROUTE_NO_COMMAND', received: 0 },
} as const satisfies CommandConnection

/** A name may resolve to a metadata service, whatever it resolved to before. No connection goes there. */
export const METADATA: Failure = { reason: 'unreachable', code: 'METADATA_SERVICE', received: 0 }

/**
 * Opens one TCP connection, to the first address that accepts it (Happy Eyeballs). The next address is tried as soon
 * as one fails, or in parallel after a delay.
 */
export function connectTo(
  addresses: readonly Address[],
  port: number,
  network: Network,
  signal: AbortSignal,
): Promise<Connection> {
  const allowed = addresses.filter(({ address }) => !isCloudMetadata(address))
  if (addresses.length > 0 && allowed.length === 0) return Promise.resolve({ ok: false, error: METADATA })
  return new Promise((settle) => {
    const untried = allowed.slice(0, MAX_ADDRESSES)
    const connecting = new Set<Socket>()
    const failures: Failure[] = []
    let timer: NodeJS.Timeout | undefined

    const finish = (connection: Connection): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      for (const socket of connecting) if (!connection.ok || socket !== connection.socket) socket.destroy()
      settle(connection)
    }
    const abort = (): void => finish({ ok: false, error: clearestFailure([...failures, timedOut()]) })
    const tryNext = (): void => {
      clearTimeout(timer)
      const address = untried.shift()
      if (address === undefined) {
        if (connecting.size === 0) finish({ ok: false, error: clearestFailure(failures) })
        return
      }
      const socket = network.dial(address.address, port)
      connecting.add(socket)
      socket.once('connect', () => {
        socket.removeAllListeners('error')
        finish({ ok: true, socket, address })
      })
      socket.on('error', (error) => {
        connecting.delete(socket)
        failures.push(failureOf(error))
        tryNext()
      })
      if (untried.length > 0) timer = setTimeout(tryNext, ATTEMPT_DELAY)
    }
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    tryNext()
  })
}

const BY_INFORMATION: readonly FailureReason[] = ['refused', 'reset', 'timeout', 'other', 'unreachable']

/** A refusal proves that an address was reached. An unreachable address may only mean that the runner has no IPv6. */
function clearestFailure(failures: readonly Failure[]): Failure {
  const ranked = failures.toSorted(
    (a, b) => BY_INFORMATION.indexOf(a.reason) - BY_INFORMATION.indexOf(b.reason),
  )
  return ranked[0] ?? { reason: 'unresolved', code: 'ENODATA', received: 0 }
}
