import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { failureIn } from '../../../src/probe/vantage/failure-text.ts'
import { measurementIn, type MeasurementState, type Requested } from '../../../src/probe/vantage/results.ts'
import { EVIDENCE } from '../../../src/recording/evidence-shape.ts'
import { REQUEST } from '../../support/evidence.ts'
import { deviations } from '../../support/globalping-description.ts'
import { repetitions } from '../../support/effort.ts'
import { measurementOf, PLACE, RESULT } from './example.ts'

const REQUESTED: Requested = {
  target: 'edge',
  probes: 3,
  tls: true,
  expectations: {},
  followsRedirects: true,
}

const stateOf = (result: unknown, requested: Partial<Requested> = {}): MeasurementState | undefined =>
  measurementIn(measurementOf(result), { ...REQUESTED, probes: 1, ...requested })

const failed = (rawOutput: string): object => ({
  ...RESULT,
  status: 'failed',
  resolvedAddress: null,
  rawOutput,
})

describe('a result', () => {
  test('with a response is as if this runner had requested it', () => {
    expect(deviations('measurement', measurementOf(RESULT))).toEqual([])
    expect(stateOf(RESULT)).toEqual({
      finished: true,
      pending: 0,
      malformed: false,
      addresses: [],
      results: [
        {
          place: { city: 'Frankfurt', country: 'DE', network: 'Lab Net', asn: 64_500 },
          target: 'edge',
          resolvedTo: 'cloudflare',
          exchange: {
            kind: 'completed',
            timings: { resolve: 4, connect: 9, tls: 12, processing: 36, transfer: 1 },
            family: 4,
            head: {
              status: 200,
              headers: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-FRA' },
              setCookie: ['a=1', 'b=2'],
            },
            body: { text: 'Welcome', bytes: 7, complete: true },
          },
        },
      ],
    })
  })

  test('is checked for the expected content, but not where its body was cut', () => {
    const expectations = { expectedBody: { kind: 'text', text: 'build 7' } } as const
    const contentOf = (result: object): unknown => {
      const exchange = stateOf(result, { expectations })?.results[0]?.exchange
      return exchange?.kind === 'completed' ? exchange.content : 'failed'
    }
    expect(contentOf({ ...RESULT, rawBody: 'This is build 7.' })).toEqual({ body: 'found' })
    expect(contentOf(RESULT)).toEqual({ body: 'missing' })
    expect(contentOf({ ...RESULT, truncated: true })).toEqual({ body: 'unread' })
    expect(contentOf({ ...RESULT, rawBody: 'x'.repeat(20_000) })).toEqual({ body: 'unread' })
    expect(contentOf({ ...RESULT, statusCode: 301 })).toBeUndefined()
  })

  test('without a valid certificate is a failure for visitors, and not at an origin', () => {
    const result = { ...RESULT, tls: { ...RESULT.tls, authorized: false, error: 'CERT_HAS_EXPIRED' } }
    expect(stateOf(result)?.results[0]?.exchange).toMatchObject({
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted', code: 'CERT_HAS_EXPIRED' },
    })
    expect(stateOf(result, { target: 0 })?.results[0]?.exchange?.kind).toBe('completed')
    const wordy = { ...result, tls: { ...result.tls, error: 'not for 203.0.113.10' } }
    expect(stateOf(wordy)?.results[0]?.exchange).toMatchObject({ error: { code: 'UNTRUSTED' } })
  })

  test('at an address outside Cloudflare reports the address, and does not keep it', () => {
    for (const result of [
      { ...RESULT, resolvedAddress: '203.0.113.10' },
      failed('connect ECONNREFUSED 203.0.113.10:443'),
    ]) {
      const state = stateOf(result)
      expect(state?.addresses).toEqual(['203.0.113.10'])
      expect(state?.results[0]?.resolvedTo).toBe('elsewhere')
      expect(JSON.stringify(state?.results)).not.toContain('203.0.113')
    }
  })

  test('of a probe that is offline, or that never reported, has no exchange', () => {
    for (const result of [
      { status: 'offline', rawOutput: 'This probe is currently offline.' },
      failed(`HTTP/1.1 200\n${'x'.repeat(2000)}\n\nThe measurement timed out.`),
    ])
      expect(stateOf(result)?.results).toEqual([{ place: expect.anything(), target: 'edge' }])
  })

  test('that a finished measurement leaves out is counted as missing', () => {
    expect(stateOf(RESULT, { probes: 3 })).toMatchObject({ finished: true, pending: 2 })
  })

  test('that is not there yet is counted', () => {
    expect(stateOf({ status: 'in-progress', rawOutput: '' })).toMatchObject({ results: [], pending: 1 })
  })
})

