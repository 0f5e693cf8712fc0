import type { Exchange } from '../../domain/exchange.ts'
import { listIn, member, numberIn, parseJson, textIn } from '../../shared/json.ts'

/** Why the API returned no result. Completes "…: ". */
type Why = 'token' | 'permission' | 'absent' | 'busy' | 'failed' | 'unreachable'

export type ApiResult =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly why: Why }

/**
 * The result in a response of Cloudflare's API (https://developers.cloudflare.com/fundamentals/api/reference/). Its
 * messages are dropped, because they name accounts, objects and addresses.
 */
export function apiResultOf(exchange: Exchange): ApiResult {
  if (exchange.kind !== 'completed') return refusal('unreachable')
  const { status } = exchange.head
  const body = parseJson(exchange.body.text)
  if (status === 200 && member(body, 'success') === true) return { ok: true, result: member(body, 'result') }
  if (status === 429) return refusal('busy')
  if (status >= 500 || status === 200 || body === undefined) return refusal('failed')
  const [error] = listIn(body, 'errors')
  const invalid =
    [1000, 6003].includes(numberIn(error, 'code')) || /invalid .*token/i.test(textIn(error, 'message') ?? '')
  if (invalid) return refusal('token')
  return refusal(status === 401 || status === 403 ? 'permission' : 'absent')
}

const refusal = (why: Why): ApiResult => ({ ok: false, why })

/** A sentence about what couldn't be read, and how to fix that. */
export function unreadWords(what: string, why: Why, permission: string): string {
  const because: Readonly<Record<Why, string>> = {
    token: "Cloudflare's API does not accept the token",
    permission: `the token lacks the permission "${permission}"`,
    absent: "Cloudflare's API knows nothing of it",
    busy: "Cloudflare's API takes no more requests for now (429)",
    failed: "Cloudflare's API failed",
    unreachable: "Cloudflare's API did not answer in time",
  }
  return `${what} could not be read: ${because[why]}.`
}
