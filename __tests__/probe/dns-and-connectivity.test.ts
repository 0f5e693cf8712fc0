import { connect, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { withResolver } from '../../lab/dns/changes.ts'
import { defaultDns } from '../../lab/dns/defaults.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { OriginTarget } from '../../src/domain/config.ts'
import { probeSite } from '../../src/probe/index.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import type { Network, ProbeContext } from '../../src/probe/types.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { openDns, type DnsLab } from '../support/dns.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { address, serve } from '../support/wire.ts'

const SITE = { ...ANY_SITE, url: 'http://www.shop.example/' }
const ORIGIN: OriginTarget = { scheme: 'http:', host: '203.0.113.10', port: 80 }

const neverConnects = (): Socket => new Socket()

const unreachable = (): Socket => {
  const socket = new Socket()
  process.nextTick(() => socket.destroy(errorWithCode('ENETUNREACH')))
  return socket
}

const notFound = (): Promise<never> => Promise.reject(errorWithCode('ENOTFOUND'))

/** Responds with 200 on every connection that `intercept` doesn't replace. */
async function startSite(intercept: (address: string) => Socket | undefined = () => undefined) {
  const server = await serve((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nServer: cloudflare\r\nContent-Length: 0\r\n\r\n'),
  )
  return { ...server, dial: (at: string) => intercept(at) ?? connect(server.port, '127.0.0.1') }
}

describe('a round', () => {
  const RESOLVERS = ['1.1.1.1', '8.8.8.8']
  let lab: DnsLab
  beforeEach(async () => {
    lab = await openDns(defaultDns())
  })
  afterEach(() => lab.close())

  interface RoundOptions {
    readonly network?: Partial<Network>
    readonly atOnce?: boolean
    readonly timeout?: number
    readonly resolvers?: readonly string[]
  }

  /** Probes a site whose name resolves to Cloudflare with the system's resolver. */
  async function runRound({
    network: changes = {},
    atOnce = true,
    timeout = 20_000,
    resolvers = RESOLVERS,
  }: RoundOptions) {
    const dialed: string[] = []
    const dial = changes.dial ?? lab.context.network.dial
    const context: ProbeContext = {
      ...lab.context,
      network: {
        ...lab.context.network,
        lookup: () => Promise.resolve([address('104.16.10.10')]),
        ...changes,
        dial: (at, port) => {
          dialed.push(`${at}:${port}`)
          return dial(at, port)
        },
      },
      timeout,
    }
    const plan = planOf({ ...SITE, origins: [ORIGIN], resolvers })
    const evidence = await probeSite({ ...plan, resolversAtOnce: atOnce }, context, followUpQuestions)
    return { evidence, dialed }
  }

  test('queries every resolver once for each address family', async () => {
    const { dial, close } = await startSite()
    const { evidence, dialed } = await runRound({ network: { dial } })
    await close()
    expect(evidence.resolvers?.map(({ server, kind }) => [server, kind])).toEqual([
      ['1.1.1.1', 'resolved'],
      ['8.8.8.8', 'resolved'],
    ])
    expect(lab.queries.map(({ server, type }) => `${server} ${type}`).toSorted()).toEqual([
      '1.1.1.1 A',
      '1.1.1.1 AAAA',
      '8.8.8.8 A',
      '8.8.8.8 AAAA',
    ])
    expect(dialed.toSorted()).toEqual(['104.16.10.10:80', '104.16.10.10:80', '203.0.113.10:80'])
    expect(evidence).not.toHaveProperty('connectivity')
    expect(evidence).not.toHaveProperty('nameServers')
  })

  test('queries no resolver if none is configured, or not yet', async () => {
    const { dial, close } = await startSite()
    const without = await runRound({ network: { dial }, resolvers: [] })
    const later = await runRound({ network: { dial }, atOnce: false })
    await close()
    expect([without.evidence, later.evidence].map((evidence) => 'resolvers' in evidence)).toEqual([
      false,
      false,
    ])
    expect(lab.queries).toEqual([])
  })

  test('does not wait for a resolver that does not respond', async () => {
    await lab.apply(withResolver(defaultDns(), 'google', { behavior: { udp: 'silent' } }))
    const { dial, close } = await startSite()
    const { evidence } = await runRound({ network: { dial }, timeout: 20_000 })
    await close()
    // After three packets, its query would fail and be listed too.
    expect(evidence.resolvers?.map(({ server }) => server)).toEqual(['1.1.1.1'])
  })

  test('queries resolvers and name servers if the name does not resolve', async () => {
    const { dial, close } = await startSite()
    const { evidence } = await runRound({
      network: { dial, lookup: notFound, query: notFound },
      atOnce: false,
    })
    await close()
    expect(evidence).toMatchObject({
      dns: { kind: 'failed', reason: 'no-such-host' },
      resolvers: [{ kind: 'resolved' }, { kind: 'resolved' }],
      ownResolver: [{ server: 'own', kind: 'resolved' }],
      nameServers: [{ server: 'ns1.lab-dns.example' }, { server: 'ns2.lab-dns.example' }],
    })
  })

  test('connects to 1.1.1.1 if nothing is reachable', async () => {
    const { evidence, dialed } = await runRound({ network: { dial: unreachable }, resolvers: [] })
    expect(evidence).toMatchObject({ connectivity: { kind: 'failed', phase: 'connect' } })
    expect(dialed.filter((endpoint) => endpoint === '1.1.1.1:443')).toHaveLength(1)
  })

  test('connects to 1.1.1.1 in time if every connection times out', async () => {
    const { dial, close } = await startSite((at) =>
      ['104.16.10.10', '203.0.113.10'].includes(at) ? neverConnects() : unreachable(),
    )
    const { evidence } = await runRound({ network: { dial }, resolvers: [], timeout: 400 })
    await close()
    expect(evidence).toMatchObject({
      edge: { kind: 'failed', error: { reason: 'timeout' } },
      connectivity: { kind: 'failed', error: { reason: 'unreachable' } },
    })
  })

  test('does not connect to 1.1.1.1 if something is reachable', async () => {
    const { dial, close } = await startSite((at) => (at === '203.0.113.10' ? undefined : unreachable()))
    const { evidence } = await runRound({ network: { dial }, resolvers: [] })
    await close()
    expect(evidence).not.toHaveProperty('connectivity')
  })
})
