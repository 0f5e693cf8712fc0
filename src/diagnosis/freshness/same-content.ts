import type { CheckRequest } from '../../domain/evidence.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { isEmpty, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** Whether two servers serve the same site. `unclear`: they share a part, or nothing shows what they serve. */
export type Likeness = 'same' | 'different' | 'unclear'

/** Shares of common words, from 0 to 1. Two releases of a site share most of their markup, two sites little. */
const SAME = 0.6
const DIFFERENT = 0.3

/**
 * Compares two good responses: by what the workflow expects in both, by their ETags, else by title and words. Pages
 * contain numbers that change with each request, so words with digits don't count.
 */
export function likenessOf(
  one: Exchange | undefined,
  other: Exchange | undefined,
  method: CheckRequest['method'] = 'GET',
): Likeness {
  if (one?.kind !== 'completed' || other?.kind !== 'completed') return 'unclear'
  if (hasExpected(one) && hasExpected(other)) return 'same'
  const [tag, otherTag] = [etagOf(one), etagOf(other)]
  if (!isEmpty(tag) && tag === otherTag) return 'same'
  const [target, otherTarget] = [redirectTarget(one), redirectTarget(other)]
  if (!isEmpty(target) && !isEmpty(otherTarget)) return target === otherTarget ? 'same' : 'different'
  const [text, otherText] = [one.body.text, other.body.text]
  if (text === otherText && !isEmpty(text)) return 'same'
  if (isEmpty(text) && isEmpty(otherText)) return isSameHead(one, other, method) ? 'same' : 'unclear'
  if (isEmpty(text) || isEmpty(otherText)) return 'different'
  const share = read(text, (one) => read(otherText, (other) => commonShare(wordsIn(one), wordsIn(other))))
  const [title, otherTitle] = [titleOf(text), titleOf(otherText)]
  if (share >= SAME || (!isEmpty(title) && title === otherTitle && share >= DIFFERENT)) return 'same'
  return share < DIFFERENT ? 'different' : 'unclear'
}

function hasExpected({ content }: CompletedExchange): boolean {
  const { body, header } = content ?? {}
  const results = [body, header].filter((presence) => presence !== undefined)
  return results.length > 0 && results.every((presence) => presence === 'found')
}

/** Two responses without a body. A response to HEAD shows only by its length that it could be the same. */
function isSameHead(
  one: CompletedExchange,
  other: CompletedExchange,
  method: CheckRequest['method'],
): boolean {
  if (one.body.bytes + other.body.bytes > 0 || one.head.status !== other.head.status) return false
  const names = ['content-type', 'content-length'] as const
  if (!names.every((name) => valueOf(one, name) === valueOf(other, name))) return false
  return method === 'GET' || one.head.status === 204 || !isEmpty(valueOf(one, 'content-length'))
}

function valueOf({ head }: CompletedExchange, name: string): Untrusted {
  return read(head.headers[name], (value) => untrusted(value.trim().toLowerCase()))
}

/** The host and path to which a response redirects; empty if it doesn't. Queries differ with each request. */
function redirectTarget({ head }: CompletedExchange): Untrusted {
  if (head.status < 300 || head.status > 399) return untrusted('')
  return read(head.headers['location'], (location) => {
    const url = location === '' ? null : URL.parse(location, 'https://own.invalid/')
    return untrusted(url === null ? '' : `${url.host}${url.pathname}`)
  })
}

function etagOf({ head }: CompletedExchange): Untrusted {
  return read(head.headers['etag'], (tag) => untrusted(tag.trim().replace(/^W\//i, '')))
}

function titleOf(page: Untrusted): Untrusted {
  return read(page, (text) => untrusted(/<title[^<>]{0,200}>([^<]{0,300})/i.exec(text)?.[1]?.trim() ?? ''))
}

/** Words of a page, and the names in its markup. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_-]{2,}/gu) ?? []
  return new Set(words.filter((word) => !/\d/.test(word) && !EVERYWHERE.has(word)))
}

/** Words of nearly every page. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  'doctype html head title meta charset utf-8 body link script div span lang en name content href src rel stylesheet class id type viewport width device-width initial-scale text css javascript http https www com the and to of in is'.split(
    ' ',
  ),
)

function commonShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - common
  return all === 0 ? 1 : common / all
}
