import type { KeepAliveResult } from '../../domain/recheck.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { read } from '../../domain/untrusted.ts'
import { stopwatch } from '../network/clock.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { exchange } from './exchange.ts'
import { http1Connection } from './http1.ts'

/**
 * Sends the request twice on one connection, the second time as soon as the first response is complete. Never throws
 * for what the site does. The timings are those of the second request, which doesn't connect.
 */
export async function sendTwice(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<KeepAliveResult> {
  let second: Exchange | undefined
  await exchange(request, resolution, context, {
    alpn: ['http/1.1'],
    send: async (sent, socket, signal, timings, elapsed, explain) => {
      const connection = http1Connection(socket)
      try {
        const first = await connection.send(sent, signal, timings, elapsed)
        if (keepsOpen(first))
          second = explain(await connection.send(sent, signal, {}, stopwatch(context.clock)))
        return first
      } finally {
        connection.close()
      }
    },
  })
  return second === undefined ? { reused: false } : { reused: true, exchange: second }
}

/** Whether the response is complete and the connection persists after it (RFC 9112, section 9.3). */
export function keepsOpen({ wire, ...exchange }: Exchange): boolean {
  if (exchange.kind !== 'completed' || exchange.body.unfinished === true) return false
  const { status, headers } = exchange.head
  const has = (option: string): boolean =>
    read(headers['connection'], (text) =>
      text
        .toLowerCase()
        .split(/[,\s]+/)
        .includes(option),
    )
  const { contentLength = [], transferEncoding = [] } = wire ?? {}
  const isFramed = contentLength.length + transferEncoding.length > 0 || [204, 304].includes(status)
  return isFramed && !has('close') && (wire?.version !== '1.0' || has('keep-alive'))
}
