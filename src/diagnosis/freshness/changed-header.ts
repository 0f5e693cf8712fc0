import { cacheStatus, throughCloudflare } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { matches } from '../../domain/untrusted.ts'

/** What changes a header between the origin and visitors: a sentence, and how to get the header through. */
export interface HeaderChange {
  readonly name: string
  readonly who: string
}

/**
 * Headers that Cloudflare sets, changes or removes
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/,
 * https://developers.cloudflare.com/cache/reference/etag-headers/,
 * https://developers.cloudflare.com/cache/concepts/cache-responses/). Since 2026-05-04, `Set-Cookie` is removed from
 * every response that Cloudflare may cache, so also from MISS and EXPIRED.
 */
const CHANGES: Readonly<Record<string, string>> = {
  server: 'Cloudflare replaces the `Server` header with its own',
  'content-length': 'Cloudflare removes `Content-Length` when it compresses or changes a response',
  'content-encoding':
    'Cloudflare decompresses and compresses responses itself, so it sets `Content-Encoding`',
  'transfer-encoding': 'Cloudflare sets `Transfer-Encoding` for its own connection to the visitor',
  connection: 'Cloudflare sets `Connection` for its own connection to the visitor',
  'keep-alive': 'Cloudflare removes `Keep-Alive`, which is about its connection to the origin',
  'alt-svc': 'Cloudflare sets `Alt-Svc` for HTTP/3',
  nel: 'Cloudflare sets `NEL` for its own error logging',
  'report-to': 'Cloudflare sets `Report-To` for its own error logging',
  date: 'Cloudflare sets `Date`',
  age: 'Cloudflare sets `Age` for its own cache',
  etag: 'Cloudflare removes or weakens `ETag` when it compresses or changes a response',
  'last-modified': 'Cloudflare removes `Last-Modified` when it changes a page',
  'cache-control': "The zone's Browser Cache TTL setting or a Cache Rule replaces `Cache-Control`",
  expires: "The zone's Browser Cache TTL setting or a Cache Rule replaces `Expires`",
  'accept-ranges': 'Cloudflare sets `Accept-Ranges` for its own cache',
  vary: 'Cloudflare changes `Vary` when it compresses a response',
  'strict-transport-security': "The zone's HSTS setting replaces `Strict-Transport-Security`",
  'x-powered-by': 'The managed transform "Remove X-Powered-By headers" removes `X-Powered-By`',
}

/** The states in which Cloudflare caches a response, or serves a copy of one. */
const CACHED: ReadonlySet<string> = new Set(['MISS', 'EXPIRED', 'HIT', 'STALE', 'UPDATING', 'REVALIDATED'])

/** Visitors lack only the expected header, and Cloudflare usually changes that header. */
export function changedHeader({ request, edge }: Pick<Moment, 'request' | 'edge'>): HeaderChange | undefined {
  const name = request.expectedHeader?.name
  if (name === undefined || !throughCloudflare(edge) || !lacksOnlyHeader(edge)) return
  if (name === 'set-cookie') {
    const state = cacheStatus(edge.head.headers)
    if (!CACHED.has(state) || edge.head.setCookie !== undefined) return
    return {
      name,
      who: `Cloudflare removes \`Set-Cookie\` from responses that it may cache (this one is ${state})`,
    }
  }
  const who = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined
  // Only another value than Cloudflare's own is one that the origin may have sent.
  if (name === 'server' && !matches(edge.head.headers['server'], /^cloudflare$/i)) return
  return who === undefined ? undefined : { name, who }
}

function lacksOnlyHeader(exchange: Exchange): boolean {
  const { body, header } = (exchange.kind === 'completed' ? exchange.content : undefined) ?? {}
  return header === 'missing' && (body === undefined || body === 'found')
}
