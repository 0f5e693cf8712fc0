/** Successes that deserve a warning: what leaves https, file lists, pages without content, answers to no question. */
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../src/diagnosis/judge.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { edgeResponse, evidenceWith, response } from '../../support/evidence.ts'
import { healthy, resultOf } from '../../support/judgments.ts'
import { evidenceAsRecorded } from '../../support/recorded.ts'
import { afterRedirects } from '../../support/redirects.ts'

const HOME = 'https://www.shop.example/'
const HTML = { 'content-type': 'text/html' } as const
const page = (body: string, headers = {}): Exchange => edgeResponse(200, body, { ...HTML, ...headers })
const refresh = (attributes: string): string =>
  `<!doctype html><title>Shop</title><meta ${attributes}><h1>Shop</h1>`

describe('https that ends at http is a warning', () => {
  test.each<[string, Exchange]>([
    ['a redirect', afterRedirects(page('Shop'), 'origin', HOME, 'http://www.shop.example/a')],
    ['the last of several', afterRedirects(page('Shop'), 'origin', HOME, `${HOME}a`, 'http://shop.example/')],
    ['the header Refresh', page('Shop', { refresh: '0; url=http://www.shop.example/a' })],
    ['the header Refresh, quoted', page('Shop', { refresh: '0;URL="http://www.shop.example/a"' })],
    [
      'a refresh of the page',
      page(refresh('http-equiv="refresh" content="0; url=http://www.shop.example/"')),
    ],
    ['in another order', page(refresh(`CONTENT='0;URL="HTTP://www.shop.example/"' HTTP-EQUIV=Refresh`))],
    ['without quotes and `url=`', page(refresh('http-equiv=refresh content=5,http://www.shop.example/'))],
  ])('%s', (_, edge) => {
    const evidence = evidenceWith({ edge, origin: response(200, 'Shop', HTML) })
    expect(resultOf(judge(evidence)).warnings).toEqual(['unexpected-status'])
    expect(resultOf(judge(evidenceAsRecorded(evidence)))).toEqual(resultOf(judge(evidence)))
  })

  test("the redirect of a page's script", () => {
    const edge = edgeResponse(302, '', { location: 'http://www.shop.example/a.js' })
    const assets = [{ kind: 'script', url: untrusted(`${HOME}a.js`), edge }] as const
    const evidence = evidenceWith({
      edge: page('Shop'),
      origin: response(200, 'Shop', HTML),
      followUps: { assets },
    })
    expect(resultOf(judge(evidence))).toEqual(healthy.withWarning('unexpected-status'))
  })

  test('and back is a note', () => {
    const edge = afterRedirects(page('Shop'), 'origin', HOME, 'http://www.shop.example/', `${HOME}a`)
    const evidence = evidenceWith({ edge, origin: response(200, 'Shop', HTML) })
    expect(resultOf(judge(evidence))).toEqual(healthy.withNote('unexpected-status'))
  })

  test.each([
    ['a refresh of the page itself', page(refresh('http-equiv="refresh" content="30"'))],
    ['a refresh to https', page(refresh('http-equiv="refresh" content="0; url=https://shop.example/"'))],
    [
      'a refresh without scripts',
      page(`<noscript>${refresh('http-equiv=refresh content="0;url=http://a/"')}</noscript>`),
    ],
    [
      'a refresh in a comment',
      page(`<!-- ${refresh('http-equiv=refresh content="0;url=http://a/"')} -->Shop`),
    ],
    ['a quoted refresh', page('Shop &lt;meta http-equiv="refresh" content="0; url=http://a/">')],
    ['another meta element', page('<meta name="x" content="0; url=http://a/">Shop')],
  ])('but not %s', (_, edge) => {
    expect(resultOf(judge(evidenceWith({ edge, origin: response(200, 'Shop', HTML) })))).toEqual(healthy)
  })
})

