import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { GlobalpingSetup } from '../../../lab/apis/globalping.ts'
import type { Probe } from '../../../lab/apis/globalping-probes.ts'
import { DEFAULT_APIS, DEFAULT_CLOUDFLARE } from '../../../lab/apis/defaults.ts'
import { openApis, type AskedApis, type Asking, type Reply } from './client.ts'

let apis: AskedApis
beforeAll(async () => {
  apis = await openApis()
})
beforeEach(() => apis.apply(DEFAULT_APIS))
afterAll(() => apis.close())

const list = (path: string): Promise<Reply> => apis.asked('www.cloudflare.com', path)

const order = (post: object, asking: Asking = {}): Promise<Reply> =>
  apis.asked('api.globalping.io', '/v1/measurements', { post, ...asking })

const look = ({ headers }: Reply): Promise<Reply> =>
  apis.asked('api.globalping.io', new URL(headers.location ?? '/', 'https://api.globalping.io').pathname)

describe('www.cloudflare.com', () => {
  test('lists ranges, one a line and none after the last', async () => {
    const { status, text } = await list('/ips-v4')
    expect([status, text.split('\n')]).toEqual([200, DEFAULT_CLOUDFLARE.ranges.v4])
    expect((await list('/ips-v6')).text).toMatch(/^2400:cb00::\/32\n[\s\S]*2c0f:f248::\/32$/)
    expect((await list('/')).status).toBe(404)
  })

  test.each([
    ['page', 200, /<html>/],
    ['error', 500, /<html>/],
    ['garbage', 200, /^0\.0\.0\.0\/0\n[\s\S]*999\.1\.2\.3\/20/],
    ['empty', 200, /^$/],
  ] as const)('may give no list: %s', async (ranges, status, pattern) => {
    apis.apply({ ...DEFAULT_APIS, ranges })
    const reply = await list('/ips-v4')
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(pattern)
  })
})

describe('the status page', () => {
  const SUMMARY = '/api/v2/summary.json'

  test('is green', async () => {
    const { body } = await apis.asked('www.cloudflarestatus.com', SUMMARY)
    expect(body).toMatchObject({
      page: { id: 'yh6f0r4529hb' },
      incidents: [],
      scheduled_maintenances: [],
      status: { indicator: 'none', description: 'All Systems Operational' },
    })
    const { body: parts } = await apis.asked('yh6f0r4529hb.statuspage.io', '/api/v2/components.json')
    expect(parts).toMatchObject({
      components: expect.arrayContaining([
        expect.objectContaining({ name: 'San Jose, CA, United States - (SJC)', status: 'operational' }),
      ]),
    })
    expect(parts).not.toHaveProperty('incidents')
    expect((await apis.asked('www.cloudflarestatus.com', '/api/v2/other.json')).status).toBe(404)
  })

  test('knows of a data center that is out', async () => {
    const name = 'San Jose, CA, United States - (SJC)'
    apis.apply({
      ...DEFAULT_APIS,
      status: {
        degraded: { SJC: 'major_outage' },
        incidents: [
          {
            name: 'Network performance issues in San Jose',
            status: 'investigating',
            impact: 'major',
            components: [name],
            text: 'We are looking into it.',
          },
        ],
        maintenances: [],
      },
    })
    const { body } = await apis.asked('www.cloudflarestatus.com', SUMMARY)
    expect(body).toMatchObject({
      status: { indicator: 'major' },
      incidents: [{ impact: 'major', components: [{ name, status: 'major_outage' }] }],
    })
    const unresolved = await apis.asked('www.cloudflarestatus.com', '/api/v2/incidents/unresolved.json')
    expect(unresolved.body).toMatchObject({ incidents: [{ status: 'investigating' }] })
  })

  test('may refuse one name and answer under the other', async () => {
    const effect = { status: 403, body: '<html>', headers: { 'content-type': 'text/html' } }
    apis.apply({ ...DEFAULT_APIS, faults: [{ host: 'www.cloudflarestatus.com', path: '', effect }] })
    expect((await apis.asked('www.cloudflarestatus.com', SUMMARY)).status).toBe(403)
    expect((await apis.asked('yh6f0r4529hb.statuspage.io', SUMMARY)).status).toBe(200)
  })
})

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
  const stage = (more: Partial<GlobalpingSetup> = {}): void =>
    apis.apply({ ...DEFAULT_APIS, globalping: { ...DEFAULT_APIS.globalping, probes: PROBES, ...more } })

  const ORDER = {
    type: 'http',
    target: 'www.shop.example',
    locations: [{ magic: 'Europe', limit: 2 }, { magic: 'JP' }],
    measurementOptions: { protocol: 'HTTPS', request: { method: 'GET', path: '/' } },
  }

  test('measures, and has finished when it is looked at again', async () => {
    stage()
    const ordered = await order(ORDER)
    expect([ordered.status, ordered.body]).toMatchObject([202, { probesCount: 3 }])
    expect(ordered.headers).toMatchObject({ 'x-ratelimit-limit': '250', 'x-ratelimit-reset': '1800' })

    const early = await look(ordered)
    expect(early.body).toMatchObject({
      status: 'in-progress',
      results: Array.from({ length: 3 }, () => ({ result: { status: 'in-progress' } })),
    })
    expect((await look(ordered)).body).toMatchObject({
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
        // Of each place in turn.
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
  ])('measures from %j, limit %p', async (locations, limit, countries) => {
    stage({ pollsInProgress: 0 })
    const ordered = await order({ ...ORDER, locations, limit })
    expect((await look(ordered)).body).toMatchObject({
      results: countries.map((country) => ({ probe: { country } })),
    })
  })

  test.each([
    [{ ...ORDER, locations: [{ magic: 'Atlantis' }] }, 422, 'no_probes_found'],
    [{ ...ORDER, target: undefined }, 400, 'validation_error'],
    [[], 400, 'validation_error'],
  ])('refuses what it cannot measure: %j', async (post, status, type) => {
    stage()
    const reply = await order(post)
    expect([reply.status, reply.body]).toMatchObject([status, { error: { type } }])
  })

  test('has a limit for the hour', async () => {
    stage({ remaining: 0 })
    const { status, headers, body } = await order(ORDER)
    expect([status, body]).toMatchObject([429, { error: { type: 'rate_limit_exceeded' } }])
    expect(headers['x-ratelimit-remaining']).toBe('0')
  })

  test('takes known tokens, and none', async () => {
    stage({ tokens: ['gp-token'] })
    expect((await order(ORDER, { token: 'gp-token' })).status).toBe(202)
    expect((await order(ORDER, { token: 'another' })).status).toBe(401)
    expect((await apis.asked('api.globalping.io', '/v1/measurements/none')).status).toBe(404)
  })
})
