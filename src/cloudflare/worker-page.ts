import type { CompletedExchange } from '../domain/exchange.ts'
import { matches } from '../domain/untrusted.ts'
import { throughCloudflare } from './response.ts'

/**
 * Whether a response is Cloudflare's own page for a host that has no Worker yet: the placeholder of workers.dev, with
 * 404 or 200, or the text "Worker not found." with 500. The title alone is what any site says, so a second mark is
 * required. Sources: public captures of 2026; a health check that requires the title and the icon (public repository,
 * 2026-08-19).
 */
export function isWorkerPlaceholder(response: CompletedExchange): boolean {
  if (!throughCloudflare(response)) return false
  const { head, body } = response
  if (head.status === 500) return matches(body.text, /^\s*Worker not found\.\s*$/)
  if (head.status !== 200 && head.status !== 404) return false
  const marks = [
    /workers\.cloudflare\.com\/(\w+\/)?favicon/,
    /There is nothing here yet/,
    /<meta http-equiv="refresh" content="30"/i,
  ].filter((mark) => matches(body.text, mark))
  return matches(body.text, /<title>\s*Page not found\s*<\/title>/i) && marks.length >= 2
}
