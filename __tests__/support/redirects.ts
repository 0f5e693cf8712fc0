import { untrusted } from '../../src/domain/untrusted.ts'
import type { Content, Exchange, Redirect, RedirectChain } from '../../src/domain/exchange.ts'
import { headersOf } from './texts.ts'

/** Response headers by the sender of a redirect. */
const HEADERS_BY_AUTHOR = {
  /** Through Cloudflare. */
  origin: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', 'cf-cache-status': 'DYNAMIC' },
  cloudflare: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC' },
  cache: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', 'cf-cache-status': 'HIT' },
  direct: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type Author = keyof typeof HEADERS_BY_AUTHOR

/** The response after redirects through these URLs. The first is the requested one. */
export function afterRedirects(exchange: Exchange, author: Author, ...urls: readonly string[]): Exchange {
  return { ...exchange, redirectChain: { redirects: redirectsOf(author, urls) } }
}

/** A redirect that was not followed, after redirects through these URLs. */
export function unfollowedRedirect(
  end: NonNullable<RedirectChain['end']>,
  author: Author,
  ...urls: readonly [string, ...string[]]
): Exchange {
  const next = urls.at(-1) ?? ''
  return {
    kind: 'completed',
    timings: { connect: 1, processing: 5, transfer: 1 },
    head: { status: 301, headers: headersOf({ ...HEADERS_BY_AUTHOR[author], location: next }) },
    body: { text: untrusted(''), bytes: 0, complete: true },
    redirectChain: { redirects: redirectsOf(author, urls.slice(0, -1)), end, next: untrusted(next) },
  }
}

function redirectsOf(author: Author, urls: readonly string[]): readonly Redirect[] {
  return urls.slice(1).map((to, index) => ({
    status: 301,
    from: untrusted(urls[index] ?? ''),
    to: untrusted(to),
    headers: headersOf(HEADERS_BY_AUTHOR[author]),
    elapsed: 10,
  }))
}

/** The response with the result of the search for expected content. */
export function withContent(exchange: Exchange, content: Content): Exchange {
  return exchange.kind === 'completed' ? { ...exchange, content } : exchange
}

/** The response after this many milliseconds. */
export function withElapsed(exchange: Exchange, milliseconds: number): Exchange {
  return { ...exchange, timings: { connect: 1, processing: milliseconds - 1 } }
}
