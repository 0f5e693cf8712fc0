import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DEVIATIONS } from '../../src/domain/deviation.ts'
import { responseReader } from '../../src/probe/http/reader/response-reader.ts'
import { bytesOf, readAll, type Reading } from '../support/reading.ts'

const OK = 'HTTP/1.1 200 OK\r\n'
const LENGTH = `${OK}Content-Length: 2\r\n\r\nok`
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`

/** What is read is the same however the bytes arrive. */
function read(
  response: string,
  options: { readonly method?: string; readonly open?: boolean } = {},
): Reading {
  const whole = readAll([bytesOf(response)], options)
  const single = readAll(
    [...bytesOf(response)].map((byte) => Uint8Array.of(byte)),
    options,
  )
  expect(single).toEqual(whole)
  return whole
}

describe('a valid response is read without deviations:', () => {
  test.each<[string, string, Partial<Reading>]>([
    ['with a length', LENGTH, { status: 200, body: 'ok', state: 'complete' }],
    ['with a length in blanks', `${OK}Content-Length: \t2\t \r\n\r\nok`, { body: 'ok', state: 'complete' }],
    ['without a body', `${OK}Content-Length: 0\r\n\r\n`, { body: '', state: 'complete' }],
    ['until the connection closes', `${OK}\r\nto the end`, { body: 'to the end', state: 'complete' }],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\nok', { body: 'ok', state: 'complete' }],
    ['in chunks', `${CHUNKED}2\r\nok\r\n0\r\n\r\n`, { body: 'ok', state: 'complete' }],
    ['in chunks with upper-case sizes', `${CHUNKED}A\r\n0123456789\r\n0\r\n\r\n`, { body: '0123456789' }],
    [
      'with leading zeros in a size',
      `${CHUNKED}0002\r\nok\r\n000\r\n\r\n`,
      { body: 'ok', state: 'complete' },
    ],
    ['with chunk extensions', `${CHUNKED}2;a;b=c;d="e\\";f"\r\nok\r\n0;last\r\n\r\n`, { body: 'ok' }],
    [
      'with trailers',
      `${CHUNKED}2\r\nok\r\n0\r\nServer-Timing: a\r\n\r\n`,
      { body: 'ok', state: 'complete' },
    ],
    ['without a reason', 'HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n', { status: 200, state: 'complete' }],
    [
      'with other bytes in its reason',
      'HTTP/1.1 200 \u00e9\t!\r\nContent-Length: 0\r\n\r\n',
      { status: 200 },
    ],
    ['after 100 Continue', `HTTP/1.1 100 Continue\r\n\r\n${LENGTH}`, { status: 200, body: 'ok' }],
    [
      'after early hints',
      `HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${LENGTH}`,
      { status: 200, body: 'ok' },
    ],
    ['204', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204, state: 'complete' }],
    [
      '304 with the length of the page',
      'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n',
      { body: '' },
    ],
    ['an empty value', `${OK}A:\r\nContent-Length: 0\r\n\r\n`, { headers: { a: '', 'content-length': '0' } }],
    [
      'repeated headers',
      `${OK}A: 1\r\na:2\r\nContent-Length: 0\r\n\r\n`,
      { headers: { a: '1, 2', 'content-length': '0' } },
    ],
    ['a header named __proto__', `${OK}__proto__: 1\r\nContent-Length: 0\r\n\r\n`, { state: 'complete' }],
  ])('%s', (_, response, expected) => {
    expect(read(response)).toMatchObject({ ...expected, deviations: [] })
  })

  test('to HEAD, without a body', () => {
    expect(read(`${OK}Content-Length: 500\r\n\r\n`, { method: 'HEAD', open: true })).toMatchObject({
      state: 'complete',
      body: '',
      deviations: [],
    })
  })

  test('to CONNECT, with a tunnel after it', () => {
    const reading = read(`${OK}\r\ntunnel`, { method: 'CONNECT', open: true })
    expect(reading).toMatchObject({ state: 'complete', body: '', deviations: [] })
    expect(reading.received).toBe(OK.length + 2)
  })

  test('takes nothing that follows it', () => {
    expect(read(`${LENGTH}HTTP/1.1 404 Not Found\r\n\r\n`)).toMatchObject({
      status: 200,
      received: LENGTH.length,
    })
  })
})

/** A name, the response, what is read of it, and its deviations with their places. */
type Row = readonly [string, string, Partial<Reading>, readonly (readonly [string, number])[]]

