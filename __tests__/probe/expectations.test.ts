import { describe, expect, test } from '@jest/globals'
import type { Expected } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { withContent } from '../../src/probe/page/expectations.ts'
import type { Expectations } from '../../src/probe/types.ts'
import { bodyCollector } from '../../src/probe/http/body.ts'
import { rawTextOf, untrusted } from '../../src/domain/untrusted.ts'
import { response, refusedConnection } from '../support/evidence.ts'
import { unfollowedRedirect } from '../support/redirects.ts'

const text = (text: string): Expected => ({ kind: 'text', text })
const regex = (source: string, flags = ''): Expected => ({ kind: 'regex', source, flags })
const contentOf = (exchange: Exchange, expected: Expectations): unknown => {
  const checked = withContent(exchange, expected)
  return checked.kind === 'completed' ? checked.content : undefined
}

const body = (page: string, changes: object = {}): Exchange => {
  const exchange = response(200, page)
  return exchange.kind === 'completed' ? { ...exchange, body: { ...exchange.body, ...changes } } : exchange
}

describe('an expected body', () => {
  test.each<[string, Exchange, Expected, string]>([
    ['is a text within the page', body('<h1>Release 7</h1>'), text('Release 7'), 'found'],
    ['is case-sensitive', body('<h1>Release 7</h1>'), text('release 7'), 'missing'],
    ['is not a pattern unless it is given as one', body('a+b'), text('a+b'), 'found'],
    ['may be a pattern', body('<h1>Release 17</h1>'), regex('release \\d+<', 'i'), 'found'],
    [
      'may be a pattern that does not match',
      body('<h1>Release x</h1>'),
      regex('release \\d+<', 'i'),
      'missing',
    ],
    ['is missing in an empty page', body(''), text('x'), 'missing'],
    ['is unread if the page was not read completely', body('abc', { complete: false }), text('x'), 'unread'],
    ['is found in what was read', body('abc', { complete: false }), text('b'), 'found'],
    ['is unread if the page cannot be decoded', body('abc', { coding: 'unchecked' }), text('x'), 'unread'],
  ])('%s', (_, exchange, expectedBody, presence) => {
    expect(contentOf(exchange, { expectedBody })).toEqual({ body: presence })
  })

  test('is undecided if the pattern takes too long on the page', () => {
    const page = body(`${'a'.repeat(60)}!`)
    expect(contentOf(page, { expectedBody: regex('^(a+)+$') })).toEqual({ body: 'undecided' })
    // The next pattern is not affected.
    expect(contentOf(page, { expectedBody: regex('a!') })).toEqual({ body: 'found' })
  })
})

describe('an expected header', () => {
  test.each<[string, Readonly<Record<string, string>>, Expected, string]>([
    ['is the whole value', { 'x-release': '2026.1' }, text('2026.1'), 'found'],
    ['is not a part of the value', { 'x-release': '2026.10' }, text('2026.1'), 'missing'],
    ['may be one item of a list', { 'x-release': 'beta, 2026.1' }, text('2026.1'), 'found'],
    ['may be a list', { 'x-release': 'beta, 2026.1' }, text('beta, 2026.1'), 'found'],
    ['may be a pattern', { 'x-release': '2026.10' }, regex('^2026\\.'), 'found'],
    ['is missing if there is no such header', {}, regex('.'), 'missing'],
  ])('%s', (_, headers, value, presence) => {
    const expectedHeader = { name: 'x-release', value }
    expect(contentOf(response(200, '', headers), { expectedHeader })).toEqual({ header: presence })
  })
})

test('an expected header may have the name of an object property', () => {
  const expectedHeader = { name: 'constructor', value: text('7') }
  expect(contentOf(response(200, '', {}), { expectedHeader })).toEqual({ header: 'missing' })
  expect(contentOf(response(200, '', { constructor: '7' }), { expectedHeader })).toEqual({ header: 'found' })
})

