import { orAborted } from '../../shared/abort.ts'
import { isIP, type Socket } from 'node:net'
import type { Failure, Exchange, Phase, TlsSession } from '../../domain/exchange.ts'
import type { Address, Resolution } from '../../domain/dns.ts'
import { timedOut } from '../network/failure.ts'
import { deadline, stopwatch, type Clock } from '../network/clock.ts'
import { connectTo } from '../network/connect.ts'
import { startTls } from '../tls/handshake.ts'
import type { queryResolvers } from '../dns/resolvers.ts'
import { http1 } from './http1.ts'
import type { Network } from '../network/network.ts'
import { nameOf, type ProbeRequest } from '../plan/plan.ts'

export interface ProbeContext {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Milliseconds for the whole exchange. */
  readonly timeout: number
  /** Told the addresses that an origin's name resolves to, before anything is said about them: they are secret too. */
  readonly onAddresses: (addresses: readonly string[]) => void
  /** Asks the resolvers to compare; absent: each look does so by itself. It goes on for others when the look is over. */
  readonly resolvers?: typeof queryResolvers
}

/** What is spoken over an open connection: sends the request and reads the answer, as far as we care for it. */
export interface HttpProtocol {
  /** What TLS is asked for, by the names of ALPN. */
  readonly protocols: readonly string[]
  /** Closes the socket in every case. `lap` reads a stopwatch. */
  readonly send: (
    ask: ProbeRequest,
    socket: Socket,
    signal: AbortSignal,
    timings: TimingsSoFar,
    lap: () => number,
  ) => Promise<Exchange>
}

/** The timings of an exchange, while it lasts. */
export type TimingsSoFar = { -readonly [P in Phase]?: number }

/** Asks once, over a connection of its own that is closed in every case. Never throws for what the site does. */
export async function exchange(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  way: ProbeContext,
  speech: HttpProtocol = http1,
): Promise<Exchange> {
  const { signal, clear } = deadline(way.timeout, way.signal)
  const timings: TimingsSoFar = {}
  try {
    return await phases(ask, resolution, { ...way, signal }, timings, speech)
  } finally {
    clear()
  }
}

/** A connection, or why there is none. */
type Connected =
  | { readonly ok: true; readonly socket: Socket; readonly address?: Address }
  | { readonly ok: false; readonly error: Failure }

async function phases(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  { network, clock, signal }: ProbeContext,
  timings: TimingsSoFar,
  { protocols, send }: HttpProtocol,
): Promise<Exchange> {
  let over: Pick<Exchange, 'family'> = {}
  const broken = (phase: Exclude<Phase, 'transfer'>, error: Failure, tls?: TlsSession): Exchange => ({
    timings,
    ...over,
    ...(tls !== undefined && { tls }),
    kind: 'failed',
    phase,
    error,
  })
  // A proxy resolves names by itself, and may know some that this machine does not.
  const tunnel = network.openThroughProxy?.(ask.host, ask.port, ask.tls !== undefined)
  const resolved =
    tunnel === undefined ? await orAborted(resolution, signal).catch(() => undefined) : undefined
  if (tunnel === undefined && resolved === undefined) return broken('resolve', timedOut())
  if (resolved !== undefined && resolved.elapsed > 0) timings.resolve = resolved.elapsed
  if (resolved?.kind === 'failed') {
    const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved'
    return broken('resolve', { reason, code: resolved.code, received: 0 })
  }

  const lap = stopwatch(clock)
  const connection: Connected = await (tunnel?.(signal) ??
    connectTo(resolved?.addresses ?? [], ask.port, network, signal))
  timings.connect = lap()
  if (!connection.ok) return broken('connect', connection.error)
  // Behind a proxy nobody knows.
  if (connection.address !== undefined) over = { family: connection.address.family }

  let socket: Socket = connection.socket
  let session: TlsSession | undefined
  if (ask.tls !== undefined) {
    const asCloudflare = ask.tls.trust === 'cloudflare'
    const roots = { cloudflare: asCloudflare ? network.originCa : [], own: ask.tls.ca ?? [] }
    const names = asCloudflare ? namesForCloudflare(ask) : []
    const hello = { tls: ask.tls, protocols, otherNames: names, roots }
    const handshake = await startTls(connection.socket, hello, clock, signal)
    timings.tls = lap()
    if (!handshake.ok) return broken('tls', handshake.error)
    socket = handshake.socket
    session = handshake.session
    const fault = session.certificate.faults[0]
    // A visitor's browser stops here. Cloudflare may not: its mode decides, and what lies behind is worth knowing.
    if (ask.tls.trust === 'visitors' && fault !== undefined) {
      socket.destroy()
      return broken(
        'tls',
        { reason: 'untrusted', code: session.certificate.chainError || fault, received: 0 },
        session,
      )
    }
  }
  return {
    ...(await send(ask, socket, signal, timings, lap)),
    ...over,
    ...(session !== undefined && { tls: session }),
  }
}

/** Cloudflare accepts a certificate for the requested name, and one for the name that it dials. */
function namesForCloudflare({ host, headers }: ProbeRequest): readonly string[] {
  const requested = nameOf(headers['host'] ?? '')
  return [requested, host].filter((name) => name !== '' && isIP(name) === 0)
}
