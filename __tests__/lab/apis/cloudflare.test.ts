import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  ACCOUNT_ID,
  API_TOKEN,
  DEFAULT_APIS,
  DEFAULT_CLOUDFLARE,
  withZone,
  ZONE_ID,
  DEFAULT_ZONE,
} from '../../../lab/apis/defaults.ts'
import { errorCode } from '../../../lab/network/routes.ts'
import { openApis, type TestApis, type RequestOptions, type Reply } from './client.ts'

let apis: TestApis
beforeAll(async () => {
  apis = await openApis()
})
beforeEach(() => apis.apply(DEFAULT_APIS))
afterAll(() => apis.close())

const cloudflare = (path: string, options: RequestOptions = {}): Promise<Reply> =>
  apis.send('api.cloudflare.com', `/client/v4${path}`, { token: API_TOKEN, ...options })

const results = async (path: string): Promise<unknown> => (await cloudflare(path)).body

const analytics = (post: object, token = API_TOKEN): Promise<Reply> => cloudflare('/graphql', { post, token })

const failure = (code: number): object => ({ success: false, errors: [{ code }], messages: [], result: null })

const injectFault = (effect: 'reset' | 'silence' | number): void =>
  apis.apply({ ...DEFAULT_APIS, faults: [{ host: 'api.cloudflare.com', path: '/client/v4/zones', effect }] })

