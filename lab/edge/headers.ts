import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { Occasion } from '../pages.ts'

export type Scheme = 'http' | 'https'

/** Every answer of this edge is given in San José. */
export const COLO = 'SJC'

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

/** What the edge puts on the pages it makes itself. */
export const OWN_PAGE_HEADERS = {
  'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  expires: 'Thu, 01 Jan 1970 00:00:01 GMT',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
}

/** What the origin gets to see: the visitor's headers, and what Cloudflare adds or sets. */
export const headersForOrigin = (
  headers: IncomingHttpHeaders,
  scheme: Scheme,
  visitor: string,
  { ray }: Occasion,
): IncomingHttpHeaders => ({
  ...endToEnd(headers),
  connection: 'Keep-Alive',
  'accept-encoding': 'gzip, br',
  'cf-connecting-ip': visitor,
  'cf-ipcountry': 'US',
  'cf-ray': `${ray}-${COLO}`,
  'cf-visitor': JSON.stringify({ scheme }),
  'cdn-loop': 'cloudflare',
  'x-forwarded-for': visitor,
  'x-forwarded-proto': scheme,
})

export const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)))

/** By these a visitor knows that Cloudflare stood in between. */
export const marks = ({ ray }: Occasion): OutgoingHttpHeaders => ({
  server: 'cloudflare',
  'cf-ray': `${ray}-${COLO}`,
})
