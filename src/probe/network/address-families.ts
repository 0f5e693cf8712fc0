import type { AddressFamilies, ConnectionAttempt } from '../../domain/recheck.ts'
import type { Address, Resolution } from '../../domain/dns.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { deadline } from './clock.ts'
import { connectTo, usesProxy } from './connect.ts'

/** Milliseconds for a connection without a request. A slower one would delay visitors too. */
const CONNECT_TIMEOUT = 3000

/**
 * Connects over IPv4 and over IPv6 if a name has both: normally the faster one hides a failure of the other. Behind a
 * proxy, the proxy chooses.
 */
export async function probeAddressFamilies(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<AddressFamilies> {
  if (usesProxy(request, context.network)) return {}
  const resolved = await resolution
  if (resolved.kind === 'failed') return {}
  const [ipv4, ipv6] = ([4, 6] as const).map((family) =>
    resolved.addresses.filter((address) => address.family === family),
  )
  if (ipv4 === undefined || ipv6 === undefined || ipv4.length === 0 || ipv6.length === 0) return {}
  const [v4, v6] = await Promise.all([tryConnect(ipv4, request, context), tryConnect(ipv6, request, context)])
  return { v4, v6 }
}

async function tryConnect(
  addresses: readonly Address[],
  { port }: ProbeRequest,
  context: ProbeContext,
): Promise<ConnectionAttempt> {
  const { signal, clear } = deadline(Math.min(CONNECT_TIMEOUT, context.timeout), context.signal)
  try {
    const connection = await connectTo(addresses, port, context.network, signal)
    if (!connection.ok) return { ok: false, error: connection.error }
    connection.socket.on('error', () => undefined).destroy()
    return { ok: true }
  } finally {
    clear()
  }
}
