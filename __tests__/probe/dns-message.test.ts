import { rawTextOf } from '../../src/domain/untrusted.ts'
import { isIP } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { encode, type Answer } from 'dns-packet'
import * as fc from 'fast-check'
import { addressAnswerOf } from '../../src/probe/dns/addresses.ts'
import { encodeQuery, isReplyTo, readMessage, type Question } from '../../src/probe/dns/message.ts'

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

describe('a reply', () => {
  test('has the records of the queried name only', () => {
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

  test('follows CNAMEs in any order', () => {
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

  test('with a CNAME loop is read to an end', () => {
    const records = [cname('www.shop.example', 'b.example'), cname('b.example', 'www.shop.example')]
    expect(readMessage(packet(records))?.aliases.length).toBeLessThan(20)
  })

  test('with a TTL above the maximum has TTL 0 (RFC 2181)', () => {
    expect(readMessage(packet([a('www.shop.example', '104.16.10.10', 0x8000_0000)]))?.ttl).toBe(0)
  })

  test.each([
    [0, 'NOERROR'],
    [2, 'SERVFAIL'],
    [3, 'NXDOMAIN'],
    [9, 'RCODE9'],
  ])('with response code %i is %s', (flags, rcode) => {
    expect(readMessage(packet([], { flags }))?.rcode).toBe(rcode)
  })

  test('is not a query', () => {
    expect(readMessage(encodeQuery(QUESTION).bytes)).toBeUndefined()
  })

  test.each([
    ['another id', { id: 8 }, {}],
    ['another name', {}, { name: 'www.shop.exampl' }],
    ['another type', {}, { type: 'AAAA' }],
  ] as const)('with %s does not reply to the query', (_, queryChange, questionChange) => {
    const message = readMessage(packet([]))
    const query = { id: 7, bytes: new Uint8Array(), question: QUESTION }
    expect(message && isReplyTo(query, message)).toBe(true)
    expect(
      message &&
        isReplyTo({ ...query, ...queryChange, question: { ...QUESTION, ...questionChange } }, message),
    ).toBe(false)
  })
})

const expectBounded = (bytes: Uint8Array): void => {
  const message = readMessage(bytes)
  if (message === undefined) return
  const { addresses, aliases, nameServers, errors, ttl = 0 } = message
  expect(addresses.every(({ address, family }) => isIP(address) === family)).toBe(true)
  expect(Math.max(addresses.length, aliases.length, nameServers.length, errors.length)).toBeLessThan(33)
  expect(ttl).toBeGreaterThanOrEqual(0)
  expect(errors.every(({ text }) => rawTextOf(text).length <= 200)).toBe(true)
  expect(JSON.parse(JSON.stringify(message))).toEqual(message)
}

describe('any packet', () => {
  test('is read without an error and within bounds', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), expectBounded), { numRuns: 500 })
  })

  test('also if it is a mutated reply', () => {
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
    const mutated = fc
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
    fc.assert(fc.property(mutated, expectBounded), { numRuns: 1000 })
  })

  test('that replies to a query is recognized, whatever the name and id', () => {
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

const replyWith = (records: readonly Answer[], flags = 0) => {
  const message = readMessage(packet(records, { flags }))
  if (message === undefined) throw new Error('not a reply')
  return { ok: true, message, transport: 'udp' } as const
}

describe('of the replies for A and AAAA', () => {
  const timeout = { ok: false, code: 'ETIMEOUT', transport: 'udp' } as const
  const resolved = replyWith([a('www.shop.example', '104.16.10.10')])

  test.each([
    ['one with an address is enough', [resolved, timeout], { kind: 'resolved', ttl: 300 }],
    [
      'one timeout makes an empty reply inconclusive',
      [replyWith([]), timeout],
      { reason: 'timeout', code: 'ETIMEOUT' },
    ],
    [
      'two empty replies mean no address',
      [replyWith([]), replyWith([])],
      { reason: 'no-address', code: 'NOERROR' },
    ],
    [
      'NXDOMAIN covers both record types',
      [timeout, replyWith([], 3)],
      { reason: 'no-such-host', code: 'NXDOMAIN' },
    ],
    [
      'a server failure outranks an empty reply',
      [replyWith([]), replyWith([], 2)],
      { reason: 'server-failure' },
    ],
    [
      'a refusal says nothing about the name',
      [replyWith([], 5), replyWith([], 5)],
      { reason: 'other', code: 'REFUSED' },
    ],
  ] as const)('%s', (_, replies, expected) => {
    expect(addressAnswerOf(replies)).toMatchObject(expected)
  })
})
