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
  means: OriginAccess,
  zone: Zone,
  occasion: EdgeRequest,
  turn: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cache = cachePlan(zone, occasion)
  if (cache.immediate) return sendPage(response, occasion, cache.immediate)

  const destination = findDestination(zone, occasion, turn)
  const answer = await responseFor(means, zone, occasion, destination, request, response)
  const status = answer.kind === 'completed' ? answer.message.status : 0
  const failed = answer.kind !== 'completed' || status >= 500
  const instead = failed ? cache.onFailure : cache.onSuccess
  if (instead) {
    if (answer.kind === 'completed') answer.message.body.destroy()
    return sendPage(response, occasion, instead)
  }
  if (answer.kind === 'page') return sendPage(response, occasion, answer.page)
  return sendOriginResponse(response, zone, occasion, answer.message, cache.label)
}

type ForwardedResponse =
  | { readonly kind: 'completed'; readonly message: OriginResponse }
  | { readonly kind: 'page'; readonly page: Page }

/** The origin's response, or the edge's page in its place. */
async function responseFor(
  means: OriginAccess,
  zone: Zone,
  occasion: EdgeRequest,
  destination: Destination,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ForwardedResponse> {
  if (destination.kind === 'none') return { kind: 'page', page: errorPage(destination.code, zone, occasion) }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const answer: OriginResult = await requestOrigin({
    dial: means.dial,
    ...(zone.keepAlive !== undefined && { keepAlive: { pool: means.pool, idle: zone.keepAlive } }),
    limits: { ...means.limits, ...zone.limits },
    endpoints: destination.endpoints,
    tls: {
      trusted: [...means.trusted, ...(zone.trustStore ?? [])],
      http2: zone.http2 !== false && !destination.tunnel,
      ...(zone.clientCertificate === true && means.client && { client: means.client }),
    },
    method: occasion.method,
    path: occasion.path,
    headers: headersForOrigin(occasion, destination.host),
    body: request,
    onHints: ({ link }) => {
      if (link !== undefined) response.writeEarlyHints({ link })
    },
    signal: gone.signal,
  })
  if (answer.kind === 'failed') {
    // The connector reports every failure of its service as 502, which gets the branded page.
    const code = destination.tunnel ? 502 : answer.code
    return { kind: 'page', page: errorPage(code, zone, occasion) }
  }
  const { status } = answer.message
  if ((status === 502 || status === 504) && zone.passThroughErrorPages !== true) {
    // The origin's own page is replaced, so visitors can't see that the 502 came from the origin.
    answer.message.body.destroy()
    return { kind: 'page', page: errorPage(status, zone, occasion) }
  }
  return answer
}

async function sendOriginResponse(
  response: ServerResponse,
  zone: Zone,
  occasion: EdgeRequest,
  message: OriginResponse,
  label: string,
): Promise<void> {
  const headers = { ...endToEnd(message.headers), ...cloudflareHeaders(occasion), 'cf-cache-status': label }
  const bodiless = occasion.method === 'HEAD' || message.status === 204 || message.status === 304
  const injects = zone.injectsScript === true && isHtml(message)
  if (bodiless || (!injects && !isCompressed(message))) {
    response.writeHead(message.status, headers)
    // A body that ends early also ends the visitor's connection early.
    pipeline(message.body, response, () => {})
    return
  }

  const read = await readBody(message)
  if (read.kind === 'late') return sendPage(response, occasion, errorPage(524, zone, occasion))
  // Cloudflare can't decompress the body, or its length is wrong. It returns its unbranded error page.
  if (read.kind === 'failed') return sendPage(response, occasion, nginxStylePage(502, 'cloudflare'))
  if (!injects && accepts(occasion, message)) return send(response, message.status, headers, read.raw)
  const { 'content-encoding': _, ...plain } = headers
  return send(response, message.status, plain, injects ? withScript(read.decoded, occasion) : read.decoded)
}

function send(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}

/** Sends a page that the edge made itself. */
export function sendPage(response: ServerResponse, occasion: EdgeRequest, page: Page): void {
  response.writeHead(page.status, {
    ...(page.type !== '' && { 'content-type': page.type }),
    'content-length': Buffer.byteLength(page.body),
    ...page.headers,
    ...cloudflareHeaders(occasion),
  })
  response.end(page.body)
}
