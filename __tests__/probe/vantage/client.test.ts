import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ApiRequest, ApiResponse } from '../../../lab/apis/api.ts'
import type { Site, Vantage } from '../../../src/domain/config.ts'
import type { VantageMeasurement } from '../../../src/domain/vantage/vantage.ts'
import { measureFromElsewhere } from '../../../src/probe/vantage/measure.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import type { ProbeContext } from '../../../src/probe/types.ts'
import { SITE } from '../../support/config.ts'
import { address } from '../../support/wire.ts'
import {
  contextWith,
  openTestGlobalping,
  probe,
  RESPONSE,
  testClock,
  type TestClock,
  type TestGlobalping,
} from './support.ts'

let api: TestGlobalping
let clock: TestClock
beforeEach(async () => {
  api = await openTestGlobalping()
  clock = testClock()
})
afterEach(() => api.close())

const VANTAGE: Vantage = { points: [{ location: 'world', probes: 3 }], origin: false }
const RESOLVED = {
  kind: 'resolved',
  host: 'x',
  elapsed: 1,
  addresses: [address('104.16.10.10')],
} as const

function measure(
  vantage: Partial<Vantage> = {},
  site: Partial<Site> = {},
  more: Partial<ProbeContext> = {},
): Promise<VantageMeasurement> {
  const whole = { ...SITE, ...site }
  const { origins } = planOf(whole)
  return measureFromElsewhere(
    {
      site: whole,
      vantage: { ...VANTAGE, ...vantage },
      edge: undefined,
      resolution: Promise.resolve(RESOLVED),
      origins: async () =>
        origins.map((request) => ({
          request,
          resolution: Promise.resolve({ ...RESOLVED, addresses: [address(request.host)] }),
        })),
    },
    contextWith(clock, more),
    api.url,
  )
}

const error = (status: number, more: Partial<ApiResponse> = {}): ApiResponse => ({
  status,
  body: { error: { type: 'x', message: '203.0.113.10' } },
  ...more,
})

const onCreation =
  (response: ApiResponse) =>
  ({ method }: ApiRequest): ApiResponse | undefined =>
    method === 'POST' ? response : undefined

const onPoll =
  (response: ApiResponse, times = Infinity) =>
  ({ method }: ApiRequest): ApiResponse | undefined =>
    method === 'GET' && (times -= 1) >= 0 ? response : undefined

