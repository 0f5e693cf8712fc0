import { Resolver } from 'node:dns/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { getaddrinfo } from '../../../lab/dns/getaddrinfo.ts'
import { parseRecords } from '../../../lab/dns/records.ts'
import { startDns, type Dns } from '../../../lab/dns/start.ts'
import { withDelegation, withNameServer, withResolver, withSite } from '../../../lab/dns/changes.ts'
import {
  APEX,
  NAME_SERVERS,
  RESOLVERS,
  SITE_RECORDS,
  defaultDns,
  makeZone,
} from '../../../lab/dns/defaults.ts'
import type { ServerBehavior, DnsSetup } from '../../../lab/dns/setup.ts'
import { errorCode } from '../../../lab/network/routes.ts'
import { loopback, type Loopback } from './network.ts'
import { WINDOWS } from '../../support/platform.ts'

/** Not every Windows reports that a UDP port is closed. */
const REFUSED = WINDOWS ? /^(?:ECONNREFUSED|ETIMEOUT)$/ : /^ECONNREFUSED$/

const HOST = 'www.shop.example'
const EDGE = ['104.16.10.10', '104.16.20.20']
const OLD = parseRecords(`${HOST} 240 A 192.0.2.66`)

let network: Loopback
let dns: Dns | undefined
afterEach(async () => {
  await dns?.close()
  dns = undefined
})

async function start(setup: DnsSetup, now?: () => number): Promise<Dns> {
  await dns?.close()
  network = loopback()
  dns = await startDns({ setup, upstreamTimeout: 50, ...network, ...(now && { now }) })
  return dns
}

/** Queries as the product does: c-ares with this server. */
function resolverFor(address: string, timeout = 2000): Resolver {
  const resolver = new Resolver({ timeout, tries: 1 })
  resolver.setServers([network.at(address)])
  return resolver
}

const addressesAt = (address: string, name = HOST, timeout?: number): Promise<readonly string[] | string> =>
  resolverFor(address, timeout).resolve4(name).catch(errorCode)

const withGoogle = (setup: DnsSetup, behavior: Partial<ServerBehavior>): DnsSetup =>
  withResolver(setup, 'google', { behavior })

const DEFAULT = defaultDns({ 'api.example': ['203.0.113.77', '2001:db8::77'] })

describe('with the default setup', () => {
  test('every resolver returns the addresses with their TTL', async () => {
    await start(DEFAULT)
    for (const address of Object.values(RESOLVERS)) {
      expect(await resolverFor(address).resolve4(HOST, { ttl: true })).toEqual(
        EDGE.map((address) => ({ address, ttl: 300 })),
      )
    }
    expect(await resolverFor(RESOLVERS.runner).resolve6(HOST)).toEqual(['2606:4700::6810:a0a'])
  })

  test('every record type can be queried', async () => {
    await start(DEFAULT)
    const resolver = resolverFor(RESOLVERS.quad9)
    expect(await resolver.resolveNs(APEX)).toEqual(Object.keys(NAME_SERVERS))
    expect(await resolver.resolveSoa(APEX)).toMatchObject({ nsname: 'ns1.lab-dns.example', minttl: 1800 })
    expect(await resolver.resolveCaa(APEX)).toEqual([{ critical: 0, issue: 'letsencrypt.org', type: 'CAA' }])
    expect(await resolver.resolve4('ns2.lab-dns.example')).toEqual(['198.51.100.102'])
    expect(await resolver.resolve6('api.example')).toEqual(['2001:db8::77'])
  })

  test('name servers answer only for their own zones', async () => {
    await start(DEFAULT)
    expect(await addressesAt('198.51.100.101')).toEqual(EDGE)
    expect(await addressesAt('198.51.100.101', 'api.example')).toBe('EREFUSED')
  })

  test('a nonexistent name differs from a name without an address', async () => {
    await start(withSite(DEFAULT, { records: parseRecords(`a.b.shop.example 300 TXT hello`) }))
    expect(await addressesAt(RESOLVERS.google, 'nowhere.shop.example')).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'nowhere.invalid')).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'b.shop.example')).toBe('ENODATA')
    expect(await resolverFor(RESOLVERS.google).resolveTxt('a.b.shop.example')).toEqual([['hello']])
  })

  test('queries are logged', async () => {
    const { queries } = await start(DEFAULT)
    await addressesAt(RESOLVERS.quad9)
    expect(queries).toEqual([{ server: '9.9.9.9', transport: 'udp', name: HOST, type: 'A' }])
  })
})

