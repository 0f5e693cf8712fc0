/** Pages whose bytes are not those of a text, after everything that `Content-Encoding` names is decoded. */
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../src/diagnosis/judge.ts'
import type { Coding, Exchange } from '../../../src/domain/exchange.ts'
import { bodyText } from '../../../src/probe/http/body-text.ts'
import { edgeResponse, evidenceWith, response } from '../../support/evidence.ts'
import { healthy, resultOf } from '../../support/judgments.ts'
import { evidenceAsRecorded } from '../../support/recorded.ts'

const HTML = Buffer.from(
  `<!DOCTYPE html><html><head><title>Shop</title></head><body><h1>Shop</h1>${Array.from({ length: 200 }, (_, i) => `<p>Drill no. ${i * i * 7919}</p>`).join('')}</body></html>`,
)
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const NOISE = brotliCompressSync(HTML)

const resultFor = (body: Uint8Array, type: string, path = '/', coding: Coding = 'none'): unknown => {
  const { text, encoding } = bodyText(body, type)
  const sent = (exchange: Exchange): Exchange =>
    exchange.kind === 'completed'
      ? { ...exchange, body: { ...exchange.body, coding, ...(encoding !== undefined && { encoding }) } }
      : exchange
  const headers = { 'content-type': type }
  const evidence = evidenceWith({
    edge: sent(edgeResponse(200, text.slice(0, 8192), headers)),
    origin: sent(response(200, text.slice(0, 8192), headers)),
    request: { url: `https://www.shop.example${path}` },
  })
  expect(resultOf(judge(evidenceAsRecorded(evidence)))).toEqual(resultOf(judge(evidence)))
  return resultOf(judge(evidence))
}
const broken = { verdict: 'unhealthy', cause: 'origin-not-deployed', confidence: 'likely' }

const COMPRESSED: readonly (readonly [string, Buffer])[] = [
  ['gzip', gzipSync(HTML)],
  ['gzip, twice', gzipSync(gzipSync(HTML))],
  ['gzip, with a name', bytes([0x1f, 0x8b, 8, 8, 1, 2, 3, 4, 0, 3], 'index.html\0', [...NOISE])],
  ['zstd', zstdCompressSync(HTML)],
  ['bzip2', bytes('BZh91AY&SY', [...NOISE])],
  ['xz', bytes([0xfd], '7zXZ\0', [...NOISE])],
]
const BINARY: readonly (readonly [string, Buffer])[] = [
  ['brotli', NOISE],
  ['a short page in brotli', brotliCompressSync(HTML.subarray(0, 600))],
  ['zip', bytes('PK\x03\x04', [...NOISE])],
  ['PNG', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR')],
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0x10], 'JFIF\0', [...NOISE])],
  ['GIF', bytes('GIF89a', [...NOISE])],
  ['PDF', bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n')],
  ['WebP', bytes('RIFF', [1, 2, 0, 0], 'WEBPVP8L', [...NOISE])],
  ['a program', bytes('\x7fELF\x02\x01\x01\0', [...NOISE])],
  ['nothing but zeros', Buffer.alloc(4096)],
]

describe('compressed data is not blamed on an origin that was not seen to send it', () => {
  const data = { head: gzipSync(HTML).toString('latin1'), type: { 'content-type': 'text/html' } }
  const edge = edgeResponse(200, data.head, data.type)
  const direct = response(200, data.head, data.type)
  test.each([
    [{ edge, origin: direct }, 'the origin serves', 'Visitors get it too.'],
    [{ edge }, 'visitors get', 'Visitors get data that is still compressed.'],
    [
      { edge, origin: response(200, HTML.toString(), data.type) },
      'visitors get',
      'or a Worker changes the response',
    ],
  ])('%#', (evidence, who, because) => {
    const [lead] = judge(evidenceWith(evidence)).findings
    expect(lead?.match.title).toBe(`${who} data that is still compressed, not a page`)
    expect(lead?.match.because).toContain(because)
  })
})

describe('bytes that are sent as a page are not one', () => {
  test.each([...COMPRESSED, ...BINARY])('%s', (_, body) => {
    for (const charset of [
      '',
      '; charset=utf-8',
      '; charset=iso-8859-1',
      '; charset=windows-1251',
      '; charset=gbk',
    ])
      expect([charset, resultFor(body, `text/html${charset}`)]).toMatchObject([charset, broken])
  })

  test.each(['shift_jis', 'big5', 'koi8-r', 'euc-jp', 'unknown'])('gzip in %s', (charset) => {
    expect(resultFor(gzipSync(HTML), `text/html; charset=${charset}`)).toMatchObject(broken)
  })

  test.each(['application/json', 'application/ld+json', 'text/xml', 'application/javascript', 'text/css'])(
    'gzip as %s',
    (type) => {
      expect(resultFor(gzipSync(HTML), type)).toMatchObject(broken)
    },
  )

  test.each(['text/plain', 'application/gzip', 'application/octet-stream', 'image/png'])(
    'but not %s',
    (type) => {
      for (const [, body] of [...COMPRESSED, ...BINARY]) expect(resultFor(body, type)).toEqual(healthy)
    },
  )

  test.each(['/shop.tar.gz', '/logo.png', '/dump.sql.gz'])('but not at %s', (path) => {
    for (const [, body] of [...COMPRESSED, ...BINARY])
      expect(resultFor(body, 'text/html', path)).toEqual(healthy)
  })

  test.each([404, 500, 503])('nor with status %i, which says more', (status) => {
    const { text } = bodyText(gzipSync(HTML))
    for (const body of [text, '<h1>Shop</h1>']) {
      const headers = { 'content-type': 'text/html' }
      const both = { edge: edgeResponse(status, body, headers), origin: response(status, body, headers) }
      expect(resultOf(judge(evidenceWith(both))).cause).not.toBe('origin-not-deployed')
    }
  })

  test('nor if a coding of it could not be decoded', () => {
    expect(resultFor(gzipSync(HTML), 'text/html', '/', 'unchecked')).toEqual(healthy)
  })
})

test.each([
  ['a page', HTML],
  ['a page in UTF-16', Buffer.from(`\ufeff${HTML.toString()}`, 'utf16le')],
  ['a page in UTF-16 without a mark', Buffer.from(HTML.toString(), 'utf16le')],
  ['a page in Latin-1', Buffer.from('<h1>Müller &amp; Söhne</h1><p>Über uns</p>', 'latin1')],
  [
    'a page in Shift_JIS',
    bytes('<title>', [0x83, 0x56, 0x83, 0x87, 0x83, 0x62, 0x83, 0x76], '</title><h1>A</h1>'),
  ],
  ['a page with stray control characters', bytes('<p>a\x02b\x03c\x04d\x05e\x06</p>')],
  ['text with colors of a terminal', bytes('\x1b[1mOK\x1b[0m \x1b[32mall\x1b[0m \x1b[31mgood\x1b[0m')],
  ['a text that begins as an archive', bytes('PK is short for Phil Katz. <b>BZh</b>')],
  ['a text in brackets', Buffer.from('(日/月) <b>A</b>')],
  ['a text about PDF', bytes('%PDF is how such a file begins.')],
  ['a short text', bytes('OK\0')],
])('not %s', (_, body) => {
  expect(resultFor(body, 'text/html')).toEqual(healthy)
})
