import type { Resolution } from '../../domain/dns.ts'
import type { SilentConnection } from '../../domain/recheck.ts'
import { deadline } from './clock.ts'
import { connectTo, usesProxy } from './connect.ts'
import { failureOf } from './failure.ts'
import type { Endpoint, ProbeContext } from '../types.ts'

/** Milliseconds to wait for the server to end the connection. */
const SILENCE = 500

/**
 * Opens a connection and sends nothing. A server that closes a connection with unread data in it resets it instead, so
 * the end of an empty connection shows which of the two the server does. A proxy ends it in its own way. Never throws
 * for what the server does.
 */
export async function observeSilentConnection(
  request: Endpoint,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<SilentConnection> {
  if (usesProxy(request, context.network)) return { ended: 'open' }
  const { signal, clear } = deadline(Math.min(context.timeout, SILENCE), context.signal)
  try {
    const resolved = await resolution
    if (resolved.kind === 'failed') return { ended: 'open' }
    const connection = await connectTo(resolved.addresses, request.port, context.network, signal)
    if (!connection.ok) return { ended: connection.error.reason === 'reset' ? 'reset' : 'open' }
    const { socket } = connection
    const ended = await new Promise<SilentConnection['ended']>((settle) => {
      socket.once('error', (error) => settle(failureOf(error).reason === 'reset' ? 'reset' : 'closed'))
      socket.once('end', () => settle('closed'))
      socket.resume()
      if (signal.aborted) settle('open')
      signal.addEventListener('abort', () => settle('open'), { once: true })
    })
    socket.on('error', () => undefined).destroy()
    return { ended }
  } finally {
    clear()
  }
}