describe('a measurement', () => {
  test('is polled every half second, and its results are in a stable order', async () => {
    api.set({ probes: [probe('SE'), probe('DE'), probe('FR')], pollsInProgress: 3 })
    const { results, cost, problem, missing } = await measure()
    expect(results.map(({ place }) => String(place.country))).toEqual(['DE', 'FR', 'SE'])
    expect([cost, problem, missing]).toEqual([
      { tests: 3, remaining: 247, limit: 250, resetsIn: 1800 },
      undefined,
      undefined,
    ])
    expect(clock.sleeps).toEqual([500, 500, 500, 500])
  })

  test('is not sent again if it is unchanged', async () => {
    api.set({ probes: [probe('SE', 'silent'), probe('DE')], pollsInProgress: 0 })
    await measure({}, {}, { timeout: 300 })
    const polls = api.requests.filter(({ method }) => method === 'GET')
    expect(polls[0]?.headers['if-none-match']).toBeUndefined()
    expect(polls[1]?.headers['if-none-match']).toMatch(/^W\//)
  })

  test('that takes too long has the results so far', async () => {
    api.set({ probes: [probe('SE', 'silent'), probe('DE'), probe('FR', 'silent')], pollsInProgress: 0 })
    const { results, missing, problem } = await measure({}, {}, { timeout: 500 })
    expect(results.map(({ place }) => String(place.country))).toEqual(['DE'])
    expect([missing, problem]).toEqual([2, 'slow'])
  })

  test('ends with the run', async () => {
    api.set({ probes: [probe('SE', 'silent')], pollsInProgress: 0 })
    const run = new AbortController()
    const measured = measure({}, {}, { signal: run.signal })
    setImmediate(() => run.abort())
    expect(await measured).toMatchObject({ results: [], problem: 'slow' })
  })

  test('has the token of the account, and says what it cost', async () => {
    api.set({ probes: [probe('SE')], remaining: 0, credits: 5, tokens: ['gp-token'] })
    const { cost } = await measure({ token: 'gp-token' })
    expect(cost).toEqual({ tests: 0, credits: 1, remaining: 0, limit: 250, resetsIn: 1800 })
    expect(api.requests.every(({ headers }) => headers.authorization === 'Bearer gp-token')).toBe(true)
  })

  test('without a token has no authorization', async () => {
    api.set({ probes: [probe('SE')] })
    await measure()
    expect(api.requests.some(({ headers }) => 'authorization' in headers)).toBe(false)
  })

  test('reports addresses outside Cloudflare', async () => {
    api.set({ probes: [probe('SE', { ...RESPONSE, address: '203.0.113.77' })] })
    const reported: string[] = []
    await measure({}, {}, { onAddresses: (addresses) => reported.push(...addresses) })
    expect(reported).toEqual(['203.0.113.77'])
  })

  test('of the origins costs as much again for each, by the same probes', async () => {
    api.set({ probes: [{ ...probe('SE'), outcomeAtAddress: { failure: 'read ECONNRESET' } }, probe('DE')] })
    const origins = ['203.0.113.10', '10.0.0.7', '203.0.113.20'].map(
      (host) => ({ scheme: 'https:', host, port: 443 }) as const,
    )
    const { results, cost } = await measure({ origin: true }, { origins })
    expect(results.map(({ target, place }) => `${target} ${String(place.country)}`)).toEqual([
      'edge DE',
      'edge SE',
      '0 DE',
      '0 SE',
      // Not 1, which is private.
      '2 DE',
      '2 SE',
    ])
    expect(cost).toMatchObject({ tests: 6, remaining: 244 })
  })
})

describe('a problem is part of the evidence:', () => {
  test.each([
    [401, 'token'],
    [403, 'token'],
    [422, 'no-probes'],
    [429, 'limit'],
    [400, 'rejected'],
    [404, 'rejected'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [200, 'malformed'],
    [301, 'malformed'],
  ] as const)('the creation gets %d → %s', async (status, problem) => {
    api.set({}, onCreation(error(status, { headers: { location: 'https://other.example/' } })))
    expect(await measure()).toEqual({ at: expect.any(Number), results: [], problem })
    expect(api.requests).toHaveLength(1)
  })

  test.each<[string, ApiResponse['body']]>([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['no id', { probesCount: 1 }],
    ['an id that is a path', { id: '../probes', probesCount: 1 }],
    ['an id that is too long', { id: 'a'.repeat(65), probesCount: 1 }],
    ['no probes', { id: 'a', probesCount: 0 }],
    ['more probes than were requested', { id: 'a', probesCount: 4 }],
    ['too much', `{"id":"a","probesCount":1,"x":"${'x'.repeat(2_000_000)}"}`],
    ['too many values', `{"id":"a","probesCount":1,"x":[${'0,'.repeat(60_000)}0]}`],
  ])('the creation gets %s → malformed', async (_, body) => {
    api.set({}, onCreation({ status: 202, body }))
    expect(await measure()).toMatchObject({ results: [], problem: 'malformed' })
  })

  test.each<[string, ApiResponse['body']]>([
    ['no JSON', '{'],
    ['a list', []],
    ['another status', { status: 'lost', results: [] }],
    ['more results than probes', { status: 'finished', results: [1, 2, 3, 4] }],
    ['too much', `{"status":"finished","results":[],"x":"${'x'.repeat(2_000_000)}"}`],
  ])('a poll gets %s → malformed', async (_, body) => {
    api.set({ probes: [probe('SE')] }, onPoll({ status: 200, body }))
    expect(await measure()).toMatchObject({ results: [], problem: 'malformed', cost: { tests: 1 } })
  })

  test('one result that is malformed leaves the others', async () => {
    api.set({ probes: [probe('SE', { raw: { status: 'finished' } }), probe('DE')] })
    const { results, problem } = await measure()
    expect([results.length, problem]).toEqual([1, 'malformed'])
  })

  test('polls that fail once or twice do not matter', async () => {
    api.set({ probes: [probe('SE')] }, onPoll(error(502), 2))
    expect(await measure()).toMatchObject({ results: [expect.anything()] })
  })

  test('polls that fail three times in a row end the measurement', async () => {
    api.set({ probes: [probe('SE')] }, onPoll(error(502)))
    expect(await measure()).toMatchObject({ results: [], missing: 1, problem: 'unavailable' })
    expect(api.requests).toHaveLength(4)
  })

  test('a poll that is too early is repeated when Globalping allows it', async () => {
    api.set({ probes: [probe('SE')] }, onPoll(error(429, { headers: { 'retry-after': '4' } }), 1))
    expect(await measure()).toMatchObject({ results: [expect.anything()] })
    expect(clock.sleeps).toEqual([500, 4000, 500])
  })

  test('the limit says how many tests are left, and when there are more', async () => {
    api.set({ probes: [probe('SE'), probe('DE')], remaining: 1 })
    expect(await measure()).toMatchObject({
      problem: 'limit',
      cost: { tests: 0, remaining: 1, limit: 250, resetsIn: 1800 },
    })
  })

  test('absurd costs are left out', async () => {
    const headers = {
      'x-ratelimit-limit': '250',
      'x-ratelimit-remaining': '1e99',
      'x-ratelimit-reset': '-4',
    }
    api.set({}, onCreation(error(500, { headers })))
    expect((await measure()).cost).toBeUndefined()
  })

  test('an API that cannot be reached', async () => {
    await api.close()
    expect(await measure()).toMatchObject({ results: [], problem: 'unavailable' })
    api = await openTestGlobalping()
  })

  test('an origin that is not measured leaves what the edge got', async () => {
    let creations = 0
    api.set({ probes: [probe('SE')] }, ({ method }) =>
      method === 'POST' && (creations += 1) === 2 ? error(429) : undefined,
    )
    const { results, problem } = await measure(
      { origin: true },
      { origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }] },
    )
    expect([results.length, problem]).toEqual([1, 'limit'])
  })
})
