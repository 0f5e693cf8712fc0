import { portOf, unbracketed } from '../../shared/authority.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { exchange, type ProbeContext } from '../http/exchange.ts'
import { USER_AGENT, type ProbeRequest } from '../plan/plan.ts'
import { resolution } from '../dns/system.ts'

/** Bytes of an answer that are read: a zone may have many routes. */
const LIMIT = 512 * 1024
/** Milliseconds for one question, whatever the site is given: an API that is slow may not hold a look up. */
const PATIENCE = 10_000

/** An API that answers in JSON. `path` begins with a slash and follows the path of the API's address. */
export interface Api {
  readonly get: (path: string, way: ProbeContext) => Promise<Exchange>
  readonly post: (path: string, body: string, way: ProbeContext) => Promise<Exchange>
}

/**
 * Asks an API at its address, with these headers beside. They go nowhere else: no redirect is followed, and a certificate that
 * visitors would not trust ends it before anything is sent.
 */
export function apiAt(address: string, headers: Readonly<Record<string, string>>, limit = LIMIT): Api {
  const url = new URL(address)
  const base = url.pathname.replace(/\/$/, '')
  const host = unbracketed(url.hostname)
  const tls = url.protocol === 'https:'
  const ask = (path: string, post?: string): ProbeRequest => ({
    host,
    port: portOf(url),
    ...(tls && { tls: { servername: host, trust: 'visitors' } }),
    method: post === undefined ? 'GET' : 'POST',
    path: base + path,
    headers: {
      host: url.host,
      'user-agent': USER_AGENT,
      accept: 'application/json',
      ...(post !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(post !== undefined && { body: post }),
    limit,
  })
  return {
    get: (path, way) => asked(ask(path), way),
    post: (path, body, way) => asked(ask(path, body), way),
  }
}

function asked(ask: ProbeRequest, way: ProbeContext): Promise<Exchange> {
  const within = { ...way, timeout: Math.min(way.timeout, PATIENCE) }
  return exchange(ask, resolution(ask.host, within), within)
}
