import { roughDuration } from '../shared/text.ts'
import type { CompletedExchange, Exchange, Head } from '../domain/exchange.ts'
import {
  contains,
  isAnyOf,
  matches,
  read,
  shortPart,
  untrusted,
  type Untrusted,
} from '../domain/untrusted.ts'
import { edgeErrorOf, type EdgeError } from './error-page.ts'

/** Whether the response came from or through Cloudflare: only Cloudflare sends these headers. */
export function throughCloudflare(exchange: Exchange | undefined): exchange is CompletedExchange {
  return exchange?.kind === 'completed' && sentByCloudflare(exchange.head.headers)
}

export function sentByCloudflare(headers: Head['headers']): boolean {
  return headers['cf-ray'] !== undefined || matches(headers['server'], /^cloudflare$/i)
}

/** Cloudflare's error, if there is one. Other networks use the same numbers, so the headers must match too. */
export function edgeErrorIn(exchange: Exchange | undefined): EdgeError | undefined {
  return throughCloudflare(exchange) ? edgeErrorOf(exchange.head, exchange.body) : undefined
}

/**
 * Whether Cloudflare made the response without an origin and without its cache: a rule, Access, a Worker or a Snippet.
 * Every other response has a `cf-cache-status`, DYNAMIC at least
 * (https://developers.cloudflare.com/cache/concepts/cache-responses/, under NONE/UNKNOWN; commit 13d65a4 of the docs).
 */
export function madeAtEdge(exchange: Exchange | undefined): exchange is CompletedExchange {
  return throughCloudflare(exchange) && MADE_AT_EDGE.has(cacheStatus(exchange.head.headers))
}

const MADE_AT_EDGE: ReadonlySet<string> = new Set(['', 'NONE', 'UNKNOWN', 'NONE/UNKNOWN'])

/** The Ray ID and the data center in it, from `cf-ray: <16 hex>-<IATA>`. */
export function rayOf(
  exchange: Exchange | undefined,
): { readonly id: Untrusted; readonly colo: string } | undefined {
  // A response that is cut off has headers too.
  if (exchange === undefined || !('head' in exchange)) return
  const ray = exchange.head.headers['cf-ray']
  const id = read(ray, (text) => {
    const found = /^([0-9a-f]{16})(?:-[A-Z]{3})?$/.exec(text)?.[1]
    return found === undefined ? undefined : untrusted(found)
  })
  return id === undefined ? undefined : { id, colo: shortPart(ray, /-([A-Z]{3})$/) ?? '' }
}

/** Whether the response came from Cloudflare's cache, without a request to the origin. */
export function fromCache(exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'completed' && sentFromCache(exchange.head.headers)
}

/** The states of `cf-cache-status` in which Cloudflare serves a copy without a request to the origin. */
const COPIES: ReadonlySet<string> = new Set(['HIT', 'STALE', 'UPDATING'])

export function sentFromCache(headers: Head['headers']): boolean {
  return COPIES.has(cacheStatus(headers))
}

/** The states of `cf-cache-status`: https://developers.cloudflare.com/cache/concepts/cache-responses/ */
const CACHE_STATES = [
  ...(['HIT', 'STALE', 'UPDATING', 'MISS', 'EXPIRED', 'REVALIDATED', 'BYPASS', 'DYNAMIC'] as const),
  ...(['', 'NONE', 'UNKNOWN', 'NONE/UNKNOWN'] as const),
]
export type CacheState = (typeof CACHE_STATES)[number]

/** The state in `cf-cache-status`; empty without the header, `other` if it is not known. */
export function cacheStatus(headers: Head['headers']): CacheState | 'other' {
  return read(headers['cf-cache-status'], (text) => {
    const state = text.toUpperCase()
    return CACHE_STATES.find((known) => known === state) ?? 'other'
  })
}

/** The cache state of a copy, and its age: `HIT, 86 s old`. */
export function copyOf(exchange: Exchange | undefined): string | undefined {
  if (exchange?.kind !== 'completed' || !fromCache(exchange)) return
  const { headers } = exchange.head
  const state = cacheStatus(headers)
  const seconds = read(headers['age'], (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined))
  return seconds === undefined ? state : `${state}, ${roughDuration(seconds * 1000)} old`
}

/** The data center, if `/cdn-cgi/trace` returned what only Cloudflare returns. */
export function traceOf(exchange: Exchange | undefined): { readonly colo: string } | undefined {
  if (exchange?.kind !== 'completed' || exchange.head.status !== 200) return
  const { text } = exchange.body
  if (!matches(text, /^fl=/m) || !matches(text, /^visit_scheme=/m)) return
  return { colo: shortPart(text, /^colo=([A-Z]{3})$/m) ?? '' }
}

/** Whether a response is a block page. It has the title of the challenges before 2023, but another text. */
export function blockedBy(exchange: Exchange | undefined): boolean {
  if (!throughCloudflare(exchange) || exchange.head.status !== 403) return false
  const { text } = exchange.body
  return contains(text, 'id="cf-error-details"') && contains(text, 'data-translate="block_headline"')
}

/**
 * Where a response shows that it is a challenge, which only a browser passes. Cloudflare documents the header; before
 * 2023 there was only the page. Healthy pages also contain challenge-platform scripts.
 */
export function challengeIn(exchange: Exchange | undefined): 'header' | 'page' | undefined {
  if (!throughCloudflare(exchange)) return
  const { head, body } = exchange
  // A Worker or an application may pass one on with 200.
  if (head.status === 200 && contains(body.text, '_cf_chl_opt'))
    return matches(body.text, CHALLENGE_TITLE) ? 'page' : undefined
  // Otherwise the header comes from an application that passes on another site's response.
  if (head.status !== 403 && head.status !== 503) return
  if (isAnyOf(head.headers['cf-mitigated'], 'challenge')) return 'header'
  if (blockedBy(exchange)) return
  return matches(body.text, CHALLENGE_TITLE) ? 'page' : undefined
}

const CHALLENGE_TITLE = /<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/