describe('a list of files or an empty page is a warning', () => {
  test.each([
    [
      'nginx',
      '<html>\r\n<head><title>Index of /</title></head>\r\n<body>\r\n<h1>Index of /</h1><hr><pre><a href="../">../</a>',
    ],
    [
      'Apache',
      '<html>\n <head>\n  <title>Index of /</title>\n </head>\n <body>\n<h1>Index of /</h1>\n<ul><li><a href="a.txt"> a.txt</a></li>\n</ul>',
    ],
    [
      'lighttpd',
      '<!DOCTYPE html>\n<html>\n<head>\n<title>Index of /</title>\n</head>\n<body>\n<h2>Index of /</h2>\n<div class="list">',
    ],
    [
      'LiteSpeed',
      '<title>Index of /</title>\n<body>\n<div id="table-list"><table id="table-content"><thead>',
    ],
    [
      'Caddy',
      `<!DOCTYPE html>\n<html>\n<head>\n<title>srv</title><style>${'a{margin:0}'.repeat(500)}</style></head>\n\t<body onload="initPage()">\n\t\t<header>\n\t\t\t<div class="wrapper">\n\t\t\t\t<div class="breadcrumbs">Folder Path</div>`,
    ],
    [
      'Python',
      '<title>Directory listing for /</title>\n</head>\n<body>\n<h1>Directory listing for /</h1>\n<hr>',
    ],
    [
      'IIS',
      '<html><head><title>www.shop.example - /</title></head><body><H1>www.shop.example - /</H1><hr>\r\n\r\n<pre>',
    ],
    ['Go', '<pre>\n<a href="a.txt">a.txt</a>\n</pre>\n'],
    ['nothing', ''],
    ['white space that is not shown', '<html><body>&nbsp;&#8203;\u200b\ufeff</body></html>'],
  ])('%s', (_, body) => {
    const evidence = evidenceWith({ edge: page(body), origin: response(200, body, HTML) })
    expect(resultOf(judge(evidence))).toEqual(healthy.withWarning('origin-not-deployed'))
  })

  test.each([
    [
      'an article',
      '<title>Index of /wiki topics</title><body><nav></nav><h1>Index of /wiki topics</h1><a href="../">up</a>',
    ],
    [
      'text in a shadow root',
      '<html><body><x-a><template shadowrootmode="open"><h1>Hello</h1></template></x-a></body></html>',
    ],
    [
      'a picture of a style',
      '<html><head><style>body{background:url(/a.jpg)}</style></head><body></body></html>',
    ],
    ['a style sheet', '<html><head><link rel="stylesheet" href="/a.css"></head><body><p></p></body></html>'],
  ])('but not %s', (_, body) => {
    const evidence = evidenceWith({ edge: page(body), origin: response(200, body, HTML) })
    expect(resultOf(judge(evidence))).toEqual(healthy)
  })
})

