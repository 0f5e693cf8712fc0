import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DEFAULT_APIS } from '../../../lab/apis/defaults.ts'
import type { Probe } from '../../../lab/apis/globalping-probes.ts'
import type { GlobalpingSetup } from '../../../lab/apis/globalping.ts'
import { deviations } from '../../support/globalping-description.ts'
import { openApis, type Reply, type RequestOptions, type TestApis } from './client.ts'

let apis: TestApis
beforeAll(async () => {
  apis = await openApis()
})
beforeEach(() => apis.apply(DEFAULT_APIS))
afterAll(() => apis.close())

const create = (post: object, options: RequestOptions = {}): Promise<Reply> =>
  apis.send('api.globalping.io', '/v1/measurements', { post, ...options })

const poll = ({ headers }: Reply): Promise<Reply> =>
  apis.send('api.globalping.io', new URL(headers.location ?? '/', 'https://api.globalping.io').pathname)

const probe = (country: string, continent: string, outcome: Probe['outcome']): Probe => ({
  continent,
  region: 'Western Europe',
  country,
  city: `City of ${country}`,
  asn: 64_500,
  network: 'Lab Net',
  outcome,
})

describe('Globalping', () => {
  const PROBES = [
    probe('DE', 'EU', {
      status: 200,
      headers: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-FRA' },
      body: 'Welcome',
      address: '104.16.10.10',
    }),
    probe('FR', 'EU', { failure: 'connect ECONNREFUSED 104.16.10.10:443' }),
    probe('JP', 'AS', 'offline'),
  ]
  const setUp = (more: Partial<GlobalpingSetup> = {}): void =>
    apis.apply({ ...DEFAULT_APIS, globalping: { ...DEFAULT_APIS.globalping, probes: PROBES, ...more } })

  const MEASUREMENT = {
    type: 'http',
    target: 'www.shop.example',
    locations: [{ magic: 'Europe', limit: 2 }, { magic: 'JP' }],
    measurementOptions: { protocol: 'HTTPS', request: { method: 'GET', path: '/' } },
  }

  test('a measurement finishes after one poll', async () => {
    setUp()
    const created = await create(MEASUREMENT)
    expect([created.status, created.body]).toMatchObject([202, { probesCount: 3 }])
    expect(created.headers).toMatchObject({ 'x-ratelimit-limit': '250', 'x-ratelimit-reset': '1800' })

    const early = await poll(created)
    expect(early.body).toMatchObject({
      status: 'in-progress',
      results: Array.from({ length: 3 }, () => ({ result: { status: 'in-progress' } })),
    })
    expect((await poll(created)).body).toMatchObject({
      type: 'http',
      status: 'finished',
      target: 'www.shop.example',
      results: [
        {
          probe: { country: 'DE', asn: 64_500 },
          result: {
            status: 'finished',
            statusCode: 200,
            statusCodeName: 'OK',
            rawBody: 'Welcome',
            resolvedAddress: '104.16.10.10',
            headers: { 'cf-ray': '8f2a1c0d9e7b6543-FRA' },
            timings: { total: 62 },
            tls: { authorized: true, subject: { CN: 'www.shop.example' } },
          },
        },
        // From each location in turn.
        { probe: { country: 'JP' }, result: { status: 'offline' } },
        {
          probe: { country: 'FR' },
          result: { status: 'failed', rawOutput: 'connect ECONNREFUSED 104.16.10.10:443' },
        },
      ],
    })
  })

  test.each([
    [[{ magic: 'world' }], undefined, ['DE']],
    [undefined, 5, ['DE', 'FR', 'JP']],
    [[{ magic: 'AS64500+Asia' }], undefined, ['JP']],
    [[{ country: 'FR' }, { city: 'City of JP' }], undefined, ['FR', 'JP']],
    [[{ magic: 'EU' }, { magic: 'AS' }], 2, ['DE', 'JP']],
  ])('selects probes for %j, limit %p', async (locations, limit, countries) => {
    setUp({ pollsInProgress: 0 })
    const created = await create({ ...MEASUREMENT, locations, limit })
    expect((await poll(created)).body).toMatchObject({
      results: countries.map((country) => ({ probe: { country } })),
    })
  })

  test.each([
    [{ ...MEASUREMENT, locations: [{ magic: 'Atlantis' }] }, 422, 'no_probes_found'],
    [{ ...MEASUREMENT, target: undefined }, 400, 'validation_error'],
    [[], 400, 'validation_error'],
  ])('rejects an invalid measurement: %j', async (post, status, type) => {
    setUp()
    const reply = await create(post)
    expect([reply.status, reply.body]).toMatchObject([status, { error: { type } }])
  })

  test('responds as its description says', async () => {
    setUp({
      probes: [
        ...PROBES,
        probe('GB', 'EU', {
          status: 301,
          headers: { location: 'https://www.shop.example/', 'set-cookie': ['a=1', 'b=2'] },
          body: 'x'.repeat(20_000),
          address: '104.16.10.10',
          certificateError: 'CERT_HAS_EXPIRED',
        }),
        probe('SE', 'EU', 'silent'),
      ],
    })
    const post = { ...MEASUREMENT, locations: [{ magic: 'world', limit: 9 }] }
    expect(deviations('request', post)).toEqual([])
    const created = await create(post)
    expect(deviations('created', created.body)).toEqual([])
    for (const reply of [await poll(created), await poll(created), await poll(created)])
      expect(deviations('measurement', reply.body)).toEqual([])
    const again = await create({ ...post, target: '203.0.113.10', locations: 'Lab0000000000001' })
    expect(again.status).toBe(202)
    for (const rejected of [{}, { ...post, locations: 'none' }, { ...post, locations: [{ magic: 'X' }] }])
      expect(deviations('error', (await create(rejected)).body)).toEqual([])
    expect(deviations('request', { ...post, headers: {} })).toEqual([
      expect.stringContaining('must NOT have additional properties'),
    ])
  })

  test('credits pay for tests over the limit, with a token', async () => {
    setUp({ remaining: 0, credits: 10, tokens: ['gp-token'] })
    const paid = await create(MEASUREMENT, { token: 'gp-token' })
    expect(paid.headers).toMatchObject({
      'x-ratelimit-consumed': '0',
      'x-credits-consumed': '3',
      'x-credits-remaining': '7',
      'x-request-cost': '3',
    })
    expect((await create(MEASUREMENT)).status).toBe(429)
  })

  test('has an hourly limit', async () => {
    setUp({ remaining: 0 })
    const { status, headers, body } = await create(MEASUREMENT)
    expect([status, body]).toMatchObject([429, { error: { type: 'too_many_probes' } }])
    expect(headers['x-ratelimit-remaining']).toBe('0')
  })

  test('accepts known tokens, and requests without one', async () => {
    setUp({ tokens: ['gp-token'] })
    expect((await create(MEASUREMENT, { token: 'gp-token' })).status).toBe(202)
    expect((await create(MEASUREMENT, { token: 'another' })).status).toBe(401)
    expect((await apis.send('api.globalping.io', '/v1/measurements/none')).status).toBe(404)
  })
})
