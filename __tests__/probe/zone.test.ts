import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ApiResponse } from '../../lab/apis/api.ts'
import { cloudflareResponse } from '../../lab/apis/cloudflare/api.ts'
import type { CloudflareSetup, CloudflareZone, Permission } from '../../lab/apis/cloudflare/setup.ts'
import { ACCOUNT_ID, API_TOKEN, DEFAULT_CLOUDFLARE, ZONE_ID, DEFAULT_ZONE } from '../../lab/apis/defaults.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import type { Site } from '../../src/domain/config.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { openZone, type ApiResults, type Zone } from '../../src/probe/cloudflare/zone.ts'
import { SITE } from '../support/config.ts'
import { address, coded, network } from '../support/wire.ts'
import type { ProbeContext } from '../../src/probe/types.ts'

const POOL = '17b5962d775c646f3f9725cbc7a53df4'
const TUNNEL = 'c1744f8b-faa1-48a4-9e5c-02ac921467fa'
const HOST = 'www.shop.example'

let stage: CloudflareSetup
let answerInstead: ApiResponse | 'silence' | undefined
let asked: string[]
let revealed: string[]
let server: Listening

beforeEach(async () => {
  stage = DEFAULT_CLOUDFLARE
  answerInstead = undefined
  asked = []
  revealed = []
  const http = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://api.example')
    asked.push(url.pathname + url.search)
    if (answerInstead === 'silence') return
    void Promise.resolve(answerInstead ?? staged(incoming, url)).then((answer) =>
      response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body)),
    )
  })
  server = await listen(http)
})

afterEach(() => server.close())

async function staged(incoming: IncomingMessage, { pathname, searchParams }: URL): Promise<ApiResponse> {
  const { method = '', headers } = incoming
  const sent = await text(incoming)
  const body: unknown = sent === '' ? undefined : JSON.parse(sent)
  const request = { host: 'api.example', method, path: pathname, query: searchParams, headers, body }
  return cloudflareResponse(request, stage, asked.length - 1, Date.UTC(2026, 10, 23))
}

const names: Readonly<Record<string, string>> = {
  'api.example': '127.0.0.1',
  'shop.hosting.example': '203.0.113.10',
  'new.shop.example': '203.0.113.77',
}