const READ_ON: readonly Row[] = [
  ['an empty line first', `\r\n${LENGTH}`, { body: 'ok' }, [['empty-line-before-status-line', 0]]],
  ['HTTP/2.0', `HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nok`, { status: 200 }, [['http-version', 0]]],
  ['HTTP/0.9', `HTTP/0.9 200 OK\r\nContent-Length: 2\r\n\r\nok`, { status: 200 }, [['http-version', 0]]],
  [
    'HTTP/1.2',
    `HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\nok`,
    { status: 200, body: 'ok' },
    [['http-minor-version', 0]],
  ],
  [
    'HTTP/1.9 with chunks',
    `HTTP/1.9 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['http-minor-version', 0]],
  ],
  ['HTTP/1.10', `HTTP/1.10 200 OK\r\nContent-Length: 2\r\n\r\nok`, { status: 200 }, [['http-version', 0]]],
  ['lower case', `http/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`, { status: 200 }, [['http-version', 0]]],
  [
    'two blanks',
    `HTTP/1.1  200 OK\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['status-line-blanks', 0]],
  ],
  ['a tab', `HTTP/1.1 200\tOK\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['status-line-blanks', 0]]],
  [
    'no space',
    `HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['status-line-without-final-space', 0]],
  ],
  [
    'a status of 999',
    `HTTP/1.1 999 No\r\nContent-Length: 2\r\n\r\nok`,
    { status: 999 },
    [['status-code-class', 0]],
  ],
  [
    'a NUL in the reason',
    `HTTP/1.1 200 O\0K\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['control-in-reason', 0]],
  ],
  [
    'lines that end with LF',
    `HTTP/1.1 200 OK\nContent-Length: 2\n\nok`,
    { body: 'ok' },
    [['line-without-cr', 15]],
  ],
  [
    'one line that ends with LF',
    `${OK}A: b\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['line-without-cr', 21]],
  ],
  ['a CR in a line', `${OK}A: b\rc\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['bare-cr', 17]]],
  ['two CR', `${OK}A: b\r\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['bare-cr', 17]]],
  [
    'a folded line',
    `${OK}A: b\r\n\t c\r\nContent-Length: 2\r\n\r\nok`,
    { headers: { a: 'b c', 'content-length': '2' } },
    [['folded-line', 23]],
  ],
  ['a folded length', `${OK}Content-Length:\r\n 2\r\n\r\nok`, { body: 'ok' }, [['folded-line', 34]]],
  [
    'an indented first line',
    `${OK} A: b\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['blank-before-first-field', 17]],
  ],
  ['no colon', `${OK}Warning x\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['line-without-colon', 17]]],
  ['a space in a name', `${OK}X Y: b\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['field-name', 17]]],
  ['an empty name', `${OK}: b\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['field-name', 17]]],
  [
    'a blank before the colon',
    `${OK}Content-Length : 2\r\n\r\nok`,
    { body: 'ok' },
    [['blank-before-colon', 17]],
  ],
  ['a NUL in a value', `${OK}A: b\0\r\nContent-Length: 2\r\n\r\nok`, { body: 'ok' }, [['nul-in-field', 17]]],
  [
    'a control in a value',
    `${OK}A: b\x01\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['control-in-field', 17]],
  ],
  [
    'a negative length',
    `${OK}Content-Length: -2\r\n\r\nok`,
    { body: 'ok' },
    [['content-length-invalid', 17]],
  ],
  ['a signed length', `${OK}Content-Length: +2\r\n\r\nok`, { body: 'ok' }, [['content-length-invalid', 17]]],
  ['an empty length', `${OK}Content-Length:\r\n\r\nok`, { body: 'ok' }, [['content-length-invalid', 17]]],
  [
    'an endless length',
    `${OK}Content-Length: ${'9'.repeat(30)}\r\n\r\nok`,
    { body: 'ok' },
    [['content-length-invalid', 17]],
  ],
  [
    'the length twice',
    `${OK}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['content-length-repeated', 36]],
  ],
  [
    'the length twice in one line',
    `${OK}Content-Length: 2, 2\r\n\r\nok`,
    { body: 'ok' },
    [['content-length-repeated', 17]],
  ],
  [
    'two lengths',
    `${OK}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`,
    { body: 'ok' },
    [['content-length-conflict', 36]],
  ],
  [
    'a length and chunks',
    `${OK}Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['content-length-with-transfer-encoding', 17]],
  ],
  [
    'a name outside ASCII',
    `${OK}X-Caf\u00e9: a\r\nContent-Length: 2\r\n\r\nok`,
    { body: 'ok' },
    [['field-name-not-ascii', 17]],
  ],
  [
    'an invalid length and chunks',
    `${OK}Content-Length:\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [
      ['content-length-with-transfer-encoding', 17],
      ['content-length-invalid', 17],
    ],
  ],
  [
    'an unknown coding',
    `${OK}Transfer-Encoding: identity\r\n\r\nok`,
    { body: 'ok' },
    [['transfer-encoding-unknown', 17]],
  ],
  [
    'a coding before chunks',
    `${OK}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['transfer-encoding-unknown', 17]],
  ],
  [
    'chunked twice',
    `${OK}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['transfer-encoding-repeated', 17]],
  ],
  [
    'chunks in HTTP/1.0',
    `HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['transfer-encoding-in-http-1.0', 17]],
  ],
  [
    '204 with a length',
    `HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n`,
    { status: 204, state: 'complete' },
    [['framing-without-body', 25]],
  ],
  [
    'an interim response with a length',
    `HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n${LENGTH}`,
    { body: 'ok' },
    [['framing-without-body', 26]],
  ],
  ['a blank after a size', `${CHUNKED}2 \r\nok\r\n0 \r\n\r\n`, { body: 'ok' }, [['chunk-size-blanks', 47]]],
  [
    'a blank before an extension',
    `${CHUNKED}2 ;a=b\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['chunk-size-blanks', 47]],
  ],
  ['an empty extension', `${CHUNKED}2;\r\nok\r\n0\r\n\r\n`, { body: 'ok' }, [['chunk-extension', 47]]],
  [
    'an unfinished quoted string',
    `${CHUNKED}2;a="b\r\nok\r\n0\r\n\r\n`,
    { body: 'ok' },
    [['chunk-extension', 47]],
  ],
  ['chunk lines that end with LF', `${CHUNKED}2\nok\n0\n\n`, { body: 'ok' }, [['chunk-line-without-cr', 48]]],
  [
    'a length in a trailer',
    `${CHUNKED}2\r\nok\r\n0\r\nContent-Length: 2\r\n\r\n`,
    { body: 'ok' },
    [['trailer-field', 57]],
  ],
  ['a NUL in a trailer', `${CHUNKED}2\r\nok\r\n0\r\nA: \0\r\n\r\n`, { body: 'ok' }, [['nul-in-field', 57]]],
]

