import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { EdgeRequest } from './edge-request.ts'

/** Headers that belong to one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** The service token is meant for Access. Whether Cloudflare forwards it is undocumented; the lab removes it. */
const ACCESS_HEADERS = new Set(['cf-access-client-id', 'cf-access-client-secret'])

/** Headers of the pages that the edge makes itself. */
export const OWN_PAGE_HEADERS = {
  'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  expires: 'Thu, 01 Jan 1970 00:00:01 GMT',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
}

/** Headers of the request to the origin: the visitor's, plus those that Cloudflare adds or sets. */
export const headersForOrigin = (request: EdgeRequest, host: string): IncomingHttpHeaders => ({
  ...endToEnd(request.headers, ACCESS_HEADERS),
  host,
  connection: 'Keep-Alive',
  // Independent of the visitor: the edge decompresses for visitors that can't.
  'accept-encoding': 'gzip, br',
  'cf-connecting-ip': request.visitor,
  'cf-ipcountry': 'US',
  'cf-ray': `${request.ray}-${request.colo}`,
  'cf-visitor': JSON.stringify({ scheme: request.scheme }),
  'cdn-loop': 'cloudflare',
  'x-forwarded-for': [request.headers['x-forwarded-for'], request.visitor]
    .filter((address) => address !== undefined)
    .join(', '),
  'x-forwarded-proto': request.scheme,
})

export const endToEnd = (
  headers: IncomingHttpHeaders,
  without: ReadonlySet<string> = new Set(),
): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !without.has(name)))

/** Headers that identify Cloudflare to the visitor. */
export const cloudflareHeaders = ({ ray, colo }: EdgeRequest): OutgoingHttpHeaders => ({
  server: 'cloudflare',
  'cf-ray': `${ray}-${colo}`,
})