test('nothing is checked if nothing is expected, or without a final response', () => {
  const expected = { expectedBody: text('x') }
  const redirectedAway = unfollowedRedirect('elsewhere', 'direct', 'https://a.example/', 'https://b.example/')
  expect(withContent(response(200, 'x'), {})).not.toHaveProperty('content')
  expect(withContent(refusedConnection, expected)).toBe(refusedConnection)
  expect(withContent(redirectedAway, expected)).toBe(redirectedAway)
})

/** A response whose body arrives in parts of `size` bytes. */
async function received(bytes: Uint8Array, type: string, size = 5, limit?: number): Promise<Exchange> {
  const exchange = response(200, '', { 'content-type': type })
  if (exchange.kind !== 'completed') return exchange
  const collector = bodyCollector({ status: 200, headers: { 'content-type': untrusted(type) } }, limit)
  for (let at = 0; at < bytes.byteLength; at += size) collector.take(bytes.subarray(at, at + size))
  return { ...exchange, body: await collector.finish(true, new AbortController().signal) }
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
/** A page of Latin-1 with these bytes as its heading. */
const heading = (bytes: readonly number[], start = ''): Uint8Array =>
  Buffer.concat([latin1(`${start}<html><body><h1>`), Uint8Array.from(bytes), latin1('</h1></body></html>')])
const HTML = 'text/html'

const page = (start: string, name = 'M\u00FCller'): string => `${start}<title>x</title><h1>${name}</h1>`

describe('a page in another encoding than UTF-8', () => {
  const late = `<!--${'x'.repeat(2000)}--><meta charset=iso-8859-1>`
  test.each<[string, Uint8Array, string, string]>([
    ['is declared by the header', latin1(page('')), `${HTML}; charset=iso-8859-1`, 'M\u00FCller'],
    ['is declared in quotes', latin1(page('')), `${HTML};Charset="windows-1252"`, 'M\u00FCller'],
    [
      'is declared by the last of two headers',
      latin1(page('')),
      `${HTML}, ${HTML}; charset=latin1`,
      'M\u00FCller',
    ],
    ['is declared by a meta element', latin1(page('<meta charset="latin1">')), HTML, 'M\u00FCller'],
    [
      'is declared by an equivalent of the header',
      latin1(page('<META http-equiv=Content-Type content="text/html; charset=ISO-8859-1">')),
      HTML,
      'M\u00FCller',
    ],
    [
      'is declared by XML',
      latin1(page('<?xml version="1.0" encoding="ISO-8859-1"?>')),
      'application/xml',
      'M\u00FCller',
    ],
    ['is declared late', latin1(page(late)), HTML, 'M\u00FCller'],
    [
      'is declared by an unknown header and the page',
      latin1(page('<meta charset=latin1>')),
      `${HTML}; charset=x`,
      'M\u00FCller',
    ],
    ['is not declared and Western', latin1(page('')), HTML, 'M\u00FCller'],
    [
      'has quotes of windows-1252',
      heading([0x93, 0x41, 0x94]),
      `${HTML}; charset=iso-8859-1`,
      '\u201CA\u201D',
    ],
    ['is Shift_JIS', heading([0x93, 0xfa, 0x96, 0x7b]), `${HTML}; charset=Shift_JIS`, '\u65E5\u672C'],
    ['is EUC-JP', heading([0xc6, 0xfc, 0xcb, 0xdc], '<meta charset=euc-jp>'), HTML, '\u65E5\u672C'],
    [
      'is ISO-2022-JP',
      heading([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      `${HTML};charset=iso-2022-jp`,
      '\u65E5\u672C',
    ],
    ['is GBK', heading([0xd6, 0xd0, 0xce, 0xc4]), `${HTML}; charset=gb2312`, '\u4E2D\u6587'],
    ['is Big5', heading([0xa4, 0xa4, 0xa4, 0xe5]), `${HTML}; charset=big5`, '\u4E2D\u6587'],
    ['is EUC-KR', heading([0xc7, 0xd1]), `${HTML}; charset=ks_c_5601-1987`, '\uD55C'],
    ['is windows-1251', heading([0xcf, 0xf0, 0xe8]), `${HTML}; charset=cp1251`, '\u041F\u0440\u0438'],
    ['is KOI8-R', heading([0xf0, 0xd2, 0xc9]), `${HTML}; charset=KOI8-R`, '\u041F\u0440\u0438'],
    ['is UTF-16 with a mark', utf16(`\uFEFF${page('')}`), `${HTML}; charset=utf-16`, 'M\u00FCller'],
    ['is UTF-16 in network order with a mark', utf16be(`\uFEFF${page('')}`), HTML, 'M\u00FCller'],
    ['is UTF-16 without a mark', utf16(page('')), `${HTML}; charset=utf-16le`, 'M\u00FCller'],
    ['is UTF-16 and undeclared', utf16be(page('')), HTML, 'M\u00FCller'],
    ['declares UTF-16 and is not', Buffer.from(page('<meta charset=utf-16>')), HTML, 'M\u00FCller'],
    [
      'declares Latin-1 and is UTF-8',
      Buffer.from(page('<meta charset=latin1>')),
      `${HTML}; charset=latin1`,
      'M\u00FCller',
    ],
    [
      'declares GBK and is UTF-8',
      Buffer.from(page('', '\u4E2D\u6587'.repeat(5))),
      `${HTML}; charset=gbk`,
      '\u4E2D\u6587',
    ],
    ['has a mark of UTF-8', Buffer.from(`\uFEFF${page('')}`), `${HTML}; charset=latin1`, 'M\u00FCller'],
    ['is plain text', latin1('M\u00FCller'), 'text/plain; charset=latin1', 'M\u00FCller'],
  ])('%s: the expected text is found', async (_, bytes, type, expected) => {
    const exchange = await received(bytes, type)
    expect(contentOf(exchange, { expectedBody: text(expected) })).toEqual({ body: 'found' })
    expect(contentOf(exchange, { expectedBody: regex(expected) })).toEqual({ body: 'found' })
    expect(contentOf(exchange, { expectedBody: text('Release 7') })).toEqual({ body: 'missing' })
  })

  test.each<[string, Uint8Array, string, string, string]>([
    ['of an unknown name', latin1(page('')), `${HTML}; charset=klingon`, 'M\u00FCller', 'unread'],
    ['of an unknown name, in ASCII', latin1(page('')), `${HTML}; charset=utf-7`, 'Release 7', 'unread'],
    [
      'of an unknown name, and UTF-8',
      Buffer.from('<p>build 41</p>'),
      `${HTML}; charset=utf8mb4`,
      'build 42',
      'missing',
    ],
    [
      'of an unknown name, that is found',
      latin1(page('')),
      `${HTML}; charset=utf8mb4`,
      '<title>x</title>',
      'found',
    ],
    ['that is not declared', heading([0xcf, 0xf0, 0xe8]), HTML, '\u041F\u0440\u0438', 'unread'],
    ['that is not declared, in ASCII', heading([0xcf, 0xf0, 0xe8]), HTML, 'Release 7', 'missing'],
    ['that is declared wrongly', latin1(page('')), `${HTML}; charset=utf-8`, 'M\u00FCller', 'unread'],
    [
      'that is declared wrongly, of other text',
      latin1(page('')),
      `${HTML}; charset=utf-8`,
      'M\u00FCnchen',
      'missing',
    ],
    ['of a reference with a rare name', latin1(page('', 'a &nvrArr; b')), HTML, 'a \u2903 b', 'unread'],
    ['that is right', Buffer.from(page('', 'M\u00F6ller')), HTML, 'M\u00FCller', 'missing'],
    ['that is cut within a letter', Buffer.from(page('')).subarray(0, -11), HTML, 'M\u00F6ller', 'missing'],
  ])('%s is never a certain failure', async (_, bytes, type, expected, presence) => {
    const exchange = await received(bytes, type)
    expect(contentOf(exchange, { expectedBody: text(expected) })).toEqual({ body: presence })
  })

  test('is read the same however it arrives, and never fails on what it is not', async () => {
    const samples = [utf16(`\uFEFF${page('')}`), latin1(page(late)), heading([0x93, 0xfa, 0x96, 0x7b])]
    for (const type of [
      'utf-16',
      'shift_jis',
      'iso-2022-jp',
      'gb18030',
      'x-user-defined',
      'replacement',
      '',
      '"',
    ])
      for (const bytes of samples) {
        const [whole, parts] = await Promise.all(
          [bytes.byteLength, 1].map((size) => received(bytes, `${HTML}; charset=${type}`, size)),
        )
        expect(parts).toEqual(whole)
      }
  })

  test('has a letter at the end of what is kept', async () => {
    const exchange = await received(Buffer.from('abc\u65E5'), `${HTML}; charset=latin1`, 1, 5)
    expect(exchange.kind === 'completed' && rawTextOf(exchange.body.text).slice(0, 3)).toBe('abc')
  })
})

describe('an expected body in another notation', () => {
  test.each<[string, string, string, string, string]>([
    ['composed letters', HTML, 'Mu\u0308ller', 'M\u00FCller', 'found'],
    ['separate accents', HTML, 'M\u00FCller', 'Mu\u0308ller', 'found'],
    [
      'names of letters',
      HTML,
      'Tom &amp; J&eacute;r&ocirc;me &copy',
      'Tom & J\u00E9r\u00F4me \u00A9',
      'found',
    ],
    ['numbers of letters', HTML, 'M&#252;ller &#x2013; &#150; &#38;', 'M\u00FCller \u2013 \u2013 &', 'found'],
    ['text that is expected as it was written', HTML, 'Tom & Jerry', 'Tom &amp; Jerry', 'found'],
    ['names in other types', 'text/plain', 'Tom &amp; Jerry', 'Tom & Jerry', 'missing'],
    [
      'tags and lines between words',
      HTML,
      '<h1>Welcome\n  <b>to</b><br>the&nbsp;sh&shy;op</h1>',
      'Welcome to the shop',
      'found',
    ],
    ['cells of a table', HTML, '<td>1</td><td>2</td>', '12', 'missing'],
    ['a comment between words', HTML, 'Welcome <!-- nav -->to', 'Welcome to', 'found'],
    ['escapes in JSON', 'application/json', '{"name": "M\\u00fcller", "to": "\\/a"}', 'M\u00FCller', 'found'],
    [
      'slashes in JSON',
      'application/json',
      '{"to":"https:\\/\\/a.example\\/"}',
      'https://a.example/',
      'found',
    ],
    ['blanks in JSON', 'application/json', '{ "status" : "ok",\n "n": 1 }', '{"status":"ok","n":', 'found'],
    ['blanks in other types', 'text/plain', '"status" : "ok"', '"status":"ok"', 'missing'],
    ['another text', HTML, 'Tom &amp; Jenny', 'Tom & Jerry', 'missing'],
  ])('%s', (_, type, page, expected, presence) => {
    const exchange = response(200, page, { 'content-type': type })
    expect(contentOf(exchange, { expectedBody: text(expected) })).toEqual({ body: presence })
  })

  test('is found wherever it is in a long page', () => {
    for (const before of [32_760, 32_764, 32_767, 32_768]) {
      const page = response(200, `${'a'.repeat(before)}&eacute;t&eacute;`, { 'content-type': HTML })
      expect(contentOf(page, { expectedBody: text('\u00E9t\u00E9') })).toEqual({ body: 'found' })
    }
  })

  test('is searched in linear time', () => {
    const parts = [
      '&#',
      '<a',
      '<!--',
      ' ',
      '\\u00',
      '\uFFFD\u00FC',
      '&amp',
      '<b>',
      '\u00AD',
      'e\u0301',
      '{ ',
      '<meta ',
    ]
    for (const part of parts) {
      const exchange = response(200, part.repeat(100_000), { 'content-type': `${HTML}; charset=x` })
      expect(contentOf(exchange, { expectedBody: text('M\u00FCller & x') })).toBeDefined()
    }
  })
})
