import type { Exchange, KeepAliveResult } from '../../domain/exchange.ts'
import type { Resolution } from '../../domain/dns.ts'
import { stopwatch } from '../network/clock.ts'
import { exchange, type ProbeContext } from './exchange.ts'
import { lineOn } from './http1.ts'
import type { ProbeRequest } from '../plan/plan.ts'

/**
 * Asks twice on one connection, the second time as soon as the first answer is whole. Never throws for what the site does.
 * The timings are those of the second request alone, which needs no connection.
 */
export async function sendTwice(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  way: ProbeContext,
): Promise<KeepAliveResult> {
  let second: Exchange | undefined
  await exchange(ask, resolution, way, {
    protocols: ['http/1.1'],
    send: async (ask, socket, signal, timings, lap) => {
      const line = lineOn(socket)
      try {
        const first = await line.ask(ask, signal, timings, lap)
        if (keepsOpen(first)) second = await line.ask(ask, signal, {}, stopwatch(way.clock))
        return first
      } finally {
        line.close()
      }
    },
  })
  return second === undefined ? { reused: false } : { reused: true, exchange: second }
}

/** A whole answer came, and nothing in it says that the connection ends there (RFC 9112, section 9.3). */
export function keepsOpen(first: Exchange): boolean {
  if (first.kind !== 'completed' || !first.body.complete) return false
  const options = (first.head.headers['connection'] ?? '').toLowerCase().split(/[,\s]+/)
  const old = first.wire?.opening.startsWith('HTTP/1.0') === true
  const { contentLength = [], transferEncoding = [] } = first.wire ?? {}
  const framed = contentLength.length + transferEncoding.length > 0 || [204, 304].includes(first.head.status)
  return framed && !options.includes('close') && (!old || options.includes('keep-alive'))
}