describe("Cloudflare's API", () => {
  test('finds a zone by its name', async () => {
    const { status, body } = await cloudflare('/zones?name=shop.example')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      result: [
        { id: ZONE_ID, name: 'shop.example', status: 'active', paused: false, account: { id: ACCOUNT_ID } },
      ],
      result_info: { page: 1, per_page: 20, count: 1, total_count: 1, total_pages: 1 },
    })
    expect((await cloudflare('/zones?name=other.example')).body).toMatchObject({ success: true, result: [] })
    expect((await cloudflare(`/zones/${ZONE_ID}`)).body).toMatchObject({ result: { id: ZONE_ID } })
  })

  test('returns records, filtered or paged', async () => {
    const named = await cloudflare(`/zones/${ZONE_ID}/dns_records?name=www.shop.example&type=A`)
    expect(named.body).toMatchObject({
      result: [{ type: 'A', content: '203.0.113.10', proxied: true, proxiable: true, ttl: 1 }],
    })
    const second = await cloudflare(`/zones/${ZONE_ID}/dns_records?per_page=2&page=2`)
    expect(second.body).toMatchObject({
      result: [{ type: 'TXT', proxied: false }],
      result_info: { page: 2, per_page: 2, count: 1, total_count: 3, total_pages: 2 },
    })
  })

  test('returns settings, and rejects unknown ones', async () => {
    apis.apply(withZone({ settings: { ...DEFAULT_ZONE.settings, ssl: 'flexible' } }))
    expect((await cloudflare(`/zones/${ZONE_ID}/settings/ssl`)).body).toMatchObject({
      result: { id: 'ssl', value: 'flexible', editable: true },
    })
    expect((await cloudflare(`/zones/${ZONE_ID}/settings/nonsense`)).body).toMatchObject(failure(1003))
  })

  test('has no ruleset without rules', async () => {
    const path = `/zones/${ZONE_ID}/rulesets/phases/http_request_origin/entrypoint`
    const none = await cloudflare(path)
    expect([none.status, none.body]).toMatchObject([404, failure(10003)])
    const parameters = { origin: { port: 8443 }, host_header: 'app.example' }
    apis.apply(withZone({ originRules: [{ expression: 'true', enabled: true, parameters }] }))
    expect((await cloudflare(path)).body).toMatchObject({
      result: { kind: 'zone', rules: [{ action: 'route', action_parameters: parameters }] },
    })
  })

  test('returns Workers, load balancers, health checks, pools and tunnels', async () => {
    const zone = {
      ...DEFAULT_ZONE,
      workerRoutes: [{ pattern: 'www.shop.example/*', script: 'shop' }],
      loadBalancers: [{ name: 'www.shop.example', pools: ['p1'] }],
      healthChecks: [
        { name: 'home', address: 'www.shop.example', status: 'unhealthy', failure: 'TCP connection failed' },
      ],
    } as const
    const origin = { name: 'a', address: '203.0.113.10', enabled: true, responseCode: 0 }
    apis.apply({
      ...DEFAULT_APIS,
      cloudflare: {
        ...DEFAULT_CLOUDFLARE,
        zones: [zone],
        pools: [
          {
            id: 'p1',
            name: 'main',
            enabled: true,
            origins: [{ ...origin, healthy: false, failure: 'TCP connection failed' }],
          },
        ],
        tunnels: [
          { id: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415', name: 'shop', status: 'down' },
          { id: 'c40f4029-2ba3-4182-b1c4-b9cab95c305e', name: 'blog', status: 'healthy' },
        ],
      },
    })
    const account = `/accounts/${ACCOUNT_ID}`
    expect(await results(`/zones/${ZONE_ID}/workers/routes`)).toMatchObject({ result: zone.workerRoutes })
    expect(await results(`/zones/${ZONE_ID}/load_balancers`)).toMatchObject({
      result: [{ name: 'www.shop.example', default_pools: ['p1'], fallback_pool: 'p1' }],
    })
    expect(await results(`/zones/${ZONE_ID}/healthchecks`)).toMatchObject({
      result: [{ status: 'unhealthy', failure_reason: 'TCP connection failed' }],
    })
    expect(await results(`${account}/load_balancers/pools`)).toMatchObject({ result: [{ healthy: false }] })
    expect(await results(`${account}/load_balancers/pools/p1`)).toMatchObject({ result: { id: 'p1' } })
    expect(await results(`${account}/load_balancers/pools/p1/health`)).toMatchObject({
      result: {
        pool_id: 'p1',
        pop_health: {
          'San Jose, CA': {
            healthy: false,
            origins: [{ '203.0.113.10': { healthy: false, failure_reason: 'TCP connection failed' } }],
          },
        },
      },
    })
    expect(await results(`${account}/cfd_tunnel?name=shop`)).toMatchObject({ result: [{ status: 'down' }] })
    expect(await results(`${account}/cfd_tunnel/f70ff985-a4ef-4643-bbbc-4a0ed4fc8415`)).toMatchObject({
      result: { status: 'down', connections: [], conns_active_at: null },
    })
    const connected = `${account}/cfd_tunnel/c40f4029-2ba3-4182-b1c4-b9cab95c305e/connections`
    expect(await results(connected)).toMatchObject({ result: [{ conns: [{ colo_name: 'sjc07' }] }] })
    expect(await results(`${account}/cfd_tunnel/none`)).toMatchObject(failure(1001))
  })

  test('returns analytics of a zone, and errors with 200', async () => {
    const traffic = {
      count: 12,
      minutesAgo: 3,
      host: 'www.shop.example',
      path: '/',
      colo: 'SJC',
      edgeStatus: 502,
      originStatus: 502,
      cacheStatus: 'dynamic',
    }
    apis.apply(withZone({ traffic: [traffic] }))
    const query = `query($zone:string!){viewer{zones(filter:{zoneTag:$zone}){
      httpRequestsAdaptiveGroups(limit:100){count dimensions{edgeResponseStatus}}}}}`
    expect((await analytics({ query, variables: { zone: ZONE_ID } })).body).toMatchObject({
      data: {
        viewer: {
          zones: [
            {
              httpRequestsAdaptiveGroups: [
                {
                  count: 12,
                  dimensions: {
                    edgeResponseStatus: 502,
                    originResponseStatus: 502,
                    datetimeMinute: '2026-10-01T12:27:00Z',
                  },
                },
              ],
            },
          ],
        },
      },
      errors: null,
    })
    const other = await analytics({ query, variables: { zone: 'f'.repeat(32) } })
    expect([other.status, other.body]).toMatchObject([
      200,
      { data: null, errors: [{ message: `zones [${'f'.repeat(32)}] are not authorized` }] },
    ])
    const unknown = await analytics({ query: `{ firewallEventsAdaptive }` })
    expect(unknown.body).toMatchObject({ errors: [{ message: 'unknown field "firewallEventsAdaptive"' }] })
    expect((await analytics({})).body).toMatchObject({ data: null })
  })

  test('returns its ranges without a token', async () => {
    const { body } = await apis.send('api.cloudflare.com', '/client/v4/ips')
    expect(body).toMatchObject({
      result: { ipv4_cidrs: DEFAULT_CLOUDFLARE.ranges.v4, ipv6_cidrs: DEFAULT_CLOUDFLARE.ranges.v6 },
    })
  })

  test('checks the token', async () => {
    expect((await cloudflare('/user/tokens/verify')).body).toMatchObject({ result: { status: 'active' } })
    const invalid = await cloudflare('/user/tokens/verify', { token: 'wrong' })
    expect([invalid.status, invalid.body]).toMatchObject([401, failure(1000)])
    const wrong = await cloudflare('/zones', { token: 'wrong' })
    expect([wrong.status, wrong.body]).toMatchObject([403, failure(9109)])
    const malformed = await cloudflare('/zones', { token: 'two words' })
    expect([malformed.status, malformed.body]).toMatchObject([
      400,
      { errors: [{ code: 6003, error_chain: [{ code: 6111 }] }] },
    ])
    const none = await apis.send('api.cloudflare.com', '/client/v4/zones')
    expect([none.status, none.body]).toMatchObject([400, failure(9106)])
  })

  test.each([
    ['/zones', 9109],
    [`/zones/${ZONE_ID}/settings/ssl`, 9109],
    [`/zones/${ZONE_ID}/dns_records`, 10000],
    [`/zones/${ZONE_ID}/workers/routes`, 10000],
    [`/accounts/${ACCOUNT_ID}/cfd_tunnel`, 10000],
  ])('refuses %s without the permission', async (path, code) => {
    const tokens = { [API_TOKEN]: { permissions: [], zones: 'all' } } as const
    apis.apply({ ...DEFAULT_APIS, cloudflare: { ...DEFAULT_CLOUDFLARE, tokens } })
    const { status, body } = await cloudflare(path)
    expect([status, body]).toMatchObject([403, failure(code)])
  })

  test('hides zones that the token may not read', async () => {
    const tokens = { [API_TOKEN]: { permissions: ['Zone Read'], zones: ['blog.example'] } } as const
    apis.apply({ ...DEFAULT_APIS, cloudflare: { ...DEFAULT_CLOUDFLARE, tokens } })
    expect((await cloudflare('/zones?name=shop.example')).body).toMatchObject({ result: [] })
    expect((await cloudflare(`/zones/${ZONE_ID}`)).status).toBe(403)
  })

  test.each([
    ['/zones/not-an-id', 404, 7003],
    [`/accounts/${'0'.repeat(32)}/cfd_tunnel`, 404, 7003],
    ['/nonsense', 400, 7000],
    [`/zones/${ZONE_ID}/nonsense`, 400, 7000],
  ])('rejects %s', async (path, status, code) => {
    const reply = await cloudflare(path)
    expect([reply.status, reply.body]).toMatchObject([status, failure(code)])
  })

  test('has a rate limit, with Retry-After', async () => {
    apis.apply({ ...DEFAULT_APIS, cloudflare: { ...DEFAULT_CLOUDFLARE, requestLimit: 1 } })
    expect((await cloudflare('/zones')).status).toBe(200)
    const { status, headers, body } = await cloudflare('/zones')
    expect([status, body]).toMatchObject([429, failure(971)])
    expect(headers).toMatchObject({ 'retry-after': '300', ratelimit: '"default";r=0;t=300' })
  })
})

describe('a fault of an API', () => {
  test('may be a reset, silence, or a delay', async () => {
    injectFault('reset')
    expect(await cloudflare('/zones').catch(errorCode)).toBe('ECONNRESET')
    expect((await cloudflare('/user/tokens/verify')).status).toBe(200)
    injectFault('silence')
    await expect(cloudflare('/zones', { limit: 100 })).rejects.toThrow()
    injectFault(60)
    const start = performance.now()
    expect((await cloudflare('/zones')).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(50)
  })
})

test('requests are logged, answered or not', async () => {
  const before = apis.requests.length
  await cloudflare('/zones?name=shop.example')
  await apis.send('api.globalping.io', '/v1/measurements', { post: { type: 'http' } })
  expect(apis.requests.slice(before)).toMatchObject([
    { host: 'api.cloudflare.com', method: 'GET', path: '/client/v4/zones' },
    { host: 'api.globalping.io', method: 'POST', body: { type: 'http' } },
  ])
})
