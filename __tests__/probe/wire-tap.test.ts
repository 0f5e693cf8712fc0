import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { WireDetails } from '../../src/domain/exchange.ts'
import { wireTap } from '../../src/probe/http/wire-tap.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** What is kept of a response that arrives in these chunks. */
function tapChunks(...chunks: readonly Uint8Array[]): WireDetails | undefined {
  const tap = wireTap()
  for (const chunk of chunks) tap.take(chunk)
  return tap.wire()
}

const OK = 'HTTP/1.1 200 OK\r\n'
const NO_FRAMING = { contentLength: [], transferEncoding: [] }

describe('the wire tap keeps', () => {
  test.each<[string, string, Partial<WireDetails>]>([
    [
      'the beginning of the response',
      'SSH-2.0-OpenSSH_9.2\r\n',
      { opening: 'SSH-2.0-OpenSSH_9.2\r\n', ...NO_FRAMING },
    ],
    ['bytes that are not text', '\u00ff\u0000\n', { opening: '\u00ff\u0000\n', ...NO_FRAMING }],
    ['the size of the head', `${OK}A: b\r\n\r\nbody`, { headBytes: 25 }],
    ['the size of a head with bare line feeds', 'HTTP/1.1 200 OK\nA: b\n\n', { headBytes: 22 }],
    ['the size of a head including empty lines before it', `\r\n\r\n${OK}\r\n`, { headBytes: 23 }],
    [
      'only the final head',
      `HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
      { headBytes: 38, contentLength: ['0'] },
    ],
    [
      'every length as received',
      `${OK}Content-Length: 5\r\ncontent-length:  6 \r\n\r\n`,
      { contentLength: ['5', '6'] },
    ],
    [
      'the transfer encoding',
      `${OK}Transfer-Encoding : gzip, chunked\r\n\r\n`,
      { transferEncoding: ['gzip, chunked'] },
    ],
    ['an invalid length', `${OK}Content-Length: many\r\n\r\n`, { contentLength: ['many'] }],
    [
      'no header-like lines of the body',
      `${OK}\r\nContent-Length: 5\r\n\r\n`,
      { headBytes: 19, contentLength: [] },
    ],
  ])('%s', (_, response, expected) => {
    expect(tapChunks(bytes(response))).toMatchObject(expected)
    // The result is the same byte by byte.
    expect(tapChunks(...[...bytes(response)].map((byte) => Uint8Array.of(byte)))).toEqual(
      tapChunks(bytes(response)),
    )
  })

  test.each<[string, string]>([
    ['lines without CR', 'HTTP/1.1 200 OK\nA: b\nContent-Length: 2\n\nok'],
    ['one line without CR', `${OK}A: b\nContent-Length: 2\r\n\r\nok`],
    ['a folded line', `${OK}A: b\r\n  c\r\n\r\n`],
    ['the same length twice', `${OK}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`],
    ['the same length twice in one line', `${OK}Content-Length: 2, 2\r\n\r\nok`],
    ['non-ASCII bytes, in lines without CR', `HTTP/1.1 200\nA: caf\u00e9\tx\nTransfer-Encoding: chunked\n\n`],
  ])('that a lenient reader would accept it: %s', (_, response) => {
    expect(tapChunks(bytes(response))).toHaveProperty('loose', true)
    expect(tapChunks(...[...bytes(response)].map((byte) => Uint8Array.of(byte)))).toEqual(
      tapChunks(bytes(response)),
    )
  })

  test.each<[string, string]>([
    ['valid', `${OK}A: b\r\nContent-Length: 2\r\n\r\nok`],
    ['incomplete', 'HTTP/1.1 200 OK\nA: b\n'],
    ['with two lengths', `${OK}Content-Length: 2\nContent-Length: 5\n\nok`],
    ['with an invalid length', `${OK}Content-Length: +2\n\nok`],
    ['with a length, and chunked', `${OK}Content-Length: 2\nTransfer-Encoding: chunked\n\n`],
    ['with an unknown transfer encoding', `${OK}Transfer-Encoding: identity\n\n`],
    ['with a CR in a line', `${OK}A: b\rc\n\n`],
    ['with a NUL in a line', `${OK}A: b\0c\n\n`],
    ['with a control at the end of a line', `${OK}A: b\x01\n\n`],
    ['with a header without a colon', `${OK}Warning  x\n\n`],
    ['with a space in a name', `${OK}X Y: b\n\n`],
    ['with a space before a colon', `${OK}X : b\n\n`],
    ['with an unknown version', 'HTTP/7.3 200 OK\nA: b\n\n'],
  ])('no such mark for a response that is valid, or invalid: %s', (_, response) => {
    expect(tapChunks(bytes(response))).not.toHaveProperty('loose')
  })

  test.each([
    ['before the first byte', ''],
    ['for an empty chunk', ''],
  ])('nothing %s', (_, response) => {
    expect(tapChunks(bytes(response))).toBeUndefined()
  })

  test.each([
    ['an incomplete head', `${OK}A: b\r\n`],
    ['something other than HTTP', 'HELLO\r\n\r\n'],
    ['an interim response only', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ])('no head size for %s', (_, response) => {
    expect(tapChunks(bytes(response))).not.toHaveProperty('headBytes')
  })
})

test('any bytes in any chunks are kept within limits', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom(OK, '\r\n', '\n', 'Content-Length: 1\r\n', 'Transfer-Encoding: x\r\n', ': ').map(bytes),
    fc.constant(bytes('x'.repeat(5000))),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const wire = tapChunks(...pieces)
      const total = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
      if (total === 0) return expect(wire).toBeUndefined()
      expect(wire).toEqual(tapChunks(Buffer.concat(pieces)))
      expect(wire?.opening).toBe(Buffer.concat(pieces).subarray(0, 200).toString('latin1'))
      expect(wire?.headBytes ?? 0).toBeLessThanOrEqual(total)
      expect(JSON.stringify([wire?.contentLength, wire?.transferEncoding]).length).toBeLessThan(16 * 2000)
      expect(wire?.contentLength.length).toBeLessThanOrEqual(8)
    }),
    { numRuns: 1000 },
  )
})