const shop = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>Shop</title>${head}</head><body>${body}<h1>Shop</h1></body></html>`
const searched = (exchange: Exchange, content: object): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, content } : exchange
const resultWith = (edge: Exchange, origin: Exchange, request = {}, content = {}): unknown => {
  const evidence = evidenceWith({ edge: searched(edge, content), origin: searched(origin, content), request })
  expect(resultOf(judge(evidenceAsRecorded(evidence)))).toEqual(resultOf(judge(evidence)))
  return resultOf(judge(evidence))
}

describe('a page with one tag of a script is a warning', () => {
  test.each([
    shop('<?php include_once("analyticstracking.php") ?>'),
    // Extras that the page is complete without.
    ...'ga.php ga4.php inc/ga_code.php /google.php gtag.php gtm-body.php fb-pixel.php matomo.php piwik.inc stat.php stats.php webstats.php counter.php hitcounter.php count.php hit.php ad.php ads_top.php adsense.php tracking.php cookie-banner.php consent.php analytics/index.php advert.php'
      .split(' ')
      .map((file) => shop(`<?php include_once("${file}") ?>`)),
    shop("<?php @include $_SERVER['DOCUMENT_ROOT'] . '/ga.php'; // It doesn't include the page ?>"),
    shop('<?php require GA_CODE; ?>'),
    shop('<?php include "ga.php"; include "ads.php"; ?>'),
    `<!DOCTYPE html>\n<?php include("counter.php"); ?>\n${shop('').slice('<!DOCTYPE html>'.length)}`,
    // After the content.
    shop('<p>Welcome</p>').replace('</body>', '<?php include "footer.php"; ?></body>'),
    shop('<p>Welcome</p>').replace('</body>', '</body><?php include "footer.php"; ?>'),
    `${shop('<p>Welcome</p>')}<?php include "end.php"; ?>`,
    // Links, and code that nothing escaped.
    shop(`<p>Share</p>${['$x', '$fb', '$mail'].map((to) => `<a href="<?= ${to} ?>">S</a>`).join('')}`),
    ...['class="code"', 'id=example-1', 'class="box highlight"', "class='language-php'"].map((attribute) =>
      shop(`<h2>PHP</h2>${`<div ${attribute}><div></div><?php echo "a"; ?></div>`.repeat(3)}`),
    ),
    shop('<div class="example"><h2><?= $a ?></h2><h2><?= $b ?></h2><h2><?= $c ?></h2></div>'),
    shop('', '<?php wp_head(); ?>'),
    shop('', '<link rel="icon" href="<%= BASE_URL %>favicon.ico">'),
    shop('<p>Welcome</p><p><?= $text ?></p>'),
    shop('<p>Welcome</p><a href="<?php echo $url; ?>">More</a>'),
    shop('{% include "header.html" %}'),
    shop('<h2><?= $heading ?></h2><p><?= htmlspecialchars($text) ?></p>'),
  ])('%s', (body) => {
    const both = [page(body), response(200, body, HTML)] as const
    expect(resultWith(...both)).toEqual(healthy.withWarning('origin-not-deployed'))
    const expectedBody = { kind: 'text', text: 'Shop' } as const
    expect(resultWith(...both, { expectedBody }, { body: 'found' })).toEqual(healthy)
  })

  test.each([
    shop('<p>Write <?= $text ?> in templates.</p>'),
    shop('<pre><?php echo 1; ?></pre><code><?= $a ?></code>'),
    shop('<p>{% include "a" %}</p><p><%= text %></p>'),
    shop('<script>const a = "<?= 1 ?>"</script><!-- <?php ?> -->'),
    '<?xml version="1.0"?><!DOCTYPE html><html><head><title>Shop</title></head><body>Shop</body></html>',
  ])('but not in its text: %s', (body) => {
    expect(resultWith(page(body), response(200, body, HTML))).toEqual(healthy)
  })
})

describe('a page of a type that browsers do not show as a page is a warning', () => {
  const body = shop('')
  const sent = (type: string, headers = {}): [Exchange, Exchange] => [
    edgeResponse(200, body, { 'content-type': type, ...headers }),
    response(200, body, { 'content-type': type, ...headers }),
  ]
  test.each([
    'application/octet-stream',
    'binary/octet-stream',
    'text/plain; charset=utf-8',
    'plain/text',
    'application/json',
    'text/htm',
    'text/css',
    'application/x-httpd-php',
    'text/html, text/plain',
  ])('%s', (type) => {
    expect(resultWith(...sent(type))).toEqual(healthy.withWarning('origin-not-deployed'))
    const expectedBody = { kind: 'text', text: 'Shop' } as const
    expect(resultWith(...sent(type), { expectedBody }, { body: 'found' })).toEqual(
      healthy.withWarning('origin-not-deployed'),
    )
  })

  test.each([
    'text/html',
    'TEXT/HTML;charset=utf-8',
    'application/xhtml+xml',
    'text/xml',
    '',
    'html',
    'unknown/unknown',
  ])('but not %s', (type) => {
    expect(resultWith(...sent(type))).toEqual(healthy)
  })

  test.each(['/page.txt', '/docs/page.html.md', '/page.json?raw=1'])('but not a file: %s', (path) => {
    const request = { url: `https://www.shop.example${path}`, checkAssets: false }
    expect(resultWith(...sent('text/plain'), request)).toEqual(healthy)
  })

  test.each(['/index.html', '/index.php', '/v1.2', '/about'])('but a page: %s', (path) => {
    const request = { url: `https://www.shop.example${path}` }
    expect(resultWith(...sent('text/plain'), request)).toEqual(healthy.withWarning('origin-not-deployed'))
  })

  test('nor a download, text without a document, or an expected type', () => {
    expect(resultWith(...sent('text/plain', { 'content-disposition': 'attachment; filename=a' }))).toEqual(
      healthy,
    )
    const plain = { 'content-type': 'text/plain' }
    expect(resultWith(edgeResponse(200, 'OK', plain), response(200, 'OK', plain))).toEqual(healthy)
    const expectedHeader = { name: 'content-type', value: { kind: 'text', text: 'text/plain' } } as const
    expect(resultWith(...sent('text/plain'), { expectedHeader }, { header: 'found' })).toEqual(healthy)
  })
})

