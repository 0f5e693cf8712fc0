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

const HOST = 'www.shop.example'
const EDGE = ['104.16.10.10', '104.16.20.20']
const OLD = parseRecords(`${HOST} 240 A 192.0.2.66`)

let network: Loopback
let dns: Dns | undefined
afterEach(async () => {
  await dns?.close()
  dns = undefined
})

async function staged(stage: DnsSetup, now?: () => number): Promise<Dns> {
  await dns?.close()
  network = loopback()
  dns = await startDns({ setup: stage, upstreamTimeout: 50, ...network, ...(now && { now }) })
  return dns
}

/** Asks as the product does: c-ares, with the server named. */
function asking(address: string, timeout = 2000): Resolver {
  const resolver = new Resolver({ timeout, tries: 1 })
  resolver.setServers([network.at(address)])
  return resolver
}

const addressesAt = (address: string, name = HOST, timeout?: number): Promise<readonly string[] | string> =>
  asking(address, timeout).resolve4(name).catch(errorCode)

const at = (stage: DnsSetup, behavior: Partial<ServerBehavior>): DnsSetup =>
  withResolver(stage, 'google', { behavior })

const WELL = defaultDns({ 'api.example': ['203.0.113.77', '2001:db8::77'] })

describe('when all is well', () => {
  test('every resolver gives the addresses, with their TTL', async () => {
    await staged(WELL)
    for (const address of Object.values(RESOLVERS)) {
      expect(await asking(address).resolve4(HOST, { ttl: true })).toEqual(
        EDGE.map((address) => ({ address, ttl: 300 })),
      )
    }
    expect(await asking(RESOLVERS.runner).resolve6(HOST)).toEqual(['2606:4700::6810:a0a'])
  })

  test('every record can be asked for', async () => {
    await staged(WELL)
    const resolver = asking(RESOLVERS.quad9)
    expect(await resolver.resolveNs(APEX)).toEqual(Object.keys(NAME_SERVERS))
    expect(await resolver.resolveSoa(APEX)).toMatchObject({ nsname: 'ns1.lab-dns.example', minttl: 1800 })
    expect(await resolver.resolveCaa(APEX)).toEqual([{ critical: 0, issue: 'letsencrypt.org', type: 'CAA' }])
    expect(await resolver.resolve4('ns2.lab-dns.example')).toEqual(['198.51.100.102'])
    expect(await resolver.resolve6('api.example')).toEqual(['2001:db8::77'])
  })

  test('name servers speak of their own zones only', async () => {
    await staged(WELL)
    expect(await addressesAt('198.51.100.101')).toEqual(EDGE)
    expect(await addressesAt('198.51.100.101', 'api.example')).toBe('EREFUSED')
  })

  test('what there is not, is told from what has no address', async () => {
    await staged(withSite(WELL, { records: parseRecords(`a.b.shop.example 300 TXT hello`) }))
    expect(await addressesAt(RESOLVERS.google, 'nowhere.shop.example')).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'nowhere.invalid')).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'b.shop.example')).toBe('ENODATA')
    expect(await asking(RESOLVERS.google).resolveTxt('a.b.shop.example')).toEqual([['hello']])
  })

  test('questions are heard', async () => {
    const { queries } = await staged(WELL)
    await addressesAt(RESOLVERS.quad9)
    expect(queries).toEqual([{ server: '9.9.9.9', transport: 'udp', name: HOST, type: 'A' }])
  })
})

