import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { plaintextRecordsOf } from '../../src/probe/tls/records.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const record = (type: number, content: Uint8Array, minor = 3): Uint8Array =>
  Buffer.concat([Buffer.from([type, 3, minor, content.length >> 8, content.length & 255]), content])
const message = (type: number, length = 3): Uint8Array =>
  Buffer.from([type, 0, length >> 8, length & 255, ...Array.from({ length }, () => 13)])
const flight = (...types: readonly number[]): Uint8Array => Buffer.concat(types.map((type) => message(type)))

describe('the response to a TLS ClientHello', () => {
  test.each([
    ['nothing', '', 'nothing'],
    ['an alert record', '\u0015\u0003\u0001\0\u0002\u0002\u0028', 'tls'],
    ['the beginning of a handshake', '\u0016\u0003\u0003', 'tls'],
    ['an HTTP response', 'HTTP/1.1 400 Bad Request\r\n', 'http'],
    ['a page without a status line', '<html>\r\n<head><title>400 Bad Request</title>', 'http'],
    ['an HTML5 page without a status line', '\n<!DOCTYPE html><title>400</title>', 'http'],
    ['an SSH banner', 'SSH-2.0-OpenSSH_9.2\r\n', 'other'],
    ['an SMTP banner', '220 mail.shop.example ESMTP\r\n', 'other'],
    ['a word that starts with HTTP', 'HTTPS only', 'other'],
    ['a record of an unknown type', '\u0018\u0003\u0003\0\u0001', 'other'],
    ['two bytes of a record', '\u0016\u0003', 'other'],
  ])('is recognized: %s', (_, bytes, protocol) => {
    expect(plaintextRecordsOf(latin1(bytes)).protocol).toBe(protocol)
  })
})

describe('a request for a client certificate is found', () => {
  const [HELLO, CERTIFICATE, REQUEST, DONE] = [2, 11, 13, 14]
  test.each<[string, Uint8Array, boolean]>([
    ['in one record', record(22, flight(HELLO, CERTIFICATE, REQUEST, DONE)), true],
    [
      'in separate records',
      Buffer.concat([HELLO, CERTIFICATE, REQUEST].map((type) => record(22, message(type)))),
      true,
    ],
    [
      'split over two records',
      Buffer.concat([
        record(22, flight(HELLO, CERTIFICATE, REQUEST).subarray(0, 15)),
        record(22, flight(HELLO, CERTIFICATE, REQUEST).subarray(15)),
      ]),
      true,
    ],
    ['if only its first four bytes arrived', record(22, flight(HELLO, REQUEST)).subarray(0, 16), true],
    ['but not within another message', record(22, message(CERTIFICATE, 40)), false],
    [
      'but not after ChangeCipherSpec',
      Buffer.concat([record(22, message(HELLO)), record(20, latin1('\u0001')), record(22, message(REQUEST))]),
      false,
    ],
    ['but not in data', record(23, flight(HELLO, REQUEST)), false],
    ['but not in plain HTTP', latin1('HTTP/1.1 200 OK\r\n\r\n\r\n\r\n'), false],
  ])('%s', (_, bytes, expected) => {
    expect(plaintextRecordsOf(bytes).requestsCertificate).toBe(expected)
  })
})

test('any bytes are read without an error', () => {
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(20, 21, 22, 23), fc.uint8Array({ maxLength: 60 }))
      .map(([type, content]) => record(type, content)),
    fc.constantFrom(...[2, 11, 13, 14].map((type) => record(22, message(type)))),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (pieces) => {
      const { protocol, requestsCertificate } = plaintextRecordsOf(Buffer.concat(pieces))
      expect(['tls', 'http', 'other', 'nothing']).toContain(protocol)
      if (requestsCertificate) expect(protocol).toBe('tls')
    }),
    { numRuns: 2000 },
  )
})

test('no part of a response has a request that the whole does not have', () => {
  const whole = record(22, flight(2, 11, 14))
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      expect(plaintextRecordsOf(whole.subarray(0, length)).requestsCertificate).toBe(false)
    }),
  )
})