const articleOn = (title: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>${title} – Acme</title>${head}</head><body><nav></nav><h1>News</h1>${'<p>All our articles, newest first.</p>'.repeat(30)}</body></html>`
const canonicalLink = (url: string): string => `<link href="${url}" rel="canonical">`
const ogUrl = (url: string): string => `<meta property="og:url" content="${url}">`
const SHELL = '<!DOCTYPE html><title>Shop</title><div id="root"></div><script src="/a.js"></script>'
const resultAt = (path: string, body: string): unknown => {
  const request = { url: `https://www.shop.example${path}`, checkAssets: true } as const
  const evidence = evidenceWith({ edge: page(body), origin: response(200, body, HTML), request })
  expect(resultOf(judge(evidenceAsRecorded(evidence)))).toEqual(resultOf(judge(evidence)))
  return resultOf(judge(evidence))
}

describe('a page at a URL that ends like a file', () => {
  test.each([
    ['/tags/next.js', articleOn('Next.js')],
    ['/package/chart.js', articleOn('chart.js 4.4')],
    ['/photo/IMG_2041.jpg', articleOn('IMG_2041')],
    ['/@acme/ui.css', articleOn('@acme/ui.css')],
    ['/tags/caf%C3%A9.js', articleOn('Café.js')],
    ['/tags/vue.js', articleOn('Vue', canonicalLink('https://www.shop.example/tags/vue.js'))],
    ['/tags/vue.js', articleOn('Vue', canonicalLink('/tags/vue.js/'))],
    [
      '/tags/vue.js',
      articleOn('Vue', '<meta property="og:url" content="https://www.shop.example/tags/vue.js">'),
    ],
    ['/tags/vue.js', articleOn('Acme').replace('<h1>News', '<h1 class="a">All about <b>vue.js</b>')],
    ['/assets/app.js', articleOn('app.js')],
    ['/tags/next.js', articleOn('next.js', ogUrl('https://www.shop.example/'))],
    ['/tags/next.js', articleOn('next.js', ogUrl('https://www.shop.example'))],
    ['/tags/next.js', articleOn('next.js', canonicalLink('https://www.shop.example/tags/next-js'))],
    ['/tags/vue.js', articleOn('Vue', ogUrl('https://www.shop.example/') + canonicalLink('/tags/vue.js'))],
    ['/photo/IMG_2041.jpg', articleOn('IMG_2041.jpg', canonicalLink('/photo/2041'))],
    ['/next.js', articleOn('next.js', canonicalLink('/'))],
    [
      '/photo/IMG_2041.jpg',
      articleOn(
        'IMG_2041.jpg',
        `<style>${'a{margin:0}'.repeat(1000)}</style><script src="/a.js"></script>`,
      ).slice(0, 8192),
    ],
  ])('is right if it names the URL: %s', (path, body) => {
    expect(resultAt(path, body)).toEqual(healthy)
  })

  test.each([
    ['/tags/next.js', ''],
    ['/photo/IMG_2041.jpg', ''],
    ['/docs/config.json', ''],
    ['/media/IMG_2041.jpg', ''],
    ['/images/sunset.png', ''],
    ['/next.js', ''],
    ['/tags/next.js', canonicalLink('/tags/17')],
    ['/photo/IMG_2041.jpg', canonicalLink('https://www.shop.example/photo/2041')],
  ])('else a warning: %s %s', (path, head) => {
    const body = articleOn('All articles', head)
    expect(resultAt(path, body)).toEqual(healthy.withWarning('origin-not-deployed'))
  })

  test.each([
    ['/tags/next.js', SHELL],
    ['/photo/IMG_2041.jpg', SHELL],
    ['/tags/next.js', articleOn('Shop', canonicalLink('https://www.shop.example/'))],
    ['/assets/app.js', articleOn('Shop')],
    ['/version.json', articleOn('Shop')],
    ['/app.js', articleOn('Shop')],
    ['/tags/next.js', articleOn('Shop', ogUrl('https://www.shop.example'))],
    ['/_next/static/chunks/main-7f3c9ab2.js', articleOn('Shop')],
    ['/files/main.9f3c1d2e.css', articleOn('Shop')],
  ])('but the page for every path is not: %s', (path, body) => {
    expect(resultAt(path, body)).toMatchObject({ verdict: 'unhealthy', cause: 'origin-not-deployed' })
  })
})

test.each([205, 206, 304])(
  '%s without a condition or a range is not a success, unless it is expected',
  (status) => {
    const both = { edge: edgeResponse(status, ''), origin: response(status, '') }
    expect(resultOf(judge(evidenceWith(both)))).toMatchObject({
      verdict: 'unhealthy',
      cause: 'unexpected-status',
    })
    const request = { expectedStatus: [[status, status]] } as const
    expect(resultOf(judge(evidenceWith({ ...both, request }))).verdict).toBe('healthy')
  },
)
