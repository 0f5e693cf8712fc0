import { isDeepStrictEqual } from 'node:util'
import type { Resolution } from '../../domain/dns.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { deadline, stopwatch } from '../network/clock.ts'
import type { Endpoint, Explain, ProbeContext, ProbeRequest, TimingsSoFar } from '../types.ts'
import { openConnection, type Observed } from './exchange.ts'
import { http1Connection, type Http1Connection } from './http1.ts'
import { keepsOpen } from './keep-alive.ts'

/** Sends requests one after the other, over the same connection for as long as the server keeps it open. */
export interface ReusableConnection {
  /**
   * Sends a request over the open connection if it goes to the same endpoint, and otherwise over a new one. With an
   * open connection, the timings lack the phases before the request. Never throws for what the site does.
   */
  readonly send: (
    request: ProbeRequest,
    resolution: Promise<Resolution>,
    context: ProbeContext,
  ) => Promise<Exchange>
  /** Closes the connection if it is open. Call it after the last request. */
  readonly close: () => void
}

/** A connection after a complete response. */
interface OpenConnection {
  readonly endpoint: Endpoint
  readonly observed: Observed
  readonly explain: Explain
  readonly http: Http1Connection
}

export function reusableConnection(): ReusableConnection {
  let open: OpenConnection | undefined
  const close = (): void => {
    open?.http.close()
    open = undefined
  }
  const sendOver = async (
    connection: OpenConnection,
    request: ProbeRequest,
    context: ProbeContext,
    timings: TimingsSoFar,
  ): Promise<Exchange> => {
    const { http, observed, explain } = connection
    const response = explain({
      ...(await http.send(request, context.signal, timings, stopwatch(context.clock))),
      ...observed,
    })
    open = keepsOpen(response) && !context.signal.aborted ? connection : undefined
    if (open === undefined) http.close()
    return response
  }
  return {
    close,
    send: async (request, resolution, context) => {
      const { signal, clear } = deadline(context.timeout, context.signal)
      const limited = { ...context, signal }
      const endpoint = endpointOf(request)
      try {
        const known = open
        if (known !== undefined && isDeepStrictEqual(known.endpoint, endpoint)) {
          // A server that closes sends its FIN right after the response. This turn reads it.
          await new Promise(setImmediate)
          const response = await sendOver(known, request, limited, {})
          if (signal.aborted || !lostConnection(response)) return response
        }
        close()
        const timings: TimingsSoFar = {}
        const opened = await openConnection(request, resolution, limited, timings, ['http/1.1'])
        if (!opened.ok) return opened.failed
        const { socket, ...rest } = opened
        const fresh = { endpoint, ...rest, http: http1Connection(socket) }
        return await sendOver(fresh, request, limited, timings)
      } finally {
        clear()
      }
    },
  }
}

/** What two requests must have in common to use one connection. */
function endpointOf({
  host,
  port,
  tls,
  proxyCommand,
  headers,
}: ProbeRequest): Endpoint & { readonly hostHeader?: string } {
  // The certificate was checked against the Host header too, see `namesForCloudflare`.
  return {
    host,
    port,
    ...(tls !== undefined && { tls, hostHeader: headers['host'] ?? '' }),
    ...(proxyCommand !== undefined && { proxyCommand }),
  }
}

/**
 * Whether to repeat the request on a new connection. A server may close a connection at any time, even when a request
 * was just sent (RFC 9112, section 9.5), or with a late 408 (RFC 9110, section 15.5.9). Neither is a fault of the site.
 * Any other failure counts only if a new connection has it too.
 */
function lostConnection(response: Exchange): boolean {
  return response.kind === 'failed' || response.head.status === 408
}
