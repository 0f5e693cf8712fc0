import { describe, expect, test } from '@jest/globals'
import { encode, type Answer } from 'dns-packet'
import * as fc from 'fast-check'
import { isIP } from 'node:net'
import { encodeQuery, isReplyTo, readMessage, type Question } from '../../src/probe/dns/message.ts'
import { addressAnswerOf } from '../../src/probe/dns/addresses.ts'

const QUESTION: Question = { name: 'www.shop.example', type: 'A', recursive: true, unchecked: false }

const packet = (
  records: readonly Answer[],
  more: { readonly flags?: number; readonly authorities?: readonly Answer[] } = {},
): Uint8Array =>
  encode({
    type: 'response',
    id: 7,
    flags: more.flags ?? 0,
    questions: [{ name: 'WWW.shop.example', type: 'A' }],
    answers: [...records],
    authorities: [...(more.authorities ?? [])],
  })

const a = (name: string, data: string, ttl = 300): Answer => ({ type: 'A', name, data, ttl })
const cname = (name: string, data: string, ttl = 300): Answer => ({ type: 'CNAME', name, data, ttl })

describe('an answer', () => {
  test('is of the name that was asked for, and of no other', () => {
    const message = readMessage(
      packet([a('www.shop.example', '104.16.10.10'), a('other.example', '192.0.2.66', 1)]),
    )
    expect(message).toMatchObject({
      id: 7,
      rcode: 'NOERROR',
      addresses: [{ address: '104.16.10.10', family: 4 }],
      ttl: 300,
    })
  })

  test('follows CNAMEs in whatever order they come', () => {
    const records = [
      a('c.example', '104.16.10.10', 90),
      cname('b.example', 'C.example', 60),
      cname('www.shop.example', 'b.example'),
    ]
    expect(readMessage(packet(records))).toMatchObject({
      addresses: [{ address: '104.16.10.10' }],
      aliases: ['b.example', 'c.example'],
      ttl: 60,
    })
  })

  test('that goes in circles ends', () => {
    const records = [cname('www.shop.example', 'b.example'), cname('b.example', 'www.shop.example')]
    expect(readMessage(packet(records))?.aliases.length).toBeLessThan(20)
  })

  test('with a time that is too long holds for none (RFC 2181)', () => {
    expect(readMessage(packet([a('www.shop.example', '104.16.10.10', 0x8000_0000)]))?.ttl).toBe(0)
  })

  test.each([
    [0, 'NOERROR'],
    [2, 'SERVFAIL'],
    [3, 'NXDOMAIN'],
    [9, 'RCODE9'],
  ])('with the code %i is %s', (flags, rcode) => {
    expect(readMessage(packet([], { flags }))?.rcode).toBe(rcode)
  })

  test('is none where the packet asks', () => {
    expect(readMessage(encodeQuery(QUESTION).bytes)).toBeUndefined()
  })

  test.each([
    ['another id', { id: 8 }, {}],
    ['another name', {}, { name: 'www.shop.exampl' }],
    ['another type', {}, { type: 'AAAA' }],
  ] as const)('to %s does not answer the question', (_, query, question) => {
    const message = readMessage(packet([]))
    const asked = { id: 7, bytes: new Uint8Array(), question: QUESTION }
    expect(message && isReplyTo(asked, message)).toBe(true)
    expect(
      message && isReplyTo({ ...asked, ...query, question: { ...QUESTION, ...question } }, message),
    ).toBe(false)
  })
})

const bounded = (bytes: Uint8Array): void => {
  const message = readMessage(bytes)
  if (message === undefined) return
  const { addresses, aliases, nameServers, errors, ttl = 0 } = message
  expect(addresses.every(({ address, family }) => isIP(address) === family)).toBe(true)
  expect(Math.max(addresses.length, aliases.length, nameServers.length, errors.length)).toBeLessThan(33)
  expect(ttl).toBeGreaterThanOrEqual(0)
  expect(errors.every(({ text }) => text.length <= 200)).toBe(true)
  expect(JSON.parse(JSON.stringify(message))).toEqual(message)
}

describe('whatever comes over the wire', () => {
  test('is read without an error and within bounds', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), bounded), { numRuns: 500 })
  })

  test('also where it begins as an answer should', () => {
    const whole = packet([
      cname('www.shop.example', 'b.example'),
      a('b.example', '104.16.10.10'),
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: 1232,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: [],
      },
    ])
    const spoilt = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        fc.uint8Array({ maxLength: 60 }),
      )
      .map(([changes, length, tail]) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        return Uint8Array.from([...bytes.subarray(0, length), ...tail])
      })
    fc.assert(fc.property(spoilt, bounded), { numRuns: 1000 })
  })

  test('of a question and its id, any name goes there and back', () => {
    const name = fc.domain()
    fc.assert(
      fc.property(name, fc.nat(0xffff), (name, id) => {
        const query = encodeQuery({ ...QUESTION, name }, id)
        const bytes = Uint8Array.from(query.bytes)
        bytes[2] = (bytes[2] ?? 0) | 0x80
        const message = readMessage(bytes)
        expect(message && isReplyTo(query, message)).toBe(true)
      }),
    )
  })
})

const message = (records: readonly Answer[], flags = 0) => {
  const read = readMessage(packet(records, { flags }))
  if (read === undefined) throw new Error('no answer')
  return { ok: true, message: read, transport: 'udp' } as const
}

describe('of two answers', () => {
  const silence = { ok: false, code: 'ETIMEOUT', transport: 'udp' } as const
  const some = message([a('www.shop.example', '104.16.10.10')])

  test.each([
    ['one with an address is enough', [some, silence], { kind: 'resolved', ttl: 300 }],
    ['silence and nothing is silence', [message([]), silence], { reason: 'timeout', code: 'ETIMEOUT' }],
    ['nothing twice is no address', [message([]), message([])], { reason: 'no-address', code: 'NOERROR' }],
    [
      '"no such name" holds for both',
      [silence, message([], 3)],
      { reason: 'no-such-host', code: 'NXDOMAIN' },
    ],
    ['a failure weighs more than nothing', [message([]), message([], 2)], { reason: 'server-failure' }],
    [
      'who refuses us says nothing of the name',
      [message([], 5), message([], 5)],
      { reason: 'other', code: 'REFUSED' },
    ],
  ] as const)('%s', (_, said, expected) => {
    expect(addressAnswerOf(said)).toMatchObject(expected)
  })
})