describe('a deviation is named with its place, and reading goes on:', () => {
  test.each(READ_ON)('%s', (_, response, expected, deviations) => {
    expect(read(response)).toMatchObject({ state: 'complete', ...expected, deviations })
  })

  test('each kind once, in the order of their places', () => {
    const response = `HTTP/1.1 200\nA : b\n c\nB : c\nContent-Length: 2, 2\n\nok`
    expect(read(response).deviations.map(([kind]) => kind)).toEqual([
      'status-line-without-final-space',
      'line-without-cr',
      'blank-before-colon',
      'folded-line',
      'content-length-repeated',
    ])
  })
})

const ENDED: readonly Row[] = [
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', { opening: 'SSH-2.0-OpenSSH_9.2' }, [['not-http', 0]]],
  [
    'only its first line is read',
    'HELLO\r\nHTTP/1.1 200 OK\r\n',
    { opening: 'HELLO', received: 7 },
    [['not-http', 0]],
  ],
  ['another protocol without a line end', '220 mail.shop.example', {}, [['not-http', 0]]],
  ['RTSP', 'RTSP/1.0 200 OK\r\n\r\n', {}, [['not-http', 0]]],
  ['a long first line', 'x'.repeat(5000), { received: 200 }, [['not-http', 0]]],
  ['a page', '<!DOCTYPE html>\n<title>', { opening: '<!DOCTYPE html>' }, [['not-http', 0]]],
  [
    'empty lines only',
    '\r\n'.repeat(40),
    {},
    [
      ['empty-line-before-status-line', 0],
      ['not-http', 32],
    ],
  ],
  ['a status of letters', 'HTTP/1.1 abc OK\r\n\r\n', {}, [['status-code', 0]]],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n', {}, [['status-code', 0]]],
  ['a status below 100', 'HTTP/1.1 099 OK\r\n\r\n', {}, [['status-code', 0]]],
  ['no status', 'HTTP/1.1\r\n\r\n', {}, [['status-code', 0]]],
  [
    'an upgrade',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n\x81\x05',
    { status: 101 },
    [['unrequested-upgrade', 46]],
  ],
  ['a size that is not a number', `${CHUNKED}zz\r\nok\r\n`, { status: 200, body: '' }, [['chunk-size', 47]]],
  ['a size with 0x', `${CHUNKED}0x2\r\nok\r\n`, { body: '' }, [['chunk-size', 47]]],
  ['a blank before a size', `${CHUNKED} 2\r\nok\r\n`, { body: '' }, [['chunk-size', 47]]],
  ['a negative size', `${CHUNKED}-2\r\nok\r\n`, { body: '' }, [['chunk-size', 47]]],
  ['a size that is too large', `${CHUNKED}ffffffffffffffff\r\nok`, { body: '' }, [['chunk-size', 47]]],
  ['an empty size', `${CHUNKED}\r\nok\r\n`, { body: '' }, [['chunk-size', 47]]],
  ['a chunk that is too long', `${CHUNKED}2\r\nokay\r\n0\r\n\r\n`, { body: 'ok' }, [['chunk-end', 52]]],
  ['a CR after a chunk without LF', `${CHUNKED}2\r\nok\rX`, { body: 'ok' }, [['chunk-end', 53]]],
]

