import { describe, expect, test } from '@jest/globals'
import { isReplaced, shownStandIn } from '../../../src/diagnosis/facts/pages/stand-in.ts'
import { hasSign } from '../../../src/diagnosis/fingerprints/sign.ts'
import { shownText } from '../../../src/diagnosis/fingerprints/shown-text.ts'
import { STAND_INS } from '../../../src/diagnosis/fingerprints/stand-ins/index.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import { endingOf } from '../../../src/probe/http/ending.ts'
import { beginning } from '../../../src/domain/untrusted.ts'
import { REQUEST, response } from '../../support/evidence.ts'
import { asRecorded } from '../../support/recorded.ts'
import { application, FULL_PAGES, LEFT_TITLES } from './start-pages.ts'
import { ERROR_PAGES, ORDINARY_PAGES, type ErrorPage } from './samples.ts'

/** The page as the probe keeps it. */
const kept = ({ body, headers = { 'content-type': 'text/html' } }: ErrorPage): Exchange => {
  const made = response(200, body, headers)
  if (made.kind !== 'completed') return made
  const bytes = Buffer.byteLength(body)
  const ending = endingOf(Buffer.from(body).subarray(-8192), headers['content-type'] ?? '')
  const text = beginning(made.body.text, 8192)
  return { ...made, body: { ...made.body, bytes, text, ...(ending !== undefined && { ending }) } }
}

const requested = { request: REQUEST } as const
const named = (pages: readonly ErrorPage[]): (readonly [string, ErrorPage])[] =>
  pages.map((page, index) => [`${index} ${page.by}`, page])
const titleOf = (body: string): string => /<title>([^<]*)/i.exec(body)?.[1]?.trim() ?? ''
const escaped = (body: string): string => body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Pages of a site that quote an error page. */
const quotesOf = ({ body }: ErrorPage): readonly string[] => [
  `<title>How we fixed it</title><h1>How we fixed it</h1><p>It returned:</p><pre>${escaped(body)}</pre>`,
  `<title>How we fixed it</title><p>${escaped(shownText(body))}</p><p>Then we restarted it.</p>`,
  `<title>What “${titleOf(body)}” means</title><h1>${titleOf(body)}</h1><p>${escaped(shownText(body))}</p>`,
  `<h1>Our blog</h1><p>${escaped(shownText(body))}</p>`,
]

describe('an error page with status 200 is recognized', () => {
  test.each(named(ERROR_PAGES))('%s', (_, page) => {
    expect(shownStandIn(kept(page))?.kind).toBe('failed')
    expect(shownStandIn(asRecorded(kept(page)))).toBe(shownStandIn(kept(page)))
  })

  test.each(named(ERROR_PAGES))('%s, but not an article that quotes it', (_, page) => {
    for (const body of quotesOf(page))
      expect([isReplaced(requested, kept({ by: '', body })), body]).toEqual([false, body])
    const inside = page.body.replace(/^.*<body[^>]*>|<title>.*?<\/title>|<\/body>.*$/gis, '')
    // At the end, it is how the page ended.
    if (page.alike === true || endingOf(Buffer.from(inside), '') !== undefined) return
    const body = `<title>How we fixed it</title><h1>How we fixed it</h1>${inside}`
    expect([isReplaced(requested, kept({ by: '', body })), body]).toEqual([false, body])
  })

  test('never against a matching expected-body', () => {
    const expecting = { request: { ...REQUEST, expectedBody: { kind: 'text', text: 'x' } } } as const
    for (const page of ERROR_PAGES) {
      const found = { ...kept(page), content: { body: 'found' } } as const
      expect(isReplaced(expecting, found)).toBe(false)
    }
  })

  test('every sign of an error page has a sample', () => {
    const unseen = STAND_INS.filter(({ kind }) => kind === 'failed').flatMap(({ page, signs }) =>
      signs.flatMap((sign, index) =>
        ERROR_PAGES.map(kept).some((seen) => seen.kind === 'completed' && hasSign(seen, sign))
          ? []
          : [`${page}, sign ${index}`],
      ),
    )
    expect(unseen).toEqual([])
  })
})

describe('a start or parking page of the real size is recognized', () => {
  const pages = FULL_PAGES.map(([by, body]): ErrorPage => ({ by, body }))
  test.each(named(pages))('%s', (_, page) => {
    expect(shownStandIn(kept(page))?.page).toContain(page.by)
    expect(shownStandIn(asRecorded(kept(page)))).toBe(shownStandIn(kept(page)))
  })

  test.each(named(pages))('%s, but not an article that quotes it', (_, page) => {
    for (const body of quotesOf(page))
      expect([isReplaced(requested, kept({ by: '', body })), body]).toEqual([false, body])
  })

  test.each(LEFT_TITLES)('but not an application that kept the title %s', (title) => {
    for (const rest of [0, 2000, 20_000]) {
      expect(isReplaced(requested, kept({ by: '', body: application(title, rest) }))).toBe(false)
    }
    const body = `<title>${title}</title><meta http-equiv="refresh" content="0; url=/shop/">`
    expect(isReplaced(requested, kept({ by: '', body }))).toBe(false)
  })
})

test.each([
  ['What does “Parked on Porkbun” mean?', 'https://porkbun.com/'],
  ['Premium domain names for sale', 'https://www.afternic.com/forsale/shop.example'],
  ['Our name is for sale', 'https://dan.com/buy-domain/shop.example'],
  ['What “is for sale | HugeDomains” means', 'https://www.hugedomains.com/'],
  ['How to install CyberPanel', 'https://cyberpanel.net/'],
  ['LiteSpeed in ten minutes', 'https://www.litespeedtech.com/'],
  ['Deploy to Elastic Beanstalk', 'https://aws.amazon.com/'],
])('not a page about one: %s', (title, link) => {
  const text = `<h1>${title}</h1><p>See <a href="${link}">the site</a>. LiteSpeed is successfully installed. Your first AWS Elastic Beanstalk Node.js Application is now running.</p>`
  for (const rest of [0, 9000, 30_000]) {
    const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${text}${'<p>More of it.</p>'.repeat(rest / 16)}</body></html>`
    expect(isReplaced(requested, kept({ by: '', body }))).toBe(false)
  }
})

test.each(named(ORDINARY_PAGES))('not %s', (_, page) => {
  expect(isReplaced(requested, kept(page))).toBe(false)
})