describe('what Globalping does not describe is left out', () => {
  test.each<[string, unknown]>([
    ['no object', 7],
    ['another status', { ...RESULT, status: 'lost' }],
    ['a status code as text', { ...RESULT, statusCode: '200' }],
    ['an absurd status code', { ...RESULT, statusCode: 1e9 }],
    ['no status code', { ...RESULT, statusCode: null }],
    ['a body that is not text', { ...RESULT, rawBody: { a: 1 } }],
    ['headers that are a list', { ...RESULT, headers: [['a', 'b']] }],
    ['a header that is a number', { ...RESULT, headers: { a: 1 } }],
    ['a failure without a message', { status: 'failed' }],
  ])('%s', (_, result) => {
    expect(stateOf(result)).toMatchObject({ results: [], malformed: true })
  })

  test.each<[string, object]>([
    ['a country', { country: 'Germany' }],
    ['a city', { city: 7 }],
    ['a network number', { asn: -1 }],
    ['a fraction', { asn: 1.5 }],
  ])('a result from no place: %s', (_, change) => {
    const results = [{ probe: { ...PLACE, ...change }, result: RESULT }]
    expect(measurementIn({ status: 'finished', results }, REQUESTED)).toMatchObject({
      results: [],
      malformed: true,
    })
  })

  test.each<[string, unknown]>([
    ['a text', 'finished'],
    ['no results', { status: 'finished' }],
    ['another status', { status: 'done', results: [] }],
    ['more results than probes', measurementOf(RESULT, RESULT, RESULT, RESULT)],
  ])('a measurement that is %s', (_, json) => {
    expect(measurementIn(json, REQUESTED)).toBeUndefined()
  })

  test('absurd times, and names of headers that are none', () => {
    const result = {
      ...RESULT,
      timings: { dns: -1, tcp: 1e12, tls: null, firstByte: '36', download: 2 },
      headers: { 'a b': 'x', [`x${'y'.repeat(300)}`]: 'x', __proto__: null, server: 'x'.repeat(9000) },
    }
    const exchange = stateOf(result)?.results[0]?.exchange
    expect(exchange?.timings).toEqual({ transfer: 2 })
    expect(exchange?.kind === 'completed' && Object.keys(exchange.head.headers)).toEqual(['server'])
    expect(JSON.stringify(exchange).length).toBeLessThan(8500)
  })
})

describe('the message of a failed probe', () => {
  test.each([
    ['connect ECONNREFUSED 104.16.10.10:443', 'connect', 'refused', 'ECONNREFUSED'],
    ['connect EHOSTUNREACH 104.16.10.10:443', 'connect', 'unreachable', 'EHOSTUNREACH'],
    ['connect ENETUNREACH 2606:4700::1:443', 'connect', 'unreachable', 'ENETUNREACH'],
    ['connect ETIMEDOUT 104.16.10.10:443', 'connect', 'timeout', 'ETIMEDOUT'],
    ['Request timeout.', 'processing', 'timeout', 'REQUEST_TIMEOUT'],
    ["Timeout awaiting 'request' for 10000ms - ETIMEDOUT", 'processing', 'timeout', 'REQUEST_TIMEOUT'],
    ['queryA ENOTFOUND www.shop.example', 'resolve', 'unresolved', 'ENOTFOUND'],
    ['queryA ENODATA www.shop.example', 'resolve', 'unresolved', 'ENODATA'],
    ['queryAaaa ECONNREFUSED www.shop.example', 'resolve', 'unresolved', 'ECONNREFUSED'],
    ['queryA ETIMEOUT www.shop.example', 'resolve', 'timeout', 'ETIMEOUT'],
    ['getaddrinfo EAI_AGAIN www.shop.example', 'resolve', 'unresolved', 'EAI_AGAIN'],
    ['Private IP ranges are not allowed.', 'resolve', 'other', 'PRIVATE_ADDRESS'],
    ['read ECONNRESET', 'processing', 'reset', 'ECONNRESET'],
    ['other side closed', 'processing', 'closed', 'UNKNOWN'],
    ['socket hang up', 'processing', 'closed', 'UNKNOWN'],
    [
      'Client network socket disconnected before secure TLS connection was established',
      'tls',
      'closed',
      'ECONNRESET',
    ],
    [
      'Response does not match the HTTP/1.1 protocol (Invalid character)',
      'processing',
      'protocol',
      'UNKNOWN',
    ],
    ['Parse Error: Expected HTTP/', 'processing', 'protocol', 'UNKNOWN'],
    ['incorrect header check', 'processing', 'protocol', 'BAD_ENCODING'],
    ['203.0.113.10 and ESECRETWORDSOFSOMEONE', 'processing', 'other', 'UNKNOWN'],
    ['', 'processing', 'other', 'UNKNOWN'],
  ])('%j', (text, phase, reason, code) => {
    expect(failureIn(text, 'edge')).toEqual({ phase, error: { reason, code, received: 0 } })
  })

  test('has the number of a TLS alert', () => {
    const text =
      '40E7:error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:SSL alert number 40'
    expect(failureIn(text, 'edge')).toMatchObject({ phase: 'tls', error: { reason: 'protocol', alert: 40 } })
  })

  test('that only says that time passed is about the connection at an origin', () => {
    expect(failureIn('Request timeout.', 'origin')).toMatchObject({ phase: 'connect' })
  })
})

describe('any JSON', () => {
  /** Something like a measurement: each part may be anything. */
  const anything = fc.jsonValue({ maxDepth: 3 })
  const perhaps = (described: unknown): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(described) }, anything)
  const record = (described: object): fc.Arbitrary<unknown> =>
    fc.record(
      Object.fromEntries(Object.entries(described).map(([key, value]) => [key, perhaps(value)] as const)),
      { requiredKeys: [] },
    )
  const similar = fc.record({
    status: perhaps('finished'),
    results: fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.record({ probe: record(PLACE), result: record(RESULT) })) },
      anything,
    ),
  })

  test('is read without an error, within limits, into what a recording accepts', () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, similar),
        fc.constantFrom<Requested['target']>('edge', 0),
        (json, target) => {
          const state = measurementIn(json, { ...REQUESTED, target })
          if (state === undefined) return
          expect(state.results.length + state.pending).toBeLessThanOrEqual(REQUESTED.probes)
          const vantage = JSON.parse(JSON.stringify({ at: 1, results: state.results }))
          const request = JSON.parse(JSON.stringify(REQUEST))
          expect(EVIDENCE({ at: 1, request, vantage }, '')).toBeUndefined()
        },
      ),
      { numRuns: repetitions(2000) },
    )
  })

  test('any message is read without an error into a code of few letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
        const failure = failureIn(text, 'origin')
        expect(failure?.error.code.length ?? 0).toBeLessThan(70)
      }),
      { numRuns: repetitions(2000) },
    )
  })
})
