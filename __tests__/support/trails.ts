import type { Content, Exchange, Head, Redirect, RedirectChain } from '../../src/domain/exchange.ts'

/** Who answered a redirect, by what it says. */
const SAID = {
  /** Passed on by Cloudflare. */
  origin: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', 'cf-cache-status': 'DYNAMIC' },
  cloudflare: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC' },
  cache: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', 'cf-cache-status': 'HIT' },
  direct: {},
} as const satisfies Readonly<Record<string, Head['headers']>>

export type Author = keyof typeof SAID

/** The answer at the end of a way through these URLs; the first is the one that was asked for. */
export function after(exchange: Exchange, author: Author, ...urls: readonly string[]): Exchange {
  return { ...exchange, redirectChain: { redirects: redirectsOf(author, urls) } }
}

/** A redirect that was not followed, at the end of a way through these URLs. */
export function endless(
  end: NonNullable<RedirectChain['end']>,
  author: Author,
  ...urls: readonly [string, ...string[]]
): Exchange {
  const next = urls.at(-1) ?? ''
  return {
    kind: 'completed',
    timings: { connect: 1, processing: 5, transfer: 1 },
    head: { status: 301, headers: { ...SAID[author], location: next } },
    body: { text: '', bytes: 0, complete: true },
    redirectChain: { redirects: redirectsOf(author, urls.slice(0, -1)), end, next },
  }
}

function redirectsOf(author: Author, urls: readonly string[]): readonly Redirect[] {
  return urls
    .slice(1)
    .map((to, index) => ({ status: 301, from: urls[index] ?? '', to, headers: SAID[author], elapsed: 10 }))
}

/** The answer, and what of the expected is in it. */
export function having(exchange: Exchange, content: Content): Exchange {
  return exchange.kind === 'completed' ? { ...exchange, content } : exchange
}

/** The answer, after so many milliseconds. */
export function taking(exchange: Exchange, milliseconds: number): Exchange {
  return { ...exchange, timings: { connect: 1, processing: milliseconds - 1 } }
}
