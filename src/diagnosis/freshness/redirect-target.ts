import type { Exchange } from '../../domain/exchange.ts'

/** Where a response that is itself a redirect points to. */
export function redirectTarget(response: Exchange, from: string): URL | undefined {
  if (response.kind !== 'completed') return
  const { status, headers } = response.head
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  return isRedirect ? (URL.parse(headers['location'] ?? '', from) ?? undefined) : undefined
}

/**
 * Where the first redirect of an exchange points to, whether or not it was followed; undefined if the first response
 * is not a redirect.
 */
export function firstTarget(exchange: Exchange, from: string): string | undefined {
  const { redirects = [], next } = exchange.redirectChain ?? {}
  return redirects[0]?.to ?? next ?? redirectTarget(exchange, from)?.href
}
