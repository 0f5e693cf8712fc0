import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connect, Socket } from 'node:net'
import { withResolver } from '../../lab/dns/changes.ts'
import { wellDns } from '../../lab/dns/well.ts'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import type { Address } from '../../src/domain/resolution.ts'
import { systemClock } from '../../src/probe/clock.ts'
import { questionsOf } from '../../src/diagnosis/questions.ts'
import type { Way } from '../../src/probe/exchange.ts'
import { look } from '../../src/probe/index.ts'
import type { Network } from '../../src/probe/network.ts'
import { planOf } from '../../src/probe/plan.ts'
import { resolve } from '../../src/probe/resolve.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { openDns, type DnsLab } from '../support/dns.ts'
import { address, coded, network, serve, type Server } from '../support/wire.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/cart?id=1',
  headers: [['X-Gate', 'open']],
}
const target = (host: string, port = 80, scheme: OriginTarget['scheme'] = 'http:'): OriginTarget => ({
  scheme,
  host,
  port,
})

describe('a plan', () => {
  test.each<[string, Partial<Site>, object]>([
    [
      'of an https site dials 443 with its name, as visitors do',
      { url: 'https://www.shop.example/' },
      { edge: { port: 443, tls: { servername: 'www.shop.example', trust: 'visitors' } } },
    ],
    [
      'of another port keeps it in the Host',
      { url: 'http://www.shop.example:8080/' },
      { edge: { port: 8080, headers: { host: 'www.shop.example:8080' } } },
    ],
    [
      'asks Cloudflare itself on the same way',
      { url: 'https://www.shop.example/a' },
      { control: { port: 443, path: '/cdn-cgi/trace' } },
    ],
    [
      'of an address has no brackets to dial',
      { url: 'http://[2001:db8::10]/' },
      { edge: { host: '2001:db8::10', headers: { host: '[2001:db8::10]' } } },
    ],
    [
      'asks an https origin under its own names, as Cloudflare does',
      {
        origins: [target('203.0.113.10', 8443, 'https:')],
        originHost: 'app.internal',
        originSni: 'tls.internal:8443',
      },
      {
        origins: [
          {
            host: '203.0.113.10',
            port: 8443,
            tls: { servername: 'tls.internal', trust: 'cloudflare' },
            headers: { host: 'app.internal', 'x-gate': 'open' },
          },
        ],
      },
    ],
  ])('%s', (_, changes, expected) => {
    expect(planOf({ ...SITE, ...changes })).toMatchObject(expected)
  })

  test('keeps no address and no secret in what is asked', () => {
    const { asked } = planOf({ ...SITE, origins: [target('203.0.113.10')] })
    expect(JSON.stringify(asked)).not.toMatch(/203\.0\.113\.10|open/)
  })
})

describe('a look', () => {
  let server: Server
  beforeEach(async () => {
    server = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
  })
  afterEach(() => server.close())

  async function looked(origins: readonly OriginTarget[], changes: Partial<Network> = {}) {
    const lookups: string[] = []
    const told: string[] = []
    const names: Readonly<Record<string, readonly string[]>> = {
      'www.shop.example': ['104.16.10.10'],
      'origin.example': ['203.0.113.10', '2001:db8::10'],
    }
    const way: Way = {
      network: network({
        lookup: async (host): Promise<readonly Address[]> => {
          lookups.push(host)
          return (names[host] ?? []).map(address)
        },
        dial: (at) => {
          told.push(`dial ${at}`)
          return connect(server.port, '127.0.0.1')
        },
        ...changes,
      }),
      clock: systemClock,
      signal: new AbortController().signal,
      timeout: 1000,
      reveal: (addresses) => told.push(`reveal ${addresses.join(' ')}`),
    }
    const evidence = await look(planOf({ ...SITE, origins }), way, questionsOf)
    return { evidence, lookups, told }
  }

  test('asks the edge, Cloudflare itself and every origin, and resolves the name once', async () => {
    const { evidence, lookups } = await looked([target('203.0.113.10'), target('203.0.113.11')])
    expect(evidence).toMatchObject({
      at: expect.any(Number),
      asked: {
        url: SITE.url,
        origins: [
          { tls: false, port: 80 },
          { tls: false, port: 80 },
        ],
      },
      edge: { kind: 'answered' },
      control: { kind: 'answered' },
      dns: { kind: 'resolved', addresses: [{ address: '104.16.10.10', family: 4 }] },
      origins: [{ kind: 'answered' }, { kind: 'answered' }],
    })
    expect(lookups).toEqual(['www.shop.example'])
    expect(server.heard().match(/GET \/cart\?id=1 /g)).toHaveLength(3)
    expect(server.heard().match(/GET \/cdn-cgi\/trace /g)).toHaveLength(1)
  })

  test("reveals what an origin's name leads to before it is dialled", async () => {
    const { told } = await looked([target('origin.example')])
    const revealed = told.indexOf('reveal 203.0.113.10 2001:db8::10')
    expect(revealed).toBeGreaterThanOrEqual(0)
    expect(told.indexOf('dial 203.0.113.10')).toBeGreaterThan(revealed)
    expect(
      told.filter((line) => line.includes('104.16.10.10')).every((line) => line.startsWith('dial')),
    ).toBe(true)
  })

  test('is plain JSON', async () => {
    const { evidence } = await looked([target('203.0.113.10')])
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
  })
})

