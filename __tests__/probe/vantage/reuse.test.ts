import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { edgeView } from '../../../src/diagnosis/next/edge-view.ts'
import type { Site } from '../../../src/domain/config.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import type { VantageMeasurement } from '../../../src/domain/vantage/vantage.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import { openVantage, type UsedLimits, type VantageProbe } from '../../../src/probe/vantage/vantage.ts'
import { SITE } from '../../support/config.ts'
import { challenge, edgeError, edgeResponse, refusedConnection, REQUEST } from '../../support/evidence.ts'
import { address } from '../../support/wire.ts'
import {
  contextWith,
  openTestGlobalping,
  probe,
  testClock,
  type TestClock,
  type TestGlobalping,
} from './support.ts'

const VANTAGE_SITE: Site = {
  ...SITE,
  vantage: { points: [{ location: 'world', probes: 1 }], origin: false },
}
const GOOD = edgeResponse(200)
const SECOND = 1000

let api: TestGlobalping
let clock: TestClock
let elsewhere: VantageProbe
let limits: UsedLimits
beforeEach(async () => {
  api = await openTestGlobalping()
  api.set({ probes: [probe('SE')], pollsInProgress: 0 })
  clock = testClock()
  limits = new Map()
  elsewhere = opened()
})
afterEach(() => api.close())

function opened(site = VANTAGE_SITE): VantageProbe {
  const vantage = openVantage(site, edgeView, limits, api.url)
  if (vantage === undefined) throw new Error('The site has places')
  return vantage
}

const evidenceWith = (edge: Exchange): Evidence => ({ at: 0, request: REQUEST, edge })

/** A round in which this runner gets that from the edge, so many milliseconds after the end of the previous one. */
async function round(
  edge: Exchange,
  after = 5 * SECOND,
  origins: Site['origins'] = [],
  { isNeeded = true, isHealthy = false } = {},
): Promise<VantageMeasurement | undefined> {
  clock.pass(after)
  const known = evidenceWith(edge)
  const subject = {
    resolution: Promise.resolve({
      kind: 'resolved',
      host: 'x',
      elapsed: 1,
      addresses: [address('104.16.10.10')],
    } as const),
    origins: async () =>
      planOf({ ...SITE, origins }).origins.map((request) => ({
        request,
        resolution: Promise.resolve({
          kind: 'resolved',
          host: 'x',
          elapsed: 1,
          addresses: [address(request.host)],
        } as const),
      })),
  }
  const measurement = await elsewhere.measure(known, isNeeded, subject, contextWith(clock))
  elsewhere.ended(known, isHealthy)
  return measurement
}

const creations = (): number => api.requests.filter(({ method }) => method === 'POST').length

describe('a measurement', () => {
  test('is reused for thirty seconds while this runner gets the same', async () => {
    const first = await round(edgeError(521))
    for (let passed = 5; passed < 25; passed += 5) expect(await round(edgeError(521))).toBe(first)
    expect(await round(edgeError(521), 10 * SECOND)).not.toBe(first)
    expect(creations()).toBe(2)
  })

  test.each<[string, Exchange]>([
    ['recovered', GOOD],
    ['fails with another error', edgeError(522)],
    ['is challenged', challenge('header')],
    ['no longer connects', refusedConnection],
  ])('is not reused after the site %s', async (_, edge) => {
    const first = await round(edgeError(521))
    expect(await round(edge)).not.toBe(first)
    expect(creations()).toBe(2)
  })

  test('is not reused after another state in between', async () => {
    const first = await round(GOOD)
    // This round is not measured.
    clock.pass(SECOND)
    elsewhere.ended(evidenceWith(edgeError(521)), false)
    expect(await round(GOOD)).not.toBe(first)
  })

  test('belongs to what this runner got in the end, if it started before that', async () => {
    const subject = {
      resolution: Promise.resolve({
        kind: 'failed',
        host: 'x',
        elapsed: 1,
        reason: 'timeout',
        code: 'E',
      } as const),
      origins: async () => [],
    }
    const measured = await elsewhere.measure(
      evidenceWith(refusedConnection),
      true,
      subject,
      contextWith(clock),
    )
    elsewhere.ended(evidenceWith(edgeError(522)), false)
    expect(await round(edgeError(522))).toBe(measured)
    expect(await round(refusedConnection)).not.toBe(measured)
  })

  test('is not made for a round that does not need one, as long as the site is healthy', async () => {
    const healthy = { isNeeded: false, isHealthy: true }
    expect(await round(GOOD, 0, [], healthy)).toBeUndefined()
    const first = await round(GOOD, 0, [], { isNeeded: true, isHealthy: false })
    // It may be the reason why the site is not healthy, so a round without it would look like a recovery.
    expect(await round(GOOD, SECOND, [], healthy)).toBe(first)
    expect(await round(GOOD, SECOND, [], healthy)).toBeUndefined()
    expect(creations()).toBe(1)
  })

  test('is made twice at once, and then every half minute at most', async () => {
    await round(edgeError(521))
    await round(GOOD)
    expect(await round(edgeError(521))).toBeUndefined()
    expect(await round(edgeError(521), 30 * SECOND)).toBeDefined()
    expect(creations()).toBe(3)
  })

  test('is made about once a minute during a long outage', async () => {
    for (let passed = 0; passed < 600; passed += 5) expect(await round(edgeError(521))).toBeDefined()
    expect(creations()).toBeLessThanOrEqual(12)
  })
})

