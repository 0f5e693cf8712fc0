import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { plaintextRecordsOf } from '../../src/probe/tls/records.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const record = (type: number, content: Uint8Array, minor = 3): Uint8Array =>
  Buffer.concat([Buffer.from([type, 3, minor, content.length >> 8, content.length & 255]), content])
const message = (type: number, length = 3): Uint8Array =>
  Buffer.from([type, 0, length >> 8, length & 255, ...Array.from({ length }, () => 13)])
const flight = (...types: readonly number[]): Uint8Array => Buffer.concat(types.map((type) => message(type)))

describe('what comes back for a TLS hello', () => {
  test.each([
    ['nothing', '', 'nothing'],
    ['a record of an alert', '\u0015\u0003\u0001\0\u0002\u0002\u0028', 'tls'],
    ['the beginning of a handshake', '\u0016\u0003\u0003', 'tls'],
    ['an answer in HTTP', 'HTTP/1.1 400 Bad Request\r\n', 'http'],
    ['a page without a status line', '<html>\r\n<head><title>400 Bad Request</title>', 'http'],
    ['the same in new', '\n<!DOCTYPE html><title>400</title>', 'http'],
    ['the banner of SSH', 'SSH-2.0-OpenSSH_9.2\r\n', 'other'],
    ['the banner of SMTP', '220 mail.shop.example ESMTP\r\n', 'other'],
    ['a word that HTTP begins with', 'HTTPS only', 'other'],
    ['a record of a type that there is not', '\u0018\u0003\u0003\0\u0001', 'other'],
    ['two bytes of a record', '\u0016\u0003', 'other'],
  ])('is %s', (_, bytes, speaks) => {
    expect(plaintextRecordsOf(latin1(bytes)).protocol).toBe(speaks)
  })
})

describe('a demand for a client certificate', () => {
  const [HELLO, CERTIFICATE, REQUEST, DONE] = [2, 11, 13, 14]
  test.each<[string, Uint8Array, boolean]>([
    ['in one record', record(22, flight(HELLO, CERTIFICATE, REQUEST, DONE)), true],
    [
      'in records of their own',
      Buffer.concat([HELLO, CERTIFICATE, REQUEST].map((type) => record(22, message(type)))),
      true,
    ],
    [
      'cut into two records',
      Buffer.concat([
        record(22, flight(HELLO, CERTIFICATE, REQUEST).subarray(0, 15)),
        record(22, flight(HELLO, CERTIFICATE, REQUEST).subarray(15)),
      ]),
      true,
    ],
    ['as far as its first four bytes came', record(22, flight(HELLO, REQUEST)).subarray(0, 16), true],
    ['but not within another message', record(22, message(CERTIFICATE, 40)), false],
    [
      'but not behind the change to ciphers',
      Buffer.concat([record(22, message(HELLO)), record(20, latin1('\u0001')), record(22, message(REQUEST))]),
      false,
    ],
    ['but not in data', record(23, flight(HELLO, REQUEST)), false],
    ['but not in plain HTTP', latin1('HTTP/1.1 200 OK\r\n\r\n\r\n\r\n'), false],
  ])('%s', (_, bytes, asks) => {
    expect(plaintextRecordsOf(bytes).requestsCertificate).toBe(asks)
  })
})

test('whatever comes, it is read to its end and no further', () => {
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

test('a part of what came never tells of a demand that the whole does not', () => {
  const whole = record(22, flight(2, 11, 14))
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      expect(plaintextRecordsOf(whole.subarray(0, length)).requestsCertificate).toBe(false)
    }),
  )
})
