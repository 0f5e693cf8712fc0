import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ApiResponse } from '../../lab/apis/api.ts'
import { cloudflareResponse } from '../../lab/apis/cloudflare/api.ts'
import type { CloudflareSetup, CloudflareZone, Permission } from '../../lab/apis/cloudflare/setup.ts'
import { ACCOUNT_ID, API_TOKEN, DEFAULT_CLOUDFLARE, ZONE_ID, DEFAULT_ZONE } from '../../lab/apis/defaults.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import type { Site } from '../../src/domain/config.ts'
import { openZone, type ApiResults, type Zone } from '../../src/probe/cloudflare/zone.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { ProbeContext } from '../../src/probe/types.ts'
import { SITE } from '../support/config.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { address, network } from '../support/wire.ts'

const POOL = '17b5962d775c646f3f9725cbc7a53df4'
const TUNNEL = 'c1744f8b-faa1-48a4-9e5c-02ac921467fa'
const HOST = 'www.shop.example'

let setup: CloudflareSetup
let override: ApiResponse | 'no response' | undefined
let requests: string[]
let reported: string[]
let server: Listening

beforeEach(async () => {
  setup = DEFAULT_CLOUDFLARE
  override = undefined
  requests = []
  reported = []
  const http = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://api.example')
    requests.push(url.pathname + url.search)
    if (override === 'no response') return
    void Promise.resolve(override ?? labResponse(incoming, url)).then((reply) =>
      response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body)),
    )
  })
  server = await listen(http)
})

afterEach(() => server.close())

async function labResponse(incoming: IncomingMessage, { pathname, searchParams }: URL): Promise<ApiResponse> {
  const { method = '', headers } = incoming
  const sentBody = await text(incoming)
  const body: unknown = sentBody === '' ? undefined : JSON.parse(sentBody)
  const request = { host: 'api.example', method, path: pathname, query: searchParams, headers, body }
  return cloudflareResponse(request, setup, requests.length - 1, Date.UTC(2026, 10, 23))
}

const ADDRESSES: Readonly<Record<string, string>> = {
  'api.example': '127.0.0.1',
  'shop.hosting.example': '203.0.113.10',
  'new.shop.example': '203.0.113.77',
}

