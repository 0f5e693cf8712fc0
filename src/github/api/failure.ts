import { errorCode } from '../../shared/errors.ts'
import { member, textIn } from '../../shared/json.ts'
import { UnexpectedAnswer } from './client.ts'

/**
 * Why GitHub did not do what we asked:
 * - `lost` no usable answer, so it may have been done: the connection broke, a 5xx, a body cut off;
 * - `rate-limited` too many requests; the rest are the status codes of the same name.
 */
export type FailureKind =
  | 'lost'
  | 'rate-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'unprocessable'
  | 'other'

export interface Failure {
  readonly kind: FailureKind
  /** Undefined when no answer came. */
  readonly status: number | undefined
  /** GitHub's own words or the error's code, on one line, bounded, without a full stop. */
  readonly said: string
  /** Milliseconds that GitHub asks to wait before the next request; undefined when it asks for nothing. */
  readonly pause?: number | undefined
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UnexpectedAnswer) return { kind: 'lost', status: undefined, said: error.message }
  const answer = member(error, 'response')
  const status = member(answer, 'status')
  // Octokit gives the status 500 to a connection that broke, and no answer with it.
  if (typeof status !== 'number') return connectionFailureOf(error)
  const said = oneLine(textIn(answer, 'data', 'message') ?? '')
  const headers = member(answer, 'headers')
  return { kind: kindOf(status, said, headers), status, said, pause: pauseIn(headers) }
}

/** Lets a failure pass that leaves open whether GitHub did what we asked, and throws every other. For a `catch`. */
export function unlessLost(error: unknown): undefined {
  const { kind } = failureOf(error)
  if (kind !== 'lost' && kind !== 'rate-limited') throw error
}

/** Lets a refusal pass, and throws what may be answered when asked again. For a `catch`. */
export function unlessRefused(error: unknown): undefined {
  const { kind } = failureOf(error)
  if (kind === 'lost' || kind === 'rate-limited') throw error
}

function connectionFailureOf(error: unknown): Failure {
  for (let cause = error, depth = 0; depth < 5; cause = member(cause, 'cause'), depth++) {
    const code = errorCode(cause)
    if (code !== undefined) return { kind: 'lost', status: undefined, said: oneLine(code) }
  }
  // Octokit marks what it sent with a status. Any other error is ours, and sending again would not mend it.
  const sent = member(error, 'status') !== undefined
  return {
    kind: sent ? 'lost' : 'other',
    status: undefined,
    said: oneLine(Error.isError(error) ? error.message : ''),
  }
}

function kindOf(status: number, said: string, headers: unknown): FailureKind {
  if (status >= 500) return 'lost'
  if (status === 429) return 'rate-limited'
  if (status === 403) {
    const spent =
      member(headers, 'x-ratelimit-remaining') === '0' || member(headers, 'retry-after') !== undefined
    return spent || /rate limit/i.test(said) ? 'rate-limited' : 'forbidden'
  }
  if (status === 401) return 'unauthorized'
  if (status === 404 || status === 410) return 'not-found'
  return status === 422 ? 'unprocessable' : 'other'
}

/**
 * `retry-after` has seconds. A used-up limit names the second at which it is filled again, by GitHub's clock.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function pauseIn(headers: unknown): number | undefined {
  const seconds = numberIn(headers, 'retry-after')
  if (seconds !== undefined) return seconds * 1000
  if (member(headers, 'x-ratelimit-remaining') !== '0') return undefined
  const reset = numberIn(headers, 'x-ratelimit-reset')
  if (reset === undefined) return undefined
  const now = Date.parse(textIn(headers, 'date') ?? '')
  return Math.max(0, reset * 1000 - (Number.isNaN(now) ? Date.now() : now))
}

function numberIn(headers: unknown, name: string): number | undefined {
  const text = textIn(headers, name) ?? ''
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

function oneLine(text: string): string {
  const line = text.slice(0, 300).replaceAll(/\p{Cc}+/gu, ' ')
  return line.trim().replace(/\.$/, '')
}