describe('reading ends at a deviation that no client can read past:', () => {
  test.each(ENDED)('%s', (_, response, expected, deviations) => {
    expect(read(response)).toMatchObject({ state: 'unreadable', ...expected, deviations })
  })
})

test('every deviation of HTTP/1.1 has a response above', () => {
  const named = new Set(
    [...READ_ON, ...ENDED].flatMap(([, , , deviations]) => deviations.map(([kind]) => kind)),
  )
  const kinds = Object.keys(DEVIATIONS).filter((kind) => !kind.startsWith('http2-'))
  expect(kinds.filter((kind) => !named.has(kind))).toEqual([])
})

describe('a response that the connection cuts off has no deviation:', () => {
  test.each<[string, string, Partial<Reading>]>([
    ['before its first byte', '', { state: 'cut', received: 0 }],
    ['in its status line', 'HTTP/1.1 20', { state: 'cut' }],
    ['after the CR of an empty line', '\r', { state: 'cut' }],
    ['in the first bytes', 'HT', { state: 'cut' }],
    ['in its head', `${OK}Content-`, { state: 'cut' }],
    ['after an interim response', 'HTTP/1.1 100 Continue\r\n\r\n', { state: 'cut' }],
    ['in its body', `${OK}Content-Length: 5\r\n\r\nok`, { state: 'cut', status: 200, body: 'ok' }],
    ['in a chunk', `${CHUNKED}5\r\nok`, { state: 'cut', body: 'ok' }],
    ['before its last chunk', `${CHUNKED}2\r\nok\r\n`, { state: 'cut', body: 'ok' }],
    ['in its trailers', `${CHUNKED}2\r\nok\r\n0\r\nA: b\r\n`, { state: 'cut', body: 'ok' }],
  ])('%s', (_, response, expected) => {
    expect(read(response)).toMatchObject({ ...expected, deviations: [] })
  })
})

describe('a coding other than `chunked` leaves the length in force', () => {
  const fields = [
    'Transfer-Encoding: identity\r\nContent-Length: 2',
    'Content-Length: 2\r\nTransfer-Encoding: identity',
    'Content-Length: 2\r\nTransfer-Encoding: IDENTITY ',
    'Transfer-Encoding: gzip\r\nContent-Length: 2',
    'Transfer-Encoding:\r\nContent-Length: 2',
  ]

  test.each(fields)('%j, on a connection that stays open', (lines) => {
    const reading = read(`${OK}${lines}\r\n\r\nok`, { open: true })
    expect(reading).toMatchObject({ state: 'complete', body: 'ok' })
    expect(reading.deviations.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['transfer-encoding-unknown', 'content-length-with-transfer-encoding']),
    )
  })

  test('and a page that is shorter than it is cut off', () => {
    expect(read(`${OK}Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nok`).state).toBe('cut')
  })
})

describe('a length that never arrives', () => {
  test.each([
    '9007199254740992',
    '9007199254740993',
    '9223372036854775807',
    '000000000000000000009007199254740993',
  ])('%s is valid, and the page is cut off', (length) => {
    const reading = read(`${OK}Content-Length: ${length}\r\n\r\nok`)
    expect(reading).toMatchObject({ state: 'cut', body: 'ok', deviations: [] })
  })

  test.each(['9223372036854775808', '99999999999999999999', '9'.repeat(10_000)])(
    '%s is more than a recipient can count',
    (length) => {
      const reading = read(`${OK}Content-Length: ${length}\r\n\r\nok`)
      expect(reading).toMatchObject({ state: 'complete', body: 'ok' })
      expect(reading.deviations.map(([kind]) => kind)).toEqual(['content-length-invalid'])
    },
  )

  test('differs from another one by a single byte', () => {
    const lengths = 'Content-Length: 9007199254740993\r\nContent-Length: 9007199254740992'
    expect(read(`${OK}${lengths}\r\n\r\nok`).deviations.map(([kind]) => kind)).toEqual([
      'content-length-conflict',
    ])
  })
})

