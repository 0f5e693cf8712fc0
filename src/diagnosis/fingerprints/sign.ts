import type { CompletedExchange } from '../../domain/exchange.ts'
import { matches, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { MAX_SHOWN, shownTextOf } from './shown-text.ts'
import { isWholePage } from './whole-page.ts'

/** What identifies a page. All parts that are present must match. */
export interface Sign {
  /** Any of these statuses. */
  readonly status?: readonly number[]
  /** Patterns of header values, by name in lower case. */
  readonly headers?: Readonly<Record<string, RegExp>>
  /** A pattern of one `Set-Cookie` header. */
  readonly cookie?: RegExp
  /** A pattern of the URL that the last redirect points to. */
  readonly redirectedTo?: RegExp
  /** A pattern of the trimmed title. */
  readonly title?: RegExp
  /**
   * A pattern of the body, or several that must all match. Of a success, the first 8 KiB are kept; of an error, 64 KiB.
   * One pattern with a long gap would be slow on hostile pages.
   */
  readonly body?: RegExp | readonly RegExp[]
  /** A pattern of what a browser shows, in one line. It never matches a page of more than 8 KiB. */
  readonly text?: RegExp
  /** The most bytes that the body may have. Pages of a site that merely contain the same script are longer. */
  readonly atMost?: number
  /** The real page has links, pictures, or scripts of its own. So with a success, a part of its markup must match. */
  readonly branded?: true
  /** The real page has a form, or files of the host. */
  readonly interactive?: true
  /** It may be in a page of the site, which it breaks. */
  readonly inside?: true
}

export function hasSign(response: CompletedExchange, sign: Sign): boolean {
  const { head, body, redirectChain } = response
  const { status, headers = {}, cookie, redirectedTo, title, atMost = Infinity } = sign
  const target = redirectChain?.next ?? redirectChain?.redirects.at(-1)?.to ?? head.headers['location']
  return (
    (status === undefined || status.includes(head.status)) &&
    body.bytes <= atMost &&
    Object.entries(headers).every(([name, pattern]) => matches(head.headers[name], pattern)) &&
    (cookie === undefined || head.setCookie?.some((each) => matches(each, cookie)) === true) &&
    (redirectedTo === undefined || matches(target, redirectedTo)) &&
    (title === undefined || matches(titleOf(response), title)) &&
    [sign.body ?? []].flat().every((pattern) => matches(body.text, pattern)) &&
    (sign.text === undefined || (body.bytes <= MAX_SHOWN && matches(shownTextOf(response), sign.text))) &&
    (head.status < 200 || head.status > 299 || isWholePage(response, sign))
  )
}

/** Titles of responses that are in memory, because each is compared with many signs. */
const titles = new WeakMap<CompletedExchange, Untrusted>()

/** The text of the title element; empty without one. */
function titleOf(response: CompletedExchange): Untrusted {
  const known = titles.get(response)
  if (known !== undefined) return known
  const title = read(response.body.text, (text) =>
    untrusted((/<title[^>]{0,100}>([^<]{0,300})<\/title>/i.exec(text)?.[1] ?? '').trim()),
  )
  titles.set(response, title)
  return title
}
