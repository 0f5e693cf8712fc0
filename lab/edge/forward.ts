import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import type { Credentials } from '../tls/certificates.ts'
import { framedPage, type Page } from '../http/page.ts'
import { askOrigin, type Dial, type OriginAnswer, type OriginMessage } from './origin/request-origin.ts'
import type { Limits, Zone } from '../world/zone.ts'
import { accepts, isCompressed, isHtml, readWhole, withScript } from './body.ts'
import { cachePlan } from './cache.ts'
import { destinationOf, type Destination } from './origin/destination.ts'
import { errorPage } from './pages/error-page.ts'
import { endToEnd, headersForOrigin, marks } from './headers.ts'
import type { Occasion } from './edge-request.ts'
import type { Pool } from './origin/connection-pool.ts'

/** What the edge has at hand to ask origins. */
export interface Means {
  readonly dial: Dial
  readonly pool: Pool
  readonly trusted: readonly string[]
  readonly client?: Credentials
  readonly limits: Limits
}

/** Answers from the cache, or with what the origin says, or with the page that tells why it says nothing. */
export async function passOn(
  means: Means,
  zone: Zone,
  occasion: Occasion,
  turn: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cache = cachePlan(zone, occasion)
  if (cache.atOnce) return sendPage(response, occasion, cache.atOnce)

  const destination = destinationOf(zone, occasion, turn)
  const answer = await answerOf(means, zone, occasion, destination, request, response)
  const status = answer.kind === 'completed' ? answer.message.status : 0
  const failed = answer.kind !== 'completed' || status >= 500
  const instead = failed ? cache.onFailure : cache.onSuccess
  if (instead) {
    if (answer.kind === 'completed') answer.message.body.destroy()
    return sendPage(response, occasion, instead)
  }
  if (answer.kind === 'page') return sendPage(response, occasion, answer.page)
  return sendMessage(response, zone, occasion, answer.message, cache.label)
}

type Answer =
  | { readonly kind: 'completed'; readonly message: OriginMessage }
  | { readonly kind: 'page'; readonly page: Page }

/** The origin's answer if it may be passed on, or the edge's page in its place. */
async function answerOf(
  means: Means,
  zone: Zone,
  occasion: Occasion,
  destination: Destination,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  if (destination.kind === 'none') return { kind: 'page', page: errorPage(destination.code, zone, occasion) }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const answer: OriginAnswer = await askOrigin({
    dial: means.dial,
    ...(zone.keepAlive !== undefined && { kept: { pool: means.pool, idle: zone.keepAlive } }),
    limits: { ...means.limits, ...zone.limits },
    stops: destination.stops,
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
    // The connector has one word for every failure of the service behind it, and the edge brands it.
    const code = destination.tunnel ? 502 : answer.code
    return { kind: 'page', page: errorPage(code, zone, occasion) }
  }
  const { status } = answer.message
  if ((status === 502 || status === 504) && zone.passThru !== true) {
    // The origin's own page is lost: nothing behind the edge tells that it was the origin who said 502.
    answer.message.body.destroy()
    return { kind: 'page', page: errorPage(status, zone, occasion) }
  }
  return answer
}

async function sendMessage(
  response: ServerResponse,
  zone: Zone,
  occasion: Occasion,
  message: OriginMessage,
  label: string,
): Promise<void> {
  const headers = { ...endToEnd(message.headers), ...marks(occasion), 'cf-cache-status': label }
  const bodiless = occasion.method === 'HEAD' || message.status === 204 || message.status === 304
  const injects = zone.injectsScript === true && isHtml(message)
  if (bodiless || (!injects && !isCompressed(message))) {
    response.writeHead(message.status, headers)
    // A body that ends early ends the visitor's connection early, too.
    pipeline(message.body, response, () => {})
    return
  }

  const read = await readWhole(message)
  if (read.kind === 'late') return sendPage(response, occasion, errorPage(524, zone, occasion))
  // Cloudflare cannot decompress it, or it is not as long as announced: an error of its own making, by its looks.
  if (read.kind === 'failed') return sendPage(response, occasion, framedPage(502, 'cloudflare'))
  if (!injects && accepts(occasion, message)) return send(response, message.status, headers, read.raw)
  const { 'content-encoding': _, ...plain } = headers
  return send(response, message.status, plain, injects ? withScript(read.decoded, occasion) : read.decoded)
}

function send(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}

/** An answer of the edge's own. */
export function sendPage(response: ServerResponse, occasion: Occasion, page: Page): void {
  response.writeHead(page.status, {
    ...(page.type !== '' && { 'content-type': page.type }),
    'content-length': Buffer.byteLength(page.body),
    ...page.headers,
    ...marks(occasion),
  })
  response.end(page.body)
}
