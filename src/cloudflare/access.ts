import type { Exchange } from '../domain/exchange.ts'
import { contains, matches, readUrl, type Untrusted } from '../domain/untrusted.ts'
import { madeAtEdge } from './response.ts'

/** Whether a URL is a Cloudflare Access login page. False for text that is not an absolute URL. */
export function isAccessLogin(url: Untrusted | undefined): boolean {
  return readUrl(url, ({ hostname }) => hostname.endsWith('.cloudflareaccess.com')) === true
}

/** The statuses with which Access rejects a request instead of redirecting it to the login page. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403])

/**
 * Whether a response may be Access's refusal: 401 for a token that can't authenticate, 403 for one that no policy
 * includes. Organizations created since 2026-10-05 always respond so, others if no policy of the application allows a
 * login (https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/, under
 * "Enforce strict service token authentication"; commit 130392c of the docs).
 */
export function mayBeAccessRefusal(exchange: Exchange | undefined): boolean {
  return madeAtEdge(exchange) && REFUSALS.has(exchange.head.status)
}

/** Access's error page, and the same as JSON: `{"message":"Forbidden. …","status_code":403,"aud":"…","ray_id":"…"}`. */
const PAGE = /<title>[^<]{0,100}Cloudflare Access<\/title>/
const JSON_PAGE = /"aud"\s*:\s*"[\da-f]{64}"/

/**
 * Whether the refusal shows that it is from Access: by the challenge, by the headers that name the application, or by
 * its page. None of these is documented; public code recognizes it by them.
 */
export function isAccessRefusal(exchange: Exchange | undefined): boolean {
  if (!madeAtEdge(exchange) || !REFUSALS.has(exchange.head.status)) return false
  const { headers } = exchange.head
  if (matches(headers['www-authenticate'], /^cloudflare-access\b/i)) return true
  if (headers['cf-access-domain'] !== undefined || headers['cf-access-aud'] !== undefined) return true
  const { text } = exchange.body
  return matches(text, PAGE) || (matches(text, JSON_PAGE) && contains(text, '"ray_id"'))
}
