import { describe, expect, test } from '@jest/globals'
import { isReplaced, shownStandIn } from '../../../src/diagnosis/facts/pages/stand-in.ts'
import { hasSign } from '../../../src/diagnosis/fingerprints/sign.ts'
import { shownText } from '../../../src/diagnosis/fingerprints/shown-text.ts'
import { scriptSource } from '../../../src/diagnosis/fingerprints/script-source.ts'
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

/** A page of a site, with its navigation, an article, and what a page about a product has of it. */
const about = (title: string, content: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><header><nav><a href="/">Home</a></nav></header><main><article><h1>${title}</h1>${content}${'<p>Our guide explains each step with examples.</p>'.repeat(100)}</article></main></body></html>`

/** Links, pictures and buttons of a page that name another host. */
const mentions = (body: string): string =>
  [...body.matchAll(/<(?:a|img)\b[^>]{0,300}\b(?:href|src)="https?:[^>]{0,300}>/g)]
    .map(([tag]) => `<p>See ${tag}the site</a></p>`)
    .join('')

describe('a page of a site with the title of a start page, and links to the product, is not one', () => {
  const titled = FULL_PAGES.filter(([, body]) => LEFT_TITLES.includes(titleOf(body)))
  test.each(titled)('%s', (_, body) => {
    for (const content of [mentions(body), `${mentions(body)}<form action="/a"><input name="a"></form>`])
      expect(isReplaced(requested, kept({ by: '', body: about(titleOf(body), content) }))).toBe(false)
  })

  test.each([
    ['Ruby on Rails', 'See the <a href="http://rubyonrails.org/" class="ulink">site</a>.'],
    ['Ruby on Rails', 'See <a href="https://rubyonrails.org/">Rails</a>. Yay! It has a Rails version.'],
    [
      'Laravel',
      '<ul><li><a href="https://laravel.com/docs">Docs</a></li><li><a href="https://laracasts.com">Laracasts</a></li></ul>',
    ],
    [
      'Laravel',
      '<div class="links"><a href="https://laravel.com/docs">Docs</a><a href="https://laracasts.com">A</a></div>',
    ],
    ['Azure Functions', '<img src="https://functions.azureedge.net/x.png">'],
    ['Azure App Service on Linux', '<img src="https://appservice.azureedge.net/x.png">'],
    ['Azure App Service troubleshooting', '<h2>Your web app is running out of memory</h2>'],
    ['Azure App Service 101', '<h2>Your web app is running and waiting for your content: what it means</h2>'],
    ['Azure Functions guide', '<p>Your function app is running now; open it.</p>'],
    ['Azure Functions', '<h2>Your Functions 4.0 app is up and running</h2>'],
    ['Azure Functions Demo', '<h1>Your Azure Function App is up and running</h1>'],
    ['Azure Functions 4.0', '<h2>Your Functions 4.0 app is up and running, now what?</h2>'],
    ['Microsoft Azure App Service - Welcome', '<p>Your web app is running and waiting for your content</p>'],
    ['Your web app is running on Azure', '<h1>Your web app is running and waiting for your content</h1>'],
    [
      'Your Functions 4.0 app is up and running: next steps',
      '<h1>Your Functions 4.0 app is up and running</h1>',
    ],
    ['Welcome to Nuxt!', '<a href="https://nuxt.com/">Made with Nuxt</a>'],
    ['Caddy works!', '<a href="https://caddyserver.com/">Caddy</a>'],
    ['The install worked successfully! Congratulations!', '<a href="https://www.djangoproject.com/">D</a>'],
    ['Domain Default page', '<a href="https://www.plesk.com/">Plesk</a>'],
    ['Demo · Phoenix Framework', '<section class="phx-hero"><h1>Bookings</h1></section>'],
    ['Apache2 Debian Default Page', '<img src="/icons/debian.png"><div class="page_header">News</div>'],
  ])('%s, with %s', (title, content) => {
    expect(isReplaced(requested, kept({ by: '', body: about(title, content) }))).toBe(false)
  })
})

test.each([
  'Email Verification Required',
  'Email Verification Pending',
  'Suspended Domain',
  'Domain Suspended',
])("not an application's page of the title %s", (title) => {
  const form = '<form action="/v"><input name="code"><button>Send</button></form>'
  const body = `<html><head><title>${title}</title><link rel="stylesheet" href="/a.css"></head><body><h1>Verify your email</h1><p>We sent a code to your address.</p>${form}<script>track()</script></body></html>`
  expect(isReplaced(requested, kept({ by: '', body }))).toBe(false)
})

const FAQ = 'https://wordpress.org/documentation/article/faq-troubleshooting/'
const JSON_TYPE = { 'content-type': 'application/json' }
const long = '<nav></nav><p>A plain paragraph of an article.</p>'.repeat(200)
const DIED = '<!DOCTYPE html><html><body id="error-page"><p>x</p></body>'
const untitled = (body: string): string => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`
test.each<[string, ErrorPage['headers'], string]>([
  ["a health endpoint's text", { 'content-type': 'text/plain' }, 'Webserver is functioning normally'],
  ["a health endpoint's line", { 'content-type': 'text/plain' }, 'nginx is functioning normally\n'],
  ["a health endpoint's page", undefined, '<html><body>Web server is functioning normally.</body></html>'],
  ["an API's success", JSON_TYPE, '{"errorMessage":"No error","errorType":"None"}'],
  ['an article that ends with a link', undefined, untitled(`${long}<p>See <a href="${FAQ}">it</a>.</p>`)],
  ['an article that ends with only a link', undefined, untitled(`${long}<p><a href="${FAQ}">More</a></p>`)],
  ...[
    `<iframe srcdoc="${DIED}</html>"></iframe></body></html>`,
    `<iframe srcdoc="\n${DIED}"></iframe></body></html>`,
    `<iframe data-html="${DIED}"></iframe></body></html>`,
    `<iframe data-html="${DIED}</html>"></iframe>\n</body>\n</html>`,
    `<script>show('${DIED}')</script></body></html>`,
    `<script>show('${DIED}</html>')</script></body></html>`,
    `<template>${DIED}</html></template></body></html>`,
  ].map((end, index): [string, undefined, string] => [
    `an error within it, ${index}`,
    undefined,
    untitled(long) + end,
  ]),
  [
    'a page with a frame of an error',
    undefined,
    untitled(`${long}<iframe srcdoc='<!DOCTYPE html><html><body id="error-page">x</body></html>'></iframe>`),
  ],
])('not %s', (_, headers, body) => {
  expect(isReplaced(requested, kept({ by: '', body, ...(headers !== undefined && { headers }) }))).toBe(false)
})

const PHP = '<?php echo $x; ?>'
const meta = (name: string): string => `<meta ${name} content="Use ${PHP} in templates">`
test.each([
  ['a description', 'PHP tips', meta('name="description"')],
  ['a description that begins with it', 'PHP tips', `<meta name="description" content="${PHP} explained">`],
  ['a description that is only it', 'PHP tips', `<meta property="og:description" content="${PHP}">`],
  ['og:description', 'PHP tips', meta('property="og:description"')],
  ['twitter:title', 'PHP tips', meta('name="twitter:title"')],
  ['a description of an element', 'PHP tips', `<meta name="description" content='<link href="${PHP}">'>`],
  ["a feed's title", 'PHP tips', `<link rel="alternate" title="Posts on ${PHP}" href="/feed">`],
  ['a comment', 'PHP tips', `<!-- <link href="${PHP}"> -->`],
  ['the title', 'What does <?php mean?', ''],
  ['the title, with its end', `What ${PHP} does`, ''],
  ['the begin of the title', '<?php explained', ''],
  ['the begin of the title, with its end', `${PHP} explained – Acme`, ''],
  ['the begin of the title, before its site', `${PHP} – Acme`, ''],
  ['the title, which is about two', '<?= ?> and <?php ?>: what differs?', ''],
  ['the title, about another', '<%= %> – how to use it', '<link rel="icon" href="/a.ico">'],
  ['the title, about Jinja', '{% block %} in Jinja', ''],
  ['the title, about an element', `Why <html ${PHP}> matters`, ''],
])('not an article that has the tag of a script in %s', (_, title, head) => {
  expect(isReplaced(requested, kept({ by: '', body: about(title, '', head) }))).toBe(false)
})

const SOURCE = '<ul><?php foreach ($a as $b): ?><li><?= $b ?></li><?php endforeach; ?></ul>'
test.each([
  ...['pre', 'code', 'textarea', 'xmp', 'template', 'style'].map(
    (name) => `<${name} class="a">${SOURCE}</${name}>`,
  ),
  `<script type="text/x-template">${SOURCE}</script>`,
  `<!-- ${SOURCE} -->`,
  `<p>Write <?= $a ?> for short, or <?php echo $b; ?> in full, and never <? echo $c ?> alone.</p>`,
  `<p>Write</p><p><?= $a ?></p><p>in templates.</p>`,
  `<button data-copy="${SOURCE}" title="<?= $a ?>">Copy</button>`.repeat(4),
  `<input value="<?= $a ?>"><input value="<?= $b ?>"><input value="<?= $c ?>">`,
  '<p>{% include "a" %}</p><p>{% if a %}</p><p><%= b %></p><p><% c %></p>'.repeat(4),
  '<p>5 <% 6, {% and <? alone</p>',
])('not an article that has the source of a script in its text: %s', (source) => {
  expect(isReplaced(requested, kept({ by: '', body: about('Templates', source) }))).toBe(false)
})

test.each([
  ['a line for Google Analytics', '<body><?php include_once("analyticstracking.php") ?>'],
  ['a line of a theme', '<?php wp_head(); ?></head><body>'],
  ['what another build tool had', '<link rel="icon" href="<%= BASE_URL %>favicon.ico"></head><body>'],
  ['an XML declaration', '<?xml version="1.0"?></head><body>'],
])('not a static page with %s', (_, left) => {
  const body = `<!DOCTYPE html><html><head><title><%= htmlWebpackPlugin.options.title %></title>${left}<h1>Shop</h1></body></html>`
  expect(isReplaced(requested, kept({ by: '', body }))).toBe(false)
})

test('the source of a script is found in time that grows with the page', () => {
  const hostile = [
    '<a "',
    '<a {%',
    '<? ',
    '<%',
    '{%',
    '<title>',
    '<pre>',
    "<a b='<?",
    '<!--',
    '<?= ?>',
    '<a <?= ?> {% %}',
    '<?php include "ga" include ',
    '<?php include /*',
    '<p class="',
    '<p class=   class=',
  ]
  for (const part of hostile) {
    const body = `<html>${part.repeat(8192 / part.length)}`
    expect(isReplaced(requested, kept({ by: '', body }))).toBe(
      scriptSource(body.slice(0, 8192)) === 'template',
    )
  }
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
