import { HIDDEN } from './fields.ts'

/** Names are kept, because they show which product set a cookie. A longer one may itself be a session. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}$/

/** A `Set-Cookie` header without its value and attributes: `id=7; Path=/` → `id=***`. */
export function withoutCookie(setCookie: string): string {
  const at = setCookie.indexOf('=')
  const name = setCookie.slice(0, Math.max(at, 0)).trim()
  return at > 0 && NAME.test(name) ? `${name}=${HIDDEN}` : HIDDEN
}

/** Shorter values, and words, occur by chance. */
const MIN_VALUE = 8
const WORD = /^[a-z]{1,16}$/i

/** The values in `Set-Cookie` headers: a page may repeat the cookies that it got. */
export function cookieValues(setCookie: readonly string[]): readonly string[] {
  return setCookie
    .map((header) => /^[^;]*/.exec(header)?.[0] ?? '')
    .map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
    .flatMap((value) => [value, value.replace(/^"(.*)"$/s, '$1')])
    .filter((value) => value.length >= MIN_VALUE && !WORD.test(value))
}

/** The values of all cookies in the evidence. */
export function cookiesIn(evidence: unknown): readonly string[] {
  const found: string[] = []
  JSON.stringify(evidence, (key, value: unknown) => {
    if (key === 'setCookie' && Array.isArray(value)) found.push(...cookieValues(value.map(String)))
    return value
  })
  return found
}

/**
 * The name of a cookie header or variable and its separator, as HTTP, JSON, PHP, HTML tables and environment dumps
 * write them. Then a list in brackets, or items that `;` and `,` separate.
 */
const COOKIES =
  /(cookie[2s]?(?:\[["']?[^\]"'\s]{1,80}["']?\])?(?:["'\]\s\\]|&quot;){0,12}(?::|=>?|<\/t[dh]>\s{0,20}<t[dh][^<>]{0,80}>)\s{0,20}(?:\\|&quot;)?)([[{][^\]}]{0,4096}|(?:"[^"\r\n]{0,4096}"|[^\s;,<"])+(?:[;,]\s{0,5}(?:"[^"\r\n]{0,4096}"|[^\s;,<"])+)*)/gi

/** The value of a pair, or any other text that is long enough for a session. */
const VALUES = /=(?:"[^"()]*"|(?:(?!&(?:quot|#))[^;,"'<>\s])*)|[^\s"'{}[\]:;,=<>&\\]{8,}/g

/** Hides the cookies where a page or header repeats them: `Cookie: id=7` → `Cookie: id=***`. */
export function withoutCookies(text: string): string {
  if (!/cookie/i.test(text)) return text
  return text.replaceAll(
    COOKIES,
    (_, marker: string, items: string) =>
      marker + items.replaceAll(VALUES, (value) => (value.startsWith('=') ? `=${HIDDEN}` : HIDDEN)),
  )
}
