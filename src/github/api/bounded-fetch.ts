import { causesOf } from '../../shared/errors.ts'
import { isWithinLimits, parseJson, textIn } from '../../shared/json.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

type Fetch = typeof globalThis.fetch

const MEBIBYTE = 1024 * 1024

/** How long a response may be, in mebibytes, by the path of the request. The first row that matches counts. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  // A hundred texts of up to 65,536 characters.
  [/\/(?:comments|pulls)$/, 32],
  [/\/(?:check-runs|deployments|statuses)$/, 8],
]
/** One comment, pull request or check run, or an error. */
const LIMIT_OF_ONE = 2
/** Values of one response. A page of 100 pull requests has less than 70,000. */
const MAX_VALUES = 150_000
/** GitHub redirects once, after a repository was renamed. */
const MAX_REDIRECTS = 3

/**
 * A `fetch` for Octokit. It reads and parses responses within limits, because Octokit's parser needs a multiple of
 * their memory and of that time. Redirects are followed only on the same host: with them go the token and the text.
 *
 * @throws {UnexpectedResponse} if a response is beyond the limits, or a redirect leaves the host
 */
export function boundedFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const response = await fetchOnHost(fetch, urlOf(input), init)
    const { status, statusText, headers, url } = response
    // That of the client: the global one would load a second client.
    const { constructor }: { readonly constructor: unknown } = response
    if (response.body === null || !isResponse(constructor)) return response
    const isList = (init?.method ?? 'GET') === 'GET' && status < 400
    const text = await readText(response.body, isList ? limitOf(url) : LIMIT_OF_ONE)
    const data = /\bjson\b/.test(headers.get('content-type') ?? '') ? dataIn(text) : text
    const read = new constructor(null, { status, statusText, headers })
    // Without this header, Octokit takes what `text` resolves to as it is.
    read.headers.delete('content-type')
    // The constructor has no parameter for the URL, and Octokit reads it.
    return Object.defineProperties(read, {
      url: { value: url },
      text: { value: () => Promise.resolve(data) },
    })
  }
}

function urlOf(input: string | URL | Request): string {
  if (typeof input === 'string') return input
  return input instanceof URL ? input.href : input.url
}

function limitOf(url: string): number {
  const path = URL.parse(url)?.pathname ?? ''
  return LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? LIMIT_OF_ONE
}

async function fetchOnHost(fetch: Fetch, start: string, init: RequestInit | undefined): Promise<Response> {
  let url = start
  for (let redirects = 0; ; redirects += 1) {
    const response = await throughProxy(fetch(url, { ...init, redirect: 'manual' }))
    const location = response.status < 300 || response.status > 399 ? null : response.headers.get('location')
    if (location === null) return response
    await response.body?.cancel()
    const target = URL.parse(location, url)
    if (target?.origin !== new URL(start).origin)
      throw new UnexpectedResponse('GitHub redirects to another host, which is not followed')
    // After the other codes, a client may change the method.
    const keepsMethod =
      (init?.method ?? 'GET') === 'GET' || response.status === 307 || response.status === 308
    if (redirects === MAX_REDIRECTS || !keepsMethod)
      throw new UnexpectedResponse(`GitHub responded with a redirect (${response.status})`)
    url = target.href
  }
}

/** Names the status of a proxy that rejects the connection. It is in the cause of a cause. */
async function throughProxy(response: Promise<Response>): Promise<Response> {
  try {
    return await response
  } catch (error) {
    const status = causesOf(error)
      .map((cause) => /^Proxy response \((\d{3})\)/.exec(textIn(cause, 'message') ?? '')?.[1])
      .find((each) => each !== undefined)
    if (status === undefined) throw error
    throw new UnexpectedResponse(
      `the proxy of HTTPS_PROXY rejected the connection to GitHub with status ${status}. Check its credentials and what it allows`,
    )
  }
}

/** Its name says nothing, because a bundle shortens names. */
function isResponse(constructor: unknown): constructor is typeof Response {
  return typeof constructor === 'function'
}

async function readText(body: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let received = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString()
    received += value.length
    chunks.push(value)
    if (received <= limit * MEBIBYTE) continue
    const error = new UnexpectedResponse(`GitHub's response is longer than ${limit} MiB`)
    await reader.cancel(error)
    throw error
  }
}

/** The text itself if it is not JSON. */
function dataIn(text: string): unknown {
  if (isWithinLimits(text, MAX_VALUES)) return parseJson(text) ?? text
  throw new UnexpectedResponse(
    `GitHub's response has more than ${MAX_VALUES.toLocaleString('en-US')} values, or is nested too deeply`,
  )
}