describe('what has no end is read up to a limit:', () => {
  test.each<[string, string, Partial<Reading>]>([
    ['a head', `${OK}X: ${'x'.repeat(300_000)}`, { state: 'too-large', received: 256 * 1024 }],
    ['a head of many lines', `${OK}${'A: b\r\n'.repeat(60_000)}`, { state: 'too-large' }],
    ['a status line', `HTTP/1.1 200 ${'x'.repeat(300_000)}`, { state: 'too-large' }],
    ['interim responses', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100), { state: 'too-large' }],
    [
      'large interim responses',
      `HTTP/1.1 103 Early Hints\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`.repeat(3),
      { state: 'too-large', received: 256 * 1024 },
    ],
    ['a chunk extension', `${CHUNKED}2;${'a'.repeat(40_000)}`, { state: 'too-large', status: 200 }],
    ['trailers', `${CHUNKED}0\r\n${'A: b\r\n'.repeat(20_000)}`, { state: 'too-large', status: 200 }],
  ])('%s', (_, response, expected) => {
    expect(readAll([bytesOf(response)], { open: true })).toMatchObject(expected)
  })

  test('keeps at most 4,000 fields', () => {
    const response = `${OK}${Array.from({ length: 10_000 }, (_, at) => `A${at}:\r\n`).join('')}\r\n`
    expect(Object.keys(read(response).headers)).toHaveLength(4000)
  })

  test.each([
    ['Content-Length: 2', 'ok'],
    ['transfer-encoding: chunked', '2\r\nok\r\n0\r\n\r\n'],
  ])('%s counts after any number of fields', (framing, body) => {
    const response = bytesOf(`${OK}${'A:\r\n'.repeat(4001)}${framing}\r\n\r\n${body}`)
    expect(readAll([response], { open: true })).toMatchObject({ state: 'complete', body: 'ok' })
  })

  test('a header may be continued on any number of lines', () => {
    const response = bytesOf(`${OK}A: 0\r\n${' \n\t1 \r\n'.repeat(30_000)}Content-Length: 0\r\n\r\n`)
    const { headers, deviations } = readAll([response])
    expect(headers).toMatchObject({ a: `0${' 1'.repeat(30_000)}`, 'content-length': '0' })
    expect(deviations.map(([kind]) => kind)).toEqual(['folded-line', 'line-without-cr'])
  })
})

test('drops a version or length that is too long, because redaction cannot recognize a secret that is cut', () => {
  const reader = responseReader('GET', { onBody: () => undefined })
  const long = `${'x'.repeat(290)}supersecret`
  reader.take(
    bytesOf(`HTTP/supersecret 200 OK\r\nContent-Length: ${long}\r\nTransfer-Encoding: ${long}\r\n\r\n`),
  )
  const { opening: _, ...wire } = reader.wire() ?? {}
  expect(wire).toMatchObject({ contentLength: ['…'], transferEncoding: ['…'] })
  expect(JSON.stringify(wire)).not.toContain('supers')
})

test('any bytes in any chunks give the same result, within limits', () => {
  const parts = [
    OK,
    'HTTP/1.0 404 Not Found\n',
    '\r\n',
    '\n',
    'Content-Length: 1\r\n',
    'Transfer-Encoding: chunked\r\n',
  ]
  const more = [
    '5\r\nhallo\r\n',
    '0\r\n\r\n',
    'a : b\r\n',
    ' c\r\n',
    ': ',
    'HTTP/1.1 100 Continue\r\n\r\n',
    '\r',
    '\0',
  ]
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom(...parts, ...more).map(bytesOf),
    fc.constant(bytesOf('x'.repeat(5000))),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, open) => {
      const reading = readAll(pieces, { open })
      expect(reading).toEqual(readAll([Buffer.concat(pieces)], { open }))
      expect(reading.received).toBeLessThanOrEqual(Buffer.concat(pieces).length)
      expect(reading.opening.length).toBeLessThanOrEqual(2048)
      expect(reading.opening).not.toMatch(/[\r\n]/)
      for (const [kind, offset] of reading.deviations) {
        expect(DEVIATIONS).toHaveProperty([kind])
        expect(offset).toBeLessThanOrEqual(reading.received)
      }
    }),
    { numRuns: 1000 },
  )
})