describe('beside the probes of a look', () => {
  const RESOLVERS = ['1.1.1.1', '8.8.8.8']
  let lab: DnsLab
  beforeEach(async () => {
    lab = await openDns(wellDns())
  })
  afterEach(() => lab.close())

  interface Wish {
    readonly network?: Partial<Network>
    readonly atOnce?: boolean
    readonly timeout?: number
    readonly resolvers?: readonly string[]
  }

  /** Looks at a site whose name leads to Cloudflare, as the system's resolver has it. */
  async function looked({
    network: changes = {},
    atOnce = true,
    timeout = 1000,
    resolvers = RESOLVERS,
  }: Wish) {
    const dialled: string[] = []
    const dial = changes.dial ?? lab.way.network.dial
    const way: Way = {
      ...lab.way,
      network: {
        ...lab.way.network,
        lookup: () => Promise.resolve([address('104.16.10.10')]),
        ...changes,
        dial: (at, port) => {
          dialled.push(`${at}:${port}`)
          return dial(at, port)
        },
      },
      timeout,
    }
    const plan = planOf({ ...SITE, origins: [target('203.0.113.10')], resolvers })
    const begun = performance.now()
    const evidence = await look({ ...plan, resolversAtOnce: atOnce }, way, questionsOf)
    return { evidence, dialled, took: performance.now() - begun }
  }

  /** Answers every connection well, but for those that are not to be. */
  async function answering(shut: (address: string) => Socket | undefined = () => undefined) {
    const server = await serve((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nServer: cloudflare\r\nContent-Length: 0\r\n\r\n'),
    )
    return { ...server, dial: (at: string) => shut(at) ?? connect(server.port, '127.0.0.1') }
  }
  const never = (): Socket => new Socket()
  const unreachable = (): Socket => {
    const socket = new Socket()
    process.nextTick(() => socket.destroy(coded('ENETUNREACH')))
    return socket
  }

  test('every resolver is asked once for each family, and nobody else', async () => {
    const { dial, close } = await answering()
    const { evidence, dialled } = await looked({ network: { dial } })
    await close()
    expect(evidence.resolvers?.map(({ server, kind }) => [server, kind])).toEqual([
      ['1.1.1.1', 'resolved'],
      ['8.8.8.8', 'resolved'],
    ])
    expect(lab.heard.map(({ at, type }) => `${at} ${type}`).toSorted()).toEqual([
      '1.1.1.1 A',
      '1.1.1.1 AAAA',
      '8.8.8.8 A',
      '8.8.8.8 AAAA',
    ])
    expect(dialled.toSorted()).toEqual(['104.16.10.10:80', '104.16.10.10:80', '203.0.113.10:80'])
    expect(evidence).not.toHaveProperty('neutral')
    expect(evidence).not.toHaveProperty('nameServers')
  })

  test('no resolver is asked where there is none to compare, or none is wanted', async () => {
    const { dial, close } = await answering()
    const none = await looked({ network: { dial }, resolvers: [] })
    const later = await looked({ network: { dial }, atOnce: false })
    await close()
    expect([none.evidence, later.evidence].map((evidence) => 'resolvers' in evidence)).toEqual([false, false])
    expect(lab.heard).toEqual([])
  })

  test('a resolver that is silent holds up nobody who is served', async () => {
    await lab.stage(withResolver(wellDns(), 'google', { conduct: { udp: 'silent' } }))
    const { dial, close } = await answering()
    const { evidence, took } = await looked({ network: { dial }, timeout: 20_000 })
    await close()
    expect(evidence.resolvers?.map(({ server }) => server)).toEqual(['1.1.1.1'])
    // It is given up after three packets, which takes 2.5 seconds.
    expect(took).toBeLessThan(2000)
  })

  test('resolvers and name servers are asked where the name does not resolve', async () => {
    const { dial, close } = await answering()
    const lookup = (): Promise<never> => Promise.reject(coded('ENOTFOUND'))
    const { evidence } = await looked({ network: { dial, lookup, query: lookup }, atOnce: false })
    await close()
    expect(evidence).toMatchObject({
      dns: { kind: 'failed', reason: 'no-such-host' },
      resolvers: [{ kind: 'resolved' }, { kind: 'resolved' }],
      ownResolver: [{ server: 'own', kind: 'resolved' }],
      nameServers: [{ server: 'ns1.lab-dns.example' }, { server: 'ns2.lab-dns.example' }],
    })
  })

  test('1.1.1.1 is asked where nothing is reached', async () => {
    const { evidence, dialled } = await looked({ network: { dial: unreachable }, resolvers: [] })
    expect(evidence).toMatchObject({ neutral: { kind: 'broken', phase: 'connect' } })
    expect(dialled.filter((each) => each === '1.1.1.1:443')).toHaveLength(1)
  })

  test('1.1.1.1 is asked in time where every connection runs into the deadline', async () => {
    const { dial, close } = await answering((at) =>
      ['104.16.10.10', '203.0.113.10'].includes(at) ? never() : unreachable(),
    )
    const { evidence } = await looked({ network: { dial }, resolvers: [], timeout: 400 })
    await close()
    expect(evidence).toMatchObject({
      edge: { kind: 'broken', error: { reason: 'timeout' } },
      neutral: { kind: 'broken', error: { reason: 'unreachable' } },
    })
  })

  test('1.1.1.1 is no matter where somebody was reached after all', async () => {
    const { dial, close } = await answering((at) => (at === '203.0.113.10' ? undefined : unreachable()))
    const { evidence } = await looked({ network: { dial }, resolvers: [] })
    await close()
    expect(evidence).not.toHaveProperty('neutral')
  })
})

const fails = (code: string) => (): Promise<never> => Promise.reject(coded(code))

const failure = (changes: Partial<Network>): Promise<object> =>
  resolve('www.shop.example', network(changes), systemClock, AbortSignal.timeout(100))

describe('a name does not resolve', () => {
  test.each<[string, Partial<Network>, string, string]>([
    [
      'DNS says NXDOMAIN',
      { lookup: fails('ENOTFOUND'), query: fails('ENOTFOUND') },
      'no-such-host',
      'ENOTFOUND',
    ],
    [
      'DNS knows the name, without an address',
      { lookup: fails('ENOTFOUND'), query: fails('ENODATA') },
      'no-address',
      'ENODATA',
    ],
    [
      'DNS knows an address, the system none',
      { lookup: fails('ENOTFOUND'), query: () => Promise.resolve(['203.0.113.10']) },
      'no-address',
      'ENODATA',
    ],
    [
      'DNS itself fails',
      { lookup: fails('ENOTFOUND'), query: fails('ESERVFAIL') },
      'server-failure',
      'EAI_AGAIN',
    ],
    [
      'DNS refuses to answer',
      { lookup: fails('ENOTFOUND'), query: fails('EREFUSED') },
      'server-failure',
      'EAI_AGAIN',
    ],
    ['the resolver gives up', { lookup: fails('EAI_AGAIN') }, 'server-failure', 'EAI_AGAIN'],
    ['the resolver never answers', { lookup: () => new Promise(() => undefined) }, 'timeout', 'ABORT_ERR'],
    ['the resolver has an empty answer', { lookup: () => Promise.resolve([]) }, 'no-address', 'ENODATA'],
    ['in a way nobody expects', { lookup: fails('EMFILE') }, 'other', 'EMFILE'],
  ])('%s', async (_, changes, reason, code) => {
    expect(await failure(changes)).toEqual({
      host: 'www.shop.example',
      took: expect.any(Number),
      kind: 'failed',
      reason,
      code,
    })
  })
})
