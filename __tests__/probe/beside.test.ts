import { connect, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { withResolver } from '../../lab/dns/changes.ts'
import { defaultDns } from '../../lab/dns/defaults.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { OriginTarget } from '../../src/domain/config.ts'
import { probeSite } from '../../src/probe/index.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { openDns, type DnsLab } from '../support/dns.ts'
import { address, coded, serve } from '../support/wire.ts'
import type { Network, ProbeContext } from '../../src/probe/types.ts'

const SITE = { ...ANY_SITE, url: 'http://www.shop.example/' }
const ORIGIN: OriginTarget = { scheme: 'http:', host: '203.0.113.10', port: 80 }

const never = (): Socket => new Socket()

const unreachable = (): Socket => {
  const socket = new Socket()
  process.nextTick(() => socket.destroy(coded('ENETUNREACH')))
  return socket
}

const unknown = (): Promise<never> => Promise.reject(coded('ENOTFOUND'))

/** Answers every connection well, but for those that are not to be. */
async function answering(shut: (address: string) => Socket | undefined = () => undefined) {
  const server = await serve((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nServer: cloudflare\r\nContent-Length: 0\r\n\r\n'),
  )
  return { ...server, dial: (at: string) => shut(at) ?? connect(server.port, '127.0.0.1') }
}

describe('beside the probes of a look', () => {
  const RESOLVERS = ['1.1.1.1', '8.8.8.8']
  let lab: DnsLab
  beforeEach(async () => {
    lab = await openDns(defaultDns())
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
    timeout = 20_000,
    resolvers = RESOLVERS,
  }: Wish) {
    const dialed: string[] = []
    const dial = changes.dial ?? lab.way.network.dial
    const way: ProbeContext = {
      ...lab.way,
      network: {
        ...lab.way.network,
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
    const begun = performance.now()
    const evidence = await probeSite({ ...plan, resolversAtOnce: atOnce }, way, followUpQuestions)
    return { evidence, dialed, took: performance.now() - begun }
  }

  test('every resolver is asked once for each family, and nobody else', async () => {
    const { dial, close } = await answering()
    const { evidence, dialed } = await looked({ network: { dial } })
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

  test('no resolver is asked where there is none to compare, or none is wanted', async () => {
    const { dial, close } = await answering()
    const none = await looked({ network: { dial }, resolvers: [] })
    const later = await looked({ network: { dial }, atOnce: false })
    await close()
    expect([none.evidence, later.evidence].map((evidence) => 'resolvers' in evidence)).toEqual([false, false])
    expect(lab.queries).toEqual([])
  })

  test('a resolver that is silent holds up nobody who is served', async () => {
    await lab.apply(withResolver(defaultDns(), 'google', { behavior: { udp: 'silent' } }))
    const { dial, close } = await answering()
    const { evidence, took } = await looked({ network: { dial }, timeout: 20_000 })
    await close()
    expect(evidence.resolvers?.map(({ server }) => server)).toEqual(['1.1.1.1'])
    // It is given up after three packets, which takes 2.5 seconds.
    expect(took).toBeLessThan(2000)
  })

  test('resolvers and name servers are asked where the name does not resolve', async () => {
    const { dial, close } = await answering()
    const { evidence } = await looked({ network: { dial, lookup: unknown, query: unknown }, atOnce: false })
    await close()
    expect(evidence).toMatchObject({
      dns: { kind: 'failed', reason: 'no-such-host' },
      resolvers: [{ kind: 'resolved' }, { kind: 'resolved' }],
      ownResolver: [{ server: 'own', kind: 'resolved' }],
      nameServers: [{ server: 'ns1.lab-dns.example' }, { server: 'ns2.lab-dns.example' }],
    })
  })

  test('1.1.1.1 is asked where nothing is reached', async () => {
    const { evidence, dialed } = await looked({ network: { dial: unreachable }, resolvers: [] })
    expect(evidence).toMatchObject({ connectivity: { kind: 'failed', phase: 'connect' } })
    expect(dialed.filter((each) => each === '1.1.1.1:443')).toHaveLength(1)
  })

  test('1.1.1.1 is asked in time where every connection runs into the deadline', async () => {
    const { dial, close } = await answering((at) =>
      ['104.16.10.10', '203.0.113.10'].includes(at) ? never() : unreachable(),
    )
    const { evidence } = await looked({ network: { dial }, resolvers: [], timeout: 400 })
    await close()
    expect(evidence).toMatchObject({
      edge: { kind: 'failed', error: { reason: 'timeout' } },
      connectivity: { kind: 'failed', error: { reason: 'unreachable' } },
    })
  })

  test('1.1.1.1 is no matter where somebody was reached after all', async () => {
    const { dial, close } = await answering((at) => (at === '203.0.113.10' ? undefined : unreachable()))
    const { evidence } = await looked({ network: { dial }, resolvers: [] })
    await close()
    expect(evidence).not.toHaveProperty('connectivity')
  })
})