describe('while a site is watched,', () => {
  test('a failure is measured at once, and at most every minute after that', async () => {
    await round(GOOD)
    elsewhere.watch()
    expect(await round(edgeError(521), 10 * SECOND)).toBeDefined()
    for (let passed = 10; passed < 50; passed += 10)
      expect(await round(edgeError(521), 10 * SECOND)).toBeDefined()
    expect(creations()).toBe(2)
    expect(await round(edgeError(521), 20 * SECOND)).toBeDefined()
    expect(creations()).toBe(3)
    // Another failure, too early to measure it.
    expect(await round(edgeError(522), 10 * SECOND)).toBeUndefined()
    expect(creations()).toBe(3)
  })
})

test('while a site is watched, a round that does not need a measurement has none', async () => {
  await round(GOOD)
  elsewhere.watch()
  expect(await round(GOOD, SECOND, [], { isNeeded: false })).toBeUndefined()
})

describe('after a problem,', () => {
  test.each([
    [401, 'token'],
    [422, 'no-probes'],
    [400, 'rejected'],
  ] as const)('%d, nothing more is sent', async (status, problem) => {
    api.set({}, () => ({ status, body: {} }))
    for (const edge of [edgeError(521), GOOD, edgeError(522)])
      expect(await round(edge, 100 * SECOND)).toMatchObject({ problem })
    expect(api.requests).toHaveLength(1)
  })

  test('nothing was ever sent for a private host', async () => {
    elsewhere = opened({ ...VANTAGE_SITE, url: 'https://intranet/' })
    for (const edge of [edgeError(521), GOOD])
      expect(await round(edge, 100 * SECOND)).toMatchObject({ problem: 'private' })
    expect(api.requests).toEqual([])
  })

  test('the limit, nothing is sent until it is renewed', async () => {
    api.set({ probes: [probe('SE')], remaining: 0 })
    for (const edge of [edgeError(521), GOOD, edgeError(522)])
      expect(await round(edge, 300 * SECOND)).toMatchObject({ problem: 'limit' })
    expect(creations()).toBe(1)
    api.set({ probes: [probe('SE')], pollsInProgress: 0 })
    expect(await round(GOOD, 1800 * SECOND)).not.toHaveProperty('problem')
  })

  test('the limit of an account counts for every site of the run', async () => {
    api.set({ probes: [probe('SE')], remaining: 0, tokens: ['gp-token'] })
    await round(GOOD)
    elsewhere = opened({ ...VANTAGE_SITE, url: 'https://another.shop.example/' })
    expect(await round(GOOD)).toMatchObject({ problem: 'limit', cost: { tests: 0, resetsIn: 1795 } })
    expect(creations()).toBe(1)
    elsewhere = opened({
      ...VANTAGE_SITE,
      vantage: { points: [{ location: 'world', probes: 1 }], origin: false, token: 'gp-token' },
    })
    expect(await round(GOOD)).toMatchObject({ problem: 'limit' })
    expect(creations()).toBe(2)
  })

  test('of the origins alone, what the edge got is not reused after it changed', async () => {
    const vantage = {
      points: VANTAGE_SITE.vantage?.points ?? [{ location: 'world', probes: 1 }],
      origin: true,
    } as const
    const origins = [{ scheme: 'https:', host: '203.0.113.10', port: 443 }] as const
    elsewhere = opened({ ...VANTAGE_SITE, vantage, origins })
    let posts = 0
    api.set({ probes: [probe('SE')], pollsInProgress: 0 }, ({ method }) =>
      method === 'POST' && (posts += 1) === 2 ? { status: 422, body: {} } : undefined,
    )
    const first = await round(edgeError(521), 0, origins)
    expect(first).toMatchObject({ problem: 'no-probes', results: [expect.anything()] })
    expect(await round(GOOD, SECOND)).not.toBe(first)
  })

  test('a failing API is not requested again within half a minute', async () => {
    api.set({}, () => ({ status: 503, body: '' }))
    for (const edge of [edgeError(521), GOOD, edgeError(522)])
      expect(await round(edge)).toMatchObject({ problem: 'unavailable' })
    expect(creations()).toBe(1)
    await round(GOOD, 30 * SECOND)
    expect(creations()).toBe(2)
  })
})

test('a site without places has no probe', () => {
  expect(openVantage(SITE, edgeView)).toBeUndefined()
})