function context(): ProbeContext {
  return {
    network: network({
      lookup: async (host) => {
        const known = ADDRESSES[host]
        if (known === undefined) throw errorWithCode('ENOTFOUND')
        return [address(known)]
      },
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 3000,
    onAddresses: (addresses) => reported.push(...addresses),
  }
}

function openLabZone(
  site: Partial<Site> = {},
  zone: Site['zone'] = { token: API_TOKEN },
  shared?: ApiResults,
): Zone {
  const base = `http://api.example:${server.port}/client/v4`
  return openZone({ ...SITE, ...site }, zone ?? { token: '' }, context(), shared, { apiUrl: base })
}

const origin = (host: string): Partial<Site> => ({ origins: [{ scheme: 'https:', host, port: 443 }] })

const withZone = (change: Partial<CloudflareZone>, more: Partial<CloudflareSetup> = {}): CloudflareSetup => ({
  ...DEFAULT_CLOUDFLARE,
  ...more,
  zones: [{ ...DEFAULT_ZONE, ...change }],
})

const record = (
  type: 'A' | 'AAAA' | 'CNAME',
  content: string,
  name = HOST,
): CloudflareZone['records'][number] => ({ type, name, content, proxied: true, ttl: 1 })

describe('the zone of a site', () => {
  test('is found by name, and its facts contain no address', async () => {
    const facts = await openLabZone(origin('203.0.113.10')).facts()
    expect(facts).toEqual({
      status: 'active',
      paused: false,
      ssl: 'strict',
      record: { kind: 'address', proxied: true, pointsToOrigins: [true] },
      rules: { address: false, port: false, host: false },
      worker: false,
      unread: [],
    })
    expect(JSON.stringify(facts)).not.toContain('203.0.113')
  })

  test('is read by its id without a search', async () => {
    const facts = await openLabZone({}, { token: API_TOKEN, id: ZONE_ID }).facts()
    expect(facts).toMatchObject({ status: 'active', unread: [] })
    expect(
      requests.filter((path) => path.includes('?name=')).every((path) => path.includes('dns_records')),
    ).toBe(true)
  })

  test.each<[string, CloudflareZone['records'], string, boolean | null]>([
    ['points to the origin', [record('A', '203.0.113.10')], '203.0.113.10', true],
    ['points elsewhere', [record('A', '192.0.2.66')], '203.0.113.10', false],
    ['points to the origin in another notation', [record('AAAA', '2001:db8::10')], '2001:DB8:0::10', true],
    ['cannot be compared across address families', [record('AAAA', '2001:db8::10')], '203.0.113.10', null],
    ['cannot be compared with a private address', [record('A', '192.0.2.66')], '10.0.0.4', null],
    [
      "is a CNAME of the origin's name",
      [record('CNAME', 'gone.hosting.example')],
      'gone.hosting.example',
      true,
    ],
    [
      'is a CNAME that resolves to the origin',
      [record('CNAME', 'shop.hosting.example')],
      '203.0.113.10',
      true,
    ],
    ['is a CNAME that does not resolve', [record('CNAME', 'gone.hosting.example')], '203.0.113.10', null],
    ['points to a tunnel', [record('CNAME', `${TUNNEL}.cfargotunnel.com`)], '203.0.113.10', null],
    [
      'is a CNAME of another host in the zone',
      [record('CNAME', 'shop.example'), record('A', '203.0.113.10', 'shop.example')],
      '203.0.113.10',
      true,
    ],
    ['is a wildcard', [record('A', '192.0.2.66', '*.shop.example')], '203.0.113.10', false],
  ])('has a record that %s', async (_, records, host, pointsToOrigin) => {
    setup = withZone({ records })
    const { record: found } = await openLabZone(origin(host)).facts()
    expect(found?.pointsToOrigins).toEqual([pointsToOrigin])
  })

  test('includes load balancers, tunnels, Workers and rules', async () => {
    setup = withZone(
      {
        records: [record('CNAME', `${TUNNEL}.cfargotunnel.com`)],
        loadBalancers: [{ name: HOST, pools: [POOL] }],
        workerRoutes: [
          { pattern: `${HOST}/*`, script: 'shop' },
          { pattern: 'other.example/*', script: 'other' },
        ],
        originRules: [{ expression: 'true', enabled: true, parameters: { origin: { port: 8443 } } }],
        paused: true,
        status: 'moved',
      },
      {
        tunnels: [{ id: TUNNEL, name: 'shop', status: 'degraded' }],
        pools: [
          {
            id: POOL,
            name: 'shop',
            enabled: true,
            origins: [
              {
                name: 'one',
                address: '203.0.113.10',
                enabled: true,
                healthy: false,
                failure: 'TCP connection failed',
                responseCode: 0,
              },
            ],
          },
        ],
      },
    )
    expect(await openLabZone().facts()).toMatchObject({
      status: 'moved',
      paused: true,
      tunnel: 'degraded',
      worker: true,
      rules: { address: false, port: true, host: false },
      pools: [{ healthy: false, failures: ['TCP connection failed'] }],
      unread: [],
    })
    expect(requests).toContain(`/client/v4/accounts/${ACCOUNT_ID}/load_balancers/pools/${POOL}/health`)
  })
})

describe('an origin that is not configured', () => {
  test.each<[string, CloudflareZone['records'], Partial<Site>, Site['origins']]>([
    [
      'is the address in the record',
      [record('A', '203.0.113.10')],
      {},
      [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    ],
    [
      'is requested on the port of the URL',
      [record('AAAA', '2001:db8::10')],
      { url: 'https://www.shop.example:8443/' },
      [{ scheme: 'https:', host: '2001:db8::10', port: 8443 }],
    ],
    [
      'is the target of a CNAME',
      [record('CNAME', 'shop.hosting.example')],
      {},
      [{ scheme: 'https:', host: 'shop.hosting.example', port: 443 }],
    ],
    ['is unknown behind a tunnel', [record('CNAME', `${TUNNEL}.cfargotunnel.com`)], {}, []],
    ['is unknown without a record', [], {}, []],
  ])('%s', async (_, records, site, origins) => {
    setup = withZone({ records })
    const found = await openLabZone(site).site()
    expect(found.origins).toEqual(origins)
    expect(reported).toEqual(expect.arrayContaining(origins.map(({ host }) => host)))
  })

  test('is requested over plain HTTP with Flexible', async () => {
    setup = withZone({ settings: { ssl: 'flexible' } })
    const found = await openLabZone().site()
    expect(found.origins).toEqual([{ scheme: 'http:', host: '203.0.113.10', port: 80 }])
  })

  test('is requested as the ssl-mode input says, whatever the zone says', async () => {
    const found = await openLabZone({ sslMode: 'off' }).site()
    expect(found.origins).toEqual([{ scheme: 'http:', host: '203.0.113.10', port: 80 }])
  })

  test('does not replace a configured one', async () => {
    const site = await openLabZone(origin('203.0.113.99')).site()
    expect(site.origins).toEqual(origin('203.0.113.99').origins)
  })
})

const allBut = (...without: readonly Permission[]): CloudflareSetup => ({
  ...DEFAULT_CLOUDFLARE,
  tokens: {
    [API_TOKEN]: {
      permissions: (DEFAULT_CLOUDFLARE.tokens[API_TOKEN]?.permissions ?? []).filter(
        (each) => !without.includes(each),
      ),
      zones: 'all',
    },
  },
})

describe('what cannot be read', () => {
  test.each<[Permission, string]>([
    ['Zone Read', 'The zone'],
    ['DNS Read', 'The DNS records'],
    ['Zone Settings Read', 'The SSL mode'],
    ['Origin Rules Read', 'The Origin Rules'],
    ['Workers Routes Read', 'The Worker routes'],
    ['Load Balancers Read', 'The load balancers'],
  ])('is reported in a sentence: %s', async (permission, what) => {
    setup = allBut(permission)
    const { unread } = await openLabZone().facts()
    expect(unread).toEqual([`${what} could not be read: the token lacks the permission "${permission}".`])
  })

  test('is reported once if the token is invalid', async () => {
    const { unread } = await openLabZone({}, { token: 'expired' }).facts()
    expect(unread).toEqual(["The zone could not be read: Cloudflare's API rejected the token."])
  })

  test('is the zone if the token is for another one', async () => {
    setup = withZone({ name: 'other.example' })
    const { unread } = await openLabZone().facts()
    expect(unread).toEqual(['The zone could not be read: the token sees no zone with the name of this site.'])
  })

  test.each<[string, ApiResponse | 'no response', RegExp]>([
    ['fails', { status: 500, body: 'Internal Server Error' }, /API failed/],
    ['is not JSON', { status: 200, body: '<html>' }, /API failed/],
    ['rate-limits us', { status: 429, body: {} }, /429/],
    [
      'redirects elsewhere',
      { status: 302, body: '', headers: { location: 'https://evil.example/' } },
      /did not find it|failed/,
    ],
  ])('is reported if the API %s', async (_, reply, sentence) => {
    override = reply
    const { unread } = await openLabZone().facts()
    expect(unread).toHaveLength(1)
    expect(unread[0]).toMatch(sentence)
  })

  test('is reported after a timeout if the API does not respond', async () => {
    override = 'no response'
    const zone = openZone(SITE, { token: API_TOKEN }, context(), undefined, {
      apiUrl: `http://api.example:${server.port}/client/v4`,
      timeout: 200,
    })
    expect((await zone.facts()).unread).toEqual([
      "The zone could not be read: Cloudflare's API did not respond in time.",
    ])
  })
})

test('sites with the same token share results', async () => {
  const shared: ApiResults = new Map()
  await Promise.all([
    openLabZone({}, { token: API_TOKEN }, shared).facts(),
    openLabZone({ url: 'https://www.shop.example/cart' }, { token: API_TOKEN }, shared).facts(),
  ])
  expect(requests).toHaveLength(new Set(requests).size)
})

describe('the analytics of a zone', () => {
  const traffic = [
    {
      count: 40,
      minutesAgo: 5,
      host: HOST,
      path: '/',
      colo: 'SJC',
      edgeStatus: 502,
      originStatus: 502,
      cacheStatus: 'dynamic',
    },
    {
      count: 7,
      minutesAgo: 5,
      host: 'other.example',
      path: '/',
      colo: 'SJC',
      edgeStatus: 502,
      originStatus: 0,
      cacheStatus: 'none',
    },
  ]

  test('count the statuses of the edge and the origin for the host', async () => {
    setup = withZone({ traffic })
    expect(await openLabZone().analytics(context())).toEqual({
      minutes: 30,
      rows: [{ edge: 502, origin: 502, count: 40 }],
    })
  })

  test('that cannot be read are reported in a sentence', async () => {
    setup = {
      ...withZone({ traffic }),
      tokens: { [API_TOKEN]: { permissions: ['Zone Read'], zones: 'all' } },
    }
    const { rows, unread } = await openLabZone().analytics(context())
    expect(rows).toEqual([])
    expect(unread).toMatch(/Analytics Read/)
  })
})
