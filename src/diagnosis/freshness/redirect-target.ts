import type { Exchange } from '../../domain/exchange.ts'
import { read, untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** Where a response that is itself a redirect points to. */
export function redirectTarget(response: Exchange, from: Untrusted): Untrusted | undefined {
  if (response.kind !== 'completed') return
  const { status, headers } = response.head
  if (![301, 302, 303, 307, 308].includes(status)) return
  return read(from, (base) =>
    read(headers['location'], (location) => {
      const target = URL.parse(location, base)
      return target === null ? undefined : untrusted(target.href)
    }),
  )
}

/**
 * Where the first redirect of an exchange points to, whether or not it was followed; undefined if the first response
 * is not a redirect.
 */
export function firstTarget(exchange: Exchange, from: string): Untrusted | undefined {
  const { redirects = [], next } = exchange.redirectChain ?? {}
  return redirects[0]?.to ?? next ?? redirectTarget(exchange, untrusted(from))
}
