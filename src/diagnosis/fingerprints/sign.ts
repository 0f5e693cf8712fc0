import type { CompletedExchange } from '../../domain/exchange.ts'

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
  /** A pattern of the body, of which the first 2 KiB of a success and 64 KiB of an error are kept. */
  readonly body?: RegExp
  /** The most bytes that the body may have. Pages of a site that merely contain the same script are longer. */
  readonly atMost?: number
}

export function hasSign({ head, body, redirectChain }: CompletedExchange, sign: Sign): boolean {
  const { status, headers = {}, cookie, redirectedTo, title, atMost = Infinity } = sign
  const target = redirectChain?.next ?? redirectChain?.redirects.at(-1)?.to ?? head.headers['location'] ?? ''
  return (
    (status === undefined || status.includes(head.status)) &&
    body.bytes <= atMost &&
    Object.entries(headers).every(([name, pattern]) => pattern.test(head.headers[name] ?? '')) &&
    (cookie === undefined || head.setCookie?.some((each) => cookie.test(each)) === true) &&
    (redirectedTo === undefined || redirectedTo.test(target)) &&
    (title === undefined || title.test(titleOf(body.text))) &&
    (sign.body === undefined || sign.body.test(body.text))
  )
}

/** The text of the title element; empty without one. */
export function titleOf(html: string): string {
  return (/<title[^>]{0,100}>([^<]{0,300})<\/title>/i.exec(html)?.[1] ?? '').trim()
}