function way(): ProbeContext {
  return {
    network: network({
      lookup: async (host) => {
        const found = names[host]
        if (found === undefined) throw coded('ENOTFOUND')
        return [address(found)]
      },
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 3000,
    onAddresses: (addresses) => revealed.push(...addresses),
  }
}

function reading(
  site: Partial<Site> = {},
  zone: Site['zone'] = { token: API_TOKEN },
  shared?: ApiResults,
): Zone {
  const base = `http://api.example:${server.port}/client/v4`
  return openZone({ ...SITE, ...site }, zone ?? { token: '' }, way(), shared, { apiUrl: base })
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
  test('is found by name, and told without an address', async () => {
    const facts = await reading(origin('203.0.113.10')).facts()
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

  test('is read under an id without a search for it', async () => {
    const facts = await reading({}, { token: API_TOKEN, id: ZONE_ID }).facts()
    expect(facts).toMatchObject({ status: 'active', unread: [] })
    expect(
      asked.filter((path) => path.includes('?name=')).every((path) => path.includes('dns_records')),
    ).toBe(true)
  })

  test.each<[string, CloudflareZone['records'], string, boolean | null]>([
    ['leads to the origin', [record('A', '203.0.113.10')], '203.0.113.10', true],
    ['leads elsewhere', [record('A', '192.0.2.66')], '203.0.113.10', false],
    ['leads there by another spelling', [record('AAAA', '2001:db8::10')], '2001:DB8:0::10', true],
    ['cannot be compared over two families', [record('AAAA', '2001:db8::10')], '203.0.113.10', null],
    [
      'cannot be compared with an address of a private network',
      [record('A', '192.0.2.66')],
      '10.0.0.4',
      null,
    ],
    [
      "is an alias of the origin's name",
      [record('CNAME', 'gone.hosting.example')],
      'gone.hosting.example',
      true,
    ],
    [
      'is an alias that resolves to the origin',
      [record('CNAME', 'shop.hosting.example')],
      '203.0.113.10',
      true,
    ],
    ['is an alias that resolves to nothing', [record('CNAME', 'gone.hosting.example')], '203.0.113.10', null],
    ['leads to a tunnel', [record('CNAME', `${TUNNEL}.cfargotunnel.com`)], '203.0.113.10', null],
    [
      'is an alias of another host of the zone',
      [record('CNAME', 'shop.example'), record('A', '203.0.113.10', 'shop.example')],
      '203.0.113.10',
      true,
    ],
    ['is one for every host', [record('A', '192.0.2.66', '*.shop.example')], '203.0.113.10', false],
  ])('has a record that %s', async (_, records, given, leads) => {
    stage = withZone({ records })
    const { record: found } = await reading(origin(given)).facts()
    expect(found?.pointsToOrigins).toEqual([leads])
  })

  test('tells of load balancers, tunnels, Workers and rules', async () => {
    stage = withZone(
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
    expect(await reading().facts()).toMatchObject({
      status: 'moved',
      paused: true,
      tunnel: 'degraded',
      worker: true,
      rules: { address: false, port: true, host: false },
      pools: [{ healthy: false, failures: ['TCP connection failed'] }],
      unread: [],
    })
    expect(asked).toContain(`/client/v4/accounts/${ACCOUNT_ID}/load_balancers/pools/${POOL}/health`)
  })
})

describe('an origin that nobody gave', () => {
  test.each<[string, CloudflareZone['records'], Partial<Site>, Site['origins']]>([
    [
      'is the address of the record',
      [record('A', '203.0.113.10')],
      {},
      [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    ],
    [
      'is asked at the port of the URL',
      [record('AAAA', '2001:db8::10')],
      { url: 'https://www.shop.example:8443/' },
      [{ scheme: 'https:', host: '2001:db8::10', port: 8443 }],
    ],
    [
      'is the name of an alias',
      [record('CNAME', 'shop.hosting.example')],
      {},
      [{ scheme: 'https:', host: 'shop.hosting.example', port: 443 }],
    ],
    ['is nowhere behind a tunnel', [record('CNAME', `${TUNNEL}.cfargotunnel.com`)], {}, []],
    ['is nowhere without a record', [], {}, []],
  ])('%s', async (_, records, site, origins) => {
    stage = withZone({ records })
    const found = await reading(site).site()
    expect(found.origins).toEqual(origins)
    expect(revealed).toEqual(expect.arrayContaining(origins.map(({ host }) => host)))
  })

  test('is asked by plain HTTP under Flexible', async () => {
    stage = withZone({ settings: { ssl: 'flexible' } })
    const found = await reading().site()
    expect(found.origins).toEqual([{ scheme: 'http:', host: '203.0.113.10', port: 80 }])
  })

  test('is asked as the user says, whatever the zone says', async () => {
    const found = await reading({ sslMode: 'off' }).site()
    expect(found.origins).toEqual([{ scheme: 'http:', host: '203.0.113.10', port: 80 }])
  })

  test('does not replace one that was given', async () => {
    const site = await reading(origin('203.0.113.99')).site()
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

describe('what may not be read', () => {
  test.each<[Permission, string]>([
    ['Zone Read', 'The zone'],
    ['DNS Read', 'The DNS records'],
    ['Zone Settings Read', 'The SSL mode'],
    ['Origin Rules Read', 'The Origin Rules'],
    ['Workers Routes Read', "The Workers' routes"],
    ['Load Balancers Read', 'The load balancers'],
  ])('is a sentence: %s', async (permission, what) => {
    stage = allBut(permission)
    const { unread } = await reading().facts()
    expect(unread).toEqual([`${what} could not be read: the token lacks the permission "${permission}".`])
  })

  test('is one sentence when the token is wrong', async () => {
    const { unread } = await reading({}, { token: 'expired' }).facts()
    expect(unread).toEqual(["The zone could not be read: Cloudflare's API does not accept the token."])
  })

  test('is the zone when the token is for another', async () => {
    stage = withZone({ name: 'other.example' })
    const { unread } = await reading().facts()
    expect(unread).toEqual(['The zone could not be read: the token sees no zone with the name of this site.'])
  })

  test.each<[string, ApiResponse | 'silence', RegExp]>([
    ['fails', { status: 500, body: 'Internal Server Error' }, /API failed/],
    ['is not JSON', { status: 200, body: '<html>' }, /API failed/],
    ['has had too much', { status: 429, body: {} }, /429/],
    [
      'redirects elsewhere',
      { status: 302, body: '', headers: { location: 'https://evil.example/' } },
      /nothing of it|failed/,
    ],
  ])('while the API %s', async (_, answer, says) => {
    answerInstead = answer
    const { unread } = await reading().facts()
    expect(unread).toHaveLength(1)
    expect(unread[0]).toMatch(says)
  })

  test('while the API stays silent ends with the patience for one request', async () => {
    answerInstead = 'silence'
    const zone = openZone(SITE, { token: API_TOKEN }, way(), undefined, {
      apiUrl: `http://api.example:${server.port}/client/v4`,
      timeout: 200,
    })
    expect((await zone.facts()).unread).toEqual([
      "The zone could not be read: Cloudflare's API did not answer in time.",
    ])
  })
})

test('sites of a zone share what was read of it', async () => {
  const shared: ApiResults = new Map()
  await Promise.all([
    reading({}, { token: API_TOKEN }, shared).facts(),
    reading({ url: 'https://www.shop.example/cart' }, { token: API_TOKEN }, shared).facts(),
  ])
  expect(asked).toHaveLength(new Set(asked).size)
})

describe('the figures of a zone', () => {
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

  test('count what visitors of the host got, and what the origin had said', async () => {
    stage = withZone({ traffic })
    expect(await reading().analytics(way())).toEqual({
      minutes: 30,
      rows: [{ edge: 502, origin: 502, count: 40 }],
    })
  })

  test('that may not be read are a sentence', async () => {
    stage = {
      ...withZone({ traffic }),
      tokens: { [API_TOKEN]: { permissions: ['Zone Read'], zones: 'all' } },
    }
    const { rows, unread } = await reading().analytics(way())
    expect(rows).toEqual([])
    expect(unread).toMatch(/Analytics Read/)
  })
})
