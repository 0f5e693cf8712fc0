import { describe, expect, test } from '@jest/globals'
import { isReplaced } from '../../../src/diagnosis/facts/pages/stand-in.ts'
import { BOT_PROTECTIONS } from '../../../src/diagnosis/fingerprints/bot-protection/index.ts'
import { shownText } from '../../../src/diagnosis/fingerprints/shown-text.ts'
import { hasSign, type Sign } from '../../../src/diagnosis/fingerprints/sign.ts'
import { STAND_INS } from '../../../src/diagnosis/fingerprints/stand-ins/index.ts'
import type { CompletedExchange } from '../../../src/domain/exchange.ts'
import { beginning, untrusted } from '../../../src/domain/untrusted.ts'
import { REQUEST, response } from '../../support/evidence.ts'
import { exampleOf } from '../../support/example-of.ts'
import { STAND_IN_SAMPLES, WALLS, type Sample } from './product-samples.ts'
import { ERROR_PAGES } from './samples.ts'

const HTML = { 'content-type': 'text/html' } as const

/** A response with status 200, as the probe keeps it. */
function kept(body: string, headers: Readonly<Record<string, string>> = HTML): CompletedExchange {
  const made = response(200, body, headers)
  if (made.kind !== 'completed') throw new Error('The response is not complete.')
  const bytes = Buffer.byteLength(body)
  return { ...made, body: { ...made.body, bytes, text: beginning(made.body.text, 8192) } }
}

const SIGNS: readonly (readonly [name: string, sign: Sign])[] = [
  ...STAND_INS.flatMap(({ page, signs }) => signs.map((sign, at) => [`${page}, sign ${at}`, sign] as const)),
  ...BOT_PROTECTIONS.flatMap(({ name, signs }) =>
    signs.map((sign, at) => [`${name}, sign ${at}`, sign] as const),
  ),
]

/** A page that only has what a sign describes. */
function pageOf({ title, body, text }: Sign): string {
  const parts = [...[body ?? []].flat(), ...(text === undefined ? [] : [text])].map(exampleOf)
  return `${title === undefined ? '' : `<title>${exampleOf(title)}</title>`}${parts.join('\n')}`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const titleOf = (body: string): string => /<title[^>]*>([^<]*)/i.exec(body)?.[1]?.trim() ?? ''

const PARAGRAPH = '<p>Our guide explains each step, and what to look at before you call for help.</p>\n'
const article = (title: string, content: string, paragraphs: number): string =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<link rel="stylesheet" href="/a.css">\n</head>\n<body>\n<nav><a href="/">Home</a> <a href="/blog">Blog</a></nav>\n<h1>${title}</h1>\n${content}\n${PARAGRAPH.repeat(paragraphs)}</body>\n</html>\n`

/** Articles that quote a page: its source, and its words in a paragraph. The title is the page's, with the site's. */
function articlesAbout(page: string): readonly string[] {
  const words = escaped(shownText(page))
  const title = titleOf(page) === '' ? words.slice(0, 60) : titleOf(page)
  return [
    article(`${title} – Acme`, `<pre><code>${escaped(page)}</code></pre>`, 2),
    article(`${title} | Acme Blog`, `<p>It says “${words}” until you restart it.</p>`, 120),
    article(`${title} - Acme`, `<p>${words}</p><p>${escaped(page)}</p>`, 120),
    article('How we fixed it', `<p>${words}</p><blockquote>${words}</blockquote>`, 2),
    article(title === '' ? 'Acme' : title, `<p>We explain: ${words}</p>`, 2),
  ]
}

const isAlarm = (page: string): boolean => isReplaced({ request: REQUEST }, kept(page))

describe('an article that quotes a page is not one', () => {
  test.each(SIGNS)('%s', (_, sign) => {
    for (const about of articlesAbout(pageOf(sign)))
      expect([hasSign(kept(about), sign), about]).toEqual([false, about])
  })

  const samples = [
    ...ERROR_PAGES.map(({ body }) => body),
    ...[...STAND_IN_SAMPLES, ...WALLS].map(([, , body]) => body),
  ]
  test('any sample, by any sign', () => {
    for (const [at, sample] of samples.entries()) {
      const about = articlesAbout(sample)[at % 5] ?? ''
      expect([isAlarm(about), about]).toEqual([false, about])
    }
  })
})

/** What only comes with a header, a cookie or an error status has no page of its own. */
const isShown = ({ status, title, body, text, headers, cookie, redirectedTo, ending }: Sign): boolean =>
  (title ?? body ?? text) !== undefined &&
  ending === undefined &&
  headers === undefined &&
  cookie === undefined &&
  redirectedTo === undefined &&
  (status === undefined || status.includes(200))

test('every sign of a success has a sample, or its words alone are one', () => {
  const known = [
    ...ERROR_PAGES.map(({ body, headers }) => kept(body, headers)),
    ...[...STAND_IN_SAMPLES, ...WALLS].map(ofSample),
  ]
  const unseen = SIGNS.filter(
    ([, sign]) =>
      isShown(sign) && !hasSign(kept(pageOf(sign)), sign) && !known.some((page) => hasSign(page, sign)),
  )
  expect(unseen.map(([name]) => name)).toEqual([])
})

function ofSample([, , body, headers, cookie]: Sample): CompletedExchange {
  const made = kept(body, headers)
  return cookie === undefined ? made : { ...made, head: { ...made.head, setCookie: [untrusted(cookie)] } }
}
