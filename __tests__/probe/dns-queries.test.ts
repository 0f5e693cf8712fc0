import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { withDelegation, withNameServer, withResolver, withSite } from '../../lab/dns/changes.ts'
import { RESOLVERS, defaultDns } from '../../lab/dns/defaults.ts'
import { parseRecords } from '../../lab/dns/records.ts'
import type { DnsSetup } from '../../lab/dns/setup.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import { encodeQuery } from '../../src/probe/dns/message.ts'
import { queryNameServers } from '../../src/probe/dns/name-servers.ts'
import { queryResolvers } from '../../src/probe/dns/resolvers.ts'
import { queryOverUdp } from '../../src/probe/dns/udp.ts'
import { openDns, type DnsLab } from '../support/dns.ts'

const HOST = 'www.shop.example'
const DEFAULT = defaultDns()
const { cloudflare: CLOUDFLARE, google: GOOGLE, quad9: QUAD9 } = RESOLVERS

let lab: DnsLab | undefined
afterEach(async () => {
  await lab?.close()
  lab = undefined
})

/** The answer of the resolver at 1.1.1.1. */
async function answerOf(setup: DnsSetup, closed: readonly number[] = []): Promise<DnsAnswer | undefined> {
  lab = await openDns(setup, closed)
  const [answer] = await queryResolvers(HOST, [CLOUDFLARE], lab.context).all
  return answer
}

const withCloudflare = (change: Parameters<typeof withResolver>[2]): DnsSetup =>
  withResolver(DEFAULT, 'cloudflare', change)

