import { roughDuration } from '../shared/text.ts'
import type { CompletedExchange, Exchange, Head } from '../domain/exchange.ts'
import { edgeErrorOf, type EdgeError } from './error-page.ts'

/** Whether Cloudflare answered, or passed the answer on: only it sends these headers. */
export function throughCloudflare(exchange: Exchange | undefined): exchange is CompletedExchange {
  return exchange?.kind === 'completed' && sentByCloudflare(exchange.head.headers)
}

export function sentByCloudflare(headers: Head['headers']): boolean {
  return headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare'
}

/** The error that Cloudflare told, if it told one. Another network may use the same numbers, hence the headers. */
export function edgeErrorIn(exchange: Exchange | undefined): EdgeError | undefined {
  return throughCloudflare(exchange) ? edgeErrorOf(exchange.head, exchange.body) : undefined
}

/** The Ray ID and the data center that it names, from `cf-ray: <16 hex>-<IATA>`. */
export function rayOf(
  exchange: Exchange | undefined,
): { readonly id: string; readonly colo: string } | undefined {
  if (exchange?.kind !== 'completed') return
  const match = /^([0-9a-f]{16})(?:-([A-Z]{3}))?$/.exec(exchange.head.headers['cf-ray'] ?? '')
  return match?.[1] === undefined ? undefined : { id: match[1], colo: match[2] ?? '' }
}

/** Whether the answer came out of Cloudflare's cache, without the origin being asked. */
export function fromCache(exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'completed' && sentFromCache(exchange.head.headers)
}

/** The states of `cf-cache-status` in which Cloudflare serves a copy without a request to the origin. */
const COPIES: ReadonlySet<string> = new Set(['HIT', 'STALE', 'UPDATING'])

export function sentFromCache(headers: Head['headers']): boolean {
  return COPIES.has((headers['cf-cache-status'] ?? '').toUpperCase())
}

/** The state of a copy out of Cloudflare's cache, and how old it is: `HIT, 86 s old`. */
export function copyOf(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'completed' || !fromCache(exchange)) return
  const { headers } = exchange.head
  const state = (headers['cf-cache-status'] ?? '').toUpperCase()
  const seconds = /^\d{1,9}$/.exec(headers['age'] ?? '')?.[0]
  return seconds === undefined ? state : `${state}, ${roughDuration(Number(seconds) * 1000)} old`
}

/** Whether `/cdn-cgi/trace` answered as only Cloudflare does; with the data center. */
export function traceOf(exchange: Exchange | undefined): { readonly colo: string } | undefined {
  if (exchange?.kind !== 'completed' || exchange.head.status !== 200) return
  const { text } = exchange.body
  if (!/^fl=/m.test(text) || !/^visit_scheme=/m.test(text)) return
  return { colo: /^colo=([A-Z]{3})$/m.exec(text)?.[1] ?? '' }
}

/** Whether an answer is the page of a block: the same title as that of the challenges before 2023, and other words. */
export function blockedBy(exchange: Exchange | undefined): boolean {
  if (!throughCloudflare(exchange) || exchange.head.status !== 403) return false
  const { text } = exchange.body
  return text.includes('id="cf-error-details"') && text.includes('data-translate="block_headline"')
}

/**
 * How an answer shows that it is a challenge, which only a browser passes. The header is the sign that Cloudflare
 * documents; before 2023 there was only the page. Scripts of the challenge platform are in healthy pages too.
 */
export function challengeIn(exchange: Exchange | undefined): 'header' | 'page' | undefined {
  if (!throughCloudflare(exchange)) return
  const { head, body } = exchange
  // Anything else with that header is an application that passes on what it got from another site.
  if (head.status !== 403 && head.status !== 503) return
  if (head.headers['cf-mitigated'] === 'challenge') return 'header'
  if (blockedBy(exchange)) return
  return /<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/.test(body.text)
    ? 'page'
    : undefined
}

/** Whether a URL is a login page of Cloudflare Access. Text that is not an absolute URL is none. */
export function isAccessLogin(url = ''): boolean {
  return URL.parse(url)?.hostname.endsWith('.cloudflareaccess.com') === true
}
