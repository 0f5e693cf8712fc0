import type { Context, Script } from 'node:vm'
import { sentByCloudflare } from '../../cloudflare/response.ts'
import type { Expected, ExpectedHeader } from '../../domain/config.ts'
import type { CompletedExchange, Content, Exchange, Presence } from '../../domain/exchange.ts'
import { rawTextOf } from '../../domain/untrusted.ts'
import { once } from '../cache.ts'
import type { Expectations } from '../types.ts'
import { hasInAnyNotation, isAscii, mayBeGarbled, notationsOf } from './notations.ts'
import { asSentByOrigin, withHttpsLinks } from './rewritten.ts'

/** Bytes of a body to search for expected text. Pages often put their build id at the very end. */
export const SEARCH_LIMIT = 1024 * 1024

/** Milliseconds for one match. Either the text or the pattern may cause catastrophic backtracking. */
const MATCH_TIMEOUT = 200

/** Attempts, because on an overloaded machine even a fast match can run out of time. */
const MAX_ATTEMPTS = 5

/** Adds whether the response has the expected content. A redirect that was not followed is not checked. */
export function withContent(exchange: Exchange, expectations: Expectations): Exchange {
  const { expectedBody, expectedHeader } = expectations
  if (exchange.kind !== 'completed' || exchange.redirectChain?.end !== undefined) return exchange
  const content: Content = {
    ...(expectedBody !== undefined && { body: bodyPresence(exchange, expectedBody) }),
    ...(expectedHeader !== undefined && {
      header: headerPresence(exchange, expectedHeader),
    }),
  }
  return expectedBody === undefined && expectedHeader === undefined ? exchange : { ...exchange, content }
}

function bodyPresence({ head, body }: CompletedExchange, expected: Expected): Presence {
  const { complete, coding, encoding } = body
  const text = rawTextOf(body.text)
  const found = presence(expected, text, includes)
  if (found !== 'missing') return found
  const contentType = headerOf({ head }, 'content-type') ?? ''
  const elsewhere = inOtherNotation(expected, text, contentType)
  if (elsewhere !== 'missing') return elsewhere
  if (sentByCloudflare(head.headers) && isInOriginal(expected, text, contentType)) return 'found'
  const isRead = complete && coding !== 'unchecked' && encoding !== 'unknown'
  return isRead && !isUnclear(expected, body, contentType) ? 'missing' : 'unread'
}

function inOtherNotation(expected: Expected, text: string, contentType: string): Presence {
  if (expected.kind === 'text')
    return hasInAnyNotation(text, contentType, expected.text) ? 'found' : 'missing'
  // One pattern that takes too long is enough.
  for (const each of notationsOf(text, contentType)) {
    const found = presence(expected, each, includes)
    if (found !== 'missing') return found
  }
  return 'missing'
}

/** Letters that aren't ASCII may be there in an encoding that the response doesn't declare. */
function isUnclear(
  expected: Expected,
  { text, encoding }: CompletedExchange['body'],
  contentType: string,
): boolean {
  const wanted = expected.kind === 'text' ? expected.text : expected.source
  if (encoding === 'guessed') return !isAscii(wanted) || /\\[pu]/i.test(wanted)
  return expected.kind === 'text' && mayBeGarbled(rawTextOf(text), contentType, wanted)
}

function includes(body: string, expectedText: string): boolean {
  return body.includes(expectedText)
}

/** The expected text is in what the origin sent, and Cloudflare changed it in transit. */
function isInOriginal(expected: Expected, page: string, contentType: string): boolean {
  const originals = asSentByOrigin(page)
  const isFoundIn = (original: string): boolean =>
    presence(expected, original, includes) === 'found' ||
    inOtherNotation(expected, original, contentType) === 'found'
  if (originals.some(isFoundIn)) return true
  if (expected.kind !== 'text' || !expected.text.includes('http://')) return false
  const secured = withHttpsLinks(expected.text)
  return [page, ...originals].some((original) => withHttpsLinks(original).includes(secured))
}

function headerOf(
  { head: { headers, setCookie } }: Pick<CompletedExchange, 'head'>,
  name: string,
): string | undefined {
  if (name === 'set-cookie') return setCookie?.map(rawTextOf).join(', ')
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined
  return value && rawTextOf(value)
}

/** Cloudflare makes the ETag of a response that it compresses or changes weak, so ETags are compared weakly. */
function headerPresence(exchange: CompletedExchange, { name, value }: ExpectedHeader): Presence {
  const header = headerOf(exchange, name)
  const found = presence(value, header, isHeaderValue)
  if (name !== 'etag' || header === undefined || found !== 'missing') return found
  const expected = value.kind === 'text' ? { ...value, text: withoutWeakness(value.text) } : value
  return presence(expected, withoutWeakness(header), isHeaderValue)
}

function withoutWeakness(etag: string): string {
  return etag.trim().replace(/^W\//i, '')
}

function presence(
  expected: Expected,
  text: string | undefined,
  has: (text: string, expectedText: string) => boolean,
): Presence {
  if (text === undefined) return 'missing'
  if (expected.kind === 'regex') return match(expected.source, expected.flags, text)
  return has(text, expected.text) ? 'found' : 'missing'
}

/** Matches the whole value, or one item of a list: `no-store` is in `no-store, max-age=0`. */
function isHeaderValue(header: string, expected: string): boolean {
  return header.trim() === expected || header.split(',').some((item) => item.trim() === expected)
}

/**
 * Patterns run in a VM context, because only there a timeout can stop them. Creating one takes milliseconds, so all
 * share it.
 */
const SANDBOX = once((): { readonly context: Context; readonly match: Script } => {
  const { createContext, Script } = process.getBuiltinModule('node:vm')
  return {
    context: createContext(Object.create(null)),
    match: new Script('new RegExp(source, flags).test(text)'),
  }
})

/** Creates the context before probes start, if the site expects a pattern. */
export function prepareMatching({ expectedBody, expectedHeader }: Expectations): void {
  if (expectedBody?.kind === 'regex' || expectedHeader?.value.kind === 'regex') SANDBOX.start()
}

function match(source: string, flags: string, text: string): Presence {
  const { context: sandbox, match: script } = SANDBOX.start()
  Object.assign(sandbox, { source, flags, text })
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const start = process.threadCpuUsage().user
      const found = matchOnce(sandbox, script)
      if (found !== undefined) return found ? 'found' : 'missing'
      const used = (process.threadCpuUsage().user - start) / 1000
      if (used > MATCH_TIMEOUT / 2) break
    }
    return 'undecided'
  } finally {
    Object.assign(sandbox, { text: '' })
  }
}

/** Undefined when the match exceeds its time, or the engine's memory for it. */
function matchOnce(sandbox: Context, script: Script): boolean | undefined {
  try {
    return script.runInContext(sandbox, { timeout: MATCH_TIMEOUT }) === true
  } catch {
    return undefined
  }
}
