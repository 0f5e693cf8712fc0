import type { Exchange } from '../../domain/exchange.ts'
import { rawTextOf } from '../../domain/untrusted.ts'
import { listIn, MAX_API_VALUES, member, numberIn, parseJson, textIn } from '../../shared/json.ts'

/** Why the API returned no result. */
type ApiFailure = 'token' | 'permission' | 'absent' | 'busy' | 'failed' | 'unreachable'

export type ApiResult =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly why: ApiFailure }

/**
 * The result in a response of Cloudflare's API (https://developers.cloudflare.com/fundamentals/api/reference/). Its
 * messages are dropped, because they name accounts, objects and addresses.
 */
export function apiResultOf(exchange: Exchange): ApiResult {
  if (exchange.kind !== 'completed') return refusal('unreachable')
  const { status } = exchange.head
  const body = parseJson(rawTextOf(exchange.body.text), MAX_API_VALUES)
  if (status === 200 && member(body, 'success') === true) return { ok: true, result: member(body, 'result') }
  if (status === 429) return refusal('busy')
  if (status >= 500 || status === 200 || body === undefined) return refusal('failed')
  const [error] = listIn(body, 'errors')
  const invalid =
    [1000, 6003].includes(numberIn(error, 'code')) || /invalid .*token/i.test(textIn(error, 'message') ?? '')
  if (invalid) return refusal('token')
  return refusal(status === 401 || status === 403 ? 'permission' : 'absent')
}

const refusal = (why: ApiFailure): ApiResult => ({ ok: false, why })

/** A sentence about what couldn't be read, and how to fix that. */
export function unreadWords(what: string, why: ApiFailure, permission: string): string {
  const because: Readonly<Record<ApiFailure, string>> = {
    token: "Cloudflare's API rejected the token",
    permission: `the token lacks the permission "${permission}"`,
    absent: "Cloudflare's API did not find it",
    busy: "Cloudflare's API rate-limited the requests (429)",
    failed: "Cloudflare's API failed",
    unreachable: "Cloudflare's API did not respond in time",
  }
  return `${what} could not be read: ${because[why]}.`
}
