import { MAX_SUGGESTION_LENGTH } from '../parser/parser.ts'
import { canonicalHost } from './hosts.ts'
import { isPublicHost } from './public-names.ts'

/** One or more schemes before a host, complete or not: `https://`, `https:/`, `http//`, `//`, `https://http://`. */
const SCHEMES = /^(?:https?(?::\/*|\/+)|:?\/+|\\+)+/iu

/** Whether a text starts with a scheme, complete or not. */
export function startsWithScheme(text: string): boolean {
  return SCHEMES.test(text)
}

/** The URL that a text probably contains. */
export function meantUrl(text: string): string | undefined {
  if (text.length > MAX_SUGGESTION_LENGTH) return undefined
  // Text before the first scheme is a label or Markdown: `url: https://…`, `[shop](https://…)`.
  const from = text.search(/https?:\/\//iu)
  const [first = '', ...rest] = (from > 0 && !text.includes('@') ? text.slice(from) : text).split(/\s+/u)
  // Words before an `@` are parts of credentials.
  if (rest.some((word) => word.includes('@'))) return undefined
  return urlOf(first)
}

/** The URLs in a text that has several, separated by commas, semicolons, bars or blanks. Otherwise at most one. */
export function meantUrls(text: string): readonly string[] {
  if (text.length > 10 * MAX_SUGGESTION_LENGTH || !/[\s|;,]/u.test(text) || text.includes('@')) return []
  // A comma is valid in a path. Only a scheme after it starts another URL.
  const words = text.split(/[\s|;]+|,\s+|,(?=https?:\/\/)/iu).filter((word) => word !== '' && word !== 'and')
  if (words.length < 2 || words.length > 20) return []
  const urls = words.map((word) => (/^https?:\/\/|\./iu.test(word) ? urlOf(word) : undefined))
  return urls.every((url) => url !== undefined) ? urls : []
}

function urlOf(word: string): string | undefined {
  const bare = word
    .replace(/^[<("'`[{]+/u, '')
    .replace(/[>)"'`\]},;]+$/u, '')
    .replaceAll('\\', '/')
  const [schemes = ''] = SCHEMES.exec(bare) ?? []
  // Of two schemes, the inner one belongs to the value that was put behind the other.
  const scheme =
    schemes
      .match(/https?/giu)
      ?.at(-1)
      ?.toLowerCase() ?? 'https'
  const address = bare.slice(schemes.length)
  // Two URLs without a separator.
  const second = address.search(/https?:\/\//iu)
  const rest = second > 0 && !address.slice(0, second).includes('/') ? address.slice(second) : undefined
  if (rest !== undefined) return urlOf(rest)
  const url = URL.parse(`${scheme}://${address.replaceAll(/\.{2,}/gu, '.')}`)
  if (url === null || canonicalHost(url.hostname) === undefined || !isPublicHost(url.hostname))
    return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  // Without the slash that people don't type after a bare host.
  return url.pathname === '/' && url.search === '' ? url.origin : url.href
}
