import type { Exchange } from '../../src/domain/exchange.ts'
import { challenge, edgeResponse, failedExchange, nginxError, response } from '../support/evidence.ts'

const ENTITIES =
  'nbsp #160 #8203 zwnj shy #xa0 lt gt amp quot #34 apos #39 #039 #x27 lsquo rsquo #8217 ndash #8211 AMP unknown #9'
    .split(' ')
    .map((name) => `a&${name};b`)

/** Pieces of pages. */
export const HTML: readonly string[] = [
  ...ENTITIES,
  ...'title style script noscript template textarea'
    .split(' ')
    .flatMap((tag) => [
      `a<${tag}>hidden</${tag}>b`,
      `a<${tag.toUpperCase()} x="1">hidden</${tag} >b`,
      `a<${tag}>hidden`,
      `a<${tag}x>b`,
    ]),
  ...'a b big code em font i ins small span strong tt u p div h1 br'
    .split(' ')
    .flatMap((tag) => [`x<${tag}>y</${tag}>z`, `x<${tag} class="c">y`]),
  'a<!-- hidden -->b',
  'a<!-- hidden',
  'a < b > c',
  'a<1>b',
  'a<?php b ?>c',
  'a</>b',
  'a\u{200b}b\u{ad}c',
  '  a \n\t b  ',
  'it\u{2019}s \u{2018}quoted\u{2018}',
  '<meta http-equiv="refresh" content="0; url=http://a.example/">',
  '<META HTTP-EQUIV=refresh CONTENT=0;URL=http://a.example/>',
  "<meta content='5, http://a.example/' http-equiv='Refresh'>",
  '<meta http-equiv = "refresh" content = "0; url = http://a.example/">',
  '<meta http-equiv="refresh" content="0; url=https://a.example/">',
  '<meta http-equiv="x-refresh" content="0; url=http://a.example/">',
  '<meta http-equiv="refresh"><meta content="0; url=http://a.example/">',
  '<noscript><meta http-equiv="refresh" content="0; url=http://a.example/"></noscript>',
  '<!-- <meta http-equiv="refresh" content="0; url=http://a.example/"> -->',
  '<metadata http-equiv="refresh" content="0; url=http://a.example/">',
]

export const REDIRECT_TARGETS: readonly string[] = [
  'https://www.shop.example/en',
  'http://www.shop.example/en',
  'HTTP://www.shop.example/en',
  'https://10.0.0.5/',
  'https://[fd00::1]/',
  'https://1.2.3.4.example/',
  'https://localhost/',
  'https://shop.internal/',
  'https://printer.local/',
  'https://team.cloudflareaccess.com/cdn-cgi/access/login',
  'ftp://files.example/',
  'nothing',
]

const script = 'console.log(1)'
const typed = (type: string, body = script, headers: Readonly<Record<string, string>> = {}): Exchange =>
  edgeResponse(200, body, { ...(type !== '' && { 'content-type': type }), ...headers })
const nosniff = { 'x-content-type-options': 'nosniff' }
const TYPES =
  'text/javascript application/javascript application/x-javascript text/ecmascript text/jscript text/livescript application/json text/css text/plain text/html image/png audio/ogg video/mp4 text/csv application/wasm application/octet-stream'.split(
    ' ',
  )

/** What visitors may get for a file. */
export const ASSET_RESPONSES: Readonly<Record<string, Exchange>> = {
  ...Object.fromEntries(
    ['', ...TYPES].flatMap((type) => [
      [`type ${type}`, typed(type)],
      [`type ${type}, nosniff`, typed(type, script, nosniff)],
    ]),
  ),
  ...Object.fromEntries(
    [200, 201, 204, 299, 300, 304, 400, 403, 404, 410, 429, 499, 500, 503].map((status) => [
      `status ${status}`,
      edgeResponse(status, script, { 'content-type': 'text/javascript' }),
    ]),
  ),
  'nosniff with spaces': typed('text/plain', script, { 'x-content-type-options': ' NoSniff ' }),
  'not nosniff': typed('text/plain', script, { 'x-content-type-options': 'nosniffing' }),
  'a parameter': typed('text/javascript; charset=utf-8'),
  'an empty file': typed('text/plain', '', nosniff),
  'a page': typed('text/html', '<!DOCTYPE html><html><body>Shop</body></html>'),
  'a page as a script': typed('text/javascript', '<!DOCTYPE html><html><body>Shop</body></html>'),
  'a fragment': typed('text/html', '<div>Shop</div>'),
  'a comment': typed('text/html', '<!-- a -->'),
  'a copy of a 404': edgeResponse(404, 'no', { 'cf-cache-status': 'HIT' }),
  'a challenge': challenge('header'),
  'a failure': failedExchange('connect', 'refused'),
  'nginx 502': nginxError(502),
  ...Object.fromEntries(
    [
      '/',
      '/index.html',
      '/404',
      '/404.html',
      '/login',
      '/en',
      'https://cdn.example/',
      'http://www.shop.example/a.js',
      ' http://www.shop.example/a.js',
      'HTTP://www.shop.example/',
    ].flatMap((location) =>
      [302, 399].map((status) => [`${status} to ${location}`, edgeResponse(status, '', { location })]),
    ),
  ),
}