describe('the answer of a resolver', () => {
  test('has the addresses of both families and the TTL, with one query each', async () => {
    expect(await answerOf(DEFAULT)).toEqual({
      server: CLOUDFLARE,
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

  test('has the CNAME targets, and the lowest TTL', async () => {
    const records = parseRecords(`
      ${HOST} 300 CNAME lb.shop.example
      lb.shop.example 60 CNAME a.shop.example
      a.shop.example 3600 A 203.0.113.10`)
    expect(await answerOf(withSite(DEFAULT, { records }))).toMatchObject({
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
  ] as const)('may be %s', async (answer, code, reason) => {
    expect(await answerOf(withCloudflare({ behavior: { answer } }))).toMatchObject({
      kind: 'failed',
      code,
      reason,
      bogus: false,
    })
  })

  test('has the TTL of a negative answer', async () => {
    expect(await answerOf(withSite(DEFAULT, { records: [] }))).toMatchObject({
      reason: 'no-such-host',
      ttl: 1800,
    })
  })

  test('has the extended errors of a failure', async () => {
    const lame = Object.keys(DEFAULT.nameServers).reduce(
      (setup, server) => withNameServer(setup, server, { zones: [] }),
      DEFAULT,
    )
    expect(await answerOf(lame)).toMatchObject({
      reason: 'server-failure',
      errors: expect.arrayContaining([{ code: 22, text: 'at delegation shop.example.' }]),
    })
  })

  test('is bogus if the query succeeds without DNSSEC validation', async () => {
    expect(await answerOf(withSite(DEFAULT, { signatures: 'bogus' }))).toMatchObject({
      code: 'SERVFAIL',
      bogus: true,
      errors: expect.arrayContaining([expect.objectContaining({ code: 6 })]),
    })
  })

  test.each(['id', 'question'] as const)(
    'is accepted, and a forged one with another %s is not',
    async (forged) => {
      expect(await answerOf(withCloudflare({ behavior: { forged } }))).toMatchObject({
        kind: 'resolved',
        addresses: [{ address: '104.16.10.10' }, {}, {}],
      })
    },
  )

  test('comes over TCP if it is truncated over UDP', async () => {
    expect(await answerOf(withCloudflare({ behavior: { truncates: true } }))).toMatchObject({
      transport: 'tcp',
      kind: 'resolved',
      ttl: 300,
    })
  })

  test('is a timeout after three packets and an attempt over HTTPS with an untrusted certificate', async () => {
    const answer = await answerOf(withCloudflare({ behavior: { udp: 'silent', tcp: 'silent' } }))
    expect(answer).toMatchObject({ kind: 'failed', reason: 'timeout', code: 'untrusted' })
    expect(lab?.queries.filter(({ transport, type }) => transport === 'udp' && type === 'A')).toHaveLength(3)
  })
})

describe('several resolvers', () => {
  test('are listed in the order given, and the first answers are available early', async () => {
    lab = await openDns(withResolver(DEFAULT, 'cloudflare', { behavior: { delay: 200 } }))
    const pending = queryResolvers(HOST, [CLOUDFLARE, GOOGLE, QUAD9], lab.context)
    while (pending.soFar().length < 2) await pause(5)
    expect(pending.soFar().map(({ server }) => server)).toEqual([GOOGLE, QUAD9])
    expect((await pending.all).map(({ server }) => server)).toEqual([CLOUDFLARE, GOOGLE, QUAD9])
  })
})

const queryZone = async (
  setup: DnsSetup,
  resolvers: readonly string[] = [CLOUDFLARE],
): Promise<readonly DnsAnswer[]> => {
  lab = await openDns(setup)
  return queryNameServers(HOST, resolvers, lab.context)
}

describe('the name servers of the zone', () => {
  test('are found by a resolver, and return the current records', async () => {
    const answers = await queryZone(withResolver(DEFAULT, 'cloudflare', { cachedDenials: { [HOST]: 900 } }))
    expect(answers).toMatchObject([
      { server: 'ns1.lab-dns.example', kind: 'resolved', ttl: 300 },
      { server: 'ns2.lab-dns.example', kind: 'resolved', ttl: 300 },
    ])
  })

  test('are found by the next resolver if the first one fails', async () => {
    const answers = await queryZone(withCloudflare({ behavior: { answer: 'servfail' } }), [
      CLOUDFLARE,
      GOOGLE,
    ])
    expect(answers.map(({ kind }) => kind)).toEqual(['resolved', 'resolved'])
  })

  test('are found although the signatures of the zone are invalid', async () => {
    const answers = await queryZone(withSite(DEFAULT, { signatures: 'bogus' }))
    expect(answers).toMatchObject([
      { server: 'ns1.lab-dns.example', kind: 'resolved' },
      { server: 'ns2.lab-dns.example', kind: 'resolved' },
    ])
  })

  test('are empty if the zone is not delegated', async () => {
    expect(await queryZone(withDelegation(DEFAULT, []))).toEqual([])
  })

  test('may refuse the query', async () => {
    lab = await openDns(DEFAULT)
    const setup = withNameServer(DEFAULT, 'ns1.lab-dns.example', { behavior: { answer: 'refused' } })
    await lab.apply(setup)
    const answers = await queryNameServers(HOST, [CLOUDFLARE], lab.context)
    expect(answers).toMatchObject([
      { kind: 'failed', code: 'REFUSED', reason: 'other' },
      { kind: 'resolved' },
    ])
  })
})

const noServers = (): readonly string[] => []

test('a query that ends before its socket is bound leaves no socket behind', async () => {
  const cut = new AbortController()
  const socket = createSocket('udp4')
  socket.connect(53, '127.0.0.1')
  const closed = once(socket, 'close')
  const query = encodeQuery({ name: HOST, type: 'A', recursive: true, unchecked: false })
  const reply = queryOverUdp(query, CLOUDFLARE, { servers: noServers, datagram: () => socket }, cut.signal)
  cut.abort()
  expect(await reply).toEqual({ ok: false, code: 'DEADLINE' })
  await closed
})

test('no query is sent after the deadline', async () => {
  lab = await openDns(DEFAULT)
  const context = { ...lab.context, signal: AbortSignal.abort() }
  const [answer] = await queryResolvers(HOST, [CLOUDFLARE], context).all
  expect(answer).toMatchObject({ kind: 'failed', reason: 'timeout', code: 'DEADLINE' })
})
