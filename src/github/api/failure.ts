import { matches, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { clean, cut } from '../../redact/visible.ts'
import { causesOf, errorCode } from '../../shared/errors.ts'
import { member, textIn } from '../../shared/json.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

/**
 * Why a request to GitHub failed:
 * - `lost`: no usable response (broken connection, 5xx, truncated body), so the request may have succeeded;
 * - `rate-limited`: too many requests;
 * - the rest are the status codes of the same name.
 */
export type ApiFailureKind =
  | 'lost'
  | 'rate-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'unprocessable'
  | 'other'

export interface ApiFailure {
  readonly kind: ApiFailureKind
  /** Undefined without a response. */
  readonly status: number | undefined
  /** GitHub's message, or the error's code. */
  readonly message: Untrusted
  /** A clause of ours that says why, if the connection itself did not fail. */
  readonly reason?: string | undefined
  /** The URL of a request that got no response, without its query; absent when it is unknown. */
  readonly url?: string | undefined
  /** Milliseconds to wait before the next request, if GitHub names a time. */
  readonly retryAfter?: number | undefined
}

export function classifyError(error: unknown): ApiFailure {
  const unexpected = causesOf(error).find((cause) => cause instanceof UnexpectedResponse)
  if (unexpected !== undefined)
    return { kind: 'lost', status: undefined, message: untrusted(''), reason: unexpected.message }
  const response = member(error, 'response')
  const status = member(response, 'status')
  // Octokit reports a broken connection as status 500 without a response.
  if (typeof status !== 'number') return connectionFailure(error)
  const message = untrusted(textIn(response, 'data', 'message') ?? '')
  const headers = member(response, 'headers')
  return { kind: kindOf(status, message, headers), status, message, retryAfter: retryAfterIn(headers) }
}

/** For a `catch`: undefined if the request may have succeeded. Rethrows any other error. */
export function undefinedIfLost(error: unknown): undefined {
  const { kind } = classifyError(error)
  if (kind !== 'lost' && kind !== 'rate-limited') throw error
}

/** For a `catch`: undefined if GitHub rejected the request. Rethrows an error that a retry could avoid. */
export function undefinedIfRejected(error: unknown): undefined {
  const { kind } = classifyError(error)
  if (kind === 'lost' || kind === 'rate-limited') throw error
}

function connectionFailure(error: unknown): ApiFailure {
  const code = causesOf(error)
    .map(errorCode)
    .find((each) => each !== undefined)
  if (code !== undefined)
    return { kind: 'lost', status: undefined, message: untrusted(code), url: urlIn(error) }
  // Octokit adds a status to the errors of requests that it sent. Any other error is a bug of ours: a retry won't help.
  const sent = member(error, 'status') !== undefined
  return {
    kind: sent ? 'lost' : 'other',
    status: undefined,
    message: untrusted(Error.isError(error) ? error.message : ''),
    url: urlIn(error),
  }
}

function urlIn(error: unknown): string | undefined {
  const url = URL.parse(textIn(error, 'request', 'url') ?? '')
  return url === null ? undefined : cut(clean(url.origin + url.pathname), MAX_URL)
}

function kindOf(status: number, message: Untrusted, headers: unknown): ApiFailureKind {
  if (status >= 500) return 'lost'
  if (status === 429) return 'rate-limited'
  if (status === 403) {
    const exhausted =
      member(headers, 'x-ratelimit-remaining') === '0' || member(headers, 'retry-after') !== undefined
    return exhausted || matches(message, /rate limit/i) ? 'rate-limited' : 'forbidden'
  }
  if (status === 401) return 'unauthorized'
  if (status === 404 || status === 410) return 'not-found'
  return status === 422 ? 'unprocessable' : 'other'
}

/**
 * `retry-after` is in seconds. For an exhausted rate limit, `x-ratelimit-reset` is the time of its reset, by GitHub's
 * clock.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function retryAfterIn(headers: unknown): number | undefined {
  const seconds = headerNumber(headers, 'retry-after')
  if (seconds !== undefined) return seconds * 1000
  if (member(headers, 'x-ratelimit-remaining') !== '0') return undefined
  const reset = headerNumber(headers, 'x-ratelimit-reset')
  if (reset === undefined) return undefined
  const now = Date.parse(textIn(headers, 'date') ?? '')
  return Math.max(0, reset * 1000 - (Number.isNaN(now) ? Date.now() : now))
}

function headerNumber(headers: unknown, name: string): number | undefined {
  const text = textIn(headers, name) ?? ''
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** Characters. */
const MAX_URL = 300
