import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connect } from 'node:net'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import type { Address } from '../../src/domain/dns.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import { probeSite } from '../../src/probe/index.ts'
import type { Network, ProbeContext } from '../../src/probe/types.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { resolveWithSystem } from '../../src/probe/dns/system.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
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
      { trace: { port: 443, path: '/cdn-cgi/trace' } },
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

  test('shows a token of Access to Cloudflare alone', () => {
    const { edge, trace, origins } = planOf({
      ...SITE,
      access: { id: 'gate.access', secret: 'hush' },
      origins: [target('203.0.113.10')],
    })
    const headers = { 'cf-access-client-id': 'gate.access', 'cf-access-client-secret': 'hush' }
    expect(edge.headers).toMatchObject(headers)
    expect(trace.headers).toMatchObject(headers)
    expect(JSON.stringify(origins)).not.toMatch(/cf-access|hush/)
  })

  test('keeps no address and no secret in what is asked', () => {
    const { request } = planOf({ ...SITE, origins: [target('203.0.113.10')] })
    expect(JSON.stringify(request)).not.toMatch(/203\.0\.113\.10|open/)
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
    const way: ProbeContext = {
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
      onAddresses: (addresses) => told.push(`reveal ${addresses.join(' ')}`),
    }
    const evidence = await probeSite(planOf({ ...SITE, origins }), way, followUpQuestions)
    return { evidence, lookups, told }
  }

  test('asks the edge, Cloudflare itself and every origin, and resolves the name once', async () => {
    const { evidence, lookups } = await looked([target('203.0.113.10'), target('203.0.113.11')])
    expect(evidence).toMatchObject({
      at: expect.any(Number),
      request: {
        url: SITE.url,
        origins: [
          { tls: false, port: 80 },
          { tls: false, port: 80 },
        ],
      },
      edge: { kind: 'completed' },
      trace: { kind: 'completed' },
      dns: { kind: 'resolved', addresses: [{ address: '104.16.10.10', family: 4 }] },
      origins: [{ kind: 'completed' }, { kind: 'completed' }],
    })
    expect(lookups).toEqual(['www.shop.example'])
    expect(server.heard().match(/GET \/cart\?id=1 /g)).toHaveLength(3)
    expect(server.heard().match(/GET \/cdn-cgi\/trace /g)).toHaveLength(1)
  })

  test("reveals what an origin's name leads to before it is dialed", async () => {
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

const fails = (code: string) => (): Promise<never> => Promise.reject(coded(code))

const failure = (changes: Partial<Network>): Promise<object> =>
  resolveWithSystem('www.shop.example', network(changes), systemClock, AbortSignal.timeout(100))

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
      elapsed: expect.any(Number),
      kind: 'failed',
      reason,
      code,
    })
  })
})
