import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { pipeline } from 'node:stream'
import type { Credentials } from './certificates.ts'
import { endToEnd, headersForOrigin, marks, OWN_PAGE_HEADERS, type Scheme } from './edge/headers.ts'
import type { EdgeCode } from './edge/errors.ts'
import { listen } from './listen.ts'
import { brandedPage, challengePage, framedPage, numberedPage, type Occasion, type Page } from './pages.ts'
import { askOrigin, type Limits, type SslMode } from './proxy.ts'
import type { Routes } from './routes.ts'
import { tracePage } from './edge/trace.ts'

/** What the edge does with a request: pass it on, or answer by itself. */
export type EdgeConduct = 'proxy' | 'cached' | 'bare-502' | 'challenge' | 'tunnel-down'

/** The settings of one host in Cloudflare's dashboard. */
export interface Zone {
  readonly host: string
  readonly ssl: SslMode
  /** The DNS record. Without a port: 443 for TLS, 80 for plain HTTP. */
  readonly origin: { readonly address: string; readonly port?: number }
  readonly conduct: EdgeConduct
}

export interface EdgeOptions {
  readonly credentials: Credentials
  /** The present settings of a host; asked for every request. */
  readonly zoneOf: (host: string) => Zone | undefined
  /** How the edge reaches origins, which need not be how others reach them. */
  readonly routes: () => Routes
  /** PEM: the public roots, and the Origin CA that `strict` accepts beside them. */
  readonly trusted: readonly string[]
  readonly limits: Limits
  /** The visitor's address as the origin is told it. */
  readonly visitor: string
}

export interface Edge {
  readonly ports: { readonly https: number; readonly http: number }
  readonly close: () => Promise<void>
}

/** A stand-in for Cloudflare's edge on two loopback ports. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const answer =
    (scheme: Scheme) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      respond(options, scheme, request, response).catch(() => response.destroy())
    }
  const secure = createSecureServer({ ...options.credentials }, answer('https'))
  const plain = createServer(answer('http'))
  const [https, http] = await Promise.all([listen(secure), listen(plain)])
  return {
    ports: { https: https.port, http: http.port },
    close: async () => {
      await Promise.all([https.close(), http.close()])
    },
  }
}

async function respond(
  options: EdgeOptions,
  scheme: Scheme,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const occasion: Occasion = { host, ray: randomBytes(8).toString('hex'), at: Date.now() }
  const own = (page: Page, headers: OutgoingHttpHeaders = {}): void =>
    sendPage(response, occasion, page, { ...OWN_PAGE_HEADERS, ...headers })

  const zone = options.zoneOf(host)
  if (!zone) return own(numberedPage(1001, 409, 'DNS resolution error', occasion))
  // The edge answers this path alone, whatever the state of the origin.
  if (request.url === '/cdn-cgi/trace')
    return sendPage(response, occasion, tracePage(options.visitor, scheme, occasion))
  if (request.headers['cf-connecting-ip'] !== undefined)
    return own(numberedPage(1000, 403, 'DNS points to prohibited IP', occasion))

  switch (zone.conduct) {
    case 'proxy':
      return passOn(options, zone, scheme, request, response, occasion)
    case 'cached':
      return sendPage(response, occasion, CACHED_PAGE, { 'cf-cache-status': 'HIT', age: '86' })
    case 'bare-502':
      return sendPage(response, occasion, framedPage(502, 'cloudflare'))
    case 'challenge':
      return own(challengePage(occasion), { 'cf-mitigated': 'challenge' })
    case 'tunnel-down':
      return own({ ...numberedPage(1033, 530, 'Cloudflare Tunnel error', occasion), retryAfter: 120 })
    default:
      return zone.conduct satisfies never
  }
}

async function passOn(
  options: EdgeOptions,
  zone: Zone,
  scheme: Scheme,
  request: IncomingMessage,
  response: ServerResponse,
  occasion: Occasion,
): Promise<void> {
  const secure = scheme === 'https' && (zone.ssl === 'full' || zone.ssl === 'strict')
  const answer = await askOrigin({
    routes: options.routes(),
    limits: options.limits,
    address: zone.origin.address,
    port: zone.origin.port ?? (secure ? 443 : 80),
    ...(secure && {
      tls: { serverName: zone.host, ...(zone.ssl === 'strict' && { trusted: options.trusted }) },
    }),
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: headersForOrigin(request.headers, scheme, options.visitor, occasion),
    body: request,
  })
  const branded = (code: EdgeCode): void =>
    sendPage(response, occasion, brandedPage(code, request.headers.accept ?? '', occasion), OWN_PAGE_HEADERS)

  if (answer.kind === 'failed') return branded(answer.code)
  const { statusCode: status = 0, headers } = answer.message
  if (status === 502 || status === 504) {
    // The origin's own page is lost: nothing behind the edge tells that it was the origin who said 502.
    answer.message.destroy()
    return branded(status)
  }
  response.writeHead(status, {
    ...endToEnd(headers),
    ...marks(occasion),
    'cf-cache-status': 'DYNAMIC',
  })
  // A body that ends early ends the visitor's connection early, too.
  pipeline(answer.message, response, () => {})
}

function sendPage(
  response: ServerResponse,
  occasion: Occasion,
  page: Page,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(page.status, {
    'content-type': page.type,
    'content-length': Buffer.byteLength(page.body),
    ...(page.retryAfter !== undefined && { 'retry-after': String(page.retryAfter) }),
    ...headers,
    ...marks(occasion),
  })
  response.end(page.body)
}

const CACHED_PAGE: Page = {
  status: 200,
  type: 'text/html',
  body: '<!DOCTYPE html><title>Shop</title><p>From the cache.\n',
}