describe('a zone', () => {
  test('follows CNAMEs to other zones and to wildcards', async () => {
    const records = parseRecords(`
      ${HOST} 60 CNAME api.example
      far.shop.example 60 CNAME x.y.preview.shop.example
      *.preview.shop.example 60 A 203.0.113.10
      known.preview.shop.example 60 TXT here
    `)
    await start(withSite(DEFAULT, { records }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['203.0.113.77'])
    expect(await addressesAt(RESOLVERS.google, 'far.shop.example')).toEqual(['203.0.113.10'])
    expect(await addressesAt(RESOLVERS.google, 'known.preview.shop.example')).toBe('ENODATA')
    expect(await addressesAt(RESOLVERS.google, 'x.known.preview.shop.example')).toBe('ENOTFOUND')
  })

  test('flattens an alias, and fails if its target does', async () => {
    const records = parseRecords(`
      shop.example 300 ALIAS api.example
      lost.shop.example 300 ALIAS nowhere.invalid
    `)
    await start(withSite(DEFAULT, { records }))
    expect(await resolverFor('198.51.100.102').resolve4(APEX, { ttl: true })).toEqual([
      { address: '203.0.113.77', ttl: 300 },
    ])
    expect(await resolverFor(RESOLVERS.google).resolveCname(APEX).catch(errorCode)).toBe('ENODATA')
    expect(await addressesAt(RESOLVERS.google, 'lost.shop.example')).toBe('ESERVFAIL')
  })

  test('with a CNAME loop ends in SERVFAIL', async () => {
    const records = parseRecords(`
      ${HOST} 60 CNAME b.shop.example
      b.shop.example 60 CNAME ${HOST}
    `)
    await start(withSite(DEFAULT, { records }))
    expect(await addressesAt(RESOLVERS.google)).toBe('ESERVFAIL')
  })

  test('that is not delegated does not exist', async () => {
    await start(withDelegation(DEFAULT, []))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ENOTFOUND')
    expect(await addressesAt('198.51.100.101')).toEqual(EDGE)
  })

  test('with a lame delegation fails', async () => {
    await start(withDelegation(DEFAULT, ['ns.lab-root.example']))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ESERVFAIL')
    expect(await addressesAt('198.51.100.103')).toBe('EREFUSED')
  })

  test('fails once its last server is dead', async () => {
    const dead = { behavior: { udp: 'silent', tcp: 'silent' } } as const
    const one = withNameServer(DEFAULT, 'ns1.lab-dns.example', dead)
    await start(one)
    expect(await addressesAt(RESOLVERS.runner)).toEqual(EDGE)
    await start(withNameServer(one, 'ns2.lab-dns.example', dead))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ESERVFAIL')
    expect(await addressesAt('198.51.100.101', HOST, 100)).toBe('ETIMEOUT')
  })

  test('that has moved still has old records at its old servers', async () => {
    const zones = [makeZone(APEX, OLD, ['ns.old-dns.example'])]
    await start(withNameServer(DEFAULT, 'ns.old-dns.example', { address: '192.0.2.53', zones }))
    expect(await addressesAt('192.0.2.53')).toEqual(['192.0.2.66'])
    expect(await addressesAt(RESOLVERS.runner)).toEqual(EDGE)
  })

  test('with bogus signatures fails at validating resolvers', async () => {
    await start(withSite(DEFAULT, { signatures: 'bogus' }))
    expect(await addressesAt(RESOLVERS.cloudflare)).toBe('ESERVFAIL')
    expect(await addressesAt('198.51.100.101')).toEqual(EDGE)
  })
})

describe('a resolver', () => {
  test.each([
    ['nxdomain', 'ENOTFOUND'],
    ['nodata', 'ENODATA'],
    ['servfail', 'ESERVFAIL'],
    ['bogus', 'ESERVFAIL'],
    ['refused', 'EREFUSED'],
  ] as const)('answers %s', async (answer, code) => {
    await start(withGoogle(DEFAULT, { answer }))
    expect(await addressesAt(RESOLVERS.google)).toBe(code)
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
  })

  test('may answer wrongly for some names only', async () => {
    await start(withGoogle(DEFAULT, { answer: 'nxdomain', names: ['shop.example'] }))
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'api.example')).toEqual(['203.0.113.77'])
  })

  test('may be silent or closed', async () => {
    await start(withGoogle(DEFAULT, { udp: 'silent' }))
    expect(await addressesAt(RESOLVERS.google, HOST, 100)).toBe('ETIMEOUT')
    await start(withGoogle(DEFAULT, { udp: 'closed', tcp: 'closed' }))
    expect(await addressesAt(RESOLVERS.google)).toMatch(REFUSED)
  })

  test('may be slow', async () => {
    await start(withGoogle(DEFAULT, { delay: 120 }))
    const startedAt = performance.now()
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
    expect(performance.now() - startedAt).toBeGreaterThan(110)
  })

  test('may truncate, so that clients retry over TCP', async () => {
    const { queries } = await start(withGoogle(DEFAULT, { truncates: true }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
    expect(queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
    await start(withGoogle(DEFAULT, { truncates: true, tcp: 'closed' }))
    expect(await addressesAt(RESOLVERS.google)).not.toEqual(EDGE)
  })

  test('truncates large answers by itself', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `many.shop.example 60 A 203.0.113.${index}`)
    const { queries } = await start(withSite(DEFAULT, { records: parseRecords(many.join('\n')) }))
    expect(await addressesAt(RESOLVERS.google, 'many.shop.example')).toHaveLength(60)
    expect(queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
  })

  test.each(['id', 'question'] as const)('may be preceded by an answer with a forged %s', async (forged) => {
    await start(withGoogle(DEFAULT, { forged }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })
})

describe('a cache', () => {
  const preloaded = withResolver(DEFAULT, 'google', { cachedRecords: OLD })

  test('returns preloaded records until their TTL expires', async () => {
    let now = 0
    await start(preloaded, () => now)
    now = 200_000
    expect(await resolverFor(RESOLVERS.google).resolve4(HOST, { ttl: true })).toEqual([
      { address: '192.0.2.66', ttl: 40 },
    ])
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
    now = 240_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('resolves the target of a preloaded CNAME', async () => {
    const cachedRecords = parseRecords(`${HOST} 60 CNAME api.example`)
    await start(withResolver(DEFAULT, 'google', { cachedRecords }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['203.0.113.77'])
  })

  test('keeps a preloaded denial until it expires', async () => {
    let now = 0
    await start(withResolver(DEFAULT, 'google', { cachedDenials: { [HOST]: 30 } }), () => now)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await resolverFor(RESOLVERS.google).resolve6(HOST).catch(errorCode)).toBe('ENOTFOUND')
    now = 31_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('stores denials for the time in the SOA', async () => {
    let now = 0
    const caching = withResolver(DEFAULT, 'google', { caches: true })
    const { apply } = await start(withSite(caching, { records: [] }), () => now)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.quad9)).toBe('ENOTFOUND')
    await apply(caching)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
    now = 1_800_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('is replaced when other records are preloaded', async () => {
    const { apply } = await start(preloaded)
    expect(await addressesAt(RESOLVERS.google)).toEqual(['192.0.2.66'])
    await apply(withGoogle(preloaded, { delay: 1 }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['192.0.2.66'])
    await apply(DEFAULT)
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })
})

test('listeners open and close when the setup changes', async () => {
  const { apply } = await start(withGoogle(DEFAULT, { udp: 'closed', tcp: 'closed' }))
  expect(await addressesAt(RESOLVERS.google)).toMatch(REFUSED)
  await apply(DEFAULT)
  expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
})

test.each([
  ['the site', DEFAULT, [...EDGE, '2606:4700::6810:a0a']],
  ['a nonexistent name', withDelegation(DEFAULT, []), 'ENOTFOUND'],
  ['no address', withSite(DEFAULT, { records: parseRecords(`${HOST} 60 TXT x`) }), 'ENODATA'],
  ['no answer', withResolver(DEFAULT, 'runner', { behavior: { answer: 'servfail' } }), 'EAI_AGAIN'],
  ['no server', withResolver(DEFAULT, 'runner', { behavior: { udp: 'silent', tcp: 'closed' } }), 'EAI_AGAIN'],
])('getaddrinfo without DNS servers: %s', (_, setup, expected) => {
  expect(getaddrinfo(setup, RESOLVERS.runner, HOST)).toEqual(expected)
})

test('an invalid line is rejected', () => {
  expect(() => parseRecords('www.shop.example A 192.0.2.1')).toThrow('Not a record')
  expect(SITE_RECORDS).toHaveLength(7)
})
