import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { WireDetails } from '../../src/domain/exchange.ts'
import { wireTap } from '../../src/probe/http/wire-tap.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** What is kept of an answer that comes in these pieces. */
function tapped(...pieces: readonly Uint8Array[]): WireDetails | undefined {
  const tap = wireTap()
  for (const piece of pieces) tap.take(piece)
  return tap.wire()
}

const OK = 'HTTP/1.1 200 OK\r\n'
const nothing = { contentLength: [], transferEncoding: [] }

describe('of an answer there is kept', () => {
  test.each<[string, string, Partial<WireDetails>]>([
    ['its beginning', 'SSH-2.0-OpenSSH_9.2\r\n', { opening: 'SSH-2.0-OpenSSH_9.2\r\n', ...nothing }],
    ['bytes that are no text', '\u00ff\u0000\n', { opening: '\u00ff\u0000\n', ...nothing }],
    ['the size of its head', `${OK}A: b\r\n\r\nbody`, { headBytes: 25 }],
    ['that of a head with bare line feeds', 'HTTP/1.1 200 OK\nA: b\n\n', { headBytes: 22 }],
    ['that of a head after empty lines, with them', `\r\n\r\n${OK}\r\n`, { headBytes: 23 }],
    [
      'the final head alone',
      `HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
      { headBytes: 38, contentLength: ['0'] },
    ],
    [
      'each length as it was sent',
      `${OK}Content-Length: 5\r\ncontent-length:  6 \r\n\r\n`,
      { contentLength: ['5', '6'] },
    ],
    [
      'how it is framed',
      `${OK}Transfer-Encoding : gzip, chunked\r\n\r\n`,
      { transferEncoding: ['gzip, chunked'] },
    ],
    ['a length without sense', `${OK}Content-Length: many\r\n\r\n`, { contentLength: ['many'] }],
    ['nothing of its body', `${OK}\r\nContent-Length: 5\r\n\r\n`, { headBytes: 19, contentLength: [] }],
  ])('%s', (_, said, kept) => {
    expect(tapped(bytes(said))).toMatchObject(kept)
    // Byte by byte, it is the same.
    expect(tapped(...[...bytes(said)].map((byte) => Uint8Array.of(byte)))).toEqual(tapped(bytes(said)))
  })

  test.each<[string, string]>([
    ['lines that end without CR', 'HTTP/1.1 200 OK\nA: b\nContent-Length: 2\n\nok'],
    ['one line that does', `${OK}A: b\nContent-Length: 2\r\n\r\nok`],
    ['a line that goes on in the next', `${OK}A: b\r\n  c\r\n\r\n`],
    ['the same length twice', `${OK}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`],
    ['the same length twice in a line', `${OK}Content-Length: 2, 2\r\n\r\nok`],
    ['bytes that are no ASCII beside', `HTTP/1.1 200\nA: caf\u00e9\tx\nTransfer-Encoding: chunked\n\n`],
  ])('that a lenient reader would take it: %s', (_, said) => {
    expect(tapped(bytes(said))).toHaveProperty('loose', true)
    expect(tapped(...[...bytes(said)].map((byte) => Uint8Array.of(byte)))).toEqual(tapped(bytes(said)))
  })

  test.each<[string, string]>([
    ['as it should be', `${OK}A: b\r\nContent-Length: 2\r\n\r\nok`],
    ['not whole', 'HTTP/1.1 200 OK\nA: b\n'],
    ['of two lengths', `${OK}Content-Length: 2\nContent-Length: 5\n\nok`],
    ['of a length that is none', `${OK}Content-Length: +2\n\nok`],
    ['of a length, and chunked', `${OK}Content-Length: 2\nTransfer-Encoding: chunked\n\n`],
    ['coded in an unknown way', `${OK}Transfer-Encoding: identity\n\n`],
    ['with a CR in a line', `${OK}A: b\rc\n\n`],
    ['with a NUL in a line', `${OK}A: b\0c\n\n`],
    ['with a control at the end of a line', `${OK}A: b\x01\n\n`],
    ['with a header without a colon', `${OK}Warning  x\n\n`],
    ['with a blank in a name', `${OK}X Y: b\n\n`],
    ['with a blank before a colon', `${OK}X : b\n\n`],
    ['of a version that there is not', 'HTTP/7.3 200 OK\nA: b\n\n'],
  ])('that no reader should take it, or everybody: %s', (_, said) => {
    expect(tapped(bytes(said))).not.toHaveProperty('loose')
  })

  test.each([
    ['before the first byte', ''],
    ['of an empty piece', ''],
  ])('nothing %s', (_, said) => {
    expect(tapped(bytes(said))).toBeUndefined()
  })

  test.each([
    ['a head that does not end', `${OK}A: b\r\n`],
    ['what is no HTTP', 'HELLO\r\n\r\n'],
    ['an interim head alone', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ])('no size of %s', (_, said) => {
    expect(tapped(bytes(said))).not.toHaveProperty('headBytes')
  })
})

test('whatever comes, in whatever pieces, little of it is kept', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom(OK, '\r\n', '\n', 'Content-Length: 1\r\n', 'Transfer-Encoding: x\r\n', ': ').map(bytes),
    fc.constant(bytes('x'.repeat(5000))),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const wire = tapped(...pieces)
      const total = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
      if (total === 0) return expect(wire).toBeUndefined()
      expect(wire).toEqual(tapped(Buffer.concat(pieces)))
      expect(wire?.opening).toBe(Buffer.concat(pieces).subarray(0, 200).toString('latin1'))
      expect(wire?.headBytes ?? 0).toBeLessThanOrEqual(total)
      expect(JSON.stringify([wire?.contentLength, wire?.transferEncoding]).length).toBeLessThan(16 * 2000)
      expect(wire?.contentLength.length).toBeLessThanOrEqual(8)
    }),
    { numRuns: 1000 },
  )
})
