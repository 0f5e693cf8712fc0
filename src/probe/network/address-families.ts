import type { AddressFamilies, ConnectionAttempt } from '../../domain/exchange.ts'
import type { Address, Resolution } from '../../domain/dns.ts'
import { connectTo } from './connect.ts'
import { deadline } from './clock.ts'
import type { ProbeContext } from '../http/exchange.ts'
import type { ProbeRequest } from '../plan/plan.ts'

/** Milliseconds for a bare connection: who takes longer keeps visitors waiting as well. */
const PATIENCE = 3000

/** Opens a connection by IPv4 and one by IPv6, where a name has both: usually the first that succeeds hides the other. */
export async function probeAddressFamilies(
  ask: ProbeRequest,
  name: Promise<Resolution>,
  way: ProbeContext,
): Promise<AddressFamilies> {
  const found = await name
  if (found.kind === 'failed') return {}
  const [four, six] = ([4, 6] as const).map((family) =>
    found.addresses.filter((address) => address.family === family),
  )
  if (four === undefined || six === undefined || four.length === 0 || six.length === 0) return {}
  const [v4, v6] = await Promise.all([opened(four, ask, way), opened(six, ask, way)])
  return { v4, v6 }
}

async function opened(
  addresses: readonly Address[],
  { port }: ProbeRequest,
  way: ProbeContext,
): Promise<ConnectionAttempt> {
  const { signal, clear } = deadline(Math.min(PATIENCE, way.timeout), way.signal)
  try {
    const connection = await connectTo(addresses, port, way.network, signal)
    if (!connection.ok) return { ok: false, error: connection.error }
    connection.socket.on('error', () => undefined).destroy()
    return { ok: true }
  } finally {
    clear()
  }
}
