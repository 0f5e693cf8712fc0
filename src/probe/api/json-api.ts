import type { Exchange } from '../../domain/exchange.ts'
import { portOf, unbracketed } from '../../shared/authority.ts'
import { resolveHost } from '../dns/system.ts'
import { exchange } from '../http/exchange.ts'
import { USER_AGENT } from '../plan/plan.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'

/** Bytes of a response to read: a zone may have many routes. */
const RESPONSE_LIMIT = 512 * 1024
/** Milliseconds for one request, whatever the site's timeout, so that a slow API doesn't delay a round. */
const REQUEST_TIMEOUT = 10_000

/** Undici, for the JSON APIs. Most runs call none, and undici is larger than everything else that a check needs. */
export const loadJsonClient = () => import('./undici-http.ts')

/** An HTTP API with JSON responses. `path` starts with a slash and is appended to the API's URL. */
export interface JsonApi {
  readonly get: (
    path: string,
    context: ProbeContext,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Exchange>
  readonly post: (path: string, body: string, context: ProbeContext) => Promise<Exchange>
}

/**
 * The API at this URL. The headers are sent nowhere else: redirects are not followed, and an invalid certificate ends
 * the exchange before the request.
 */
export function jsonApi(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
  limit = RESPONSE_LIMIT,
): JsonApi {
  const url = new URL(baseUrl)
  const basePath = url.pathname.replace(/\/$/, '')
  const host = unbracketed(url.hostname)
  const tls = url.protocol === 'https:'
  const requestFor = (
    path: string,
    body?: string,
    more?: Readonly<Record<string, string>>,
  ): ProbeRequest => ({
    host,
    port: portOf(url),
    ...(tls && { tls: { servername: host, trust: 'visitors' } }),
    method: body === undefined ? 'GET' : 'POST',
    path: basePath + path,
    headers: {
      host: url.host,
      'user-agent': USER_AGENT,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      ...more,
    },
    ...(body !== undefined && { body }),
    bodyLimit: limit,
  })
  return {
    get: (path, context, more) => send(requestFor(path, undefined, more), context),
    post: (path, body, context) => send(requestFor(path, body), context),
  }
}

async function send(request: ProbeRequest, context: ProbeContext): Promise<Exchange> {
  const limited = { ...context, timeout: Math.min(context.timeout, REQUEST_TIMEOUT) }
  const { undiciHttp } = await loadJsonClient()
  return exchange(request, resolveHost(request.host, limited), limited, undiciHttp)
}