describe('a zone', () => {
  test('leads on by CNAME, also to other zones, and to wildcards', async () => {
    const records = parseRecords(`
      ${HOST} 60 CNAME api.example
      far.shop.example 60 CNAME x.y.preview.shop.example
      *.preview.shop.example 60 A 203.0.113.10
      known.preview.shop.example 60 TXT here
    `)
    await staged(withSite(WELL, { records }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['203.0.113.77'])
    expect(await addressesAt(RESOLVERS.google, 'far.shop.example')).toEqual(['203.0.113.10'])
    expect(await addressesAt(RESOLVERS.google, 'known.preview.shop.example')).toBe('ENODATA')
    expect(await addressesAt(RESOLVERS.google, 'x.known.preview.shop.example')).toBe('ENOTFOUND')
  })

  test('flattens an alias, and fails with its target', async () => {
    const records = parseRecords(`
      shop.example 300 ALIAS api.example
      lost.shop.example 300 ALIAS nowhere.invalid
    `)
    await staged(withSite(WELL, { records }))
    expect(await asking('198.51.100.102').resolve4(APEX, { ttl: true })).toEqual([
      { address: '203.0.113.77', ttl: 300 },
    ])
    expect(await asking(RESOLVERS.google).resolveCname(APEX).catch(errorCode)).toBe('ENODATA')
    expect(await addressesAt(RESOLVERS.google, 'lost.shop.example')).toBe('ESERVFAIL')
  })

  test('goes in circles without end, and the resolver gives up', async () => {
    const records = parseRecords(`
      ${HOST} 60 CNAME b.shop.example
      b.shop.example 60 CNAME ${HOST}
    `)
    await staged(withSite(WELL, { records }))
    expect(await addressesAt(RESOLVERS.google)).toBe('ESERVFAIL')
  })

  test('that is not delegated does not exist', async () => {
    await staged(withDelegation(WELL, []))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ENOTFOUND')
    expect(await addressesAt('198.51.100.101')).toEqual(EDGE)
  })

  test('whose servers do not know it fails: a lame delegation', async () => {
    await staged(withDelegation(WELL, ['ns.lab-root.example']))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ESERVFAIL')
    expect(await addressesAt('198.51.100.103')).toBe('EREFUSED')
  })

  test('fails with its last server', async () => {
    const dead = { behavior: { udp: 'silent', tcp: 'silent' } } as const
    const one = withNameServer(WELL, 'ns1.lab-dns.example', dead)
    await staged(one)
    expect(await addressesAt(RESOLVERS.runner)).toEqual(EDGE)
    await staged(withNameServer(one, 'ns2.lab-dns.example', dead))
    expect(await addressesAt(RESOLVERS.runner)).toBe('ESERVFAIL')
    expect(await addressesAt('198.51.100.101', HOST, 100)).toBe('ETIMEOUT')
  })

  test('that has moved is old at its old servers', async () => {
    const zones = [makeZone(APEX, OLD, ['ns.old-dns.example'])]
    await staged(withNameServer(WELL, 'ns.old-dns.example', { address: '192.0.2.53', zones }))
    expect(await addressesAt('192.0.2.53')).toEqual(['192.0.2.66'])
    expect(await addressesAt(RESOLVERS.runner)).toEqual(EDGE)
  })

  test('with bogus signatures fails for those who check', async () => {
    await staged(withSite(WELL, { signatures: 'bogus' }))
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
  ] as const)('says %s', async (answer, code) => {
    await staged(at(WELL, { answer }))
    expect(await addressesAt(RESOLVERS.google)).toBe(code)
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
  })

  test('says so about some names only', async () => {
    await staged(at(WELL, { answer: 'nxdomain', names: ['shop.example'] }))
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.google, 'api.example')).toEqual(['203.0.113.77'])
  })

  test('is silent, or closed', async () => {
    await staged(at(WELL, { udp: 'silent' }))
    expect(await addressesAt(RESOLVERS.google, HOST, 100)).toBe('ETIMEOUT')
    await staged(at(WELL, { udp: 'closed', tcp: 'closed' }))
    expect(await addressesAt(RESOLVERS.google)).toBe('ECONNREFUSED')
  })

  test('takes its time', async () => {
    await staged(at(WELL, { delay: 120 }))
    const since = performance.now()
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
    expect(performance.now() - since).toBeGreaterThan(110)
  })

  test('that has no room asks for TCP, and may not have it', async () => {
    const { queries } = await staged(at(WELL, { truncates: true }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
    expect(queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
    await staged(at(WELL, { truncates: true, tcp: 'closed' }))
    expect(await addressesAt(RESOLVERS.google)).not.toEqual(EDGE)
  })

  test('has no room for many records without being told', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `many.shop.example 60 A 203.0.113.${index}`)
    const { queries } = await staged(withSite(WELL, { records: parseRecords(many.join('\n')) }))
    expect(await addressesAt(RESOLVERS.google, 'many.shop.example')).toHaveLength(60)
    expect(queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
  })

  test.each(['id', 'question'] as const)('is overtaken by an answer with a forged %s', async (forged) => {
    await staged(at(WELL, { forged }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })
})

describe('a memory', () => {
  const remembering = withResolver(WELL, 'google', { cachedRecords: OLD })

  test('is told with the seconds that are left, until they are over', async () => {
    let now = 0
    await staged(remembering, () => now)
    now = 200_000
    expect(await asking(RESOLVERS.google).resolve4(HOST, { ttl: true })).toEqual([
      { address: '192.0.2.66', ttl: 40 },
    ])
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
    now = 240_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('of an alias leads to what is there now', async () => {
    const cachedRecords = parseRecords(`${HOST} 60 CNAME api.example`)
    await staged(withResolver(WELL, 'google', { cachedRecords }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['203.0.113.77'])
  })

  test('of a name that did not exist outlasts the day that it does', async () => {
    let now = 0
    await staged(withResolver(WELL, 'google', { cachedDenials: { [HOST]: 30 } }), () => now)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await asking(RESOLVERS.google).resolve6(HOST).catch(errorCode)).toBe('ENOTFOUND')
    now = 31_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('is made by asking: a denial holds as long as the SOA says', async () => {
    let now = 0
    const learning = withResolver(WELL, 'google', { caches: true })
    const { apply } = await staged(withSite(learning, { records: [] }), () => now)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.quad9)).toBe('ENOTFOUND')
    await apply(learning)
    expect(await addressesAt(RESOLVERS.google)).toBe('ENOTFOUND')
    expect(await addressesAt(RESOLVERS.quad9)).toEqual(EDGE)
    now = 1_800_000
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })

  test('is lost when another takes its place', async () => {
    const { apply } = await staged(remembering)
    expect(await addressesAt(RESOLVERS.google)).toEqual(['192.0.2.66'])
    await apply(at(remembering, { delay: 1 }))
    expect(await addressesAt(RESOLVERS.google)).toEqual(['192.0.2.66'])
    await apply(WELL)
    expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
  })
})

test('doors open and close while it runs', async () => {
  const { apply } = await staged(at(WELL, { udp: 'closed', tcp: 'closed' }))
  expect(await addressesAt(RESOLVERS.google)).toBe('ECONNREFUSED')
  await apply(WELL)
  expect(await addressesAt(RESOLVERS.google)).toEqual(EDGE)
})

test.each([
  ['the site', WELL, [...EDGE, '2606:4700::6810:a0a']],
  ['no such name', withDelegation(WELL, []), 'ENOTFOUND'],
  ['no address', withSite(WELL, { records: parseRecords(`${HOST} 60 TXT x`) }), 'ENODATA'],
  ['no answer', withResolver(WELL, 'runner', { behavior: { answer: 'servfail' } }), 'EAI_AGAIN'],
  ['nobody there', withResolver(WELL, 'runner', { behavior: { udp: 'silent', tcp: 'closed' } }), 'EAI_AGAIN'],
])('names for network without a wire: %s', (_, stage, expected) => {
  expect(getaddrinfo(stage, RESOLVERS.runner, HOST)).toEqual(expected)
})

test('a line that is no record is refused', () => {
  expect(() => parseRecords('www.shop.example A 192.0.2.1')).toThrow('Not a record')
  expect(SITE_RECORDS).toHaveLength(7)
})
