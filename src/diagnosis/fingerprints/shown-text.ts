import type { CompletedExchange } from '../../domain/exchange.ts'
import { withoutComments } from '../../shared/html.ts'
import { read, untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** Bytes of the longest page whose text is read: an error page is short. As many characters of a success are kept. */
export const MAX_SHOWN = 8192

/** Titles and texts of responses that are in memory, because each is compared with many signs. */
const titles = new WeakMap<CompletedExchange, Untrusted>()
const texts = new WeakMap<CompletedExchange, Untrusted>()

/** The text of the title element; empty without one. */
export function titleOf(response: CompletedExchange): Untrusted {
  const known = titles.get(response)
  if (known !== undefined) return known
  const title = read(response.body.text, (text) =>
    untrusted((/<title[^>]{0,100}>([^<]{0,300})<\/title>/i.exec(text)?.[1] ?? '').trim()),
  )
  titles.set(response, title)
  return title
}

/** What a browser shows of a short page, in one line. Empty for a longer page. */
export function shownTextOf(response: CompletedExchange): Untrusted {
  const known = texts.get(response)
  if (known !== undefined) return known
  const { bytes, text } = response.body
  const shown = bytes > MAX_SHOWN ? untrusted('') : read(text, (page) => untrusted(shownText(page)))
  texts.set(response, shown)
  return shown
}

/** The text without its title, what is hidden, and tags. What is opened and never closed reaches to the end. */
export function shownText(page: string): string {
  return withoutComments(page)
    .replaceAll(
      /<(title|style|script|noscript|template)\b[^>]*(?:>|$)(?:(?!<\/\1\b)[^])*(?:<\/\1\b[^>]*>?|$)/gi,
      ' ',
    )
    .replaceAll(/<\/?(?:a|b|big|code|em|font|i|ins|small|span|strong|tt|u)\b[^>]*(?:>|$)/gi, '')
    .replaceAll(/<[a-z!/?][^>]*(?:>|$)/gi, ' ')
    .replaceAll(/&(#?\w{1,8});|[‘’]/g, (entity, name = 'rsquo') => ENTITIES.get(name.toLowerCase()) ?? entity)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['#160', ' '],
  ['#8203', ''],
  ['zwnj', ''],
  ['shy', ''],
  ['#xa0', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['#34', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['#039', "'"],
  ['#x27', "'"],
  ['lsquo', "'"],
  ['rsquo', "'"],
  ['#8217', "'"],
  ['ndash', '–'],
  ['#8211', '–'],
])