const page = (title: string, words: string, headers: Readonly<Record<string, string>> = {}): Exchange =>
  response(200, `<html lang="en"><title>${title}</title><body>${words}</body></html>`, {
    'content-type': 'text/html',
    ...headers,
  })
const WORDS = 'fresh vegetables every day from our farm near the river with love and care'

/** Two responses of one site. */
export const PAIRS: readonly (readonly [name: string, one: Exchange, other: Exchange])[] = [
  ['equal', page('Shop', WORDS), page('Shop', WORDS)],
  ['another title', page('Other', WORDS), page('Shop', WORDS)],
  ['other words', page('Shop', 'stone quarry machines spare parts catalog'), page('Shop', WORDS)],
  ['other words and title', page('Quarry', 'stone quarry machines spare parts catalog'), page('Shop', WORDS)],
  [
    'half of the words',
    page(
      'Shop',
      `${WORDS} ${WORDS.split(' ')
        .map((word) => `${word}x`)
        .join(' ')}`,
    ),
    page('Shop', WORDS),
  ],
  [
    'half of the words, another title',
    page(
      'Other',
      `${WORDS} ${WORDS.split(' ')
        .map((word) => `${word}x`)
        .join(' ')}`,
    ),
    page('Shop', WORDS),
  ],
  [
    'a third of the words',
    page('Shop', 'fresh vegetables every day stone quarry machines spare parts'),
    page('Shop', WORDS),
  ],
  ['only numbers differ', page('Shop 17', `${WORDS} 17`), page('Shop 18', `${WORDS} 18`)],
  ['a title with blanks', page(' Shop ', WORDS), page('Shop', WORDS)],
  ['no title', page('', WORDS), page('Shop', WORDS)],
  [
    'titles that differ in punctuation',
    page('Shop – 3 items', 'stone quarry machines'),
    page('SHOP: 4 items!', WORDS),
  ],
  ['one ETag', page('Other', 'stone', { etag: '"a"' }), page('Shop', WORDS, { etag: 'W/"a"' })],
  [
    'one weak ETag in another place',
    page('Other', 'stone', { etag: '"aW/"' }),
    page('Shop', WORDS, { etag: '"a"' }),
  ],
  ['two ETags', page('Other', 'stone quarry', { etag: '"a"' }), page('Shop', WORDS, { etag: '"b"' })],
  ['empty ETags', page('Other', 'stone quarry', { etag: '' }), page('Shop', WORDS, { etag: '' })],
  ['another type', response(200, '{"ok":1}', { 'content-type': 'application/json' }), page('Shop', WORDS)],
  ['no type', response(200, WORDS), page('Shop', WORDS)],
  [
    'two images',
    response(200, 'a', { 'content-type': 'image/png' }),
    response(200, 'b', { 'content-type': 'image/webp' }),
  ],
  ['an empty body', response(200, ''), page('Shop', WORDS)],
  ['204', response(204, ''), page('Shop', WORDS)],
  ['two empty bodies', response(200, ''), response(200, '')],
  ['two 204', response(204, ''), response(204, '')],
  ['200 and 204', response(200, ''), response(204, '')],
  [
    'empty bodies of two types',
    response(200, '', { 'content-type': 'text/html' }),
    response(200, '', { 'content-type': 'text/plain' }),
  ],
  [
    'equal lengths',
    response(200, '', { 'content-length': '17' }),
    response(200, '', { 'content-length': ' 17 ' }),
  ],
  [
    'two lengths',
    response(200, '', { 'content-length': '17' }),
    response(200, '', { 'content-length': '18' }),
  ],
  ['two redirects', response(302, '', { location: '/a?x=1' }), response(302, '', { location: '/a?x=2' })],
  ['two targets', response(302, '', { location: '/a' }), response(302, '', { location: '/b' })],
  ['a redirect and a page', response(302, '', { location: '/a' }), page('Shop', WORDS)],
  ['a bad target', response(302, '', { location: 'http://[' }), response(302, '', { location: '/a' })],
  ['a failure', failedExchange('connect', 'refused'), page('Shop', WORDS)],
  [
    'another language',
    response(200, '<html lang="de"><title>Laden</title>', { 'content-type': 'text/html' }),
    page('Shop', WORDS),
  ],
  ['an error', nginxError(502), page('Shop', WORDS)],
]
