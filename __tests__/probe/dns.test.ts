import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { withDelegation, withNameServer, withResolver, withSite } from '../../lab/dns/changes.ts'
import { parseRecords } from '../../lab/dns/records.ts'
import { RESOLVERS, defaultDns } from '../../lab/dns/defaults.ts'
import type { DnsSetup } from '../../lab/dns/setup.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import { queryNameServers } from '../../src/probe/dns/name-servers.ts'
import { queryResolvers } from '../../src/probe/dns/resolvers.ts'
import { openDns, type DnsLab } from '../support/dns.ts'

const HOST = 'www.shop.example'
const WELL = defaultDns()
const { cloudflare: ONE, google: EIGHT, quad9: NINE } = RESOLVERS

let lab: DnsLab | undefined
afterEach(async () => {
  await lab?.close()
  lab = undefined
})

/** What the resolver at 1.1.1.1 says. */
async function said(staged: DnsSetup, closed: readonly number[] = []): Promise<DnsAnswer | undefined> {
  lab = await openDns(staged, closed)
  const [told] = await queryResolvers(HOST, [ONE], lab.way).all
  return told
}

const cloudflare = (change: Parameters<typeof withResolver>[2]): DnsSetup =>
  withResolver(WELL, 'cloudflare', change)

describe('a resolver', () => {
  test('tells the addresses of both families and how long they hold, for one question each', async () => {
    expect(await said(WELL)).toEqual({
      server: ONE,
      elapsed: expect.any(Number),
      transport: 'udp',
      kind: 'resolved',
      addresses: [
        { address: '104.16.10.10', family: 4 },
        { address: '104.16.20.20', family: 4 },
        { address: '2606:4700::6810:a0a', family: 6 },
      ],
      aliases: [],
      ttl: 300,
    })
    expect(lab?.queries.map(({ type }) => type).toSorted()).toEqual(['A', 'AAAA'])
  })

  test('tells the names on the way, and the shortest time of all', async () => {
    const records = parseRecords(`
      ${HOST} 300 CNAME lb.shop.example
      lb.shop.example 60 CNAME a.shop.example
      a.shop.example 3600 A 203.0.113.10`)
    expect(await said(withSite(WELL, { records }))).toMatchObject({
      kind: 'resolved',
      addresses: [{ address: '203.0.113.10' }],
      aliases: ['lb.shop.example', 'a.shop.example'],
      ttl: 60,
    })
  })

  test.each([
    ['nxdomain', 'NXDOMAIN', 'no-such-host'],
    ['nodata', 'NOERROR', 'no-address'],
    ['servfail', 'SERVFAIL', 'server-failure'],
    ['refused', 'REFUSED', 'other'],
  ] as const)('that says %s', async (answer, code, reason) => {
    expect(await said(cloudflare({ behavior: { answer } }))).toMatchObject({
      kind: 'failed',
      code,
      reason,
      bogus: false,
    })
  })

  test('tells how long a "no" holds', async () => {
    expect(await said(withSite(WELL, { records: [] }))).toMatchObject({ reason: 'no-such-host', ttl: 1800 })
  })

  test('tells why it could not find out', async () => {
    const lame = Object.keys(WELL.nameServers).reduce(
      (stage, server) => withNameServer(stage, server, { zones: [] }),
      WELL,
    )
    const told = await said(lame)
    expect(told).toMatchObject({
      reason: 'server-failure',
      errors: expect.arrayContaining([{ code: 22, text: 'at delegation shop.example.' }]),
    })
  })

  test('that checks signatures is asked again without, where it fails', async () => {
    expect(await said(withSite(WELL, { signatures: 'bogus' }))).toMatchObject({
      code: 'SERVFAIL',
      bogus: true,
      errors: expect.arrayContaining([expect.objectContaining({ code: 6 })]),
    })
  })

  test.each(['id', 'question'] as const)('is believed, and not who forges another %s', async (forged) => {
    expect(await said(cloudflare({ behavior: { forged } }))).toMatchObject({
      kind: 'resolved',
      addresses: [{ address: '104.16.10.10' }, {}, {}],
    })
  })

  test('whose answer has no room is asked by TCP', async () => {
    expect(await said(cloudflare({ behavior: { truncates: true } }))).toMatchObject({
      transport: 'tcp',
      kind: 'resolved',
      ttl: 300,
    })
  })

  test('that is silent is asked three times and then over HTTPS, whose certificate nobody here trusts', async () => {
    const told = await said(cloudflare({ behavior: { udp: 'silent', tcp: 'silent' } }))
    expect(told).toMatchObject({ kind: 'failed', reason: 'timeout', code: 'untrusted' })
    expect(lab?.queries.filter(({ transport, type }) => transport === 'udp' && type === 'A')).toHaveLength(3)
  })
})

describe('several resolvers', () => {
  test('are told in the order they were asked for, and those who have answered before the rest has', async () => {
    lab = await openDns(withResolver(WELL, 'cloudflare', { behavior: { delay: 200 } }))
    const asking = queryResolvers(HOST, [ONE, EIGHT, NINE], lab.way)
    while (asking.soFar().length < 2) await pause(5)
    expect(asking.soFar().map(({ server }) => server)).toEqual([EIGHT, NINE])
    expect((await asking.all).map(({ server }) => server)).toEqual([ONE, EIGHT, NINE])
  })
})

const asked = async (
  staged: DnsSetup,
  resolvers: readonly string[] = [ONE],
): Promise<readonly DnsAnswer[]> => {
  lab = await openDns(staged)
  return queryNameServers(HOST, resolvers, lab.way)
}

describe('the name servers of the zone', () => {
  test('are found by a resolver, and say what the zone holds now', async () => {
    const told = await asked(withResolver(WELL, 'cloudflare', { cachedDenials: { [HOST]: 900 } }))
    expect(told).toMatchObject([
      { server: 'ns1.lab-dns.example', kind: 'resolved', ttl: 300 },
      { server: 'ns2.lab-dns.example', kind: 'resolved', ttl: 300 },
    ])
  })

  test('are found by the next resolver where the first does not know', async () => {
    const told = await asked(cloudflare({ behavior: { answer: 'servfail' } }), [ONE, EIGHT])
    expect(told.map(({ kind }) => kind)).toEqual(['resolved', 'resolved'])
  })

  test('are nobody where the zone is not delegated', async () => {
    expect(await asked(withDelegation(WELL, []))).toEqual([])
  })

  test('that do not have the zone refuse', async () => {
    lab = await openDns(WELL)
    const staged = withNameServer(WELL, 'ns1.lab-dns.example', { behavior: { answer: 'refused' } })
    await lab.apply(staged)
    const told = await queryNameServers(HOST, [ONE], lab.way)
    expect(told).toMatchObject([{ kind: 'failed', code: 'REFUSED', reason: 'other' }, { kind: 'resolved' }])
  })
})

test('nothing is asked once the time is up', async () => {
  lab = await openDns(WELL)
  const way = { ...lab.way, signal: AbortSignal.abort() }
  const [told] = await queryResolvers(HOST, [ONE], way).all
  expect(told).toMatchObject({ kind: 'failed', reason: 'timeout', code: 'DEADLINE' })
})
