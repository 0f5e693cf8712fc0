import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import type { Credentials } from '../tls/certificates.ts'
import { nginxStylePage, type Page } from '../http/page.ts'
import type { Dial, OriginResponse, OriginResult } from './origin/origin-response.ts'
import { requestOrigin } from './origin/request-origin.ts'
import type { Limits, Zone } from '../world/zone.ts'
import { accepts, isCompressed, isHtml, readBody, withScript } from './body.ts'
import { cachePlan } from './cache.ts'
import { findDestination, type Destination } from './origin/destination.ts'
import { errorPage } from './pages/error-page.ts'
import { endToEnd, headersForOrigin, cloudflareHeaders } from './headers.ts'
import type { EdgeRequest } from './edge-request.ts'
import type { ConnectionPool } from './origin/connection-pool.ts'

/** What the edge needs to request origins. */
export interface OriginAccess {
  readonly dial: Dial
  readonly pool: ConnectionPool
  readonly trusted: readonly string[]
  readonly client?: Credentials
  readonly limits: Limits
}

/** Responds from the cache, with the origin's response, or with an error page. */
export async function forward(
  access: OriginAccess,
  zone: Zone,
  request: EdgeRequest,
  turn: number,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cache = cachePlan(zone, request)
  if (cache.immediate) return sendPage(response, request, cache.immediate)

  const destination = findDestination(zone, request, turn)
  const result = await responseFor(access, zone, request, destination, incoming, response)
  const status = result.kind === 'completed' ? result.message.status : 0
  const failed = result.kind !== 'completed' || status >= 500
  const replacement = failed ? cache.onFailure : cache.onSuccess
  if (replacement) {
    if (result.kind === 'completed') result.message.body.destroy()
    return sendPage(response, request, replacement)
  }
  if (result.kind === 'page') return sendPage(response, request, result.page)
  return sendOriginResponse(response, zone, request, result.message, cache.cacheStatus)
}

type ForwardedResponse =
  | { readonly kind: 'completed'; readonly message: OriginResponse }
  | { readonly kind: 'page'; readonly page: Page }

/** The origin's response, or the edge's page in its place. */
async function responseFor(
  access: OriginAccess,
  zone: Zone,
  request: EdgeRequest,
  destination: Destination,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<ForwardedResponse> {
  if (destination.kind === 'none') return { kind: 'page', page: errorPage(destination.code, zone, request) }
  const disconnected = new AbortController()
  response.once('close', () => disconnected.abort())
  const result: OriginResult = await requestOrigin({
    dial: access.dial,
    ...(zone.keepAlive !== undefined && { keepAlive: { pool: access.pool, idle: zone.keepAlive } }),
    limits: { ...access.limits, ...zone.limits },
    endpoints: destination.endpoints,
    tls: {
      trusted: zone.trustStore ?? access.trusted,
      http2: zone.http2 !== false && !destination.tunnel,
      postQuantum: zone.postQuantum === true,
      ...(zone.clientCertificate === true && access.client && { client: access.client }),
    },
    method: request.method,
    path: request.path,
    headers: headersForOrigin(request, destination.host),
    body: incoming,
    onHints: ({ link }) => {
      if (link !== undefined) response.writeEarlyHints({ link })
    },
    signal: disconnected.signal,
  })
  if (result.kind === 'failed') {
    // The connector reports every failure of its service as 502, which gets the branded page.
    const code = destination.tunnel ? 502 : result.code
    return { kind: 'page', page: errorPage(code, zone, request) }
  }
  const { status } = result.message
  if ((status === 502 || status === 504) && zone.passThroughErrorPages !== true) {
    // The origin's own page is replaced, so visitors can't see that the 502 came from the origin.
    result.message.body.destroy()
    return { kind: 'page', page: errorPage(status, zone, request) }
  }
  return result
}

async function sendOriginResponse(
  response: ServerResponse,
  zone: Zone,
  request: EdgeRequest,
  message: OriginResponse,
  cacheStatus: string,
): Promise<void> {
  const headers = {
    ...endToEnd(message.headers),
    ...cloudflareHeaders(request),
    'cf-cache-status': cacheStatus,
  }
  const bodiless = request.method === 'HEAD' || message.status === 204 || message.status === 304
  const injects = zone.injectsScript === true && isHtml(message)
  if (bodiless || (!injects && !isCompressed(message))) {
    response.writeHead(message.status, headers)
    response.flushHeaders()
    // A body that ends early also ends the visitor's connection early.
    pipeline(message.body, response, () => {})
    return
  }

  const read = await readBody(message)
  if (read.kind === 'timeout') return sendPage(response, request, errorPage(524, zone, request))
  // Cloudflare can't decompress the body, or its length is wrong. It returns its unbranded error page.
  if (read.kind === 'failed') return sendPage(response, request, nginxStylePage(502, 'cloudflare'))
  if (!injects && accepts(request, message)) return send(response, message.status, headers, read.raw)
  const { 'content-encoding': _, ...plain } = headers
  return send(response, message.status, plain, injects ? withScript(read.decoded, request) : read.decoded)
}

function send(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}

/** Sends a page that the edge made itself. */
export function sendPage(response: ServerResponse, request: EdgeRequest, page: Page): void {
  response.writeHead(page.status, {
    ...(page.type !== '' && { 'content-type': page.type }),
    'content-length': Buffer.byteLength(page.body),
    ...page.headers,
    ...cloudflareHeaders(request),
  })
  response.end(page.body)
}
